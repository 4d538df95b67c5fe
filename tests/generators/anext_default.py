# anext(iterator, default): what is sent and thrown into it reaches the iterator's awaitable.
class Step:
    def __init__(self, log):
        self.log = log

    def __await__(self):
        try:
            got = yield "waiting"
            self.log.append(got)
        except KeyError as e:
            self.log.append(repr(e))
        raise StopAsyncIteration


class Steps:
    def __init__(self):
        self.log = []

    def __aiter__(self):
        return self

    def __anext__(self):
        return Step(self.log)


async def main(steps):
    return await anext(steps, "default")


for action in ("send", "throw"):
    steps = Steps()
    c = main(steps)
    print(c.send(None))
    try:
        c.send("hello") if action == "send" else c.throw(KeyError("k"))
    except StopIteration as e:
        print("returned", e.value)
    print(steps.log)
