# SPDX-License-Identifier: MIT
"""Arithmetic on lists of measurements."""

import math
import statistics


def geometric_mean(values):
    """Of the values that are not None; None if there are none."""
    values = [v for v in values if v is not None]
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def spread(times):
    """How far the median lies above the best, as a part of the best; None of a single run."""
    if len(times) < 2:
        return None
    return statistics.median(times) / min(times) - 1


def paired(base, now):
    """(median, uncertainty) of the ratios now/base of runs made side by side.

    The uncertainty is half the distance from the least to the largest; None of a single pair.
    """
    ratios = [b / a for a, b in zip(base, now)]
    uncertainty = (max(ratios) - min(ratios)) / 2 if len(ratios) > 1 else None
    return statistics.median(ratios), uncertainty


def too_noisy(ratio, uncertainty, least=0.01):
    """Whether the uncertainty hides what the ratio says: it is above the change, or unknown.

    One that is below `least` is good enough in any case.
    """
    return uncertainty is None or (uncertainty > least and uncertainty > abs(ratio - 1))
