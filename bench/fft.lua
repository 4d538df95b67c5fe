-- SPDX-License-Identifier: MIT
local SIZE = 1 << 11

-- Lists begin at 0, as in the Python program.
local function reverse_bits(re, im)
    local j = 0
    for i = 1, SIZE - 1 do
        local bit = SIZE >> 1
        while j & bit ~= 0 do
            j = j ~ bit
            bit = bit >> 1
        end
        j = j | bit
        if i < j then
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
        end
    end
end

local function transform(re, im, cosines, sines, direction)
    reverse_bits(re, im)
    local half = 1
    while half < SIZE do
        local step = SIZE // (2 * half)
        for k = 0, half - 1 do
            local wr = cosines[k * step]
            local wi = direction * sines[k * step]
            local i = k
            while i < SIZE do
                local j = i + half
                local xr = wr * re[j] - wi * im[j]
                local xi = wr * im[j] + wi * re[j]
                re[j] = re[i] - xr
                im[j] = im[i] - xi
                re[i] = re[i] + xr
                im[i] = im[i] + xi
                i = j + half
            end
        end
        half = half * 2
    end
end

local cosines, sines, signal = {}, {}, {}
for k = 0, SIZE // 2 - 1 do
    local angle = 2 * math.pi * k / SIZE
    cosines[k], sines[k] = math.cos(angle), math.sin(angle)
end
for i = 0, SIZE - 1 do
    signal[i] = (i * 37 % 101) / 101
end
local n = math.tointeger(arg[1] or 74)
local power, wrong = 0.0, 0.0
for _ = 1, n do
    local re, im = {}, {}
    for i = 0, SIZE - 1 do
        re[i], im[i] = signal[i], 0.0
    end
    transform(re, im, cosines, sines, -1.0)
    power = 0.0
    for i = 1, 39 do
        power = power + (re[i] * re[i] + im[i] * im[i])
    end
    transform(re, im, cosines, sines, 1.0)
    for i = 0, SIZE - 1 do
        wrong = wrong + math.abs(re[i] / SIZE - signal[i])
    end
end
assert(wrong < 0.01 * n)
print(string.format("%.2f", power / SIZE))
