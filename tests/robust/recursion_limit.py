# Unbounded recursion of every kind gives RecursionError, and the program goes on.
def attempt(name, f):
    try:
        f()
        print(name, "returned")
    except RecursionError as e:
        print(name, "RecursionError")
def plain(): return plain()
def mutual_a(): return mutual_b()
def mutual_b(): return mutual_a()
class C:
    def __getattr__(self, n): return self.other
    def __call__(self): return self()
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __eq__(self, o): return self == o
    def __lt__(self, o): return self < o
    def __hash__(self): return hash(self)
    def __add__(self, o): return self + o
    def __getitem__(self, k): return self[k]
    def __contains__(self, k): return k in self
    def __bool__(self): return bool(self)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __neg__(self): return -self
    def __index__(self): return [1][self]
    def __format__(self, s): return format(self, s)
    @property
    def p(self): return self.p
c = C()
def w():
    with c: pass
def plain_key(x): return plain_key(x)
for name, f in (("plain", plain), ("mutual", mutual_a),
                ("lambda", lambda: (lambda g: g(g))(lambda g: g(g))), ("getattr", lambda: c.x),
                ("call", c), ("len", lambda: len(c)), ("iter", lambda: iter(c)),
                ("repr", lambda: repr(c)),
                ("str", lambda: str(c)), ("eq", lambda: c == 1), ("lt", lambda: c < 1),
                ("hash", lambda: hash(c)), ("add", lambda: c + 1), ("getitem", lambda: c[0]),
                ("in", lambda: 1 in c), ("bool", lambda: not c), ("with", w),
                ("neg", lambda: -c), ("index", lambda: [1][c]), ("format", lambda: f"{c}"),
                ("property", lambda: c.p), ("list", lambda: list(c)),
                ("key", lambda: sorted([2, 1], key=plain_key)),
                ("in container", lambda: repr([{1: c}])),
                ("print", lambda: print(c)), ("set", lambda: {c}), ("sum", lambda: sum([c], c))):
    attempt(name, f)
def exec_rec(): exec("exec_rec()")
attempt("exec", exec_rec)
print("still alive", sum(range(10)))
