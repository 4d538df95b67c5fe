// SPDX-License-Identifier: MIT
// make.c: instructions that make functions, templates, annotations.
#include "objects/annotations.h"
#include "objects/template.h"
#include "vm/internal.h"
#include <assert.h>

void vm_add_cells(const Frame *frame, Function *f, unsigned first, const uint8_t *pairs, unsigned n) {
    assert(first + n <= code_nfree(f->code));
    for (unsigned i = first; i < first + n; i++, pairs += 2) {
        unsigned index = pairs[1] | (pairs[0] & 0xfeu) << 7;
        f->free[i] = pairs[0] & 1 ? frame->function->free[index] : *far_register(frame->regs, index);
        assert(is_exact(f->free[i], &cell_type));
    }
}

Value vm_make_function(Frame *frame, Code *code, unsigned parts, const Value *from,
                       const uint8_t *cells) {
    Function *f = function_of(function_new(code, function_globals(frame->function)));
    unsigned cell_count = code_nfree(code);
    vm_add_cells(frame, f, 0, cells, cell_count < 255 ? cell_count : 255);
    if (parts & PART_DEFAULTS) {
        function_set_defaults(f, *from++);
    }
    if (parts & ~(unsigned)PART_DEFAULTS) {
        FunctionExtra *x = function_extra(f);
        x->kwdefaults = parts & PART_KWDEFAULTS ? *from++ : ABSENT;
        x->annotate = parts & PART_ANNOTATE ? *from++ : ABSENT;
        x->type_params = parts & PART_TYPE_PARAMS ? *from++ : ABSENT;
    }
    return cell_value(f);
}

Value vm_build_interpolation(const Value *parts) {
    return interpolation_new(parts[0], parts[1], parts[2], parts[3]);
}

Value vm_build_template(const Value *parts, size_t n) {
    return template_new(parts, n);
}

void vm_annotate(const Function *f, const Str *name, Value thunk) {
    annotations_add(function_globals(f), name, thunk);
}
