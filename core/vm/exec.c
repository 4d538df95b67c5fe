// SPDX-License-Identifier: MIT
// exec.c: exec, eval, compile, globals, locals.
#include "compile/compile.h"
#include "objects/dict.h"
#include "text/buffer.h"
#include "text/codec.h"
#include "vm/frame.h"
#include "vm/internal.h"

static Frame *innermost(void) {
    Frame *f = rt.thread->frame;
    return (void *)f < (void *)rt.thread->stack_end ? f : NULL;
}

Dict *vm_globals(void) {
    Frame *f = innermost();
    return f ? function_globals(f->function) : ((Module *)cell_of(rt.roots.main_module))->dict;
}

Value builtin_globals(void) {
    return cell_value(vm_globals());
}

// Locals of a function's frame as a fresh dict; the namespace itself of class bodies and exec.
Value builtin_locals(void) {
    Frame *f = innermost();
    return f ? frame_locals(f->function, f->regs) : builtin_globals();
}

static Value compile_text(Value source, Value filename, ParseMode mode, unsigned flags) {
    source = unbox(source);
    if (!is_str(source) && !is_bytes(source)) {
        Buffer b;
        if (!buffer_try(source, &b, BUFFER_READ)) {
            raise_type_error("compile() arg 1 must be a string, bytes or AST object");
        }
        source = bytes_new(b.data, b.size);
    }
    Reader r;
    reader_from_text(&r, source);
    return compile_source(&r, filename, mode, flags);
}

// Bits of compile()'s `flags`: CPython's. Those of __future__ change nothing here.
enum {
    FLAGS_FUTURE = 0x01fe0010, // nested scopes, generators, division ... annotations
    FLAG_SOURCE_IS_UTF8 = 0x100, FLAG_DONT_IMPLY_DEDENT = 0x200, FLAG_ONLY_AST = 0x400,
    FLAG_IGNORE_COOKIE = 0x800, FLAG_TYPE_COMMENTS = 0x1000, FLAG_TOP_LEVEL_AWAIT = 0x2000,
    FLAG_INCOMPLETE_INPUT = 0x4000, FLAG_OPTIMIZED_AST = 0x8000,
    FLAGS_WITHOUT_EFFECT = FLAGS_FUTURE | FLAG_SOURCE_IS_UTF8 | FLAG_DONT_IMPLY_DEDENT |
                           FLAG_IGNORE_COOKIE | FLAG_TYPE_COMMENTS | FLAG_INCOMPLETE_INPUT,
};

static void check_flags(intptr_t flags) {
    const intptr_t asked = FLAG_ONLY_AST | FLAG_OPTIMIZED_AST | FLAG_TOP_LEVEL_AWAIT;
    if (flags & ~(FLAGS_WITHOUT_EFFECT | asked)) {
        raise_value_error("compile(): unrecognised flags");
    }
    if (flags & (FLAG_ONLY_AST | FLAG_OPTIMIZED_AST)) {
        raise_value_error("compile(): no abstract syntax trees here (flag PyCF_ONLY_AST)");
    }
    if (flags & FLAG_TOP_LEVEL_AWAIT) {
        raise_value_error("compile(): no await outside functions here (flag PyCF_ALLOW_TOP_LEVEL_AWAIT)");
    }
}

static uint8_t optimise_arg(Value v) {
    intptr_t level = is_present(v) ? to_intptr(v) : -1;
    if (level < -1 || level > 2) {
        raise_value_error("compile(): invalid optimize value");
    }
    return level < 0 ? rt.optimise : (uint8_t)level;
}

static Value filename_arg(Value v) {
    Value path = unbox(op_fspath(v));
    return is_str(path) ? path : codec_decode(bytes_of(path)->data, bytes_of(path)->size, NULL, N_surrogateescape);
}

static ParseMode mode_arg(Value v) {
    const Str *mode = str_arg(v, "compile() argument 'mode'");
    if (str_equal(mode, N_exec)) {
        return PARSE_FILE;
    }
    if (str_equal(mode, N_eval)) {
        return PARSE_EVAL;
    }
    if (!str_equal(mode, N_single)) {
        raise_value_error("compile() mode must be 'exec', 'eval' or 'single'");
    }
    return PARSE_SINGLE;
}

static Value compile_optimised(Value source, Value filename, ParseMode mode, uint8_t optimise) {
    Catch c;
    const uint8_t saved = rt.optimise;
    volatile Value code = ABSENT;
    rt.optimise = optimise;
    if (TRY(c)) {
        code = compile_text(source, filename, mode, COMPILE_NAMESPACE);
        catch_leave(&c);
    }
    rt.optimise = saved;
    if (is_absent(code)) {
        raise_again(c.exception);
    }
    return code;
}

