// SPDX-License-Identifier: MIT
// collections.c: the table of the collections module; its types have a file each.
#include "modules/collections.h"
#include "objects/dict.h"
#include "text/str.h"

static const Native functions[] = {
    FUNCTION_KW(N_namedtuple, namedtuple_new, 0, NATIVE_MANY),
    NATIVE_END,
};

static const ModuleConst constants[] = {
    {N_Counter, CONST_VALUE(&counter_type)},
    {N_OrderedDict, CONST_VALUE(&ordered_dict_type)},
    {N_defaultdict, CONST_VALUE(&defaultdict_type)},
    {N_deque, CONST_VALUE(&deque_type)},
    {NULL, {0}},
};

extern const ModuleDef collections_module;
const ModuleDef collections_module = {
    .name = N_collections, .extensible = true, .functions = functions, .constants = constants,
};
