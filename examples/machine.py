# SPDX-License-Identifier: MIT
"""A two-pass assembler and the machine that runs its code.

    build/unix/micropython examples/machine.py             assemble and run the programs below
    build/unix/micropython examples/machine.py file.asm    another one
    build/unix/micropython examples/machine.py -l ...      with a listing

The machine has eight 16-bit registers r0-r7, 4096 words of memory, and a stack that grows down from
its top, where r7 points. An instruction is one word, followed by a second one where it has an
immediate operand:

     15      10 9    7 6    4 3      0
    +----------+------+------+--------+
    |  opcode  |  a   |  b   |  spare |      then, if the opcode says so: a 16-bit operand
    +----------+------+------+--------+

Source lines are `label: mnemonic operands ; comment`. Operands are registers, and expressions of
numbers, characters, labels, `+`, `-` and `*`, worked out in the second pass, so that labels may be
used before they are defined. Directives: .word .text .space .equ .org
"""

import io
import struct
import sys

MEMORY = 4096
STACK = 7
MASK = 0xFFFF

# mnemonic: (opcode, operands); r is a register, i the immediate word
INSTRUCTIONS = {
    "halt": (0, ""), "load": (1, "ri"), "mov": (2, "rr"), "ld": (3, "rr"), "st": (4, "rr"),
    "add": (5, "rr"), "sub": (6, "rr"), "mul": (7, "rr"), "div": (8, "rr"), "mod": (9, "rr"),
    "and": (10, "rr"), "or": (11, "rr"), "xor": (12, "rr"), "shl": (13, "rr"), "shr": (14, "rr"),
    "addi": (15, "ri"), "cmp": (16, "rr"), "cmpi": (17, "ri"),
    "jmp": (18, "i"), "jz": (19, "i"), "jnz": (20, "i"), "jlt": (21, "i"), "jge": (22, "i"),
    "call": (23, "i"), "ret": (24, ""), "push": (25, "r"), "pop": (26, "r"),
    "putc": (27, "r"), "putn": (28, "r"), "getc": (29, "r"),
}
OPCODES = {opcode: (name, shape) for name, (opcode, shape) in INSTRUCTIONS.items()}
ESCAPES = {"n": "\n", "t": "\t", "\\": "\\", '"': '"', "'": "'"}


class AsmError(Exception):
    """A mistake in the source, with its line."""

    def __init__(self, text, line):
        super().__init__(f"line {line}: {text}")
        self.line = line


class MachineError(Exception):
    """The program did what the machine can't; the text says what and where."""


# ---- the assembler


def unescape(text, line):
    out = []
    chars = iter(text)
    for c in chars:
        if c == "\\":
            c = next(chars, "")
            if c not in ESCAPES:
                raise AsmError(f"unknown escape \\{c}", line)
            c = ESCAPES[c]
        out.append(c)
    return "".join(out)


def split_outside_quotes(text, separator):
    """Like text.split(separator), but not within quotes."""
    parts, current, quote, escaped = [], "", "", False
    for c in text:
        if not quote and c == separator:
            parts.append(current)
            current = ""
            continue
        if quote:
            if c == quote and not escaped:
                quote = ""
        elif c in "\"'":
            quote = c
        escaped = c == "\\" and not escaped
        current += c
    parts.append(current)
    return parts


def is_name_char(c):
    return c.isalpha() or c.isdigit() or c == "_"


def is_name(text):
    return text != "" and not text[0].isdigit() and all(is_name_char(c) for c in text)


class Statement:
    """A line of source: label, mnemonic and operands, and later its address."""

    def __init__(self, text, line):
        self.line = line
        self.text = text
        self.address = 0
        self.label = None
        body = split_outside_quotes(text, ";")[0].strip()
        before, colon, after = body.partition(":")
        if colon and is_name(before.strip()):
            self.label, body = before.strip(), after.strip()
        self.mnemonic, _, rest = body.partition(" ")
        self.operands = [o.strip() for o in split_outside_quotes(rest, ",") if o.strip()]

    def error(self, text):
        return AsmError(text, self.line)


