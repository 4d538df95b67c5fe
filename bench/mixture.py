# SPDX-License-Identifier: MIT
# A mixture of what systems programs do, in the proportions of Weicker's Dhrystone (CACM, October
# 1984): assignments to globals, records with links, arrays of one and two dimensions, comparisons
# of strings and characters, calls with one to three arguments.
import sys

N, EXPECTED = 110000, 9817240
IDENT_1, IDENT_2, IDENT_3 = 1, 2, 3


class Record:
    def __init__(self, link=None, kind=IDENT_1, number=0, text=""):
        self.link = link
        self.kind = kind
        self.number = number
        self.text = text

    def copy(self):
        return Record(self.link, self.kind, self.number, self.text)


counter = 0
flag = False
letter = "A"
row = [0] * 40
table = [row[:] for _ in range(40)]
last = Record(text="THE LAST RECORD OF ALL")
first = Record(last, IDENT_3, 40, "THE FIRST RECORD OF ALL")


def update_arrays(line, rows, i, j):
    global counter
    at = i + 5
    line[at] = j
    line[at + 1] = line[at]
    line[at + 20] = at
    for k in range(at, at + 2):
        rows[at][k] = at
    rows[at][at - 1] += 1
    rows[at + 10][at] = line[at]
    counter = 5


def follow(record):
    """Makes the next record one like this, and fills both."""
    record.link = copied = record.copy()
    copied.number = record.number = 5
    copied.link = last
    if copied.kind == IDENT_1:
        copied.number = 6
        copied.kind = next_kind(record.kind)
        copied.number = add_three(copied.number, 10)
    else:
        record = copied
    return record


def next_kind(kind):
    if is_third(kind):
        return IDENT_1
    if kind == IDENT_1:
        return IDENT_2 if counter > 100 else IDENT_3
    return IDENT_3 if kind == IDENT_2 else IDENT_2


def is_third(kind):
    return kind == IDENT_3


def add_three(a, b):
    return a + 2 + b


def classify(a, b):
    global letter
    if a == b:
        return IDENT_1
    letter = a
    return IDENT_2


def texts_differ(one, other):
    at = 2
    while at <= 2:
        if classify(one[at], other[at + 1]) == IDENT_1:
            at += 1
        at += 1
    return one > other or letter == "X"


def set_flag():
    global flag, letter
    flag = letter == "A" or flag
    letter = "B"


def main(n):
    global letter, flag
    total = 0
    for i in range(n):
        letter = "A"
        set_flag()
        a, b = 2, 3
        text = "SOME OTHER TEXT, %s" % letter
        flag = not texts_differ("SOME TEXT, THE FIRST", text)
        while a < b:
            c = 5 * a - b
            c = add_three(a, c)
            a += 1
        update_arrays(row, table, a, c)
        record = follow(first)
        for code in range(ord("A"), ord(letter) + 1):
            if classify(chr(code), "C") == IDENT_2:
                record.kind = next_kind(IDENT_1)
        b = b * a
        a = b // c
        b = 7 * (b - c) - a
        total = (total + a + b + record.number + counter + table[8][7]) & 0xFFFFFF
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
