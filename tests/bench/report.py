"""What was measured, as tables: printed when each is ready, and written down as one document."""
import os
import platform
import re
import subprocess
import time
from dataclasses import dataclass

import bars
from bed import GIB, MIB
from measuring import median

HERE = os.path.dirname(os.path.abspath(__file__))
# What stands below this line in the document is written by people and stays.
KEPT = "<!-- Written by hand from here on; `make bench` keeps it. -->"


@dataclass
class Subject:
    """What a table is about, and what its rows are measured by."""
    key: str
    title: str
    # Bytes of one file, or the number of files; nothing if the contenders' differ.
    amount: int | None
    counts_files: bool = False
    # The yardstick: seconds that cannot be beaten, or the row of a contender that does only what must be done.
    ideal: float | None = None
    limit: str | None = None
    # Further columns: heading, figure, format.
    columns: tuple = ()
    note: str = ""

    def rate(self, seconds):
        return self.amount / seconds if self.counts_files else self.amount / seconds / MIB

    def per_unit(self, value):
        return value / (self.amount / (1000 if self.counts_files else GIB))

    @property
    def cpu_figure(self):
        return "cpu_per_1000" if self.counts_files else "cpu_per_gib"

    @property
    def headings(self):
        rate, unit = ("files/s", "1,000 files") if self.counts_files else ("MiB/s", "GiB")
        costs = [rate, f"CPU s/{unit}"] if self.amount else ["CPU s"]
        yardstick = ["× ideal"] if self.ideal else ["× limit"] if self.limit else []
        return ["contender", "right", "wall s (min-max)", *costs, "peak RSS MiB", "× best peer", *yardstick,
                *(heading for heading, _, _ in self.columns)]


class Report:
    def __init__(self, options):
        self.options, self.parts, self.verdicts, self.remarks, self.version_rows = options, [], [], [], []
        self.began = time.localtime()

    def versions(self, rows):
        self.version_rows = rows
        print(table("Contenders", ["name", "version"], rows), flush=True)

    def remark(self, sentence):
        self.remarks.append(sentence)
        print(f"\n{sentence}", flush=True)

    def add(self, title, headings, rows, note=""):
        self.parts.append(table(title, headings, rows, note))
        print(self.parts[-1], flush=True)

    def summarize(self, subject, contenders, results):
        figures = row_figures(subject, contenders, results)
        judged = {c.label: bars.verdicts(subject.key, c.label, figures.get(c.label, {})) for c in contenders}
        self.verdicts += [verdict for found in judged.values() for verdict in found]
        ordered = sorted(contenders, key=lambda c: (c.role == "limit", figures.get(c.label, {}).get("wall", 1e9)))
        with_bars = any(judged.values())
        rows = []
        for contender in ordered:
            label = contender.label
            right = f"{len(results.good[label])}/{len(results.runs[label])}"
            cells = row_cells(subject, figures[label]) if label in figures else ["-"] * (len(subject.headings) - 2)
            rows.append([label + (" (limit)" if contender.role == "limit" else ""), right, *cells]
                        + ([bars.cell(judged[label])] if with_bars else []))
        self.add(subject.title, subject.headings + (["bars"] if with_bars else []), rows, note_of(subject, results))

    def bars(self):
        if self.verdicts:
            print(self._bars(), flush=True)

    def _bars(self):
        passed = sum(verdict.passed for verdict in self.verdicts)
        rows = [[v.table, v.row, v.bar, v.measured, "pass" if v.passed else "**miss**"] for v in self.verdicts]
        small = " Measured on small files, so only a hint." if self.options.quick else ""
        return table("Bars", ["table", "row", "bar", "measured", ""], rows,
                     f"{passed} of {len(rows)} bars are passed.{small}")

    def write(self, path):
        text = "\n".join([introduction(self.began, self.options), machine(self.options),
                          table("Contenders", ["name", "version"], self.version_rows), self._bars(),
                          *(f"\n{remark}\n" for remark in self.remarks), *self.parts])
        with open(path, "w" if not os.path.exists(path) else "r+", encoding="utf8") as file:
            by_hand = file.read().partition(KEPT)[2] if file.readable() else ""
            file.seek(0)
            file.truncate()
            file.write(f"{text}\n{KEPT}\n{by_hand.lstrip()}")


