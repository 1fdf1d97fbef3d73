"""aria2's JSON-RPC, as far as the queues need it, and what a running process costs."""
import json
import os
import re
import time
from http.client import HTTPConnection


class Rpc:
    def __init__(self, port):
        self.port = port

    def call(self, method, *parameters):
        """The result, and the size of the answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        request = dict(jsonrpc="2.0", id="x", method=method, params=list(parameters))
        connection.request("POST", "/jsonrpc", json.dumps(request), {"Content-Type": "application/json"})
        body = connection.getresponse().read()
        connection.close()
        answer = json.loads(body)
        if "error" in answer:
            raise RuntimeError(str(answer["error"])[:200])
        return answer["result"], len(body)

    def timed(self, method, *parameters):
        begin = time.time()
        result, size = self.call(method, *parameters)
        return time.time() - begin, result, size

    def add_paused(self, downloads):
        self.call("system.multicall", [dict(methodName="aria2.addUri", params=[[url], dict(out=name, pause="true")])
                                       for url, name in downloads])

    def waits_for(self, count, end):
        """Whether so many downloads wait before the time is over."""
        while time.time() < end:
            try:
                if int(self.call("aria2.getGlobalStat")[0]["numWaiting"]) >= count:
                    return True
            except (OSError, RuntimeError, ValueError):
                pass
            time.sleep(0.02)
        return False


def cost_of(pid):
    """Memory in MiB, processor time in seconds, and how often its threads were given a processor."""
    ticks = read(pid, "stat").rsplit(")", 1)[1].split()
    status = dict(re.findall(r"^(\w+):\s+(\d+)", read(pid, "status"), re.M))
    pss = re.search(r"^Pss:\s+(\d+)", read(pid, "smaps_rollup"), re.M)[1]
    return dict(cpu=(int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK"), rss=int(status["VmRSS"]) / 1024,
                peak=int(status["VmHWM"]) / 1024, pss=int(pss) / 1024, threads=int(status["Threads"]),
                switches=sum(map(int, switches(pid))))


def switches(pid):
    for thread in os.listdir(f"/proc/{pid}/task"):
        try:
            yield from re.findall(r"ctxt_switches:\s+(\d+)", read(pid, f"task/{thread}/status"))
        except OSError:
            # It ended in between.
            continue


def read(pid, name):
    with open(f"/proc/{pid}/{name}", encoding="utf8") as file:
        return file.read()
