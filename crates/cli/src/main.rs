//! `haul`: the command line. Starts the runtime, and turns whatever happened into words and an exit code.

mod args;
mod exit_code;
mod get;
mod plan;
mod report;
mod signals;
mod tracked;

use clap::Parser;
use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use args::{Cli, Command, GetArgs};
use get::GetError;

/// Threads for transfers: one is busy with the sockets while the other writes. More cost more than they bring.
const THREADS: usize = 2;
/// What is still being written when everything else has ended may hold up the end no longer than this.
const LAST_WRITES: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let cli = match Cli::try_parse_from(args::with_command(std::env::args_os())) {
        Ok(cli) => cli,
        Err(error) => {
            // A closed terminal cannot be told that it is closed.
            let _unheard = error.print();
            return if error.use_stderr() { exit_code::BAD_OPTION } else { exit_code::ALL_DONE }.into();
        }
    };
    log_if_asked();
    let ended = match &cli.command {
        Command::Get(args) => get(args),
    };
    ended
        .unwrap_or_else(|error| {
            // Nobody listens: the exit code still tells.
            let _unheard = writeln!(std::io::stderr(), "haul: {error}");
            error.code()
        })
        .into()
}

fn get(args: &GetArgs) -> Result<u8, GetError> {
    let plan = plan::plan(args)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(THREADS)
        .enable_all()
        .build()
        .map_err(GetError::Threads)?;
    let code = runtime.block_on(get::get(args, plan));
    runtime.shutdown_timeout(LAST_WRITES);
    code
}

/// `HAUL_LOG=debug` shows what the engine does, on standard error.
fn log_if_asked() {
    if let Ok(filter) = tracing_subscriber::EnvFilter::try_from_env("HAUL_LOG") {
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    }
}
