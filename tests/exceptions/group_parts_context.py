# The parts of a group hide their context, as split() sets their cause.
def parts():
    try:
        try:
            1 // 0
        except ZeroDivisionError:
            raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])])
    except ExceptionGroup as e:
        return e, *e.split(ValueError), e.subgroup(TypeError)


for g in parts():
    print(repr(g), g.__suppress_context__, type(g.__context__).__name__, g.__cause__)

whole = ExceptionGroup("w", [ValueError(1)])
print(whole.subgroup(ExceptionGroup) is whole, whole.__suppress_context__)
print(whole.subgroup(ValueError).__suppress_context__)


# subgroup() makes no group of what it leaves out.
class Odd(ExceptionGroup):
    def derive(self, members):
        print("derive", members)
        return ExceptionGroup.derive(self, members) if len(members) == 1 else 5


odd = Odd("o", [ValueError(1), TypeError(2), KeyError(3)])
print(odd.subgroup(OSError))
print(repr(odd.subgroup(ValueError)))
try:
    odd.split(ValueError)
except TypeError as e:
    print(e)
