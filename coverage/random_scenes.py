# SPDX-License-Identifier: MIT
"""Scenes of random programs about functions: generators and coroutines driven by hand, exceptions,
closures, calls, patterns, containers, numbers, text. `SCENES` has all with their weights.
"""

from random_program import BYTES, FAILING, FLOATS, INTS, STRS
from random_classes import attributes, class_body, hierarchy, metaclass

METHODS = {
    "list": "append(V) extend(C) insert(N, V) pop() pop(N) remove(V) index(V) index(V, N) count(V) reverse() sort() copy() clear() "
            "sort(key=str) sort(reverse=True) sort(key=lambda q: -q) __iadd__(C) __imul__(N) __contains__(V)",
    "dict": "get(V) get(V, V) pop(V) pop(V, V) popitem() setdefault(V, V) update(C) update(a=V) keys() items() values() copy() clear() "
            "fromkeys(C) fromkeys(C, V) __contains__(V) __or__(D) __ior__(D)",
    "set": "add(V) discard(V) remove(V) union(C) intersection(C) difference(C) symmetric_difference(C) update(C) issubset(C) issuperset(C) "
           "isdisjoint(C) intersection_update(C) difference_update(C) symmetric_difference_update(C) copy() clear() union(C, C)",
    "tuple": "index(V) count(V) index(V, N, N)",
    "str": "upper() lower() title() capitalize() swapcase() casefold() strip() strip(T) lstrip() rstrip(T) split() split(T) split(None, N) "
           "rsplit(T, N) splitlines() splitlines(True) partition(T) rpartition(T) replace(T, T) replace(T, T, N) find(T) rfind(T, N) "
           "index(T) count(T) count(T, N, N) startswith(T) endswith(T) startswith((T, T)) center(N) ljust(N, T) rjust(N) zfill(N) "
           "join(C) isdigit() isalpha() isalnum() isspace() isidentifier() isupper() istitle() islower() isdecimal() isnumeric() "
           "isprintable() isascii() expandtabs(N) expandtabs() encode() encode('ascii', 'replace') encode('latin-1') removeprefix(T) "
           "removesuffix(T) translate({97: 'Q', 98: None}) format(V, V) format(*C) format_map({'a': V}) __contains__(T) __mod__(V) __mul__(N)",
    "bytes": "upper() lower() title() strip() split() split(Y) replace(Y, Y) find(Y) index(Y) count(Y) startswith(Y) endswith(Y) hex() "
             "hex(':') hex('-', N) decode() decode('ascii', 'ignore') decode('latin-1') join([Y, Y]) partition(Y) rpartition(Y) center(N) "
             "zfill(N) ljust(N) isdigit() isalpha() isspace() splitlines() expandtabs() capitalize() swapcase() removeprefix(Y) translate(None, Y)",
    "bytearray": "append(N) extend(C) insert(N, N) pop() pop(N) remove(N) reverse() clear() copy() find(Y) split(Y) replace(Y, Y) join([Y]) "
                 "__iadd__(C) hex() decode() upper() count(N)",
    "int": "bit_length() bit_count() conjugate() to_bytes(N, 'big') to_bytes(N, 'little', signed=True) as_integer_ratio() __index__() "
           "__add__(V) __rsub__(V) __pow__(N) __divmod__(V) __round__(N) __and__(V) __lt__(V) __eq__(V) __format__('x')",
    "float": "is_integer() as_integer_ratio() hex() conjugate() __round__() __round__(N) __add__(V) __floordiv__(V) __rpow__(V) __eq__(V) "
             "__trunc__() __floor__() __ceil__() __format__('.3g') __divmod__(V)",
    "range": "index(V) count(V) __contains__(V) __getitem__(N) __len__()",
    "memoryview": "tolist() tobytes() hex() __len__()",
}
SPECS = ("", "5", "<8", ">8", "^9", "*^9", "08", "+", "-", " ", "x", "#x", "X", "b", "#o", "c", "d", "n", "e", ".3e", "f", ".2f", "g", ".4g",
         "%", ".1%", ",", "_", "_x", "010,", "+.3f", "z.1f", ".3", "10.2", "s", ">5s", ".2s", "=+8", "05d", "0=5", "é^7", "#.3g", ",.2f",
         "q", "<", "10%", "#", "Z", "+s", ",x", ".0f", ".10", "020.3e", "G", "E", "F", "{", "^", "2147483648")


