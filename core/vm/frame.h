// SPDX-License-Identifier: MIT
// frame.h: frames as programs see them: sys._getframe(), tb_frame, gi_frame.
//
// Activation records (struct Frame) stay what they are: a frame object is made when asked for and
// knows which activation it stands for by that one's serial number. While it runs, its variables and
// line are there; afterwards only what the function knows.
#ifndef CORE_VM_FRAME_H
#define CORE_VM_FRAME_H

#include "error.h"
#include "vm/function.h"

extern const Type frame_type;

// The frame object of an activation that is under way, whose pc has been saved. May collect.
Value frame_object(Frame *frame);
// That of the activation `depth` calls above the innermost one; ABSENT if there are not so many.
Value frame_object_at(size_t depth);
// That of a generator, coroutine ... that has not ended. May collect.
Value frame_object_of_generator(Value generator);
// That of a traceback's entry: the activation may have ended long since. May collect.
Value frame_object_of_past(Function *f, uint32_t serial, uint32_t offset);
// The serial number of an activation, which gets one now if it has none. Allocates nothing.
uint32_t frame_serial(Frame *frame);
// The variables of a function whose registers these are as a fresh dict, of a module, a class body
// or exec() the namespace itself. May collect.
Value frame_locals(const Function *f, Value *regs);
// When `from` gets another code, frame objects of activations under way keep the old one, in `to`.
void frame_object_retarget(Cell *frame_object, const Function *from, Function *to);

#endif
