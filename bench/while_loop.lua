-- SPDX-License-Identifier: MIT
local n, i = math.tointeger(arg[1] or 13000000), 0
while i < n do
    i = i + 1
end
print(i)
