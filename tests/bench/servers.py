"""Who is fetched from: nginx, a server whose connections the kernel paces, and a slow line to reach either through."""
import os
import subprocess
import time
from dataclasses import dataclass

# The two ends of the slow line, from the block that RFC 2544 sets aside for benchmarks.
SERVER_SIDE, CLIENT_SIDE = "198.18.0.1", "198.18.0.2"


@dataclass
class Server:
    process: subprocess.Popen
    http: str
    log: str
    https: str = ""
    # Each request paced by nginx, which gives every one of them a free second.
    limited: str = ""
    port: int = 0
    # What the kernel saw acknowledged, ten times a second.
    samples: str | None = None


@dataclass
class Line:
    process: subprocess.Popen
    server_namespace: str
    client_namespace: str


def inside(namespace, command):
    return ["ip", "netns", "exec", namespace, *command] if namespace else command


class Servers:
    def __init__(self, bed):
        self.bed, self.loopback = bed, None

    def nginx(self):
        """The one on loopback, which all scenarios share."""
        if not self.loopback:
            ports = [self.bed.free_port() for _ in range(3)]
            self.loopback = self._start_nginx("127.0.0.1", ports, None)
        return self.loopback

    def nginx_behind(self, line):
        return self._start_nginx(SERVER_SIDE, [8080, 8443, 8081], line.server_namespace)

    def _start_nginx(self, host, ports, namespace):
        certificate(self.bed)
        tag = namespace or "lo"
        settings, log = self.bed.path(f"nginx-{tag}.conf"), self.bed.path(f"access-{tag}.log")
        with open(settings, "w", encoding="utf8") as file:
            file.write(nginx_settings(self.bed, host, ports, tag, log))
        command = ["nginx", "-c", settings, "-p", self.bed.directory, "-e", self.bed.path("error.log")]
        process = self.bed.spawn(inside(namespace, command))
        plain, secure, limited = ports
        self.bed.wait_for_port(host, plain, namespace=namespace)
        return Server(process, http=f"http://{host}:{plain}", https=f"https://{host}:{secure}", port=plain,
                      limited=f"http://{host}:{limited}", log=log)

    def paced(self, rates, samples=False):
        """Connection k gets `rates[k % n]` bytes a second; 0 is no limit, 1 falls silent after 1 MiB."""
        return self._start_paced("127.0.0.1", rates, samples, None, [])

    def unpaced_behind(self, line, congestion_control):
        return self._start_paced(SERVER_SIDE, [0], False, line.server_namespace, ["env", f"HBX_CC={congestion_control}"])

    def _start_paced(self, host, rates, samples, namespace, prefix):
        port, log = self.bed.free_port(), self.bed.path(f"serve-{time.monotonic_ns()}.log")
        sampled = log + ".samples" if samples else None
        command = [*prefix, self.bed.hbx, "serve", host, str(port), self.bed.sources, ",".join(map(str, rates)), log]
        process = self.bed.spawn(inside(namespace, command + ([sampled] if sampled else [])))
        self.bed.wait_for_port(host, port, namespace=namespace)
        return Server(process, http=f"http://{host}:{port}", log=log, port=port, samples=sampled)

    def line(self, delay_ms, bits_per_second, loss_per_million, queue_ms):
        """Two namespaces of our own, joined by a slow line; traffic stays between them."""
        server, client = f"dlb{os.getpid()}s", f"dlb{os.getpid()}c"
        for name in (server, client):
            subprocess.run(["ip", "netns", "del", name], stderr=subprocess.DEVNULL, check=False)
            ip("netns", "add", name)
            if name not in self.bed.namespaces:
                self.bed.namespaces.append(name)
        numbers = map(str, (delay_ms, bits_per_second, loss_per_million, queue_ms))
        process = self.bed.spawn([self.bed.hbx, "delay", server, client, *numbers], stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, text=True)
        process.stdout.readline()
        join(server, SERVER_SIDE, CLIENT_SIDE)
        join(client, CLIENT_SIDE, SERVER_SIDE)
        return Line(process, server, client)


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def join(namespace, mine, other):
    ip("-n", namespace, "link", "set", "lo", "up")
    ip("-n", namespace, "addr", "add", mine, "peer", other, "dev", "hb0")
    ip("-n", namespace, "link", "set", "hb0", "up", "txqueuelen", "2000")
    # What one run learned of the line must not help the next.
    forget = "echo 1 > /proc/sys/net/ipv4/tcp_no_metrics_save"
    subprocess.run(inside(namespace, ["sh", "-c", forget]), check=True)


def certificate(bed):
    """An authority of our own, which the tools are told to trust, and a certificate for the addresses in use."""
    if os.path.exists(bed.path("crt.pem")):
        return
    names = f"DNS:localhost,IP:127.0.0.1,IP:{SERVER_SIDE}"
    with open(bed.path("extensions"), "w", encoding="utf8") as file:
        file.write(f"subjectAltName={names}\nbasicConstraints=critical,CA:FALSE")
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    for words in (
        ["req", "-x509", *key, "-days", "30", "-subj", "/CN=dlbench CA", "-keyout", "cakey.pem", "-out", "ca.pem"],
        ["req", *key, "-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "csr.pem"],
        ["x509", "-req", "-in", "csr.pem", "-CA", "ca.pem", "-CAkey", "cakey.pem", "-CAcreateserial", "-days", "30",
         "-extfile", "extensions", "-out", "crt.pem"],
    ):
        subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=bed.directory)


def nginx_settings(bed, host, ports, tag, log):
    plain, secure, limited = ports
    user = "user root;" if os.geteuid() == 0 else ""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {bed.folder('nginx', kind)};" for kind in kinds)
    return f"""{user} daemon off; worker_processes auto;
pid {bed.path(f'nginx-{tag}.pid')}; error_log {bed.path('error.log')};
events {{ worker_connections 4096; }}
http {{
  {temporary}
  sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000; default_type application/octet-stream;
  open_file_cache max=20000; open_file_cache_valid 600s;
  log_format b '$connection $status $body_bytes_sent "$request" "$http_range"'; access_log {log} b buffer=64k flush=1s;
  root {bed.sources};
  ssl_certificate {bed.path('crt.pem')}; ssl_certificate_key {bed.path('key.pem')}; ssl_protocols TLSv1.3;
  server {{ listen {host}:{plain} backlog=1024; }}
  server {{ listen {host}:{secure} ssl http2 backlog=1024; }}
  server {{ listen {host}:{limited} backlog=1024; limit_rate 4m; }}
}}"""
