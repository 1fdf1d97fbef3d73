//! Debian's nginx with a configuration of the test's own: plain, TLS with HTTP/2, TLS without, rate-limited.

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::certificates::{self, AUTHORITY, KEY, PERSON, SERVER};
use crate::{PATIENCE, free_port};

/// Serves the files that it was given, until it is dropped.
pub struct Nginx {
    home: TempDir,
    child: Child,
    ports: Ports,
}

#[derive(Clone, Copy)]
struct Ports {
    plain: u16,
    http2: u16,
    tls: u16,
}

impl Nginx {
    /// Starts it with `files` (name and content).
    pub async fn with(files: &[(&str, &[u8])]) -> Nginx {
        let home = tempfile::Builder::new().prefix("haul-nginx-").tempdir().unwrap();
        std::fs::create_dir(home.path().join("www")).unwrap();
        for (name, content) in files {
            std::fs::write(home.path().join("www").join(name), content).unwrap();
        }
        certificates::make(home.path());
        // Somebody else may take a free port before nginx does.
        for _ in 0..5 {
            let ports = Ports { plain: free_port(), http2: free_port(), tls: free_port() };
            let mut child = start(home.path(), ports);
            if answers(&mut child, ports.plain, home.path()).await {
                return Nginx { home, child, ports };
            }
        }
        let said = std::fs::read_to_string(home.path().join("error.log")).unwrap_or_default();
        panic!("nginx does not start: {said}");
    }

    pub fn plain(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/{name}", self.ports.plain)
    }

    /// At most 512 KiB a second on each connection.
    pub fn slow(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/slow/{name}", self.ports.plain)
    }

    /// TLS and HTTP/2.
    pub fn http2(&self, name: &str) -> String {
        format!("https://localhost:{}/{name}", self.ports.http2)
    }

    /// The same, and after the first 512 KiB at most that much a second for each request.
    pub fn slow_http2(&self, name: &str) -> String {
        self.http2(&format!("slow/{name}"))
    }

    /// As [`slow_http2`](Self::slow_http2), and 505 for whoever asks by HTTP/1.1.
    pub fn only_http2(&self, name: &str) -> String {
        self.http2(&format!("only/{name}"))
    }

    /// As [`http2`](Self::http2), and 429 for all but 12 and then 8 requests a second.
    pub fn impatient_http2(&self, name: &str) -> String {
        self.http2(&format!("patience/{name}"))
    }

    /// TLS and HTTP/1.1.
    pub fn tls(&self, name: &str) -> String {
        format!("https://localhost:{}/{name}", self.ports.tls)
    }

    /// The host and port of [`tls`](Self::tls).
    pub fn tls_at(&self) -> (&str, u16) {
        ("localhost", self.ports.tls)
    }

    /// As [`http2`](Self::http2), and leads on to `url`.
    pub fn leading_to(&self, url: &str) -> String {
        self.http2(&format!("leads?to={url}"))
    }

    /// As [`http2`](Self::http2), and 403 for whoever shows no certificate by the [authority](Self::authority).
    pub fn members_only(&self, name: &str) -> String {
        self.http2(&format!("members/{name}"))
    }

    /// A certificate that lets in, with its key.
    pub fn membership(&self) -> PathBuf {
        self.home.path().join(PERSON)
    }

    /// The certificate that signed the server's.
    pub fn authority(&self) -> PathBuf {
        self.home.path().join(AUTHORITY)
    }

    /// The SHA-256 of the server's certificate.
    pub fn fingerprint(&self) -> String {
        let certificate = CertificateDer::from_pem_file(self.home.path().join(SERVER)).unwrap();
        crate::sha256(&certificate)
    }

    /// It has another certificate from now on, and no connection that began before.
    pub async fn takes_another_certificate(&mut self) {
        self.starts_again_after(certificates::make).await;
    }

    /// The same; it is signed by itself, and marked as an authority.
    pub async fn signs_itself(&mut self) {
        self.starts_again_after(certificates::make_self_signed).await;
    }

