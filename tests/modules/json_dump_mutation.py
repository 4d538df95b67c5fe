# A stream or default() that changes the list being written.
import json


class Stream:
    def __init__(self, victim):
        self.victim = victim
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        self.victim.clear()
        return len(text)


items = ["x" * 100 for i in range(30)]
stream = Stream(items)
json.dump(items, stream, indent=1)
text = "".join(stream.parts)
print(text.startswith("[") and text.endswith("]"), len(items))


def default(v):
    big.clear()
    return 1


big = [object() for i in range(5)]
print(json.dumps(big, default=default))
