// SPDX-License-Identifier: MIT
// copyreg.h: the functions that reduced objects name (objects/reduce.h).
#ifndef CORE_COPYREG_H
#define CORE_COPYREG_H

#include "value/type.h"

// A function of the module copyreg, which need not be imported; name: of one that is there.
// Allocates nothing.
Value copyreg_function(const Str *name);

#endif
