// SPDX-License-Identifier: MIT
// Clicking a frame widens it to the whole width; what calls it stays above, dimmed.
"use strict";
const root = document.documentElement;
const boxes = [...document.querySelectorAll("g.f")];
const width = +root.dataset.width, left = +root.dataset.left, glyph = +root.dataset.glyph;

function fit(g, w) { // as svg.py does
    const text = g.querySelector("text"), label = [...g.dataset.label];
    const most = Math.floor((w - 6) / glyph);
    text.textContent = label.length <= most ? label.join("")
        : most >= 4 ? label.slice(0, most - 1).join("") + "…" : "";
}

function show(x0, w0, depth) {
    for (const g of boxes) {
        const x = +g.dataset.x, w = +g.dataset.w, above = +g.dataset.d < depth;
        const inside = x >= x0 - 1e-9 && x + w <= x0 + w0 + 1e-9;
        const around = above && x <= x0 + 1e-9 && x + w >= x0 + w0 - 1e-9;
        g.classList.toggle("dim", around);
        g.classList.toggle("gone", !around && !(inside && !above));
        const px = around ? 0 : (x - x0) / w0 * width, pw = around ? width : w / w0 * width;
        const rect = g.querySelector("rect");
        rect.setAttribute("x", left + px);
        rect.setAttribute("width", Math.max(pw - 0.5, 0.2));
        g.querySelector("text").setAttribute("x", left + px + 4);
        fit(g, pw);
    }
}

for (const g of boxes) {
    g.addEventListener("click", () => show(+g.dataset.x, +g.dataset.w, +g.dataset.d));
}
