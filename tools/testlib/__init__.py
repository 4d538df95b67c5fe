# SPDX-License-Identifier: MIT
"""The parts of tools/run-tests, in the order in which it uses them:

discover  finds the test files and reads their header lines
policy    tests/skips.toml and the features of the binary under test
process   runs one program with a time limit, an output limit and a clean end
expect    where the expected output of a test comes from
execute   runs one test and judges it
report    what the user sees: progress, failures, summary, JUnit, TAP
host      what a *.host.py test uses to drive the binary under test
selftest  the runner's own tests: python3 tools/testlib/selftest.py
"""
