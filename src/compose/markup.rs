//! A rendered template's light markup: CommonMark, of which a paper uses headings and paragraphs.
//!
//! `#` to `####` are the four levels of GB/T 9704-2012, 7.3.3. Their numbers are computed here and never typed.
//! A line break within a paragraph of the template means nothing, so that long sentences can be laid out in lines.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::reader::Reader;
use crate::document::{Block, Level, Origin, Text};

/// Markup that a paper has no use for: what it is, and where in the rendered text it begins.
#[derive(Debug)]
pub(super) struct Unsupported {
    pub(super) what: &'static str,
    pub(super) range: Range<usize>,
}

/// The body's blocks, headings numbered.
pub(super) fn blocks(rendered: &str, reader: &mut Reader) -> Result<Vec<Block>, Unsupported> {
    let mut blocks = Vec::new();
    let mut numbers = Numbers::default();
    let mut paragraphs: Vec<Text> = Vec::new();
    for (event, range) in Parser::new_ext(rendered, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let level = self::level(level).ok_or(Unsupported { what: "五级以下标题", range })?;
                if level == Level::One {
                    reader.dates.restart();
                }
                let mut text = Text::default();
                text.push(numbers.next(level), &Arc::new(Origin::Engine));
                paragraphs.push(text);
            }
            Event::Text(text) => reader.read(&text, &mut paragraphs),
            Event::Start(Tag::Paragraph) | Event::SoftBreak => {}
            Event::End(TagEnd::Paragraph) => {
                blocks.extend(paragraphs.drain(..).filter(|text| !text.is_empty()).map(Block::Paragraph));
            }
            Event::End(TagEnd::Heading(level)) => {
                let level = self::level(level).ok_or(Unsupported { what: "五级以下标题", range })?;
                let mut whole = Text::default();
                paragraphs.drain(..).flat_map(|text| text.0).for_each(|run| whole.push(run.text, &run.origin));
                blocks.push(Block::Heading { level, text: whole });
            }
            event => return Err(Unsupported { what: name(&event), range }),
        }
    }
    Ok(blocks)
}

fn level(level: HeadingLevel) -> Option<Level> {
    match level {
        HeadingLevel::H1 => Some(Level::One),
        HeadingLevel::H2 => Some(Level::Two),
        HeadingLevel::H3 => Some(Level::Three),
        HeadingLevel::H4 => Some(Level::Four),
        HeadingLevel::H5 | HeadingLevel::H6 => None,
    }
}

fn name(event: &Event) -> &'static str {
    match event {
        Event::Start(Tag::List(_) | Tag::Item) => "列表",
        Event::Start(Tag::CodeBlock(_)) => "缩进四格或 ``` 的代码块",
        Event::Start(Tag::Emphasis | Tag::Strong) => "用 * 或 _ 标的强调",
        Event::Start(Tag::BlockQuote(_)) => "用 > 标的引文",
        Event::Start(Tag::Link { .. } | Tag::Image { .. }) => "链接或图片",
        Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => "HTML",
        Event::Code(_) => "用 ` 标的代码",
        Event::Rule => "分隔线",
        Event::HardBreak => "行末两个空格的强制换行",
        _ => "公文里没有的标记",
    }
}

/// Running numbers of the four levels; each level starts anew under every heading above it.
#[derive(Debug, Default)]
struct Numbers([u32; 4]);

impl Numbers {
    fn next(&mut self, level: Level) -> String {
        let at = level as usize;
        self.0[at + 1..].fill(0);
        self.0[at] += 1;
        let number = self.0[at];
        match level {
            Level::One => format!("{}、", han(number)),
            Level::Two => format!("（{}）", han(number)),
            Level::Three => format!("{number}."),
            Level::Four => format!("（{number}）"),
        }
    }
}

/// A number in Chinese numerals: 十一, 二十; up to 99, beyond which it stays Arabic.
fn han(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, number % 10);
    match (DIGITS.get(tens as usize), DIGITS[ones as usize]) {
        (_, one) if tens == 0 => one.to_owned(),
        (_, one) if tens == 1 => format!("十{one}"),
        (Some(ten), one) => format!("{ten}十{one}"),
        (None, _) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_chinese_and_start_anew_under_each_heading() {
        let mut numbers = Numbers::default();
        let levels = [Level::One, Level::Two, Level::Three, Level::Four, Level::Two, Level::One, Level::Two];
        let told: Vec<_> = levels.into_iter().map(|level| numbers.next(level)).collect();
        assert_eq!(told, ["一、", "（一）", "1.", "（1）", "（二）", "二、", "（一）"]);
        assert_eq!([10, 11, 20, 21, 99, 100].map(han), ["十", "十一", "二十", "二十一", "九十九", "100"]);
    }
}
