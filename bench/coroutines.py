# SPDX-License-Identifier: MIT
# async and await: tasks that a small scheduler runs by turns, queues between them, a deep chain of
# awaits, asynchronous iteration and contexts.
import sys

N, EXPECTED = 260000, 33666994


class Pause:
    def __await__(self):
        yield


class Queue:
    def __init__(self, room):
        self.items = []
        self.room = room

    async def put(self, item):
        while len(self.items) >= self.room:
            await Pause()
        self.items.append(item)

    async def get(self):
        while not self.items:
            await Pause()
        return self.items.pop(0)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await Pause()


async def produce(queue, n):
    async with Countdown(n) as numbers:
        async for i in numbers:
            await queue.put(i)
    await queue.put(None)


async def transform(source, target):
    while True:
        item = await source.get()
        await target.put(item if item is None else await chain(item, 3))
        if item is None:
            return


async def chain(value, depth):
    if depth == 0:
        return value * 2
    return await chain(value, depth - 1) + 1


async def consume(queue, totals):
    while True:
        item = await queue.get()
        if item is None:
            return
        totals[item & 7] += item & 255


def run(tasks):
    steps = 0
    while tasks:
        left = []
        for task in tasks:
            try:
                task.send(None)
                left.append(task)
            except StopIteration:
                pass
            steps += 1
        tasks = left
    return steps


def main(n):
    first, second, totals = Queue(4), Queue(2), [0] * 8
    steps = run([produce(first, n), transform(first, second), consume(second, totals)])
    return sum(totals) + steps


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
