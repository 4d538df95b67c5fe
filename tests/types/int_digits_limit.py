# Decimal text of ints is limited, in both directions and in source; powers of two are not.
import sys


def attempt(f):
    try:
        r = f()
        print(type(r).__name__, len(r) if isinstance(r, str) else r.bit_length())
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)


print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits,
      sys.int_info.str_digits_check_threshold)
for digits in (4299, 4300, 4301, 9000):
    text, big = "1" * digits, 10 ** digits - 1
    for f in (lambda: int(text), lambda: int("-" + text), lambda: int(text, 7), lambda: int(text, 16),
              lambda: int("_".join(text)), lambda: int(text.encode()), lambda: str(-big),
              lambda: "%d" % big, lambda: f"{big}", lambda: repr([big]), lambda: hex(big),
              lambda: "%x" % big, lambda: f"{big:b}", lambda: eval(text), lambda: eval(text[:-1] + "_" + text[-1]),
              lambda: eval("0x" + text)):
        attempt(f)
sys.set_int_max_str_digits(640)
attempt(lambda: str(10 ** 640))
attempt(lambda: str(10 ** 639))
for limit in (639, -1, 1, "x"):
    try:
        sys.set_int_max_str_digits(limit)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
sys.set_int_max_str_digits(maxdigits=0)
attempt(lambda: str(10 ** 5000))
attempt(lambda: int("1" * 5000))
