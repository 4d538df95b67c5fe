# assert forms and __debug__.
print(__debug__)
def msg():
    print("message evaluated", end="; ")
    return "the message"
assert True, msg()
try:
    assert False, msg()
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e), str(e) == "")
try:
    assert 0, ("a", "tuple")
except AssertionError as e:
    print(e.args)
try:
    assert None, ValueError("exc as message")
except AssertionError as e:
    print(repr(e.args[0]))
x = [1]
assert x and len(x) == 1 and x[0] == 1, "fine"
try:
    assert 1 < 2 < 1, 1 / 1
except AssertionError as e:
    print(e)
try:
    assert 1, 1 / 0
    print("message not evaluated")
    assert 0, 1 / 0
except ZeroDivisionError as e:
    print("error in message", repr(e.__context__))
AE = AssertionError
AssertionError = KeyError
try:
    assert False
except AE:
    print("assert uses the builtin")
