// SPDX-License-Identifier: MIT
// make_names.c: collects every N_xxx token of the C sources given and writes names.h and names.c:
// one const interned Str cell per name, its hash computed here, all in one structure: first the
// one-character strings (which N_x of one-character names refers to), then the names, grouped by
// their hash, and a const table of where each group starts. Runs on the build machine.
//
// usage: make_names OUTDIR SOURCE...
// N_append is the string "append". Names that are no identifiers are in `special` below. A file
// is rewritten only if its content changes, so that nothing recompiles for nothing.
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *token, *text;
} special[] = {
    {"_empty", ""},           {"_lambda", "<lambda>"},     {"_module", "<module>"},
    {"_listcomp", "<listcomp>"}, {"_setcomp", "<setcomp>"}, {"_dictcomp", "<dictcomp>"},
    {"_genexpr", "<genexpr>"}, {"_stdin", "<stdin>"},       {"_string", "<string>"},
    {"_locals", "<locals>"},   {"_space", " "},             {"unknown_location", "unknown location"},             {"_newline", "\n"},
    {"_comma", ","}, {"_comma_space", ", "}, {"_colon_space", ": "},
    {"_minus_infinity", "-Infinity"}, {"_utf_8_sig", "utf-8-sig"}, {"_utf_16", "utf-16"},
    {"_utf_16_le", "utf-16-le"}, {"_utf_16_be", "utf-16-be"}, {"_utf_32", "utf-32"},
    {"_utf_32_le", "utf-32-le"}, {"_utf_32_be", "utf-32-be"},
    {"_dot", "."},             {"_star", "*"},              {"_unknown", "<unknown>"}, {"_metaclass", "<metaclass>"}, {"method_wrapper", "method-wrapper"}, {"built_in", "built-in"}, {"_internal", "<internal>"},
    // Types of internal cells, as heap snapshots show them.
    {"_list_items", "list items"}, {"_hash_table", "hash table"}, {"_bytearray_data", "bytearray data"},
    {"_array_items", "array items"}, {"_stream_data", "stream data"},
    {"_float_partials", "float partials"}, {"_int_scratch", "int scratch"},
    {"_function_extras", "function extras"}, {"_async_value", "async value"},
    {"_finalisers", "finalisers"}, {"_weak_index", "weak index"}, {"_weak_table", "weak table"}, {"_file_buffer", "file buffer"},
    {"_interned_names", "interned names"}, {"_reserve", "reserve"}, {"_unfinished_code", "unfinished code"}, {"_constants", "constants"},
    {"_dot_zero", ".0"}, {"utf_8", "utf-8"}, {"os_path", "os.path"}, {"_slash", "/"}, {"_colon", ":"}, {"string_templatelib", "string.templatelib"}, {"_format", ".format"}, {"_defaults", ".defaults"}, {"_executed", ".executed"},
    {"_kwdefaults", ".kwdefaults"}, {"_generic_base", ".generic_base"}, {"_type_params", ".type_params"},
    {"_object_doc", "The base class of the class hierarchy."},
    {"_too_deep", "maximum recursion depth exceeded"},
    {"_heap_is_locked", "memory allocation failed, heap is locked"},
};

static char **names;
static size_t count, room;

static void add(const char *name) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return;
        }
    }
    if (count == room) {
        room = room ? room * 2 : 256;
        names = realloc(names, room * sizeof *names);
    }
    names[count++] = strdup(name);
}

static void scan(const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(1);
    }
    char token[256];
    size_t n = 0;
    for (int c = fgetc(f);; c = fgetc(f)) {
        if (c != EOF && (isalnum(c) || c == '_') && n < sizeof token - 1) {
            token[n++] = (char)c;
            continue;
        }
        token[n] = 0;
        if (n > 2 && token[0] == 'N' && token[1] == '_') {
            add(token + 2);
        }
        n = 0;
        if (c == EOF) {
            break;
        }
    }
    fclose(f);
}

static const char *text_of(const char *name) {
    for (size_t i = 0; i < sizeof special / sizeof special[0]; i++) {
        if (strcmp(special[i].token, name) == 0) {
            return special[i].text;
        }
    }
    return name;
}

// FNV-1a folded to 30 bits, never 0: must agree with text_hash() in core/text/intern.c.
static uint32_t hash_of(const char *text, size_t size) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < size; i++) {
        h = (h ^ (unsigned char)text[i]) * 16777619u;
    }
    h ^= h >> 15;
    h = (h ^ (h >> 30)) & 0x3fffffff;
    return h ? h : 1;
}

static void put_text(FILE *f, const char *text, size_t size) {
    fputc('"', f);
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\') {
            fprintf(f, "\\%c", c);
        } else if (c < 32 || c > 126) {
            fprintf(f, "\\%03o", c);
        } else {
            fputc(c, f);
        }
    }
    fputc('"', f);
}

// A power of two: two to four names to a bucket.
static size_t buckets(void) {
    size_t n = 16;
    while (4 * n < count) {
        n *= 2;
    }
    return n;
}

