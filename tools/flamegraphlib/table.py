# SPDX-License-Identifier: MIT
"""The hottest lines as text."""

import os

MOST = 20


class Source:
    """Lines of the files that the frames name, as far as these are there."""

    def __init__(self):
        self.files = {}

    def line(self, frame):
        if frame.file not in self.files:
            self.files[frame.file] = self.read(frame.file)
        lines = self.files[frame.file]
        return lines[frame.line - 1].strip() if 0 < frame.line <= len(lines) else ""

    @staticmethod
    def read(path):
        try:
            if os.path.isfile(path):
                with open(path, encoding="utf-8", errors="replace") as f:
                    return f.read().splitlines()
        except (OSError, ValueError):
            pass
        return []


def hottest(profile):
    lines = [(own, total, frame) for frame, (own, total) in profile.lines().items()]
    lines.sort(key=lambda row: (-row[0], -row[1], row[2].place, row[2].name))
    return lines[:MOST]


def table(profile):
    """The text: shares of each line, itself and with what it calls."""
    total = profile.total
    stacks = len(profile.stacks)
    text = ["%s: %s in %d stack%s" % (profile.name or "profile", profile.amount(total), stacks,
                                      "" if stacks == 1 else "s")]
    rows = hottest(profile) if total else []
    place = max([len(f.place) for _, _, f in rows], default=0)
    name = max([len(f.name) for _, _, f in rows], default=0)
    source = Source()
    if rows:
        text.append("  self   total")
    for own, all_, f in rows:
        text.append("%6.1f%% %6.1f%%  %-*s  %-*s  %.60s" % (
            100 * own / total, 100 * all_ / total, place, f.place, name, f.name, source.line(f)))
    return "".join(line.rstrip() + "\n" for line in text)
