//! PDF.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where what it stands on is missing")]

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod hand;
mod week;

use std::time::Instant;

use zhoubao::layout::{Element, Ink};
use zhoubao::pdf;

/// Run by hand: `cargo test --release --test pdf -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn time_of_a_paper() {
    let fonts = week::fonts();
    let mut times = Vec::new();
    for turn in 0..200 {
        let galley = week::galley(&fonts);
        let start = Instant::now();
        let bytes = pdf::write(&galley, &fonts).expect("a PDF");
        let time = start.elapsed().as_secs_f64() * 1000.0;
        if turn == 0 {
            println!("first {time:.1} ms, {} bytes, {} pages", bytes.len(), galley.pages.len());
            std::fs::write("/tmp/paper.pdf", bytes).expect("write");
        } else {
            times.push(time);
        }
    }
    times.sort_by(f64::total_cmp);
    println!("median {:.2} ms, best {:.2}", times[times.len() / 2], times[0]);
}
