//! The program `zhoubao`.

use std::process::ExitCode;

fn main() -> ExitCode {
    zhoubao::cli::run()
}
