# newline= of StringIO: what is kept, where lines end, what .newlines says.
import io
text = 'a\nb\r\nc\rd\r\n\re\n\n\r\r'
for nl in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO(text, newline=nl)
    print(repr(nl), list(s), s.newlines, repr(s.getvalue()))
    s = io.StringIO(newline=nl)
    print(s.newlines, s.write('x\r'), s.write('\ny\nz\r\n'), s.newlines, repr(s.getvalue()), s.seek(0), [s.readline(2) for i in range(8)])
    s.seek(0); print(s.read(3), s.readlines(), s.tell())
    s.__init__('q\r\nw', nl); print(s.newlines, repr(s.read()))
for bad in ('x', '\n\n', '\r\n\r', b'\n', 5, '\n\r'):
    try: io.StringIO(newline=bad)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(list(io.StringIO('é\rü\r\nß\n', newline='')), io.StringIO('a\r\nb').newlines)
