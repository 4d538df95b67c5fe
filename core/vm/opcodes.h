// SPDX-License-Identifier: MIT
// opcodes.h: the instructions. One byte of opcode, then operands of one byte each unless said
// otherwise; multi-byte operands are little-endian and unaligned.
//
//   r register   k constant index   n unsigned byte   i signed byte   w 16-bit unsigned
//   f number of a free variable
//   j 16-bit jump, relative to the end of the instruction   J 32-bit jump
//   * more operand bytes follow, as described
//
// Below, R(x) is register x, K(x) constant x, and the operands are called a b c d in order.
// Registers: the locals come first (parameters first of all, in the order positional, keyword-only,
// *args, **kwargs), then temporaries; at most 255 are addressable. A function with more than
// LOCALS_NEAR locals has flag CODE_FAR: local i >= LOCALS_NEAR then lives in far register
// i + (256 - LOCALS_NEAR), reached by 16-bit operands only, and temporaries are registers
// LOCALS_NEAR..254. Temporaries that don't fit are kept in far registers too (SPILL).
// Far register 256 + i lies at regs[-1 - i]: frames of callees overlay what is above.
// A constant index over 255: WIDE h before an instruction with a k operand adds h*256 to it
// (allowed for LOADK .. SETOWN, MAKEFUNCTION, MAKECLOSURE, IMPORT, IMPORTFROM: marked W), and
// likewise to an f operand.
// Arguments of calls stand in consecutive registers: these become the callee's registers, so the
// caller must treat them (and the callee's own slot) as dead after the call.
#ifndef CORE_OPCODES_H
#define CORE_OPCODES_H

#define LOCALS_NEAR 128

