//! A galley of the real week, made without `layout`: its lines come from the reference line breaker.

use zhoubao::layout::fonts::{FaceId, Fonts, Role};
use zhoubao::layout::{Align, Element, Galley, Line, Paragraph, Piece, Style, Twip, page};

/// Lines as the reference (`linebreak.py`) broke them: tracking in twentieths of a point, a tab, the text; an empty
/// line between paragraphs.
const WEEK: &str = include_str!("week.txt");

/// The title's lines are ours: the expected text has none.
pub const TITLE: [&str; 2] = ["盘龙区旅游市场监管综合调度指挥中心", "旅游市场秩序整治工作周报（第2期）"];
pub const ORGAN: &str = "盘龙区旅游市场监管综合调度指挥中心";
pub const DATE: &str = "2021年1月15日";

pub fn fonts() -> Fonts {
    Fonts::find(None).expect("the free fonts are installed")
}

/// The week's paragraphs, each as its lines' text.
pub fn texts() -> Vec<Vec<String>> {
    let text = |line: &str| line.split_once('\t').expect("a tab in every line").1.to_owned();
    WEEK.split("\n\n").map(|paragraph| paragraph.lines().map(text).collect()).collect()
}

/// All lines of the paper in order, as a reader meets them.
pub fn all_lines() -> Vec<String> {
    let head = TITLE.map(str::to_owned);
    let foot = [ORGAN, DATE].map(str::to_owned);
    head.into_iter().chain(texts().into_iter().flatten()).chain(foot).collect()
}

pub fn galley(fonts: &Fonts) -> Galley {
    let title =
        paragraph(Style::Title, Align::Centre, 0, 0, TITLE.map(|text| line(fonts, Role::XiaoBiaoSong, text, 0)));
    let mut elements = vec![Element::Paragraph(title), Element::Blank];
    for (index, lines) in WEEK.split("\n\n").enumerate() {
        let first = lines.split_once('\t').expect("a tab in every line").1;
        let style = match first.chars().next() {
            _ if index == 0 => Style::Addressee,
            Some('一' | '二' | '三') if first.contains('、') && lines.lines().count() == 1 => Style::Heading1,
            Some('（') => Style::Heading2,
            _ => Style::Body,
        };
        let set = |text: &str| {
            let (tracking, text) = text.split_once('\t').expect("a tab in every line");
            line(fonts, style.role(), text, tracking.parse().expect("tracking in twentieths"))
        };
        let indent = if index == 0 { 0 } else { page::INDENT.0 };
        elements.push(Element::Paragraph(paragraph(style, Align::Justify, indent, 0, lines.lines().map(set))));
    }
    elements.push(Element::Blank);
    for (style, text, right) in [(Style::Organ, ORGAN, 630), (Style::Date, DATE, 2520)] {
        let lines = [line(fonts, Role::FangSong, text, -5)];
        elements.push(Element::Paragraph(paragraph(style, Align::Right, 0, right, lines)));
    }
    Galley { title: TITLE.concat(), author: ORGAN.to_owned(), elements }
}

pub fn paragraph(
    style: Style,
    align: Align,
    first: i32,
    right: i32,
    lines: impl IntoIterator<Item = Line>,
) -> Paragraph {
    Paragraph { style, align, first: Twip(first), right: Twip(right), lines: lines.into_iter().collect() }
}

/// Pieces end where the face changes and between Han and Latin, where a gap stands.
pub fn line(fonts: &Fonts, role: Role, text: &str, tracking: i32) -> Line {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = None;
    for character in text.chars() {
        let face = fonts.face_for(role, character).unwrap_or_else(|| fonts.role(role));
        let gap = before.is_some_and(|before| is_gap(before, character));
        push(&mut pieces, character, face, gap);
        before = Some(character);
    }
    Line { pieces, tracking: Twip(tracking), fragile: false }
}

fn push(pieces: &mut Vec<Piece>, character: char, face: FaceId, gap: bool) {
    match pieces.last_mut() {
        Some(last) if last.face == face && !gap => last.text.push(character),
        _ => pieces.push(Piece { text: character.to_string(), face, gap }),
    }
}

fn is_gap(a: char, b: char) -> bool {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '〇';
    (han(a) && b.is_ascii_alphanumeric()) || (a.is_ascii_alphanumeric() && han(b))
}
