# Any ASCII byte separates, 0 as well.
for data in (b"abcde", bytearray(b"abcde"), memoryview(b"abcde")):
    for args in ((), ("\0",), (b"\0", 2), ("\0", -2), (":", 0), ("-", 9), ("\x7f", -5)):
        print(data.hex(*args).encode())
