# __text_signature__: of operations, and of what has no parameters; None where it is not known.
import gc
for f in (list.__len__, [].__len__, list.__repr__, int.__add__, int.__radd__, int.__pow__,
    int.__rpow__, int.__neg__,
          int.__bool__, list.__iadd__, list.__eq__, dict.__contains__, dict.__setitem__,
          dict.__delitem__,
          object.__init__, type.__call__, property.__get__, property.__set__, property.__delete__,
          object.__new__,
          list.__new__, type(iter([])).__next__, type.__setattr__, int.__str__, int.__hash__,
          dict.__iter__,
          [].copy, list.copy, {}.popitem, "".isalpha, gc.enable, float.is_integer):
    print(f.__name__, f.__text_signature__)
class A: pass
print(object.__text_signature__, A.__text_signature__, int.__text_signature__)
for x in (len, A.__init__, {}.clear):
    try: x.__text_signature__ = "(x)"
    except AttributeError as e: print(type(e).__name__)
