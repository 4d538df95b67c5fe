-- SPDX-License-Identifier: MIT
local function main(n)
    local is_prime = {}
    for i = 0, n do
        is_prime[i] = true
    end
    local count = 0
    for i = 2, n do
        if is_prime[i] then
            count = count + 1
            local j = i * i
            while j <= n do
                is_prime[j] = false
                j = j + i
            end
        end
    end
    return count
end

print(main(math.tointeger(arg[1] or 900000)))
