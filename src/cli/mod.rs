//! The command line: parse, call, emit events, exit code. No logic of its own.

mod arguments;
mod build;
mod check;
mod explain;
mod fix;
mod fonts;
mod interrupt;
mod lsp;
mod package;
mod rules;
mod schema;
mod usage;
mod verify;

use std::process::ExitCode;

use clap::Parser as _;

use crate::report::{Ending, GitHubReporter, HumanReporter, JsonReporter, Report, SarifReporter, flush};
use arguments::{Arguments, Command, MessageFormat};

/// How a run ended; scripts and CI rely on the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

impl From<Ending> for Exit {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Clean => Self::Clean,
            Ending::Data => Self::Data,
            Ending::Machine => Self::Machine,
            Ending::Stopped => Self::Interrupted,
        }
    }
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
    interrupt::full_files_are_errors();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return flushed(usage::explain(&error)).into(),
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
    flushed(exit).into()
}

/// How the run ended, once all is written.
fn flushed(exit: Exit) -> Exit {
    if flush() {
        return exit;
    }
    anstream::eprintln!("错误：结果没有写完，标准输出写不进去；请核对磁盘空间，再运行一次");
    Exit::Machine
}

/// The reporter of the format that was asked for.
fn report(format: MessageFormat) -> Report {
    match format {
        MessageFormat::Human => Report::new(HumanReporter::new()),
        MessageFormat::Json => Report::new(JsonReporter),
        MessageFormat::Sarif => Report::new(SarifReporter::default()),
        MessageFormat::Github => Report::new(GitHubReporter),
    }
}

/// Works with so many threads; with all cores where none are named.
fn use_threads(jobs: Option<u16>) {
    if let Some(jobs) = jobs {
        // Fails only where a pool stands already, which a fresh process has not.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
    }
}
