# PEP 701: same quotes, backslashes and comments inside replacement fields.
songs = ["a", "b"]
x = {"k": "v"}
print(f"list: {", ".join(songs)}")
print(f"{x["k"]} {f"{f"{1 + 1}"}"} {'\n'.join(songs)!r}")
print(f"{f"{f"{f"{f"{f"deep"}"}"}"}"}")
print(f"sum {
    1 +  # a comment with "quotes" and }
    2
}")
print(f'{'a' if True else 'b'}{"\t"!r}{chr(92)}{'\\'}')
print(f"{"{}".format(3)} {"}"} {"{"} {'{{'}")
print(f"{x["k"]:>{len("abc")}}|{"é":*^5}|{x["k"]!r:>{5}}")
print(f"{", ".join(f"{k}={v}" for k, v in x.items())}")
print(f"{"""triple "x" inside"""} {r"\d"} {b"\x00"}")
print(f"""{"""a""" + '''b'''}
{x[
  "k"
]}""")
print(f"{x["k"]=} {"s"=}")
print(f"{1:{"0"}{"4"}d}", f"{(lambda a: f"<{a}>")("q")}")
