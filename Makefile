# SPDX-License-Identifier: MIT
# make             the executable, build/unix/micropython
# make run         builds it and runs examples/heap_tour.py
# make test        builds it and runs the test suite
# make unix32      the same for 32 bits with single floats, build/unix32/micropython; test32 tests it
#                  (in the emulator of the package qemu-user where the kernel runs no 32-bit programs)
# make sanitize    builds with address and undefined-behaviour sanitizers and runs the suite
# make test-valgrind  builds build/valgrind/micropython and runs most of the suite under memcheck
# make test-planted   sees faults planted in the heap found by valgrind and the sanitizers
# make stress      the suite with a collection at every allocation, failing allocations, random
#                  programs in small heaps; stress-ci a bounded selection; stress-unix only builds
# make NDEBUG=1    builds without assertions, build/unix-ndebug/micropython
# make PGO=1       builds for the profile of a run of bench/, build/unix-pgo/micropython
# make LTO=        builds without link-time optimisation: quicker to build again after a change
# make PACK=1      builds with packed tables, as for boards, build/unix-packed/micropython;
#                  test-packed tests it
# make bench       measures the programs of bench/ (PROGRAMS="fib sort": some)
# make bench-compare BASE=revision  what the present tree changed in their speed
# make cross-size  the size of core/ in an image for a Cortex-M3
# make format      formats the C sources;  make clean;  V=1 shows the commands

CC ?= gcc
HOSTCC ?= cc
PYTHON ?= python3
BUILD ?= build/unix$(if $(NDEBUG),-ndebug)$(if $(PACK),-packed)$(if $(PGO),-pgo)
OPT ?= -O2
# Link-time optimisation, where the compiler can.
ifeq ($(origin LTO),undefined)
LTO := $(shell echo 'int main(void) { return 0; }' | \
    $(CC) -flto=auto -x c -o /dev/null - 2>/dev/null && echo -flto=auto)
export LTO
endif
# Not moved by the loader to another address in each run: caches are indexed by addresses, and what their
# misses leave on the C stack decides what the collector finds there. So each run does the same.
FIXED = -fno-pie
# Names and lines: all that backtraces and profiles need, in a sixth less time than -g takes to build.
DEBUG = $(if $(CHECKER),-g,-g1)
PORT_CONFIG = unix/port_config.h
WARN = -Wall -Wextra -Werror -Wno-unused-parameter
CFLAGS_ALL = -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -D_FILE_OFFSET_BITS=64 $(OPT) $(LTO) $(PROFILE) $(FIXED) $(DEBUG) $(WARN) \
    -Icore -I. -I$(BUILD)/gen -DPORT_CONFIG_H='"../$(PORT_CONFIG)"' \
    -fno-strict-aliasing $(CHECKER_FLAGS) $(if $(NDEBUG),-DNDEBUG) \
    $(if $(PACK),-DCONFIG_PACKED=1) $(CFLAGS) $(CFLAGS_EXTRA)
LIBS = -lm -ldl
Q = $(if $(V),,@)

# All processors.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif
MAKEFLAGS += --no-print-directory

