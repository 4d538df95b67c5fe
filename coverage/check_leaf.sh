#!/bin/sh
# SPDX-License-Identifier: MIT
# Compiles and runs the checks of the libraries that know nothing of the engine, under the address
# and undefined-behaviour sanitizers.
# usage: check_leaf.sh [number-of-floats [seed]]    (from any directory)
set -eu
here=$(dirname "$0")
core=$here/../core
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
flags="-std=c11 -g -O1 -Wall -Wextra -Werror -Wno-unused-parameter
    -fsanitize=address,undefined -fno-sanitize-recover=all"

${CC:-gcc} $flags -o "$work/test_number" "$here/test_number.c" "$core"/number/limbs*.c \
    "$core"/number/decimal*.c
${CC:-gcc} $flags -o "$work/test_unicode" "$here/test_unicode.c" "$core/text/unicode.c"
python3 "$here/make_number_vectors.py" "${1:-100000}" "${2:-1}" > "$work/vectors"
"$work/test_number" < "$work/vectors"
python3 "$here/make_unicode_listing.py" > "$work/listing"
"$work/test_unicode" < "$work/listing"
