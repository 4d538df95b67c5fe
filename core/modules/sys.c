// SPDX-License-Identifier: MIT
// sys.c: module sys. Its variable attributes are roots of the interpreter (rt.roots), read and
// written through the module's getattr and setattr hooks; other assigned names go to its dict.
#include "heap/report.h"
#include "modules/hooks.h"
#include "modules/output.h"
#include "objects/attr_tuple.h"
#include "objects/simple_namespace.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "objects/number.h"
#include "port.h"
#include "state.h"
#include "text/str.h"
#include "vm/frame.h"

extern const ModuleDef sys_module;

// ---- exit, exceptions -------------------------------------------------------------------------------

static Value sys_exit(size_t n, const Value *args) {
    raise_value(exception_new(&system_exit_type, n, args));
}

static Value sys_exception(void) {
    Value e = rt.thread->handled;
    return is_present(e) ? e : NONE;
}

static Value sys_exc_info(void) {
    Value e = rt.thread->handled;
    Value out[3] = {NONE, NONE, NONE};
    if (is_present(e) && is_exception(e)) {
        Value traceback = exception_of(e)->traceback;
        out[0] = type_value(type_of(e));
        out[1] = e;
        out[2] = is_present(traceback) ? traceback : NONE;
    }
    return tuple_new(out, 3);
}

static void write_stream(void *arg, const char *text, size_t size) {
    stream_write(*(Value *)arg, text, size);
}

// print_exception(exc, file=sys.stdout)
static Value sys_print_exception(size_t n, const Value *args) {
    if (!is_exception(args[0])) {
        raise_type_error("print_exception() argument must be an exception, not %T", args[0]);
    }
    Value file = n > 1 && !is_none(args[1]) ? args[1] : rt.roots.standard_out;
    exception_print(args[0], write_stream, &file);
    return NONE;
}

static Value sys_atexit(Value f) {
    Value before = rt.roots.exit_callback;
    rt.roots.exit_callback = is_none(f) ? ABSENT : f;
    return is_present(before) ? before : NONE;
}

static Value sys_getframe(size_t n, const Value *args) {
    intptr_t depth = n ? to_intptr(args[0]) : 0;
    Value frame = frame_object_at(depth > 0 ? (size_t)depth : 0);
    if (is_absent(frame)) {
        raise_value_error("call stack is not deep enough");
    }
    return frame;
}

// ---- limits, sizes ----------------------------------------------------------------------------------

static Value sys_getrecursionlimit(void) {
    return int_from((intptr_t)rt.recursion_limit);
}

static Value sys_setrecursionlimit(Value v) {
    intptr_t n = to_intptr(v);
    if (n < 1) {
        raise_value_error("recursion limit must be greater or equal than 1");
    }
    size_t used = (size_t)((Frame *)(void *)rt.thread->stack_end - rt.thread->frame);
    if ((size_t)n <= used) {
        raise_error(&recursion_error_type,
                    "cannot set the recursion limit to %z at the recursion depth %z: the limit is "
                    "too low", n, (intptr_t)used);
    }
    state_set_recursion_limit(n > INT32_MAX ? INT32_MAX : (uint32_t)n);
    return NONE;
}

static Value sys_get_int_max_str_digits(void) {
    return int_value((intptr_t)rt.digits_limit);
}

static Value sys_set_int_max_str_digits(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_maxdigits, 1}, {NULL, 0}};
    Value in[1];
    args_parse("set_int_max_str_digits", spec, n, args, kwnames, in);
    intptr_t limit = to_intptr(in[0]);
    if (limit != 0 && (limit < INT_DIGITS_LEAST || limit > INT32_MAX)) {
        raise_value_error("maxdigits must be 0 or larger than %d", INT_DIGITS_LEAST);
    }
    rt.digits_limit = (uint32_t)limit;
    return NONE;
}

