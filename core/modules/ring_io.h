// SPDX-License-Identifier: MIT
// ring_io.h: micropython.RingIO.
#ifndef CORE_RING_IO_H
#define CORE_RING_IO_H

#include "value/type.h"

// A queue of bytes. any(), write() and readinto() allocate nothing.
extern const Type ring_io_type;

#endif
