// SPDX-License-Identifier: MIT
// unicode.c: names of characters, and normalisation (NFKC), from GNU libunistring.
//
// The library is loaded when it is first asked for: programs without \N and without names beyond
// ASCII start as fast as without it. Control characters have no names there, only aliases
// (NameAliases.txt of Unicode); ideographs are named after their code points (Unicode
// standard, 4.8).
#include "port.h"
#include "unix.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_NAME = 128 };

typedef uint32_t NamedFunction(const char *name);
typedef uint8_t *NormaliseFunction(const void *form, const uint8_t *text, size_t size, uint8_t *out,
                                   size_t *length);
typedef struct Library {
    NamedFunction *named;
    NormaliseFunction *normalise;
    const void *nfkc;
} Library;

static bool open_library(Library *l) {
    static const char *const files[] = {"libunistring.so.5", "libunistring.so.2", "libunistring.so",
                                        "libunistring.dylib"};
    void *handle = NULL;
    for (size_t i = 0; i < COUNT_OF(files) && !handle; i++) {
        handle = dlopen(files[i], RTLD_LAZY | RTLD_LOCAL);
    }
    if (handle) {
        *(void **)&l->named = dlsym(handle, "unicode_name_character");
        *(void **)&l->normalise = dlsym(handle, "u8_normalize");
        l->nfkc = dlsym(handle, "uninorm_nfkc");
    }
    return l->named && l->normalise && l->nfkc;
}

static const Library *library(void) { // NULL: not there
    static Library loaded;
    static enum { UNTRIED, THERE, MISSING } state;
    if (state == UNTRIED) {
        state = open_library(&loaded) ? THERE : MISSING;
    }
    return state == THERE ? &loaded : NULL;
}

// ---- names -------------------------------------------------------------------------------------

static int32_t control_named(const char *name) {
    static const struct {
        const char *name;
        uint8_t c;
    } aliases[] = {
        {"NULL", 0},
        {"NUL", 0},
        {"START OF HEADING", 1},
        {"SOH", 1},
        {"START OF TEXT", 2},
        {"STX", 2},
        {"END OF TEXT", 3},
        {"ETX", 3},
        {"END OF TRANSMISSION", 4},
        {"EOT", 4},
        {"ENQUIRY", 5},
        {"ENQ", 5},
        {"ACKNOWLEDGE", 6},
        {"ACK", 6},
        {"ALERT", 7},
        {"BEL", 7},
        {"BACKSPACE", 8},
        {"BS", 8},
        {"CHARACTER TABULATION", 9},
        {"HORIZONTAL TABULATION", 9},
        {"HT", 9},
        {"TAB", 9},
        {"LINE FEED", 10},
        {"NEW LINE", 10},
        {"END OF LINE", 10},
        {"LF", 10},
        {"NL", 10},
        {"EOL", 10},
        {"LINE TABULATION", 11},
        {"VERTICAL TABULATION", 11},
        {"VT", 11},
        {"FORM FEED", 12},
        {"FF", 12},
        {"CARRIAGE RETURN", 13},
        {"CR", 13},
        {"SHIFT OUT", 14},
        {"SO", 14},
        {"SHIFT IN", 15},
        {"SI", 15},
        {"DATA LINK ESCAPE", 16},
        {"DLE", 16},
        {"CANCEL", 24},
        {"CAN", 24},
        {"END OF MEDIUM", 25},
        {"EOM", 25},
        {"SUBSTITUTE", 26},
        {"SUB", 26},
        {"ESCAPE", 27},
        {"ESC", 27},
        {"FILE SEPARATOR", 28},
        {"FS", 28},
        {"GROUP SEPARATOR", 29},
        {"GS", 29},
        {"RECORD SEPARATOR", 30},
        {"RS", 30},
        {"UNIT SEPARATOR", 31},
        {"US", 31},
        {"DELETE", 127},
        {"DEL", 127},
        {"NEXT LINE", 133},
        {"NEL", 133},
    };
    for (size_t i = 0; i < COUNT_OF(aliases); i++) {
        if (strcmp(name, aliases[i].name) == 0) {
            return aliases[i].c;
        }
    }
    return PORT_NO_CHARACTER;
}

static int32_t ideograph_named(const char *name) {
    static const char prefix[] = "CJK UNIFIED IDEOGRAPH-";
    static const uint32_t ranges[][2] = {
        {0x3400, 0x4dbf},   {0x4e00, 0x9fff},   {0x20000, 0x2a6df}, {0x2a700, 0x2b73f},
        {0x2b740, 0x2b81d}, {0x2b820, 0x2cead}, {0x2ceb0, 0x2ebe0}, {0x2ebf0, 0x2ee5d},
        {0x30000, 0x3134a}, {0x31350, 0x33479},
    };
    const char *digits = name + sizeof prefix - 1;
    if (strncmp(name, prefix, sizeof prefix - 1) != 0 || strlen(digits) < 4 || strlen(digits) > 5 ||
        strspn(digits, "0123456789ABCDEF") != strlen(digits)) {
        return PORT_NO_CHARACTER;
    }
    uint32_t c = (uint32_t)strtoul(digits, NULL, 16);
    for (size_t i = 0; i < COUNT_OF(ranges); i++) {
        if (c >= ranges[i][0] && c <= ranges[i][1]) {
            return (int32_t)c;
        }
    }
    return PORT_NO_CHARACTER;
}

int32_t port_character_named(const char *name, size_t size) {
    const Library *l = library();
    if (!l) {
        return PORT_NO_NAMES;
    }
    char upper[LONGEST_NAME + 1];
    if (size > LONGEST_NAME || memchr(name, 0, size)) {
        return PORT_NO_CHARACTER;
    }
    for (size_t i = 0; i < size; i++) {
        upper[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] - 'a' + 'A' : name[i]);
    }
    upper[size] = 0;
    uint32_t c = l->named(upper);
    if (c <= 0x10ffff && c != 0xffff) { // which stands for "none"
        return (int32_t)c;
    }
    int32_t control = control_named(upper);
    return control >= 0 ? control : ideograph_named(upper);
}

// ---- normalisation -----------------------------------------------------------------------------

size_t port_normalise(const char *text, size_t size, char *out, size_t room) {
    const Library *l = library();
    size_t length = room;
    uint8_t *result =
        l ? l->normalise(l->nfkc, (const uint8_t *)text, size, (uint8_t *)out, &length) : NULL;
    if (!result) {
        return 0;
    }
    if (result != (uint8_t *)out) {
        memcpy(out, result, length < room ? length : room);
        free(result);
    }
    return length;
}
