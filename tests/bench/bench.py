#!/usr/bin/env python3
"""Measures download tools side by side on one Linux machine. Standard library only.

  bench.py s1 [s2 ...]                       one or more scenarios
  bench.py all --document FILE               every scenario, written down; of some: these anew, the others stay
  bench.py s4 --tools aria2c,haul --runs 3   some tools only
  bench.py all --quick                       small files and one round: does it still work, is it still fast?
"""
import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from bed import Bed
from contenders import Tools
from report import Report
from servers import Servers
import many_files
import one_file
import queues
import resuming

HERE = os.path.dirname(os.path.abspath(__file__))
SCENARIOS = {
    "s1": one_file.s1, "s2": one_file.s2, "s3": one_file.s3, "s3n": one_file.s3n, "s4": one_file.s4, "s4s": one_file.s4s,
    "s5": one_file.s5, "s6": many_files.s6, "s6l": many_files.s6l, "s7": resuming.s7, "s8": queues.s8, "s9": one_file.s9,
    "s10": queues.s10,
}
# These build a slow line between two network namespaces.
NEED_NAMESPACES = ("s5", "s6l")
# This tells about nginx, not about the tools, so a quick look at all leaves it out.
NOT_QUICK = ("s3n",)
# With --quick: Haul, and those that it has to beat somewhere.
QUICK_TOOLS = "haul,curl,wget2,lftp,aria2-next"


@dataclass
class Bench:
    """What every scenario is given."""
    options: argparse.Namespace
    bed: Bed
    servers: Servers
    tools: Tools
    report: Report


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    option = parser.add_argument
    option("scenario", nargs="+", choices=[*SCENARIOS, "all"])
    option("--tools", help="comma list of contenders (default: every one found; fewer with --quick)")
    option("--toolfile", action="append", help="TOML of contenders (repeatable; default: tools.toml beside this file)")
    option("--path", help="directories put in front of PATH")
    option("--runs", type=int, help="rounds for each table (default 5; 1 with --quick)")
    option("--budget", type=int, default=1200, help="seconds for one table (default 1200)")
    option("--busy", type=float, default=0.15, help="start a run only while the processors are less busy than this")
    option("--max-wait", type=int, help="... but wait at most so many seconds (default 60; 1 with --quick)")
    option("--nice", type=int, default=0, help="run everything at this nice value (negative needs root)")
    option("--work", help="directory for the temporary files (default: the system's)")
    option("--quick", action="store_true", help="small files, few rounds")
    option("--document", help="write the tables and the bars to this file")
    options = parser.parse_args()
    options.runs = options.runs or (1 if options.quick else 5)
    options.tools = options.tools or (QUICK_TOOLS if options.quick else None)
    options.max_wait = (1 if options.quick else 60) if options.max_wait is None else options.max_wait
    options.toolfile = options.toolfile or [os.path.join(HERE, "tools.toml")]
    return options


def chosen(options):
    if "all" not in options.scenario:
        return options.scenario
    return [name for name in SCENARIOS if not (options.quick and name in NOT_QUICK)]


def why_no_namespaces():
    """Why no slow line can be built here, or nothing."""
    if os.geteuid() != 0:
        return "it builds network namespaces, which needs root"
    name = f"dlb{os.getpid()}t"
    if subprocess.run(["ip", "netns", "add", name], capture_output=True).returncode != 0:
        return "this system makes no network namespaces"
    subprocess.run(["ip", "netns", "del", name], check=False)
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        return "/dev/net/tun is missing"
    return None


def main():
    options = arguments()
    if options.nice:
        os.setpriority(os.PRIO_PROCESS, 0, options.nice)
    bed = Bed(options)
    tools, report = Tools(bed, options), Report(options)
    bench = Bench(options, bed, Servers(bed), tools, report)
    report.versions(tools.versions())
    obstacle = why_no_namespaces()
    for name in chosen(options):
        print(f"== {name} {time.strftime('%H:%M:%S')}", file=sys.stderr, flush=True)
        if obstacle and name in NEED_NAMESPACES:
            print(f"\n{name} is left out: {obstacle}.", flush=True)
            continue
        report.begin(name)
        try:
            SCENARIOS[name](bench)
        except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
            report.remark(f"{name} ended early: {error!r}")
        if options.document:
            # After each, so that a run that is stopped leaves what it had.
            report.write(options.document)
    report.bars()


if __name__ == "__main__":
    main()
