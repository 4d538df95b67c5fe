-- SPDX-License-Identifier: MIT
local function count_while(n)
    local i = 0
    while i < n do
        i = i + 1
    end
    return i
end

local function count_for(n)
    local total = 0
    for i = 0, n - 1 do
        total = total + (i & 7)
    end
    return total
end

local function count_nested(n)
    local hits = 0
    for i = 0, n - 1 do
        for j = 0, 99 do
            if j > i then
                break
            end
            if j & 1 == 0 then
                hits = hits + 1
            end
        end
    end
    return hits
end

local n = math.tointeger(arg[1] or 44000)
print(count_while(n * 100) + count_for(n * 100) + count_nested(n))
