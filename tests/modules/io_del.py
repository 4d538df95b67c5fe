# __del__() of streams closes them, once; what close() raises is not seen.
import io

for f in (io.BytesIO(b"a"), io.StringIO("a"), open(__file__), open(__file__, "rb")):
    print(f.__del__(), f.closed, f.__del__())


class Stream(io.IOBase):
    def __init__(self, error=None):
        self.error = error
        self.times = 0

    def close(self):
        self.times += 1
        if self.error:
            raise self.error
        super().close()

    def __del__(self):
        super().__del__()


s = Stream()
s.__del__()
print(s.closed, s.times)
s.__del__()
print(s.times)
s = Stream(ValueError("close"))
print(s.__del__(), s.times, s.closed)
s.error = None
