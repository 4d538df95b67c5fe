// SPDX-License-Identifier: MIT
// os_path.c: module os.path.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "state.h"
#include "text/str.h"
#include "unix/file.h"
#include "unix/os.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// A str path; objects with __fspath__ are asked.
static const Str *text_arg(Value v) {
    Value path = unbox(op_fspath(v));
    if (!is_str(path)) {
        raise_type_error("expected str, bytes or os.PathLike object, not %T", v);
    }
    return str_of(path);
}

static bool try_stat(Value v, struct stat *st, bool follow) {
    if (is_integer(v)) {
        return fstat((int)to_intptr(v), st) == 0;
    }
    Value hold;
    const char *text = path_arg(v, &hold);
    return (follow ? stat(text, st) : lstat(text, st)) == 0;
}

static Value path_exists(Value v) {
    struct stat st;
    return bool_value(try_stat(v, &st, true));
}

static Value path_lexists(Value v) {
    struct stat st;
    return bool_value(try_stat(v, &st, false));
}

static Value path_isfile(Value v) {
    struct stat st;
    return bool_value(try_stat(v, &st, true) && S_ISREG(st.st_mode));
}

static Value path_isdir(Value v) {
    struct stat st;
    return bool_value(try_stat(v, &st, true) && S_ISDIR(st.st_mode));
}

static Value path_islink(Value v) {
    struct stat st;
    return bool_value(try_stat(v, &st, false) && S_ISLNK(st.st_mode));
}

static Value path_getsize(Value v) {
    struct stat st;
    if (!try_stat(v, &st, true)) {
        raise_os_error(errno, v);
    }
    return int_from_i64(st.st_size);
}

static Value path_getmtime(Value v) {
    struct stat st;
    if (!try_stat(v, &st, true)) {
        raise_os_error(errno, v);
    }
    return float_value((Float)st.st_mtim.tv_sec + (Float)st.st_mtim.tv_nsec / (Float)1e9);
}

static Value path_isabs(Value v) {
    const Str *s = text_arg(v);
    return bool_value(s->size && s->text[0] == '/');
}

static Value path_join(size_t n, const Value *args) {
    StrBuilder b;
    builder_init(&b, 64);
    for (size_t i = 0; i < n; i++) {
        const Str *s = text_arg(args[i]);
        if (s->size && s->text[0] == '/') {
            b.size = 0;
        } else if (i && b.size && b.str->text[b.size - 1] != '/') {
            builder_add_byte(&b, '/');
        }
        builder_add_str(&b, s);
    }
    return builder_finish(&b);
}

// Offset behind the last slash.
static size_t tail_start(const Str *s) {
    const char *slash = strrchr(s->text, '/');
    return slash ? (size_t)(slash - s->text) + 1 : 0;
}

// The directory without slashes at its end, unless it is nothing but slashes.
static Value head_of(const Str *s, size_t tail) {
    size_t end = tail;
    while (end && s->text[end - 1] == '/') {
        end--;
    }
    return str_slice_bytes(s, 0, end ? end : tail);
}

static Value path_basename(Value v) {
    const Str *s = text_arg(v);
    return str_slice_bytes(s, tail_start(s), s->size);
}

static Value path_dirname(Value v) {
    const Str *s = text_arg(v);
    return head_of(s, tail_start(s));
}

static Value path_split(Value v) {
    const Str *s = text_arg(v);
    Value head = head_of(s, tail_start(s));
    return tuple_pair(head, str_slice_bytes(s, tail_start(s), s->size));
}

static Value path_splitext(Value v) {
    const Str *s = text_arg(v);
    size_t start = tail_start(s), cut = s->size;
    while (start < s->size && s->text[start] == '.') {
        start++;
    }
    for (size_t i = start; i < s->size; i++) {
        cut = s->text[i] == '.' ? i : cut;
    }
    Value root = str_slice_bytes(s, 0, cut);
    return tuple_pair(root, str_slice_bytes(s, cut, s->size));
}

// Removes the last part of what was built, if there is one other than "..".
static bool drop_part(StrBuilder *b, size_t root) {
    size_t start = b->size;
    while (start > root && b->str->text[start - 1] != '/') {
        start--;
    }
    size_t size = b->size - start;
    if (size == 0 || (size == 2 && memcmp(b->str->text + start, "..", 2) == 0)) {
        return false;
    }
    b->size = start > root ? start - 1 : root;
    return true;
}

static Value normalise(const Str *s) {
    StrBuilder b;
    builder_init(&b, s->size + 1);
    size_t root = s->size && s->text[0] == '/';
    root += root && s->size > 1 && s->text[1] == '/' && (s->size == 2 || s->text[2] != '/');
    builder_add(&b, "//", root);
    for (size_t i = root; i < s->size;) {
        size_t end = i;
        while (end < s->size && s->text[end] != '/') {
            end++;
        }
        size_t size = end - i;
        bool up = size == 2 && memcmp(s->text + i, "..", 2) == 0;
        bool skip = size == 0 || (size == 1 && s->text[i] == '.') || (up && (drop_part(&b, root) || root));
        if (!skip) {
            builder_add(&b, "/", b.size > root);
            builder_add(&b, s->text + i, size);
        }
        i = end + 1;
    }
    if (b.size == 0) {
        builder_add_byte(&b, '.');
    }
    return builder_finish(&b);
}

