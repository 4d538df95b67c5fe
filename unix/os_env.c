// SPDX-License-Identifier: MIT
// os_env.c: the environment. os.environ is a dict made when first asked for; a program that os.system
// starts gets what is then in it.
#include "error.h"
#include "objects/containers.h"
#include "port.h"
#include "state.h"
#include "text/str.h"
#include "unix/file.h"
#include "unix/os.h"
#include <errno.h>
#include <stdlib.h>
#include <time.h>

extern char **environ;

Value os_environ(void) {
    if (is_present(rt.roots.os_environ)) {
        return rt.roots.os_environ;
    }
    Dict *d = dict_new(0);
    for (char **e = environ; e && *e; e++) {
        Value entry = path_result(*e, false);
        const Str *s = str_of(entry);
        const char *equals = strchr(s->text, '=');
        if (equals) {
            size_t at = (size_t)(equals - s->text);
            Value name = str_slice_bytes(s, 0, at);
            dict_set(d, name, str_slice_bytes(s, at + 1, s->size));
        }
    }
    rt.roots.os_environ = cell_value(d);
    return rt.roots.os_environ;
}

Value os_getenv(size_t n, const Value *args) {
    Value missing = n > 1 ? args[1] : NONE, hold;
    if (is_present(rt.roots.os_environ)) {
        Value v = dict_get(dict_of(rt.roots.os_environ), args[0]);
        return is_present(v) ? v : missing;
    }
    const char *text = getenv(path_arg(args[0], &hold));
    return text ? path_result(text, false) : missing;
}

Value os_putenv(Value name, Value v) {
    Value hold_name, hold_value;
    const char *key = path_arg(name, &hold_name);
    if (setenv(key, path_arg(v, &hold_value), 1) != 0) {
        raise_os_error(errno, ABSENT);
    }
    tzset(); // local time asks for it no more by itself
    if (is_present(rt.roots.os_environ)) {
        dict_set(dict_of(rt.roots.os_environ), name, v);
    }
    return NONE;
}

Value os_unsetenv(Value name) {
    Value hold;
    if (unsetenv(path_arg(name, &hold)) != 0) {
        raise_os_error(errno, ABSENT);
    }
    tzset();
    if (is_present(rt.roots.os_environ)) {
        dict_remove(dict_of(rt.roots.os_environ), name);
    }
    return NONE;
}

void port_time_zone(void) {
    if (is_present(rt.roots.os_environ)) {
        Value hold, v = dict_get_name(dict_of(rt.roots.os_environ), N_TZ);
        if (is_present(v)) {
            setenv("TZ", path_arg(v, &hold), 1);
        } else {
            unsetenv("TZ");
        }
    }
    tzset();
}

void os_export_environ(void) {
    if (is_absent(rt.roots.os_environ)) {
        return;
    }
    Dict *d = dict_copy(dict_of(rt.roots.os_environ));
    clearenv();
    size_t pos = 0;
    Value key, v, hold_key, hold_value;
    while (dict_next(d, &pos, &key, &v)) {
        const char *name = path_arg(key, &hold_key);
        setenv(name, path_arg(v, &hold_value), 1);
    }
}
