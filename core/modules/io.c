// SPDX-License-Identifier: MIT
// io.c: module io: the base classes of streams.
//
// A program's stream subclasses IOBase and gives it readinto(buffer) or read(n), write(data) and
// perhaps close(), seek(), ioctl(request, argument). The rest (readline, iteration, `with`, ...) is
// made from these here.
#include "modules/io.h"
#include "error.h"
#include "port.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "state.h"
#include "text/buffer.h"
#include "text/operand.h"
#include "text/str.h"

_Noreturn void raise_unsupported(const char *what) {
    raise_error(&unsupported_operation_type, "%s", what);
}

size_t io_size_arg(size_t n, const Value *args, size_t i) {
    if (i >= n || is_none(args[i])) {
        return SIZE_MAX;
    }
    if (!operand_is_index(args[i])) {
        raise_type_error("argument should be integer or None, not '%T'", args[i]);
    }
    intptr_t size = to_intptr(args[i]);
    return size < 0 ? SIZE_MAX : (size_t)size;
}

// ---- methods of any stream -----------------------------------------------------------------------

static Value call_0(Value self, const Str *name) {
    return op_call_method(self, name, 0, NULL);
}

Value io_enter(Value self) {
    Value closed = attr_find(self, N_closed);
    if (is_present(closed) && op_truth(closed)) {
        raise_value_error("I/O operation on closed file.");
    }
    return self;
}

Value io_exit(size_t n, const Value *args) {
    call_0(args[0], N_close);
    return NONE;
}

static intptr_t text_size(Value v) {
    return op_len(v);
}

// readlines(hint=-1): lines until they are at least so long in all.
Value io_readlines(size_t n, const Value *args) {
    size_t most = io_size_arg(n, args, 1), size = 0;
    most = most == 0 ? SIZE_MAX : most;
    List *lines = list_new(0);
    Value line, iterator = op_iter(args[0]);
    while (size < most && is_present(line = op_next(iterator))) {
        poll_pending();
        list_append(lines, line);
        size += (size_t)text_size(line);
    }
    return cell_value(lines);
}

Value io_writelines(Value self, Value lines) {
    Value line, iterator = op_iter(lines);
    while (is_present(line = op_next(iterator))) {
        poll_pending();
        op_call_method(self, N_write, 1, &line);
    }
    return NONE;
}

static Value io_readline(size_t n, const Value *args) {
    size_t most = io_size_arg(n, args, 1);
    Value one = int_value(1);
    StrBuilder b;
    builder_init(&b, 80);
    bool text = false;
    while (b.size < most) {
        poll_pending();
        Value c = unbox(op_call_method(args[0], N_read, 1, &one));
        if (is_str(c)) {
            if (b.size && !text) {
                raise_type_error("read() should have returned a bytes object, not 'str'");
            }
            text = true;
            builder_add_str(&b, str_of(c));
        } else if (is_none(c)) {
            break;
        } else {
            Buffer data;
            if (text) {
                raise_type_error("read() should have returned a str, not '%T'", c);
            }
            buffer_get(c, &data, BUFFER_READ);
            builder_add(&b, (const char *)data.data, data.size);
        }
        bool end = text_size(c) == 0 || (b.size && b.str->text[b.size - 1] == '\n');
        if (end) {
            break;
        }
    }
    return text ? builder_finish(&b) : builder_finish_bytes(&b);
}

// Takes what readinto() put into the buffer.
static Value read_chunk(Value self, size_t size) {
    Value buffer = bytearray_new(NULL, size);
    Value got = op_call_method(self, N_readinto, 1, &buffer);
    if (is_none(got)) {
        return got;
    }
    intptr_t count = to_intptr(got);
    Buffer data;
    buffer_get(buffer, &data, BUFFER_READ);
    if (count < 0 && count >= -INT16_MAX) { // a negative errno
        raise_os_error((int)-count, ABSENT);
    }
    if (count < 0 || (size_t)count > data.size) {
        raise_value_error("readinto() returned %z, out of range for a buffer of %z bytes", count,
                          (intptr_t)data.size);
    }
    return bytes_new(data.data, (size_t)count);
}

static Value io_read(size_t n, const Value *args) {
    size_t most = io_size_arg(n, args, 1);
    if (most != SIZE_MAX) {
        return read_chunk(args[0], most);
    }
    StrBuilder b;
    builder_init(&b, 64);
    for (;;) {
        Value part = read_chunk(args[0], 256);
        if (is_none(part) || bytes_of(part)->size == 0) {
            return builder_finish_bytes(&b);
        }
        builder_add(&b, (const char *)bytes_of(part)->data, bytes_of(part)->size);
    }
}

static Value io_close(Value self) {
    if (!op_truth(attr_get(self, N_closed))) {
        call_0(self, N_flush);
        if (has_shape(self)) {
            instance_set_own(self, N___closed, TRUE);
        }
    }
    return NONE;
}