static Value path_normpath(Value v) {
    return normalise(text_arg(v));
}

static Value absolute(Value v) {
    const Str *s = text_arg(v);
    char here[4096];
    if (s->size && s->text[0] == '/') {
        return str_value(s);
    }
    if (!getcwd(here, sizeof here)) {
        raise_os_error(errno, ABSENT);
    }
    return str_formatted("%S/%S", str_of(path_result(here, false)), s);
}

static Value path_abspath(Value v) {
    return normalise(str_of(absolute(v)));
}

static Value path_realpath(Value v) {
    Value hold;
    char *real = realpath(path_arg(v, &hold), NULL);
    if (!real) {
        return path_abspath(v);
    }
    char copy[4096];
    size_t size = strlen(real) < sizeof copy ? strlen(real) : sizeof copy - 1;
    memcpy(copy, real, size);
    copy[size] = 0;
    free(real);
    return path_result(copy, false);
}

static Value path_expanduser(Value v) {
    const Str *s = text_arg(v);
    const char *home = getenv("HOME");
    bool own = s->size && s->text[0] == '~' && (s->size == 1 || s->text[1] == '/');
    if (!own || !home) {
        return str_value(s);
    }
    Value tail = str_slice_bytes(s, 1, s->size);
    return str_formatted("%S%S", str_of(path_result(home, false)), str_of(tail));
}

// Bytes that both begin with, up to a whole part.
static size_t common_parts(const Str *a, const Str *b) {
    size_t i = 0, last = 0;
    for (; i <= a->size && i <= b->size; i++) {
        bool end_a = i == a->size || a->text[i] == '/', end_b = i == b->size || b->text[i] == '/';
        if (end_a && end_b) {
            last = i;
        }
        if (i == a->size || i == b->size || a->text[i] != b->text[i]) {
            break;
        }
    }
    return last;
}

static Value path_relpath(size_t n, const Value *args) {
    const Str *path = str_of(path_abspath(args[0]));
    const Str *start = str_of(path_abspath(n > 1 && !is_none(args[1]) ? args[1] : str_value(N__dot)));
    size_t common = common_parts(path, start);
    StrBuilder b;
    builder_init(&b, path->size);
    for (size_t i = common; i < start->size; i++) {
        if (start->text[i] == '/' ? i + 1 < start->size : i == 0) {
            builder_add_c(&b, b.size ? "/.." : "..");
        }
    }
    size_t from = common + (common < path->size && path->text[common] == '/');
    if (from < path->size) {
        builder_add(&b, "/", b.size > 0);
        builder_add(&b, path->text + from, path->size - from);
    }
    if (b.size == 0) {
        builder_add_byte(&b, '.');
    }
    return builder_finish(&b);
}

static Value path_commonprefix(Value names) {
    Value list = list_from_iterable(names);
    if (list_of(list)->len == 0) {
        return str_value(N__empty);
    }
    const Str *first = text_arg(list_of(list)->items->at[0]);
    size_t size = first->size;
    for (size_t i = 1; i < list_of(list)->len; i++) {
        const Str *s = text_arg(list_of(list)->items->at[i]);
        size_t same_bytes = 0;
        while (same_bytes < size && same_bytes < s->size && s->text[same_bytes] == first->text[same_bytes]) {
            same_bytes++;
        }
        size = same_bytes;
    }
    while (size < first->size && (first->text[size] & 0xc0) == 0x80) { // whole characters only
        size--;
    }
    return str_slice_bytes(first, 0, size);
}

static const Native functions[] = {
    FUNCTION_VAR(N_join, path_join, 1, NATIVE_MANY),
    FUNCTION_1(N_exists, path_exists),
    FUNCTION_1(N_lexists, path_lexists),
    FUNCTION_1(N_isfile, path_isfile),
    FUNCTION_1(N_isdir, path_isdir),
    FUNCTION_1(N_islink, path_islink),
    FUNCTION_1(N_isabs, path_isabs),
    FUNCTION_1(N_getsize, path_getsize),
    FUNCTION_1(N_getmtime, path_getmtime),
    FUNCTION_1(N_basename, path_basename),
    FUNCTION_1(N_dirname, path_dirname),
    FUNCTION_1(N_split, path_split),
    FUNCTION_1(N_splitext, path_splitext),
    FUNCTION_1(N_normpath, path_normpath),
    FUNCTION_1(N_abspath, path_abspath),
    FUNCTION_1(N_realpath, path_realpath),
    FUNCTION_1(N_expanduser, path_expanduser),
    FUNCTION_1(N_commonprefix, path_commonprefix),
    FUNCTION_VAR(N_relpath, path_relpath, 1, 2),
    NATIVE_END,
};

static const ModuleConst constants[] = {
    {N_sep, CONST_VALUE(N__slash)}, {N_curdir, CONST_VALUE(N__dot)}, {N_pathsep, CONST_VALUE(N__colon)},
    {N_extsep, CONST_VALUE(N__dot)}, {NULL, {0}},
};

const ModuleDef os_path_module = {.name = N_os_path, .functions = functions, .constants = constants};
