// SPDX-License-Identifier: MIT
// modules.c: the builtin modules of this executable and what they start with.
#include "objects/table.h"
#include "unix/file.h"
#include "unix/unix.h"

extern const ModuleDef sys_module, gc_module, micropython_module, time_module, io_module, os_module,
    os_path_module, collections_module, math_module, cmath_module, random_module, errno_module,
    struct_module, array_module, json_module, string_module, templatelib_module, future_module,
    weakref_module, copyreg_module;

const ModuleDef *const builtin_modules[] = {
    &builtins_module, &sys_module,    &gc_module,     &micropython_module, &time_module,
    &io_module,       &os_module,     &os_path_module, &collections_module, &math_module,
    &cmath_module,    &random_module, &errno_module,  &struct_module,      &array_module,
    &json_module,     &string_module, &templatelib_module, &future_module,
    &weakref_module,  &copyreg_module, NULL,
};

#define MAIN_NAMES 12 // room in __main__ for a few names more, which a locked heap could not make

void modules_init(void) {
    table_reserve((TableOwner *)module_dict(rt.roots.main_module), MAIN_NAMES, false);
    rt.roots.builtins = module_import(N_builtins);
    attr_set(rt.roots.builtins, N_open, cell_value(&file_open_row));
    rt.roots.sys_module = module_import(N_sys);
    rt.roots.ps1 = str_from_c(">>> ");
    rt.roots.ps2 = str_from_c("... ");
    files_init();
}
