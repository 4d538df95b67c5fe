# SPDX-License-Identifier: MIT
# Martin Richards' scheduler: a small operating system whose tasks pass packets to each other.
# Written afresh from the benchmark's description; method calls, attributes, linked lists.
import sys

N, EXPECTED = 12, "23246 9297"
IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
TO_DEVICE, TO_WORKER = 0, 1
BUFFER = 4
ROUNDS = 10000


class Packet:
    def __init__(self, next, task, kind):
        self.next = next
        self.task = task
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER


def append(packet, queue):
    """The queue with the packet at its end."""
    packet.next = None
    if queue is None:
        return packet
    last = queue
    while last.next is not None:
        last = last.next
    last.next = packet
    return queue


class Task:
    """A task; subclasses define run(packet), which gives the task to look at next."""

    def __init__(self, system, number, priority, queue):
        self.system = system
        self.number = number
        self.priority = priority
        self.queue = queue
        self.next = system.first
        self.waiting = True
        self.held = False
        self.ready = queue is not None
        system.first = self
        system.tasks[number] = self

    def step(self):
        """Hands the task its next packet if it was waiting for one."""
        packet = None
        if self.waiting and self.ready:
            packet = self.queue
            self.queue = packet.next
            self.waiting = False
            self.ready = self.queue is not None
        return self.run(packet)

    def must_pass(self):
        return self.held or (self.waiting and not self.ready)

    def receive(self, packet, sender):
        """Takes a packet; gives the task that goes on."""
        if self.queue is None:
            self.queue = packet
            self.ready = True
            if self.priority > sender.priority:
                return self
        else:
            append(packet, self.queue)
        return sender

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.system.holds += 1
        self.held = True
        return self.next

    def release(self, number):
        task = self.system.tasks[number]
        task.held = False
        return task if task.priority > self.priority else self

    def send(self, packet):
        receiver = self.system.tasks[packet.task]
        self.system.sent += 1
        packet.next = None
        packet.task = self.number
        return receiver.receive(packet, self)


class IdleTask(Task):
    def __init__(self, system, number, rounds):
        super().__init__(system, number, 0, None)
        self.waiting = False
        self.control = 1
        self.rounds = rounds

    def run(self, packet):
        self.rounds -= 1
        if self.rounds == 0:
            return self.hold()
        if self.control & 1:
            self.control = self.control >> 1 ^ 0xD008
            return self.release(DEVICE_B)
        self.control >>= 1
        return self.release(DEVICE_A)


class WorkTask(Task):
    def __init__(self, system, number, priority, queue):
        super().__init__(system, number, priority, queue)
        self.handler = HANDLER_A
        self.letter = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.handler = HANDLER_B if self.handler == HANDLER_A else HANDLER_A
        packet.task = self.handler
        packet.datum = 0
        for i in range(BUFFER):
            self.letter = self.letter % 26 + 1
            packet.data[i] = 64 + self.letter
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, system, number, priority, queue):
        super().__init__(system, number, priority, queue)
        self.work = None
        self.devices = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == TO_WORKER:
                self.work = append(packet, self.work)
            else:
                self.devices = append(packet, self.devices)
        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= BUFFER:
            self.work = work.next
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.next
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, system, number, priority):
        super().__init__(system, number, priority, None)
        self.pending = None

    def run(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.send(packet)
        self.pending = packet
        return self.hold()


class System:
    def __init__(self):
        self.first = None
        self.tasks = [None] * 6
        self.sent = 0
        self.holds = 0

    def run(self):
        task = self.first
        while task is not None:
            task = task.next if task.must_pass() else task.step()


def packets(task, kind, count):
    queue = None
    for _ in range(count):
        queue = Packet(queue, task, kind)
    return queue


def simulate():
    system = System()
    IdleTask(system, IDLE, ROUNDS)
    WorkTask(system, WORKER, 1000, packets(WORKER, TO_WORKER, 2))
    HandlerTask(system, HANDLER_A, 2000, packets(DEVICE_A, TO_DEVICE, 3))
    HandlerTask(system, HANDLER_B, 3000, packets(DEVICE_B, TO_DEVICE, 3))
    DeviceTask(system, DEVICE_A, 4000)
    DeviceTask(system, DEVICE_B, 5000)
    system.run()
    return system.sent, system.holds


def main(n):
    for _ in range(n):
        sent, holds = simulate()
    return "%d %d" % (sent, holds)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
