// SPDX-License-Identifier: MIT
// colours.js: a colour for each type. Types whose names begin alike ("list", "list items") share a
// hue; the families with most bytes get the hues that are easiest to tell apart.

const COLOUR_HUES = [255, 55, 150, 20, 310, 195, 95, 345, 125, 285, 225, 75];

function colours_dark() {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

// The colour of each type of `s`, by its number.
function colours_of_types(s) {
  const dark = colours_dark();
  return cached(s, `colours ${dark}`, () => {
    const families = new Map();
    for (const type of s.types) {
      const family = type.name.split(" ")[0];
      families.set(family, (families.get(family) || 0) + type.blocks);
    }
    const ranked = [...families].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const rank = new Map(ranked.map(([family], i) => [family, i]));
    const members = new Map();
    return s.types.map(type => {
      const family = type.name.split(" ")[0];
      const member = members.get(family) || 0;
      members.set(family, member + 1);
      return colours_make(rank.get(family), member, dark);
    });
  });
}

function colours_make(rank, member, dark) {
  const lightness = (dark ? 68 : 64) + (member % 3) * (dark ? -13 : 12);
  const hue = COLOUR_HUES[rank % COLOUR_HUES.length];
  const chroma = rank < COLOUR_HUES.length ? 0.14 : rank < 2 * COLOUR_HUES.length ? 0.06 : 0.02;
  return `oklch(${lightness}% ${member % 3 ? chroma * 0.8 : chroma} ${hue})`;
}

// From the youngest (0) to the oldest (1) cell; -1: age unknown.
function colours_age(share) {
  return share < 0 ? colours_variable("--unknown")
                   : `oklch(${82 - 44 * share}% 0.15 ${75 - 95 * share + 360})`;
}

// A colour for a file of the flame graph.
function colours_file(name) {
  let hash = 7;
  for (const c of name) {
    hash = (hash * 31 + c.codePointAt(0)) % 9973;
  }
  return `oklch(var(--flame) 0.085 ${(hash * 67) % 360})`;
}

function colours_variable(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
