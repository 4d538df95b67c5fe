# SPDX-License-Identifier: MIT
"""The flame graph: an SVG that needs nothing else.

Each frame is a <g> with a rectangle, as wide as its share, below the frame that called it; "all" is
the topmost. data-x and data-w are its place and width as shares of the whole, data-d its depth;
zoom.js widens what is clicked.
"""

import os
import re
import unicodedata
import zlib

WIDTH = 1200
MARGIN = 12
HEAD = 58
ROW = 19
GLYPH = 6.7  # of the fixed-width font, at most
LEAST = 0.0002  # narrower frames are left out
FONT = 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace'
# What is no line of a program has a colour of its own.
SPECIAL = {"<collector>": "#9db8d9", "<compiler>": "#bba9d6", "<interpreter>": "#bdbdb4",
           "<calls left out>": "#d8d8d0"}

STYLE = """
svg { font: 11px %s; background: #fff; }
text { fill: #1c1a17; pointer-events: none; }
.head { font: 600 16px system-ui, sans-serif; }
.sub { font: 12px system-ui, sans-serif; fill: #6b665e; }
.f { cursor: pointer; }
.f:hover rect { stroke: #1c1a17; stroke-width: 1; }
.dim { opacity: .45; }
.gone { display: none; }
""" % FONT


def escape(text):
    """Text for XML, in which control characters but newlines have no place."""
    text = re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def clipped(label, width):
    """What of the label has room."""
    most = int((width - 6) / GLYPH)
    if columns(label) <= most:
        return label
    if most < 4:
        return ""
    while columns(label) > most - 1:
        label = label[:-1]
    return label + "…"


def colour(frame, depth):
    if depth == 0:
        return "#e4dfd3"
    if frame.name in SPECIAL and not frame.file:
        return SPECIAL[frame.name]
    # The same for all lines of a function, so that they look like one; warm.
    n = zlib.crc32((frame.file + "\0" + frame.name).encode("utf-8", "surrogatepass"))
    return "hsl(%d %d%% %d%%)" % (14 + n % 37, 82 + (n >> 8) % 14, 62 + (n >> 16) % 13)


class Picture:
    def __init__(self, profile):
        self.profile = profile
        self.total = profile.total
        self.depth = 0
        self.left_out = 0
        self.out = []
        self.lay_out(profile.tree())

    def lay_out(self, root):
        waiting = [(root, 0, 0)]  # no recursion: stacks may be deep
        while waiting:
            node, x, depth = waiting.pop()
            self.depth = max(self.depth, depth)
            self.out.append(self.frame(node, x, depth))
            for child in sorted(node.children.values(), key=lambda n: (-n.total, n.frame.label)):
                if child.total >= self.total * LEAST and child.total:
                    waiting.append((child, x, depth + 1))
                else:
                    self.left_out += 1
                x += child.total

    def frame(self, node, x, depth):
        x, share = (x / self.total, node.total / self.total) if self.total else (0, 1)
        left, width, top = MARGIN + x * self.inner, share * self.inner, HEAD + depth * ROW
        label = node.frame.label if depth else "all"
        return ('<g class="f" data-x="%.9f" data-w="%.9f" data-d="%d" data-label="%s"><title>%s'
                '</title><rect x="%.2f" y="%d" width="%.2f" height="%d" rx="1.5" fill="%s"/>'
                '<text x="%.2f" y="%d">%s</text></g>\n' % (
                    x, share, depth, escape(label), escape(self.tooltip(node, share)), left, top,
                    max(width - 0.5, 0.2), ROW - 1, colour(node.frame, depth), left + 4, top + 13,
                    escape(clipped(label, width))))

    inner = WIDTH - 2 * MARGIN

    def tooltip(self, node, share):
        place = node.frame.place
        text = node.frame.name + (" (%s)" % place if place else "")
        text += "\n%.2f %%, %s" % (100 * share, self.profile.amount(node.total))
        if node.own and node.children:
            text += "\nitself %.2f %%, %s" % (100 * node.own / self.total,
                                              self.profile.amount(node.own))
        return text

    def subtitle(self):
        stacks = len(self.profile.stacks)
        text = "%s in %d stack%s" % (self.profile.amount(self.total), stacks,
                                     "" if stacks == 1 else "s")
        if self.left_out:
            text += ", %d frame%s too narrow to draw" % (self.left_out,
                                                         "" if self.left_out == 1 else "s")
        return text + ". Click a frame to widen it, “all” to go back."

    def svg(self):
        height = HEAD + (self.depth + 1) * ROW + MARGIN
        with open(os.path.join(os.path.dirname(__file__), "zoom.js"), encoding="utf-8") as f:
            script = f.read()
        return ('<?xml version="1.0" encoding="UTF-8"?>\n'
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" '
                'height="%d" data-width="%d" data-left="%d" data-glyph="%s">\n'
                '<style>%s</style>\n<rect width="100%%" height="100%%" fill="#fff"/>\n'
                '<text class="head" x="%d" y="24">%s</text>\n<text class="sub" x="%d" y="43">%s'
                '</text>\n%s<script><![CDATA[\n%s]]></script>\n</svg>\n' % (
                    WIDTH, height, WIDTH, height, self.inner, MARGIN, GLYPH, STYLE, MARGIN,
                    escape(self.profile.name or "profile"), MARGIN, escape(self.subtitle()),
                    "".join(self.out), script))


def flame_graph(profile):
    return Picture(profile).svg().encode()
