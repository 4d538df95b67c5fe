# SPDX-License-Identifier: MIT
"""Damages the text of the suite's programs and compiles or runs the result, which must not crash.

    python3 coverage/fuzz_source.py [-b BINARY] [--seed N] [--seconds S] [--keep DIR]

Each program is one of tests/**/*.py with some bytes flipped, cut, doubled, or with pieces of two
programs joined. Most are only compiled; those of directories without effects are run as well.
"""

import argparse
import glob
import os
import random
import subprocess
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("-b", "--binary", default="build/unix/micropython")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--seconds", type=float, default=60)
parser.add_argument("--keep", default=".", help="where programs that crash are written")
options = parser.parse_args()
SAFE = ("basics", "syntax", "types", "exceptions", "generators", "objects")
TOKENS = (b"(", b")", b"[", b"]", b"{", b"}", b":", b",", b"=", b"\n", b"    ", b"\t", b"'", b'"', b'"""', b"f'",
          b"\\", b"#", b"@", b"*", b"**", b"lambda ", b"yield ", b"await ", b"async ", b"def f(): ", b"class A: ",
          b"try:", b"except* ", b"match x:", b"case ", b"not ", b"if ", b"else ", b"for ", b" in ", b"del ", b"global x",
          b"nonlocal x", b"0x", b"1e999", b"\x00", b"\xff", b"\xef\xbb\xbf", b":=", b"->", b"...", b"t'{", b"}}", b"!r")


def damage(r, text):
    for _ in range(r.choice((1, 1, 1, 2, 3, 8))):
        at = r.randrange(len(text) + 1)
        to = min(len(text), at + r.choice((1, 1, 2, 8, 40, 400)))
        kind = r.randrange(6)
        if kind == 0:
            text = text[:at] + bytes([r.randrange(256)]) + text[at + 1:]
        elif kind == 1:
            text = text[:at] + text[to:]
        elif kind == 2:
            text = text[:to] + text[at:to] * r.choice((1, 2, 50)) + text[to:]
        elif kind == 3:
            text = text[:at] + r.choice(TOKENS) + text[at:]
        elif kind == 4:
            text = text[:at]
        else:
            other = r.randrange(len(text) + 1)
            text = text[:at] + text[other:other + 60] + text[at:]
    return text


def main():
    r = random.Random(options.seed)
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests")
    files = sorted(glob.glob(os.path.join(root, "*", "*.py")))
    programs = [(f.split(os.sep)[-2], open(f, "rb").read()) for f in files if ".host." not in f]
    binary = os.path.abspath(options.binary)
    runs = findings = 0
    end = time.time() + options.seconds
    with tempfile.TemporaryDirectory() as directory:
        while time.time() < end:
            area, text = r.choice(programs)
            if r.random() < 0.2:
                other = r.choice(programs)
                area, text = other[0] if area in SAFE else area, text[:r.randrange(len(text) + 1)] + other[1]
            text = damage(r, text)
            path = os.path.join(directory, "program.py")
            with open(path, "wb") as f:
                f.write(text)
            flags = [] if area in SAFE and r.random() < 0.5 else ["-X", "compile-only"]
            runs += 1
            try:
                p = subprocess.run([binary, *flags, path], cwd=directory, stdin=subprocess.DEVNULL,
                                   capture_output=True, timeout=20)
                problem = (p.returncode not in range(0, 128) or b"Sanitizer" in p.stderr or
                           b"runtime error" in p.stderr or b"Assertion `" in p.stderr)
                message = f"exit code {p.returncode} {p.stderr[-300:]!r}"
            except subprocess.TimeoutExpired:
                problem, message = not (flags == []), "does not end"
            if problem:
                findings += 1
                name = os.path.join(options.keep, f"crash-{options.seed}-{runs}.py")
                with open(name, "wb") as f:
                    f.write(text)
                print(f"{name} {' '.join(flags)}: {message}", flush=True)
    print(f"{runs} runs, {findings} findings")


main()
