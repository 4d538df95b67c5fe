# Prints what tests/skips.toml may ask of the interpreter that runs the tests, `feature=value` a
# line. It is no test itself.
import sys

MODULES = (
    "_asyncio _thread argparse array asyncio binascii btree cmath collections cryptolib deflate"
    " errno ffi framebuf gc hashlib heapq io json machine marshal math micropython mip os platform"
    " random re requests select socket ssl string struct termios time tls uctypes unittest vfs"
    " weakref websocket"
)


def word_bits():
    # maxsize is the largest small index: 2**31-1 or 2**30-1 on 32-bit machines
    return 64 if sys.maxsize > 1 << 32 else 32


def float_width():
    try:
        return "double" if float("1e300") < float("inf") else "single"
    except (NameError, ValueError):
        return "none"


def has_module(name):
    try:
        __import__(name)
        return True
    except Exception:
        return False


def has_character_names():
    try:
        return eval(r"'\N{SPACE}'") == " "
    except SyntaxError:
        return False


def red_zone_blocks():
    """Blocks that a build for a memory checker leaves free behind each cell."""
    try:
        from gc import mem_alloc
    except ImportError:
        return 0
    before = mem_alloc()
    one = (before,)
    return (mem_alloc() - one[0]) // 16 - word_bits() // 32


print("bits=%d" % word_bits())
print("float=" + float_width())
print("byteorder=" + sys.byteorder)
print("implementation=" + sys.implementation.name)
print("platform=" + sys.platform)
print("redzone=%d" % red_zone_blocks())
print("names=" + ("unicode" if has_character_names() else "none"))
for name in MODULES.split():
    if has_module(name):
        print("module=" + name)