Value builtin_compile(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_source, ARG_REQUIRED},  {N_filename, ARG_REQUIRED},
                                   {N_mode, ARG_REQUIRED},    {N_flags, 0},
                                   {N_dont_inherit, 0},       {N_optimize, 0},
                                   {N__feature_version, ARG_KWONLY}, {NULL, 0}};
    Value in[7];
    args_parse("compile", spec, n, args, kwnames, in);
    Value filename = filename_arg(in[1]);
    ParseMode mode = mode_arg(in[2]);
    check_flags(is_present(in[3]) ? to_intptr(in[3]) : 0);
    return compile_optimised(in[0], filename, mode, optimise_arg(in[5]));
}

// Globals and locals of exec and eval: given ones checked, else the caller's.
static void namespaces(const char *function, Value *in, Dict **globals, Value *locals) {
    Value g = is_present(in[1]) && !is_none(in[1]) ? in[1] : ABSENT;
    *locals = is_present(in[2]) && !is_none(in[2]) ? in[2] : ABSENT;
    if (is_present(g) && !is_any_dict(g)) {
        raise_type_error("%s() globals must be a dict, not %T", function, g);
    }
    if (is_present(*locals) && !is_kind(*locals, &dict_type) &&
        !op_of(type_of(*locals)->ops, getitem)) {
        raise_type_error("%s() locals must be a mapping or None, not %T", function, *locals);
    }
    if (is_absent(g)) {
        *globals = vm_globals();
        if (is_absent(*locals)) {
            *locals = builtin_locals();
        }
        return;
    }
    *globals = dict_of(g);
    if (dict_find_name(*globals, N___builtins__) < 0) {
        dict_set_name(*globals, N___builtins__, rt.roots.builtins);
    }
    if (is_absent(*locals)) {
        *locals = g;
    }
}

static Value run_source(const char *function, size_t n, const Value *args, const Tuple *kwnames,
                        ParseMode mode) {
    static const ArgSpec spec[] = {{N_source, ARG_REQUIRED | ARG_POSONLY}, {N_globals, 0},
                                   {N_locals, 0}, {N_closure, ARG_KWONLY}, {NULL, 0}};
    Value in[4], locals;
    Dict *globals;
    args_parse(function, spec, n, args, kwnames, in);
    namespaces(function, in, &globals, &locals);
    Value code = in[0];
    if (!is_exact(code, &code_type)) {
        Value text = unbox(code);
        Buffer b;
        if (!is_str(text) && !buffer_try(text, &b, BUFFER_READ)) {
            raise_type_error("%s() arg 1 must be a string, bytes or code object", function);
        }
        code = compile_text(text, str_value(N__string), mode, COMPILE_NAMESPACE);
    }
    if (code_of(code)->nfree) {
        raise_type_error("code object passed to %s() may not contain free variables", function);
    }
    if (!(code_of(code)->flags & (CODE_NAMESPACE | CODE_CHUNKS))) { // a function's code
        return op_call_0(function_new(code_of(code), globals));
    }
    return code_run(code, globals, locals);
}

Value builtin_exec(size_t n, const Value *args, const Tuple *kwnames) {
    run_source("exec", n, args, kwnames, PARSE_FILE);
    return NONE;
}

// Leading blanks of an expression to evaluate do not count.
static Value without_indent(Value source) {
    Value text = unbox(source);
    if (is_absent(text) || !is_str(text)) {
        return source;
    }
    const Str *s = str_of(text);
    size_t i = 0;
    while (i < s->size && (s->text[i] == ' ' || s->text[i] == '\t')) {
        i++;
    }
    return i ? str_slice_bytes(s, i, s->size) : text;
}

Value builtin_eval(size_t n, const Value *args, const Tuple *kwnames) {
    if (n == 0) {
        return run_source("eval", n, args, kwnames, PARSE_EVAL);
    }
    size_t nkw = kwnames ? kwnames->len : 0;
    Value copy[8];
    if (n + nkw > COUNT_OF(copy)) {
        raise_type_error("eval expected at most 3 arguments, got %z", (intptr_t)n);
    }
    memcpy(copy, args, (n + nkw) * sizeof(Value));
    copy[0] = without_indent(args[0]);
    return run_source("eval", n, copy, kwnames, PARSE_EVAL);
}
