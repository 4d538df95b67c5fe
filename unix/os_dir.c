// SPDX-License-Identifier: MIT
// os_dir.c: os.listdir, ilistdir and walk.
//
// A directory is read whole before anything else happens, so that no handle stays open.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include "unix/file.h"
#include "unix/os.h"
#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>

static bool is_dot(const char *name) {
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static Value name_entry(const struct dirent *e, bool bytes) {
    return path_result(e->d_name, bytes);
}

// (name, type, inode) as MicroPython: 0x4000 directory, 0x8000 file.
static Value triple_entry(const struct dirent *e, bool bytes) {
    intptr_t type = e->d_type == DT_DIR ? 0x4000 : e->d_type == DT_REG ? 0x8000 : 0;
    Value v[] = {path_result(e->d_name, bytes), int_value(type), int_from_u64(e->d_ino)};
    return tuple_new(v, 3);
}

// NULL at the end.
static const struct dirent *next_entry(DIR *d, Value path) {
    errno = 0;
    const struct dirent *e = readdir(d);
    if (!e && errno) {
        raise_os_error(errno, path);
    }
    return e;
}

// All entries as a list. The handle is closed whatever is raised meanwhile.
static Value read_directory(Value path, Value (*make)(const struct dirent *e, bool bytes)) {
    Value hold;
    DIR *d = opendir(path_arg(path, &hold));
    if (!d) {
        raise_os_error(errno, path);
    }
    List *volatile list = NULL;
    volatile bool done = false;
    Catch c;
    if (TRY(c)) {
        list = list_new(0);
        for (const struct dirent *e; (e = next_entry(d, path)) != NULL;) {
            if (!is_dot(e->d_name)) {
                list_append(list, make(e, is_bytes(hold) && !is_str(unbox(path))));
            }
        }
        catch_leave(&c);
        done = true;
    }
    closedir(d);
    if (!done) {
        raise_again(c.exception);
    }
    return cell_value(list);
}

static Value path_or_here(size_t n, const Value *args) {
    return n && !is_none(args[0]) ? args[0] : str_value(N__dot);
}

Value os_listdir(size_t n, const Value *args) {
    return read_directory(path_or_here(n, args), name_entry);
}

Value os_ilistdir(size_t n, const Value *args) {
    return op_iter(read_directory(path_or_here(n, args), triple_entry));
}

// ---- walk --------------------------------------------------------------------------------------------

// Steps top-down: the subdirectories of the entry given last are looked at when the next is asked
// for, so that the program may take names out of them.
typedef struct Walk {
    Cell head;
    Value waiting; // list of directories, the next one last
    Value last;    // the tuple given last, or ABSENT
} Walk;
static const Type walk_type;

static Value join(Value directory, Value name) {
    const Str *d = str_of(directory);
    bool slash = d->size && d->text[d->size - 1] == '/';
    return str_formatted(slash || !d->size ? "%S%S" : "%S/%S", d, str_of(name));
}

static bool is_directory(Value path, bool follow) {
    struct stat st;
    Value hold;
    const char *text = path_arg(path, &hold);
    return (follow ? stat(text, &st) : lstat(text, &st)) == 0 && S_ISDIR(st.st_mode);
}

// (path, names of directories, names of the rest); ABSENT if it can't be read.
static Value walk_entry(Value path) {
    Catch c;
    volatile Value names = ABSENT;
    if (TRY(c)) {
        names = read_directory(path, name_entry);
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &os_error_type)) {
        raise_again(c.exception);
    }
    if (is_absent(names)) {
        return ABSENT;
    }
    List *directories = list_new(0), *files = list_new(0), *all = list_of(names);
    for (size_t i = 0; i < all->len; i++) {
        Value name = all->items->at[i];
        list_append(is_directory(join(path, name), true) ? directories : files, name);
    }
    Value v[] = {path, cell_value(directories), cell_value(files)};
    return tuple_new(v, 3);
}

// Puts the subdirectories of an entry on the waiting list, the first one last.
static void push_directories(List *waiting, Value entry) {
    Value path = tuple_of(entry)->items[0];
    Value names = list_from_iterable(tuple_of(entry)->items[1]);
    for (size_t i = list_of(names)->len; i-- > 0;) {
        Value name = unbox(list_of(names)->items->at[i]);
        if (!is_str(name)) {
            raise_type_error("directory names must be str, not %T", name);
        }
        Value sub = join(path, name);
        if (is_directory(sub, false)) {
            list_append(waiting, sub);
        }
    }
}

static Value walk_next(Value self) {
    Walk *w = (Walk *)cell_of(self);
    if (is_present(w->last)) {
        Value last = w->last;
        w->last = ABSENT;
        push_directories(list_of(w->waiting), last);
    }
    while (list_of(w->waiting)->len) {
        List *waiting = list_of(w->waiting);
        Value path = waiting->items->at[--waiting->len];
        poll_pending();
        Value entry = walk_entry(path);
        if (is_present(entry)) {
            w->last = entry;
            return entry;
        }
    }
    return ABSENT;
}

static Value walk_self(Value self) {
    return self;
}

static const Ops walk_ops = {.iter = walk_self, .next = walk_next};
static const Type walk_type = {
    {&type_type}, N_walk, &walk_ops, TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(Walk), 'h', 0, &object_type,
    &walk_type, {NULL}, NULL, {NULL},
};

// Entries with their subdirectories before them.
static void walk_up(List *out, Value path) {
    stack_check();
    Value entry = walk_entry(path);
    if (is_absent(entry)) {
        return;
    }
    List *waiting = list_new(0);
    push_directories(waiting, entry);
    while (waiting->len) {
        walk_up(out, waiting->items->at[--waiting->len]);
    }
    list_append(out, entry);
}

Value os_walk(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_top, ARG_REQUIRED}, {N_topdown, 0}, {N_onerror, 0}, {N_followlinks, 0},
                                   {NULL, 0}};
    Value in[4];
    args_parse("walk", spec, n, args, kwnames, in);
    Value top = str_value(str_arg(in[0], "walk() argument 'top'"));
    List *waiting = list_new(0);
    if (is_present(in[1]) && !op_truth(in[1])) {
        walk_up(waiting, top);
        return op_iter(cell_value(waiting));
    }
    list_append(waiting, top);
    Walk *w = heap_alloc(&walk_type, sizeof *w);
    w->waiting = cell_value(waiting);
    return cell_value(w);
}
