// SPDX-License-Identifier: MIT
// limbs_wide.h: the widest number whose products the machine has: two limbs on 64 bits, else one.
//
// Loops over limbs go by these, and take the odd limb that may be left singly. What is left is
// nothing where a Wide is one limb: such loops fall away there.
#ifndef CORE_NUMBER_LIMBS_WIDE_H
#define CORE_NUMBER_LIMBS_WIDE_H

#include "limbs.h"
#include <string.h>

#if defined(__SIZEOF_INT128__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
typedef uint64_t Wide;
typedef unsigned __int128 DoubleWide;
#else
typedef Limb Wide;
typedef DoubleLimb DoubleWide;
#endif

enum { WIDE_LIMBS = sizeof(Wide) / sizeof(Limb), WIDE_BITS = WIDE_LIMBS * LIMB_BITS };

static inline Wide wide_get(const Limb *a) { // limbs may lie anywhere
    Wide x;
    memcpy(&x, a, sizeof x);
    return x;
}
static inline void wide_set(Limb *r, Wide x) {
    memcpy(r, &x, sizeof x);
}

#endif
