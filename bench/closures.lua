-- SPDX-License-Identifier: MIT
local function make_counter(step)
    local count = 0
    return function(times)
        count = count + step * (times or 1)
        return count
    end
end

local function compose(...)
    local functions = {...}
    return function(x)
        for i = 1, #functions do
            x = functions[i](x)
        end
        return x
    end
end

local function traced(log, f)
    return function(...)
        log[1] = log[1] + 1
        return f(...)
    end
end

local function sum_mapped(f, ...)
    local total = 0
    for _, x in ipairs({...}) do
        total = total + f(x)
    end
    return total
end

local function work(n)
    local log = {0}
    local weigh = traced(log, function(a, b, scale)
        return (a + b) * (scale or 1)
    end)
    local chain = compose(function(x) return x + 1 end, function(x) return x * 2 end, make_counter(3))
    local counters = {}
    for i = 1, 5 do
        counters[i] = make_counter(i)
    end
    local total = 0
    for i = 0, n - 1 do
        total = total + (chain(i) & 255)
        total = total + (counters[i % 5 + 1](2) & 255)
        total = total + weigh(i, 1, i & 3)
        total = total + sum_mapped(function(x) return x ~ i end, 1, 2, 3)
    end
    return total + log[1]
end

local total = 0
for i = 0, math.tointeger(arg[1] or 640) - 1 do
    total = (total + work(500 + (i & 15))) & 0xFFFFFF
end
print(total)
