# keys() of a mapping gives something that can't be iterated over.
class Mapping:
    def __init__(self, given):
        self.given = given

    def keys(self):
        return self.given

    def __getitem__(self, key):
        return key


for given in None, 5, "ab", []:
    for f in dict, {}.update, lambda m: {**m}, lambda m: dict(**m):
        try:
            print(f(Mapping(given)))
        except TypeError as e:
            print(e)
