//! What stands on a page is found by those who look for it, and copied as it was typed.

use zhoubao::layout::Style;

use crate::hand::Hand;
use crate::{week, written};

/// Lines in which Han stands beside digits, letters and signs.
const LINES: [&str; 4] =
    ["1月11日至15日共受理12件", "占80%，同比下降3.5个百分点", "12345热线转来A级景区投诉", "全市共5家、8家次"];

#[test]
fn no_gap_between_han_and_latin_reads_as_a_blank() {
    let fonts = week::fonts();
    for tracking in [-0.6, -0.25, 0.0, 0.25, 0.7] {
        let mut hand = Hand::new(&fonts);
        for line in LINES {
            hand.paragraph(Style::Body, &[(tracking, line)]);
        }
        let saved = written(&hand.galley, &fonts);
        for (reader, text) in saved.texts() {
            let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
            assert_eq!(lines, LINES, "{reader}, with {tracking} pt between");
        }
    }
}

#[test]
fn a_blank_that_was_typed_is_one() {
    let fonts = week::fonts();
    let saved = written(&Hand::plain(&fonts, &["张 三 A B"]), &fonts);
    for (reader, text) in saved.texts() {
        assert_eq!(text.trim(), "张 三 A B", "{reader}");
    }
}
