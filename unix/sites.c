// SPDX-License-Identifier: MIT
// sites.c: places in the tree of calls, by Python line.
//
// The site of an instruction is looked up in a cache keyed by caller, code and instruction; only
// what is not there decodes a line table and looks for texts. The cache holds addresses in the
// heap: it is void after a collection.
#include "unix/sites.h"
#include "text/str.h"
#include <stdlib.h>

#define CACHE_LINES 8192 // a power of two

typedef struct Text {
    struct Text *next;
    char text[];
} Text;

static Text *texts[256];

// ---- texts
// -------------------------------------------------------------------------------------------

const char *sites_text(const char *text, size_t size) {
    uint32_t hash = 5381;
    size = strnlen(text, size);
    for (size_t i = 0; i < size; i++) {
        hash = hash * 33 ^ (uint8_t)text[i];
    }
    Text **bucket = &texts[hash % COUNT_OF(texts)];
    for (Text *t = *bucket; t; t = t->next) {
        if (strlen(t->text) == size && memcmp(t->text, text, size) == 0) {
            return t->text;
        }
    }
    Text *t = malloc(sizeof *t + size + 1);
    if (!t) {
        return NULL;
    }
    memcpy(t->text, text, size);
    t->text[size] = 0;
    t->next = *bucket;
    *bucket = t;
    return t->text;
}

static const char *name_text(const Code *c) {
    char name[200];
    const Str *q = code_qualifier(c), *own = code_own_name(c);
    if (!q || q->size + own->size + 1 > sizeof name) {
        return sites_text(own->text, own->size);
    }
    memcpy(name, q->text, q->size);
    name[q->size] = '.';
    memcpy(name + q->size + 1, own->text, own->size);
    return sites_text(name, q->size + 1 + own->size);
}

// ---- sites
// -------------------------------------------------------------------------------------------

static uint32_t *bucket_of(const Sites *s, uint32_t parent, uint32_t line, const char *function) {
    uint32_t hash = (parent * 31 + line) * 31 + (uint32_t)((uintptr_t)function >> 4);
    return &s->buckets[hash % s->room];
}

static void add_to_bucket(Sites *s, uint32_t number) {
    Site *site = &s->at[number];
    uint32_t *bucket = bucket_of(s, site->parent, site->line, site->function);
    site->next = *bucket;
    *bucket = number;
}

static bool grow(Sites *s) {
    uint32_t room = s->room ? s->room * 2 : 1024;
    Site *sites = room > s->room ? realloc(s->at, room * sizeof *sites) : NULL;
    if (!sites) {
        return false;
    }
    s->at = sites;
    uint32_t *buckets = realloc(s->buckets, room * sizeof *buckets);
    if (!buckets) {
        return false;
    }
    memset(buckets, 0, room * sizeof *buckets);
    s->buckets = buckets;
    s->room = room;
    for (uint32_t i = 1; i < s->count; i++) {
        add_to_bucket(s, i);
    }
    return true;
}

bool sites_init(Sites *s) {
    *s = (Sites){.epoch = 1, .cache = calloc(CACHE_LINES, sizeof *s->cache)};
    if (!s->cache || !grow(s)) {
        return false;
    }
    s->at[0] = (Site){.file = "", .function = ""};
    s->count = 1;
    return true;
}

void sites_free(Sites *s) {
    free(s->at);
    free(s->buckets);
    free(s->cache);
}

uint32_t sites_number(Sites *s, uint32_t parent, const char *file, uint32_t line,
                      const char *function) {
    for (uint32_t i = *bucket_of(s, parent, line, function); i; i = s->at[i].next) {
        const Site *site = &s->at[i];
        if (site->parent == parent && site->line == line && site->file == file &&
            site->function == function) {
            return i;
        }
    }
    if (s->full || !file || !function || (s->count == s->room && !grow(s))) {
        s->full = true;
        return parent;
    }
    s->at[s->count] = (Site){.parent = parent, .line = line, .file = file, .function = function};
    add_to_bucket(s, s->count);
    return s->count++;
}

// ---- from instructions to sites
// ----------------------------------------------------------------------------

static SiteStep *cache_line(const Sites *s, uint32_t parent, const uint8_t *pc) {
    uintptr_t h = (uintptr_t)pc * 31 + parent * 1021u;
    return &s->cache[(h ^ h >> 13) & (CACHE_LINES - 1)];
}

uint32_t sites_step(Sites *s, uint32_t parent, const Code *code, const uint8_t *pc) {
    SiteStep *line = cache_line(s, parent, pc);
    if (line->pc != pc || line->code != code || line->parent != parent || line->epoch != s->epoch) {
        const Str *file = code_file(code);
        uint32_t number = code_line(code, (uint32_t)(pc - code_bytes(code)));
        uint32_t site =
            sites_number(s, parent, sites_text(file->text, file->size), number, name_text(code));
        *line = (SiteStep){code, pc, parent, site, s->epoch};
    }
    return line->site;
}

void sites_forget_addresses(Sites *s) {
    s->epoch++;
}
