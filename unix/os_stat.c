// SPDX-License-Identifier: MIT
// os_stat.c: os.stat, os.statvfs.
#include "error.h"
#include "objects/attr_tuple.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "text/str.h"
#include "unix/file.h"
#include "unix/os.h"
#include <errno.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

// The times of the tuple are whole seconds; as attributes they are floats.
static const Str *const stat_names[] = {
    N_st_mode, N_st_ino, N_st_dev, N_st_nlink, N_st_uid, N_st_gid, N_st_size, N_st_atime, N_st_mtime,
    N_st_ctime, N_st_atime, N_st_mtime, N_st_ctime, N_st_atime_ns, N_st_mtime_ns, N_st_ctime_ns,
    N_st_blksize, N_st_blocks, NULL,
};
static const AttrTupleType stat_type = ATTR_TUPLE_TYPE(N_stat_result, "os.stat_result", stat_names, 10, false);

static Value seconds(struct timespec t) {
    return float_value((Float)t.tv_sec + (Float)t.tv_nsec / (Float)1e9);
}

static Value nanoseconds(struct timespec t) {
    return int_from_i64((int64_t)t.tv_sec * 1000000000 + t.tv_nsec);
}

static Value stat_value(const struct stat *st) {
    Value extra[] = {seconds(st->st_atim),     seconds(st->st_mtim),
                     seconds(st->st_ctim),     nanoseconds(st->st_atim),
                     nanoseconds(st->st_mtim), nanoseconds(st->st_ctim),
                     int_from((intptr_t)st->st_blksize), int_from_i64((int64_t)st->st_blocks)};
    Value v[] = {int_from((intptr_t)st->st_mode),      int_from_u64(st->st_ino),
                 int_from_u64(st->st_dev),             int_from_u64(st->st_nlink),
                 int_from_u64(st->st_uid),             int_from_u64(st->st_gid),
                 int_from_i64(st->st_size),            int_from_i64(st->st_atim.tv_sec),
                 int_from_i64(st->st_mtim.tv_sec),     int_from_i64(st->st_ctim.tv_sec)};
    return attr_tuple_new(&stat_type, v, COUNT_OF(v), tuple_new(extra, COUNT_OF(extra)));
}

static Value stat_path(Value path, bool follow) {
    struct stat st;
    int failed;
    Value hold;
    if (is_integer(path)) {
        files_push();
        failed = fstat((int)to_intptr(path), &st);
    } else {
        const char *text = path_arg(path, &hold);
        failed = follow ? stat(text, &st) : lstat(text, &st);
    }
    if (failed) {
        raise_os_error(errno, path);
    }
    return stat_value(&st);
}

Value os_stat(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_path, ARG_REQUIRED}, {N_follow_symlinks, ARG_KWONLY}, {NULL, 0}};
    Value in[2];
    args_parse("stat", spec, n, args, kwnames, in);
    return stat_path(in[0], is_absent(in[1]) || op_truth(in[1]));
}

Value os_lstat(Value path) {
    return stat_path(path, false);
}

static const Str *const statvfs_names[] = {N_f_bsize, N_f_frsize, N_f_blocks, N_f_bfree, N_f_bavail, N_f_files,
                                           N_f_ffree, N_f_favail, N_f_flag, N_f_namemax, NULL};
static const AttrTupleType statvfs_type =
    ATTR_TUPLE_TYPE(N_statvfs_result, "os.statvfs_result", statvfs_names, 10, false);

Value os_statvfs(Value path) {
    struct statvfs s;
    Value hold;
    if (statvfs(path_arg(path, &hold), &s) != 0) {
        raise_os_error(errno, path);
    }
    Value v[] = {int_from_u64(s.f_bsize), int_from_u64(s.f_frsize), int_from_u64(s.f_blocks),
                 int_from_u64(s.f_bfree), int_from_u64(s.f_bavail), int_from_u64(s.f_files),
                 int_from_u64(s.f_ffree), int_from_u64(s.f_favail), int_from_u64(s.f_flag),
                 int_from_u64(s.f_namemax)};
    return attr_tuple_new(&statvfs_type, v, COUNT_OF(v), ABSENT);
}
