//! The command line: parse, call, emit events, exit code. No logic of its own.

mod arguments;
mod build;
mod check;
mod check_explain;
mod exit;
mod explain;
mod findings;
mod fix;
mod fonts;
mod interrupt;
mod kinds;
mod lsp;
mod number;
mod offices;
mod package;
mod persons;
mod reporters;
mod schema;
mod threads;
mod usage;
mod verify;
mod word_fonts;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};
use exit::flushed;

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
        Command::Number(options) => number::run(&options),
        Command::Fonts(options) => fonts::run(&options),
        Command::Schema(options) => schema::run(&options),
        Command::Lsp(_) => return lsp::run(),
    };
    flushed(exit).into()
}
