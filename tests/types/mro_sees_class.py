# mro() looks at the class that is being made: what it does not find there is found later.
class First:
    pass

class Second:
    x = 1
    def f(self):
        return 'f'
    @classmethod
    def made(cls):
        return cls.__name__

class Meta(type):
    def mro(cls):
        print(hasattr(cls, 'x'), hasattr(cls, 'f'), hasattr(cls, 'made'))
        return super().mro()

class A(First, Second, metaclass=Meta):
    pass

print(A.x, A().f(), A.made(), hasattr(A, 'x'))
