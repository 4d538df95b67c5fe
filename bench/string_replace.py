# SPDX-License-Identifier: MIT
# Texts changed: replace of characters and words, in short and long texts, strip, case, translate.
import sys

N, EXPECTED = 2500, 53147500


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text):
    return text.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def main(n):
    lines = ["  <tag number='%d'>a & b, the quick brown fox</tag>  " % i for i in range(100)]
    document = "\n".join(lines)
    vowels = str.maketrans("aeiou", "AEIOU")
    total = 0
    for i in range(n):
        for line in lines:
            escaped = escape(line.strip())
            assert unescape(escaped) == line.strip()
            total += len(escaped) + len(line.upper().replace("QUICK", "slow"))
            total += line.find("brown") + (line.title() == line)
        total += len(document.replace("fox", "wolf")) + document.replace("\n", "").count("<")
        total += document.translate(vowels).count("A")
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
