-- SPDX-License-Identifier: MIT
local function entry(i, j)
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)
end

local function times(v)
    local result = {}
    for i = 1, #v do
        local total = 0.0
        for j = 1, #v do
            total = total + entry(i - 1, j - 1) * v[j]
        end
        result[i] = total
    end
    return result
end

local function times_transposed(v)
    local result = {}
    for i = 1, #v do
        local total = 0.0
        for j = 1, #v do
            total = total + entry(j - 1, i - 1) * v[j]
        end
        result[i] = total
    end
    return result
end

local n = math.tointeger(arg[1] or 360)
local u, v = {}, nil
for i = 1, n do
    u[i] = 1.0
end
for _ = 1, 5 do
    v = times_transposed(times(u))
    u = times_transposed(times(v))
end
local above, below = 0.0, 0.0
for i = 1, n do
    above = above + u[i] * v[i]
    below = below + v[i] * v[i]
end
print(string.format("%.2f", math.sqrt(above / below)))
