-- SPDX-License-Identifier: MIT
local DEPTH = 11

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

local n = math.tointeger(arg[1] or 95)
local lasting = grow(DEPTH)
local total = 0
for _ = 1, n do
    for depth = 4, DEPTH - 1, 2 do
        for _ = 1, 1 << (DEPTH - depth) do
            total = total + count(grow(depth))
        end
    end
end
print(total + count(lasting))