def row_figures(subject, contenders, results):
    """The medians of each contender's good runs, and what they are beside the others'."""
    figures = {c.label: plain_figures(subject, results.good[c.label]) for c in contenders if results.good[c.label]}
    limit = figures.get(subject.limit, {}).get("wall")
    for contender in contenders:
        row = figures.get(contender.label)
        if not row:
            continue
        peer = best_peer(figures, contenders, contender.connections)
        if peer:
            row["per_peer"] = row["wall"] / peer
        if subject.ideal and "per_ideal" not in row:
            row["per_ideal"] = row["wall"] / subject.ideal
        if limit:
            row["per_limit"] = row["wall"] / limit
    return figures


def plain_figures(subject, runs):
    walls = [run["wall"] for run in runs]
    wall = median(walls)
    row = dict(wall=wall, low=min(walls), high=max(walls), cpu=median([run["user"] + run["sys"] for run in runs]),
               rss=median([run["rss_kib"] for run in runs]) / 1024)
    if subject.amount:
        row |= {"rate": subject.rate(wall), subject.cpu_figure: subject.per_unit(row["cpu"])}
    for _, figure, _ in subject.columns:
        values = [run[figure] for run in runs if figure in run]
        if values:
            row[figure] = median(values)
    return row


def best_peer(figures, contenders, connections):
    """The seconds of the fastest peer with the same number of connections; of all of them, where there is no number."""
    walls = [figures[c.label]["wall"] for c in contenders if c.role == "peer" and c.label in figures
             and (not isinstance(connections, int) or c.connections == connections)]
    return min(walls, default=None)


def row_cells(subject, row):
    ratios = ["per_peer"] + (["per_ideal"] if subject.ideal else ["per_limit"] if subject.limit else [])
    more = [f"{row[figure]:{form}}" if figure in row else "-" for _, figure, form in subject.columns]
    costs = [f"{row['rate']:.0f}", f"{row[subject.cpu_figure]:.2f}"] if subject.amount else [f"{row['cpu']:.2f}"]
    return [f"{row['wall']:.2f} ({row['low']:.2f}-{row['high']:.2f})", *costs, f"{row['rss']:.0f}",
            *(f"{row[ratio]:.2f}" if ratio in row else "-" for ratio in ratios), *more]


def note_of(subject, results):
    parts = [subject.note, f"Rounds: {max(map(len, results.runs.values()))}, interleaved; medians."]
    if subject.ideal:
        parts.append(f"Ideal: {subject.ideal:.2f} s.")
    if subject.limit:
        parts.append(f"Limit: {subject.limit}.")
    if results.starts_while_busy:
        parts.append(f"{results.starts_while_busy} starts on a busy machine.")
    return " ".join(filter(None, parts))


def table(title, headings, rows, note=""):
    lines = [headings, ["---"] * len(headings), *rows]
    body = "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
    return f"\n### {title}\n\n{body}\n" + (f"\n{note}\n" if note else "")


def introduction(began, options):
    how = "small files, only a hint" if options.quick else f"{options.runs} interleaved rounds, medians"
    return f"""# Benchmarks

Written by `make bench` on {time.strftime('%Y-%m-%d', began)}: {how}. Servers, lines and files are on the machine itself, every
file is compared byte for byte, and `tests/bench/README.md` says what each scenario is and how to read its table."""


def machine(options):
    with open("/proc/meminfo", encoding="ascii") as file:
        memory = int(re.search(r"MemTotal:\s+(\d+)", file.read())[1]) / MIB
    with open("/proc/sys/net/ipv4/tcp_congestion_control", encoding="ascii") as file:
        congestion_control = file.read().strip()
    rows = [["processor", f"{processor()}, {os.cpu_count()} cores"], ["memory", f"{memory:.0f} GiB"],
            ["system", f"{platform.freedesktop_os_release().get('PRETTY_NAME', '?')}, Linux {platform.release().split('-')[0]}"],
            ["TCP", congestion_control], ["file system", file_system(options.work or "/tmp")], ["Haul", commit()]]
    return table("Machine", ["", ""], rows)


def processor():
    with open("/proc/cpuinfo", encoding="utf8") as file:
        named = re.search(r"^model name\s*:\s*(.+)$", file.read(), re.M)
    return named[1] if named else platform.machine()


def file_system(path):
    answer = subprocess.run(["df", "--output=fstype", path], capture_output=True, text=True, check=False)
    return answer.stdout.split()[-1] if answer.returncode == 0 else "?"


def commit():
    answer = subprocess.run(["git", "-C", HERE, "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
    return f"commit {answer.stdout.strip()}" if answer.returncode == 0 else "?"
