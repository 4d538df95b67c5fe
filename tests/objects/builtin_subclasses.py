# __subclasses__() of builtin classes.
class A(int): pass
print(int.__subclasses__()[0], int.__subclasses__()[-1], bool.__subclasses__(), list in object.__subclasses__())
def tree(c, d=0):
    print(" "*d, c.__name__)
    for s in sorted(c.__subclasses__(), key=lambda c: c.__name__):
        if s.__module__ == "builtins" and s.__name__ not in ("PythonFinalizationError", "_IncompleteInputError"): tree(s, d + 1)
tree(BaseException)
