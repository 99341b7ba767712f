//! The program `zhoubao`.

use std::process::ExitCode;

/// Papers are made of many small pieces, most of all in cutting fonts down: this takes a tenth off a PDF's time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    zhoubao::cli::run()
}
