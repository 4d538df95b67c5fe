# errno: names, codes, errorcode.
import errno
print(errno.ENOENT, errno.EPERM, errno.EIO, errno.EBADF, errno.EAGAIN, errno.ENOMEM, errno.EACCES,
      errno.EEXIST, errno.ENODEV, errno.EISDIR, errno.EINVAL)
print(errno.errorcode[2], errno.errorcode[errno.EINVAL], errno.errorcode[errno.EEXIST],
      99999 in errno.errorcode)
try:
    open("/no/such/dir/file")
except OSError as e:
    print(e.errno == errno.ENOENT, errno.errorcode[e.errno], e.args[0])
try:
    raise OSError(errno.ETIMEDOUT, "slow")
except TimeoutError as e:
    print(e.errno == errno.ETIMEDOUT)
print(len(errno.errorcode) > 10, all(isinstance(k, int) and isinstance(v, str) for k,
      v in errno.errorcode.items()))
print(getattr(errno, "ENOTREAL", "absent"), errno.__name__)
