# What asks an instance of a subclass of a number for its value, and what takes the value it has.
import math, struct, array, json, cmath


class F(float):
    def __float__(self):
        print("float", end=" ")
        return 7.0

    def __int__(self):
        print("int", end=" ")
        return 7

    def __index__(self):
        print("index", end=" ")
        return 7

    def __complex__(self):
        print("complex", end=" ")
        return 7j

    def __round__(self, n=None):
        print("round", end=" ")
        return 7

    def __trunc__(self):
        print("trunc", end=" ")
        return 7

    def __repr__(self):
        print("repr", end=" ")
        return 'F'

    def __str__(self):
        print("str", end=" ")
        return 'F'


class I(int):
    def __float__(self):
        print("float", end=" ")
        return 7.0

    def __int__(self):
        print("int", end=" ")
        return 7

    def __index__(self):
        print("index", end=" ")
        return 7

    def __complex__(self):
        print("complex", end=" ")
        return 7j

    def __round__(self, n=None):
        print("round", end=" ")
        return 7

    def __repr__(self):
        print("repr", end=" ")
        return 'I'

    def __str__(self):
        print("str", end=" ")
        return 'I'


class C(complex):
    def __float__(self):
        print("float", end=" ")
        return 7.0

    def __complex__(self):
        print("complex", end=" ")
        return 7j

    def __repr__(self):
        print("repr", end=" ")
        return 'C'


class B(int):
    pass
OPS = dict(
    pf=lambda x: '%f' % x,
    pd=lambda x: '%d' % x,
    pg=lambda x: '%g' % (x,),
    pbf=lambda x: b'%f' % x,
    px=lambda x:'%x' % x,
    ps=lambda x: '%s' % x,
    pr=lambda x: '%r' % x,
    pa=lambda x: '%a' % x,
    pstar=lambda x: '%*d' % (x, 1),
    fmt=lambda x: format(x, '.2f'),
    fmt0=lambda x: format(x),
    fstr=lambda x: f'{x}',
    fmtd=lambda x: format(x, 'd'),
    sqrt=lambda x: math.sqrt(x),
    floor=lambda x: math.floor(x),
    ceil=lambda x: math.ceil(x),
    trunc=lambda x: math.trunc(x),
    fsum=lambda x: math.fsum([x]),
    hypot=lambda x: math.hypot(x, 1),
    isclose=lambda x: math.isclose(x, 1),
    ldexp=lambda x: math.ldexp(x, 1),
    ldexp2=lambda x: math.ldexp(1.0, x),
    gcd=lambda x: math.gcd(x, 4),
    fact=lambda x: math.factorial(x),
    cs=lambda x: cmath.sqrt(x),
    pow=lambda x: math.pow(x, 1),
    isqrt=lambda x: math.isqrt(x),
    prod=lambda x: math.prod([x, 2.0]),
    sum=lambda x: sum([x, 2.0]),
    sum2=lambda x: sum([1, x]),
    comb=lambda x: math.comb(8, x),
    sd=lambda x: struct.pack('<d', x),
    si=lambda x: struct.pack('<i', x),
    ad=lambda x: array.array('d', [x]),
    ai=lambda x: array.array('i', [x]),
    js=lambda x: json.dumps(x),
    jk=lambda x: json.dumps({x: 1}),
    fl=lambda x: float(x),
    it=lambda x: int(x),
    co=lambda x: complex(x),
    co2=lambda x: complex(1, x),
    rd=lambda x: round(x),
    rd1=lambda x: round(0.5, x),
    ab=lambda x: abs(x),
    dm=lambda x: divmod(x, 2),
    bl=lambda x: bool(x),
    hs=lambda x: hash(x) == hash(type(x).__base__(x)),
    rng=lambda x: range(x),
    lst=lambda x: [1]*x,
    ix=lambda x: [1, 2, 3][x],
    ch=lambda x: chr(x),
    hx=lambda x: hex(x),
    by=lambda x: len(bytes(x)),
    bs=lambda x: bytes([x]),
    sl=lambda x: 'abc'[x:],
    add=lambda x: x + 1.5,
    radd=lambda x: 1.5 + x,
    cadd=lambda x: 1j + x,
    lt=lambda x: x < 2.5,
    eq=lambda x: x == 1.0,
    imul=lambda x: 2.5 * x,
    fd=lambda x: 7.5 // x,
    pw=lambda x: 2.0 ** x,
    sh=lambda x: 1 << x,
    inv=lambda x: ~x,
    st=lambda x: str(x),
    rp=lambda x: repr(x),
    prt=lambda x: print(x, end=' '),
    jo=lambda x: ''.join([x]),
    tb=lambda x: (5).to_bytes(x, 'big'),
    bitl=lambda x: x.bit_length(),
    asr=lambda x: x.as_integer_ratio(),
    cj=lambda x: x.conjugate(),
    rl=lambda x: (x.real, x.imag),
    neg=lambda x: -x,
    pos=lambda x: +x)


def show(r):
    if type(r) is float or type(r) is complex:
        return "{:.3g}".format(r)  # whatever the width of floats
    return r


for cls, v in ((F, 1.0), (F, 2.5), (I, 1), (I, 3), (C, 1), (B, 2)):
    for n, f in OPS.items():
        x = cls(v)
        print(cls.__name__, n, end=': ')
        try:
            print(show(f(x)))
        except Exception as e:
            print(repr(e))
