//! The command line: parse, call, print, exit code. No logic of its own.

mod arguments;
mod build;
mod check;
mod explain;
mod fonts;
mod interrupt;
mod lsp;
mod mend;
mod package;
mod report;
mod rules;
mod schema;
mod usage;
mod verify;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};

/// How a run ended; scripts and CI rely on the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    /// Done and clean.
    Clean = 0,
    /// The data has errors.
    Data = 1,
    /// The call itself was wrong.
    Usage = 2,
    /// The machine failed: disk, fonts, permission.
    Machine = 3,
    /// Stopped by ctrl-C or SIGTERM: what shells use for the first.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the program with the process's own arguments.
#[must_use]
pub fn run() -> ExitCode {
    #[cfg(unix)]
    full_files_are_errors();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage::told(&error).into(),
    };
    let exit = match arguments.command {
        Command::Build(options) => build::run(&options),
        Command::Verify(options) => verify::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Fonts(options) => fonts::run(&options),
        Command::Schema(options) => schema::run(&options),
        Command::Lsp(_) => return lsp::run(),
    };
    report::flushed(exit).into()
}

/// A file that may grow no further is an error where it is written, and not the end of the process.
#[cfg(unix)]
fn full_files_are_errors() {
    // Where it fails the system ends the process, as it would have.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
}

/// Works with so many threads; with all cores where none are named.
fn use_threads(jobs: Option<u16>) {
    if let Some(jobs) = jobs {
        // Fails only where a pool stands already, which a fresh process has not.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
    }
}
