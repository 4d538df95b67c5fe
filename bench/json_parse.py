# SPDX-License-Identifier: MIT
# A parser in pure Python, character by character: JSON text to objects and back.
import sys

N, EXPECTED = 220, 1090650
BLANKS = " \t\r\n"
DIGITS = "0123456789"
LITERALS = {"true": True, "false": False, "null": None}
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip_blanks(self):
        text = self.text
        at = self.at
        while at < len(text) and text[at] in BLANKS:
            at += 1
        self.at = at

    def peek(self):
        self.skip_blanks()
        return self.text[self.at]

    def expect(self, char):
        if self.peek() != char:
            raise ValueError("%s expected at %d" % (char, self.at))
        self.at += 1

    def value(self):
        char = self.peek()
        if char == "{":
            return self.object()
        if char == "[":
            return self.array()
        if char == '"':
            return self.string()
        if char in DIGITS or char == "-":
            return self.number()
        for word, value in LITERALS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        raise ValueError("no value at %d" % self.at)

    def object(self):
        result = {}
        self.expect("{")
        while self.peek() != "}":
            key = self.string()
            self.expect(":")
            result[key] = self.value()
            if self.peek() == ",":
                self.at += 1
        self.at += 1
        return result

    def array(self):
        result = []
        self.expect("[")
        while self.peek() != "]":
            result.append(self.value())
            if self.peek() == ",":
                self.at += 1
        self.at += 1
        return result

    def string(self):
        self.expect('"')
        parts = []
        while True:
            char = self.text[self.at]
            self.at += 1
            if char == '"':
                return "".join(parts)
            if char == "\\":
                char = ESCAPES[self.text[self.at]]
                self.at += 1
            parts.append(char)

    def number(self):
        start = self.at
        self.at += 1
        while self.at < len(self.text) and self.text[self.at] in "0123456789.eE+-":
            self.at += 1
        word = self.text[start:self.at]
        return float(word) if "." in word else int(word)


def write(value):
    if isinstance(value, dict):
        return "{" + ",".join(write(k) + ":" + write(v) for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return repr(value)


def sample(n):
    return [{"id": i, "name": 'sensor "%d"\n' % i, "values": [i * 0.5, -i, i * i],
             "active": i % 2 == 0, "parent": None if i < 3 else {"id": i // 3}}
            for i in range(n)]


def main(n):
    total = 0
    for i in range(n):
        text = write(sample(50 + i % 10))
        parsed = Parser(text).value()
        assert parsed == sample(50 + i % 10)
        total += len(write(parsed))
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
