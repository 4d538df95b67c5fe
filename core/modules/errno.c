// SPDX-License-Identifier: MIT
// errno.c: the module errno: the error numbers of Linux, on every port.
#include "objects/containers.h"
#include "objects/exception_ops.h"
#include "objects/protocol.h"
#include "text/str.h"

enum { LAST_NUMBER = 133 };

// {number: name}, made anew each time it is asked for.
static Value errorcode(void) {
    Dict *codes = dict_new(0);
    for (int i = 1; i <= LAST_NUMBER; i++) {
        const char *name = errno_name(i);
        if (name) {
            dict_set(codes, int_value(i), str_value(str_intern_c(name, strlen(name))));
        }
    }
    return cell_value(codes);
}

static Value errno_getattr(const Str *name) {
    return name == N_errorcode ? errorcode() : ABSENT;
}

static const ModuleConst constants[] = {
    {N_E2BIG, CONST_INT(7)},
    {N_EACCES, CONST_INT(13)},
    {N_EADDRINUSE, CONST_INT(98)},
    {N_EADDRNOTAVAIL, CONST_INT(99)},
    {N_EAFNOSUPPORT, CONST_INT(97)},
    {N_EAGAIN, CONST_INT(11)},
    {N_EALREADY, CONST_INT(114)},
    {N_EBADF, CONST_INT(9)},
    {N_EBUSY, CONST_INT(16)},
    {N_ECANCELED, CONST_INT(125)},
    {N_ECHILD, CONST_INT(10)},
    {N_ECONNABORTED, CONST_INT(103)},
    {N_ECONNREFUSED, CONST_INT(111)},
    {N_ECONNRESET, CONST_INT(104)},
    {N_EDEADLK, CONST_INT(35)},
    {N_EDESTADDRREQ, CONST_INT(89)},
    {N_EDOM, CONST_INT(33)},
    {N_EEXIST, CONST_INT(17)},
    {N_EFAULT, CONST_INT(14)},
    {N_EFBIG, CONST_INT(27)},
    {N_EHOSTDOWN, CONST_INT(112)},
    {N_EHOSTUNREACH, CONST_INT(113)},
    {N_EILSEQ, CONST_INT(84)},
    {N_EINPROGRESS, CONST_INT(115)},
    {N_EINTR, CONST_INT(4)},
    {N_EINVAL, CONST_INT(22)},
    {N_EIO, CONST_INT(5)},
    {N_EISCONN, CONST_INT(106)},
    {N_EISDIR, CONST_INT(21)},
    {N_ELOOP, CONST_INT(40)},
    {N_EMFILE, CONST_INT(24)},
    {N_EMLINK, CONST_INT(31)},
    {N_EMSGSIZE, CONST_INT(90)},
    {N_ENAMETOOLONG, CONST_INT(36)},
    {N_ENETDOWN, CONST_INT(100)},
    {N_ENETRESET, CONST_INT(102)},
    {N_ENETUNREACH, CONST_INT(101)},
    {N_ENFILE, CONST_INT(23)},
    {N_ENOBUFS, CONST_INT(105)},
    {N_ENODATA, CONST_INT(61)},
    {N_ENODEV, CONST_INT(19)},
    {N_ENOENT, CONST_INT(2)},
    {N_ENOEXEC, CONST_INT(8)},
    {N_ENOLCK, CONST_INT(37)},
    {N_ENOMEM, CONST_INT(12)},
    {N_ENOPROTOOPT, CONST_INT(92)},
    {N_ENOSPC, CONST_INT(28)},
    {N_ENOSYS, CONST_INT(38)},
    {N_ENOTBLK, CONST_INT(15)},
    {N_ENOTCONN, CONST_INT(107)},
    {N_ENOTDIR, CONST_INT(20)},
    {N_ENOTEMPTY, CONST_INT(39)},
    {N_ENOTSOCK, CONST_INT(88)},
    {N_ENOTSUP, CONST_INT(95)},
    {N_ENOTTY, CONST_INT(25)},
    {N_ENXIO, CONST_INT(6)},
    {N_EOPNOTSUPP, CONST_INT(95)},
    {N_EOVERFLOW, CONST_INT(75)},
    {N_EPERM, CONST_INT(1)},
    {N_EPFNOSUPPORT, CONST_INT(96)},
    {N_EPIPE, CONST_INT(32)},
    {N_EPROTO, CONST_INT(71)},
    {N_EPROTONOSUPPORT, CONST_INT(93)},
    {N_EPROTOTYPE, CONST_INT(91)},
    {N_ERANGE, CONST_INT(34)},
    {N_EROFS, CONST_INT(30)},
    {N_ESHUTDOWN, CONST_INT(108)},
    {N_ESOCKTNOSUPPORT, CONST_INT(94)},
    {N_ESPIPE, CONST_INT(29)},
    {N_ESRCH, CONST_INT(3)},
    {N_ETIME, CONST_INT(62)},
    {N_ETIMEDOUT, CONST_INT(110)},
    {N_ETOOMANYREFS, CONST_INT(109)},
    {N_ETXTBSY, CONST_INT(26)},
    {N_EWOULDBLOCK, CONST_INT(11)},
    {N_EXDEV, CONST_INT(18)},
    {NULL, {0}},
};
const ModuleDef errno_module = {
    .name = N_errno, .extensible = true, .constants = constants, .getattr = errno_getattr,
};
