// SPDX-License-Identifier: MIT
// os.c: module os: files and directories, processes, the environment.
#include "unix/os.h"
#include "error.h"
#include "objects/attr_tuple.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "port.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include "unix/file.h"
#include "unix/unix.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

static Value check(int result, Value path) {
    if (result < 0) {
        raise_os_error(errno, path);
    }
    return NONE;
}

// ---- names in the file system ------------------------------------------------------------------------

static Value os_getcwd(void) {
    char path[4096];
    if (!getcwd(path, sizeof path)) {
        raise_os_error(errno, ABSENT);
    }
    return path_result(path, false);
}

static Value os_chdir(Value path) {
    Value hold;
    return check(chdir(path_arg(path, &hold)), path);
}

static unsigned mode_arg(Value v) {
    return is_present(v) ? (unsigned)to_intptr(v) & 07777 : 0777;
}

static Value os_mkdir(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_path, ARG_REQUIRED}, {N_mode, 0}, {NULL, 0}};
    Value in[2], hold;
    args_parse("mkdir", spec, n, args, kwnames, in);
    return check(mkdir(path_arg(in[0], &hold), mode_arg(in[1])), in[0]);
}

static Value os_makedirs(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_name, ARG_REQUIRED}, {N_mode, 0}, {N_exist_ok, 0}, {NULL, 0}};
    Value in[3], hold;
    args_parse("makedirs", spec, n, args, kwnames, in);
    const char *text = path_arg(in[0], &hold);
    char path[4096];
    size_t size = strlen(text);
    if (size >= sizeof path) {
        raise_os_error(ENAMETOOLONG, in[0]);
    }
    memcpy(path, text, size + 1);
    for (char *slash = path + 1; size && (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = 0;
        if (mkdir(path, 0777) != 0 && errno != EEXIST) {
            raise_os_error(errno, in[0]);
        }
        *slash = '/';
    }
    bool ok = is_present(in[2]) && op_truth(in[2]);
    if (mkdir(path, mode_arg(in[1])) != 0 && !(ok && errno == EEXIST && port_path_kind(path) == 2)) {
        raise_os_error(errno, in[0]);
    }
    return NONE;
}

static Value os_remove(Value path) {
    Value hold;
    return check(unlink(path_arg(path, &hold)), path);
}

static Value os_rmdir(Value path) {
    Value hold;
    return check(rmdir(path_arg(path, &hold)), path);
}

static Value os_rename(Value from, Value to) {
    Value hold_from, hold_to;
    const char *old = path_arg(from, &hold_from);
    return check(rename(old, path_arg(to, &hold_to)), from);
}

static Value os_symlink(Value target, Value path) {
    Value hold_target, hold_path;
    const char *old = path_arg(target, &hold_target);
    return check(symlink(old, path_arg(path, &hold_path)), path);
}

static Value os_readlink(Value path) {
    char target[4096];
    Value hold;
    ssize_t size = readlink(path_arg(path, &hold), target, sizeof target - 1);
    check((int)size, path);
    target[size] = 0;
    return path_result(target, false);
}

static Value os_chmod(Value path, Value mode) {
    Value hold;
    return check(chmod(path_arg(path, &hold), (mode_t)to_intptr(mode)), path);
}

static Value os_access(Value path, Value mode) {
    Value hold;
    return bool_value(access(path_arg(path, &hold), (int)to_intptr(mode)) == 0);
}

// ---- descriptors -------------------------------------------------------------------------------------

static Value os_close(Value fd) {
    return check(close((int)to_intptr(fd)), ABSENT);
}

static Value os_isatty(Value fd) {
    return bool_value(isatty((int)to_intptr(fd)));
}

static Value os_write(Value fd, Value data) {
    Buffer b;
    buffer_get(data, &b, BUFFER_READ);
    int error = port_write_all((int)to_intptr(fd), b.data, b.size);
    if (error) {
        raise_os_error(error, ABSENT);
    }
    return int_from((intptr_t)b.size);
}

static Value os_read(Value fd, Value size) {
    intptr_t most = to_intptr(size);
    if (most < 0) {
        raise_os_error(EINVAL, ABSENT);
    }
    StrBuilder b;
    builder_init(&b, (size_t)most);
    char *to = builder_reserve(&b, (size_t)most);
    intptr_t n = port_read((int)to_intptr(fd), to, (size_t)most);
    if (n < 0) {
        raise_os_error((int)-n, ABSENT);
    }
    b.size += (size_t)n;
    return builder_finish_bytes(&b);
}

static Value os_pipe(void) {
    int fd[2];
    check(pipe(fd), ABSENT);
    return tuple_pair(int_value(fd[0]), int_value(fd[1]));
}

// ---- processes, the system ------------------------------------------------------------------------------

static Value os_system(Value command) {
    Value hold;
    const char *text = path_arg(command, &hold);
    os_export_environ();
    port_flush_all();
    return int_value(system(text));
}

static Value os_getpid(void) {
    return int_value(getpid());
}

static Value os_getppid(void) {
    return int_value(getppid());
}

static Value os_getuid(void) {
    return int_from_u64(getuid());
}

static Value os_exit_now(Value code) {
    port_flush();
    _exit((int)to_intptr(code));
}

