//! A time of day that a test sets, for one program: a few lines of C that stand between it and the system.

use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;
use tempfile::TempDir;

/// Whoever is told a time so much earlier is told what was set.
const SEEN: i64 = 3600;
/// Adds what the file named by `HAUL_TEST_CLOCK` says, in seconds, to the time of day, and leaves all other clocks alone.
const SHIM: &str = r#"
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long offset(void) {
    char text[32] = {0};
    const char *path = getenv("HAUL_TEST_CLOCK");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    return length > 0 ? atol(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += offset();
    return result;
}

int gettimeofday(struct timeval *now, void *zone) {
    struct timespec precise;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
"#;

/// The time of day of programs that have its [`environment`](Self::environment).
pub struct SetClock {
    folder: TempDir,
}

impl SetClock {
    /// As it is.
    pub fn right() -> Self {
        let folder = tempfile::Builder::new().prefix("haul-clock-").tempdir().unwrap();
        let clock = Self { folder };
        std::fs::write(clock.file("clock.c"), SHIM).unwrap();
        let mut compiler = Command::new("cc");
        compiler
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(clock.file("clock.so"))
            .arg(clock.file("clock.c"));
        let output = compiler.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        clock.set(-SEEN);
        let told = Command::new("date").arg("+%s").envs(clock.environment()).output().unwrap();
        let told: i64 = String::from_utf8_lossy(&told.stdout).trim().parse().unwrap();
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs().cast_signed();
        assert!(now - told > SEEN / 2, "programs are not told what the clock is set to");
        clock.set(0);
        clock
    }

    /// So many seconds later, or earlier, than it is.
    pub fn set(&self, seconds: i64) {
        // Renamed, so that nobody reads half a number.
        std::fs::write(self.file("next"), seconds.to_string()).unwrap();
        std::fs::rename(self.file("next"), self.file("offset")).unwrap();
    }

    pub fn environment(&self) -> [(&'static str, String); 2] {
        let text = |name: &str| self.file(name).to_str().unwrap().to_owned();
        [("LD_PRELOAD", text("clock.so")), ("HAUL_TEST_CLOCK", text("offset"))]
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}