class Expression:
    """An operand's value: products and sums of numbers, characters and labels, left to right."""

    def __init__(self, statement, text, symbols):
        self.statement = statement
        self.symbols = symbols
        self.tokens = list(self.tokenize(text))
        self.tokens.append("")

    def tokenize(self, text):
        """Yields names, numbers, operators, and 'c' for characters."""
        at = 0
        while at < len(text):
            start = at
            if text[at] == "'":
                end = text.find("'", at + (3 if text[at + 1:at + 2] == "\\" else 2))
                if end < 0:
                    raise self.statement.error("a character without its end")
                at = end + 1
            elif is_name_char(text[at]):
                while at < len(text) and is_name_char(text[at]):
                    at += 1
            else:
                at += 1
            if not text[start].isspace():
                yield text[start:at]

    def atom(self):
        token = self.tokens.pop(0)
        if token == "-":
            return -self.atom()
        if token.startswith("'"):
            return ord(unescape(token[1:-1], self.statement.line))
        if token[:1].isdigit():
            try:
                return int(token, 0)
            except ValueError:
                raise self.statement.error(f"'{token}' is no number") from None
        if token in self.symbols:
            return self.symbols[token]
        complaint = f"'{token}' is not defined" if token else "an operand is missing"
        raise self.statement.error(complaint)

    def product(self):
        value = self.atom()
        while self.tokens[0] == "*":
            self.tokens.pop(0)
            value *= self.atom()
        return value

    def value(self):
        value = self.product()
        while self.tokens[0] in ("+", "-"):
            operator = self.tokens.pop(0)
            value = value + self.product() if operator == "+" else value - self.product()
        if self.tokens[0]:
            raise self.statement.error(f"'{self.tokens[0]}' is out of place")
        if not -0x8000 <= value <= MASK:
            raise self.statement.error(f"{value} does not fit into 16 bits")
        return value & MASK


class Assembler:
    """Pass one gives every statement its address and every label its value; pass two emits."""

    def __init__(self, source):
        lines = enumerate(source.split("\n"), 1)
        self.statements = [Statement(text, number) for number, text in lines]
        self.symbols = {}
        self.code = {}

    def assemble(self):
        """The image as a list of words."""
        address = 0
        for s in self.statements:
            address = self.first_pass(s, address)
        for s in self.statements:
            for offset, word in enumerate(self.words(s)):
                self.code[s.address + offset] = word
        size = max(self.code, default=-1) + 1
        return [self.code.get(i, 0) for i in range(size)]

    def first_pass(self, s, address):
        """Notes the statement's address and label; gives the address after it."""
        if s.mnemonic == ".org":
            address = self.number(s, 0)
        s.address = address
        if s.label:
            if s.label in self.symbols:
                raise s.error(f"'{s.label}' is defined twice")
            self.symbols[s.label] = self.number(s, 0) if s.mnemonic == ".equ" else address
        address += self.length(s)
        if address > MEMORY:
            raise s.error("the program does not fit into memory")
        return address

    def length(self, s):
        if s.mnemonic == ".word":
            return len(s.operands)
        if s.mnemonic == ".text":
            return len(self.text(s)) + 1
        if s.mnemonic == ".space":
            return self.number(s, 0)
        if s.mnemonic in ("", ".org", ".equ"):
            return 0
        if s.mnemonic not in INSTRUCTIONS:
            raise s.error(f"there is no instruction '{s.mnemonic}'")
        return 2 if "i" in INSTRUCTIONS[s.mnemonic][1] else 1

    def words(self, s):
        """Yields the words that the statement puts into memory."""
        if s.mnemonic == ".word":
            yield from (self.number(s, i) for i in range(len(s.operands)))
        elif s.mnemonic == ".text":
            yield from (ord(c) for c in self.text(s))
            yield 0
        elif s.mnemonic in INSTRUCTIONS:
            yield from self.instruction(s)

    def instruction(self, s):
        opcode, shape = INSTRUCTIONS[s.mnemonic]
        if len(s.operands) != len(shape):
            raise s.error(f"{s.mnemonic} takes {len(shape)} operands, not {len(s.operands)}")
        registers = [self.register(s, o) for o, kind in zip(s.operands, shape) if kind == "r"]
        a, b = (registers + [0, 0])[:2]
        yield opcode << 10 | a << 7 | b << 4
        if "i" in shape:
            yield self.number(s, shape.index("i"))

    def register(self, s, operand):
        if len(operand) == 2 and operand[0] == "r" and operand[1] in "01234567":
            return int(operand[1])
        raise s.error(f"'{operand}' is no register")

    def number(self, s, index):
        if index >= len(s.operands):
            raise s.error("an operand is missing")
        return Expression(s, s.operands[index], self.symbols).value()

    def text(self, s):
        text = s.operands[0] if len(s.operands) == 1 else ""
        if len(text) < 2 or text[0] != '"' or text[-1] != '"':
            raise s.error(".text takes a text in double quotes")
        return unescape(text[1:-1], s.line)

    def listing(self):
        """Yields the source with addresses and code; call it after assemble()."""
        for s in self.statements:
            words = " ".join(f"{w:04x}" for w in list(self.words(s))[:4])
            address = f"{s.address:04x}" if words else ""
            yield f"{address:<4}  {words:<20} {s.text}".rstrip()


