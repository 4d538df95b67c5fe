# SPDX-License-Identifier: MIT
"""What tools/flamegraph is made of.

    profile.py  reads and checks a profile, adds up its samples
    table.py    the hottest lines as text
    svg.py      the picture, with zoom.js in it
"""
