# Order of finally blocks on return, exception, nested functions, generators, loops.
log = []
def f(how):
    try:
        log.append("try")
        try:
            if how == "return": return "r"
            if how == "raise": raise ValueError
            if how == "exit": raise SystemExit(3)
            log.append("normal")
        finally:
            log.append("inner")
    except ValueError:
        log.append("except")
        return "handled"
    else:
        log.append("else")
    finally:
        log.append("outer")
    return "end"
for how in ("none", "return", "raise", "exit"):
    try:
        r = f(how)
    except SystemExit as e:
        r = "SystemExit %s" % e.code
    print(how, r, log)
    log.clear()
def g():
    try:
        yield 1
        yield 2
    finally:
        log.append("gen finally")
it = g()
for x in it:
    break
it.close()
it = g()
next(it)
it.close()
print(log.count("gen finally"))
log.clear()
def h():
    for i in range(3):
        try:
            try:
                if i == 1: continue
                log.append(i)
            finally:
                log.append("f%d" % i)
        finally:
            log.append("g%d" % i)
h()
print(log)
def ret():
    x = []
    try:
        return x
    finally:
        x.append("mutated")
print(ret())
