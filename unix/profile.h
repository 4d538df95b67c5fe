// SPDX-License-Identifier: MIT
// profile.h: which Python lines take the time (-X profile=FILE).
#ifndef UNIX_PROFILE_H
#define UNIX_PROFILE_H

#include "unix/unix.h"

// Starts the timer if the options ask for a profile. False, with a line on stderr, if the file
// can't be written or there is no memory for the tables.
bool profile_start(const Options *o);
// Files the sample that waits. Called where the interpreter looks at its attention flag, and after
// a compaction. Neither allocates on the heap nor raises.
void profile_poll(void);
// Stops the timer and writes the file. Returns the exit code, which so far is `code`: 1 if that is
// 0 and the file could not be written.
int profile_finish(int code);

#endif