    async fn starts_again_after(&mut self, change: impl FnOnce(&Path)) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        change(self.home.path());
        self.child = start(self.home.path(), self.ports);
        assert!(
            answers(&mut self.child, self.ports.plain, self.home.path()).await,
            "nginx does not start again"
        );
    }

    /// Another version of a file; its time stamp is that of a later day.
    pub fn replace(&self, name: &str, content: &[u8]) {
        let path = self.home.path().join("www").join(name);
        std::fs::write(&path, content).unwrap();
        let later = std::time::SystemTime::now() + Duration::from_secs(86_400);
        std::fs::File::options().write(true).open(&path).unwrap().set_modified(later).unwrap();
    }

    /// A line for each answer: protocol, status, range asked for, bytes sent, when it ended and how long it took in
    /// seconds, what was asked for.
    pub fn log(&self) -> Vec<String> {
        let log = std::fs::read_to_string(self.home.path().join("access.log")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }
}

impl Nginx {
    /// Waits until the log, which is written once an answer is over, is as `wanted`.
    pub async fn until(&self, wanted: impl Fn(&[String]) -> bool) -> Vec<String> {
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        let waiting = async {
            loop {
                tick.tick().await;
                let log = self.log();
                if wanted(&log) {
                    return log;
                }
            }
        };
        match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(log) => log,
            Err(_) => panic!("waited too long for the log of nginx: {:#?}", self.log()),
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to end.
        let _killed = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn start(home: &Path, ports: Ports) -> Child {
    std::fs::write(home.join("nginx.conf"), configuration(home, ports)).unwrap();
    let mut command = Command::new("nginx");
    command.env("PATH", "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin:/sbin:/bin");
    command.arg("-p").arg(home).arg("-c").arg(home.join("nginx.conf")).arg("-e").arg(home.join("error.log"));
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    child.unwrap_or_else(|error| panic!("nginx cannot be started ({error}): run `make setup`"))
}

fn configuration(home: &Path, Ports { plain, http2, tls }: Ports) -> String {
    let home = home.display();
    let temp: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {home}/{kind};\n"))
        .concat();
    format!(
        r#"
daemon off;
master_process off;
pid {home}/nginx.pid;
error_log {home}/error.log warn;
events {{ worker_connections 512; }}
http {{
    log_format story '$server_protocol $status $connection $http_range $body_bytes_sent $msec $request_time $uri';
    access_log {home}/access.log story;
    {temp}
    default_type application/octet-stream;
    limit_req_zone $server_port zone=patience:32k rate=8r/s;
    limit_req_status 429;
    root {home}/www;
    ssl_certificate {home}/{SERVER};
    ssl_certificate_key {home}/{KEY};
    server {{
        listen 127.0.0.1:{plain};
        location = /.whose {{ access_log off; return 200 {home}; }}
        location /slow/ {{ alias {home}/www/; limit_rate 512k; }}
    }}
    server {{
        listen 127.0.0.1:{http2} ssl http2;
        ssl_client_certificate {home}/{AUTHORITY};
        ssl_verify_client optional;
        location /members/ {{
            if ($ssl_client_verify != SUCCESS) {{ return 403; }}
            alias {home}/www/;
        }}
        location /slow/ {{ alias {home}/www/; limit_rate 512k; }}
        location /leads {{ return 302 $arg_to; }}
        location /only/ {{
            if ($server_protocol != HTTP/2.0) {{ return 505; }}
            alias {home}/www/;
            limit_rate 512k;
        }}
        location /patience/ {{ alias {home}/www/; limit_req zone=patience burst=12 nodelay; }}
    }}
    server {{ listen 127.0.0.1:{tls} ssl; listen 127.0.0.2:{tls} ssl; }}
}}
"#
    )
}

/// Waits until nginx answers; false if it ended instead. It tries for a while to get a port that somebody else has, who
/// would answer meanwhile: whoever answers must know where it lives.
async fn answers(child: &mut Child, port: u16, home: &Path) -> bool {
    let mut tick = tokio::time::interval(Duration::from_millis(20));
    for _ in 0..500 {
        tick.tick().await;
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        let answer = tokio::time::timeout(Duration::from_secs(1), ask(port)).await;
        if matches!(answer, Ok(Ok(text)) if text.ends_with(&*home.to_string_lossy())) {
            return true;
        }
    }
    false
}

async fn ask(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.write_all(b"GET /.whose HTTP/1.0\r\n\r\n").await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
