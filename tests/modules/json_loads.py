# json.loads: values, whitespace, escapes, numbers, big and odd input.
import json
for s in ("null", "true", "false", "0", "-0", "12", "-1.5", "1e3", "1E-2", "1.0",
          "123456789012345678901234567890", '"s"', '""', "[]", "[ ]", "{}", "{ }", "[1, 2]",
          '{"a": 1}', ' \n\t[1 , {"b" :[ ] } ]\r\n ', '[[[]]]',
          '{"a":{"b":{"c":[1,2,{"d":null}]}}}', "-0.0", "1e400", "NaN", "-Infinity", "Infinity",
          "5e-30", "1e05"):
    print(json.loads(s), end=" ")
print()
print(json.loads(r'"\"\\\/\b\f\n\r\t\u0041\u00e9\u65e5\ud83d\ude00"') == "\"\\/\b\f\n\r\tAé日\U0001F600")
print(json.loads('"é日\U0001F600"'), json.loads(b'"caf\xc3\xa9"'), json.loads(bytearray(b"[1]")))
print(json.loads('{"a": 1, "a": 2}'), ascii(json.loads(r'"\ud800"')), json.loads('"\x7f"') == "\x7f")
print(type(json.loads("1")).__name__, type(json.loads("1.0")).__name__, type(json.loads("1e2")).__name__, list(json.loads('{"z": 1, "a": 2, "m": 3}')), json.loads("1" * 40))
bad = ["", " ", "nul", "True", "[1,]", "[,1]", "[1 2]", "{1: 2}", '{"a"}', '{"a":}', '{"a":1,}', "{,}", "[", "]", "{", "[1", '"abc', "'a'", '"\t"', '"\\x41"', '"\\u12"', '"\\', "01", "-", "+1", "1.", ".5", "1e", "0x10", "1 2", "[1]]", "nan", "--1", '"a" "b"', "\ufeff1", "[1}", "{]", "tru", '"\\uZZZZ"', "1_0"]
for s in bad:
    try:
        print(repr(s), json.loads(s))
    except ValueError as e:
        print(type(e).__name__ == "JSONDecodeError", end=" ")
print()
for v in (5, None, ["1"]):
    try:
        json.loads(v)
    except TypeError:
        print("TypeError", end=" ")
print()
try:
    json.loads('[1,\n  x]')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e, issubclass(json.JSONDecodeError, ValueError))
for v in ([1, "é", None, {"k": [True, 1.5, {}]}], "x" * 1000, list(range(200)), {str(i): [i] for i in range(50)}, 0.1, -1e-30, 2 ** 100, "\x00\x1f\u2028"):
    assert json.loads(json.dumps(v)) == v == json.loads(json.dumps(v, indent=1)) == json.loads(json.dumps(v, ensure_ascii=False))
