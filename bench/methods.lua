-- SPDX-License-Identifier: MIT
local Shape = {}
Shape.__index = Shape

local function subclass(order)
    local class = setmetatable({order = order}, Shape)
    class.__index = class
    return class
end

local function new(class, size)
    return setmetatable({size = size}, class)
end

function Shape:area()
    return 0
end

function Shape:grow(amount)
    self.size = (self.size + amount) % 97
    return self
end

function Shape:describe()
    return self:area() + self:corners()
end

function Shape:corners()
    return 0
end

function Shape.unit()
    return 3
end

function Shape:rank()
    return self.order
end

local Square, Triangle, Circle, Dot = subclass(1), subclass(2), subclass(3), subclass(4)

function Square:area()
    return self.size * self.size
end

function Square:corners()
    return 4
end

function Triangle:area()
    return self.size * self.size // 2
end

function Triangle:corners()
    return 3
end

function Circle:area()
    return self.size * self.size * 3
end

local function reverse(list)
    local i, j = 1, #list
    while i < j do
        list[i], list[j] = list[j], list[i]
        i, j = i + 1, j - 1
    end
end

local shapes = {[0] = new(Square, 2), new(Triangle, 3), new(Circle, 5), new(Dot, 7)}
local first = shapes[0]
local kept = function(amount) return first:grow(amount) end
local stack, pop = {}, table.remove
local total = 0
for i = 0, math.tointeger(arg[1] or 520000) - 1 do
    local shape = shapes[i & 3]
    total = total + shape:describe()
    total = total + shape:grow(i & 7):grow(1).size
    total = total + shape.unit() + shape:rank()
    kept(1)
    stack[#stack + 1] = i
    if i & 3 == 3 then
        total = total & 0xFFFFFF
        total = total + pop(stack) - pop(stack)
        pop(stack)
        reverse(stack)
        pop(stack)
    end
end
print(total + #stack)
