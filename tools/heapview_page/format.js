// SPDX-License-Identifier: MIT
// format.js: numbers as people read them.

function format_count(n) {
  return n.toLocaleString("en-US");
}

// 812 B, 4.2 K, 1.31 M.
function format_bytes(n) {
  const size = Math.abs(n);
  if (size < 1024) {
    return `${n} B`;
  }
  const [unit, letter] = size < 1048576 ? [1024, "K"] : [1048576, "M"];
  const value = n / unit;
  return `${value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0)} ${letter}`;
}

// With a sign in front: +4.2 K.
function format_change(n, format = format_bytes) {
  return n > 0 ? `+${format(n)}` : n < 0 ? `−${format(-n)}` : "0";
}

function format_percent(share) {
  const percent = share * 100;
  return `${percent && percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
}

function format_address(bytes) {
  return "0x" + bytes.toString(16).padStart(5, "0");
}

function format_milliseconds(ms) {
  return ms < 1 ? `${Math.round(ms * 1000)} µs` : ms < 1000 ? `${ms.toFixed(ms < 10 ? 2 : 1)} ms`
                                                           : `${(ms / 1000).toFixed(2)} s`;
}