static Value size_of(Value v) {
    Value size;
    if (is_class(v)) { // its __sizeof__ is that of its instances
        return int_from(heap_contains(cell_of(v)) ? (intptr_t)heap_cell_size(cell_of(v)) : (intptr_t)sizeof(Type));
    }
    if (!call_special(v, N___sizeof__, 0, NULL, &size)) {
        raise_type_error("Type %T doesn't define __sizeof__", v);
    }
    if (!is_integer(unbox(size))) {
        raise_type_error("an integer is required");
    }
    intptr_t bytes = to_intptr(size);
    if (bytes < 0) {
        raise_value_error("__sizeof__() should return >= 0");
    }
    return int_from(bytes);
}

static Value sys_getsizeof(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_object, ARG_REQUIRED}, {N_default, 0}, {NULL, 0}};
    Value given[2];
    args_parse("getsizeof", spec, n, args, kwnames, given);
    Catch c;
    volatile Value size = given[1];
    if (TRY(c)) {
        size = size_of(given[0]);
        catch_leave(&c);
    } else if (is_absent(size) || !exception_matches(c.exception, &type_error_type)) {
        raise_again(c.exception);
    }
    return size;
}

static Value sys_intern(Value v) {
    if (!is_str(v)) {
        raise_type_error("intern() argument must be str, not %A", v);
    }
    return str_value(str_intern(v));
}

static Value sys_getdefaultencoding(void) {
    return str_from_c("utf-8");
}

static Value sys_getrefcount(Value v) {
    return int_value(is_cell(v) && heap_contains(cell_of(v)) ? 2 : INT32_MAX >> 1);
}

// ---- tuples with names ----------------------------------------------------------------------------------

static const Str *const version_names[] = {N_major, N_minor, N_micro, N_releaselevel, N_serial, NULL};
static const Str *const implementation_names[] = {N_name, N_version, N__machine, N__mpy, N__build,
                                                  N_cache_tag, NULL};
static const Str *const float_names[] = {N_max, N_max_exp, N_max_10_exp, N_min, N_min_exp, N_min_10_exp,
                                         N_dig, N_mant_dig, N_epsilon, N_radix, N_rounds, NULL};
static const Str *const int_names[] = {N_bits_per_digit, N_sizeof_digit, N_default_max_str_digits,
                                       N_str_digits_check_threshold, NULL};
static const Str *const hash_names[] = {N_width, N_modulus, N_inf, N_nan, N_imag, N_algorithm,
                                        N_hash_bits, N_seed_bits, N_cutoff, NULL};
static const Str *const flag_names[] = {N_debug, N_inspect, N_interactive, N_optimize,
                                        N_dont_write_bytecode, N_no_user_site, N_no_site,
                                        N_ignore_environment, N_verbose, N_bytes_warning, N_quiet,
                                        N_hash_randomization, N_isolated, N_dev_mode, N_utf8_mode, NULL};

static const AttrTupleType version_type = ATTR_TUPLE_TYPE(N_version_info, "sys.version_info", version_names, 5, true);
static const AttrTupleType float_info_type = ATTR_TUPLE_TYPE(N_float_info, "sys.float_info", float_names, 11, false);
static const AttrTupleType int_info_type = ATTR_TUPLE_TYPE(N_int_info, "sys.int_info", int_names, 4, false);
static const AttrTupleType hash_info_type = ATTR_TUPLE_TYPE(N_hash_info, "sys.hash_info", hash_names, 9, false);
static const AttrTupleType flags_type = ATTR_TUPLE_TYPE(N_flags, "sys.flags", flag_names, 15, true);

static Value version_info(void) {
    Value v[] = {int_value(3), int_value(14), int_value(0), str_from_c("final"), int_value(0)};
    return attr_tuple_new(&version_type, v, COUNT_OF(v), ABSENT);
}

static Value implementation(void) {
    Value version[] = {int_value(1), int_value(29), int_value(0), str_value(N__empty)};
    Value v[] = {str_from_c("micropython"), tuple_new(version, COUNT_OF(version)),
                 str_from_c(port_machine()), int_value(0), str_from_c(port_platform()), NONE};
    return simple_namespace_new(implementation_names, v);
}

