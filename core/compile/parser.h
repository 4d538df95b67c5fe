// SPDX-License-Identifier: MIT
// parser.h: source text to trees, one top-level statement at a time.
#ifndef CORE_PARSER_H
#define CORE_PARSER_H

#include "compile/ast.h"

// Where source text comes from: a str/bytes cell, or a file that is read as the lexer goes.
typedef struct Reader {
    Value owner;        // cell the text is in, or ABSENT
    const uint8_t *at, *end; // unread part of the current piece; relative to owner if present
    void *file;         // port handle, or NULL
    Cell *buffer;       // heap cell a file is read into
    bool decoded;       // text came from a str: already valid UTF-8
} Reader;
void reader_from_text(Reader *r, Value str_or_bytes); // exact str or bytes
void reader_from_file(Reader *r, const char *path);   // OSError if it can't be opened
void reader_close(Reader *r);                         // idempotent

// Memory of trees: a chain of heap cells of type arena_type (traced conservatively, so that
// constants in nodes stay alive). A mark can be taken and everything after it freed.
typedef struct Arena {
    struct ArenaChunk *chunk; // the newest
    size_t used;              // bytes used in it
} Arena;
void arena_init(Arena *arena);
void *arena_alloc(Arena *arena, size_t size); // zeroed, word aligned; raises MemoryError
void arena_reset(Arena *arena);               // frees all chunks but keeps one

typedef enum { PARSE_FILE, PARSE_EVAL, PARSE_SINGLE } ParseMode;

typedef struct Parser Parser; // a heap cell (parser_type), so that it survives a raise
// filename: str. Raises MemoryError.
Parser *parser_new(Reader *reader, Value filename, ParseMode mode);
// PARSE_FILE, PARSE_SINGLE: the next top-level statement, or the chain of simple statements of
// one line; NULL at the end. PARSE_EVAL: the one expression, then NULL. The tree lives until
// the next call. Raises SyntaxError, IndentationError, MemoryError, RecursionError (stack).
Node *parser_next(Parser *p);
void parser_close(Parser *p); // frees its memory at once
Arena *parser_arena(Parser *p); // for the passes that add to the tree
// Raises SyntaxError at a node's place; for the scope pass and the emitter.
_Noreturn void parser_error_at(Parser *p, const Node *node, const char *format, ...);
Value parser_filename(const Parser *p);
// Is the text so far an incomplete statement that more lines could complete? For the prompt.
bool parser_needs_more(const char *text, size_t size);

#endif