def argument(m, letter):
    if letter == "V":
        return m.value()
    if letter == "C":
        return m.container()
    if letter == "N":
        return m.pick("0", "1", "2", "-1", "3", "5", "-4", m.integer() if m.chance(0.2) else "8").replace("2**", "2+")
    if letter == "T":
        return m.pick("'a'", "'b'", "' '", "','", "'ab'", "''", m.r.choice(STRS), m.value() if m.chance(0.3) else "'c'")
    if letter == "D":
        return m.pick("{}", "{1: 2}", "{'a': 3}", m.value() if m.chance(0.3) else "{0: 0}")
    return m.pick(m.r.choice(BYTES), "b'a'", m.value() if m.chance(0.2) else "b'b'")


def arguments(m, call):
    """`pop(N)` with values put in for the letters V, C, N, T, D, Y."""
    name, _, rest = call.partition("(")
    text, quoted = "", False
    for i, c in enumerate(rest):
        quoted ^= c == "'"
        alone = not (rest[i - 1:i].isalnum() or rest[i + 1:i + 2].isalnum())
        text += argument(m, c) if c in "VCNTDY" and alone and not quoted else c
    return f"{name}({text}"


def calls_of(kind):
    """The calls in METHODS, split where a name begins."""
    calls, text = [], ""
    for word in METHODS[kind].split(" "):
        text = f"{text} {word}" if text else word
        if text.count("(") == text.count(")") and text.count("'") % 2 == 0:
            calls.append(text)
            text = ""
    return calls


CALLS = {kind: calls_of(kind) for kind in METHODS}


def sample(m, kind):
    """An expression of a type."""
    s = m.small
    return {
        "list": lambda: m.pick(f"[{m.items(s, 0, 5)}]", "[3, 1, 2]", f"list({m.container()})"),
        "dict": lambda: m.pick("{}", f"{{{s()}: {s()}, {s()}: {s()}}}", f"dict(a={s()}, b=2)", f"dict.fromkeys({m.container()})"),
        "set": lambda: m.pick("set()", f"{{{m.items(s, 1, 4)}}}", f"set({m.container()})", f"frozenset({m.container()})"),
        "tuple": lambda: m.pick("()", f"({s()},)", f"({s()}, {s()}, {s()})"),
        "str": lambda: m.r.choice(STRS),
        "bytes": lambda: m.r.choice(BYTES),
        "bytearray": lambda: m.pick("bytearray()", "bytearray(b'abcab')", "bytearray(5)"),
        "int": m.integer,
        "float": lambda: m.r.choice(FLOATS),
        "range": lambda: f"range({m.items(lambda: m.pick('0', '1', '3', '-2', '10', '2**70'), 1, 3)})",
        "memoryview": lambda: m.pick("memoryview(b'abcdef')", "memoryview(bytearray(4))[1:]", "memoryview(b'abcdef')[::-2]"),
    }[kind]()


def drive(m, g, steps, names):
    """Random steps of a generator, each tried."""
    for _ in m.some(*steps):
        k = m.r.randrange(10)
        if k < 4:
            m.put(f"do('next', next, {g})")
        elif k < 6:
            m.put(f"do('send', {g}.send, {m.small()})")
        elif k < 8:
            e = m.error()
            m.put(f"do('throw', {g}.throw, {e})" if e[-1] == ")" else f"do('throw', lambda: {g}.throw({e}()))")
        elif k == 8:
            m.put(f"do('close', {g}.close)")
        else:
            m.put(m.r.choice(names).replace("G", g))


