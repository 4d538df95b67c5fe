# try / except / else / finally: which parts run, in what order.
def run(action):
    out = []
    try:
        out.append("try")
        if action == "value": raise ValueError("v")
        if action == "key": raise KeyError("k")
        if action == "os": raise OSError(2, "x")
        if action == "type": raise TypeError("t")
    except ValueError as e:
        out.append("value %s" % e)
    except (KeyError, OSError) as e:
        out.append("tuple " + type(e).__name__)
    except:
        out.append("bare")
    else:
        out.append("else")
    finally:
        out.append("finally")
    return out
for a in ("none", "value", "key", "os", "type"):
    print(run(a))
try:
    try:
        1 / 0
    finally:
        print("inner finally")
except ZeroDivisionError as e:
    print(e)
    saved = e
print("e" in globals(), type(saved).__name__)
try: pass
finally: print("one line")
try:
    try:
        raise KeyError(1)
    except ValueError:
        print("no")
    else:
        print("no")
except LookupError as e:
    print("propagated", repr(e))
kinds = (ValueError, (TypeError, KeyError))
try:
    raise KeyError("nested tuple")
except kinds[1] as e:
    print(repr(e))
