// SPDX-License-Identifier: MIT
// port_config.h: the Unix executable's settings; see core/config.h for what they mean.
#define CONFIG_ATTR_CACHE 2048
#define CONFIG_GLOBAL_CACHE 1024