def generator(m):
    f, g = m.new("gen"), m.new("g")
    names = ["x", "y"]
    with m.block(f"def {f}(x, y={m.small()}):"):
        m.body("yf", 0, names, 1, 4)
        m.put(f"yield {m.pick('x', '1')}")
    if m.chance(0.4):
        inner, f = f, m.new("gen")
        with m.block(f"def {f}(x, y=0):"):
            m.put(m.pick(f"y = yield from keep({inner}(x))", f"for x in keep({inner}(1)): yield x"))
            m.body("yf", 1, names, 1, 2)
    m.put(f"{g} = keep({f}({m.small()}))")
    drive(m, g, (2, 7), ["p('state', G.gi_running, G.gi_frame is None, G.gi_yieldfrom is None)", "do('list', list, G)",
                         "do('in', lambda: 5 in G)", "do('unpack', lambda: (lambda a, *b: (a, b))(*G))",
                         "try:\n    for q in G: p('for', q); break\n    else: p('else')\nexcept Exception as e: print(exc(e))",
                         "do('from', list, (i for i in G))", "do('twice', zip(G, G).__next__)", "do('iter', lambda: iter(G) is G)"])


def coroutine(m):
    f, g = m.new("co"), m.new("c")
    names = ["x", "y"]
    with m.block(f"async def {f}(x, y={m.small()}):"):
        m.body("af", 0, names, 2, 4)
    if m.chance(0.4):
        inner, f = f, m.new("co")
        with m.block(f"async def {f}(x, y=0):"):
            m.put(f"y = await keep({inner}(x))")
            m.body("af", 1, names, 1, 2)
    m.put(f"{g} = keep({f}({m.small()}))")
    for _ in m.some(2, 6):
        e = m.error(1)
        e = e if e[-1] == ")" else e + "()"
        m.put(m.pick(f"do('send', {g}.send, None)", f"do('send', {g}.send, None)", f"do('send', {g}.send, {m.small()})",
                     f"do('throw', {g}.throw, {e})", f"do('close', {g}.close)",
                     f"p('state', {g}.cr_running, {g}.cr_frame is None, {g}.cr_await is None)",
                     f"do('await', next, keep({g}.__await__()))", f"do('next', lambda: next({g}))"))


def async_generator(m):
    f, g = m.new("ag"), m.new("a")
    names = ["x", "y"]
    with m.block(f"async def {f}(x, y={m.small()}):"):
        m.body("yafg", 0, names, 2, 4)
        m.put("yield x")
    m.put(f"{g} = keep({f}({m.small()}))")


    def sent():  # no tuple: those of anext() in CPython spread it
        return m.pick("None", "None", "None", "1", "'a'", "b'a'", "False")

    waits, started = [], []  # before 3.13 close() and throw() of others leave them and the generator as they were
    for _ in m.some(2, 7):
        k = m.r.randrange(6)
        e = m.error(1)
        e = e if e[-1] == ")" else e + "()"
        if k < 3 or not waits:
            w = m.new("w")
            waits.append(w)
            call = m.pick("__anext__()", "asend(None)", f"asend({m.small()})", f"athrow({e})", "aclose()")
            following = m.chance(0.1)
            m.put(f"{w} = keep(anext({g}, {m.pick('None', '7')}))" if following else f"{w} = keep({g}.{call})")
            for i in m.some(0, 3):
                m.put(f"do('send', {w}.send, {sent()})")
                started += [w] if following or call[0] != "a" or call[1] == "s" else []
        elif k == 3 and started:
            m.put(f"do('throw', {m.r.choice(started)}.throw, {e})")
        elif k == 4:
            m.put(f"p('state', {g}.ag_running, {g}.ag_frame is None, {g}.ag_await is None)")
        else:
            m.put(f"do('send', {m.r.choice(waits)}.send, {sent()})")
    if m.chance(0.3):
        h = m.new("co")
        with m.block(f"async def {h}():"):
            m.put(m.pick(f"return [i async for i in {g}]", f"return {{i: j async for i in {g} for j in (i, 1)}}",
                         f"return [await {m.use('Wait')}(i) for i in (1, 2)]", f"async for i in {g}: p('for', i)"))
        w = m.new("w")
        m.put(f"{w} = keep({h}())")
        for _ in m.some(1, 4):
            m.put(f"do('run', {w}.send, None)")


