# SPDX-License-Identifier: MIT
"""A report from JSON: the file holds rows of data and says what to tell about them.

    build/unix/micropython examples/report.py [file.json]

Without a name it reads report.json beside this script. A file has a title, columns with their types
and limits, rows, and sections; each section names its kind, which is one of the classes below with
`kind` set. Wrong data is reported, not fatal: a report with a hole is better than none.
"""

import json
import math
import sys
from collections import OrderedDict, namedtuple

Column = namedtuple("Column", ("name", "is_number", "unit", "low", "high"))
WIDTH = 78


class ReportError(Exception):
    """The file can't be made into a report; the text says which part of it."""


# ---- statistics


def mean(values):
    return sum(values) / len(values)


def deviation(values):
    """The standard deviation of a sample; 0 of a single value."""
    if len(values) < 2:
        return 0.0
    middle = mean(values)
    return math.sqrt(sum((v - middle) ** 2 for v in values) / (len(values) - 1))


def median(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def correlation(pairs):
    """Pearson's coefficient of (x, y) pairs; None where one side doesn't vary."""
    xs, ys = [p[0] for p in pairs], [p[1] for p in pairs]
    if len(pairs) < 2 or min(xs) == max(xs) or min(ys) == max(ys):
        return None
    mx, my = mean(xs), mean(ys)
    above = sum((x - mx) * (y - my) for x, y in pairs)
    below = math.sqrt(sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys))
    return above / below


MEASURES = {"mean": mean, "median": median, "sum": sum, "min": min, "max": max,
            "deviation": deviation, "count": len}


# ---- data


class Table:
    """The rows as dictionaries, holes as None, and what was wrong with them."""

    def __init__(self, columns, rows):
        self.columns = OrderedDict((c.name, c) for c in columns)
        self.rows = []
        self.complaints = []
        for number, row in enumerate(rows, 1):
            self.add(number, row)

    def add(self, number, values):
        if len(values) != len(self.columns):
            self.complaints.append(f"row {number} has {len(values)} values, "
                                   f"not {len(self.columns)}; left out")
            return
        row = {}
        for column, value in zip(self.columns.values(), values):
            row[column.name] = self.checked(number, column, value)
        self.rows.append(row)

    def checked(self, number, column, value):
        """The value, or None with a complaint if it isn't what the column holds."""
        if not column.is_number:
            return str(value)
        if value is None:
            self.complaints.append(f"row {number}: no {column.name}")
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.complaints.append(f"row {number}: {column.name} is {value!r}, not a number")
            return None
        return value

    def column(self, name):
        try:
            return self.columns[name]
        except KeyError:
            raise ReportError(f"there is no column '{name}'") from None

    def values(self, name, rows=None):
        """The numbers of a column, without its holes."""
        if not self.column(name).is_number:
            raise ReportError(f"column '{name}' holds no numbers")
        found = (row[name] for row in (self.rows if rows is None else rows))
        return [v for v in found if v is not None]

    def groups(self, name):
        """(value, rows with that value), in the order in which values first appear."""
        self.column(name)
        grouped = OrderedDict()
        for row in self.rows:
            grouped.setdefault(row[name], []).append(row)
        return grouped.items()

    def measure(self, name, how, rows):
        values = self.values(name, rows)
        if how not in MEASURES:
            raise ReportError(f"there is no measure '{how}'")
        return MEASURES[how](values) if values else None

    def heading(self, name):
        unit = self.column(name).unit
        return f"{name} {unit}" if unit else name


# ---- text


def number(value, digits=1):
    """A number for a cell; a hole is a dash, and no minus sign stands before a zero."""
    if value is None:
        return "-"
    if isinstance(value, int):
        return str(value)
    text = f"{value:.{digits}f}"
    return text[1:] if text.startswith("-") and float(text) == 0 else text


def grid(headings, rows):
    """Yields the lines of a table: the first column left, the others right."""
    cells = [headings] + [list(row) for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(headings))]
    for index, row in enumerate(cells):
        first = f"{row[0]:<{widths[0]}}"
        rest = (f"{text:>{width}}" for text, width in zip(row[1:], widths[1:]))
        yield "  ".join([first, *rest]).rstrip()
        if index == 0:
            yield "  ".join("-" * w for w in widths)


def bar(value, largest, width):
    return "#" * (round(value / largest * width) if largest > 0 and value > 0 else 0)


# ---- sections


class Section:
    """One part of the report. Subclasses yield its lines in lines(table)."""

    kinds = {}
    kind = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        Section.kinds[cls.kind] = cls

    def __init__(self, settings):
        self.settings = settings

    def __getitem__(self, key):
        try:
            return self.settings[key]
        except KeyError:
            raise ReportError(f"it needs '{key}'") from None

    @classmethod
    def make(cls, settings):
        kind = settings.get("kind")
        if kind not in cls.kinds:
            known = ", ".join(sorted(cls.kinds))
            raise ReportError(f"no section is of kind {kind!r}; there are {known}")
        return cls.kinds[kind](settings)

    def lines(self, table):
        raise NotImplementedError


class Summary(Section):
    kind = "summary"

    def lines(self, table):
        names = ("count", "mean", "median", "deviation", "min", "max")
        rows = ([table.heading(column)] + [number(table.measure(column, m, table.rows), 2)
                                           for m in names] for column in self["of"])
        yield from grid(["column", *names], rows)


