# Times of os.stat() are floats by name and whole seconds by index.
import os

s = os.stat(".")
for name, i in (("st_atime", 7), ("st_mtime", 8), ("st_ctime", 9)):
    t = getattr(s, name)
    print(name, type(t) is float, type(s[i]) is int, abs(t - s[i]) < 200, getattr(s, name + "_ns") // 10 ** 9 == s[i])
print(type(os.stat('/'))(range(10)).st_mtime)