def exceptions(m):
    f = m.new("f")
    names = ["x", "y"]
    with m.block(f"def {f}(x, y={m.small()}):"):
        m.body("f", 0, names, 2, 4)
        m.put("return 'end', x")
    for _ in m.some(1, 3):
        m.put(f"do({f!r}, {f}, {m.items(m.small, 1, 2)})")
    if m.chance(0.4):
        with m.block("try:"):
            m.put(f"{f}({m.small()})")
        with m.block("except BaseException as e:"):
            m.put("t, s = e.__traceback__, []")
            m.put("while t: s.append((t.tb_lineno, t.tb_frame.f_code.co_name)); t = t.tb_next")
            m.put("print(s)")


def groups(m):
    g = m.new("eg")
    m.put(f"{g} = ExceptionGroup('m', [{m.error()}, {m.items(m.error, 0, 2)}])" if m.chance(0.8) else
          f"{g} = BaseExceptionGroup({m.small()}, {m.pick(m.value(), f'[{m.error()}]')})")
    if m.chance(0.3):
        c = m.new("EG")
        with m.block(f"class {c}({m.pick('ExceptionGroup', 'BaseExceptionGroup')}):"):
            m.put(m.pick("pass", f"def derive(self, excs): return {c}(self.message, excs)", "x = 1", f"def derive(self, excs): return {m.value()}"))
        m.put(f"{g} = do('make', {c}, 'own', [{m.error()}, {m.error()}])")
    for _ in m.some(2, 4):
        c = m.caught()
        m.put(m.pick(f"do('split', lambda: {g}.split({c}))", f"do('sub', lambda: {g}.subgroup({c}))", f"do('note', lambda: {g}.add_note({m.small()}))",
                     f"do('split', lambda: {g}.split(lambda e: len(e.args) < 2))", f"do('str', lambda: (str({g}), repr({g})))",
                     f"do('derive', lambda: {g}.derive([{m.error()}]))"))
    f = m.new("f")
    with m.block(f"def {f}():"):
        with m.block("try:"):
            m.put(m.pick(f"raise {g}", f"raise {m.error()}", f"raise {g} from {m.error(1)}"))
        for _ in m.some(1, 2):
            with m.block(f"except* {m.caught()} as e:"):
                m.put("p('caught', e)")
                m.body("fn", 2, ["x"], 0, 1)
        m.otherwise("f", 1, ["x"])
        if m.chance(0.3):
            with m.block("finally:"):
                m.put("p('finally')")
    m.put(f"do({f!r}, {f})")


def closure(m):
    f, names = m.new("f"), ["x", "y", "z"]
    used = m.r.sample(names, 2)
    with m.block(f"def {f}(x, y=2):"):
        m.put(m.pick("z = []", "z = [lambda: x for i in range(2)]", "z = [(lambda: i) for i in range(3)]", "pass", "z = [lambda i=i: (i, y) for i in range(2)]"))
        g = m.new("g")
        with m.block(f"def {g}(a={m.pick('x', 'y', '0')}):"):
            if m.chance(0.6):
                m.put(f"{m.pick('nonlocal', 'nonlocal', 'global')} {', '.join(u for u in used if u != 'a')}" if m.chance(0.5) else "global G")
            m.put(m.pick("x += 1", "y = x", f"z = [x for x in {m.container()}]", "del x", "G = x", "z = (x := 5), x", "x = (lambda: x)()", f"x = {{x: a for a in {m.container()}}}"))
            m.body("f", 2, names, 1, 2)
            m.put(f"return {m.pick('x', 'y', 'a', '(x, y)', 'z', 'lambda: (x, a)', '[x for _ in (1, 2)]', 'sorted(locals())')}")
        if m.chance(0.4):
            k = m.new("K")
            with m.block(f"class {k}:"):
                m.put(m.pick("x = x", "nonlocal y; y = 3", "y = [x for i in range(2)]", "z = lambda self: x", "def m(self): return __class__.__name__, y",
                             "x = 1; y = [x for i in (x, 2)]", "global G; G = 7", "for i in range(2): x = i", "del x"))
            m.put(f"p('vars', sorted(i for i in vars({k}) if i[0] != '_'), getattr({k}, 'x', 0), getattr({k}, 'y', 0))")
        for _ in m.some(1, 3):
            m.put(m.pick(f"do({g!r}, {g})", f"do('x', lambda: x)", "p('y', y)", "x = 9", "del y", f"do('z', lambda: [i() for i in z])", f"y = {g}({m.small()})",
                         f"p('free', {g}.__code__.co_freevars)", "do('names', lambda: sorted(locals()))"))
        m.put(f"return {m.pick(g, 'x', 'lambda: (x, y)', 'z')}")
    m.put(f"r = do({f!r}, {f}, {m.items(m.small, 1, 2)})")
    m.put(m.pick("do('r', lambda: r())", "do('r', lambda: [i() for i in r])", "do('r', lambda: r()())", "do('G', lambda: G)"))


