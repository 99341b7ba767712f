//! How long a paper takes.

use std::time::Instant;

use zhoubao::layout::fonts::Fonts;
use zhoubao::layout::{Element, Galley, Part};
use zhoubao::pdf;

use crate::week;

/// Run by hand: `cargo test --release --test pdf -- --ignored --nocapture`.
///
/// The same paper again and again, then papers that each lack another paragraph, as no two weeks' words are the same.
#[test]
#[ignore = "a measurement"]
fn time_of_a_paper() {
    let fonts = week::fonts();
    let week = week::galley(&fonts);
    let is_long = |element: &Element| matches!(element, Element::Paragraph(paragraph) if paragraph.lines.len() > 2);
    let papers = (0..week.elements.len()).filter(|index| is_long(&week.elements[*index])).map(|index| {
        let mut paper = week.clone();
        paper.pages.iter_mut().for_each(|page| page.drawn.retain(|mark| mark.part != Part::Element(index)));
        paper
    });
    let papers: Vec<Galley> = papers.collect();
    println!("{} pages; the first {:.1} ms", week.pages.len(), milliseconds(&week, &fonts));
    let same = (0..200).map(|_| milliseconds(&week, &fonts));
    println!("the same: {}", told(same));
    let other = (0..10).flat_map(|_| &papers).map(|paper| milliseconds(paper, &fonts));
    println!("others: {}", told(other));
}

fn milliseconds(galley: &Galley, fonts: &Fonts) -> f64 {
    let start = Instant::now();
    pdf::write(galley, fonts).expect("a PDF");
    start.elapsed().as_secs_f64() * 1000.0
}

fn told(times: impl Iterator<Item = f64>) -> String {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    format!("median {:.2} ms, best {:.2} ms", times[times.len() / 2], times[0])
}
