"""kill -9 in the middle: what is fetched again, and how long the rest takes."""
import os
import re
import shutil
import time

from bed import MIB, same_bytes
from contenders import Contender, role
from measuring import judge, measure, rounds
from report import Subject

PACE = 4 * MIB
# What a request and the head of its answer come to, so that they do not count as bytes fetched again.
HEAD = 400


def s7(bench):
    seconds = 2 if bench.options.quick else 5
    contenders = []
    for tool in bench.tools:
        if tool.get("resume") != "" and not tool.get("only_tls"):
            number = 8 if tool.get("max_conns", 1) >= 8 else 1
            contenders.append(Contender(f"{tool['name']} n={number}", role(tool), tool, number))
    columns = (("fetched again MiB", "again", ".2f"), ("again % of file", "again_percent", ".1f"),
               ("resume × ideal", "per_ideal", ".2f"))
    subject = Subject("s7", f"S7 kill -9 at 50 %, then resume (4 MiB/s and {4 * seconds} MiB per connection)",
                      amount=None, columns=columns,
                      note="Wall and CPU: the resuming run. Ideal: the missing bytes at the server's rate.")
    if contenders:
        results = rounds(bench.options, contenders, lambda contender: interrupt_and_resume(bench, contender, seconds))
        bench.report.summarize(subject, contenders, results)


def interrupt_and_resume(bench, contender, seconds):
    bed, tool, number = bench.bed, contender.tool, contender.connections
    size = PACE * seconds * number
    source = bed.source(f"s7-{size // MIB}.bin", size)
    out = os.path.join(bed.clean_output(), os.path.basename(source))
    server = bench.servers.paced([PACE], samples=True)
    values = dict(url=f"{server.http}/{os.path.basename(source)}", out=out, n=number)
    try:
        killed = kill_at(bench, server, size / 2, bench.tools.command(tool, "get", **values))
        before = acknowledged(server)
        again = bench.tools.command(tool, "resume" if "resume" in tool else "get", **values)
        run = judge(bed, measure(bed, again, timeout=60), killed and same_bytes(source, out))
        twice = max(0, acknowledged(server) - size - requests(server) * HEAD)
    finally:
        bed.stop(server.process)
        shutil.rmtree(os.path.dirname(out), ignore_errors=True)
    ideal = max(0.01, (size - before) / (PACE * number))
    return run | dict(again=twice / MIB, again_percent=100 * twice / size, per_ideal=run["wall"] / ideal)


def kill_at(bench, server, bytes_sent, command):
    """Starts the command and kills it once so much was sent; says whether it lived that long."""
    process = bench.bed.spawn_silent(command)
    end = time.time() + 30
    while time.time() < end and process.poll() is None and last_sample(server) < bytes_sent:
        time.sleep(0.02)
    if process.poll() is not None:
        bench.bed.forget(process)
        return False
    bench.bed.kill(process)
    return True


def last_sample(server):
    """How many bytes the clients had acknowledged a moment ago."""
    try:
        with open(server.samples, encoding="ascii") as file:
            # The last line may be half written.
            return int(file.read().split("\n")[-2].split()[1])
    except (IndexError, ValueError):
        return 0


def acknowledged(server):
    """All bytes that closed connections had acknowledged: the server needs a moment to see that they are closed."""
    time.sleep(0.3)
    with open(server.log, encoding="ascii") as file:
        return sum(map(int, re.findall(r"acked=(\d+)", file.read())))


def requests(server):
    with open(server.log, encoding="ascii") as file:
        return len(re.findall(r" req ", file.read()))
