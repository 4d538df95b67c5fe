# from __future__ import: where it may stand, and which features there are.
for s in [
    "from __future__ import annotations", "'doc'\nfrom __future__ import annotations, division",
    "from __future__ import braces", "from __future__ import nope", "x\nfrom __future__ import annotations",
    "'doc'\n'more'\nfrom __future__ import annotations", "def f():\n    from __future__ import annotations",
    "if 1:\n    from __future__ import annotations", "from __future__ import division; x = 1",
    "x = 1; from __future__ import division",
    "from __future__ import division\n# comment\n\nfrom __future__ import (generators as g)\nimport sys",
    "import sys\nfrom __future__ import division", "class A:\n    from __future__ import division",
    "'doc'; from __future__ import division", "import __future__\nx = 1",
]:
    try:
        compile(s, "f", "exec")
        print("ok")
    except SyntaxError as e:
        print(e.msg, e.lineno)
