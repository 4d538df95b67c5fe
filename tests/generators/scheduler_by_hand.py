# A round-robin scheduler over coroutines, with sleep, queue and results.
class Sleep:
    def __init__(self, n): self.n = n
    def __await__(self): return (yield ("sleep", self.n))
class Spawn:
    def __init__(self, c): self.c = c
    def __await__(self): return (yield ("spawn", self.c))
class Join:
    def __init__(self, t): self.t = t
    def __await__(self): return (yield ("join", self.t))
def run(main):
    now, ready, sleeping, results, waiting, nid = 0, [(0, main, None)], [], {}, {}, 1
    while ready or sleeping:
        if not ready:
            sleeping.sort(key=lambda s: (s[0], s[1]))
            now = sleeping[0][0]
            while sleeping and sleeping[0][0] <= now:
                _, tid, c = sleeping.pop(0)
                ready.append((tid, c, None))
        tid, c, v = ready.pop(0)
        try:
            op, arg = c.send(v)
        except StopIteration as e:
            results[tid] = e.value
            for w in waiting.pop(tid, []): ready.append((*w, e.value))
            continue
        if op == "sleep": sleeping.append((now + arg, tid, c))
        elif op == "spawn":
            ready += [(nid, arg, None), (tid, c, nid)]
            nid += 1
        elif arg in results: ready.append((tid, c, results[arg]))
        else: waiting.setdefault(arg, []).append((tid, c))
    return results, now
log = []
async def job(name, n, d):
    for i in range(n):
        log.append(name + str(i))
        await Sleep(d)
    return name * n
async def main():
    a = await Spawn(job("a", 3, 2))
    b = await Spawn(job("b", 2, 3))
    return await Join(b), await Join(a)
print(run(main()))
print(log)
