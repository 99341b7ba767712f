//! How the program ends.

use std::process::ExitCode;

use crate::report::{Ending, flush, note};

/// How a run ended; scripts and CI rely on the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
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

/// How the run ended, once all is written.
pub(super) fn flushed(exit: Exit) -> Exit {
    if flush() {
        return exit;
    }
    note("错误：结果没有写完，标准输出写不进去，或者标准错误写不进去；请核对磁盘空间，再运行一次");
    Exit::Machine
}
