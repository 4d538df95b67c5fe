// SPDX-License-Identifier: MIT
// output.c: text to sys.stdout and to other streams.
#include "modules/output.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/str.h"

static bool is_original(Value stream) {
    return is_absent(stream) || same(stream, rt.roots.port_out);
}

void stream_write(Value stream, const char *text, size_t size) {
    if (size == 0) {
        return;
    }
    if (is_original(stream)) {
        int error = port_write(1, text, size);
        if (error) {
            raise_os_error(error, ABSENT);
        }
        return;
    }
    Value s = str_new(text, size);
    op_call_method(stream, N_write, 1, &s);
}

bool stdout_is_port(void) {
    return is_original(rt.roots.standard_out);
}

void stdout_write(const char *text, size_t size) {
    if (!is_none(rt.roots.standard_out)) {
        stream_write(rt.roots.standard_out, text, size);
    }
}

void stderr_write(const char *text, size_t size) {
    Value stream = rt.roots.standard_err;
    if (is_absent(stream) || same(stream, rt.roots.original_err)) {
        port_write(2, text, size);
    } else if (!is_none(stream)) {
        stream_write(stream, text, size);
    }
}

void stream_flush(Value stream) {
    if (is_present(stream) && is_present(attr_find(stream, N_flush))) {
        op_call_method(stream, N_flush, 0, NULL);
    }
}
