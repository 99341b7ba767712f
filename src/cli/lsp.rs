//! `zhoubao lsp`: the language server, on stdin and stdout.

use std::io::{BufReader, stdin, stdout};
use std::process::ExitCode;

use crate::editor::{Ended, serve};

/// The codes are the protocol's: 0 after `shutdown`, else 1.
pub(super) fn run() -> ExitCode {
    match serve(BufReader::new(stdin()), stdout().lock()) {
        Ended::Orderly => ExitCode::SUCCESS,
        Ended::Abruptly => ExitCode::FAILURE,
    }
}
