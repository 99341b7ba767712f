//! Document numbers: a thousand calls at once give a thousand different numbers without a gap, and nothing that was typed
//! is touched, however it was typed.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "../cli/program.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line")]
mod program;

mod at_once;
mod kept;
