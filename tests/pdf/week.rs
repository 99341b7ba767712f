//! The real week, its lines as the reference line breaker (`linebreak.py`) broke them.

use zhoubao::layout::fonts::Fonts;
use zhoubao::layout::{Galley, Style};

use crate::hand::Hand;

/// Tracking in twentieths of a point, a tab, the text; an empty line between paragraphs.
const WEEK: &str = include_str!("week.txt");

/// The title's lines are ours: the expected text has none.
pub const TITLE: [&str; 2] = ["盘龙区旅游市场监管综合调度指挥中心", "旅游市场秩序整治工作周报（第2期）"];
pub const ORGAN: &str = "盘龙区旅游市场监管综合调度指挥中心";
pub const DATE: &str = "2021年1月15日";

pub fn fonts() -> Fonts {
    Fonts::find(None).expect("the free fonts are installed")
}

/// The week's paragraphs, each as its lines: tracking in points, text.
fn paragraphs() -> Vec<Vec<(f64, &'static str)>> {
    let line = |line: &'static str| {
        let (tracking, text) = line.split_once('\t').expect("a tab in every line");
        (tracking.parse::<f64>().expect("tracking in twentieths") / 20.0, text)
    };
    WEEK.split("\n\n").map(|paragraph| paragraph.lines().map(line).collect()).collect()
}

/// All lines of the paper in order, as a reader meets them.
pub fn all_lines() -> Vec<&'static str> {
    let body = paragraphs().into_iter().flatten().map(|(_, text)| text);
    TITLE.into_iter().chain(body).chain([ORGAN, DATE]).collect()
}

pub fn galley(fonts: &Fonts) -> Galley {
    let mut hand = Hand::new(fonts);
    hand.galley.title = TITLE.concat();
    ORGAN.clone_into(&mut hand.galley.author);
    hand.galley.date = Some((2021, 1, 15));
    hand.paragraph(Style::Title, &TITLE.map(|text| (0.0, text)));
    for (index, lines) in paragraphs().iter().enumerate() {
        let first = lines[0].1;
        let style = match first.chars().next() {
            _ if index == 0 => Style::Addressee,
            Some('一' | '二' | '三') if first.contains('、') && lines.len() == 1 => Style::Heading1,
            Some('（') => Style::Heading2,
            _ => Style::Body,
        };
        hand.paragraph(style, lines);
    }
    hand.blank();
    hand.paragraph(Style::Organ, &[(-0.25, ORGAN)]);
    hand.paragraph(Style::Date, &[(-0.25, DATE)]);
    hand.number_pages();
    hand.galley
}
