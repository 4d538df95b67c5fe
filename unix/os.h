// SPDX-License-Identifier: MIT
// os.h: what the files of module os share.
#ifndef UNIX_OS_H
#define UNIX_OS_H

#include "objects/protocol.h"

// os_stat.c
Value os_stat(size_t n, const Value *args, const Tuple *kwnames);
Value os_lstat(Value path);
Value os_statvfs(Value path);
// os_dir.c
Value os_listdir(size_t n, const Value *args);
Value os_ilistdir(size_t n, const Value *args);
Value os_walk(size_t n, const Value *args, const Tuple *kwnames);
// os_env.c
Value os_environ(void);
Value os_getenv(size_t n, const Value *args);
Value os_putenv(Value name, Value v);
Value os_unsetenv(Value name);
void os_export_environ(void); // os.environ's contents become the process's environment

#endif
