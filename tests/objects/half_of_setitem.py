# Classes with one of __setitem__ and __delitem__, __set__ and __delete__; bounds of slices.
class SetItem:
    def __setitem__(self, key, value):
        pass


class DelItem:
    def __delitem__(self, key):
        pass


class SetList(list):
    def __setitem__(self, key, value):
        pass


class SetText(str):
    def __setitem__(self, key, value):
        pass


class Set:
    def __set__(self, o, value):
        pass


class Delete:
    def __delete__(self, o):
        pass


class Owner:
    s = Set()
    d = Delete()


class IterIndex:
    def __index__(self):
        return 3

    def __iter__(self):
        return iter([1, 2])


for text in ("Owner().s = 1", "del Owner().s", "Owner().d = 1", "del Owner().d", "SetItem()[0] = 1",
             "del SetItem()[0]", "DelItem()[0] = 1", "del DelItem()[0]", "SetList([1])[0] = 1",
             "del SetList([1])[0]", "del SetText('a')[0]", "range(2)[:1.5]", "range(2)[1.5:]", "[1][:1.5]",
             "'a'[:1.5]", "(1,)[::1.5]", "bytearray(b'a')[:'a']", "memoryview(b'a')[:'a']", "range(3)[::0]",
             "slice(1.5).indices(3)", "range(2)[::'a']", "range(2)['a']",
             "print(int.from_bytes(IterIndex(), 'big'))"):
    try:
        exec(text)
        print(text)
    except Exception as e:
        print(text, type(e).__name__, e)
