# 0 stands for the first month, day and day of the year; the week's day counts modulo 7.
import time

print(time.strftime("%b|%j|%d|%a", (2000, 0, 0, 0, 0, 0, 6, 0, 0)))
print(time.strftime("%u|%w|%A", (2000, 1, 1, 0, 0, 0, -1, 1, 0)))
print(time.strftime("é%Yß", (2000, 1, 1, 0, 0, 0, 8, 1, 0)))
for bad in ((2000, 13, 1, 0, 0, 0, 0, 1, 0), (2000, 1, 32, 0, 0, 0, 0, 1, 0),
            (2000, 1, 1, 24, 0, 0, 0, 1, 0), (2000, 1, 1, 0, 60, 0, 0, 1, 0),
            (2000, 1, 1, 0, 0, 62, 0, 1, 0), (2000, 1, 1, 0, 0, 0, -2, 1, 0),
            (2000, 1, 1, 0, 0, 0, 0, 367, 0)):
    try:
        print(time.strftime("%Y", bad))
    except ValueError as e:
        print("ValueError", e)
