//! A set paper becomes a PDF that shows every mark where it was set, reads aloud in order, and can be archived.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where what it stands on is missing")]

mod archive;
mod drawing;
mod grey;
mod hand;
mod judge;
#[path = "../krilla/mod.rs"]
mod krilla_writer;
mod oracle;
mod other_fonts;
mod picture;
mod reading;
mod searching;
mod speed;
mod week;

use hand::Hand;
use judge::Saved;
use zhoubao::layout::Galley;
use zhoubao::layout::fonts::Fonts;
use zhoubao::pdf;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn written(galley: &Galley, fonts: &Fonts) -> Saved {
    let saved = Saved::new(&pdf::write(galley, fonts).expect("a PDF"));
    saved.qpdf();
    saved
}

#[test]
fn every_line_comes_out_as_handed_over() {
    let fonts = week::fonts();
    let saved = written(&week::galley(&fonts), &fonts);
    assert_eq!(saved.lines(), week::all_lines());
    assert_eq!(saved.poppler_lines(), week::all_lines());
}

#[test]
fn text_never_becomes_markup() {
    let fonts = week::fonts();
    let lines = ["(甲)\\", "<丙>", "%丁", "/P", "\\u{41}", "a--b...c", "[甲]TJ", "\"甲\"", "&amp;"];
    let mut galley = Hand::plain(&fonts, &lines);
    galley.title = lines.concat();
    let saved = written(&galley, &fonts);
    assert_eq!(saved.lines(), lines);
    assert!(saved.info().contains(&lines.concat()), "{}", saved.info());
}
