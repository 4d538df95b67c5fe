// SPDX-License-Identifier: MIT
// dom.js: making elements.

// el("button.wide", {onclick: f, title: "x"}, child, "text", ...): properties of the element, or
// attributes if it has none of that name. Children that are null or false are left out.
function el(what, properties = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag);
  if (classes.length) {
    element.className = classes.join(" ");
  }
  for (const [key, value] of Object.entries(properties)) {
    if (key === "style") {
      for (const [name, text] of Object.entries(value)) {
        element.style.setProperty(name, text);
      }
    } else if (key in element) {
      element[key] = value;
    } else {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== false));
  return element;
}

// A choice of few: el_choice("Colour by", [["type", "type"], ...], "type", value => ...).
function el_choice(label, options, chosen, choose) {
  const buttons = options.map(([value, text]) => el("button", {
    type: "button", role: "radio", ariaChecked: String(value === chosen),
    onclick() {
      buttons.forEach(b => b.ariaChecked = String(b === this));
      choose(value);
    }}, text));
  return el("div.choice", {role: "radiogroup", ariaLabel: label},
            el("span.muted", {ariaHidden: "true"}, label),
            el("span.buttons", {}, buttons));
}

// The name of a type, or of a line, that leads to its cells on the map of `s` (default: the one
// shown).
function el_find(name, is_type, s) {
  return el("button.link", {type: "button", title: "Show these cells on the map",
                            onclick: () => app.find(name, is_type, s)}, name);
}

// What a panel says when it has no data: why, and how to get them (code in `back-ticks`).
function el_lacks(text) {
  const pieces = text.split("`").map((piece, i) => i % 2 ? el("code", {}, piece) : piece);
  return el("div.lacks", {}, el("p", {}, pieces));
}

// A bar whose length shows value / most.
function el_bar(value, most, colour = "var(--accent)") {
  const share = most > 0 ? Math.max(0, Math.min(1, value / most)) : 0;
  return el("span.bar", {ariaHidden: "true"},
            el("span", {style: {width: `${(share * 100).toFixed(1)}%`, background: colour}}));
}

// Shows `content` beside the pointer or, without an event, beside `anchor`; null hides it.
function tip_show(content, event) {
  const tip = document.getElementById("tip");
  tip.hidden = !content;
  if (!content) {
    return;
  }
  tip.replaceChildren(content);
  const {width, height} = tip.getBoundingClientRect();
  const {clientX: right, clientY: down} = event;
  const x = right + 14 + width > innerWidth ? right - width - 10 : right + 14;
  const y = down + 16 + height > innerHeight ? down - height - 10 : down + 16;
  tip.style.left = `${Math.max(4, x)}px`;
  tip.style.top = `${Math.max(4, y)}px`;
}

// Calls draw() when the element's size has changed, and once soon.
function on_resize(element, draw) {
  new ResizeObserver(() => requestAnimationFrame(draw)).observe(element);
}

// A canvas fitted to its CSS size; gives the context, scaled to CSS pixels, and the size.
function canvas_start(canvas) {
  const width = canvas.clientWidth, height = canvas.clientHeight, scale = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  const context = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  return {context, width, height};
}

// Lets the browser save `text` as a file.
function save_file(name, text) {
  const url = URL.createObjectURL(new Blob([text]));
  el("a", {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
