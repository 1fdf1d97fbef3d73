"""Who takes part: the tools that tools.toml describes and this machine has, and the command line of each run."""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass

# "As many as the tool finds right": it is given no number.
AUTOMATIC = "auto"


@dataclass
class Contender:
    label: str
    # "peer", "self" (Haul: compared with the best peer) or "limit" (what the machine can do at all).
    role: str
    tool: dict | None = None
    connections: int | str | None = None
    # A limit's own command; its placeholders are {out}, {source}, {hbx} and {ca}.
    command: list | None = None
    # Fewer rounds than the table's, for those who take minutes.
    at_most_runs: int | None = None


def limit(label, *command):
    return Contender(label, "limit", command=list(command))


class Tools:
    def __init__(self, bed, options):
        self.bed = bed
        described = {}
        for path in options.toolfile:
            with open(path, "rb") as file:
                described |= tomllib.load(file)
        wanted = options.tools.split(",") if options.tools else list(described)
        self.present = {}
        for name in wanted:
            tool = described[name] | dict(name=name)
            if self.where(shlex.split(tool["get"])[0]):
                self.present[name] = tool
            else:
                print(f"{name} is left out: it is not installed", file=sys.stderr)

    def __iter__(self):
        return iter(self.present.values())

    def where(self, program):
        return shutil.which(program, path=self.bed.environment["PATH"])

    def fetching(self, connections, https=False, single=None, skip=(), at_most_runs=None):
        """One contender for each tool and number of connections. Of those with one connection only `single`, if given."""
        found = []
        for tool in self:
            if tool["name"] in skip or not speaks(tool, https):
                continue
            for number in connections:
                if can_use(tool, number) and not (number == 1 and single and tool["name"] not in single):
                    found.append(Contender(f"{tool['name']} n={number}", role(tool), tool, number,
                                           at_most_runs=(at_most_runs or {}).get(number)))
        return found

    def fetching_lists(self, https):
        return [Contender(tool["name"], role(tool), tool) for tool in self if tool.get("list") and speaks(tool, https)]

    def command(self, tool, key, **given):
        """The command line that `key` of the tool describes; tools.toml says what its placeholders are."""
        values = dict(url="", out="", dir="", n=1, rate=0, list="", j=0, port=0, https=False) | given
        values["ca"] = self.bed.path("ca.pem")
        values["dir"] = values["dir"] or os.path.dirname(values["out"])
        values["name"] = os.path.basename(values["out"])
        values["rate0"], values["rate_k"] = values["rate"], values["rate"] // 1024
        secure = values["https"] or values["url"].startswith("https")
        values["tls"] = tool.get("tls", "").format(**values) if secure else ""
        values["limit"] = tool.get("limit", "").format(**values) if values["rate"] else ""
        return shlex.split(tool[key].format(**values))

    def versions(self):
        return [[tool["name"], self._version(tool)] for tool in self]

    def _version(self, tool):
        try:
            answer = subprocess.run(shlex.split(tool["version"]), env=self.bed.environment, capture_output=True, text=True,
                                    timeout=20, check=False)
        except (OSError, KeyError, subprocess.TimeoutExpired):
            return "?"
        lines = [line for line in (answer.stdout + answer.stderr).splitlines() if re.search(r"\d+\.\d+", line)]
        return lines[0][:70].replace("|", "").strip() if lines else "?"


def role(tool):
    return tool.get("role", "peer")


def speaks(tool, https):
    return tool.get("tls") != "unsupported" if https else not tool.get("only_tls")


def can_use(tool, connections):
    if connections == AUTOMATIC:
        return "get_automatic" in tool
    return connections <= tool.get("max_conns", 1)
