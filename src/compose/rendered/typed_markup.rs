//! What a template's own words would print as they were typed, though they were meant otherwise: numbers of headings, and
//! marks that CommonMark does not take for markup.

use crate::compose::mark;
use crate::record::typed_number::{NumberLevel, typed_number};
use crate::record::value::Wrong;

/// Marks around emphasised words. Beside a Chinese quotation mark or bracket CommonMark leaves them as they are.
const EMPHASIS: [&str; 3] = ["**", "__", "~~"];

/// The template's line, which is looked for only where it is to be shown.
type Line<'a> = &'a dyn Fn() -> String;

/// What is wrong with a heading; `raw` is what was rendered.
pub(super) fn in_heading(raw: &str, line: Line) -> Option<Wrong> {
    let words = raw.trim_start_matches(['#', ' ']);
    in_any(raw, line).or_else(|| {
        let (_, number) = own_number(words)?;
        let wrong = Wrong::new(format!("标题里写了序号「{number}」，印出来会有两个序号"));
        Some(wrong.help(format!("序号由程序编，这一行写成：{}", line().replacen(number.as_str(), "", 1))))
    })
}

/// What is wrong with a paragraph.
pub(super) fn in_paragraph(raw: &str, line: Line) -> Option<Wrong> {
    in_any(raw, line).or_else(|| hash(raw, line)).or_else(|| {
        let (level, number) = own_number(raw)?;
        let hashes = match level {
            NumberLevel::One => "#",
            NumberLevel::Two => "##",
            NumberLevel::Three | NumberLevel::Four => return None,
        };
        let words = line().replacen(number.as_str(), "", 1);
        let wrong = Wrong::new(format!("段落开头写了序号「{number}」，不会成为标题，序号也不会接着编"));
        Some(wrong.help(match words.split_once('。') {
            Some((heading, behind)) if !behind.is_empty() => {
                format!("标题和下面的话分成两段：先写「{hashes} {}」，空一行，再写「{behind}」", heading.trim())
            }
            _ => format!("序号由程序编，这一行写成：{hashes} {}", words.trim()),
        }))
    })
}

/// Marks of emphasis in pairs, anywhere.
pub(super) fn in_any(raw: &str, line: Line) -> Option<Wrong> {
    let pair = EMPHASIS.into_iter().find(|pair| occurrences(raw, pair) >= 2)?;
    let name = if pair == "~~" { "删除线" } else { "加粗" };
    let escaped: String = pair.chars().flat_map(|mark| ['\\', mark]).collect();
    let wrong = Wrong::new(format!("这里用 {pair} 标了{name}，公文里没有这种格式"));
    let help = format!("这一行写成：{}；确实要印 {pair} 的，写成 {escaped}", line().replace(pair, ""));
    Some(wrong.help(help))
}

/// How often a pair of marks stands there as such: no part of a longer row of them, and without a backslash.
fn occurrences(raw: &str, pair: &str) -> usize {
    let mark = pair.chars().next().unwrap_or_default();
    let stands_alone = |at: usize| !raw[..at].ends_with([mark, '\\']) && !raw[at + pair.len()..].starts_with(mark);
    raw.match_indices(pair).filter(|(at, _)| stands_alone(*at)).count()
}

/// A # that begins no heading: a full-width one, or one without a space behind it.
fn hash(raw: &str, line: Line) -> Option<Wrong> {
    let own = own_beginning(raw);
    if !own.starts_with(['#', '＃']) {
        return None;
    }
    let line = line();
    let words = line.trim_start_matches(['#', '＃', ' ', '\u{3000}']);
    let level = line.chars().take_while(|c| matches!(c, '#' | '＃')).count().clamp(1, 4);
    let wrong = Wrong::new("这一行没有成为标题，「#」会照原样印出来");
    Some(wrong.help(format!("# 要半角，后面空一格，这一行写成：{} {words}", "#".repeat(level))))
}

/// The number with which the template's own words begin, and how it is typed.
fn own_number(words: &str) -> Option<(NumberLevel, String)> {
    let own = own_beginning(words);
    let plain = mark::plain(own);
    let number = typed_number(&plain)?;
    let is_own = number.length <= mark::until_special(own);
    is_own.then(|| (number.level, plain[..number.length].trim().to_owned()))
}

/// The text behind the marks of lines with which it begins.
fn own_beginning(mut text: &str) -> &str {
    while let Some(behind) = text.strip_prefix(mark::LINE).and_then(|text| text.split_once(mark::LINE_END)) {
        text = behind.1;
    }
    text
}
