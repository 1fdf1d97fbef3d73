"""Long lists of downloads that wait: loading, adding, reading, idling.

Peers are asked over aria2's JSON-RPC. Haul has no such interface; the engine measures itself in an example program, which
prints a line `name value unit` for each figure, and a table puts the peers' best figure beside it.
"""
import os
import re
import shlex
import subprocess
import sys
import time

import bars
from bed import MIB
from measuring import median, wait_until_quiet
from rpc import Rpc, cost_of

HOURGLASS = 240
BATCH = 1000
S8_HEADINGS = ["server", "loaded by", "queue", "complete", "accept s", "adds/s", "RSS MiB", "KiB each", "CPU s", "list all s",
               "answer MiB", "list 4 fields s", "page of 50 at the middle ms", "peak RSS MiB", "exit s"]
S10_HEADINGS = ["server", "paused", "RSS MiB", "PSS MiB", "threads", "CPU % of a core", "wake-ups/s"]


def s8(bench):
    rows, best = [], {}
    counts = (1000,) if bench.options.quick else (10_000, 100_000)
    for count in counts:
        # Only the longest list is compared.
        best.clear()
        for tool in bench.tools:
            for how, key in (("file", "rpc_load"), ("rpc", "rpc")):
                if key in tool:
                    rows.append(row_of_queue(bench, tool, key, how, count, best))
                    print(" ", rows[-1], file=sys.stderr, flush=True)
    bench.report.add("S8 queue of paused downloads over JSON-RPC", S8_HEADINGS, rows,
                     "`file` counts from process start; `rpc` adds in multicalls of 1,000. KiB each: all of RSS.")
    own_figures(bench, "s8", f"S8 the same in Haul's engine, {counts[-1]:,} downloads", best, count=counts[-1])


def row_of_queue(bench, tool, key, how, count, best):
    wait_until_quiet(bench.options)
    try:
        figures = queue(bench, tool, key, how, count)
    except (OSError, RuntimeError) as error:
        return [tool["name"], how, count, f"NO: {str(error)[:60]}"] + ["-"] * (len(S8_HEADINGS) - 4)
    compared = ("each", "page", "load" if how == "file" else "adds")
    keep_best(best, {name: figures[name] for name in compared})
    return [tool["name"], how, count, "yes", f"{figures['load']:.2f}", f"{figures['adds']:.0f}", f"{figures['rss']:.0f}",
            f"{figures['each']:.1f}", f"{figures['cpu']:.2f}", f"{figures['list']:.2f}", f"{figures['answer']:.0f}",
            f"{figures['few']:.2f}", f"{figures['page']:.1f}", f"{figures['peak']:.0f}", figures["exit"]]


def queue(bench, tool, key, how, count):
    """Starts the server, fills its queue, and reads it in the ways an interface does."""
    bed, port = bench.bed, bench.bed.free_port()
    with open(bed.path("list.txt"), "w", encoding="ascii") as file:
        file.writelines(f"{url(number)}\n  out={name(number)}\n" for number in range(count))
    command = bench.tools.command(tool, key, dir=bed.clean_output(), port=port, list=bed.path("list.txt"))
    begin = time.time()
    process = bed.spawn_silent(command)
    try:
        bed.wait_for_port("127.0.0.1", port, 60)
        server = Rpc(port)
        if how == "rpc":
            begin = time.time()
            add(server, count, begin + HOURGLASS)
        if not server.waits_for(count, begin + HOURGLASS):
            raise RuntimeError(f"not complete after {HOURGLASS} s")
        load = time.time() - begin
        filled = cost_of(process.pid)
        read = reading(server, count)
        peak = cost_of(process.pid)["peak"]
        return dict(load=load, adds=count / load, rss=filled["rss"], each=filled["rss"] * 1024 / count, cpu=filled["cpu"],
                    peak=peak, exit=seconds_to_exit(process), **read)
    finally:
        if process.poll() is None:
            bed.kill(process)
        bed.forget(process)


def name(number):
    return f"some-file-name-{number:06d}.bin"


def url(number):
    # Port 9 discards, and nobody listens there: the downloads are paused anyway.
    return f"http://127.0.0.1:9/dir/{name(number)}"


def add(server, count, end):
    for start in range(0, count, BATCH):
        server.add_paused([(url(number), name(number)) for number in range(start, min(count, start + BATCH))])
        if time.time() > end:
            raise RuntimeError(f"still adding after {HOURGLASS} s, at {start}")


