# What was written to a file that nobody closed is seen by others: when a path is opened or looked at, when a
# program is started, when a file is read.
import os

path = os.getenv("TMPDIR") + "/"
open(path + "a", "w").write("hello")
print(open(path + "a").read())
f = open(path + "b", "w")
r = open(path + "b")
f.write("abc")
print(os.stat(path + "b").st_size, r.read())
f.write("def")
os.system("cat " + path + "b; echo")
f.write("x = 42\n")
g = open(path + "made.py", "wb")
g.write(b"x = 42\n")
import sys
sys.path.insert(0, path)
import made
print(made.x)
os.rename(path + "b", path + "c")
f.write("more")
print(open(path + "c").read())
f.close()
