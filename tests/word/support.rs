//! Galleys made by hand, and what the tests of the Word writer share.
//!
//! The real week's lines and their tracking (`real_week.json`) were made by the reference model of line breaking, not
//! by `zhoubao::layout`, so that these tests judge the writer alone.

use std::io::{Cursor, Read};

use serde_json::Value;
use zhoubao::document::{Engine, Form, Margins, WordFonts};
use zhoubao::layout::fonts::{Fonts, Role};
use zhoubao::layout::{
    Align, Blank, Colour, Element, Fixed, Galley, Line, Mm, OriginId, Origins, Paragraph, Piece, Pt, Rule, RuleKind,
    Style, Tab, Table, TableCell, TableRow, Twip,
};

pub fn fonts() -> Fonts {
    Fonts::find(None).expect("the free fonts are installed: make fonts")
}

/// A galley of these elements, on the grid of the standard.
pub fn galley(elements: Vec<Element>) -> Galley {
    Galley {
        form: Form::Plain,
        margins: Margins::Ink,
        word_fonts: WordFonts::default(),
        title: "标题".to_owned(),
        author: "机关".to_owned(),
        date: Some((2021, 1, 15)),
        pitch: PITCH,
        closed_up: None,
        elements,
        pages: Vec::new(),
        origins: Origins::default(),
    }
}

/// A paragraph of a style, with a line for each text, as layout sets it on the grid.
pub fn paragraph(style: Style, lines: &[&str], fonts: &Fonts) -> Paragraph {
    let line =
        |text: &&str| Line { pieces: vec![piece(text, style, fonts)], tracking: style.tracking(), fragile: false };
    Paragraph {
        forced: matches!(style, Style::Title | Style::Mark | Style::AttachmentTitle),
        lines: lines.iter().map(line).collect(),
        ..Paragraph::new(style, PITCH)
    }
}

pub fn element(style: Style, lines: &[&str], fonts: &Fonts) -> Element {
    Element::Paragraph(paragraph(style, lines, fonts))
}

/// The grid's line pitch.
pub const PITCH: Twip = Twip(592);

pub fn room(height: Twip) -> Element {
    Element::Blank(Blank { height, keep_next: false })
}

pub fn blank() -> Element {
    room(PITCH)
}

/// One full line of 28 characters, and a paragraph of `count` of them.
pub fn full(count: usize, fonts: &Fonts) -> Element {
    let mut body =
        paragraph(Style::Body, &vec!["一二三四五六七八九十一二三四五六七八九十一二三四五六七八"; count], fonts);
    body.first = Twip(0);
    Element::Paragraph(body)
}

pub fn piece(text: &str, style: Style, fonts: &Fonts) -> Piece {
    Piece { text: text.to_owned(), face: fonts.role(style.role()), origin: OriginId::default(), gap: false, tab: false }
}

pub fn rule(kind: RuleKind, weight: f64, colour: Colour, gap: f64) -> Rule {
    Rule { kind, weight: Pt(weight), colour, gap: Pt(gap), element: Engine::RedLine }
}

/// A place on the sheet, in mm but for `top`, which is in points.
pub fn fixed(left: f64, top: f64, width: f64) -> Fixed {
    Fixed { left: Mm(left).pt(), top: Pt(top), width: Mm(width).pt(), in_footer: false }
}

/// The rules of a 版记, in points: 0.35 and 0.25 mm.
pub const THICK: f64 = 0.992;
pub const THIN: f64 = 0.709;
/// A line of a 版记.
pub const IMPRINT_PITCH: Twip = Twip(560);

/// 版记 whose last rule lies at y = 262 mm, of two paragraphs of one line each.
pub fn imprint(fonts: &Fonts) -> Vec<Element> {
    let pitch = IMPRINT_PITCH.pt().0;
    // The last rule's middle is at 262 mm.
    let bottom = Mm(262.0).pt().0 - THICK / 2.0;
    let mut copies = paragraph(Style::CopiesTo, &["抄送：区委办公室，区人大常委会办公室，区文化和旅游局。"], fonts);
    copies.pitch = IMPRINT_PITCH;
    (copies.left, copies.first, copies.right) = (Twip(280 * 4), Twip(-280 * 3), Twip(280));
    copies.above = Some(rule(RuleKind::Single, THICK, Colour::Black, 0.0));
    copies.fixed = Some(fixed(28.0, bottom - pitch - THIN - pitch, 156.0));
    let mut imprint = paragraph(Style::Imprint, &[], fonts);
    imprint.pitch = IMPRINT_PITCH;
    (imprint.left, imprint.right) = (Twip(280), Twip(280));
    imprint.tabs = vec![Tab { at: Twip(8844 - 280), right: true }];
    let date = Piece { tab: true, ..piece("2021年1月15日印发", Style::Imprint, fonts) };
    let pieces = vec![piece("盘龙区旅游市场监管指挥中心", Style::Imprint, fonts), date];
    imprint.lines = vec![Line { pieces, tracking: Twip(0), fragile: false }];
    imprint.above = Some(rule(RuleKind::Single, THIN, Colour::Black, 0.0));
    imprint.below = Some(rule(RuleKind::Single, THICK, Colour::Black, 0.0));
    imprint.fixed = Some(fixed(28.0, bottom - pitch, 156.0));
    vec![Element::Paragraph(copies), Element::Paragraph(imprint)]
}

