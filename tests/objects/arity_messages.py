# Which type a message about the number of arguments names: the one that has the method.
class A:
    pass


class L(list):
    pass


for call in (lambda: object.__format__(""), lambda: A.__format__(""), lambda: A.__format__(A()), lambda: list.append([]),
             lambda: L.append(L()), lambda: L().append(), lambda: [].append(), lambda: str.upper("a", 1),
             lambda: int.__format__(True), lambda: True.__format__(), lambda: True.bit_length(1), lambda: object.__reduce_ex__(3),
             lambda: object.__sizeof__(3, 4), lambda: type.mro(A, 1), lambda: A().__format__(),
             lambda: Exception().with_traceback(), lambda: ValueError().with_traceback(),
             lambda: ValueError.with_traceback(ValueError()), lambda: ValueError().add_note(),
             lambda: float.fromhex(), lambda: bytes.fromhex()):
    try:
        print(call())
    except TypeError as e:
        print(e)
