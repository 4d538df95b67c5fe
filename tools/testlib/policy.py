# SPDX-License-Identifier: MIT
"""What tests/skips.toml says about tests, and what the binary under test says about itself.

skips.toml holds tables [[skip]], [[xfail]] and [[limit]], each with `tests` (a glob or a list of
globs over test names) and `reason`; `when` (a condition or a list of which all must hold) limits
a table to some targets. A condition is `feature=value`, `!=`, `<` or `>`; a feature may have
several values (`module` has one per module), and then `=` asks whether one of them is it.
`program` has those of PROGRAMS that the machine has.
"""

import fnmatch
import re
import shutil
from dataclasses import dataclass, field

from .discover import SetupError
from .process import run_process

try:
    import tomllib
except ImportError as e:
    raise SystemExit("run-tests: Python 3.11 or later is needed (%s)" % e)

CONDITION = re.compile(r"([a-z_]+)\s*(!=|=|<|>)\s*(\S+)$")
TABLE_KEYS = {"skip": {"tests", "when", "reason"}, "xfail": {"tests", "when", "reason"},
              "limit": {"tests", "when", "reason", "timeout"}}
KNOWN_FEATURES = ("bits", "float", "byteorder", "implementation", "platform", "module",
                  "names", "redzone", "wrapper", "heapsize", "stress", "program")
PROGRAMS = ("chromium", "node", "valgrind")  # that some tests from outside need


@dataclass
class Rule:
    """One table of skips.toml."""

    kind: str
    patterns: list
    conditions: list
    reason: str
    timeout: float = 0.0

    def applies(self, name, features):
        return (any(fnmatch.fnmatch(name, p) for p in self.patterns)
                and all(holds(c, features) for c in self.conditions))


@dataclass
class Policy:
    """All rules, and the globs of files that are no tests."""

    helpers: list = field(default_factory=list)
    rules: list = field(default_factory=list)

    def reason(self, kind, name, features):
        """Why this test is skipped or expected to fail (`kind`), or None."""
        for rule in self.rules:
            if rule.kind == kind and rule.applies(name, features):
                return rule.reason
        return None

    def timeout(self, name, features, default):
        """The test's limit in seconds; `--timeout` scales the limits of the data file."""
        limits = [r.timeout * default / 30 for r in self.rules
                  if r.kind == "limit" and r.applies(name, features)]
        return max(limits, default=default)


def as_list(value):
    return value if isinstance(value, list) else [value]


def holds(condition, features):
    feature, operator, value = condition
    values = features.get(feature, [])
    if operator == "=":
        return value in values
    if operator == "!=":
        return value not in values
    sign = -1 if operator == "<" else 1
    return any(v.isdigit() and (int(v) - int(value)) * sign > 0 for v in values)


def parse_condition(text):
    match = CONDITION.match(text.strip())
    if not match or match.group(1) not in KNOWN_FEATURES:
        raise SetupError("skips.toml: '%s' is not a condition on %s"
                         % (text, ", ".join(KNOWN_FEATURES)))
    if match.group(2) in "<>" and not match.group(3).isdigit():
        raise SetupError("skips.toml: '%s' compares with no number" % text)
    return match.groups()


def parse_rule(kind, table):
    unknown = set(table) - TABLE_KEYS[kind]
    if unknown or "tests" not in table or not table.get("reason"):
        raise SetupError("skips.toml: [[%s]] needs `tests` and `reason`, and knows only %s: %s"
                         % (kind, ", ".join(sorted(TABLE_KEYS[kind])), table))
    conditions = [parse_condition(c) for c in as_list(table.get("when", []))]
    return Rule(kind, as_list(table["tests"]), conditions, table["reason"],
                float(table.get("timeout", 0)))


def load_policy(path):
    """Reads skips.toml; a missing file is an empty one, a wrong one is a SetupError."""
    try:
        with open(path, "rb") as f:
            data = tomllib.load(f)
    except FileNotFoundError:
        return Policy()
    except tomllib.TOMLDecodeError as e:
        raise SetupError("%s: %s" % (path, e)) from None
    unknown = set(data) - set(TABLE_KEYS) - {"helpers"}
    if unknown:
        raise SetupError("%s: unknown table %s" % (path, ", ".join(sorted(unknown))))
    rules = [parse_rule(kind, table) for kind in TABLE_KEYS for table in data.get(kind, [])]
    return Policy(data.get("helpers", []), rules)


def read_features(command, script, env, wrapper, heapsize):
    """Runs features/target.py once in the binary under test: {feature: [values]}."""
    run = run_process(command + [script], None, env, b"", 120)
    if run.code != 0 or run.timed_out:
        text = (run.out + run.err).decode("utf-8", "replace")
        raise SetupError("%s could not run %s (exit %s)\n%s" % (command[0], script, run.code, text))
    features = {"wrapper": [wrapper[0]] if wrapper else ["none"],
                "program": [name for name in PROGRAMS if shutil.which(name)]}
    if heapsize:
        features["heapsize"] = [heapsize]
    for line in run.out.decode("utf-8", "replace").splitlines():
        feature, _, value = line.partition("=")
        features.setdefault(feature.strip(), []).append(value.strip())
    return features
