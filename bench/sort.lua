-- SPDX-License-Identifier: MIT
local function numbers(n)
    local seed, result = 42, {}
    for i = 1, n do
        seed = (seed * 1309 + 13849) & 65535
        result[i] = seed
    end
    return result
end

local function mix(values)
    local total = 0
    for i = 1, #values, 7 do
        total = (total * 31 + values[i]) % 1000003
    end
    return total
end

local function sorted(values, less)
    local copy = table.move(values, 1, #values, 1, {})
    table.sort(copy, less)
    return copy
end

local function by_key(a, b)
    return a % 100 * 65536 + a < b % 100 * 65536 + b
end

local Card = {}
Card.__index = Card
Card.__lt = function(a, b)
    return a.value < b.value
end

local function sort_all(n)
    local values = numbers(n)
    local total = mix(sorted(values))
    total = total + mix(sorted(values, by_key))
    total = total + mix(sorted(values, function(a, b) return a > b end))
    local nearly = sorted(values)
    for i = 1, n - 10, 10 do
        nearly[i], nearly[i + 7] = nearly[i + 7], nearly[i]
    end
    table.sort(nearly)
    total = total + mix(nearly)
    local cards = {}
    for i = 1, n // 4 do
        cards[i] = setmetatable({value = values[i]}, Card)
    end
    table.sort(cards)
    for i, c in ipairs(cards) do
        cards[i] = c.value
    end
    return total + mix(cards)
end

local total = 0
for i = 0, math.tointeger(arg[1] or 130) - 1 do
    total = total + sort_all(4000 + i)
end
print(total)
