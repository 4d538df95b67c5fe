// SPDX-License-Identifier: MIT
// file.h: file objects over POSIX descriptors: what open() returns and the standard streams are.
//
// One structure serves text and binary files. `buffer` holds either unread bytes [pos, end) or, with
// FILE_DIRTY, bytes [0, end) still to be written, never both. Text is read as UTF-8 from it; the
// text of any other encoding is read and converted as a whole first (FILE_DECODED).
// The standard output and error streams have no buffer here: port_write() has one.
#ifndef UNIX_FILE_H
#define UNIX_FILE_H

#include "modules/io.h"
#include "objects/protocol.h"
#include "text/str.h"

typedef struct FileBuffer { // internal cell
    Cell head;
    uint8_t data[];
} FileBuffer;

typedef struct File {
    Cell head;
    Value name, mode;
    Value encoding, errors; // text files: strs
    Value raw; // text files: the object of .buffer, once asked for, whose `raw` is the text file; or ABSENT
    FileBuffer *buffer;     // NULL until needed
    size_t pos, end, room;
    int fd;                 // -1: closed
    uint16_t flags;
    uint8_t newline;        // Newline
    uint8_t line_ends;      // those read so far, where newline=None or '': SEEN_LF...
} File;

enum {
    FILE_READ = 1, FILE_WRITE = 2, FILE_APPEND = 4, FILE_CREATE = 8, FILE_TRUNCATE = 16,
    FILE_TEXT = 32, FILE_OWNED = 64,  // close() closes the descriptor
    FILE_STANDARD = 128,              // standard output or error: goes through port_write()
    FILE_DIRTY = 256, FILE_DECODED = 512,
    FILE_SKIP_LF = 1024,              // a \n that comes next belongs to a \r already translated
    FILE_LINES = 2048,                // a terminal: written at each newline
    FILE_UNBUFFERED = 4096,
    FILE_UTF8 = 8192,
    FILE_MARKED = 16384,              // something was written: no byte order mark may follow
};

extern const Type text_file_type, reader_file_type, writer_file_type, random_file_type, raw_file_type;
extern const Native file_open_row; // the function open()

static inline File *file_of(Value v) {
    return (File *)cell_of(v);
}
bool is_file(Value v);
const Type *file_type_for(unsigned flags); // of a file with these
const char *file_binary_mode(unsigned flags); // what .mode of a binary file shows
void files_init(void);      // makes the standard streams; raises MemoryError
void files_close_all(void); // at exit: writes out and closes whatever is open

// ---- file_buffer.c: all raise OSError, KeyboardInterrupt, MemoryError ------------------------------
// ValueError if closed, UnsupportedOperation if not open for that (FILE_READ, FILE_WRITE or 0). For
// FILE_READ, what waits to be written is written. `doing` begins the error for a closed binary file
// ("read of"); NULL if the method asks only.
File *file_check(Value self, unsigned access, const char *doing);
bool file_is_closed(const File *f); // or what it writes to and reads from is; raises nothing
bool file_fill(File *f);    // reads more behind the unread bytes; false at the end of the file
bool file_fill_text(File *f); // the same in UTF-8
// Writes out what waits. What can't be written stays, so that the next flush raises again.
void file_flush(File *f);
void file_write_bytes(File *f, const void *data, size_t size); // data held by the caller
int64_t file_tell(File *f);
int64_t file_seek(File *f, int64_t offset, int whence);
void file_drop_buffer(File *f); // forgets unread bytes: the descriptor's position becomes tell()
File *file_twin(File *f);   // the other one of a text file and its .buffer; NULL
void file_close(File *f);   // with its twin

// ---- file_push.c: none of these raises, allocates or runs Python code -------------------------------
void file_set_dirty(File *f); // its buffer has bytes [0, end), end > 0, to be written
void file_set_clean(File *f); // they were written or are given up
int file_push(File *f);       // tries to write them: 0 or an errno value; what is left stays dirty
void files_push(void);        // the same for all files. Cheap where nothing waits
void files_push_soon(void);   // for them and for port_flush() within a second
void files_push_poll(void);   // called by port_poll(): the second is over
// Tells on standard error that what waits in this file is lost.
void file_tell_loss(const File *f, int error);
void files_set_lost(void);    // something else was
bool files_lost(void);

// ---- file_read.c ------------------------------------------------------------------------------------
extern const Native text_file_methods[], binary_file_methods[];
Value file_next(Value self);
Value file_new(const Type *type, int fd, unsigned flags, Value name, Value mode);

// ---- path.c -----------------------------------------------------------------------------------------
// A path given as str, bytes or object with __fspath__, as NUL-terminated bytes, valid while *hold is
// held. TypeError, ValueError for embedded NULs.
const char *path_arg(Value v, Value *hold);
Value path_result(const char *text, bool bytes); // as str (surrogateescape) or bytes

#endif
