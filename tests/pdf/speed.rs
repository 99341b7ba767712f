//! How long a paper takes.

use std::time::Instant;

use zhoubao::pdf;

use crate::week;

/// Run by hand: `cargo test --release --test pdf -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn time_of_a_paper() {
    let fonts = week::fonts();
    let galley = week::galley(&fonts);
    let mut times = Vec::new();
    for turn in 0..200 {
        let start = Instant::now();
        let bytes = pdf::write(&galley, &fonts).expect("a PDF").len();
        let time = start.elapsed().as_secs_f64() * 1000.0;
        if turn == 0 {
            println!("{} pages, {bytes} bytes; the first {time:.1} ms", galley.pages.len());
        } else {
            times.push(time);
        }
    }
    times.sort_by(f64::total_cmp);
    println!("median {:.2} ms, best {:.2} ms", times[times.len() / 2], times[0]);
}
