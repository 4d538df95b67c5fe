# dir() asks for __dict__ and __class__ where a class of the program answers.
class Other:
    other = 1


class Tells:
    method = 1

    def __getattribute__(self, name):
        print(name, end=" ")
        return object.__getattribute__(self, name)


class Hides:
    method = 1

    def __getattribute__(self, name):
        print(name, end=" ")


class Refuses:
    method = 1

    def __getattribute__(self, name):
        raise AttributeError(name)


class Dict:
    method = 1
    __dict__ = property(lambda self: {"a": 1, "b": 2})


class NoDict:
    method = 1
    __dict__ = 5


class Class:
    method = 1
    __class__ = property(lambda self: Other)


class Failing:
    __dict__ = property(lambda self: 1 / 0)


for cls in Tells, Hides, Refuses, Dict, NoDict, Class, Failing:
    x = cls()
    object.__setattr__(x, "own", 1)
    try:
        print(cls.__name__, [n for n in dir(x) if n[0] != "_"])
    except ZeroDivisionError as e:
        print(e)
