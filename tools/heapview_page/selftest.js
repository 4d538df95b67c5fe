// SPDX-License-Identifier: MIT
// selftest.js: #selftest in the address makes the page check itself; the result goes into the
// title, and to the page around it if it stands in a frame. It is for
// tests/cmdline/heapview_browser.host.py.

const selftest_errors = [];
addEventListener("error", e => selftest_errors.push(e.message));
addEventListener("unhandledrejection", e => selftest_errors.push(String(e.reason)));

// Time for the browser to lay out and draw.
function selftest_frame() {
  return new Promise(resolve => setTimeout(resolve, 20));
}

async function selftest_panel(id) {
  app.show(id);
  await selftest_frame();
  await selftest_frame();
  const built = app.built.get(id);
  if (!built.check()) {
    selftest_errors.push(`panel ${id} is empty`);
  }
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) {
    selftest_errors.push(`panel ${id} is ${wide} pixels too wide`);
  }
  return built.element.classList.contains("lacks") ? `${id}:lacks` : id;
}

// Clicks what can be clicked safely in a panel, to see that nothing fails.
async function selftest_click(id) {
  const element = app.built.get(id).element;
  const buttons = "[role=radio], th button, .twist, .flame button";
  for (const button of [...element.querySelectorAll(buttons)].slice(0, 40)) {
    button.click();
    await selftest_frame();
  }
}

async function selftest_run() {
  const shown = [];
  for (const {id} of PANELS) {
    shown.push(await selftest_panel(id));
    await selftest_click(id);
  }
  for (let i = 0; i < app.s.count; i += Math.max(1, Math.floor(app.s.count / 25))) {
    app.select(i, true);
    await selftest_frame();
  }
  const result = selftest_errors.length ? `failed: ${selftest_errors.join("; ")}`
    : `ok: ${shown.join(" ")}; ${app.s.count} cells`;
  document.title = `selftest ${result}`;
  parent.postMessage(document.title, "*");
}
