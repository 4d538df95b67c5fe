# micropython.opt_level(): what later compilations leave out.
import sys
import micropython

TEXT = "\n\ntry:\n    assert 0, 'kept'\nexcept AssertionError as e:\n    print(e)\nprint(__debug__)\n\n\n1/0\n"


class Keeper:
    def write(self, text):
        self.text += text


start = micropython.opt_level()
for level in (0, 1, 2, 3, 0):
    print(micropython.opt_level(level), micropython.opt_level())
    try:
        exec(compile(TEXT, "text", "exec"))
    except ZeroDivisionError as e:
        keeper = Keeper()
        keeper.text = ""
        sys.print_exception(e, keeper)
        print(keeper.text.split("\n")[-3])
print(start, micropython.opt_level())
print(micropython.const(5), micropython.const("x"), micropython.const(None))
