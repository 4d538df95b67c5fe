-- SPDX-License-Identifier: MIT
local function place(row, n, columns, rising, falling)
    if row == n then
        return 1
    end
    local ways = 0
    for column = 0, n - 1 do
        if not (columns[column] or rising[row + column] or falling[row - column + n]) then
            columns[column], rising[row + column], falling[row - column + n] = true, true, true
            ways = ways + place(row + 1, n, columns, rising, falling)
            columns[column], rising[row + column], falling[row - column + n] = false, false, false
        end
    end
    return ways
end

local function falses(n)
    local t = {}
    for i = 0, n - 1 do
        t[i] = false
    end
    return t
end

local n = math.tointeger(arg[1] or 12)
print(place(0, n, falses(n), falses(2 * n), falses(2 * n + 1)))