def calls(m):
    f = m.new("f")
    plain = [m.pick(n, f"{n}={m.small()}") for n in "ab"[:m.r.randrange(3)]]
    plain.sort(key=lambda n: "=" in n)
    if plain and m.chance(0.3):
        plain.insert(m.r.randrange(1, len(plain) + 1), "/")
    star = m.pick([], [], ["*args"], ["*", m.pick("k", "k=1")], ["*args", m.pick("k", "k=[]"), "j=2"])
    double = m.pick([], ["**kw"])
    names = [n.lstrip("*").split("=")[0] for n in plain + star + double if n not in "*/"]
    shown = ", ".join(names) + "," if names else ""
    with m.block(f"def {f}({', '.join(plain + star + double)}):"):
        m.put(f"return ({shown})")
    target = f
    if m.chance(0.4):
        c = m.new("C")
        with m.block(f"class {c}:"):
            m.put(m.pick(f"m = {f}", f"m = staticmethod({f})", f"m = classmethod({f})", f"m = __call__ = __init__ = {f}", f"__new__ = {f}"))
        target = m.pick(f"{c}().m", f"{c}.m", f"{c}()", c, f"super({c}, {c}()).m")
    for _ in m.some(2, 5):
        parts = [m.pick(m.small(), f"*{m.container()}", f"*({m.small()},)") for _ in m.some(0, 2)]
        parts += [m.pick(f"{m.pick(*'abkjq')}={m.small()}", f"**{{{m.pick(*'abkjq')!r}: {m.small()}}}", f"**{m.value()}", f"*[{m.small()}]")
                  for _ in m.some(0, 2)]
        late = next((i for i, q in enumerate(parts) if q.startswith("**")), len(parts))
        parts = parts[:late] + [q for q in parts[late:] if q.startswith("**") or "=" in q and q[0] in "abkjq"]
        first = [i for i, q in enumerate(parts) if q[0] in "abkjq" and "=" in q[:2]]
        seen = set()
        parts = [q for i, q in enumerate(parts) if not (q[1:2] == "=" and (q[0] in seen or seen.add(q[0]))) and
                 not (first and i > first[0] and q[0] not in "abkjq*")]
        m.put(f"do('call', lambda: {target}({', '.join(parts)}))")
    if m.chance(0.3):
        m.put(f"p('defaults', {f}.__defaults__, {f}.__kwdefaults__, {f}.__code__.co_argcount, {f}.__code__.co_varnames)")


def patterns(m):
    f = m.new("f")
    names = ["x", "y", "z"]
    with m.block(f"def {f}(s, x=None, y=None, z=None):"):
        with m.block("match s:"):
            for i in m.some(2, 5):
                with m.block(f"case {m.pattern(0, names)}{m.pick('', '', ' if x', ' if y is None')}:"):
                    m.put(f"return {i}, x, y, z")
    for _ in m.some(3, 7):
        m.put(f"do('match', {f}, {m.pick(m.value(), m.value(), f'{m.use(chr(80) + chr(116))}({m.items(m.small, 0, 2)})', f'[{m.value()}, {m.value()}]', '{1: 2, chr(97): [1]}')})")


