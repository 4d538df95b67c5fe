// SPDX-License-Identifier: MIT
// parse_target.c: what can be assigned to, deleted or looped over, and how errors call the rest.
#include "compile/parser_state.h"
#include <assert.h>

static const char *constant_kind(const Node *n) {
    if (n->op == CONST_DEBUG) {
        return "__debug__";
    }
    if (n->op == CONST_EXPRESSION) {
        return "expression";
    }
    Value v = n->value;
    return is_none(v)             ? "None"
           : same(v, TRUE)        ? "True"
           : same(v, FALSE)       ? "False"
           : same(v, ELLIPSIS)    ? "ellipsis"
           : is_tuple(v)          ? "tuple"
                                  : "literal";
}

const char *parse_expression_kind(const Node *n) {
    switch (n->kind) {
    case NODE_CONST: return constant_kind(n);
    case NODE_NAME: return "name";
    case NODE_JOINED: return "f-string expression";
    case NODE_TEMPLATE: return "t-string expression";
    case NODE_COMPARE: return "comparison";
    case NODE_IF_EXP: return "conditional expression";
    case NODE_LAMBDA: return "lambda";
    case NODE_NAMED: return "named expression";
    case NODE_CALL: return "function call";
    case NODE_ATTRIBUTE: return "attribute";
    case NODE_SUBSCRIPT: return "subscript";
    case NODE_TUPLE: return "tuple";
    case NODE_LIST: return "list";
    case NODE_SET: return "set display";
    case NODE_DICT: return "dict literal";
    case NODE_LISTCOMP: return "list comprehension";
    case NODE_SETCOMP: return "set comprehension";
    case NODE_DICTCOMP: return "dict comprehension";
    case NODE_GENEXP: return "generator expression";
    case NODE_YIELD: case NODE_YIELD_FROM: return "yield expression";
    case NODE_AWAIT: return "await expression";
    case NODE_STARRED: return "starred";
    default: return "expression";
    }
}

static Node *invalid_in_list(Node *list, TargetUse use) {
    for (Node *n = list; n; n = n->next) {
        Node *bad = parse_invalid_target(n, use);
        if (bad) {
            return bad;
        }
    }
    return NULL;
}

Node *parse_invalid_target(Node *n, TargetUse use) {
    if (is_const(n) && n->op == CONST_LITERAL && is_tuple(n->value)) {
        fold_undo_tuple(n);
    }
    switch (n->kind) {
    case NODE_NAME: case NODE_ATTRIBUTE: case NODE_SUBSCRIPT: return NULL;
    case NODE_TUPLE: case NODE_LIST: return invalid_in_list(n->a, use);
    case NODE_STARRED: return use == TARGET_DELETE ? n : parse_invalid_target(n->a, use);
    default: return n;
    }
}

// At most one '*' in each list of targets; no attribute is called __debug__.
static void check_parts(Parser *p, const Node *n, TargetUse use) {
    if (n->kind == NODE_ATTRIBUTE && same(n->value, str_value(N___debug__))) {
        syntax_error_range(p, n, NULL, "cannot %s __debug__",
                           use == TARGET_DELETE ? "delete" : "assign to");
    }
    if (n->kind != NODE_TUPLE && n->kind != NODE_LIST) {
        return;
    }
    const Node *seen = NULL;
    for (const Node *item = n->a; item; item = item->next) {
        const Node *target = item;
        if (item->kind == NODE_STARRED) {
            assert(item->a);
            if (seen) {
                syntax_error_range(p, n, NULL, "multiple starred expressions in assignment");
            }
            seen = item;
            target = item->a;
        }
        check_parts(p, target, use);
    }
}

void parse_check_target(Parser *p, Node *n, TargetUse use) {
    Node *bad = parse_invalid_target(n, use);
    if (bad) {
        syntax_error_range(p, bad, NULL, "cannot %s %s",
                           use == TARGET_DELETE ? "delete" : "assign to",
                           parse_expression_kind(bad));
    }
    if (n->kind == NODE_STARRED) {
        syntax_error_range(p, n, NULL, "starred assignment target must be in a list or tuple");
    }
    check_parts(p, n, use);
}

Node *parse_target_list(Parser *p) {
    Place start = here(p);
    NodeList list = {0};
    bool comma = false;
    do {
        if (!token_starts_expression(p->token.kind) && !at(p, TOK_STAR)) {
            break;
        }
        Place place = here(p);
        bool starred = token_accept(p, TOK_STAR);
        Node *n = parse_bitor(p);
        if (starred) {
            Node *value = n;
            n = node_new(p, NODE_STARRED, place);
            n->a = node_under(n, value);
        }
        node_list_add(&list, n);
        comma = at(p, TOK_COMMA);
    } while (token_accept(p, TOK_COMMA));
    if (!list.count) {
        syntax_error_plain(p);
    }
    if (list.count == 1 && !comma) {
        return list.first;
    }
    Node *tuple = node_new(p, NODE_TUPLE, start);
    tuple->a = node_under_list(tuple, list.first);
    return tuple;
}
