"""One file: how fast, over which line, and how evenly under a limit."""
import os
import statistics

from bed import GIB, MIB
from contenders import AUTOMATIC, limit
from measuring import Fetching, rounds
from report import Subject

# Of tools that never split a file, these stand for all where a run takes long.
SINGLE = ("curl", "aria2c", "aria2-next", "haul")


def compare(bench, subject, contenders, fetching, count=None):
    if contenders:
        bench.report.summarize(subject, contenders, rounds(bench.options, contenders, fetching, count))


def s1(bench):
    """Unlimited, plain: what the receive path costs."""
    size = unlimited_size(bench)
    server = bench.servers.nginx()
    sink = lambda mode: limit(f"raw socket {mode}", "{hbx}", "sink", mode, "127.0.0.1", str(server.port), "/big.bin", "{out}")
    limits = [
        *map(sink, ("trunc", "splice", "recv", "write")),
        limit("curl to /dev/null", "curl", "-sS", "-o", "/dev/null", f"{server.http}/big.bin"),
        limit("cp same file system", "cp", "--reflink=never", "{source}", "{out}"),
        limit("dd zero 1M", "dd", "if=/dev/zero", "of={out}", "bs=1M", f"count={size // MIB}"),
    ]
    if bench.options.quick:
        limits = [sink("write")]
    subject = Subject("s1", f"S1 plain HTTP, one {size // MIB} MiB file, loopback, unlimited", size, limit="raw socket write")
    unlimited(bench, subject, server.http, limits, https=False)


def s2(bench):
    """The same over TLS."""
    size = unlimited_size(bench)
    server = bench.servers.nginx()
    limits = [limit("curl to /dev/null", "curl", "-sS", "--http1.1", "--cacert", "{ca}", "-o", "/dev/null",
                    f"{server.https}/big.bin")]
    subject = Subject("s2", f"S2 TLS 1.3, one {size // MIB} MiB file, loopback, unlimited", size, limit="curl to /dev/null")
    unlimited(bench, subject, server.https, limits, https=True)


def unlimited_size(bench):
    return (256 if bench.options.quick else 1024) * MIB


def unlimited(bench, subject, base, limits, https):
    source = bench.bed.source("big.bin", subject.amount)
    contenders = bench.tools.fetching([1, 8, AUTOMATIC], https) + limits
    compare(bench, subject, contenders, Fetching(bench, source, base, warm=subject.amount + 512 * MIB))


def s3(bench):
    """A server that paces each connection: whether the number of connections is reached and kept to the end."""
    pace, seconds = 4 * MIB, 2 if bench.options.quick else 5
    for number in (1, 8, 16):
        size = pace * seconds * number
        title = f"S3 server paces each connection to 4 MiB/s, {number} connections, {size // MIB} MiB"
        paced(bench, Subject(f"s3-{number}", title, size, ideal=float(seconds)), [number], [pace],
              count=1 if number == 1 else None)
    size = (256 if bench.options.quick else 1024) * MIB
    title = f"S3 the same, no number given, {size // MIB} MiB; beside it peers that are told 16"
    paced(bench, Subject("s3-auto", title, size, ideal=size / (16 * pace), note="Ideal: 16 connections from the start."),
          [16, AUTOMATIC], [pace])


def paced(bench, subject, connections, rates, timeout=90, count=None):
    source = bench.bed.source(f"{subject.key}.bin", subject.amount)
    fetching = Fetching(bench, source, timeout=timeout, new_server=lambda: bench.servers.paced(rates))
    compare(bench, subject, bench.tools.fetching(connections, single=SINGLE), fetching, count)


def s3n(bench):
    """nginx counts per request, not per connection: everybody looks fine, which is why the others are not paced by it."""
    size = 4 * MIB * 5 * 8
    source = bench.bed.source("s3-8-nginx.bin", size)
    title = "S3n 8 connections, paced by nginx's limit_rate 4m (per request, one free second)"
    compare(bench, Subject("s3n", title, size, ideal=5.0), bench.tools.fetching([8]),
            Fetching(bench, source, bench.servers.nginx().limited, timeout=90))


def s4(bench):
    """Uneven connections: whether the fast ones take over from the slow ones."""
    fast, slow, seconds = 8 * MIB, 8 * MIB // 10, 2 if bench.options.quick else 5
    size = (4 * fast + 4 * slow) * seconds
    title = f"S4 uneven: 8 connections, every second one 10 times slower (8 / 0.8 MiB/s), {size // MIB} MiB"
    paced(bench, Subject("s4", title, size, ideal=float(seconds)), [8], [fast, slow])


