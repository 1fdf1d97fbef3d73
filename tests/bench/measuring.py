"""One run and its cost, and rounds of runs. A run counts only if every byte that it wrote is right."""
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import Callable

from bed import same_bytes
from contenders import AUTOMATIC
from servers import inside


def median(values):
    return statistics.median(values) if values else float("nan")


def wait_until_quiet(options):
    """Waits while others use the processors; says whether they let go in time."""
    end = time.time() + options.max_wait
    while True:
        before = processor_ticks()
        time.sleep(0.25)
        after = processor_ticks()
        busy = 1 - (after[1] - before[1]) / max(1, after[0] - before[0])
        if busy < options.busy:
            return True
        if time.time() > end:
            return False


def processor_ticks():
    """All and the idle ones."""
    with open("/proc/stat", encoding="ascii") as file:
        ticks = list(map(int, file.readline().split()[1:9]))
    return sum(ticks), ticks[3] + ticks[4]


def measure(bed, command, namespace=None, timeout=120):
    """What one process cost, by a parent of its own that is so small that it does not show in the peak of memory."""
    answer = bed.path("run.json")
    if os.path.exists(answer):
        os.unlink(answer)
    with open(bed.path("stderr"), "wb") as said:
        process = bed.spawn(inside(namespace, [bed.hbx, "run", answer, *command]), stdin=subprocess.DEVNULL, stdout=said,
                            stderr=said, cwd=bed.folder("cwd"))
    nothing = dict(wall=float("nan"), user=0, sys=0, rss_kib=0)
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        bed.kill(process)
        return nothing | dict(rc=-9, wall=timeout)
    bed.forget(process)
    try:
        with open(answer, encoding="ascii") as file:
            return json.load(file)
    except (OSError, ValueError):
        return nothing | dict(rc=-1)


def judge(bed, run, right):
    """Marks a run as good or not, with the tool's last words if not."""
    run["ok"] = run["rc"] == 0 and right
    if not run["ok"]:
        with open(bed.path("stderr"), "rb") as file:
            said = file.read()[-120:].decode("utf8", "replace").replace("\n", " ")
        run["info"] = f"FAIL rc={run['rc']} right={right} {said}"
    return run


@dataclass
class Fetching:
    """How one file is fetched in one scenario; called with a contender, it does one run."""
    bench: object
    source: str
    # Where from: one server for all runs, or a new one for each (connections are counted from its start).
    base: str = ""
    new_server: Callable | None = None
    namespace: str | None = None
    timeout: int = 120
    rate: int = 0
    warm: int = 0
    # What else is learned from the server of a run.
    learn: Callable | None = None

    def __call__(self, contender):
        bed = self.bench.bed
        folder = bed.clean_output()
        if self.warm:
            bed.warm(self.warm)
        out = os.path.join(folder, os.path.basename(self.source))
        run = self._reach_limit(contender, out) if contender.role == "limit" else self._fetch(contender, out)
        shutil.rmtree(folder, ignore_errors=True)
        return run

    def _reach_limit(self, contender, out):
        bed = self.bench.bed
        values = dict(out=out, source=self.source, hbx=bed.hbx, ca=bed.path("ca.pem"))
        command = [word.format(**values) for word in contender.command]
        return judge(bed, measure(bed, command, timeout=self.timeout), True)

    def _fetch(self, contender, out):
        bed = self.bench.bed
        server = self.new_server() if self.new_server else None
        url = f"{server.http if server else self.base}/{os.path.relpath(self.source, bed.sources)}"
        automatic = contender.connections == AUTOMATIC
        command = self.bench.tools.command(contender.tool, "get_automatic" if automatic else "get", url=url, out=out,
                                           n=contender.connections, rate=self.rate)
        run = judge(bed, measure(bed, command, self.namespace, self.timeout), same_bytes(self.source, out))
        if server:
            bed.stop(server.process)
        if self.learn:
            run |= self.learn(server, run)
        return run


@dataclass
class Results:
    """The runs of each contender, by its label."""
    runs: dict
    starts_while_busy: int = 0
    good: dict = field(init=False)

    def __post_init__(self):
        self.good = {}

    def sort_out(self):
        self.good = {label: [run for run in runs if run["ok"]] for label, runs in self.runs.items()}
        return self


def rounds(options, contenders, one_run, count=None):
    """Every round runs every contender once, so that a noisy minute hits all of them; who starts changes."""
    results = Results({contender.label: [] for contender in contenders})
    end = time.time() + options.budget
    for number in range(count or options.runs):
        first = number % len(contenders)
        for contender in contenders[first:] + contenders[:first]:
            done = results.runs[contender.label]
            if contender.at_most_runs and len(done) >= contender.at_most_runs:
                continue
            if time.time() > end:
                print(f"  out of time in round {number + 1}", file=sys.stderr)
                return results.sort_out()
            results.starts_while_busy += not wait_until_quiet(options)
            done.append(one_run(contender))
            tell(number, contender, done[-1])
    return results.sort_out()


def tell(number, contender, run):
    print(f"  r{number + 1} {contender.label:<26} ok={run['ok']} wall={run['wall']:.3f} cpu={run['user'] + run['sys']:.3f} "
          f"rss={run['rss_kib'] / 1024:.1f}M {run.get('info', '')}", file=sys.stderr, flush=True)
