//! A process that makes papers for a province: what it keeps of fonts from one to the next is bounded.

#![allow(clippy::expect_used, reason = "a test stops where what it stands on is missing")]

use std::alloc::System;
use std::fs;
use std::path::Path;

use cap::Cap;
use rayon::prelude::*;
use zhoubao::document::{Block, Document, Engine, Level, Text};
use zhoubao::layout::fonts::{self, Fonts, Role};
use zhoubao::{layout, pdf};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

const PAPERS: usize = 10_000;
/// By then nearly all glyphs of all faces are kept that will ever be: what is held beyond that is a leak.
const WARM: usize = 8_000;
/// Six faces each.
const FOLDERS: usize = 5;
/// Of Han characters that GB 2312 has, U+4E00 and after: papers differ in them.
const HAN: u32 = 6_000;

/// The free fonts, under another path: other fonts, as far as the program knows.
fn fonts(folder: &Path) -> Fonts {
    let own = fonts::own_folder().expect("a folder for fonts");
    for font in fs::read_dir(own).expect("the free fonts are installed") {
        let font = font.expect("a font").path();
        fs::copy(&font, folder.join(font.file_name().expect("a file"))).expect("a copy");
    }
    Fonts::find(Some(folder)).expect("the free fonts are installed")
}

/// A hundred characters that change from paper to paper, of which each font has those that it has.
fn paper(number: usize, fonts: &Fonts) -> Document {
    let mut state = number as u64 + 1;
    let mut characters = |count: usize| -> String {
        let mut text = String::new();
        while text.chars().count() < count {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = u32::try_from(state >> 33).unwrap_or(0) % HAN;
            text.extend(char::from_u32(0x4e00 + at).filter(|han| fonts.measure(Role::FangSong, *han).is_some()));
        }
        text
    };
    let mut text = |count| Text::engine(Engine::Separator, &characters(count));
    let heading = Block::Heading { level: Level::One, text: text(10) };
    Document { title: Some(text(20)), body: vec![heading, Block::Paragraph(text(100))], ..Document::default() }
}

/// Makes the papers, and says how many bytes are held afterwards.
fn make(papers: std::ops::Range<usize>, fonts: &[Fonts]) -> usize {
    papers.into_par_iter().for_each(|number| {
        let fonts = &fonts[number % fonts.len()];
        let galley = layout::set(&paper(number, fonts), fonts).expect("a galley");
        assert!(pdf::write(&galley, fonts).expect("a PDF").starts_with(b"%PDF"));
    });
    ALLOCATOR.allocated()
}

#[test]
fn ten_thousand_papers_in_thirty_fonts_hold_no_more_than_eight_thousand() {
    let folders: Vec<_> = (0..FOLDERS).map(|_| tempfile::tempdir().expect("a folder")).collect();
    let fonts: Vec<_> = folders.iter().map(|folder| fonts(folder.path())).collect();
    assert!(fonts.iter().map(|fonts| fonts.all().len()).sum::<usize>() >= 30);
    let warm = make(0..WARM, &fonts);
    let held = make(WARM..PAPERS, &fonts);
    println!("{} MB after {WARM}, {} MB after {PAPERS}", warm / 1_000_000, held / 1_000_000);
    assert!(held * 20 <= warm * 21, "{warm} bytes after {WARM} papers, {held} after {PAPERS}");
}
