"""What every run stands on: a temporary directory, processes that end with it, and files to fetch.

Nothing outlives the harness, whatever ends it: processes, namespaces and files go away at exit, also after Ctrl-C.
"""
import atexit
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MIB = 1 << 20
GIB = 1 << 30


class Bed:
    def __init__(self, options):
        self.options, self.processes, self.namespaces, self.memory = options, [], [], None
        self.directory = tempfile.mkdtemp(prefix="dlbench-", dir=options.work)
        atexit.register(self.close)
        for end in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(end, lambda *_: sys.exit(130))
        self.environment = self._environment()
        self.sources = self.folder("data")
        self.hbx = self.path("hbx")
        subprocess.run(["cc", "-O2", "-pthread", "-o", self.hbx, os.path.join(HERE, "hbx.c")], check=True)

    def _environment(self):
        """Nobody's own settings or records, and no proxy, have a part in it."""
        homes = dict(HOME="home", XDG_CONFIG_HOME="home/config", XDG_CACHE_HOME="home/cache",
                     XDG_DATA_HOME="home/data", XDG_STATE_HOME="home/state")
        mine = {name: self.folder(place) for name, place in homes.items()}
        kept = {k: v for k, v in os.environ.items() if k != "HAUL_HOME" and not k.lower().endswith("_proxy")}
        environment = kept | mine | dict(LC_ALL="C")
        if self.options.path:
            environment["PATH"] = self.options.path + os.pathsep + environment["PATH"]
        return environment

    # Places

    def path(self, *parts):
        return os.path.join(self.directory, *parts)

    def folder(self, *parts):
        path = self.path(*parts)
        os.makedirs(path, exist_ok=True)
        return path

    def clean_output(self):
        shutil.rmtree(self.path("out"), ignore_errors=True)
        return self.folder("out")

    def clean_output_in_memory(self):
        """Many small files go to memory: a disk file system's allocation of inodes would drown the tool's own cost."""
        if self.options.work or not os.access("/dev/shm", os.W_OK):
            return self.clean_output()
        if not self.memory:
            self.memory = tempfile.mkdtemp(prefix="dlbench-", dir="/dev/shm")
        path = os.path.join(self.memory, "out")
        shutil.rmtree(path, ignore_errors=True)
        os.makedirs(path)
        return path

    # Processes

    def spawn(self, command, **more):
        process = subprocess.Popen(command, start_new_session=True, env=self.environment, **more)
        self.processes.append(process)
        return process

    def spawn_silent(self, command):
        return self.spawn(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          cwd=self.folder("cwd"))

    def stop(self, process):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill(process)
        self.forget(process)

    def kill(self, process):
        """Kills the process and all that it started."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self.forget(process)

    def forget(self, process):
        if process in self.processes:
            self.processes.remove(process)

    def close(self):
        for process in list(self.processes):
            self.stop(process)
        for name in self.namespaces:
            subprocess.run(["ip", "netns", "del", name], stderr=subprocess.DEVNULL, check=False)
        shutil.rmtree(self.directory, ignore_errors=True)
        if self.memory:
            shutil.rmtree(self.memory, ignore_errors=True)

    # Ports

    @staticmethod
    def free_port():
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            return listener.getsockname()[1]

    def wait_for_port(self, host, port, seconds=10, namespace=None):
        end = time.time() + seconds
        while time.time() < end:
            if answers_in(namespace, host, port) if namespace else answers(host, port):
                return
            time.sleep(0.05)
        raise RuntimeError(f"port {port} never opened")

    # Files to fetch

    def source(self, name, size):
        """A file of pseudo-random bytes that depend on its name only, read once so that no server waits for a disk."""
        path = os.path.join(self.sources, name)
        if not (os.path.exists(path) and os.path.getsize(path) == size):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            bytes_of = random.Random(name)
            with open(path, "wb") as file:
                for start in range(0, size, 16 * MIB):
                    file.write(bytes_of.randbytes(min(size - start, 16 * MIB)))
        with open(path, "rb", buffering=0) as file:
            while file.read(4 * MIB):
                pass
        return path

    def small_sources(self, folder, count, size):
        return [self.source(f"{folder}/f{number:05d}.bin", size) for number in range(count)]

    def warm(self, size):
        """A virtual machine pays much for the first touch of memory that its host took back: touch what a run will need."""
        zeros = bytes(4 * MIB)
        with open(self.path("warm"), "wb", buffering=0) as file:
            for _ in range(0, size, len(zeros)):
                file.write(zeros)
        os.unlink(self.path("warm"))


def answers(host, port):
    try:
        socket.create_connection((host, port), 1).close()
        return True
    except OSError:
        return False


def answers_in(namespace, host, port):
    attempt = ["ip", "netns", "exec", namespace, "bash", "-c", f"exec 3<>/dev/tcp/{host}/{port}"]
    return subprocess.run(attempt, stderr=subprocess.DEVNULL, check=False).returncode == 0


def same_bytes(expected, actual):
    return os.path.exists(actual) and subprocess.run(["cmp", "-s", expected, actual], check=False).returncode == 0