CORE_SRC = $(sort $(wildcard core/*.c core/*/*.c))
UNIX_SRC = $(sort $(wildcard unix/*.c))
# The memory checker that learns of each cell: valgrind, asan, msan or none. See core/heap/announce.h.
CHECKER =
CHECKER_SRC = $(if $(CHECKER),coverage/checker.c coverage/checker_$(CHECKER).c)
CHECKER_FLAGS = $(if $(CHECKER),-DCONFIG_ANNOUNCE=1 -DCONFIG_RED_ZONE=1 -DCONFIG_HOT_ASSERTS=1)
HEADERS = $(wildcard core/*.h core/*/*.h $(if $(UNIX_SRC),unix/*.h))
OBJ = $(patsubst %.c,$(BUILD)/%.o,$(CORE_SRC) $(UNIX_SRC) $(CHECKER_SRC) $(MORE_SRC)) \
    $(BUILD)/gen/names.o $(BUILD)/gen/page.o $(if $(PACK),$(BUILD)/gen/messages.o)

.PHONY: all
all: $(BUILD)/micropython

$(BUILD)/micropython: $(OBJ)
	@echo "link $@"
	$(Q)$(CC) $(OPT) $(LTO) $(PROFILE) $(if $(FIXED),-no-pie) $(DEBUG) $(CFLAGS) $(CFLAGS_EXTRA) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: %.c | $(BUILD)/gen/names.h
	@mkdir -p $(@D)
	@echo "cc $<"
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# Not the loop: what is rare, inlined from other files, makes its usual paths longer.
$(BUILD)/core/vm/loop.o: LTO =

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c | $(BUILD)/gen/names.h
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# Names used in C (N_append ...) become const strings.
build/make_names: tools/make_names.c
	@mkdir -p build
	$(Q)$(HOSTCC) -O1 -o $@ $<

NAMES_SRC = $(CORE_SRC) $(UNIX_SRC) $(HEADERS)
$(BUILD)/gen/names.h $(BUILD)/gen/names.c &: build/make_names $(NAMES_SRC)
	@mkdir -p $(BUILD)/gen
	$(Q)build/make_names $(BUILD)/gen $(NAMES_SRC)
	@touch -c $(BUILD)/gen/names.c

# The page of tools/heapview, which -X heapmap writes too.
PAGE = tools/heapview_page
PAGE_SRC = $(addprefix $(PAGE)/,$(shell cat $(PAGE)/parts))
build/make_page: tools/make_page.c
	@mkdir -p build
	$(Q)$(HOSTCC) -O1 -o $@ $<

$(BUILD)/gen/page.c: build/make_page $(PAGE)/parts $(PAGE_SRC)
	@mkdir -p $(BUILD)/gen
	$(Q)build/make_page $@ $(PAGE_SRC)

# Sources whose messages and tables are packed, and the words messages are made of.
ifdef PACK
$(patsubst %.c,$(BUILD)/%.o,$(CORE_SRC) $(UNIX_SRC)): $(BUILD)/%.o: $(BUILD)/packed/%.c \
    | $(BUILD)/gen/names.h
	@mkdir -p $(@D)
	@echo "cc $*.c"
	$(Q)$(CC) -iquote $(*D) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

PACKED = $(addprefix $(BUILD)/packed/,$(CORE_SRC) $(UNIX_SRC))
$(PACKED) $(BUILD)/gen/messages.c: $(BUILD)/packed/done ;
$(BUILD)/packed/done: tools/pack-sources $(CORE_SRC) $(UNIX_SRC) $(HEADERS)
	@tools/need $(PYTHON):python3
	$(Q)tools/pack-sources $(BUILD) $(CORE_SRC) $(UNIX_SRC) $(HEADERS)
	@touch $@
endif

# A build that counts runs bench/ first; gcc finds the counts beside the objects.
ifdef PGO
PROFILE = -fprofile-use -fprofile-partial-training
WARN = -w
$(OBJ) $(addprefix $(BUILD)/gen/,names.h names.c page.c): $(BUILD)/trained
$(BUILD)/trained: $(CORE_SRC) $(UNIX_SRC) $(HEADERS)
	@tools/need $(PYTHON):python3
	$(Q)rm -rf $(BUILD)
	$(Q)$(MAKE) PGO= BUILD=$(BUILD) PROFILE=-fprofile-generate WARN=-w all
	@echo "counting in a run of bench/, which takes a minute or two"
	$(Q)bench/run --quick --lua "" --binary $(BUILD)/micropython >$(BUILD)/training.txt || \
	    { cat $(BUILD)/training.txt; false; }
	$(Q)find $(BUILD) -name '*.o' -delete -o -name micropython -delete
	@touch $@
endif

-include $(OBJ:.o=.d)

# ---- running -------------------------------------------------------------------------------------

.PHONY: run test bench bench-compare
# Loaded when a program first asks for it (unix/unicode.c).
UNISTRING = tools/need --library libunistring libunistring-dev '\N{...} and NFKC of names'

run: all
	@$(UNISTRING)
	$(BUILD)/micropython -X heapsize=256K examples/heap_tour.py

test: all
	@tools/need $(PYTHON):python3
	@$(UNISTRING)
	tools/run-tests --binary $(BUILD)/micropython $(TESTS)

bench: all
	@tools/need $(PYTHON):python3
	@tools/need lua5.4 || echo "without lua5.4 nothing is compared with Lua"
	@bench/run --binary $(BUILD)/micropython $(PROGRAMS)

bench-compare: all
	@tools/need $(PYTHON):python3
	@tools/need valgrind || true
	@[ "$(BASE)" ] || { echo "which revision? make bench-compare BASE=main" >&2; exit 2; }
	@bench/compare --binary $(BUILD)/micropython --make CC="$(CC)" --make OPT="$(OPT)" \
	    --make CFLAGS="$(CFLAGS)" "$(BASE)" $(PROGRAMS)

# ---- other builds ----------------------------------------------------------------------------------

M32 = -m32 -msse2 -mfpmath=sse -DCONFIG_FLOAT_BITS=32

.PHONY: unix32 test32 test-packed sanitize-unix sanitize
# Without link-time optimisation, which leaves more dead words on the C stack there: to the collector
# they are references, and figures of what is alive would differ by chance.
unix32:
	@tools/need --try "$(CC) -m32" gcc-multilib
	$(Q)$(MAKE) BUILD=build/unix32 LTO= CFLAGS="$(M32)" all

test32: unix32
	@tools/need $(PYTHON):python3
	wrapper=$$(tools/emulator build/unix32/micropython) && \
	    tools/run-tests --binary build/unix32/micropython --wrapper "$$wrapper" $${wrapper:+--timeout 120} $(TESTS)

test-packed:
	$(Q)$(MAKE) PACK=1 all
	tools/run-tests --binary build/unix-packed/micropython $(TESTS)

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
# The collector reads the real stack: locals must not be moved elsewhere.
export ASAN_OPTIONS ?= detect_stack_use_after_return=0:detect_leaks=0:allocator_may_return_null=1

sanitize: sanitize-unix
	tools/run-tests --binary build/sanitize/micropython --timeout 120 $(TESTS)

# ---- stress -----------------------------------------------------------------------------------------

# The heap is compacted at every allocation and checked each time; allocations can be made to fail.
STRESS_BUILD = build/stress

.PHONY: stress-unix stress stress-ci
stress-unix:
	$(Q)$(MAKE) BUILD=$(STRESS_BUILD) LTO= CFLAGS="$(CFLAGS) -include coverage/stress.h" \
	    MORE_SRC="coverage/stress.c coverage/fail_server.c coverage/plant_fault.c" \
	    LDFLAGS="-Wl,--wrap=heap_fail_after,--wrap=files_close_all" all

stress: all stress-unix
	@tools/need $(PYTHON):python3
	$(PYTHON) coverage/stress.py --build $(STRESS_BUILD)

stress-ci: all stress-unix
	@tools/need $(PYTHON):python3
	$(PYTHON) coverage/stress.py --build $(STRESS_BUILD) --bounded

# ---- comparison with CPython ------------------------------------------------------------------------

# Everything that dir() finds, called with hostile arguments: make fuzz-calls CALLS=5000000 SEED=3; in other
# builds, once they are made: BINARY=build/sanitize/micropython and so on.
.PHONY: fuzz-calls fuzz-calls-ci
CALLS = 5000000
SEED = 1
FUZZ_CALLS = $(PYTHON) coverage/fuzz_calls.py -j2
BINARY = $(BUILD)/micropython
fuzz-calls: $(if $(filter file,$(origin BINARY)),all)
	@tools/need $(PYTHON):python3
	$(FUZZ_CALLS) -b $(BINARY) --calls $(CALLS) --seed $(SEED)

fuzz-calls-ci: all unix32 sanitize-unix stress-unix
	@tools/need $(PYTHON):python3
	$(FUZZ_CALLS) -b $(BUILD)/micropython --calls 400000
	wrapper=$$(tools/emulator build/unix32/micropython) && \
	    $(FUZZ_CALLS) -b build/unix32/micropython --wrapper "$$wrapper" $${wrapper:+--slow 8} --calls 400000
	$(FUZZ_CALLS) -b build/sanitize/micropython --slow 8 --calls 200000
	STRESS_EVERY=101 $(FUZZ_CALLS) -b $(STRESS_BUILD)/micropython --slow 30 --calls 12000 --groups 100

# Random programs, here and in the installed CPython: make fuzz-compare SEEDS=1000000 COUNT=100000.
.PHONY: fuzz-compare fuzz-compare-ci
SEEDS ?= 1
COUNT ?= 20000
fuzz-compare: all
	@tools/need $(PYTHON):python3
	$(PYTHON) coverage/fuzz_compare.py -b $(BUILD)/micropython --seeds $(SEEDS):$$(($(SEEDS) + $(COUNT) - 1))

fuzz-compare-ci: all
	@tools/need $(PYTHON):python3
	$(PYTHON) coverage/fuzz_compare.py -b $(BUILD)/micropython --seeds 1:1500

# ---- memory checkers -------------------------------------------------------------------------------

# The builds tell the checker of each cell: core/heap/announce.h.
MEMCHECK = valgrind -q --error-exitcode=9 --num-callers=20 --default-suppressions=no
# Scripts of a second or so. TESTS=tests runs all of the suite, which takes hours.
VALGRIND_TESTS = $(addprefix tests/,basics exceptions generators modules objects syntax types)
MSAN = -fsanitize=memory -fsanitize-memory-track-origins -fno-omit-frame-pointer

.PHONY: valgrind-unix test-valgrind sanitize-unix msan-unix test-planted test-planted-msan
valgrind-unix:
	@tools/need valgrind
	$(Q)$(MAKE) BUILD=build/valgrind LTO= OPT=-O1 CHECKER=valgrind all planted

sanitize-unix:
	$(Q)$(MAKE) BUILD=build/sanitize LTO= OPT=-O1 CHECKER=asan CFLAGS="$(SANITIZE)" all planted

msan-unix:
	@tools/need clang
	$(Q)$(MAKE) CC=clang BUILD=build/msan LTO= OPT=-O1 FIXED= CHECKER=msan CFLAGS="$(MSAN)" all planted

test-valgrind: valgrind-unix
	@tools/need $(PYTHON):python3
	tools/run-tests --binary build/valgrind/micropython --wrapper "$(MEMCHECK)" --timeout 300 \
	    $(or $(TESTS),$(VALGRIND_TESTS))

test-planted: valgrind-unix sanitize-unix
	@tools/need $(PYTHON):python3
	$(PYTHON) coverage/check_planted.py valgrind massif asan

test-planted-msan: msan-unix
	$(PYTHON) coverage/check_planted.py msan

# A program that does wrong what it is told to.
.PHONY: planted
planted: $(BUILD)/planted
$(BUILD)/planted: $(filter-out %/unix/main.o,$(OBJ)) $(BUILD)/coverage/test_planted.o
	@echo "link $@"
	$(Q)$(CC) $(OPT) $(if $(FIXED),-no-pie) $(CFLAGS) $(CFLAGS_EXTRA) $(LDFLAGS) -o $@ $^ $(LIBS)

# ---- size on a board ---------------------------------------------------------------------------------

# The core with tools/board_stub.c as its port: compiled to objects that hold both code, whose sum by
# file is printed, and what link-time optimisation needs, which makes the image.
ARM = arm-none-eabi
ARM_BUILD = build/cortex-m3
ARM_CPU = -mcpu=cortex-m3 -mthumb -Os
# What -Os turns on although it makes this code larger, by 3 kB together; as measured.
ARM_SMALLER = -fno-move-loop-invariants -fno-tree-loop-im -fno-schedule-insns2 -fno-code-hoisting \
    -fno-tree-switch-conversion -fno-caller-saves -fno-section-anchors -fno-partial-inlining -fipa-pta
ARM_FLAGS = $(ARM_CPU) $(ARM_SMALLER) -ffunction-sections -fdata-sections -DNDEBUG -fno-math-errno \
    -fno-unwind-tables -fno-asynchronous-unwind-tables -flto -ffat-lto-objects
# Without the heap checker, which nothing calls there.
ARM_SRC = $(filter-out %/check.c,$(CORE_SRC)) tools/board_stub.c
ARM_OBJ = $(patsubst %.c,$(ARM_BUILD)/%.o,$(ARM_SRC)) $(ARM_BUILD)/gen/names.o \
    $(ARM_BUILD)/gen/messages.o
ARM_LINK = $(ARM_CPU) $(ARM_SMALLER) -flto -flto-partition=one -nostartfiles -Wl,--gc-sections,-e,main,-u,kept \
    -Wl,--defsym,board_ram=0x20008000,--defsym,serial_line=0x40000000 -specs=nosys.specs

.PHONY: cross-size
cross-size:
	@tools/need $(ARM)-gcc:gcc-arm-none-eabi
	@tools/need --try "$(ARM)-gcc -mcpu=cortex-m3 -mthumb -include math.h" libnewlib-arm-none-eabi
	$(Q)$(MAKE) BUILD=$(ARM_BUILD) LTO= CC=$(ARM)-gcc OPT="$(ARM_FLAGS)" PACK=1 UNIX_SRC= \
	    PORT_CONFIG=tools/board_config.h MORE_SRC=tools/board_stub.c $(ARM_BUILD)/board.elf
	@tools/core-size $(ARM) $(ARM_BUILD)

$(ARM_BUILD)/board.elf: $(ARM_OBJ)
	@echo "link $@"
	$(Q)$(ARM)-gcc $(ARM_LINK) -Wl,-Map=$(@:.elf=.map) -o $@ $^ -lm

.PHONY: format clean
format:
	@tools/need clang-format
	clang-format -i $(CORE_SRC) $(UNIX_SRC) $(HEADERS)

clean:
	rm -rf build
