# SPDX-License-Identifier: MIT
"""Reads a sampled profile in speedscope's format and adds up its samples.

The format: https://www.speedscope.app/file-format-schema.json. read_profile(path) gives a Profile,
or raises Damaged with what is wrong.
"""

import json
import os
from dataclasses import dataclass, field

LARGEST = 1 << 63
# unit: factor to seconds (bytes to kilobytes), and the units to show from the largest down
SECONDS = ((1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns"))
UNITS = {
    "seconds": (1, SECONDS),
    "milliseconds": (1e-3, SECONDS),
    "microseconds": (1e-6, SECONDS),
    "nanoseconds": (1e-9, SECONDS),
    "bytes": (1, ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1, "B"))),
    "none": (1, ((1, "samples"),)),
}


class Damaged(Exception):
    """A file that can't be used: its path and what is wrong."""


@dataclass(frozen=True)
class Frame:
    name: str
    file: str = ""
    line: int = 0

    @property
    def place(self):
        return self.file + (":%d" % self.line if self.line else "")

    @property
    def short_place(self):
        """Without directories."""
        return os.path.basename(self.file) + (":%d" % self.line if self.line else "")

    @property
    def label(self):
        return self.name + (":%d" % self.line if self.line else "")


@dataclass
class Node:
    """A frame in the tree of calls: weight of the samples in it and below, and in it alone."""

    frame: Frame
    total: float = 0
    own: float = 0
    children: dict = field(default_factory=dict)


@dataclass
class Profile:
    name: str
    unit: str
    stacks: list  # of (tuple of Frames from the outermost on, weight)

    @property
    def total(self):
        return sum(weight for _, weight in self.stacks)

    def amount(self, weight):
        """The weight for people: '1.23 s'."""
        factor, names = UNITS[self.unit]
        value = weight * factor
        scale, name = next(((s, n) for s, n in names if value >= s), names[-1])
        return "%.3g %s" % (value / scale, name) if value < 1000 * scale else "%.0f %s" % (
            value / scale, name)

    def by_function(self):
        """The same with the lines of each function made one."""
        return Profile(self.name, self.unit,
                       [(tuple(Frame(f.name, f.file) for f in s), w) for s, w in self.stacks])

    def tree(self):
        root = Node(Frame("all"))
        for stack, weight in self.stacks:
            node = root
            node.total += weight
            for frame in stack:
                node = node.children.setdefault(frame, Node(frame))
                node.total += weight
            node.own += weight
        return root

    def lines(self):
        """{frame: (own weight, weight with what it calls)}; recursion counts once."""
        lines = {}
        for stack, weight in self.stacks:
            for frame in set(stack):
                own, total = lines.get(frame, (0, 0))
                lines[frame] = (own + weight * (frame == stack[-1]), total + weight)
        return lines


# ---- reading -------------------------------------------------------------------------------------

class Wrong(Exception):
    """What is wrong, before the path is known."""


def need(condition, what, *args):
    if not condition:
        raise Wrong(what % args)


def member(holder, key, kind, where):
    need(type(holder) is dict, "%s is no object", where)
    need(key in holder, "%s lacks %s", where, key)
    need(type(holder[key]) is kind, "%s of %s is no %s", key, where,
         {dict: "object", list: "array", str: "string"}[kind])
    return holder[key]


def is_count(v):
    return type(v) is int and 0 <= v < LARGEST


def is_weight(v):
    return type(v) in (int, float) and 0 <= v < LARGEST  # neither bool nor NaN


def frame_of(data, number):
    where = "frame %d" % number
    name = member(data, "name", str, where)
    file, line = data.get("file"), data.get("line")
    need(file is None or type(file) is str, "file of %s is no string", where)
    need(line is None or is_count(line), "line of %s is no line number", where)
    return Frame(name, file or "", line or 0)


def stack_of(sample, number, frames):
    need(type(sample) is list, "sample %d is no array", number)
    for i in sample:
        need(is_count(i), "sample %d has %.40r, which is no frame number", number, i)
        need(i < len(frames), "sample %d has frame %d, but there are %d", number, i, len(frames))
    return tuple(frames[i] for i in sample)


def chosen_profile(data):
    profiles = member(data, "profiles", list, "the file")
    need(profiles, "the file has no profile")
    active = data.get("activeProfileIndex") or 0
    need(is_count(active) and active < len(profiles), "activeProfileIndex names no profile")
    return profiles[active]


def parse(data):
    frames = member(member(data, "shared", dict, "the file"), "frames", list, "shared")
    frames = [frame_of(f, i) for i, f in enumerate(frames)]
    profile = chosen_profile(data)
    kind = member(profile, "type", str, "the profile")
    need(kind == "sampled", "the profile's type is %.40r, not 'sampled'", kind)
    unit = member(profile, "unit", str, "the profile")
    need(unit in UNITS, "%.40r is no unit", unit)
    samples = member(profile, "samples", list, "the profile")
    weights = member(profile, "weights", list, "the profile")
    need(len(samples) == len(weights), "there are %d samples but %d weights", len(samples),
         len(weights))
    for i, w in enumerate(weights):
        need(is_weight(w), "weight %d is %.40r", i, w)
    name = profile.get("name") or data.get("name")
    return Profile(name if type(name) is str else "", unit,
                   [(stack_of(s, i, frames), w)
                    for i, (s, w) in enumerate(zip(samples, weights))])


def load(path):
    try:
        with open(path, "rb") as f:
            return json.loads(f.read().decode("utf-8-sig"))
    except UnicodeDecodeError as e:
        raise Wrong("byte %d is no UTF-8" % e.start) from None
    except json.JSONDecodeError as e:
        raise Wrong("line %d, column %d: not JSON: %s" % (e.lineno, e.colno, e.msg)) from None
    except (RecursionError, ValueError):  # brackets in brackets; numbers of thousands of digits
        raise Wrong("not a profile") from None


def read_profile(path):
    try:
        return parse(load(path))
    except Wrong as e:
        raise Damaged("%s: %s" % (path, e)) from None
