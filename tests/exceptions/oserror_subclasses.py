# OSError picks a subclass by errno; attributes; str forms.
import errno
for name in ("ENOENT", "EEXIST", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "EAGAIN", "ECONNREFUSED",
             "ECONNRESET", "EPIPE", "ETIMEDOUT", "EINTR", "ECHILD", "ESRCH", "EINVAL", "EIO"):
    e = OSError(getattr(errno, name), "text")
    print(name, type(e).__name__, e.errno == getattr(errno, name), e.strerror)
e = OSError(2, "No such", "file.txt")
print(e, repr(e), e.args, e.filename, e.filename2, type(e).__name__)
e = OSError(2, "m", "a", None, "b")
print(str(e), e.filename2, e.args)
for a in ((), ("only",), (99999, "odd"), ("str", "m"), (2,), (1, 2, 3, 4, 5, 6)):
    e = OSError(*a)
    print(type(e).__name__, repr(e), str(e), e.errno, e.strerror, e.filename)
print(type(FileNotFoundError()).__name__, FileNotFoundError(17, "x").errno,
      type(FileExistsError(2, "x")).__name__)
e = OSError(5, "msg")
e.errno = 6
e.strerror = "changed"
e.filename = "f"
print(e, e.args)
for call in (lambda: open("/no/such/file/at/all"), lambda: open("."),
             lambda: __import__("os").mkdir("/")):
    try:
        call()
    except OSError as e:
        print(type(e).__name__, e.errno in (errno.ENOENT, errno.EISDIR, errno.EEXIST))
class My(OSError): pass
print(type(My(2, "x")).__name__, My(2, "x").errno)
