// SPDX-License-Identifier: MIT
// make_page.c: make_page OUT FILE...: the files joined, as C arrays of what comes before and after
// the line
// <!--HEAP-DATA--> in them: page_before, page_after.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char place[] = "<!--HEAP-DATA-->\n";

static char *text;
static size_t size;

static void add(const char *more, size_t n) {
    text = realloc(text, size + n + 1);
    if (!text) {
        exit(1);
    }
    memcpy(text + size, more, n);
    size += n;
    text[size] = 0;
}

// A line without its indentation; nothing of one that is empty or a comment, as tools/heapview does.
static void add_line(const char *line) {
    line += strspn(line, " ");
    if (*line != '\n' && strncmp(line, "//", 2) != 0 && strncmp(line, "/*", 2) != 0) {
        add(line, strlen(line));
    }
}

static void add_file(const char *name) {
    static char line[65536];
    FILE *f = fopen(name, "r");
    if (!f) {
        perror(name);
        exit(1);
    }
    while (fgets(line, sizeof line, f)) {
        add_line(line);
    }
    fclose(f);
}

static void put_array(FILE *out, const char *name, const char *from, size_t n) {
    fprintf(out, "const size_t %s_size = %zu;\nconst char %s[] =", name, n, name);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)from[i];
        fputs(i % 64 == 0 ? (i ? "\"\n    \"" : "\n    \"") : "", out);
        // '?' too: two of them would start a trigraph
        fprintf(out, c < ' ' || c > '~' || strchr("\"\\?", c) ? "\\%03o" : "%c", c);
    }
    fputs(n ? "\";\n" : " \"\";\n", out);
}

int main(int argc, char **argv) {
    FILE *out = argc > 1 ? fopen(argv[1], "w") : NULL;
    for (int i = 2; i < argc; i++) {
        add_file(argv[i]);
    }
    char *at = text ? strstr(text, place) : NULL;
    if (!out || !at) {
        fprintf(stderr, "usage: make_page OUT FILE..., with a line %s", place);
        return 1;
    }
    fputs("// Made by tools/make_page.c.\n#include \"unix/heap_watch.h\"\n", out);
    put_array(out, "page_before", text, (size_t)(at - text));
    put_array(out, "page_after", at + sizeof place - 1,
              size - (size_t)(at - text) - (sizeof place - 1));
    return fclose(out) != 0;
}