static Value io_closed(Value self) {
    Value v = has_shape(self) ? instance_get_own(self, N___closed) : ABSENT;
    return bool_value(is_present(v));
}

static Value io_false(Value self) {
    return FALSE;
}

static Value io_flush(Value self) {
    return NONE;
}

static Value io_tell(Value self) {
    Value args[2] = {int_value(0), int_value(1)};
    return op_call_method(self, N_seek, 2, args);
}

static Value io_no_seek(size_t n, const Value *args) {
    raise_unsupported("seek");
}

static Value io_no_fileno(Value self) {
    raise_unsupported("fileno");
}

static Value io_no_truncate(size_t n, const Value *args) {
    raise_unsupported("truncate");
}

// Closes it as when it is dropped. Whatever close() raises is not for the caller.
static Value io_del(Value self) {
    Catch c;
    if (TRY(c)) {
        if (!op_truth(attr_get(self, N_closed))) {
            call_0(self, N_close);
        }
        catch_leave(&c);
    } else {
        poll_dropped(c.exception);
    }
    return NONE;
}

static const Native base_methods[] = {
    METHOD_1(N___del__, io_del),
    METHOD_1(N___enter__, io_enter),
    METHOD_VAR(N___exit__, io_exit, 1, 4),
    METHOD_VAR(N_readlines, io_readlines, 1, 2),
    METHOD_2(N_writelines, io_writelines),
    METHOD_VAR(N_readline, io_readline, 1, 2),
    METHOD_VAR(N_read, io_read, 1, 2),
    METHOD_1(N_close, io_close),
    METHOD_1(N_flush, io_flush),
    METHOD_1(N_readable, io_false),
    METHOD_1(N_writable, io_false),
    METHOD_1(N_seekable, io_false),
    METHOD_1(N_isatty, io_false),
    METHOD_1(N_tell, io_tell),
    METHOD_VAR(N_seek, io_no_seek, 1, 3),
    METHOD_1(N_fileno, io_no_fileno),
    METHOD_VAR(N_truncate, io_no_truncate, 1, 2),
    GETTER(N_closed, io_closed),
    NATIVE_END,
};

static Value base_iter(Value self) {
    return self;
}

static Value base_next(Value self) {
    Value line = call_0(self, N_readline);
    return text_size(line) ? line : ABSENT;
}

static Value base_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    abstract_check(cls);
    return cell_value(cell_new_for(cls));
}

static const Ops base_ops = {.iter = base_iter, .next = base_next, .create = base_create};

// All share one layout, so that a class may derive from any of them.
#define BASE_TYPE(NAME, BASE, METHODS) \
    {{&type_type}, NAME, &base_ops, TYPE_TRACE_NONE, sizeof(Cell), 'h', 0, BASE, &io_base_type, \
     {METHODS}, NULL, {NULL}}

const Type io_base_type = BASE_TYPE(N_IOBase, &object_type, base_methods);
const Type raw_io_base_type = BASE_TYPE(N_RawIOBase, &io_base_type, NULL);
const Type buffered_io_base_type = BASE_TYPE(N_BufferedIOBase, &io_base_type, NULL);
const Type text_io_base_type = BASE_TYPE(N_TextIOBase, &io_base_type, NULL);

// ---- the module -------------------------------------------------------------------------------------

// open() and the types of files come from the port's builtins.
static Value io_getattr(const Str *name) {
    if (name == N_open) {
        return module_get(rt.roots.builtins, N_open);
    }
    const Type *type = port_file_type_named(name);
    return type ? type_value(type) : ABSENT;
}

static const Native no_functions[] = {NATIVE_END};
static const ModuleConst constants[] = {
    {N_IOBase, CONST_VALUE(&io_base_type)},
    {N_RawIOBase, CONST_VALUE(&raw_io_base_type)},
    {N_BufferedIOBase, CONST_VALUE(&buffered_io_base_type)},
    {N_TextIOBase, CONST_VALUE(&text_io_base_type)},
    {N_BytesIO, CONST_VALUE(&bytes_io_type)},
    {N_StringIO, CONST_VALUE(&string_io_type)},
    {N_UnsupportedOperation, CONST_VALUE(&unsupported_operation_type)},
    {N_SEEK_SET, CONST_INT(0)},
    {N_SEEK_CUR, CONST_INT(1)},
    {N_SEEK_END, CONST_INT(2)},
    {N_DEFAULT_BUFFER_SIZE, CONST_INT(4096)},
    {NULL, {0}},
};
static const Str *const names[] = {
    N_open, N_FileIO, N_BufferedReader, N_BufferedWriter, N_BufferedRandom, N_TextIOWrapper, NULL,
};

const ModuleDef io_module = {
    .name = N_io, .functions = no_functions, .constants = constants, .getattr = io_getattr,
    .names = names, .extensible = true,
};