// Limits of the float in use, from its format alone.
static Float power_of_two(int n) {
    return float_from_bits((FloatBits)(n + (1 << (FLOAT_EXPONENT_BITS - 1)) - 1) << FLOAT_MANTISSA_BITS);
}

static Value float_info(void) {
    bool wide = CONFIG_FLOAT_BITS == 64;
    int most = 1 << (FLOAT_EXPONENT_BITS - 1);
    Float epsilon = power_of_two(-FLOAT_MANTISSA_BITS);
    Float max = power_of_two(most - 1) * (2 - epsilon);
    Value v[] = {float_value(max), int_value(most), int_value(wide ? 308 : 38),
                 float_value(power_of_two(2 - most)), int_value(3 - most), int_value(wide ? -307 : -37),
                 int_value(wide ? 15 : 6), int_value(FLOAT_MANTISSA_BITS + 1), float_value(epsilon),
                 int_value(2), int_value(1)};
    return attr_tuple_new(&float_info_type, v, COUNT_OF(v), ABSENT);
}

static Value int_info(void) {
    int bytes = (int)sizeof(Limb);
    Value v[] = {int_value(8 * bytes), int_value(bytes), int_value(INT_DIGITS_DEFAULT),
                 int_value(INT_DIGITS_LEAST)};
    return attr_tuple_new(&int_info_type, v, COUNT_OF(v), ABSENT);
}

static Value hash_info(void) {
    Value modulus = int_from_u64(WORD_BITS == 64 ? ((uint64_t)1 << 61) - 1 : ((uint64_t)1 << 31) - 1);
    Value v[] = {int_value(WORD_BITS), modulus, int_value(314159), int_value(0), int_value(1000003),
                 str_from_c("fnv"), int_value(30), int_value(0), int_value(0)};
    return attr_tuple_new(&hash_info_type, v, COUNT_OF(v), ABSENT);
}

static Value max_size(void) {
    return int_from(INTPTR_MAX);
}

static Value flags(void) {
    Value v[15];
    for (size_t i = 0; i < COUNT_OF(v); i++) {
        v[i] = int_value(0);
    }
    v[3] = int_value(rt.optimise);
    v[13] = FALSE;
    v[14] = int_value(1);
    return attr_tuple_new(&flags_type, v, COUNT_OF(v), ABSENT);
}

// ---- computed attributes ----------------------------------------------------------------------------

static Value *root_of(const Str *name) {
    Roots *r = &rt.roots;
    return name == N_argv     ? &r->argv
           : name == N_path    ? &r->path
           : name == N_modules ? &r->modules
           : name == N_stdin   ? &r->standard_in
           : name == N_stdout  ? &r->standard_out
           : name == N_stderr  ? &r->standard_err
           : name == N_ps1     ? &r->ps1
           : name == N_ps2     ? &r->ps2
                               : NULL;
}

static const struct {
    const Str *name;
    Value (*make)(void);
} computed[] = {
    {N_version_info, version_info}, {N_implementation, implementation}, {N_float_info, float_info},
    {N_int_info, int_info},         {N_hash_info, hash_info},           {N_flags, flags},
    {N_maxsize, max_size},
};

static Value text_attribute(const Str *name) {
    if (name == N_version) {
        return str_from_c("3.14.0; MicroPython v1.29.0-compatible " CORE_VERSION);
    }
    if (name == N_platform) {
        return str_from_c(port_platform());
    }
    return name == N_executable ? port_executable() : ABSENT;
}

// sys.__displayhook__ and its sisters: the functions, whatever was assigned.
static const struct {
    const Str *name, *function;
} originals[] = {
    {N___displayhook__, N_displayhook},
    {N___excepthook__, N_excepthook},
    {N___unraisablehook__, N_unraisablehook},
};

static Value original(const Str *name) {
    for (size_t i = 0; i < COUNT_OF(originals); i++) {
        if (originals[i].name == name) {
            return cell_value(find_row(sys_module.functions, originals[i].function));
        }
    }
    return ABSENT;
}

