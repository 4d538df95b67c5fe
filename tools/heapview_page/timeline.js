// SPDX-License-Identifier: MIT
// timeline.js: the events of a snapshot as points of a chart; which stretch of them is shown.

// Points to draw: before a collection there was what it freed as well; `peak` is the most so far.
function timeline_points(events) {
  const points = [];
  let peak = 0;
  const add = (event, used) => {
    peak = Math.max(peak, used);
    points.push({at: event.at, ms: event.ms, used, peak, largest: event.largest, source: event});
  };
  for (const event of events) {
    if (event.freed) {
      add(event, event.used + event.freed);
      points[points.length - 1].largest = points.length > 1 ? points[points.length - 2].largest
                                                            : event.largest;
    }
    add(event, event.used);
  }
  return points;
}

// About `count` round numbers between these, in units of `base` (1000 or 1024).
function timeline_ticks(from, to, count, base) {
  let unit = 1;
  while ((to - from) / unit >= base) {
    unit *= base;
  }
  const rough = (to - from) / unit / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = unit * power * [1, 2, 5, 10].find(k => k * power >= rough);
  const first = Math.ceil(from / step);
  return Array.from({length: Math.floor(to / step) - first + 1}, (_, i) => (first + i) * step);
}

// A tick's value in words, with as many digits as tell it from the next one `step` away.
function timeline_label(value, step, base) {
  const units = base === 1024 ? [[1048576, "M"], [1024, "K"], [1, "B"]]
                              : [[1000, "s"], [1, "ms"], [0.001, "µs"]];
  const [unit, name] = units.find(([size]) => value >= size) ?? units[2];
  const digits = Math.min(6, Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9)));
  return value ? `${(value / unit).toFixed(digits)} ${name}` : "0";
}

// [from, to] made `factor` times as long around `at`, within [0, last]; null: all of it. Never
// shorter than a 10000th of all.
function timeline_zoom([from, to], at, factor, last) {
  const length = Math.max((to - from) * factor, last / 10000);
  if (length >= last) {
    return null;
  }
  return timeline_pan([at - (at - from) / (to - from) * length, 0], 0, last, length);
}

// The stretch of this length that begins `by` after `from`, moved so that it lies in [0, last].
function timeline_pan([from, to], by, last, length = to - from) {
  const start = Math.min(Math.max(0, from + by), last - length);
  return [start, start + length];
}

// The most that lines of these names reach in [from, to] of this axis, the points beside included.
function timeline_most(points, axis, [from, to], names) {
  let most = 1;
  points.forEach((p, i) => {
    const before = points[i - 1] ?? p, after = points[i + 1] ?? p;
    if (after[axis] >= from && before[axis] <= to) {
      most = names.reduce((m, name) => Math.max(m, p[name]), most);
    }
  });
  return most;
}
