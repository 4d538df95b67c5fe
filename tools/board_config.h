// SPDX-License-Identifier: MIT
// board_config.h: the settings a small board would choose; `make cross-size` measures the core with
// them. See core/config.h for what they mean.
#define CONFIG_STACK_WORDS 1024
#define CONFIG_ATTR_CACHE 64
#define CONFIG_GLOBAL_CACHE 64
#define CONFIG_MARK_STACK 32
