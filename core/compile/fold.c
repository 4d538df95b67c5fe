// SPDX-License-Identifier: MIT
// fold.c: constant expressions become their value while the tree is built.
//
// Values come from the same operations that run time uses; one that raises leaves the expression
// as it is. Sizes are estimated first, so that nothing large is ever computed.
#include "compile/parser_state.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "text/buffer.h"
#include <assert.h>

enum { MAX_BITS = 128, MAX_ITEMS = 256 };

// ---- what may be computed ---------------------------------------------------------------------

static bool is_int_constant(Value v) {
    return is_int(v) || is_bool(v) || is_big(v);
}

static bool is_number(Value v) {
    return is_int_constant(v) || is_float(v) || is_exact(v, &complex_type);
}

// An upper bound of the bits of an int.
static size_t bits_of(Value v) {
    if (is_big(v)) {
        return (size_t)((BigInt *)cell_of(v))->count * sizeof(Limb) * 8;
    }
    intptr_t n = is_int(v) ? int_of(v) : 1;
    size_t bits = 1;
    for (uintptr_t rest = n < 0 ? 0 - (uintptr_t)n : (uintptr_t)n; rest > 1; rest >>= 1) {
        bits++;
    }
    return bits;
}

static bool ints_allowed(BinaryOp op, Value a, Value b) {
    size_t bits = bits_of(a);
    if (bits > MAX_BITS || bits_of(b) > MAX_BITS) {
        return false;
    }
    switch (op) {
    case OP_MUL: return bits + bits_of(b) <= MAX_BITS + 1;
    case OP_LSHIFT: return is_int(b) && int_of(b) >= 0 && int_of(b) + (intptr_t)bits <= MAX_BITS;
    case OP_POW:
        return is_int(b) && int_of(b) >= -MAX_BITS && int_of(b) <= MAX_BITS &&
               (intptr_t)bits * int_of(b) <= MAX_BITS + 1;
    default: return true;
    }
}

// Items or bytes of a constant sequence; -1 if it is none.
static intptr_t sequence_size(Value v) {
    return is_str(v)     ? (intptr_t)str_of(v)->size
           : is_bytes(v) ? (intptr_t)bytes_of(v)->size
           : is_tuple(v) ? (intptr_t)tuple_of(v)->len
                         : -1;
}

static bool repeat_allowed(Value sequence, Value count) {
    intptr_t size = sequence_size(sequence);
    return is_int(count) && int_of(count) <= MAX_ITEMS && size <= MAX_ITEMS &&
           (int_of(count) <= 0 || size * int_of(count) <= MAX_ITEMS);
}

static bool binary_allowed(BinaryOp op, Value a, Value b) {
    if (op == OP_MATMUL) {
        return false;
    }
    if (is_int_constant(a) && is_int_constant(b)) {
        return ints_allowed(op, a, b);
    }
    if (is_number(a) && is_number(b)) {
        return (!is_big(a) || bits_of(a) <= MAX_BITS) && (!is_big(b) || bits_of(b) <= MAX_BITS);
    }
    intptr_t left = sequence_size(a), right = sequence_size(b);
    if (op == OP_ADD) {
        return left >= 0 && right >= 0 && type_of(a) == type_of(b) && left <= MAX_ITEMS &&
               right <= MAX_ITEMS - left;
    }
    return op == OP_MUL && ((left >= 0 && repeat_allowed(a, b)) ||
                            (right >= 0 && repeat_allowed(b, a)));
}

// ---- folding ----------------------------------------------------------------------------------

static Node *replaced(Parser *p, Node *n, Value v, Place start) {
    assert(is_const(n) && is_present(v));
    n->value = v;
    n->op = CONST_EXPRESSION;
    n->flags &= (uint16_t)~NODE_PARENTHESISED;
    n->line = start.line;
    n->column = start.column;
    n->end_column = p->end_column;
    return n;
}

// Computes by `operation`, ABSENT if that raises.
static Value attempt(Value (*operation)(int op, Value a, Value b), int op, Value a, Value b) {
    Value volatile result = ABSENT;
    Catch c;
    if (TRY(c)) {
        Value v = operation(op, a, b);
        catch_leave(&c);
        result = v;
    } else if (!exception_matches(c.exception, &exception_type)) {
        raise_again(c.exception); // KeyboardInterrupt
    }
    return result;
}

static Value unary_operation(int op, Value a, Value b) {
    return op_unary((UnaryOp)op, a);
}

static Value binary_operation(int op, Value a, Value b) {
    return op_binary((BinaryOp)op, a, b);
}

static Value not_operation(int op, Value a, Value b) {
    return bool_value(!op_truth(a));
}

Node *fold_unary(Parser *p, UnaryOp op, Node *a, Place start) {
    if (!is_const(a) || !is_number(a->value) ||
        (is_big(a->value) && bits_of(a->value) > MAX_BITS)) {
        return NULL;
    }
    Value v = attempt(unary_operation, op, a->value, ABSENT);
    return is_present(v) ? replaced(p, a, v, start) : NULL;
}

Node *fold_binary(Parser *p, BinaryOp op, Node *a, Node *b, Place start) {
    if (!is_const(a) || !is_const(b) || !binary_allowed(op, a->value, b->value)) {
        return NULL;
    }
    Value v = attempt(binary_operation, op, a->value, b->value);
    return is_present(v) ? replaced(p, a, v, start) : NULL;
}

Node *fold_not(Parser *p, Node *a, Place start) {
    if (!is_const(a)) {
        return NULL;
    }
    Value v = attempt(not_operation, 0, a->value, ABSENT);
    return is_present(v) ? replaced(p, a, v, start) : NULL;
}

void fold_tuple(Parser *p, Node *tuple) {
    assert(tuple->kind == NODE_TUPLE);
    size_t count = 0;
    for (const Node *n = tuple->a; n; n = n->next, count++) {
        if (!is_const(n) || count == MAX_ITEMS) {
            return;
        }
    }
    Tuple *value = count ? tuple_alloc(count) : NULL;
    count = 0;
    for (const Node *n = tuple->a; n; n = n->next) {
        value->items[count++] = n->value;
    }
    tuple->kind = NODE_CONST;
    tuple->op = CONST_LITERAL;
    tuple->value = value ? cell_value(value) : cell_value(&empty_tuple);
}

void fold_undo_tuple(Node *tuple) {
    assert(is_const(tuple) && is_tuple(tuple->value) && tuple->op == CONST_LITERAL);
    tuple->kind = NODE_TUPLE;
    tuple->op = 0;
    tuple->value = ABSENT;
}

bool fold_const_call(Parser *p, Node *assign) {
    assert(assign->kind == NODE_ASSIGN);
    Node *target = assign->a, *call = assign->b;
    if (call->kind != NODE_CALL || target->next || target->kind != NODE_NAME ||
        call->a->kind != NODE_NAME || !same(call->a->value, str_value(N_const)) || !call->b ||
        call->b->next || !is_const(call->b)) {
        return false;
    }
    assign->b = call->b;
    if (p->block_depth == 0 && p->mode == PARSE_FILE) {
        if (!p->constants) {
            p->constants = dict_new(0);
        }
        dict_set_name(p->constants, str_of(target->value), call->b->value);
        return true;
    }
    return false;
}
