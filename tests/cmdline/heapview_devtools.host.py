# SPDX-License-Identifier: MIT
# The .heapsnapshot of tools/heapview in the developer tools of chromium: their own code loads it.
#
# A browser with remote debugging serves its developer tools; a page in a second one takes the
# loader of heap snapshots from there and reports what it found in its title.
import json
import os
import re
import subprocess
import sys
import time
import unittest
from testlib.host import Files

HERE = os.path.dirname(os.path.abspath(__file__))
HEAPVIEW = os.path.join(HERE, "..", "..", "tools", "heapview")
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
from _heapview_data import snapshot

BROWSER = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions",
           "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run"]
LOADER = "/devtools/entrypoints/heap_snapshot_worker/heap_snapshot_worker.js"
PAGE = """<!doctype html><title>waiting</title><script>
async function load(text) {
  const {HeapSnapshot, HeapSnapshotLoader} = await import("%s");
  const loader = new HeapSnapshotLoader.HeapSnapshotLoader({updateStatus() {}, sendEvent() {}});
  for (let i = 0; i < text.length; i += 10000) {
    loader.write(text.slice(i, i + 10000));
  }
  loader.close();
  const {port1, port2} = new MessageChannel();
  new HeapSnapshot.SecondaryInitManager(port2);
  const s = await loader.buildSnapshot(port1);
  const types = {};
  for (const {name, count, self} of Object.values(s.aggregatesWithFilter({}))) {
    types[name] = [count, self];
  }
  return {nodes: s.nodeCount, bytes: s.totalSize, types};
}
load(%s).then(found => document.title = JSON.stringify(found),
              error => document.title = `failed: ${error}`);
</script>"""


class DevTools(unittest.TestCase):
    def setUp(self):
        files = Files({"s.jsonl": snapshot(400)})
        self.dir = files.__enter__()
        self.addCleanup(files.__exit__)

    def options(self, profile):
        return BROWSER + ["--user-data-dir=" + os.path.join(self.dir, profile)]

    def serve(self):
        """Starts a browser that serves its developer tools; its port."""
        server = subprocess.Popen(self.options("server") + ["--remote-debugging-port=0", "about:blank"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        path = os.path.join(self.dir, "server", "DevToolsActivePort")
        for _ in range(300):
            if os.path.exists(path):
                with open(path, encoding="ascii") as f:
                    lines = f.read().split()
                if lines:
                    return int(lines[0])
            time.sleep(0.1)
        self.fail("the browser serves no developer tools")

    def load(self, heapsnapshot):
        url = "http://127.0.0.1:%d%s" % (self.serve(), LOADER)
        path = os.path.join(self.dir, "page.html")
        with open(path, "w", encoding="utf-8") as f:
            f.write(PAGE % (url, json.dumps(heapsnapshot).replace("<", "\\u003c")))
        r = subprocess.run(self.options("page") + ["--disable-web-security", "--timeout=30000",
                                                   "--virtual-time-budget=20000", "--dump-dom",
                                                   "file://" + path],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=100)
        title = re.search("<title>([^<]*)</title>", r.stdout.decode())[1]
        self.assertTrue(title.startswith("{"), title)
        return json.loads(title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))

    def test_loads(self):
        subprocess.run([sys.executable, HEAPVIEW, "s.jsonl", "--heapsnapshot", "h"], cwd=self.dir,
                       check=True, timeout=60)
        with open(os.path.join(self.dir, "h"), encoding="utf-8") as f:
            found = self.load(f.read())
        lines = [json.loads(line) for line in snapshot(400).splitlines()]
        cells = [line for line in lines if "cell" in line]
        roots = sum("root" in line for line in lines)
        self.assertEqual(found["nodes"], len(cells) + roots + 2)
        self.assertEqual(found["bytes"], sum(c["size"] for c in cells))
        for name in ("Record", "dict", "tuple", "weak table"):
            sizes = [c["size"] for c in cells if c["type"] == name]
            self.assertEqual(found["types"][name], [len(sizes), sum(sizes)], name)


unittest.main()
