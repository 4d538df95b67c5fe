# Sizes and positions of BytesIO and StringIO that are objects with __index__, which may close the stream.
import io


class Closing:
    def __init__(self, n, stream=None):
        self.n, self.stream = n, stream

    def __index__(self):
        if self.stream:
            self.stream.close()
        return self.n


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


for make in (lambda: io.BytesIO(b"ab\ncd"), lambda: io.StringIO("ab\ncd"), lambda: io.StringIO("äb\ncd")):
    for name in ("read", "readline", "seek", "truncate"):
        s = make()
        show(getattr(s, name), Closing(2))
        show(getattr(s, name), True)
        show(getattr(s, name), Closing(2, s))
        s.close()
        show(getattr(s, name))
    s = make()
    print(type(s.truncate(Closing(1))), type(s.truncate(True)), s.getvalue())
