//! `zhoubao lsp`: the language server, on stdin and stdout.

use std::io::{BufReader, stdin, stdout};
use std::process::ExitCode;

use super::exit::Exit;
use super::threads::use_threads;
use crate::editor::{Ended, serve};

/// The codes are the protocol's: 0 after `shutdown`, else 1; and 3 where the machine gives no thread to listen on.
pub(super) fn run() -> ExitCode {
    use_threads(None);
    match serve(BufReader::new(stdin()), stdout().lock()) {
        Ended::Orderly => ExitCode::SUCCESS,
        Ended::Abruptly => ExitCode::FAILURE,
        Ended::Refused => Exit::Machine.into(),
    }
}
