-- SPDX-License-Identifier: MIT
local format = string.format

local function checksum(text)
    local _, sevens = text:gsub("7", "7")
    return (#text * 31 + sevens) % 1000003
end

local function by_adding(n)
    local line, total = "", 0
    for i = 0, n - 1 do
        line = line .. tostring(i)
        if #line > 60 then
            total = total + checksum(line)
            line = ""
        end
    end
    return total + checksum(line)
end

local function by_joining(n)
    local parts, total = {}, 0
    for i = 0, n - 1 do
        parts[#parts + 1] = "<" .. tostring(i % 977) .. ">"
        if #parts == 1000 then
            total = total + checksum(table.concat(parts))
            parts = {}
        end
    end
    return total + checksum(table.concat(parts))
end

local function by_format(n)
    local total = 0
    for i = 0, n - 1 do
        total = total + checksum(format("%05d:%x", i, i * 7))
        total = total + checksum(format("%6d|%d", i, i % 10))
    end
    return total
end

local n = math.tointeger(arg[1] or 300000)
print(by_adding(n) + by_joining(n) + by_format(n))
