-- SPDX-License-Identifier: MIT
-- The same scheduler as richards.py, classes as metatables.
local IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 0, 1, 2, 3, 4, 5
local TO_DEVICE, TO_WORKER = 0, 1
local BUFFER = 4
local ROUNDS = 10000

local function packets(task, kind, count)
    local queue = nil
    for _ = 1, count do
        queue = {next = queue, task = task, kind = kind, datum = 0, data = {0, 0, 0, 0}}
    end
    return queue
end

local function append(packet, queue)
    packet.next = nil
    if queue == nil then
        return packet
    end
    local last = queue
    while last.next ~= nil do
        last = last.next
    end
    last.next = packet
    return queue
end

local Task = {}
Task.__index = Task

local function class()
    local c = setmetatable({}, Task)
    c.__index = c
    return c
end

local function new_task(class, system, number, priority, queue)
    local task = setmetatable({system = system, number = number, priority = priority,
                               queue = queue, next = system.first, waiting = true,
                               held = false, ready = queue ~= nil}, class)
    system.first = task
    system.tasks[number] = task
    return task
end

function Task:step()
    local packet = nil
    if self.waiting and self.ready then
        packet = self.queue
        self.queue = packet.next
        self.waiting = false
        self.ready = self.queue ~= nil
    end
    return self:run(packet)
end

function Task:must_pass()
    return self.held or (self.waiting and not self.ready)
end

function Task:receive(packet, sender)
    if self.queue == nil then
        self.queue = packet
        self.ready = true
        if self.priority > sender.priority then
            return self
        end
    else
        append(packet, self.queue)
    end
    return sender
end

function Task:wait()
    self.waiting = true
    return self
end

function Task:hold()
    self.system.holds = self.system.holds + 1
    self.held = true
    return self.next
end

function Task:release(number)
    local task = self.system.tasks[number]
    task.held = false
    return task.priority > self.priority and task or self
end

function Task:send(packet)
    local receiver = self.system.tasks[packet.task]
    self.system.sent = self.system.sent + 1
    packet.next = nil
    packet.task = self.number
    return receiver:receive(packet, self)
end

local IdleTask = class()

function IdleTask:run()
    self.rounds = self.rounds - 1
    if self.rounds == 0 then
        return self:hold()
    end
    if self.control & 1 == 1 then
        self.control = self.control >> 1 ~ 0xD008
        return self:release(DEVICE_B)
    end
    self.control = self.control >> 1
    return self:release(DEVICE_A)
end

local WorkTask = class()

function WorkTask:run(packet)
    if packet == nil then
        return self:wait()
    end
    self.handler = self.handler == HANDLER_A and HANDLER_B or HANDLER_A
    packet.task = self.handler
    packet.datum = 0
    for i = 1, BUFFER do
        self.letter = self.letter % 26 + 1
        packet.data[i] = 64 + self.letter
    end
    return self:send(packet)
end

local HandlerTask = class()

function HandlerTask:run(packet)
    if packet ~= nil then
        if packet.kind == TO_WORKER then
            self.work = append(packet, self.work)
        else
            self.devices = append(packet, self.devices)
        end
    end
    local work = self.work
    if work == nil then
        return self:wait()
    end
    local count = work.datum
    if count >= BUFFER then
        self.work = work.next
        return self:send(work)
    end
    local device = self.devices
    if device == nil then
        return self:wait()
    end
    self.devices = device.next
    device.datum = work.data[count + 1]
    work.datum = count + 1
    return self:send(device)
end

local DeviceTask = class()

function DeviceTask:run(packet)
    if packet == nil then
        packet = self.pending
        if packet == nil then
            return self:wait()
        end
        self.pending = nil
        return self:send(packet)
    end
    self.pending = packet
    return self:hold()
end

local function simulate()
    local system = {first = nil, tasks = {}, sent = 0, holds = 0}
    local idle = new_task(IdleTask, system, IDLE, 0, nil)
    idle.waiting, idle.control, idle.rounds = false, 1, ROUNDS
    local worker = new_task(WorkTask, system, WORKER, 1000, packets(WORKER, TO_WORKER, 2))
    worker.handler, worker.letter = HANDLER_A, 0
    new_task(HandlerTask, system, HANDLER_A, 2000, packets(DEVICE_A, TO_DEVICE, 3))
    new_task(HandlerTask, system, HANDLER_B, 3000, packets(DEVICE_B, TO_DEVICE, 3))
    new_task(DeviceTask, system, DEVICE_A, 4000, nil)
    new_task(DeviceTask, system, DEVICE_B, 5000, nil)
    local task = system.first
    while task ~= nil do
        if task:must_pass() then
            task = task.next
        else
            task = task:step()
        end
    end
    return system.sent, system.holds
end

local sent, holds
for _ = 1, math.tointeger(arg[1] or 12) do
    sent, holds = simulate()
end
print(sent .. " " .. holds)
