# SPDX-License-Identifier: MIT
# make             the executable, build/unix/micropython
# make run         builds it and runs examples/heap_tour.py
# make test        builds it and runs the test suite
# More: unix32 test32 sanitize bench cross-size format clean. V=1 shows the commands.

CC ?= gcc
HOSTCC ?= cc
BUILD ?= build/unix
OPT ?= -O2
WARN = -Wall -Wextra -Werror -Wno-unused-parameter
CFLAGS_ALL = -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE $(OPT) -g $(WARN) -Icore -I. -I$(BUILD)/gen -DPORT_CONFIG_H='"../unix/port_config.h"' \
    -fno-strict-aliasing $(CFLAGS) $(CFLAGS_EXTRA)
LIBS = -lm
Q = $(if $(V),,@)

CORE_SRC = $(sort $(wildcard core/*.c core/*/*.c))
UNIX_SRC = $(sort $(wildcard unix/*.c))
NAME_SRC = $(CORE_SRC) $(UNIX_SRC) core/text/bytes_view.h
OBJ = $(patsubst %.c,$(BUILD)/%.o,$(CORE_SRC) $(UNIX_SRC)) $(BUILD)/gen/names.o

.PHONY: all
all: $(BUILD)/micropython

$(BUILD)/micropython: $(OBJ)
	@echo "link $@"
	$(Q)$(CC) $(OPT) $(CFLAGS) $(CFLAGS_EXTRA) -o $@ $^ $(LIBS)

$(BUILD)/%.o: %.c | $(BUILD)/gen/names.h
	@mkdir -p $(@D)
	@echo "cc $<"
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# Names used in C (N_append ...) become const strings.
build/make_names: tools/make_names.c
	@mkdir -p build
	$(Q)$(HOSTCC) -O1 -o $@ $<

$(BUILD)/gen/names.h $(BUILD)/gen/names.c &: build/make_names $(NAME_SRC)
	@mkdir -p $(BUILD)/gen
	$(Q)build/make_names $(BUILD)/gen $(NAME_SRC)
	@touch -c $(BUILD)/gen/names.c

-include $(OBJ:.o=.d)

.PHONY: clean
clean:
	rm -rf build
