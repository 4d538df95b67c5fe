# Quotes, escapes, prefixes, implicit concatenation, triple quotes, continuation.
print('a', "b", 'it''s', "q\"q", 'q\'q', "mixed 'single'", 'mixed "double"')
print("""triple "quoted" 'text'""", '''x
y''', """a\
b""", "a\
b")
print(repr("\a\b\f\n\r\t\v\\\'\"\0\x41\101\u00e9\U0001F600"))
print(repr("\7\07\007\0071\x7f\377"), len("\0" "1"), "\x41\x42")
print(r"\n\x41", R'\'', r"\\", repr(r"a\
b"))
print(b"bytes\x00\xff\n\101", rb"\x00", Rb'\n', bR"\t", B"up", b'a' b"b")
print("a" "b" 'c' """d""", ("long"
      " string"), u"unicode", U"U")
print(len("é"), len("日本"), "日本"[1], "\u65e5" == "日")
print(repr('\''), repr("'"), repr('"'), repr('\'"'), repr("\\"), repr("\x80\xa0\xad\u2028"))
print(ascii("é日\U0001F600\n'"), ascii("plain"))
print("tab	inside", repr("tab	inside"))
print("" "" == "", len(""""""), len(''''''), """"quoted" """)
print(b'\'' b"\"", repr(b"'"), repr(b"'\""))
