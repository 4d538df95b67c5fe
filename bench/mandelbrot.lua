-- SPDX-License-Identifier: MIT
local LIMIT = 50

local function escapes(cx, cy)
    local x, y = 0.0, 0.0
    for _ = 1, LIMIT do
        local xx = x * x
        local yy = y * y
        if xx + yy > 4.0 then
            return true
        end
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    end
    return false
end

local n = math.tointeger(arg[1] or 512)
local inside = 0
for row = 0, n - 1 do
    local cy = 2.0 * row / n - 1.0
    for column = 0, n - 1 do
        if not escapes(3.0 * column / n - 2.0, cy) then
            inside = inside + 1
        end
    end
end
print(inside)