def s4s(bench):
    """One connection falls silent without closing."""
    pace, bound = 4 * MIB, 10 if bench.options.quick else 75
    size = pace * 8 * (2 if bench.options.quick else 4)
    title = f"S4s one of 8 connections goes silent after 1 MiB (others 4 MiB/s), {size // MIB} MiB, bound {bound} s"
    paced(bench, Subject("s4s", title, size, ideal=size / (pace * 7)), [8], [pace] * 3 + [1] + [pace] * 60, timeout=bound)


def s5(bench):
    """A long fat pipe, clean and with loss."""
    quick = bench.options.quick
    size = (16 if quick else 64) * MIB
    source = bench.bed.source("s5.bin", size)
    # 1,448 of 1,500 bytes of a packet are the file's; two round trips pass before the first of them.
    ideal = size * 8 / 200e6 * 1500 / 1448 + 0.2
    for key, control, loss in (("s5-bbr", "bbr", 0), ("s5-clean", "cubic", 0), ("s5-loss", "cubic", 1000),
                               ("s5-heavy", "cubic", 10000)):
        if quick and key in ("s5-bbr", "s5-heavy"):
            continue
        title = f"S5 long fat pipe: 200 Mbit/s, RTT 100 ms, loss {loss / 10000:g} %, server {control}, {size // MIB} MiB, bound 60 s"
        long_fat_pipe(bench, Subject(key, title, size, ideal=ideal), source, control, loss)


def long_fat_pipe(bench, subject, source, control, loss):
    numbers = [8, 16, AUTOMATIC] if bench.options.quick and loss else [1, 8, 16, AUTOMATIC]
    contenders = bench.tools.fetching(numbers, single=("curl", "haul"), skip=("wget", "dlm", "wget2", "lftp", "pypdl"),
                                      at_most_runs={1: 1 if loss else 3})
    line = bench.servers.line(50, 200_000_000, loss, 100)
    server = bench.servers.unpaced_behind(line, control)
    try:
        compare(bench, subject, contenders,
                Fetching(bench, source, server.http, namespace=line.client_namespace, timeout=60),
                min(bench.options.runs, 5 if loss < 10000 else 3))
    finally:
        bench.bed.stop(server.process)
        bench.bed.stop(line.process)


def s9(bench):
    """A limit: whether it is kept, from the first second and evenly."""
    rate, seconds = 10_000_000, 4 if bench.options.quick else 8
    size = rate * seconds
    source = bench.bed.source("s9.bin", size)
    contenders = [c for c in bench.tools.fetching([1, 8]) if c.tool.get("limit") or "{rate0}" in c.tool["get"]]
    columns = (("mean MB/s", "mean", ".2f"), ("% off the limit", "mean_error_percent", ".1f"),
               ("first second MB", "first", ".1f"), ("later 1-s stdev MB", "spread", ".2f"), ("max 1-s MB", "most", ".1f"))
    subject = Subject("s9", f"S9 limit 10 MB/s (10,000,000 bytes/s), {size // 1_000_000} MB", size, ideal=float(seconds),
                      columns=columns, note="Per-second figures are what the server's kernel saw acknowledged (the load on the "
                                            "line); mean = file / wall.")
    compare(bench, subject, contenders,
            Fetching(bench, source, timeout=seconds * 4, rate=rate, new_server=lambda: bench.servers.paced([0], samples=True),
                     learn=lambda server, run: evenness(server, run, size, rate)))


def evenness(server, run, size, rate):
    """Second by second, what the server's kernel saw acknowledged."""
    with open(server.samples, encoding="ascii") as file:
        samples = [tuple(map(int, line.split())) for line in file if len(line.split()) == 3]
    begun = [time for time, sent, _ in samples if sent > 0]
    if len(begun) < 12:
        return {}
    seconds = {}
    for (_, before, _), (time, after, _) in zip(samples, samples[1:]):
        # The end of a connection is acknowledged like one byte: that is no load.
        if time >= begun[0] and after > before + 100:
            second = (time - begun[0]) // 1000
            seconds[second] = seconds.get(second, 0) + after - before
    # The last second is not whole.
    whole = [seconds.get(second, 0) / 1e6 for second in range(max(1, max(seconds)))]
    mean = size / run["wall"]
    return dict(mean=mean / 1e6, mean_error_percent=abs(mean / rate - 1) * 100, first=whole[0],
                spread=statistics.pstdev(whole[1:] or whole), most=max(whole))
