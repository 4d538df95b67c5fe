# SPDX-License-Identifier: MIT
# Working on text: find, in, split, replace, strip, upper, startswith, slices.
import sys

N, EXPECTED = 400, 61997600
WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron".split()


def make_text(lines):
    seed = 1
    rows = []
    for i in range(lines):
        row = []
        for _ in range(12):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(WORDS[(seed >> 16) % len(WORDS)])
        rows.append("  " + " ".join(row) + ",%d " % i)
    return "\n".join(rows)


def occurrences(text, word):
    found = 0
    at = text.find(word)
    while at >= 0:
        found += 1
        at = text.find(word, at + 1)
    return found


def work(text):
    total = 0
    for line in text.split("\n"):
        line = line.strip()
        words, _, number = line.rpartition(",")
        total += int(number)
        if "omicron" in words:
            total += len(words.replace("omicron", "o"))
        for word in words.split():
            if word.startswith("e") or word.endswith("ta"):
                total += len(word.upper()) + ord(word[1:2])
    return total + occurrences(text, "ta")


def main(n):
    text = make_text(200)
    return sum(work(text) for _ in range(n))


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