def container(m):
    x = m.new("x")
    kind = m.pick("list", "list", "dict", "dict", "set", "bytearray", "str", "tuple", "bytes", "range", "memoryview")
    m.put(f"{x} = {sample(m, kind)}")
    for _ in m.some(3, 8):
        k = m.r.randrange(12)
        n = lambda: m.pick("", "", "0", "1", "-1", "2", "-3", "5", "100", "None", "2**70", "True", m.small())
        index = m.pick(n() or "0", f"{n()}:{n()}", f"{n()}:{n()}:{n()}", m.small())
        if kind in ("dict", "memoryview"):
            index = m.small()
        if kind == "set" and k >= 8:  # its order is free
            continue
        if k < 5:
            m.put(f"do('call', lambda: {x}.{arguments(m, m.r.choice(CALLS[kind]))})")
        elif k == 5:
            m.put(f"do('get', lambda: {x}[{index}])")
        elif k == 6:
            with m.block("try:"):
                m.put(m.pick(f"{x}[{index}] = {m.value()}", f"del {x}[{index}]", f"{x} {m.pick('+', '*', '|', '&', '-', '^')}= {m.value()}",
                             f"{x}[{index}] += {m.value()}"))
            m.put("except Exception as e: print('set !', exc(e))")
            m.put(f"p('then', {x})")
        elif k == 7:
            m.put(f"do('op', lambda: {x} {m.pick('+', '*', '==', '<', '<=', '!=', '|', '&', '-', 'in', '^', 'is not')} {m.value()})".replace(" is not", " !="))
        elif k == 8:
            m.put(f"do('{kind}', lambda: {m.pick('list', 'tuple', 'sorted', 'len', 'sum', 'max', 'min', 'any', 'all', 'set', 'dict', 'bytes', 'bytearray', 'iter', 'reversed', 'bool', 'str', 'repr', 'frozenset', 'enumerate', 'memoryview', 'float', 'int')}({x}))")
        elif k == 9:
            i = m.new("i")
            m.put(f"{i} = do('iter', lambda: {m.pick('iter', 'reversed', 'enumerate')}({m.pick(x, x, f'{x}.items()', f'{x}.keys()')}))")
            for _ in m.some(1, 4):
                m.put(m.pick(f"do('next', lambda: next({i}))", f"do('change', lambda: {x}.{arguments(m, m.r.choice(CALLS[kind]))})",
                             f"do('hint', lambda: {i}.__length_hint__())", f"do('rest', lambda: list({i}))"))
        elif k == 10:
            with m.block("try:"):
                with m.block(f"for q in {x}:"):
                    m.put(f"p('q', q); {m.pick('', f'{x}.{arguments(m, m.r.choice(CALLS[kind]))}')}")
                    m.put(f"if len({x}) > 9: break")
            m.put("except Exception as e: print('for !', exc(e))")
        else:
            m.put(m.pick(f"do('sorted', lambda: sorted({m.container()}, key={m.pick('str', 'len', 'lambda q: q[0]', 'lambda q: -q', 'None', 'bool')}, reverse={m.pick('0', '1', 'True')}))",
                         f"do('max', lambda: max({m.container()}, key={m.pick('str', 'len', 'None')}, default={m.small()}))",
                         f"do('unpack', lambda: [*{x}, *{m.container()}])", f"do('both', lambda: {{**{x}, **{m.value()}}})",
                         f"do('zip', lambda: list(zip({x}, {m.container()}, strict={m.pick('True', 'False')})))",
                         f"do('map', lambda: list(map({m.pick('str', 'int', 'len', 'lambda *q: q')}, {x}{m.pick('', ', ' + m.container())})))",
                         f"do('join', lambda: {m.r.choice(STRS)}.join({x}))", f"do('sum', lambda: sum({x}, {m.value()}))",
                         f"do('comp', lambda: {{i: j for i, j in zip({x}, {m.container()})}})", f"do('nested', lambda: [[j for j in {x} if j != i] for i in {x}])"))
    m.put(f"p('end', {x})")


