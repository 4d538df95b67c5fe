# SPDX-License-Identifier: MIT
"""What tools/heapview is made of.

    snapshot.py  reads and checks a snapshot
    export.py    folded stacks, Chrome's .heapsnapshot
    page.py      joins tools/heapview_page/ and puts data into it
    output.py    writes a file whole or not at all (tools/flamegraph too)
"""
