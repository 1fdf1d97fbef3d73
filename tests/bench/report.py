"""What was measured, as tables: printed when each is ready, and written down as one document."""
import os
import platform
import re
import subprocess
import time
from dataclasses import dataclass

import bars
import chapter
from bed import GIB, MIB
from measuring import median

HERE = os.path.dirname(os.path.abspath(__file__))
# In the order of the document.
SCENARIOS = ("s1", "s2", "s3", "s3n", "s4", "s4s", "s5", "s6", "s6l", "s7", "s8", "s9", "s10")
INTRODUCTION = """# Benchmarks

Written by `make bench`: medians of interleaved rounds. Servers, lines and files are on the machine itself, every file is
compared byte for byte, and `tests/bench/README.md` says what each scenario is and how to read its table. Each scenario is
measured in one go and says when and of which commit; those that build slow lines need root."""
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
        self.options, self.version_rows = options, []
        self.chapters = {}

    def versions(self, rows):
        self.version_rows = rows
        print(table("Contenders", ["name", "version"], rows), flush=True)

    def begin(self, scenario):
        """What comes now belongs to this scenario."""
        self.chapter = self.chapters[scenario] = chapter.Chapter(time.strftime("%Y-%m-%d"), commit(), self.options.runs)

    def remark(self, sentence):
        self.chapter.parts.append(f"\n{sentence}\n")
        print(f"\n{sentence}", flush=True)

    def add(self, title, headings, rows, note=""):
        self.chapter.parts.append(table(title, headings, rows, note))
        print(self.chapter.parts[-1], flush=True)

    def summarize(self, subject, contenders, results):
        figures = row_figures(subject, contenders, results)
        judged = {c.label: bars.verdicts(subject.key, c.label, figures.get(c.label, {})) for c in contenders}
        self.chapter.verdicts += [verdict for found in judged.values() for verdict in found]
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
        if any(one.verdicts for one in self.chapters.values()):
            print(bars_of(self.chapters, self.options.quick), flush=True)

    def write(self, path):
        """Puts what was measured in its place in the document; what others of its scenarios had stays."""
        kept = chapter.read(path)
        chapters = {name: one for name in SCENARIOS if (one := self.chapters.get(name) or kept.get(name))}
        text = "\n".join([INTRODUCTION, machine(self.options), table("Contenders", ["name", "version"], self.version_rows),
                          bars_of(chapters, self.options.quick), *(body(name, one) for name, one in chapters.items())])
        chapter.write(path, chapters)
        with open(path, "w" if not os.path.exists(path) else "r+", encoding="utf8") as file:
            by_hand = file.read().partition(KEPT)[2] if file.readable() else ""
            file.seek(0)
            file.truncate()
            file.write(f"{text}\n{KEPT}\n{by_hand.lstrip()}")


def body(name, one):
    return f"\n## {name}\n\nMeasured on {one.date}, {one.commit}, in {one.runs} rounds at most.\n" + "".join(one.parts)


def bars_of(chapters, quick):
    verdicts = [verdict for one in chapters.values() for verdict in one.verdicts]
    passed = sum(verdict.passed for verdict in verdicts)
    rows = [[v.table, v.row, v.bar, v.measured, "pass" if v.passed else "**miss**"] for v in verdicts]
    small = " Measured on small files, so only a hint." if quick else ""
    return table("Bars", ["table", "row", "bar", "measured", ""], rows, f"{passed} of {len(rows)} bars are passed.{small}")


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


def machine(options):
    with open("/proc/meminfo", encoding="ascii") as file:
        memory = int(re.search(r"MemTotal:\s+(\d+)", file.read())[1]) / MIB
    with open("/proc/sys/net/ipv4/tcp_congestion_control", encoding="ascii") as file:
        congestion_control = file.read().strip()
    rows = [["processor", f"{processor()}, {os.cpu_count()} cores"], ["memory", f"{memory:.0f} GiB"],
            ["system", f"{platform.freedesktop_os_release().get('PRETTY_NAME', '?')}, Linux {platform.release().split('-')[0]}"],
            ["TCP", congestion_control], ["file system", file_system(options.work or "/tmp")]]
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
