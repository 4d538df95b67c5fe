# throw and close on coroutines, try/finally across await, cancellation by hand.
class S:
    def __await__(self): return (yield "wait")
log = []
async def worker(n):
    try:
        log.append("start %s" % n)
        return await S()
    except ValueError as e:
        log.append("value %s" % e)
        return "recovered"
    finally:
        log.append("finally %s" % n)
async def parent(): return await worker("w"), "parent"
c = parent()
c.send(None)
try:
    c.throw(ValueError("v"))
except StopIteration as e:
    print(e.value, log)
log.clear()
c = parent()
c.send(None)
try:
    c.throw(KeyError("k"))
except KeyError as e:
    print(repr(e), log)
log.clear()
c = parent()
c.send(None)
c.close()
print(log)
c.close()
u = parent()
u.close()
try:
    u.send(None)
except RuntimeError as e:
    print(e)
u = parent()
try:
    u.throw(OSError("unstarted"))
except OSError as e:
    print(e)
async def nostop(): raise StopIteration("bad")
try:
    nostop().send(None)
except RuntimeError as e:
    print(e, repr(e.__cause__))
async def me():
    try:
        c2.send(None)
    except ValueError as e:
        return str(e)
c2 = me()
try:
    c2.send(None)
except StopIteration as e:
    print(e.value)
class Cancel(BaseException): pass
async def cleanup():
    try:
        await S()
    except Cancel:
        log.append(await S())
        raise
log.clear()
k = cleanup()
k.send(None)
print(k.throw(Cancel()))
try:
    k.send("cleaned")
except Cancel:
    print(log)
