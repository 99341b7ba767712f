//! The real week as finished lines (`real_week.json`), and what the tests of the Word writer share.
//!
//! The lines and their tracking were made by the reference model of line breaking, not by `zhoubao::layout`, so that
//! these tests judge the writer alone.

use std::io::{Cursor, Read};

use serde_json::Value;
use zhoubao::layout::fonts::Fonts;
use zhoubao::layout::{Align, Element, Galley, Line, Paragraph, Piece, Style, Twip};

pub fn fonts() -> Fonts {
    Fonts::find(None).expect("the free fonts are installed: make fonts")
}

pub fn real_week(fonts: &Fonts) -> Galley {
    let week: Value = serde_json::from_str(include_str!("real_week.json")).unwrap();
    let elements = week["elements"].as_array().unwrap().iter();
    Galley {
        title: week["title"].as_str().unwrap().to_owned(),
        author: week["author"].as_str().unwrap().to_owned(),
        elements: elements
            .map(|element| match element {
                Value::Null => Element::Blank,
                paragraph => Element::Paragraph(read(paragraph, fonts)),
            })
            .collect(),
    }
}

fn read(paragraph: &Value, fonts: &Fonts) -> Paragraph {
    let (style, align, first) = match paragraph["style"].as_str().unwrap() {
        "Title" => (Style::Title, Align::Centre, 0),
        "Addressee" => (Style::Addressee, Align::Justify, 0),
        "Heading1" => (Style::Heading1, Align::Justify, 630),
        "Heading2" => (Style::Heading2, Align::Justify, 630),
        "Body" => (Style::Body, Align::Justify, 630),
        "Organ" => (Style::Organ, Align::Right, 0),
        "Date" => (Style::Date, Align::Right, 0),
        "Note" => (Style::Note, Align::Justify, 630),
        other => panic!("no such style: {other}"),
    };
    let lines = paragraph["lines"].as_array().unwrap().iter().map(|line| Line {
        pieces: vec![piece(line["text"].as_str().unwrap(), style, fonts)],
        tracking: Twip(i32::try_from(line["tracking"].as_i64().unwrap()).unwrap()),
        fragile: false,
    });
    let right = i32::try_from(paragraph["right"].as_i64().unwrap_or(0)).unwrap();
    Paragraph { style, align, first: Twip(first), right: Twip(right), lines: lines.collect() }
}

pub fn piece(text: &str, style: Style, fonts: &Fonts) -> Piece {
    Piece { text: text.to_owned(), face: fonts.role(style.role()), gap: false }
}

/// A galley of one body paragraph in one line.
pub fn one_line(text: &str, fonts: &Fonts) -> Galley {
    let line = Line { pieces: vec![piece(text, Style::Body, fonts)], tracking: Twip(-5), fragile: false };
    let paragraph =
        Paragraph { style: Style::Body, align: Align::Justify, first: Twip(630), right: Twip(0), lines: vec![line] };
    Galley { title: "标题".to_owned(), author: "机关".to_owned(), elements: vec![Element::Paragraph(paragraph)] }
}

/// Every line of a galley, in order, without white space.
pub fn lines(galley: &Galley) -> Vec<String> {
    let paragraphs = galley.elements.iter().filter_map(|element| match element {
        Element::Paragraph(paragraph) => Some(paragraph),
        Element::Blank => None,
    });
    let lines = paragraphs.flat_map(|paragraph| &paragraph.lines);
    lines.map(|line| dense(&line.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>())).collect()
}

pub fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// One part of a .docx.
pub fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}
