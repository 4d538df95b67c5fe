# Special methods on the metaclass act on classes.
class Meta(type):
    members = {"a": 1, "b": 2}
    def __getitem__(cls, k): return cls.members[k]
    def __len__(cls): return len(cls.members)
    def __iter__(cls): return iter(cls.members)
    def __contains__(cls, k): return k in cls.members
    def __getattr__(cls, name):
        if name.startswith("dyn_"): return name
        raise AttributeError(name)
    def __setattr__(cls, name, v):
        super().__setattr__(name, ("set", v))
    def __add__(cls, o): return cls.__name__ + o.__name__
    def __repr__(cls): return "<Meta %s>" % cls.__name__
    def __bool__(cls): return False
    def __eq__(cls, o): return "eq"
    def __hash__(cls): return 7
    def __lt__(cls, o): return cls.__name__ < o.__name__
    def __dir__(cls): return ["custom"]
class A(metaclass=Meta): pass
class B(A): pass
print(A["a"], len(A), list(A), "b" in A, "z" in A, A.dyn_x, A + B, A, bool(A))
A.attr = 5
print(A.attr, B.attr, A == 3, hash(B), A < B, sorted([B, A]), dir(A))
for code in ("A()['a']", "len(A())", "A().dyn_x", "A.zzz"):
    try:
        print(eval(code))
    except (TypeError, AttributeError) as e:
        print(code, type(e).__name__)
print([A, B], {B: "hashable"})
