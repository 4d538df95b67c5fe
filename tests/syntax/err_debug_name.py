# __debug__ can't be bound in any way.
for source in (
    "f(__debug__=1)",
    "x.__debug__ = 1",
    "x.__debug__ += 1",
    "a, x.__debug__ = 1, 2",
    "for x.__debug__ in y: pass",
    "__debug__ = 1",
    "def f(__debug__): pass",
    "import __debug__",
    "x.__debug__",
):
    try:
        compile(source, "source", "exec")
        print("fine:", source)
    except SyntaxError as e:
        print(e.msg)
