// SPDX-License-Identifier: MIT
// class_ops.h: what class.c shares with the dunder table.
#ifndef CORE_CLASS_OPS_H
#define CORE_CLASS_OPS_H

#include "objects/protocol.h"

const Str *binary_name(BinaryOp op, bool reflected); // N___add__, N___radd__
const Str *inplace_name(BinaryOp op);                // NULL for divmod
// Do the operators of the builtin type want to see the instance of a subclass, for a message or to
// give it back?
bool binary_takes_whole(const Type *solid);
bool type_repeats(const Type *solid); // a sequence with '*'

#endif
