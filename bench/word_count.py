# SPDX-License-Identifier: MIT
# Counting the words of a text: lines split, cleaned, lowered, counted in a dict, sorted.
import sys

N, EXPECTED = 720, 6883920
STEMS = "river mountain bridge Forest garden window Engine letter market winter".split()
ENDS = ["", "s", "er", "'s", ",", ".", ";", "!"]


def make_lines(count):
    seed, lines = 5, []
    for _ in range(count):
        words = []
        for _ in range(11):
            seed = (seed * 1309 + 13849) & 65535
            words.append(STEMS[seed * 10 >> 16] + ENDS[seed >> 3 & 7])
        lines.append(" ".join(words))
    return lines


def count_words(lines):
    counts = {}
    letters = 0
    for line in lines:
        for word in line.split():
            word = word.strip(".,;!").lower()
            if word.endswith("'s"):
                word = word[:-2]
            if word.isalpha():
                counts[word] = counts.get(word, 0) + 1
                letters += len(word)
    return counts, letters


def main(n):
    lines = make_lines(120)
    total = 0
    for _ in range(n):
        counts, letters = count_words(lines)
        ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        total += letters + len(ranking) + len(ranking[0][0]) * ranking[0][1]
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