def numbers(m):
    def term(depth=0):
        if depth > 2 or m.chance(0.35):
            return m.pick(m.r.choice(INTS), m.r.choice(FLOATS), m.integer(), str(m.r.randrange(-10**m.r.randrange(1, 40), 10**20)), "(1+2j)",
                          f"{m.r.uniform(-100, 100)!r}")
        t = lambda: term(depth + 1)
        k = m.r.randrange(9)
        if k < 4:
            return f"({t()} {m.pick('+', '-', '*', '/', '//', '%', '&', '|', '^', '+', '-', '*')} {t()})"
        if k == 4:
            return f"({t()} {m.pick('<<', '>>', '**')} {m.r.randrange(-1, 80)})"
        if k == 5:
            return f"({m.pick('-', '~', '+', 'not ')}{t()})"
        if k == 6:
            return f"{m.pick('abs', 'int', 'float', 'round', 'bool', 'complex', '(lambda q: q == q and hash(q))')}({t()})"  # not of a nan
        if k == 7:
            return m.pick(f"round({t()}, {m.r.randrange(-3, 5)})", f"pow({m.integer()}, {m.r.randrange(0, 20)}, {m.integer()})", f"divmod({t()}, {t()})[{m.r.randrange(2)}]",
                          f"min({t()}, {t()})", f"int(str({t()}))", f"({t()}).real", f"int({m.r.choice(STRS)}, {m.pick('0', '10', '16', '36', '2', '37')})",
                          f"int.from_bytes({m.r.choice(BYTES)}, 'little', signed={m.pick('True', 'False')})", f"float({m.r.choice(STRS)})", f"sum([{t()}, {t()}, {t()}])")
        return f"({t()} {m.pick('<', '<=', '==', '!=', '>')} {t()})"
    for _ in m.some(4, 12):
        k = m.r.randrange(5)
        if k < 3:
            m.put(f"do('n', lambda: {term()})")
        elif k == 3:
            kind = m.pick("int", "float")
            m.put(f"do('m', lambda: ({sample(m, kind)}).{arguments(m, m.r.choice(CALLS[kind]))})")
        else:
            m.put(f"do('f', lambda: {m.pick('hex', 'bin', 'oct', 'str', 'repr', 'float.fromhex', 'chr', 'complex')}({term()}))")


def text(m):
    for _ in m.some(4, 10):
        k = m.r.randrange(8)
        v, spec = m.value() if m.chance(0.8) else m.integer(), m.r.choice(SPECS)
        quoted = v if "'" not in v else "x"
        if k == 0:
            m.put(f"do('format', lambda: format({v}, {spec!r}))")
        elif k == 1:
            m.put(f"do('f', lambda x={v}: f\"{{x{m.pick('', '', '!r', '!s', '!a')}:{spec.replace('{', '{x}')}}}|{{{quoted}}}\")" if "{" not in quoted else f"do('f', lambda x={v}: f'{{x=}}')")
        elif k == 2:
            part = m.pick("", "-", "+", " ", "#", "0") + m.pick("", "5", "*", "12") + m.pick("", ".2", ".0", ".*") + m.pick(*"diouxXeEfFgGcrsa%")
            m.put(f"do('%', lambda: '%{part}|' % {m.pick(v, f'({v},)', f'({m.r.randrange(9)}, {v})', f'({v}, {v})')})")
        elif k == 3:
            field = m.pick("", "0", "1", "x", "0[0]", "0.real", "x[a]", "2", "0!r", "0[", "0.")
            m.put(f"do('fmt', lambda: '{{{field}:{spec.replace('{', '{0}')}}}'.format({v}, {m.value()}, x={m.value()}))")
        else:
            kind = m.pick("str", "str", "bytes", "str")
            m.put(f"do('s', lambda: {sample(m, kind)}.{arguments(m, m.r.choice(CALLS[kind]))})")


