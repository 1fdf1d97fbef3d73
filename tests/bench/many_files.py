"""Many small files: what each one costs beside its bytes."""
import os
import shutil

from bed import MIB
from measuring import judge, measure, rounds
from report import Subject

AT_ONCE = 16


def s6(bench):
    fewer = 10 if bench.options.quick else 1
    tiny = bench.bed.small_sources("s10k", 2000 // fewer, 10240)
    small = bench.bed.small_sources("m1m", 200 // fewer, MIB)
    server = bench.servers.nginx()
    for suffix, name, base in (("", "plain HTTP", server.http), ("-tls", "TLS 1.3", server.https)):
        for key, size, files in (("s6-10k", "10 KiB", tiny), ("s6-1m", "1 MiB", small)):
            title = f"S6 {len(files)} x {size}, {AT_ONCE} at a time, {name}"
            Listing(bench, files, base).compare(key + suffix, title)


def s6l(bench):
    """The same over a line with a delay, where connections and turns cost round trips."""
    files = bench.bed.small_sources("s10k", 400, 10240)
    line = bench.servers.line(20, 200_000_000, 0, 100)
    server = bench.servers.nginx_behind(line)
    try:
        for key, name, base in (("s6l", "plain HTTP", server.http), ("s6l-tls", "TLS 1.3", server.https)):
            title = f"S6L {len(files)} x 10 KiB, {AT_ONCE} at a time, RTT 40 ms, 200 Mbit/s, {name}"
            Listing(bench, files, base, line.client_namespace).compare(key, title)
    finally:
        bench.bed.stop(server.process)
        bench.bed.stop(line.process)


class Listing:
    """A list of files that each tool fetches in one run."""

    def __init__(self, bench, files, base, namespace=None):
        self.bench, self.files, self.base, self.namespace = bench, files, base, namespace
        self.names = [os.path.relpath(file, bench.bed.sources) for file in files]

    def compare(self, key, title):
        contenders = self.bench.tools.fetching_lists(self.https)
        if contenders:
            results = rounds(self.bench.options, contenders, self.fetch)
            self.bench.report.summarize(Subject(key, title, len(self.files), counts_files=True), contenders, results)

    @property
    def https(self):
        return self.base.startswith("https")

    def fetch(self, contender):
        bed, tool = self.bench.bed, contender.tool
        folder = bed.clean_output_in_memory()
        form = tool.get("list_format", "urls")
        with open(bed.path("list.txt"), "w", encoding="ascii") as file:
            file.writelines(entry(form, f"{self.base}/{name}", folder, flat(name)) for name in self.names)
        command = self.bench.tools.command(tool, "list", dir=folder, list=bed.path("list.txt"), j=AT_ONCE, https=self.https)
        run = measure(bed, command, self.namespace)
        # A plain list gives no names: the tool takes the URL's last part.
        name_of = os.path.basename if form == "urls" else flat
        wrong = sum(not equal(file, os.path.join(folder, name_of(name))) for file, name in zip(self.files, self.names))
        shutil.rmtree(folder, ignore_errors=True)
        return judge(bed, run, wrong == 0)


def flat(name):
    return name.replace("/", "-")


def entry(form, url, folder, name):
    match form:
        case "urls":
            return f"{url}\n"
        case "aria2":
            return f"{url}\n  out={name}\n"
        case "curl":
            return f'url="{url}"\noutput="{folder}/{name}"\n'
        case _:
            raise RuntimeError(f"tools.toml: no list has the format {form}")


def equal(expected, actual):
    try:
        with open(expected, "rb") as first, open(actual, "rb") as second:
            return first.read() == second.read()
    except OSError:
        return False
