# except and except* without parentheses around several types (3.14).
def f(exc):
    try:
        raise exc
    except ValueError, TypeError:
        return "first"
    except KeyError, IndexError, OSError:
        return "second"
    except (AttributeError, NameError) as e:
        return "third " + str(e)
print(f(ValueError()), f(TypeError()), f(IndexError()), f(OSError()), f(NameError("n")))
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError, TypeError:
    print("star")
except* KeyError:
    print("key")
try:
    compile("try: pass\nexcept A, B as e: pass\n", "", "exec")
except SyntaxError as e:
    print(type(e).__name__)
try:
    1 / 0
except (ZeroDivisionError,):
    print("one tuple")
