# exit: 1
# stderr: ^Error in sys\.excepthook:\nTraceback \(most recent call last\):\n.*, in hook\nKeyError: 2\n\nOriginal exception was:\nTraceback \(most recent call last\):\n.*in <module>\nZeroDivisionError: division by zero\n$
# sys.excepthook gets what nothing handles; if it raises, both are told.
import io, sys

print(sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__)
try:
    sys.last_exc
except AttributeError:
    print("no last exception")

sys.stderr = io.StringIO()
sys.excepthook(ValueError, ValueError("shown"), None)
print(sys.stderr.getvalue())
try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
sys.stderr = io.StringIO()
other = KeyError(1)
sys.excepthook(KeyError, other, tb)
print(sys.stderr.getvalue().splitlines()[-1], other.__traceback__ is tb)
try:
    sys.excepthook(1, 2)
except TypeError:
    print("TypeError")
sys.stderr = sys.__stderr__

def hook(kind, value, tb):
    print(kind, value, tb is value.__traceback__, tb.tb_lineno)
    print(sys.last_exc is value, sys.last_value is value, sys.last_type is kind,
          sys.last_traceback is tb)
    raise KeyError(2)

sys.excepthook = hook
1 / 0