static size_t bucket_of(const char *name) {
    const char *text = text_of(name);
    return hash_of(text, strlen(text)) & (buckets() - 1);
}

static int by_bucket(const void *a, const void *b) {
    const char *x = *(char *const *)a, *y = *(char *const *)b;
    size_t i = bucket_of(x), j = bucket_of(y);
    return i != j ? (i < j ? -1 : 1) : strcmp(text_of(x), text_of(y));
}

static void write_header(FILE *f) {
    fprintf(f, "struct ConstNames {\n    struct StrConst2 chars[128];\n");
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(text_of(names[i]));
        if (n != 1) {
            fprintf(f, "    struct StrConst%zu name_%s;\n", n + 1, names[i]);
        }
    }
    fprintf(f, "};\n");
    for (size_t i = 0; i < count; i++) {
        const char *text = text_of(names[i]);
        if (strlen(text) == 1) {
            fprintf(f, "#define N_%s ((const Str *)&const_names.chars[%d])\n", names[i],
                    text[0]);
        } else {
            fprintf(f, "#define N_%s ((const Str *)&const_names.name_%s)\n", names[i], names[i]);
        }
    }
    fprintf(f,
            "// Where the names of each hash (modulo NAME_BUCKETS) start in const_names, in words.\n"
            "#define NAME_BUCKETS %zu\nextern const uint16_t name_buckets[NAME_BUCKETS + 1];\n",
            buckets());
}

static void write_strings(FILE *f) {
    fprintf(f, "const struct ConstNames const_names = {\n    .chars = {\n");
    for (int c = 0; c < 128; c++) {
        char t = (char)c;
        fprintf(f, "        {{&str_type}, %uu, 1, 1, 1, ", hash_of(&t, 1));
        put_text(f, &t, 1);
        fprintf(f, "},\n");
    }
    fprintf(f, "    },\n");
    for (size_t i = 0; i < count; i++) {
        const char *text = text_of(names[i]);
        size_t n = strlen(text);
        if (n != 1) {
            fprintf(f, "    .name_%s = {{&str_type}, %uu, 1, 1, %zu, ", names[i],
                    hash_of(text, n), n);
            put_text(f, text, n);
            fprintf(f, "},\n");
        }
    }
    fprintf(f, "};\n");
}

static void write_buckets(FILE *f) {
    fprintf(f, "\n#define AT(NAME) offsetof(struct ConstNames, name_##NAME) / WORD_BYTES\n"
               "#define END sizeof(struct ConstNames) / WORD_BYTES\n"
               "_Static_assert(END <= UINT16_MAX, \"too many names\");\n"
               "const uint16_t name_buckets[NAME_BUCKETS + 1] = {\n");
    size_t i = 0;
    for (size_t bucket = 0; bucket < buckets(); bucket++) {
        while (i < count && (bucket_of(names[i]) < bucket || strlen(text_of(names[i])) == 1)) {
            i++;
        }
        fprintf(f, i < count ? "    AT(%s),\n" : "    END,\n", i < count ? names[i] : "");
    }
    fprintf(f, "    END,\n};\n");
}

static void write_source(FILE *f) {
    fprintf(f, "// Generated by tools/make_names.c.\n#include \"text/str.h\"\n\n");
    write_strings(f);
    write_buckets(f);
}

// The struct types StrConstN have the layout of Str with N bytes of text.
static void write_layouts(FILE *f) {
    unsigned char seen[300] = {0};
    seen[2] = 1;
    for (size_t i = 0; i < count; i++) {
        seen[strlen(text_of(names[i])) + 1] = 1;
    }
    for (int n = 1; n < 300; n++) {
        if (seen[n]) {
            fprintf(f,
                    "struct StrConst%d {\n    Cell head;\n    uint32_t hash : 30, ascii : 1, interned : 1;\n"
                    "    uint32_t size;\n    char text[%d];\n};\n",
                    n, n);
        }
    }
}

static void save(const char *dir, const char *name, void (*write)(FILE *)) {
    char path[4096], temp[4096];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    snprintf(temp, sizeof temp, "%s/%s.new", dir, name);
    FILE *f = fopen(temp, "wb");
    if (!f) {
        perror(temp);
        exit(1);
    }
    write(f);
    fclose(f);
    FILE *a = fopen(path, "rb"), *b = fopen(temp, "rb");
    int different = !a;
    while (a && !different) {
        int x = fgetc(a), y = fgetc(b);
        different = x != y;
        if (x == EOF) {
            break;
        }
    }
    if (a) {
        fclose(a);
    }
    fclose(b);
    if (different ? rename(temp, path) : remove(temp)) {
        perror(path);
        exit(1);
    }
}

static void write_names_h(FILE *f) {
    write_layouts(f);
    write_header(f);
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: make_names OUTDIR SOURCE...\n");
        return 1;
    }
    add("_empty");
    for (int i = 2; i < argc; i++) {
        scan(argv[i]);
    }
    qsort(names, count, sizeof *names, by_bucket);
    save(argv[1], "names.h", write_names_h);
    save(argv[1], "names.c", write_source);
    return 0;
}
