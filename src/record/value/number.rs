//! Whole numbers, strictly: ASCII digits, no sign, no separators, no leading zero.

use super::{Wrong, parsed_scalar, shown};
use crate::diagnostic::Certainty;
use crate::yaml::Problems;
use crate::yaml::decode::{self, Decode};
use crate::yaml::tree::Node;

/// Characters that are typed for a digit by mistake.
fn meant_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        'O' | 'o' | 'Ｏ' | '〇' | '○' => Some('0'),
        'l' | 'I' | '丨' => Some('1'),
        _ => None,
    }
}

/// The text with every full-width digit, point or hyphen and every look-alike letter put right.
pub(super) fn put_right(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | ' ' | '\u{3000}'))
        .map(|c| match c {
            '．' => '.',
            '－' => '-',
            _ => meant_digit(c).unwrap_or(c),
        })
        .collect()
}

/// Digits, points and hyphens in full width, put right: nothing else can have been meant.
pub(super) fn half_width(text: &str) -> String {
    text.trim().chars().map(in_half_width).collect()
}

fn in_half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '．' => '.',
        '－' => '-',
        _ => c,
    }
}

/// How sure it is that `fixed` was meant by `text`: certain where only the width of its characters was wrong.
pub(super) fn certainty(text: &str, fixed: &str) -> Certainty {
    if half_width(text) == fixed { Certainty::Certain } else { Certainty::Likely }
}

/// What may stand behind a number and says no more about it than what is counted.
fn is_unit(text: &str) -> bool {
    text.chars().all(|c| "人次家件份号期批起个名辆条项票元分钟".contains(c))
}

/// What is wrong with a percentage where a number is wanted: nobody sees what it is of, and it cannot be added or checked.
pub(super) fn percentage(what: &str, text: &str) -> Option<Wrong> {
    text.trim().ends_with(['%', '％']).then(|| {
        let help =
            "百分比由程序算：office.yaml 台账的「数」里写 { 名称: 整改率, 比: [整改数, 发现数] }，记录里写那两个数";
        Wrong::new(format!("{what}「{}」是百分比，这里要写件数、处数这样的数", shown(text))).help(help)
    })
}

/// Whether a text is ASCII digits and nothing else.
pub(in crate::record) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text is ASCII digits, and perhaps a point and digits.
pub(super) fn is_decimal(text: &str) -> bool {
    text.split('.').all(is_digits) && text.matches('.').count() <= 1
}

/// The number that `text` writes; `what` names it in messages, for instance 期号.
pub(super) fn whole(text: &str, what: &str) -> Result<u32, Wrong> {
    let wrong = |reason: &str| Wrong::new(format!("{what}「{}」{reason}", shown(text)));
    if is_digits(text) {
        if text.len() > 1 && text.starts_with('0') {
            let bare = text.trim_start_matches('0');
            let bare = if bare.is_empty() { "0" } else { bare };
            return Err(wrong("前面多了 0").help(format!("写成 {bare}")));
        }
        return text.parse().map_err(|_| wrong("太大了").help("请核对是不是多打了几位"));
    }
    if text.starts_with(['-', '－', '−']) {
        return Err(wrong("不能是负数").help("去掉前面的负号"));
    }
    let fixed = put_right(text);
    if is_digits(&fixed) {
        let wrong = wrong("里有全角数字、字母或分隔符").help(format!("用半角数字写成 {fixed}"));
        return Err(wrong.fixed(certainty(text, &fixed), fixed));
    }
    let digits: String = fixed.chars().take_while(char::is_ascii_digit).collect();
    let wrong = wrong("不是整数");
    Err(if digits.is_empty() {
        wrong.help("只写半角数字，例如 6")
    } else if is_unit(&fixed[digits.len()..]) && (digits == "0" || !digits.starts_with('0')) {
        wrong.help(format!("只写半角数字，写成 {digits}"))
    } else {
        wrong.help(format!("只写半角数字，例如 {digits}"))
    })
}

impl Decode for u32 {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let text = decode::scalar(node, "一个整数", problems)?;
        whole(text, "数字").map_err(|wrong| problems.push(wrong.at(&node.span))).ok()
    }
}

parsed_scalar!(u32, Count, "一个整数", {
    "type": ["integer", "string"],
    "minimum": 0,
    "maximum": u32::MAX,
    "pattern": "^(0|[1-9][0-9]{0,9})$",
});
