# os: listdir, mkdir, rmdir, remove, rename, stat, getcwd, chdir, errors.
import os
D = (os.getenv("TMPDIR") or ".") + "/os_files_tmp"
start = os.getcwd()
os.mkdir(D)
print(os.listdir(D))
for n in ("b", "a", "c.txt"):
    with open(D + "/" + n, "w") as f: f.write(n * 3)
os.mkdir(D + "/sub")
print(sorted(os.listdir(D)))
st = os.stat(D + "/c.txt")
print(st[6], st[0] & 0o170000 == 0o100000, os.stat(D + "/sub")[0] & 0o170000 == 0o040000,
      len(st) >= 10)
os.rename(D + "/a", D + "/renamed")
os.rename(D + "/renamed", D + "/b")
print(sorted(os.listdir(D)), open(D + "/b").read())
def err(f, *a):
    try:
        f(*a)
        return "no error"
    except OSError as e:
        return type(e).__name__
print(err(os.remove, D + "/nope"), err(os.mkdir, D), err(os.rmdir, D), err(os.stat, D + "/nope"),
      err(os.listdir, D + "/nope"), err(os.listdir, D + "/b"),
      err(os.rename, D + "/nope", D + "/x"), err(os.chdir, D + "/nope"), err(os.rmdir, D + "/b"),
      err(open, D), err(os.mkdir, D + "/no/deep"))
os.chdir(D)
print(sorted(os.listdir()), sorted(os.listdir(".")), os.getcwd() != start,
      os.getcwd().endswith("os_files_tmp"))
with open("rel", "w") as f: f.write("x")
print("rel" in os.listdir(), os.stat("rel")[6])
os.remove("rel")
os.unlink("c.txt")
os.chdir(start)
print(os.getcwd() == start, sorted(os.listdir(D)))
os.rmdir(D + "/sub")
os.remove(D + "/b")
os.rmdir(D)
print(err(os.stat, D), os.sep, isinstance(os.getenv("PATH", ""), str),
      os.getenv("NO_SUCH_VARIABLE_X"), os.getenv("NO_SUCH_VARIABLE_X", "dflt"))
for bad in (lambda: os.listdir(5.5), lambda: os.mkdir(None), lambda: os.stat(1.5),
            lambda: os.rename("a"), lambda: os.remove()):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()
