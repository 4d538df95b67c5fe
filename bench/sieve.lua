-- SPDX-License-Identifier: MIT
local function count_primes(n)
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

local total = 0
for i = 0, math.tointeger(arg[1] or 270) - 1 do
    total = total + count_primes(20000 + i)
end
print(total)