class Group(Section):
    kind = "group"

    def lines(self, table):
        show = [tuple(s) for s in self["show"]]
        rows = []
        for value, members in table.groups(self["by"]):
            rows.append((value, {s: table.measure(s[0], s[1], members) for s in show}))
        order = tuple(self.settings.get("sort", show[0]))
        if order not in show:
            raise ReportError(f"it sorts by {' '.join(order)}, which it doesn't show")
        known = [r for r in rows if r[1][order] is not None]
        known.sort(key=lambda r: r[1][order], reverse=self.settings.get("descending", False))
        unknown = [r for r in rows if r[1][order] is None]
        headings = [self["by"]] + [f"{how} {column}" for column, how in show]
        yield from grid(headings, ([value] + [number(m[s]) for s in show]
                                   for value, m in known + unknown))


class Pivot(Section):
    kind = "pivot"

    def lines(self, table):
        across = [value for value, _ in table.groups(self["columns"])]
        rows = []
        for value, members in table.groups(self["rows"]):
            cells = {m[self["columns"]]: m[self["value"]] for m in members}
            total = table.measure(self["value"], "sum", members)
            rows.append([value] + [number(cells.get(a)) for a in across] + [number(total)])
        yield from grid([self["rows"], *across, "all"], rows)


class Chart(Section):
    kind = "chart"

    def lines(self, table):
        means = [(value, table.measure(self["value"], "mean", members))
                 for value, members in table.groups(self["by"])]
        largest = max((m for _, m in means if m is not None), default=0)
        label = max((len(value) for value, _ in means), default=0)
        for value, m in means:
            yield f"{value:<{label}} {number(m):>6} |{bar(m or 0, largest, self['width'])}"


class Histogram(Section):
    kind = "histogram"

    def lines(self, table):
        values = table.values(self["value"])
        if not values:
            yield "No values."
            return
        low, high, bins = min(values), max(values), self["bins"]
        step = (high - low) / bins or 1
        counts = [0] * bins
        for v in values:
            counts[min(bins - 1, int((v - low) / step))] += 1
        for i, count in enumerate(counts):
            start = low + i * step
            span = f"{start:.1f} to {start + step:.1f}"
            yield f"{span:>14} {count:>3} |{bar(count, max(counts), self['width'])}"


class Correlation(Section):
    kind = "correlation"

    def lines(self, table):
        names = self["of"]
        for name in names:
            table.values(name)
        rows = []
        for i, a in enumerate(names):
            row = [a]
            for j, b in enumerate(names):
                pairs = [(r[a], r[b]) for r in table.rows
                         if r[a] is not None and r[b] is not None]
                row.append("" if j > i else number(correlation(pairs), 2))
            rows.append(row)
        yield from grid(["", *names], rows)


class Listing(Section):
    kind = "list"

    def lines(self, table):
        name, limit = self["where"], self["below"]
        table.values(name)
        found = [r for r in table.rows if r[name] is not None and r[name] < limit]
        found.sort(key=lambda r: r[self["sort"]])
        headings = [table.heading(c) for c in table.columns]
        cells = ([v if isinstance(v, str) else number(v) for v in r.values()] for r in found)
        yield from grid(headings, cells)


class Alarms(Section):
    kind = "alarms"

    def lines(self, table):
        count = 0
        for row in table.rows:
            for column in table.columns.values():
                value = row[column.name]
                if not column.is_number or value is None or column.low <= value <= column.high:
                    continue
                count += 1
                side = "below" if value < column.low else "above"
                limit = column.low if value < column.low else column.high
                where = ", ".join(v for v in row.values() if isinstance(v, str))
                yield f"! {where}: {column.name} {number(value)} is {side} {number(limit)}"
        for complaint in table.complaints:
            count += 1
            yield "? " + complaint
        yield f"{count} in all."


# ---- the whole


def read_column(data):
    return Column(data["name"], data.get("type") == "number", data.get("unit", ""),
                  data.get("low", -math.inf), data.get("high", math.inf))


def load(path):
    """The title, table and sections in the file."""
    try:
        with open(path) as f:
            data = json.load(f)
        table = Table([read_column(c) for c in data["columns"]], data["rows"])
        return data["title"], table, data["sections"]
    except OSError as e:
        raise ReportError(f"can't read {path} (error {e.errno})") from None
    except ValueError as e:
        raise ReportError(f"{path} is not JSON") from e
    except (KeyError, TypeError) as e:
        raise ReportError(f"{path} lacks something: {e!r}") from e


def report(title, table, sections):
    """Yields the report line by line; a section that can't be made is a line that says why."""
    yield "=" * WIDTH
    yield f"{title:^{WIDTH}}".rstrip()
    yield "=" * WIDTH
    for index, settings in enumerate(sections, 1):
        yield ""
        yield f"{index}. {settings.get('title', 'Untitled')}"
        yield ""
        try:
            for line in Section.make(settings).lines(table):
                yield "   " + line
        except ReportError as e:
            yield f"   (left out: {e})"
    yield ""
    yield f"{len(table.rows)} rows, {len(table.columns)} columns, {len(sections)} sections."


def main(arguments):
    here = __file__[:__file__.rfind("/") + 1]
    path = arguments[0] if arguments else here + "report.json"
    try:
        for line in report(*load(path)):
            print(line)
    except ReportError as e:
        print("report:", e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
