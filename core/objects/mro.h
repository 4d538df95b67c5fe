// SPDX-License-Identifier: MIT
// mro.h: linearisation of the bases of a new class.
#ifndef CORE_MRO_H
#define CORE_MRO_H

#include "objects/containers.h"

// The MRO of a new class `cls` with these (distinct) bases, cls first. TypeError if there is no
// consistent order. Allocates.
Tuple *mro_compute(Value cls, Tuple *bases);
// The same as Class.mro keeps it: `bases` itself if there is only one. Allocates.
Tuple *mro_kept(Value cls, Tuple *bases);

#endif
