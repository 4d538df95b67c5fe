# Positions and sizes beyond 4 GiB, in a file that is a hole but for its end.
import os

PATH = (os.getenv("TMPDIR") or ".") + "/beyond_4g"
PLACE = 5 << 30

with open(PATH, "wb") as f:
    print(f.seek(PLACE), f.write(b"end"), f.tell())
try:
    with open(PATH, "rb") as f:
        print(f.seek(-3, 2), f.read(), f.tell(), f.read())
        print(f.seek(PLACE + 1), f.read(1), f.tell(), f.seek(0), f.read(2))
    with open(PATH, "r+b") as f:
        print(f.truncate(PLACE + 2), f.seek(0, 2))
    print(os.stat(PATH)[6], os.path.getsize(PATH) if hasattr(os, "path") else PLACE + 2)
    print("beyond_4g" in os.listdir(os.getenv("TMPDIR") or "."))
finally:
    os.remove(PATH)
