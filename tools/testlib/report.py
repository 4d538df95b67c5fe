# SPDX-License-Identifier: MIT
"""What the user sees of a run, and the files for other programs (JUnit XML, TAP)."""

import os
import sys
import xml.etree.ElementTree as ElementTree

from .execute import BAD, CRASH, ERROR, FAIL, PASS, SKIP, STOPPED, TIMEOUT, XFAIL

SLOWEST = 10


def indent(text, prefix="    "):
    return "\n".join(prefix + line for line in text.rstrip().splitlines())


def count(results, *statuses):
    return sum(r.status in statuses for r in results)


def totals(results):
    """The last line of every run, as other programs read it."""
    return "%d passed, %d failed, %d skipped" % (
        count(results, PASS), count(results, *BAD), count(results, SKIP, XFAIL))


class Console:
    """Failures as they come, a progress line if stdout is a terminal, then the summary."""

    def __init__(self, total):
        self.total = total
        self.done = 0
        self.is_terminal = sys.stdout.isatty()

    def clear(self):
        if self.is_terminal:
            print("\r\x1b[K", end="")

    def add(self, result):
        self.done += 1
        self.clear()
        if result.is_bad:
            print("%s: %s" % (result.status.upper(), result.test.name))
            print(indent(result.detail))
        if self.is_terminal:
            print("[%d/%d] %s" % (self.done, self.total, result.test.name[-60:]), end="")
        sys.stdout.flush()

    def finish(self, results, timing):
        self.clear()
        for status in BAD:
            names = [r.test.name for r in results if r.status == status]
            if names:
                print("%s:\n%s" % (status, indent("\n".join(names))))
        if timing:
            slow = sorted(results, key=lambda r: r.seconds, reverse=True)[:SLOWEST]
            print("slowest:")
            for r in slow:
                print("    %7.2f s  %s" % (r.seconds, r.test.name))
        self.print_classes(results)
        print(totals(results))

    def print_classes(self, results):
        """The line above the last one: each class but pass, if there is more than plain skips."""
        classes = [(s, count(results, s)) for s in (FAIL, CRASH, TIMEOUT, ERROR, XFAIL, STOPPED)]
        line = ", ".join("%s %d" % pair for pair in classes if pair[1])
        if line:
            print(line)


class Tap:
    """Test Anything Protocol, version 13, on stdout."""

    def __init__(self, total):
        self.number = 0
        print("TAP version 13\n1..%d" % total)

    def add(self, result):
        self.number += 1
        word = "not ok" if result.status in BAD + (XFAIL, STOPPED) else "ok"
        directive = {SKIP: " # SKIP ", XFAIL: " # TODO "}.get(result.status, "")
        reason = result.detail.splitlines()[0] if directive else ""
        print("%s %d - %s%s%s" % (word, self.number, result.test.name, directive, reason))
        if result.is_bad:
            print(indent(result.status + ": " + result.detail, "# "))
        sys.stdout.flush()

    def finish(self, results, timing):
        print("# " + totals(results))


def xml_text(text):
    """The text without the control characters that XML can't hold."""
    return "".join(c if c in "\t\n" or 32 <= ord(c) < 0xD800 or 0xE000 <= ord(c) < 0xFFFE
                   or ord(c) > 0xFFFF else "\\x%02x" % ord(c) for c in text)


def write_junit(path, results):
    """Writes the results as JUnit XML, in the shape that build servers read."""
    bad, skipped = count(results, FAIL, CRASH, TIMEOUT), count(results, SKIP, XFAIL, STOPPED)
    suite = ElementTree.Element("testsuite", name="tests", tests=str(len(results)),
                                failures=str(bad), errors=str(count(results, ERROR)),
                                skipped=str(skipped))
    for r in sorted(results, key=lambda r: r.test.name):
        group, _, name = r.test.name.rpartition("/")
        case = ElementTree.SubElement(suite, "testcase", classname=group.replace("/", "."),
                                      name=name, time="%.3f" % r.seconds)
        if r.status != PASS:
            tag = {ERROR: "error"}.get(r.status, "failure" if r.is_bad else "skipped")
            child = ElementTree.SubElement(case, tag, message=xml_text(r.detail[:200]) or r.status)
            child.text = xml_text("%s\n%s" % (r.status, r.detail))
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    ElementTree.ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)