// clang-format off
#define OPCODES(OP) \
    /* ---- moves and constants */ \
    OP(MOVE, "rr")        /* R(a) = R(b) */ \
    OP(LOADK, "rk")       /* W R(a) = K(b) */ \
    OP(LOADI, "ri")       /* R(a) = small int b */ \
    OP(LOADC, "rn")       /* R(a) = well-known value b: enum WellKnown */ \
    OP(LOADFAR, "rw")     /* R(a) = R(w); unbound if ABSENT: UnboundLocalError */ \
    OP(STOREFAR, "wr")    /* R(w) = R(b) */ \
    OP(SPILL, "rwn")      /* R(w), R(w+1), ... = R(a), R(a+1), ... c registers */ \
    OP(UNSPILL, "rwn")    /* the other way round */ \
    OP(CHECK, "r")        /* UnboundLocalError if local R(a) is ABSENT */ \
    OP(WIDE, "n")         /* see above */ \
    /* ---- names */ \
    OP(LOADGLOBAL, "rk")  /* W R(a) = global or builtin K(b), else NameError */ \
    OP(STOREGLOBAL, "kr") /* W */ \
    OP(DELGLOBAL, "k")    /* W */ \
    OP(LOADNAME, "rk")    /* W namespace R(0), then global, then builtin */ \
    OP(STORENAME, "kr")   /* W namespace R(0)[K(a)] = R(b) */ \
    OP(DELNAME, "k")      /* W */ \
    OP(MAKECELL, "r")     /* R(a) = a new cell holding R(a) (maybe ABSENT) */ \
    OP(CELLGET, "rr")     /* R(a) = content of cell R(b); unbound: UnboundLocalError by R(b)'s local name */ \
    OP(CELLSET, "rr")     /* content of cell R(a) = R(b) */ \
    OP(CELLDEL, "r")      \
    OP(FREEGET, "rf")     /* R(a) = content of the function's free cell b; NameError if unbound */ \
    OP(FREESET, "fr")     \
    OP(FREEDEL, "f")      \
    OP(FREECELL, "rf")    /* R(a) = the free cell itself */ \
    OP(FREECLASS, "rf")   /* class body: R(0)[name of free variable b] if there, else as FREEGET */ \
    /* W in comprehensions: as LOADGLOBAL, LOADNAME, STOREGLOBAL (see earlier.c) */ \
    OP(COMPGLOBAL, "rk") OP(COMPNAME, "rk") OP(COMPSTORE, "kr") \
    /* ---- attributes and items */ \
    OP(GETATTR, "rrk")    /* W R(a) = R(b).K(c) */ \
    OP(SETATTR, "rkr")    /* W R(a).K(b) = R(c) */ \
    OP(DELATTR, "rk")     /* W */ \
    OP(LOADMETHOD, "rrk") /* W R(a), R(a+1) = function and receiver of R(b).K(c), or value and ABSENT */ \
    /* the same where both registers are one, and the commonest where the object is R(0) */ \
    OP(METHOD, "rk")      /* W R(a), R(a+1) = function and receiver of R(a).K(b), or value and ABSENT */ \
    OP(GETOWN, "rk")      /* W R(a) = R(0).K(b) */ \
    OP(SETOWN, "kr")      /* W R(0).K(a) = R(b) */ \
    OP(GETITEM, "rrr")    /* R(a) = R(b)[R(c)] */ \
    OP(GETITEMI, "rri")   /* R(a) = R(b)[c] */ \
    OP(SETITEM, "rrr")    /* R(a)[R(b)] = R(c) */ \
    OP(SETITEMI, "rir")   /* R(a)[b] = R(c) */ \
    OP(DELITEM, "rr")     /* del R(a)[R(b)] */ \
    OP(GETSLICE, "rrr")   /* R(a) = R(b)[R(c):R(c+1)] (None where left out) */ \
    OP(SETSLICE, "rrr")   /* R(a)[R(b):R(b+1)] = R(c) */ \
    OP(BUILDSLICE, "rr")  /* R(a) = slice(R(b), R(b+1), R(b+2)) */ \
    /* ---- arithmetic: R(a) = R(b) op R(c) */ \
    OP(ADD, "rrr") OP(SUB, "rrr") OP(MUL, "rrr") OP(TRUEDIV, "rrr") OP(FLOORDIV, "rrr") OP(MOD, "rrr") \
    OP(POW, "rrr") OP(LSHIFT, "rrr") OP(RSHIFT, "rrr") OP(AND, "rrr") OP(OR, "rrr") OP(XOR, "rrr") OP(MATMUL, "rrr") \
    /* the same in place: R(a) = R(b) op= R(c) */ \
    OP(IADD, "rrr") OP(ISUB, "rrr") OP(IMUL, "rrr") OP(ITRUEDIV, "rrr") OP(IFLOORDIV, "rrr") OP(IMOD, "rrr") \
    OP(IPOW, "rrr") OP(ILSHIFT, "rrr") OP(IRSHIFT, "rrr") OP(IAND, "rrr") OP(IOR, "rrr") OP(IXOR, "rrr") OP(IMATMUL, "rrr") \
    /* with a small constant: R(a) = R(b) op c */ \
    OP(ADDI, "rri") OP(SUBI, "rri") OP(MULI, "rri") OP(FLOORDIVI, "rri") OP(MODI, "rri") OP(LSHIFTI, "rri") \
    OP(RSHIFTI, "rri") OP(ANDI, "rri") \
    OP(IADDI, "rri") OP(ISUBI, "rri") /* in place: R(a) = R(b) op= c */ \
    /* with any constant, usually a float: R(a) = R(b) op K(c) */ \
    OP(ADDK, "rrk") OP(SUBK, "rrk") OP(MULK, "rrk") OP(TRUEDIVK, "rrk") \
    OP(NEG, "rr") OP(POS, "rr") OP(INVERT, "rr") OP(NOT, "rr") /* R(a) = op R(b) */ \
    /* ---- comparisons: R(a) = R(b) op R(c) */ \
    OP(LT, "rrr") OP(LE, "rrr") OP(EQ, "rrr") OP(NE, "rrr") OP(GT, "rrr") OP(GE, "rrr") \
    OP(IS, "rrr") OP(ISNOT, "rrr") OP(IN, "rrr") OP(NOTIN, "rrr") \
    /* ---- jumps. Backward ones look at the attention flag. */ \
    OP(JUMP, "j") \
    OP(JUMPW, "J") \
    OP(JT, "rj") OP(JF, "rj")           /* if R(a) is true / false */ \
    OP(JNONE, "rj") OP(JNOTNONE, "rj") \
    OP(JABSENT, "rj")                   /* if R(a) is ABSENT */ \
    /* if R(a) op R(b), and if not (R(a) op R(b)) */ \
    OP(JLT, "rrj") OP(JLE, "rrj") OP(JEQ, "rrj") OP(JNE, "rrj") OP(JGT, "rrj") OP(JGE, "rrj") \
    OP(JNLT, "rrj") OP(JNLE, "rrj") OP(JNEQ, "rrj") OP(JNNE, "rrj") OP(JNGT, "rrj") OP(JNGE, "rrj") \
    /* the same against a small constant: R(a) op b */ \
    OP(JLTI, "rij") OP(JLEI, "rij") OP(JEQI, "rij") OP(JNEI, "rij") OP(JGTI, "rij") OP(JGEI, "rij") \
    OP(JNLTI, "rij") OP(JNLEI, "rij") OP(JNEQI, "rij") OP(JNNEI, "rij") OP(JNGTI, "rij") OP(JNGEI, "rij") \
    /* ---- iteration */ \
    OP(GETITER, "rr")     /* R(a) = iter(R(b)) */ \
    OP(GETRANGE, "rn")    /* R(a) = iter(R(a)(R(a+1) .. R(a+b))) where R(a) was loaded as `range`: if it is and the \
                             arguments are small ints, no cell is made: R(a), R(a+1), R(a+2) = the next item, how \
                             many are left, step */ \
    OP(LOOPITER, "rr")    /* as GETITER, but a list, tuple, bytes or bytearray goes into R(a) itself, the index of \
                             its next item into R(a+1) */ \
    OP(FORLOOP, "rrj")    /* R(b) = next(R(a)) and jump (back, to the body); at the end go on. R(a) may be what \
                             GETRANGE or LOOPITER put there */ \
    OP(FORPARTS, "rrj")   /* the same where the body begins with an UNPACK of R(b): the items of an enumerate, a zip \
                             and dict.items() go right to where it puts them, and no tuple is made */ \
    OP(UNPACK, "rrn")     /* R(b), R(b+1), ... = R(a), exactly c items */ \
    OP(UNPACKEX, "rrnn")  /* c items, a list in R(b+c), d items: R(b)... = R(a) */ \
    OP(UNPACKFAR, "rwww") /* into far registers from b on: c items, and if d > 0 a list and d - 1 items */ \
    /* ---- displays */ \
    OP(BUILDLIST, "rrn")  /* R(a) = [R(b), ... c items]; likewise the next three */ \
    OP(BUILDTUPLE, "rrn") OP(BUILDSET, "rrn") \
    OP(NEWLIST, "r")      /* R(a) = [] */ \
    OP(BUILDMAP, "rrn")   /* c pairs from R(b) */ \
    OP(BUILDSTRING, "rrn") /* join c strs */ \
    OP(LISTAPPEND, "rr")  /* list R(a) gets R(b) */ \
    OP(LISTEXTEND, "rr")  /* list R(a) gets all of iterable R(b) ("Value after * must be an iterable" in calls) */ \
    OP(LISTTOTUPLE, "rr") /* R(a) = tuple of list R(b) */ \
    OP(SETADD, "rr") OP(SETUPDATE, "rr") \
    OP(MAPADD, "rrr")     /* dict R(a)[R(b)] = R(c) */ \
    OP(DICTUPDATE, "rr")  /* {**x}: dict R(a) gets mapping R(b) */ \
    OP(DICTMERGE, "rrr")  /* f(**x): the same, repeated keys are a TypeError naming callee R(c) */ \
    OP(FORMAT, "rrn")     /* R(a) = format(R(b)) after conversion c ('r', 's', 'a' or 0) */ \
    OP(FORMATSPEC, "rrrn") /* R(a) = format(conversion d of R(b), R(c)) */ \
    OP(BUILDINTERP, "rr") /* R(a) = Interpolation(R(b), R(b+1), R(b+2), R(b+3)) */ \
    OP(BUILDTEMPLATE, "rrn") /* R(a) = Template of c parts (str or Interpolation) from R(b) */ \
    /* ---- calls */ \
    OP(CALL, "rrn")       /* R(a) = R(b)(R(b+1), ... c arguments) */ \
    OP(CALLM, "rrn")      /* after LOADMETHOD b: R(a) = R(b)(receiver R(b+1) if any, R(b+2), ... c arguments) */ \
    OP(CALLKW, "rrnk")    /* c positional arguments from R(b+1), then values of the names in tuple K(d) */ \
    OP(CALLMKW, "rrnk")   /* the same after LOADMETHOD: arguments from R(b+2) */ \
    OP(CALLEX, "rr")      /* R(a) = R(b)(*R(b+1), **R(b+2)): a list or tuple; a dict or ABSENT */ \
    OP(CALLSUPER, "rr")   /* R(a) = R(b)() where R(b) was loaded as `super`: if it is, super(R(b+1), R(b+2)) */ \
    OP(RETURN, "r") \
    OP(RETURNNONE, "") \
    OP(MAKEFUNCTION, "rknr") /* W R(a) = function of code K(b); c: FunctionPart bits, parts from R(d) */ \
    OP(MAKECLOSURE, "rknrn*") /* W the same; then n free cells as pairs of bytes: kind (0 register \
                             holding a cell, 1 own free cell; and 2 * the high part of the index), index */ \
    OP(MORECELLS, "rwn*") /* function R(a) gets its free cells from number b on: pairs as above */ \
    OP(IMPORT, "rknr")    /* W R(a) = __import__(K(b), fromlist=R(d), level=c) */ \
    OP(IMPORTFROM, "rrk") /* W R(a) = attribute or submodule K(c) of module R(b), else ImportError */ \
    OP(IMPORTSTAR, "rn")  /* public names of R(a) into R(0) (b = 1) or the globals (b = 0) */ \
    /* ---- exceptions */ \
    OP(RAISE, "r") \
    OP(RAISEFROM, "rr") \
    OP(RERAISE, "")       /* bare raise */ \
    OP(RAISEAGAIN, "r")   /* goes on propagating R(a) as if never caught */ \
    OP(PUSHEXC, "rr")     /* R(a) = the exception handled so far; now R(b) is handled */ \
    OP(POPEXC, "r")       /* R(a) is handled again */ \
    OP(ENDEXC, "r")       /* the same, at the end of an except clause: R(a+1), the exception, is let go */ \
    OP(JNEXC, "rrj")      /* jump if exception R(a) does not match class or tuple R(b) */ \
    OP(JNEXCANY, "rrnj")  /* the same of c classes or tuples from R(b) on */ \
    OP(EXCSPLIT, "rrr")   /* except*: R(a) = part of group R(b) that matches R(c) or None; R(b) = rest or None */ \
    OP(EXCREGROUP, "rrr") /* R(a) = what to raise after except* clauses or None: original R(b), list R(c) of the rest and raised ones */ \
    OP(WITHENTER, "rrn")  /* R(a) = exit function of R(b), R(a+1) = R(b).__enter__(); c = 1: __aenter__, not yet awaited */ \
    OP(WITHEXIT, "rr")    /* R(a) = exit function R(b)(None, None, None) */ \
    OP(WITHEXITEXC, "rrr") /* R(a) = exit function R(b)(type, R(c), traceback) */ \
    /* ---- generators */ \
    OP(YIELD, "rr")       /* yield R(b); what is sent comes into R(a) */ \
    OP(YIELDFROM, "rrr")  /* the same, on behalf of sub-iterator R(c): throw() and close() go to it */ \
    OP(SEND, "rrrj")      /* send R(c) to iterator R(b): a yielded value comes into R(a); at its end R(a) = its result and jump */ \
    OP(GETYIELDFROM, "rr") /* R(a) = iterator for `yield from R(b)` */ \
    OP(GETAWAITABLE, "rr") /* R(a) = iterator for `await R(b)` */ \
    OP(GETAITER, "rr")    /* R(a) = R(b).__aiter__() */ \
    OP(GETANEXT, "rr")    /* R(a) = iterator for awaiting R(b).__anext__() */ \
    OP(ENDASYNCFOR, "r")  /* goes on if exception R(a) is StopAsyncIteration, else RAISEAGAIN */ \
    /* ---- match */ \
    OP(MATCHSEQ, "rr") OP(MATCHMAP, "rr") /* R(a) = bool */ \
    OP(GETLEN, "rr")      /* R(a) = len(R(b)) */ \
    OP(MATCHKEYS, "rrr")  /* R(a) = tuple of R(b)[key] for keys in tuple R(c), or None */ \
    OP(MATCHREST, "rrr")  /* R(a) = dict of mapping R(b) without the keys in tuple R(c) */ \
    OP(MATCHCLASS, "rrrwr") /* R(a) = tuple of attributes, or None: subject R(b), class R(c), d positional, names tuple R(e) */ \
    /* ---- the rest */ \
    OP(PRINTEXPR, "r")    /* prompt: shows R(a) unless None, sets _ */ \
    OP(ANNOTATE, "kr")    /* W module level: annotation thunk R(b) of name K(a) */

enum Opcode {
#define OP(name, format) OP_CODE_##name,
    OPCODES(OP)
#undef OP
    OPCODE_COUNT
};

enum WellKnown { // LOADC
    KNOWN_NONE, KNOWN_TRUE, KNOWN_FALSE, KNOWN_ABSENT, KNOWN_ELLIPSIS,
    KNOWN_ASSERTION_ERROR, KNOWN_BUILD_CLASS, // the class and the function
    KNOWN_TYPE_PARAM,  // hidden function (kind, name, bound thunk or None, default thunk or None)
    KNOWN_TYPE_ALIAS,  // hidden function (name, type_params tuple, value thunk)
    KNOWN_GENERIC,     // hidden function (type_params tuple) -> the base Generic[...] of a class
    KNOWN_COUNT
};

enum FunctionPart { // MAKEFUNCTION: parts stand in consecutive registers in this order
    PART_DEFAULTS = 1,   // tuple, of the last positional parameters
    PART_KWDEFAULTS = 2, // dict
    PART_ANNOTATE = 4,   // function of one argument (format) that returns the annotations dict
    PART_TYPE_PARAMS = 8, // tuple
};
// clang-format on

#endif
