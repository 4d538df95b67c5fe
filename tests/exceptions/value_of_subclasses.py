# The value of a StopIteration and the code of a SystemExit are set by their __init__.
for base, name in (StopIteration, "value"), (SystemExit, "code"):
    class Own(base):
        def __init__(self, *args):
            pass

    class Later(base):
        def __init__(self, *args):
            print(getattr(self, name))
            super().__init__("later")

    class Plain(base):
        pass

    for cls in base, Own, Later, Plain:
        x = cls(2, 3)
        print(cls.__name__, getattr(x, name), x.args)
        x.__init__(7)
        print(getattr(x, name), x.args)
        base.__init__(x, 8)
        print(getattr(x, name), x.args)
        setattr(x, name, 5)
        print(getattr(x, name), x.args)