def image_bytes(words):
    """The image as it would be stored: little-endian words behind a magic and a length."""
    return struct.pack("<4sH", b"WRDS", len(words)) + struct.pack("<%dH" % len(words), *words)


def image_words(data):
    magic, count = struct.unpack_from("<4sH", data)
    if magic != b"WRDS" or len(data) != 6 + 2 * count:
        raise MachineError("this is no image")
    return list(struct.unpack_from("<%dH" % count, data, 6))


# ---- the machine


def signed(word):
    return word - 0x10000 if word & 0x8000 else word


class Machine:
    """Runs an image. Each op_MNEMONIC method carries out one instruction."""

    def __init__(self, image, stdin=""):
        self.memory = image + [0] * (MEMORY - len(image))
        self.r = [0] * 8
        self.r[STACK] = MEMORY
        self.program_end = len(image)
        self.pc = 0
        self.difference = 0
        self.steps = 0
        self.running = True
        self.input = io.StringIO(stdin)
        self.output = io.StringIO()
        self.table = [getattr(self, "op_" + OPCODES[i][0], None) if i in OPCODES else None
                      for i in range(64)]

    def read(self, address):
        if address >= MEMORY:
            raise MachineError(f"no memory at {address:04x}")
        return self.memory[address]

    def write(self, address, word):
        if address >= MEMORY:
            raise MachineError(f"no memory at {address:04x}")
        self.memory[address] = word & MASK

    def fetch(self):
        word = self.read(self.pc)
        self.pc += 1
        return word

    def run(self, limit=100000):
        """Runs to `halt`; gives what the program printed. MachineError, or at the step limit."""
        while self.running:
            if self.steps >= limit:
                raise MachineError(f"still running after {limit} steps")
            self.steps += 1
            at = self.pc
            word = self.fetch()
            operation = self.table[word >> 10]
            if operation is None:
                raise MachineError(f"no instruction {word:04x} at {at:04x}")
            try:
                operation(word >> 7 & 7, word >> 4 & 7)
            except ZeroDivisionError:
                raise MachineError(f"division by zero at {at:04x}") from None
        return self.output.getvalue()

    def op_halt(self, a, b):
        self.running = False

    def op_load(self, a, b):
        self.r[a] = self.fetch()

    def op_mov(self, a, b):
        self.r[a] = self.r[b]

    def op_ld(self, a, b):
        self.r[a] = self.read(self.r[b])

    def op_st(self, a, b):
        self.write(self.r[a], self.r[b])

    def arithmetic(function):
        def operation(self, a, b):
            self.r[a] = function(self.r[a], self.r[b]) & MASK

        return operation

    op_add = arithmetic(lambda x, y: x + y)
    op_sub = arithmetic(lambda x, y: x - y)
    op_mul = arithmetic(lambda x, y: x * y)
    op_div = arithmetic(lambda x, y: x // y)
    op_mod = arithmetic(lambda x, y: x % y)
    op_and = arithmetic(lambda x, y: x & y)
    op_or = arithmetic(lambda x, y: x | y)
    op_xor = arithmetic(lambda x, y: x ^ y)
    op_shl = arithmetic(lambda x, y: x << (y & 15))
    op_shr = arithmetic(lambda x, y: x >> (y & 15))

    def op_addi(self, a, b):
        self.r[a] = (self.r[a] + self.fetch()) & MASK

    def op_cmp(self, a, b):
        self.difference = signed(self.r[a]) - signed(self.r[b])

    def op_cmpi(self, a, b):
        self.difference = signed(self.r[a]) - signed(self.fetch())

    def jump_if(condition):
        def operation(self, a, b):
            target = self.fetch()
            if condition(self.difference):
                self.pc = target

        return operation

    op_jmp = jump_if(lambda d: True)
    op_jz = jump_if(lambda d: d == 0)
    op_jnz = jump_if(lambda d: d != 0)
    op_jlt = jump_if(lambda d: d < 0)
    op_jge = jump_if(lambda d: d >= 0)

    def push(self, word):
        self.r[STACK] -= 1
        if self.r[STACK] < self.program_end:
            raise MachineError("the stack has reached the program")
        self.write(self.r[STACK], word)

    def pop(self):
        word = self.read(self.r[STACK])
        self.r[STACK] += 1
        return word

    def op_call(self, a, b):
        target = self.fetch()
        self.push(self.pc)
        self.pc = target

    def op_ret(self, a, b):
        self.pc = self.pop()

    def op_push(self, a, b):
        self.push(self.r[a])

    def op_pop(self, a, b):
        self.r[a] = self.pop()

    def op_putc(self, a, b):
        self.output.write(chr(self.r[a]))

    def op_putn(self, a, b):
        self.output.write(str(signed(self.r[a])))

    def op_getc(self, a, b):
        char = self.input.read(1)
        self.r[a] = ord(char) if char else MASK


# ---- programs to run

PROGRAMS = [
    ("greeting", "", r'''
        load r1, text
again:  ld r0, r1
        cmpi r0, 0
        jz done
        putc r0
        addi r1, 1
        jmp again
done:   halt
text:   .text "Hello; from a machine, in a machine.\n"
'''),
    ("primes", "", r'''
limit:  .equ 60
        load r2, 2              ; the candidate
next:   load r3, 2              ; the divisor
try:    mov r4, r3
        mul r4, r3
        cmp r2, r4
        jlt prime
        mov r4, r2
        mod r4, r3
        cmpi r4, 0
        jz composite
        addi r3, 1
        jmp try
prime:  putn r2
        load r0, ' '
        putc r0
composite:
        addi r2, 1
        cmpi r2, limit
        jlt next
        load r0, '\n'
        putc r0
        halt
'''),
    ("factorial", "", r'''
        load r1, 7
        call factorial
        putn r0
        load r0, '\n'
        putc r0
        halt
factorial:                      ; r0 = factorial of r1, by recursion
        load r0, 1
        cmpi r1, 2
        jlt base
        push r1
        addi r1, -1
        call factorial
        pop r1
        mul r0, r1
base:   ret
'''),
    ("reverse", "drawer", r'''
        load r1, buffer
read:   getc r0
        cmpi r0, -1
        jz print
        st r1, r0
        addi r1, 1
        jmp read
print:  cmpi r1, buffer
        jz done
        addi r1, -1
        ld r0, r1
        putc r0
        jmp print
done:   load r0, '\n'
        putc r0
        halt
        .org 2 * 100
buffer: .space 64
'''),
    ("sort", "", r'''
        load r1, numbers        ; bubble sort
outer:  load r6, 0              ; whether something was swapped
        load r1, numbers
inner:  ld r2, r1
        mov r3, r1
        addi r3, 1
        ld r4, r3
        cmp r4, r2
        jge right
        st r1, r4
        st r3, r2
        load r6, 1
right:  addi r1, 1
        cmpi r1, last
        jlt inner
        cmpi r6, 0
        jnz outer
        load r1, numbers
show:   ld r0, r1
        putn r0
        load r0, ' '
        putc r0
        addi r1, 1
        cmpi r1, last + 1
        jlt show
        load r0, '\n'
        putc r0
        halt
numbers:
        .word 42, -7, 1000, 0, 3 * 5, 'A', -300
last:   .word 8
'''),
    ("wrong register", "", "load r8, 1"),
    ("wrong label", "", "again: jmp agian"),
    ("twice", "", "a: halt\na: halt"),
    ("endless", "", "a: jmp a"),
    ("deep", "", "a: call a"),
    ("quotes", "", r'''
        load r0, ','
        putc r0
        load r0, '\''
        putc r0
        putn r0
        load r0, '\n'
        putc r0
        halt
'''),
    ("by zero", "", "div r1, r2"),
    ("astray", "", "load r1, 0x1000\nld r0, r1"),
]


def run_program(name, source, stdin, wants_listing):
    """Assembles and runs one program, printing what comes of it; gives whether all went well."""
    print(f"== {name}")
    assembler = Assembler(source)
    try:
        image = image_bytes(assembler.assemble())
        if wants_listing:
            print("\n".join(assembler.listing()))
        machine = Machine(image_words(image), stdin)
        print(machine.run(), end="")
    except AsmError as e:
        print("assembler:", e)
        return False
    except MachineError as e:
        print("machine:", e)
        return False
    print(f"({len(image)} bytes, {machine.steps} steps)")
    return True


def main(arguments):
    wants_listing = "-l" in arguments
    files = [a for a in arguments if a != "-l"]
    if not files:
        results = [run_program(name, source, stdin, wants_listing)
                   for name, stdin, source in PROGRAMS]
        print(f"{sum(results)} of {len(results)} programs ran to their end.")
        return 0
    try:
        with open(files[0]) as f:
            source = f.read()
    except OSError as e:
        print(f"machine: can't read {files[0]} (error {e.errno})", file=sys.stderr)
        return 2
    return 0 if run_program(files[0], source, sys.stdin.read(), wants_listing) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