pub fn real_week(fonts: &Fonts) -> Galley {
    let week: Value = serde_json::from_str(include_str!("real_week.json")).unwrap();
    let elements = week["elements"].as_array().unwrap().iter();
    let elements = elements.map(|element| match element {
        Value::Null => blank(),
        paragraph => Element::Paragraph(read(paragraph, fonts)),
    });
    Galley {
        title: week["title"].as_str().unwrap().to_owned(),
        author: week["author"].as_str().unwrap().to_owned(),
        ..galley(elements.collect())
    }
}

fn read(json: &Value, fonts: &Fonts) -> Paragraph {
    let style = match json["style"].as_str().unwrap() {
        "Title" => Style::Title,
        "Addressee" => Style::Addressee,
        "Heading1" => Style::Heading1,
        "Heading2" => Style::Heading2,
        "Body" => Style::Body,
        "Organ" => Style::Organ,
        "Date" => Style::Date,
        "Note" => Style::Note,
        other => panic!("no such style: {other}"),
    };
    let lines = json["lines"].as_array().unwrap().iter().map(|line| Line {
        pieces: vec![piece(line["text"].as_str().unwrap(), style, fonts)],
        tracking: Twip(i32::try_from(line["tracking"].as_i64().unwrap()).unwrap()),
        fragile: false,
    });
    let right = Twip(i32::try_from(json["right"].as_i64().unwrap_or(0)).unwrap());
    Paragraph { lines: lines.collect(), right, ..paragraph(style, &[], fonts) }
}

/// A galley of one body paragraph in one line.
pub fn one_line(text: &str, fonts: &Fonts) -> Galley {
    galley(vec![element(Style::Body, &[text], fonts)])
}

/// Every line of a galley, in order, without white space.
pub fn lines(galley: &Galley) -> Vec<String> {
    let lines = galley.paragraphs().flat_map(|paragraph| &paragraph.lines);
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

/// A text in 楷体, as names of 签发人 are.
pub fn kai(text: &str, fonts: &Fonts) -> Piece {
    Piece { face: fonts.role(Role::KaiTi), ..piece(text, Style::Body, fonts) }
}

/// A cell of one paragraph.
pub fn cell(column: usize, columns: usize, rows: usize, text: &[&str], fonts: &Fonts) -> TableCell {
    let mut one = paragraph(Style::Cell, text, fonts);
    one.align = Align::Centre;
    one.pitch = Twip(360);
    TableCell { column, columns, rows, paragraphs: vec![one] }
}

fn head(column: usize, columns: usize, rows: usize, text: &str, fonts: &Fonts) -> TableCell {
    let mut one = paragraph(Style::HeaderCell, &[text], fonts);
    one.pitch = Twip(360);
    TableCell { column, columns, rows, paragraphs: vec![one] }
}

/// A table of two head rows and `rows` others, with cells over several columns and rows.
pub fn table_of(rows: usize, fonts: &Fonts) -> Table {
    let columns = vec![Twip(844), Twip(3000), Twip(2500), Twip(2500)];
    let row = |height, cells| TableRow { height: Twip(height), breaks: false, cells };
    let mut all = vec![
        row(480, vec![head(0, 1, 2, "序号", fonts), head(1, 1, 2, "单位", fonts), head(2, 2, 1, "件数", fonts)]),
        row(480, vec![head(2, 1, 1, "投诉", fonts), head(3, 1, 1, "办结", fonts)]),
    ];
    for number in 1..=rows {
        let mut cells = vec![
            cell(0, 1, 1, &[&number.to_string()], fonts),
            cell(1, 1, 1, &["区文化和旅游局"], fonts),
            cell(3, 1, 1, &["3"], fonts),
        ];
        if number % 2 == 1 {
            cells.insert(2, cell(2, 1, if number == rows { 1 } else { 2 }, &["4"], fonts));
        }
        all.push(row(600, cells));
    }
    Table { columns, ruled: true, left: Twip(0), header_rows: 2, rows: all, new_page: false }
}
