import sys


class Package(type(sys)):
    @property
    def answer(self):
        return 42

    def __getattr__(self, name):
        if name.startswith("lazy_"):
            return name
        raise AttributeError(name)


sys.modules[__name__].__class__ = Package
