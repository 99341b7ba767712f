//! Titles (7.3.1): no line ends within a word, a name or a fixed phrase.
//!
//! In `typed.txt` and `unseen.txt` (written one by one) and `made.txt` (put together of the parts of such titles) a `|`
//! stands wherever a line may end. The marks were set before any of these titles was laid out.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use zhoubao::document::{Document, Engine, Origin, Text};
use zhoubao::layout::fonts::Fonts;
use zhoubao::layout::{Element, Style, set};

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::find(None).expect("the free fonts are installed"));

/// The lines of a title that is set alone, without an office's names to go by.
fn lines(title: &str) -> Vec<String> {
    let mut text = Text::default();
    text.push(title, &Arc::new(Origin::Engine(Engine::HeadingNumber)));
    let galley = set(&Document { title: Some(text), ..Document::default() }, &FONTS).expect("all glyphs are there");
    let title = galley.elements.iter().find_map(|element| match element {
        Element::Paragraph(paragraph) if paragraph.style == Style::Title => Some(paragraph),
        _ => None,
    });
    let lines = title.expect("a title").lines.iter();
    lines.map(|line| line.pieces.iter().map(|piece| piece.text.as_str()).collect()).collect()
}

/// Where a marked title may be parted, in characters from its beginning.
fn places(marked: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 0;
    for character in marked.chars() {
        if character == '|' {
            places.push(at);
        } else {
            at += 1;
        }
    }
    places
}

/// The titles with a line that ends elsewhere, as they are set, and how many titles there are.
fn torn(titles: &str) -> (String, usize) {
    let mut torn = String::new();
    for marked in titles.lines() {
        let places = places(marked);
        let lines = lines(&marked.replace('|', ""));
        let mut end = 0;
        let mut is_torn = false;
        for line in lines.iter().take(lines.len() - 1) {
            end += line.chars().count();
            is_torn |= !places.contains(&end);
        }
        if is_torn {
            writeln!(torn, "{}", lines.join(" / ")).unwrap();
        }
    }
    (torn, titles.lines().count())
}

#[test]
fn no_word_or_name_is_torn_in_titles_written_one_by_one() {
    assert_eq!(torn(include_str!("typed.txt")), (String::new(), 104));
}

#[test]
fn no_word_or_name_is_torn_in_titles_of_parts() {
    assert_eq!(torn(include_str!("made.txt")), (String::new(), 300));
}

/// Of these two were torn with the phrases that were known before they were written: 星级酒店 and 律师事务所.
#[test]
fn no_word_or_name_is_torn_in_titles_written_when_the_phrases_were_known() {
    assert_eq!(torn(include_str!("unseen.txt")), (String::new(), 60));
}
