//! Certificates for servers of the tests' own, made by OpenSSL.

use std::path::Path;
use std::process::Command;

use crate::names_in;

/// What signed the server's certificate: for a client to trust.
pub const AUTHORITY: &str = "ca.pem";
/// The server's certificate, for `localhost`.
pub const SERVER: &str = "server.pem";
/// Its key.
pub const KEY: &str = "server.key";

/// A person's certificate by the same authority, and its key, in one file.
pub const PERSON: &str = "person.pem";

/// Makes all of them in `folder`.
pub fn make(folder: &Path) {
    openssl(folder, &["-subj", "/CN=Haul test authority", "-keyout", "ca.key", "-out", AUTHORITY]);
    let server = ["-subj", "/CN=localhost", "-keyout", KEY, "-out", SERVER];
    let signed =
        ["-CA", AUTHORITY, "-CAkey", "ca.key", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
    openssl(folder, &[&server[..], &signed[..], &["-addext", "basicConstraints=critical,CA:FALSE"]].concat());
    let person = ["-subj", "/CN=somebody", "-keyout", "person.key", "-out", "person.crt"];
    openssl(folder, &[&person[..], &["-CA", AUTHORITY, "-CAkey", "ca.key"]].concat());
    let both = ["person.crt", "person.key"].map(|name| std::fs::read(folder.join(name)).unwrap());
    std::fs::write(folder.join(PERSON), both.concat()).unwrap();
    assert!(names_in(folder).contains(&SERVER.to_owned()));
}

/// Puts another in the place of the server's: signed by itself, as most people make them.
pub fn make_self_signed(folder: &Path) {
    let server = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    openssl(folder, &[&server[..], &["-keyout", KEY, "-out", SERVER]].concat());
}

fn openssl(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("openssl");
    command.args([
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "30",
    ]);
    let output = command
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("openssl cannot be started: run `make setup`");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
