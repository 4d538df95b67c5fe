-- SPDX-License-Identifier: MIT
local function grow(depth)
    if depth == 0 then
        return {left = nil, right = nil}
    end
    return {left = grow(depth - 1), right = grow(depth - 1)}
end

local function count(node)
    if node.left == nil then
        return 1
    end
    return 1 + count(node.left) + count(node.right)
end

local n = math.tointeger(arg[1] or 15)
local lasting = grow(n)
local total = 0
for depth = 4, n, 2 do
    for _ = 1, 1 << (n - depth) do
        total = total + count(grow(depth))
    end
end
print(total + count(lasting))
