# SPDX-License-Identifier: MIT
"""Makes a program smaller as long as a test of it holds: statements go, blocks are put in place of
what they stand in, expressions become their parts or a constant.
"""

import ast
import copy

FIELDS = ("body", "orelse", "finalbody", "handlers", "cases")


def lists(tree):
    """The lists of statements, the largest first."""
    found = [(node, field) for node in ast.walk(tree) for field in FIELDS if isinstance(getattr(node, field, None), list)]
    return found


def text_of(tree):
    try:
        text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
        compile(text, "program", "exec")
    except (SyntaxError, ValueError, AttributeError, TypeError, RecursionError):
        return None
    return text


class Shrinker:
    """`holds(text)` says whether a program still shows what is looked for; at most `most` are tried."""

    def __init__(self, holds, most=1500):
        self.holds, self.left, self.seen = holds, most, set()

    def attempt(self, tree):
        text = text_of(tree)
        if text is None or text in self.seen or self.left <= 0:
            return False
        self.seen.add(text)
        self.left -= 1
        return self.holds(text)

    def shrink(self, text):
        tree = ast.parse(text)
        if not self.attempt(tree):
            return text
        while self.left > 0:
            before = ast.dump(tree)
            for step in (self.without_statements, self.unwrapped, self.simpler):
                tree = step(tree)
            if ast.dump(tree) == before:
                break
        return text_of(tree)

    def without_statements(self, tree):
        index = 0
        while index < len(found := lists(tree)):
            node, field = found[index]
            size = max(1, len(getattr(node, field)) // 2)
            while size:
                at = 0
                while at < len(getattr(node, field)):
                    whole = getattr(node, field)
                    rest = whole[:at] + whole[at + size:]
                    setattr(node, field, rest or ([ast.Pass()] if field == "body" else []))
                    same = [ast.dump(s) for s in whole] == [ast.dump(s) for s in getattr(node, field)]
                    if same or not self.attempt(tree):
                        setattr(node, field, whole)
                        at += size
                    elif not rest:
                        break
                size //= 2
            index += 1
        return tree

    def unwrapped(self, tree):
        """Blocks in the place of the statement they belong to."""
        index = 0
        while index < len(found := lists(tree)):
            node, field = found[index]
            at = 0
            while at < len(whole := getattr(node, field)):
                inner = [getattr(whole[at], f, None) for f in ("body", "orelse", "finalbody")]
                for block in inner:
                    if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                        setattr(node, field, whole[:at] + block + whole[at + 1:])
                        if self.attempt(tree):
                            break
                        setattr(node, field, whole)
                else:
                    at += 1
            index += 1
        return tree

    def simpler(self, tree):
        """Expressions replaced by one of their parts, None or 0; arguments, names and the like left out."""
        index = 0
        while True:
            places = list(self.places(tree))
            if index >= len(places):
                return tree
            node, field, at = places[index]
            whole = getattr(node, field)
            old = whole if at is None else whole[at]
            for new in self.replacements(old, at):
                if new == "none":
                    changed = None if at is None else whole[:at] + whole[at + 1:]
                else:
                    changed = new if at is None else whole[:at] + [new] + whole[at + 1:]
                setattr(node, field, changed)
                if self.attempt(tree):
                    break
                setattr(node, field, whole)
            else:
                index += 1

    @staticmethod
    def places(tree):
        for node in ast.walk(tree):
            for field, value in ast.iter_fields(node):
                if isinstance(value, (ast.expr, ast.arguments, ast.pattern)):
                    yield node, field, None
                elif isinstance(value, list):
                    for at, item in enumerate(value):
                        if isinstance(item, (ast.expr, ast.keyword, ast.arg, ast.withitem, ast.pattern, ast.comprehension)):
                            yield node, field, at

    @staticmethod
    def replacements(old, at):
        yield "none"
        if isinstance(old, ast.expr) and not isinstance(old, ast.Constant):
            for part in ast.iter_child_nodes(old):
                if isinstance(part, ast.expr):
                    yield copy.deepcopy(part)
            yield ast.Constant(0)
