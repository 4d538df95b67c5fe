-- SPDX-License-Identifier: MIT
local last = 0
for i = 0, math.tointeger(arg[1] or 34000000) - 1 do
    last = i
end
print(last)
