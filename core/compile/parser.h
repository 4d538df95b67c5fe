// SPDX-License-Identifier: MIT
// parser.h: source text to trees, one top-level statement at a time.
#ifndef CORE_PARSER_H
#define CORE_PARSER_H

#include "compile/ast.h"

// Where source text comes from: a str/bytes cell, or a file that is read as the lexer goes.
// Offsets count from the start of the cell `text`, so that the cell may move. What lies before
// `end` is valid UTF-8 without NUL.
typedef struct Reader {
    Cell *text;      // the str or bytes, or for a file the buffer it is read into; NULL: none
    size_t pos, end; // unread text
    size_t filled;   // bytes in [end, filled) are not looked at yet, or part of a character
    size_t origin;   // offset in the stream of the cell's byte 0, modulo the word
    void *file;      // port handle, or NULL
    uint8_t coding;  // SourceCoding
    bool started;    // BOM and coding comment have been looked at
} Reader;
typedef enum { CODING_UTF8, CODING_LATIN1, CODING_ASCII, CODING_TEXT } SourceCoding;

void reader_from_text(Reader *r, Value str_or_bytes); // exact str or bytes
// OSError if it can't be opened.
void reader_from_file(Reader *r, const char *path);
void reader_from_handle(Reader *r, void *handle); // a port handle that is open: taken over
void reader_close(Reader *r); // idempotent
void reader_trace(Reader *r, Visitor *visitor);

// What reader_fill found.
typedef struct ReaderFault {
    enum { READ_MORE, READ_END, READ_BAD_TEXT, READ_NUL, READ_BAD_CODING } kind;
    uint8_t byte;       // READ_BAD_TEXT: the byte, where it is in the stream, and what is wrong
    size_t offset;
    const char *reason; // also the codec's name in READ_BAD_TEXT, the coding in READ_BAD_CODING
    char coding[32];
} ReaderFault;
// Makes more text available behind `end`, keeping what lies from stream offset `keep` on.
// Raises MemoryError, OSError; faults of the text are reported in *fault.
void reader_fill(Reader *r, size_t keep, ReaderFault *fault);

// Memory of trees: a chain of heap cells of type arena_type (traced conservatively, so that
// constants in nodes stay alive). A mark can be taken and everything after it freed.
typedef struct Arena {
    struct ArenaChunk *chunk; // the newest
    size_t used;              // bytes used in it
} Arena;
void arena_init(Arena *arena);
void *arena_alloc(Arena *arena, size_t size); // zeroed, word aligned; raises MemoryError
void arena_reset(Arena *arena);               // frees all chunks but the first
void arena_free(Arena *arena);                // frees all

typedef enum { PARSE_FILE, PARSE_EVAL, PARSE_SINGLE } ParseMode;

typedef struct Parser Parser; // a heap cell (parser_type), so that it survives a raise
extern const Type parser_type, arena_type;
// Takes the reader over (and leaves it closed). filename: str. Raises MemoryError.
Parser *parser_new(Reader *reader, Value filename, ParseMode mode);
// PARSE_FILE, PARSE_SINGLE: the next top-level statement, or the chain of simple statements of
// one line; NULL at the end. PARSE_EVAL: the one expression, then NULL. The tree lives until
// the next call. Raises SyntaxError, IndentationError, MemoryError, RecursionError (stack).
Node *parser_next(Parser *p);
size_t node_size(NodeKind kind); // bytes a node of this kind has: those up to its last child
void parser_close(Parser *p); // frees its memory at once
Arena *parser_arena(Parser *p); // for the passes that add to the tree
// Raises SyntaxError at a node's place; for the scope pass and the emitter.
_Noreturn void parser_error_at(Parser *p, const Node *node, const char *format, ...);
Value parser_filename(const Parser *p);
// Is the text so far an incomplete statement that more lines could complete? For the prompt.
bool parser_needs_more(const char *text, size_t size);

#endif
