# exit: 7
# What sys.excepthook raises as SystemExit is the exit code.
import sys

def hook(kind, value, tb):
    print(kind)
    sys.exit(7)

sys.excepthook = hook
raise KeyboardInterrupt
