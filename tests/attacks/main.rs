//! What lies on a disk or is done to it as nobody should: seals hold, persons stay hidden, nothing hangs.
//!
//! A minute of it in `make test`; `make attacks` tries all (`ZHOUBAO_ATTACKS=all`).

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[cfg(unix)]
mod guard;
#[cfg(unix)]
mod hostile;
#[cfg(unix)]
mod limits;
mod manifests;
mod packages;
#[path = "../cli/program.rs"]
#[allow(dead_code, reason = "the tests of the command line use the rest")]
mod program;
mod sealed;
mod seals;

mod persons;

/// Of so many attacks those that a short run tries: all where all are asked for, else about `most`, evenly spread.
#[allow(dead_code, reason = "Windows has no attacks of its own")]
fn tried<T>(attacks: Vec<T>, most: usize) -> Vec<T> {
    if std::env::var("ZHOUBAO_ATTACKS").is_ok_and(|asked| asked == "all") {
        return attacks;
    }
    let step = attacks.len().div_ceil(most.max(1)).max(1);
    attacks.into_iter().step_by(step).collect()
}
