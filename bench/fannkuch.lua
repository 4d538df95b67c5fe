-- SPDX-License-Identifier: MIT
-- Permutations are of 0..n-1 in tables that begin at 0, as in the Python program.
local function flips_of(permutation, n)
    local p = {}
    for i = 0, n - 1 do
        p[i] = permutation[i]
    end
    local flips = 0
    local first = p[0]
    while first ~= 0 do
        local i, j = 0, first
        while i < j do
            p[i], p[j] = p[j], p[i]
            i = i + 1
            j = j - 1
        end
        flips = flips + 1
        first = p[0]
    end
    return flips
end

local function main(n)
    local permutation, counts = {}, {}
    for i = 0, n - 1 do
        permutation[i], counts[i] = i, 0
    end
    local checksum, most, sign = 0, 0, 1
    while true do
        if permutation[0] ~= 0 then
            local flips = flips_of(permutation, n)
            checksum = checksum + sign * flips
            if flips > most then
                most = flips
            end
        end
        sign = -sign
        local level = 1
        while level < n do
            local first = permutation[0]
            for i = 0, level - 1 do
                permutation[i] = permutation[i + 1]
            end
            permutation[level] = first
            counts[level] = counts[level] + 1
            if counts[level] <= level then
                break
            end
            counts[level] = 0
            level = level + 1
        end
        if level == n then
            return checksum .. " " .. most
        end
    end
end

print(main(math.tointeger(arg[1] or 9)))