def reading(server, count):
    times = []
    for _ in range(3):
        seconds, entries, size = server.timed("aria2.tellWaiting", 0, count)
        if len(entries) != count:
            raise RuntimeError(f"lists {len(entries)} of {count}")
        times.append(seconds)
    page, _, _ = server.timed("aria2.tellWaiting", count // 2, 50)
    few, _, _ = server.timed("aria2.tellWaiting", 0, count, ["gid", "status", "totalLength", "completedLength"])
    return dict(list=median(times), answer=size / MIB, page=page * 1000, few=few)


def seconds_to_exit(process):
    begin = time.time()
    process.terminate()
    try:
        process.wait(60)
        return f"{time.time() - begin:.2f}"
    except subprocess.TimeoutExpired:
        return ">60"


def s10(bench):
    seconds = 3 if bench.options.quick else 30
    rows, best = [], {}
    for tool in bench.tools:
        for paused in (0, 1000) if "rpc" in tool else ():
            rows.append(row_of_idling(bench, tool, paused, seconds, best))
            print(" ", rows[-1], file=sys.stderr, flush=True)
    bench.report.add(f"S10 idle engine with paused downloads, RPC on, {seconds} s", S10_HEADINGS, rows)
    own_figures(bench, "s10", "S10 the same in Haul's engine, with 1,000 paused", best, seconds=seconds)


def row_of_idling(bench, tool, paused, seconds, best):
    wait_until_quiet(bench.options)
    try:
        figures = idling(bench, tool, paused, seconds)
    except (OSError, RuntimeError) as error:
        return [tool["name"], paused, f"FAIL {str(error)[:60]}"] + ["-"] * (len(S10_HEADINGS) - 3)
    if paused:
        keep_best(best, {key: figures[key] for key in ("pss", "wakeups", "cpu_ticks")})
    return [tool["name"], paused, f"{figures['rss']:.1f}", f"{figures['pss']:.1f}", figures["threads"],
            f"{figures['cpu_percent']:.2f}", f"{figures['wakeups']:.1f}"]


def idling(bench, tool, paused, seconds):
    bed, port = bench.bed, bench.bed.free_port()
    process = bed.spawn_silent(bench.tools.command(tool, "rpc", dir=bed.clean_output(), port=port))
    try:
        bed.wait_for_port("127.0.0.1", port, 60)
        if paused:
            Rpc(port).add_paused([(f"http://127.0.0.1:9/f{number}", f"f{number}") for number in range(paused)])
        time.sleep(2)
        before = cost_of(process.pid)
        time.sleep(seconds)
        after = cost_of(process.pid)
        spent = after["cpu"] - before["cpu"]
        return after | dict(cpu_percent=spent / seconds * 100, cpu_ticks=round(spent * 100),
                            wakeups=(after["switches"] - before["switches"]) / seconds)
    finally:
        bed.stop(process)


def keep_best(best, figures):
    for figure, value in figures.items():
        better = max if figure == "adds" else min
        best[figure] = better(value, best.get(figure, value))


def own_figures(bench, key, title, best, **values):
    """What the engine says of itself, beside the best peer's figures and the bars."""
    lines = [line for tool in bench.tools for line in said_by(bench, tool, f"figures_{key}", values)]
    if not lines:
        bench.report.remark(f"{key}: Haul was not measured, because its engine's example `queue_scale` is not built.")
    worst, rows = {}, []
    for name, value, unit in lines:
        figure, scaled = bars.meaning(name, value, unit)
        found = [one for one in bars.verdicts(key, "haul", {figure: scaled}) if one.figure == figure]
        peer = bars.FORMS[figure].format(bars.number(best[figure])) if figure in best else "-"
        rows.append([name, f"{value:g} {unit}", peer, bars.cell(found)])
        if figure:
            worse = min if figure == "adds" else max
            worst[figure] = worse(scaled, worst.get(figure, scaled))
    bench.report.chapter.verdicts += bars.verdicts(key, "haul", worst)
    if rows:
        bench.report.add(title, ["figure", "Haul", "best peer", "bars"], rows,
                         "The engine measures itself: example `queue_scale`. The worst of several pages counts.")


def said_by(bench, tool, key, values):
    """Name, value and unit of each line of the tool's own measurement, if it has one and that is built."""
    if key not in tool or not bench.tools.where(shlex.split(tool[key])[0]):
        return []
    wait_until_quiet(bench.options)
    answer = subprocess.run(bench.tools.command(tool, key, **values), env=bench.bed.environment, capture_output=True,
                            text=True, timeout=600, check=True, cwd=bench.bed.folder("cwd"))
    lines = (re.fullmatch(r"(\S+)\s+(-?[\d.]+)\s+(\S+)", line.strip()) for line in answer.stdout.splitlines())
    return [(line[1], float(line[2]), line[3]) for line in lines if line]
