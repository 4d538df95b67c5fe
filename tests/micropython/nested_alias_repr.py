# The text of nested aliases is made in one piece: allocations grow like the text, not like its square.
import micropython

def nested(n):
    a = int
    for _ in range(n):
        a = list[a]
    return a

def allocated(a):
    before = micropython.mem_total()
    text = repr(a)
    return text, micropython.mem_total() - before

for n in (0, 1, 3):
    print(repr(nested(n)))
text, total = allocated(nested(5000))
print(len(text), total < 20 * len(text))
print(dict[str, list[int | list[bytes]]] , list[list[tuple[()]]], list[*tuple[int, ...]])
