# SPDX-License-Identifier: MIT
"""What bench/run and bench/compare share."""
