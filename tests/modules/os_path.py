# os.path: join, split, basename, dirname, exists, isfile, isdir, splitext.
import os
p = os.path
print(p.join("a", "b"), p.join("a/", "b"), p.join("a", "/b"), p.join("a", "b", "c"),
      p.join("", "a"), p.join("a", ""), p.join("/"), p.join("/", "x"))
print(p.split("/a/b/c"), p.split("a"), p.split("/a"), p.split("a/"), p.split("/"), p.split(""),
      p.split("//a"))
print(p.basename("/a/b.c"), p.basename("a/"), p.basename("x"), p.dirname("/a/b"), p.dirname("a"),
      p.dirname("/a"), repr(p.dirname("")))
print(p.splitext("a.b.c"), p.splitext("/x.y/z"), p.splitext(".hidden"), p.splitext("no"),
      p.splitext("a."))
D = (os.getenv("TMPDIR") or ".") + "/os_path_tmp"
os.mkdir(D)
F = p.join(D, "f")
with open(F, "w") as f: f.write("12345")
print(p.exists(F), p.exists(D), p.exists(F + "x"), p.isfile(F), p.isfile(D), p.isdir(D), p.isdir(F),
      p.isdir(D + "/nope"), p.getsize(F))
os.remove(F)
os.rmdir(D)
print(p.exists(D), p.isabs("/a"), p.isabs("a"), p.normpath("a//b/./c/../d"), p.normpath("/../x"),
      p.normpath(""), p.sep)
print(p.abspath("x") == p.join(os.getcwd(), "x"), p.abspath("/a/../b"),
      p.commonprefix(["/abc", "/abd"]))
for bad in (lambda: p.join(1, "a"), lambda: p.split(5), lambda: p.basename(None)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()
