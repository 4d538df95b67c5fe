-- SPDX-License-Identifier: MIT
local items = {[0] = 0, 1, 2, 3, 4, 5, 6, 7}
local total = 0
for i = 0, math.tointeger(arg[1] or 6900000) - 1 do
    local k = i & 7
    total = total + items[k]
    items[k] = items[7 - k]
end
print(total)
