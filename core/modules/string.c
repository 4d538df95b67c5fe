// SPDX-License-Identifier: MIT
// string.c: modules string and string.templatelib; __future__.
#include "objects/protocol.h"
#include "objects/template.h"
#include "text/str.h"

// The constants are made when asked for: they are long and rarely used.
static Value string_getattr(const Str *name) {
    static const char lower[] = "abcdefghijklmnopqrstuvwxyz", upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char digits[] = "0123456789", hex[] = "0123456789abcdefABCDEF";
    static const char marks[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", space[] = " \t\n\r\v\f";
    return name == N_ascii_lowercase   ? str_from_c(lower)
           : name == N_ascii_uppercase ? str_from_c(upper)
           : name == N_ascii_letters   ? str_formatted("%s%s", lower, upper)
           : name == N_digits          ? str_from_c(digits)
           : name == N_hexdigits       ? str_from_c(hex)
           : name == N_octdigits       ? str_new(digits, 8)
           : name == N_punctuation     ? str_from_c(marks)
           : name == N_whitespace      ? str_from_c(space)
           : name == N_printable       ? str_formatted("%s%s%s%s%s", digits, lower, upper, marks, space)
                                       : ABSENT;
}

static const Str *const string_names[] = {
    N_ascii_lowercase, N_ascii_uppercase, N_ascii_letters, N_digits, N_hexdigits, N_octdigits,
    N_punctuation, N_whitespace, N_printable, NULL,
};

static const ModuleConst string_constants[] = {{NULL, {0}}};
static const Native no_functions[] = {NATIVE_END};

const ModuleDef string_module = {
    .name = N_string, .functions = no_functions, .constants = string_constants,
    .getattr = string_getattr, .names = string_names, .extensible = true,
};

static const ModuleConst templatelib_constants[] = {
    {N_Template, CONST_VALUE(&template_type)},
    {N_Interpolation, CONST_VALUE(&interpolation_type)},
    {NULL, {0}},
};

const ModuleDef templatelib_module = {
    .name = N_string_templatelib, .functions = no_functions, .constants = templatelib_constants,
};

// Every feature is on already.
static const ModuleConst future_constants[] = {
    {N_annotations, CONST_VALUE(&true_cell)},     {N_division, CONST_VALUE(&true_cell)},
    {N_print_function, CONST_VALUE(&true_cell)},  {N_generators, CONST_VALUE(&true_cell)},
    {N_nested_scopes, CONST_VALUE(&true_cell)},   {N_generator_stop, CONST_VALUE(&true_cell)},
    {N_absolute_import, CONST_VALUE(&true_cell)}, {N_with_statement, CONST_VALUE(&true_cell)},
    {N_unicode_literals, CONST_VALUE(&true_cell)}, {NULL, {0}},
};

const ModuleDef future_module = {
    .name = N___future__, .functions = no_functions, .constants = future_constants,
};
