# args: -X heapsize=16M
# micropython.heap_snapshot(): streams of all kinds, errors, nothing allocated meanwhile.
import gc, io, json, micropython, os

path = os.getenv("TMPDIR") + "/snapshot"


def check(text):
    lines = [json.loads(line) for line in text.splitlines()]
    cells = {l["cell"] for l in lines if "cell" in l}
    refs = [r for l in lines for r in l.get("refs", ())]
    print(lines[0]["heap"], lines[-1]["end"] == len(lines) - 1, "<" in text, len(cells) > 40,
          all(r in cells for r in refs))
    lines = cells = refs = None
    gc.collect()


with open(path, "w") as f:
    micropython.heap_snapshot(f)
    f.write("more\n")
with open(path) as f:
    text = f.read()
check(text[:-5])
print(text[-5:])

with open(path, "wb") as f:
    micropython.heap_snapshot(f)
with open(path) as f:
    check(f.read())

for stream in (io.StringIO(), io.BytesIO()):
    micropython.heap_snapshot(stream)
    text = stream.getvalue()
    check(text if isinstance(text, str) else text.decode())


class Slow:  # takes a little at a time, and uses the heap meanwhile
    def __init__(self):
        self.got = []

    def write(self, piece):
        self.got.append(piece[:100])
        gc.collect()
        return min(100, len(piece))


slow = Slow()
micropython.heap_snapshot(slow)
check("".join(slow.got))


class Nested:
    def write(self, piece):
        inner = io.StringIO()
        micropython.heap_snapshot(inner)
        check(inner.getvalue())
        raise KeyError("enough")


for bad in (Nested(), None, 5, open(path)):
    try:
        micropython.heap_snapshot(bad)
    except Exception as e:
        print(type(e).__name__)
closed = open(path, "w")
closed.close()
try:
    micropython.heap_snapshot(closed)
except ValueError as e:
    print(e)

# A full disk: an error, and the heap is as it was.
with open("/dev/full", "wb", 0) as f:
    before = gc.mem_alloc()
    try:
        micropython.heap_snapshot(f)
    except OSError as e:
        print(e.errno)
    print(gc.mem_alloc() - before < 500)

# Nothing is allocated, so it works with the heap locked.
with open(path, "w") as f:
    micropython.heap_lock()
    micropython.heap_snapshot(f)
    micropython.heap_unlock()
with open(path) as f:
    check(f.read())

micropython.mark("a mark")
micropython.mark("é" * 40)
for bad in ("x" * 41, b"x", None):
    try:
        micropython.mark(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