static Value os_urandom(Value size) {
    intptr_t n = to_intptr(size);
    if (n < 0) {
        raise_value_error("negative argument not allowed");
    }
    Bytes *b = bytes_alloc((size_t)n);
    for (size_t i = 0; i < (size_t)n;) {
        size_t step = (size_t)n - i < 256 ? (size_t)n - i : 256;
        if (getentropy(b->data + i, step) != 0) {
            raise_os_error(errno, ABSENT);
        }
        i += step;
        poll_pending();
    }
    return cell_value(b);
}

static Value os_strerror(Value number) {
    return str_from_c(strerror((int)to_intptr(number)));
}

static Value os_cpu_count(void) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? int_value(n) : NONE;
}

static const Str *const uname_names[] = {N_sysname, N_nodename, N_release, N_version, N_machine, NULL};
static const AttrTupleType uname_type = ATTR_TUPLE_TYPE(N_uname_result, "posix.uname_result", uname_names, 5, false);

static Value os_uname(void) {
    struct utsname u;
    check(uname(&u), ABSENT);
    Value v[] = {path_result(u.sysname, false), path_result(u.nodename, false), path_result(u.release, false),
                 path_result(u.version, false), path_result(u.machine, false)};
    return attr_tuple_new(&uname_type, v, COUNT_OF(v), ABSENT);
}

static Value os_fspath(Value v) {
    return op_fspath(v);
}

static Value os_get_terminal_size(void) {
    return tuple_pair(int_value(80), int_value(24));
}

// ---- the module --------------------------------------------------------------------------------------------

static Value os_getattr(const Str *name) {
    return name == N_path    ? module_import(N_os_path)
           : name == N_environ ? os_environ()
           : name == N_curdir  ? str_value(N__dot)
           : name == N_pardir  ? str_from_c("..")
           : name == N_devnull ? str_from_c("/dev/null")
                               : ABSENT;
}

static const Str *const names[] = {N_path, N_environ, N_curdir, N_pardir, N_devnull, NULL};

static const Native functions[] = {
    FUNCTION_0(N_getcwd, os_getcwd),
    FUNCTION_1(N_chdir, os_chdir),
    FUNCTION_VAR(N_listdir, os_listdir, 0, 1),
    FUNCTION_VAR(N_ilistdir, os_ilistdir, 0, 1),
    FUNCTION_KW(N_walk, os_walk, 0, NATIVE_MANY),
    FUNCTION_KW(N_mkdir, os_mkdir, 0, NATIVE_MANY),
    FUNCTION_KW(N_makedirs, os_makedirs, 0, NATIVE_MANY),
    FUNCTION_1(N_remove, os_remove),
    FUNCTION_1(N_unlink, os_remove),
    FUNCTION_1(N_rmdir, os_rmdir),
    FUNCTION_2(N_rename, os_rename),
    FUNCTION_2(N_replace, os_rename),
    FUNCTION_2(N_symlink, os_symlink),
    FUNCTION_1(N_readlink, os_readlink),
    FUNCTION_2(N_chmod, os_chmod),
    FUNCTION_2(N_access, os_access),
    FUNCTION_KW(N_stat, os_stat, 0, NATIVE_MANY),
    FUNCTION_1(N_lstat, os_lstat),
    FUNCTION_1(N_statvfs, os_statvfs),
    FUNCTION_1(N_close, os_close),
    FUNCTION_1(N_isatty, os_isatty),
    FUNCTION_2(N_read, os_read),
    FUNCTION_2(N_write, os_write),
    FUNCTION_0(N_pipe, os_pipe),
    FUNCTION_1(N_system, os_system),
    FUNCTION_0(N_getpid, os_getpid),
    FUNCTION_0(N_getppid, os_getppid),
    FUNCTION_0(N_getuid, os_getuid),
    FUNCTION_1(N__exit, os_exit_now),
    FUNCTION_1(N_urandom, os_urandom),
    FUNCTION_1(N_strerror, os_strerror),
    FUNCTION_0(N_cpu_count, os_cpu_count),
    FUNCTION_0(N_uname, os_uname),
    FUNCTION_1(N_fspath, os_fspath),
    FUNCTION_0(N_get_terminal_size, os_get_terminal_size),
    FUNCTION_VAR(N_getenv, os_getenv, 1, 2),
    FUNCTION_2(N_putenv, os_putenv),
    FUNCTION_1(N_unsetenv, os_unsetenv),
    NATIVE_END,
};

static const ModuleConst constants[] = {
    {N_name, CONST_VALUE(N_posix)},   {N_sep, CONST_VALUE(N__slash)},
    {N_linesep, CONST_VALUE(N__newline)}, {N_pathsep, CONST_VALUE(N__colon)},
    {N_extsep, CONST_VALUE(N__dot)},  {N_error, CONST_VALUE(&os_error_type)},
    {N_F_OK, CONST_INT(F_OK)},        {N_R_OK, CONST_INT(R_OK)},
    {N_W_OK, CONST_INT(W_OK)},        {N_X_OK, CONST_INT(X_OK)},
    {N_SEEK_SET, CONST_INT(0)},       {N_SEEK_CUR, CONST_INT(1)},
    {N_SEEK_END, CONST_INT(2)},
    {NULL, {0}},
};

const ModuleDef os_module = {
    .name = N_os, .functions = functions, .constants = constants, .getattr = os_getattr, .names = names,
    .extensible = true,
};