def iterators(m):
    i = m.new("i")
    it = lambda: m.pick(f"{m.use('It')}({m.r.randrange(4)}, {m.pick('None', m.error(1))})", m.container(), f"keep(q for q in {m.container()})")
    m.put(f"{i} = do('make', lambda: " + m.pick(
        f"zip({it()}, {it()})", f"zip({it()}, {it()}, strict=True)", f"map(lambda *a: a, {it()}, {it()})", f"filter({m.pick('None', 'bool', 'lambda q: q', 'len')}, {it()})",
        f"enumerate({it()}, {m.integer()})", f"iter({it()})", f"reversed({it()})", f"iter({m.use('It')}(3, {m.error(1)}).__next__, {m.small()})",
        f"iter([{m.small()}, 2].pop, {m.small()})", f"(q for r in ({it()}, {it()}) for q in r if q)") + ")")
    for _ in m.some(2, 6):
        m.put(m.pick(f"do('next', lambda: next({i}))", f"do('next', lambda: next({i}, 'none'))", f"do('list', lambda: list({i}))",
                     f"do('unpack', lambda: (lambda a, b, *c: (a, b, c))(*{i}))", f"do('in', lambda: {m.small()} in {i})", f"do('sum', lambda: sum({i}))",
                     f"do('sorted', lambda: sorted({i}))", f"do('max', lambda: max({i}, default=3))", f"do('dict', lambda: dict({i}))",
                     f"do('set', lambda: set({i}))", f"do('hint', lambda: {i}.__length_hint__())", f"do('join', lambda: ''.join({i}))",
                     f"do('any', lambda: any({i}))", f"do('tuple', lambda: tuple({i}))", f"do('bytes', lambda: bytes({i}))",
                     f"do('ext', lambda: [].extend({i}))", f"do('update', lambda: {{}}.update({i}))", f"do('star', lambda: [*{i}, 1])"))
    with m.block("try:"):
        m.put(m.pick(f"a, b = {i}", f"a, *b, c = {it()}", f"(a, b), c = {it()}", f"[a, b] = {it()}", f"a = [0, 0, 0]; a[1:2] = {i}", f"for a, b in {it()}: p('for', a, b)", f"a = b, *c = {it()}"))
    m.put("except BaseException as e: print('un !', exc(e))")


def hostile(m):
    """Whatever, of anything."""
    for _ in m.some(3, 8):
        f, v, w = m.pick("len", "int", "str", "bool", "float", "abs", "callable", "repr", "type", "iter", "reversed", "round", "list", "tuple",
                         "sorted", "sum", "max", "set", "dict", "bytes", "bytearray", "complex", "chr", "ord", "hex", "next", "range", "slice", "vars",
                         "enumerate", "zip", "map", "filter", "isinstance", "issubclass", "getattr", "hasattr", "divmod", "pow", "format", "ascii", "object",
                         "super", "property", "staticmethod", "memoryview", "frozenset", "print", "ExceptionGroup"), m.value(), m.value()
        m.put(m.pick(f"do('{f}', lambda: {f}({v}))", f"do('{f}', lambda: {f}({v}, {w}))", f"do('op', lambda: {v} {m.pick('+', '-', '*', '@', '<', '==', '|', '//', '%', '>=', 'in', '<<')} {w})",
                     f"do('get', lambda: ({v})[{w}])", f"do('call', lambda: ({v})({w}))", f"do('attr', lambda: ({v}).{m.pick('x', 'real', '__len__', '__name__', 'args')})",
                     f"do('un', lambda: {m.pick('-', '~', '+')}({v}))", f"do('{f}', lambda: {f}())", f"do('fail', lambda: {m.r.choice(FAILING)})",
                     f"do('str', lambda: str({m.error()}))", f"do('repr', lambda: repr({m.error()}))", f"do('set', lambda: setattr({v}, 'x', 1))"))


SCENES = ((generator, 5), (coroutine, 3), (async_generator, 4), (exceptions, 5), (groups, 3), (closure, 3), (calls, 3), (patterns, 2), (container, 5),
          (numbers, 3), (text, 3), (iterators, 3), (hostile, 2), (hierarchy, 6), (metaclass, 3), (attributes, 4), (class_body, 2))