// What of the last exception that nothing handled: for the prompt, and for debuggers.
static Value last_attribute(const Str *name) {
    Value e = rt.roots.last_value;
    if (is_absent(e)) {
        return ABSENT;
    }
    Value traceback = exception_of(e)->traceback;
    return name == N_last_exc || name == N_last_value ? e
           : name == N_last_type                      ? type_value(type_of(e))
           : name != N_last_traceback                 ? ABSENT
           : is_present(traceback)                    ? traceback
                                                      : NONE;
}

static Value other_attribute(const Str *name) {
    Value v = text_attribute(name);
    v = is_present(v) ? v : original(name);
    return is_present(v) ? v : last_attribute(name);
}

static Value sys_getattr(const Str *name) {
    Value *root = root_of(name);
    if (root) {
        return *root;
    }
    for (size_t i = 0; i < COUNT_OF(computed); i++) {
        if (computed[i].name == name) {
            Value v = computed[i].make();
            dict_set_name(module_dict(rt.roots.sys_module), name, v); // the same one each time
            return v;
        }
    }
    return name == N___stdout__   ? rt.roots.original_out
           : name == N___stdin__  ? rt.roots.original_in
           : name == N___stderr__ ? rt.roots.original_err
                                  : other_attribute(name);
}

static bool sys_setattr(const Str *name, Value v) {
    Value *root = root_of(name);
    if (root) {
        *root = v;
    }
    return root != NULL;
}

// Names that dir(sys) shows beside those of the tables.
static const Str *const sys_names[] = {
    N_argv, N_path, N_modules, N_stdin, N_stdout, N_stderr, N_ps1, N_ps2, N_version_info,
    N_implementation, N_float_info, N_int_info, N_hash_info, N_flags, N_version, N_platform,
    N_executable, N_maxsize, NULL,
};

static const Native functions[] = {
    FUNCTION_VAR(N_exit, sys_exit, 0, 1),
    FUNCTION_0(N_exception, sys_exception),
    FUNCTION_0(N_exc_info, sys_exc_info),
    FUNCTION_VAR(N_print_exception, sys_print_exception, 1, 2),
    FUNCTION_1(N_atexit, sys_atexit),
    FUNCTION_VAR(N__getframe, sys_getframe, 0, 1),
    FUNCTION_0(N_getrecursionlimit, sys_getrecursionlimit),
    FUNCTION_1(N_setrecursionlimit, sys_setrecursionlimit),
    FUNCTION_0(N_get_int_max_str_digits, sys_get_int_max_str_digits),
    FUNCTION_KW(N_set_int_max_str_digits, sys_set_int_max_str_digits, 0, 1),
    FUNCTION_KW(N_getsizeof, sys_getsizeof, 0, NATIVE_MANY),
    FUNCTION_1(N_intern, sys_intern),
    FUNCTION_0(N_getdefaultencoding, sys_getdefaultencoding),
    FUNCTION_0(N_getfilesystemencoding, sys_getdefaultencoding),
    FUNCTION_1(N_displayhook, hooks_display),
    FUNCTION_VAR(N_excepthook, hooks_except, 3, 3),
    FUNCTION_1(N_unraisablehook, hooks_unraisable),
    FUNCTION_1(N_getrefcount, sys_getrefcount),
    NATIVE_END,
};

static const ModuleConst constants[] = {
    {N_byteorder, CONST_VALUE(CONFIG_BIG_ENDIAN ? N_big : N_little)},
    {N_maxunicode, CONST_INT(0x10ffff)},
    {N_hexversion, CONST_INT(0x030e00f0)},
    {N_api_version, CONST_INT(1013)},
    {N_tracebacklimit, CONST_INT(1000)},
    {N_dont_write_bytecode, CONST_VALUE(&true_cell)},
    {NULL, {0}},
};

const ModuleDef sys_module = {
    .name = N_sys, .functions = functions, .constants = constants,
    .getattr = sys_getattr, .setattr = sys_setattr, .names = sys_names,
};
