"""What Haul must reach, scenario by scenario, and whether it does. Each bar is about one of Haul's rows in one table.

A bar that physics or a library forbids is argued with a profile in docs/benchmarks.md; it is not lowered here.
"""
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    row: str
    # Which figure of the row: see `FORMS`.
    figure: str
    bound: float
    at_least: bool = False


@dataclass(frozen=True)
class Verdict:
    table: str
    row: str
    figure: str
    bar: str
    measured: str
    passed: bool


# How a figure is read out.
FORMS = {
    "per_peer": "{} × best peer",
    "per_limit": "{} × limit",
    "per_ideal": "{} × ideal",
    "cpu_per_gib": "{} CPU s/GiB",
    "cpu_per_1000": "{} CPU s per 1,000",
    "rss": "{} MiB",
    "rate": "{} files/s",
    "again_percent": "{} % again",
    "mean_error_percent": "{} % off the limit",
    "first": "{} MB in the first second",
    "spread": "{} MB spread",
    "adds": "{} added/s",
    "load": "{} s to load",
    "each": "{} KiB each",
    "page": "{} ms a page of 50",
    "pss": "{} MiB PSS",
    "wakeups": "{} wake-ups/s",
    "cpu_ticks": "{} ticks of CPU",
}


def bars_of_many_files():
    return [Bar("haul", "rate", 6000, at_least=True), Bar("haul", "cpu_per_1000", 0.15)]


def bars_of_a_limit():
    return [Bar(f"haul n={n}", figure, bound) for n in (1, 8)
            for figure, bound in (("mean_error_percent", 1.0), ("first", 10.5), ("spread", 0.2))]


BARS = {
    "s1": [Bar("haul n=1", "per_peer", 1.0), Bar("haul n=1", "per_limit", 1.10), Bar("haul n=1", "cpu_per_gib", 0.60),
           Bar("haul n=8", "per_peer", 0.75), Bar("haul n=8", "cpu_per_gib", 0.80), Bar("haul n=8", "rss", 40)],
    "s2": [Bar("haul n=1", "per_peer", 0.75), Bar("haul n=8", "per_peer", 0.85)],
    "s3-8": [Bar("haul n=8", "per_ideal", 1.01)],
    "s3-16": [Bar("haul n=16", "per_ideal", 1.01)],
    "s3-auto": [Bar("haul n=auto", "per_ideal", 1.15)],
    "s4": [Bar("haul n=8", "per_ideal", 1.05)],
    "s4s": [Bar("haul n=8", "per_ideal", 1.03)],
    "s5-clean": [Bar("haul n=16", "per_ideal", 1.15), Bar("haul n=16", "cpu_per_gib", 12)],
    "s5-loss": [Bar("haul n=16", "per_ideal", 1.35), Bar("haul n=16", "cpu_per_gib", 12)],
    "s6-10k": bars_of_many_files(),
    "s6-10k-tls": bars_of_many_files(),
    "s6-1m": [Bar("haul", "per_peer", 1.10)],
    "s6-1m-tls": [Bar("haul", "per_peer", 1.10)],
    "s6l-tls": [Bar("haul", "per_peer", 1.0)],
    "s7": [Bar("haul n=8", "again_percent", 1.0), Bar("haul n=8", "per_ideal", 1.05)],
    "s8": [Bar("haul", "adds", 50_000, at_least=True), Bar("haul", "load", 2), Bar("haul", "each", 0.6),
           Bar("haul", "page", 2)],
    "s9": bars_of_a_limit(),
    "s10": [Bar("haul", "pss", 12), Bar("haul", "wakeups", 1), Bar("haul", "cpu_ticks", 0)],
}


def verdicts(table, row, figures):
    """What the bars of a row say to its figures. A figure that is missing cannot pass."""
    return [verdict(table, bar, figures.get(bar.figure)) for bar in BARS.get(table, []) if bar.row == row]


def verdict(table, bar, value):
    words = FORMS[bar.figure]
    text = ("≥ " if bar.at_least else "≤ ") + words.format(number(bar.bound))
    if value is None:
        return Verdict(table, bar.row, bar.figure, text, "not measured", False)
    # Judged as it is shown: 1.004 is "1.00".
    shown = round(value, 2)
    passed = shown >= bar.bound if bar.at_least else shown <= bar.bound
    return Verdict(table, bar.row, bar.figure, text, number(shown), passed)


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}".rstrip("0").rstrip(".")


def cell(found):
    """All verdicts of a row in one cell of its table."""
    return "; ".join(f"{one.bar}: {one.measured} {'pass' if one.passed else '**miss**'}" for one in found)


# What a line of the engine's own measurement is about, told from its name.
NAMES = [(r"add", "adds"), (r"load_[1-9].*", "load"), (r"memory_per_download", "each"), (r"page_.*", "page"), (r"pss", "pss"),
         (r"idle_wake_ups", "wakeups"), (r"idle_cpu", "cpu_ticks")]
# How many of a bar's unit one of the line's unit is.
UNITS = {("load", "ms"): 0.001, ("each", "bytes"): 1 / 1024, ("pss", "KiB"): 1 / 1024}


def meaning(name, value, unit):
    """The figure that a line is about, in the unit of its bar; or nothing and the value as it is."""
    figure = next((figure for pattern, figure in NAMES if re.fullmatch(pattern, name)), None)
    return figure, value * UNITS.get((figure, unit), 1)
