// SPDX-License-Identifier: MIT
// board_stub.c: the smallest port there can be, for `make cross-size`: the core with all its
// modules, running scripts from the serial line. What is linked is what can be reached from here
// and from the tables of modules and types, so `kept` names what only larger ports call.
//
// Clocks stand still and there are no files; vectors, clocks and the serial line of a real board
// are not here. It is only linked and measured, never run.
#include "compile/compile.h"
#include "heap/report.h"
#include "modules/io.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "port.h"
#include "state.h"
#include "text/buffer.h"
#include "text/codec.h"
#include "vm/vm.h"

extern const ModuleDef sys_module, gc_module, micropython_module, time_module, io_module,
    collections_module, math_module, cmath_module, random_module, errno_module, struct_module,
    array_module, json_module, string_module, templatelib_module, future_module, weakref_module,
    copyreg_module;

const ModuleDef *const builtin_modules[] = {
    &builtins_module,
    &sys_module,
    &gc_module,
    &micropython_module,
    &time_module,
    &io_module,
    &collections_module,
    &math_module,
    &cmath_module,
    &random_module,
    &errno_module,
    &struct_module,
    &array_module,
    &json_module,
    &string_module,
    &templatelib_module,
    &future_module,
    &weakref_module,
    &copyreg_module,
    NULL,
};

// What the types of files are made of.
const void *const kept[] = {
    &raw_io_base_type, &buffered_io_base_type, &text_io_base_type,
    io_readlines,      io_writelines,          io_enter,
    io_exit,           raise_unsupported,      io_size_arg,
    codec_encode,      codec_decode,
};

#define RAM_BYTES 32768 // for the value stack and the heap
#define C_STACK_BYTES 4096
extern Value board_ram[];            // the linker gives what is not taken otherwise
extern volatile uint8_t serial_line; // a register of the board

int port_write(int fd, const char *data, size_t size) {
    for (size_t i = 0; i < size; i++) {
        serial_line = (uint8_t)data[i];
    }
    return 0;
}

bool port_has_colour(void) {
    return false;
}

uint64_t port_ticks_us(void) {
    return 0;
}

uint64_t port_ticks_ns(void) {
    return 0;
}

int64_t port_time_ns(void) {
    return 0;
}

uint64_t port_cpu_ns(void) {
    return 0;
}

void port_sleep_us(uint64_t us) {
}

int32_t port_utc_offset(int64_t seconds, bool *daylight, char name[8]) {
    return 0;
}

void port_time_zone(void) {
}

uint64_t port_entropy(void) {
    return serial_line;
}

int32_t port_character_named(const char *name, size_t size) {
    return PORT_NO_NAMES;
}

size_t port_normalise(const char *text, size_t size, char *out, size_t room) {
    return 0;
}

void port_poll(void) {
}

void port_moved(void) {
}

void *port_open_source(const char *path, int *error_number) {
    *error_number = 2; // ENOENT
    return NULL;
}

intptr_t port_read_source(void *handle, char *buffer, size_t size) {
    return 0;
}

void port_close_source(void *handle) {
}

// Asks the other end of the serial line, so that import finds modules: no code is left out.
int port_path_kind(const char *path) {
    return serial_line;
}

const char *port_platform(void) {
    return "board";
}

const char *port_machine(void) {
    return "Cortex-M3";
}

const Type *port_file_type_named(const Str *name) {
    return serial_line ? &raw_io_base_type : NULL;
}

bool port_stream_is_native(Value stream) {
    return serial_line;
}

int port_stream_write(void *stream, const char *text, size_t size) {
    return port_write(1, text, size);
}

void *port_spool_new(void) {
    return NULL;
}

int port_spool_add(void *spool, const char *text, size_t size) {
    return serial_line;
}

const char *port_spool_text(const void *spool, size_t *size) {
    *size = serial_line;
    return "";
}

void port_spool_free(void *spool) {
}

const struct SnapshotExtra *port_snapshot_extra(void) {
    return NULL;
}

Value port_executable(void) {
    return serial_line ? NONE : str_value(N__empty);
}

_Noreturn void port_fatal(const char *message) {
    port_write(2, message, strlen(message));
    for (;;) {
    }
}

// ---- the program
// ----------------------------------------------------------------------------------

static void write_text(void *arg, const char *text, size_t size) {
    port_write((int)(intptr_t)arg, text, size);
}

static void run_text(const char *text, size_t size) {
    Catch c;
    if (TRY(c)) {
        Reader r;
        reader_from_text(&r, bytes_new(text, size));
        Value code = compile_source(&r, str_value(N__string), PARSE_SINGLE, 0);
        code_run(code, module_dict(rt.roots.main_module), ABSENT);
        catch_leave(&c);
    } else {
        exception_print(c.exception, write_text, (void *)2);
    }
}

static size_t read_statement(char *text, size_t room) {
    size_t n = 0;
    do {
        do {
            text[n++] = (char)serial_line;
        } while (n < room && text[n - 1] != '\n');
    } while (n < room && parser_needs_more(text, n));
    return n;
}

int main(void) {
    static char line[200];
    StateMemory m = {.stack = board_ram,
                     .stack_words = CONFIG_STACK_WORDS,
                     .heap = board_ram + CONFIG_STACK_WORDS,
                     .heap_bytes = RAM_BYTES - CONFIG_STACK_WORDS * sizeof(Value),
                     .c_stack_base = __builtin_frame_address(0),
                     .c_stack_bytes = C_STACK_BYTES};
    if (!state_init(&m)) {
        port_fatal("no memory");
    }
    rt.roots.builtins = module_import(N_builtins);
    rt.roots.sys_module = module_import(N_sys);
    while (serial_line) {
        run_text(line, read_statement(line, sizeof line));
    }
    report_memory(&(Report){.write = write_text, .arg = (void *)1});
    state_finish();
    return 0;
}
