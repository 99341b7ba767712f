//! A rendered template's light markup: CommonMark, of which a paper uses headings, paragraphs and tables.
//!
//! `#` to `####` are the four levels of GB/T 9704-2012, 7.3.3. Their numbers are computed, as those of paragraphs are that
//! have a placeholder for one, and never typed.
//! A line break within a paragraph of the template means nothing, so that long sentences can be laid out in lines.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::attachment;
use super::chart::ChartSettings;
use super::heading_numbers::{self, HeadingNumbers};
use super::lead::lead;
use super::printed::{Fault, Printed};
use super::runs::RunReader;
use super::table::{Draft, TableSettings};
use super::typed_markup;
use crate::compose::mark;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::persons::masked;
use crate::document::{Attachment, Block, Engine, Level, Text};
use crate::record::value::Wrong;

/// Paragraphs and cells of a paper, at most: thirty thousand rows of three cells are a thousand pages.
const MOST_PARTS: usize = 100_000;

/// What a template's body says.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) body: Vec<Block>,
    /// Without their numbers.
    pub(super) attachments: Vec<Attachment>,
}

/// Reads a template's body, headings numbered.
pub(super) fn content(printed: Printed, reader: &mut RunReader) -> Result<Content, Vec<Diagnostic>> {
    let mut body = Body {
        printed,
        reader,
        content: Content::default(),
        numbers: HeadingNumbers::default(),
        bare: None,
        above: None,
        number: String::new(),
        empty_attachment: None,
        paragraphs: Vec::new(),
        fence: None,
        settings: None,
        table: None,
        parts: 0,
    };
    for (event, range) in Parser::new_ext(printed.text, Options::ENABLE_TABLES).into_offset_iter() {
        body.event(event, range)?;
    }
    body.no_settings_left()?;
    body.no_bare_heading(None)?;
    body.no_empty_attachment()?;
    Ok(body.content)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fence {
    Table,
    Chart,
    Attachment,
}

/// What stands before a table that is one, or the figures of a chart.
enum Settings {
    Table(TableSettings),
    Chart(ChartSettings),
}

impl Settings {
    /// The block that they stand in.
    fn block(&self) -> &'static str {
        match self {
            Self::Table(_) => "表",
            Self::Chart(_) => "图",
        }
    }
}

struct Body<'a, 'r> {
    printed: Printed<'a>,
    reader: &'a mut RunReader<'r>,
    content: Content,
    numbers: HeadingNumbers,
    /// The last heading, while nothing stands below it.
    bare: Option<(Level, Range<usize>)>,
    /// The last heading's level and number.
    above: Option<Level>,
    number: String,
    /// The last 附件, while nothing stands in it.
    empty_attachment: Option<Range<usize>>,
    paragraphs: Vec<Text>,
    /// The settings block that is open, and its text so far.
    fence: Option<(Fence, String)>,
    /// Settings that wait for their table.
    settings: Option<(Settings, Range<usize>)>,
    table: Option<Draft>,
    /// Paragraphs and cells so far.
    parts: usize,
}

impl Body<'_, '_> {
    fn event(&mut self, event: Event, range: Range<usize>) -> Result<(), Vec<Diagnostic>> {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if fence(&info).is_some() => {
                self.no_settings_left()?;
                self.fence = fence(&info).map(|fence| (fence, String::new()));
            }
            Event::End(TagEnd::CodeBlock) => self.end_of_fence(&range)?,
            Event::Text(text) => match (&mut self.fence, &mut self.table) {
                (Some((_, yaml)), _) => yaml.push_str(&text),
                (None, Some(table)) => table.text(&text),
                (None, None) => self.reader.read(&text, &mut self.paragraphs),
            },
            Event::Start(Tag::Table(alignments)) => self.table = Some(Draft::new(&alignments)),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.no_typed_markup(&range, typed_markup::in_any)?;
                let row = self.printed.text.get(range.clone()).unwrap_or_default();
                if let Some(table) = &mut self.table {
                    table.row(row, range).map_err(|fault| self.findings(fault))?;
                }
            }
            Event::End(TagEnd::TableCell) => {
                self.count(1, &range)?;
                if let Some(table) = &mut self.table {
                    table.end_of_cell(self.reader);
                }
            }
            Event::End(TagEnd::Table) => {
                if let Some(table) = self.table.take() {
                    let block = self.tabled(table).map_err(|fault| self.findings(fault))?;
                    self.push(block);
                }
            }
            Event::Start(Tag::Heading { level, .. }) => self.begin_heading(level, &range)?,
            Event::End(TagEnd::Heading(level)) => self.end_heading(level, &range)?,
            Event::Start(Tag::Paragraph) => {
                self.no_settings_left()?;
                self.no_pipes(&range)?;
                self.no_typed_markup(&range, typed_markup::in_paragraph)?;
            }
            Event::SoftBreak | Event::Start(Tag::TableCell) | Event::End(TagEnd::TableHead | TagEnd::TableRow) => {}
            Event::End(TagEnd::Paragraph) => {
                let paragraphs: Vec<_> = self.paragraphs.drain(..).filter(|text| !text.is_empty()).collect();
                self.count(paragraphs.len(), &range)?;
                for text in paragraphs {
                    self.paragraph(text, &range)?;
                }
            }
            event => return Err(self.unsupported(name_of(&event), &range)),
        }
        Ok(())
    }

    /// A table, or the chart of its figures.
    fn tabled(&mut self, table: Draft) -> Result<Block, Fault> {
        match self.settings.take() {
            None => table.finish(None).map(Block::Table),
            Some((Settings::Table(settings), range)) => table.finish(Some((settings, range))).map(Block::Table),
            Some((Settings::Chart(settings), range)) => {
                let chart = settings.chart(table.finish(None)?).map_err(|wrong| (wrong, range))?;
                Ok(Block::Chart(chart))
            }
        }
    }

    fn begin_heading(&mut self, level: HeadingLevel, range: &Range<usize>) -> Result<(), Vec<Diagnostic>> {
        self.no_settings_left()?;
        let level = self.level(level, range)?;
        self.no_typed_markup(range, typed_markup::in_heading)?;
        self.no_bare_heading(Some(level))?;
        self.no_skipped_level(level, range)?;
        self.above = Some(level);
        if level == Level::One {
            self.reader.dates.restart();
        }
        self.number = self.numbers.next(level);
        self.paragraphs.push(Text::engine(Engine::HeadingNumber, &self.number));
        Ok(())
    }

    /// A paragraph that may have a number, by which it may be a heading.
    fn paragraph(&mut self, text: Text, range: &Range<usize>) -> Result<(), Vec<Diagnostic>> {
        match self.numbers.numbered(text) {
            (Some(number), text) if number.is_heading => {
                let level = heading_numbers::level(number.level);
                self.no_bare_heading(Some(level))?;
                self.push(Block::Heading { level, text });
                self.above = Some(level);
                self.bare = Some((level, range.clone()));
            }
            (number, text) => {
                let level = number.map(|number| heading_numbers::level(number.level));
                let led = level.and_then(|level| Some((level, lead(level, &text)?)));
                self.push(match led {
                    Some((level, at)) => {
                        let (heading, behind) = text.split_at(at);
                        Block::Led { level, lead: heading, text: behind }
                    }
                    None => Block::Paragraph(text),
                });
            }
        }
        Ok(())
    }

    fn end_heading(&mut self, level: HeadingLevel, range: &Range<usize>) -> Result<(), Vec<Diagnostic>> {
        let level = self.level(level, range)?;
        let text = self.paragraphs.drain(..).fold(Text::default(), |whole, text| whole.then(&text));
        if text.plain().trim() == self.number {
            let wrong = Wrong::new(format!("标题「{}」只有序号，没有字", self.number));
            let help = "标题里的内容填出来是空的：记录里补上，或者用 {% if … %} 把这个标题和它下面的内容一起去掉";
            return Err(self.findings((wrong.help(help), range.clone())));
        }
        let is_sentence = text.plain().ends_with(['。', '！', '？', '；']);
        self.push(Block::Heading { level, text });
        self.bare = (!is_sentence).then(|| (level, range.clone()));
        Ok(())
    }

    /// A heading has text below it, a table, or a heading of a lower level that has: `next` is the level of the heading
    /// that comes now, `None` at the end. One that is a sentence is its own text.
    fn no_bare_heading(&mut self, next: Option<Level>) -> Result<(), Vec<Diagnostic>> {
        let Some((level, range)) = self.bare.take() else { return Ok(()) };
        if next.is_some_and(|next| next > level) {
            return Ok(());
        }
        let words = mark::plain(self.printed.text.get(range.clone()).unwrap_or_default());
        let heading: String = masked(words.trim_matches(['#', ' ', '\n'])).chars().take(24).collect();
        let wrong = Wrong::new(format!("标题「{heading}」下面没有内容"));
        let help =
            "没有内容的标题不能印：记录里补上它的内容；或者在模板里把标题和内容一起放进 {% if … %} … {% endif %}";
        Err(self.findings((wrong.help(help), range)))
    }

    fn no_empty_attachment(&mut self) -> Result<(), Vec<Diagnostic>> {
        let Some(range) = self.empty_attachment.take() else { return Ok(()) };
        let wrong = Wrong::new("附件里没有内容").help("补上附件的内容，或者用 {% if … %} 把这个附件去掉");
        Err(self.findings((wrong, range)))
    }

    fn level(&self, level: HeadingLevel, range: &Range<usize>) -> Result<Level, Vec<Diagnostic>> {
        match level {
            HeadingLevel::H1 => Ok(Level::One),
            HeadingLevel::H2 => Ok(Level::Two),
            HeadingLevel::H3 => Ok(Level::Three),
            HeadingLevel::H4 => Ok(Level::Four),
            HeadingLevel::H5 | HeadingLevel::H6 => Err(self.unsupported("五级以下标题", range)),
        }
    }

    /// Counts what will have to be set: every paragraph and cell takes some 3 KB until its pages are printed.
    fn count(&mut self, more: usize, range: &Range<usize>) -> Result<(), Vec<Diagnostic>> {
        self.parts += more;
        if self.parts <= MOST_PARTS {
            return Ok(());
        }
        let wrong = Wrong::new(format!("填出来的段落和表格的格一共超过 {MOST_PARTS} 个，不像是一份文书"));
        let help = "请核对模板里的循环；表确实这样长的，分成几份文书";
        Err(self.findings((wrong.help(help), range.clone())))
    }

    /// To the 附件 that is open, or to the body.
    fn push(&mut self, block: Block) {
        self.bare = None;
        self.empty_attachment = None;
        match self.content.attachments.last_mut() {
            Some(attachment) => attachment.body.push(block),
            None => self.content.body.push(block),
        }
    }

    fn end_of_fence(&mut self, range: &Range<usize>) -> Result<(), Vec<Diagnostic>> {
        let Some((fence, yaml)) = self.fence.take() else { return Ok(()) };
        let fallback = self.printed.place(range).start().line;
        let printed = Printed { text: &yaml, template: self.printed.template, fallback };
        match fence {
            Fence::Table => {
                let settings = TableSettings::read(&printed, self.reader)?;
                self.settings = Some((Settings::Table(settings), range.clone()));
            }
            Fence::Chart => {
                let settings = ChartSettings::read(&printed, self.reader)?;
                self.settings = Some((Settings::Chart(settings), range.clone()));
            }
            Fence::Attachment => {
                let attachment = attachment::begun(&printed, self.reader)?;
                if self.content.attachments.iter().any(|earlier| earlier.title.plain() == attachment.title.plain()) {
                    let wrong = Wrong::new(format!("附件「{}」写了两次", attachment.title.plain()));
                    return Err(self.findings((wrong.help("每个附件一个名称"), range.clone())));
                }
                self.no_bare_heading(None)?;
                self.no_empty_attachment()?;
                self.empty_attachment = Some(range.clone());
                self.numbers = HeadingNumbers::default();
                self.above = None;
                self.content.attachments.push(attachment);
            }
        }
        Ok(())
    }

    /// A settings block belongs to the table directly behind it.
    fn no_settings_left(&mut self) -> Result<(), Vec<Diagnostic>> {
        match self.settings.take() {
            None => Ok(()),
            Some((settings, range)) => {
                let wrong = Wrong::new(format!("「{}」的设置后面没有表", settings.block()));
                let wrong = wrong.help("设置要紧接在它的表前面");
                Err(self.findings((wrong, range)))
            }
        }
    }

    /// A row that no table has is no paragraph: an official text has no `|`, and a writer's own is out of sight here.
    fn no_pipes(&self, range: &Range<usize>) -> Result<(), Vec<Diagnostic>> {
        let text = self.printed.text.get(range.clone()).unwrap_or_default();
        let Some(at) = text.find('|') else { return Ok(()) };
        let wrong = Wrong::new("这里有 |，却没有成为表");
        let help = "表的前面空一行，表头下面写一行 |---|---|，各行之间不空行（循环写 {%- for … %} 和 {%- endfor %}）；\
                    要印 | 这个字，写 {{ \"|\" }}";
        let at = range.start + at;
        Err(self.findings((wrong.help(help), at..at + 1)))
    }

    /// What a template typed is told, where it would print as it stands.
    fn no_typed_markup(
        &self,
        range: &Range<usize>,
        look: fn(&str, &dyn Fn() -> String) -> Option<Wrong>,
    ) -> Result<(), Vec<Diagnostic>> {
        let raw = self.printed.text.get(range.clone()).unwrap_or_default();
        let line = || self.printed.place(range).text().trim().to_owned();
        look(raw, &line).map_or(Ok(()), |wrong| Err(self.findings((wrong, range.clone()))))
    }

    /// （1） stands below 1., never directly below 一、 or （一）.
    fn no_skipped_level(&self, level: Level, range: &Range<usize>) -> Result<(), Vec<Diagnostic>> {
        let Some(above) = self.above.filter(|above| level == Level::Four && *above < Level::Three) else {
            return Ok(());
        };
        let line = self.printed.place(range);
        let words = line.text().trim().trim_start_matches('#').trim();
        let (number, hashes) = if above == Level::One { ("一、", "##") } else { ("（一）", "###") };
        let wrong = Wrong::new(format!("标题跳了级：{number}下面直接写了（1）"));
        let help = format!("层次依次是 # 一、、## （一）、### 1.、#### （1），这一行写成：{hashes} {words}");
        Err(self.findings((wrong.help(help), range.clone())))
    }

    fn unsupported(&self, what: &str, range: &Range<usize>) -> Vec<Diagnostic> {
        let around = self.printed.text.get(range.clone()).unwrap_or_default();
        let words: String = masked(&mark::plain(around)).chars().take(24).collect();
        let wrong = Wrong::new(format!("用了{what}，公文里没有这种东西：「{}」", words.trim()));
        let help = "模板正文只写标题（# 到 ####）、段落、表，以及 ```表、```图 和 ```附件 三种设置；\
                    要原样印出标记符号，在它前面加反斜杠";
        self.findings((wrong.help(help), range.clone()))
    }

    fn findings(&self, (wrong, range): Fault) -> Vec<Diagnostic> {
        vec![self.printed.finding(&range, &wrong)]
    }
}

fn fence(info: &str) -> Option<Fence> {
    match info.trim() {
        "表" => Some(Fence::Table),
        "图" => Some(Fence::Chart),
        "附件" => Some(Fence::Attachment),
        _ => None,
    }
}

fn name_of(event: &Event) -> &'static str {
    match event {
        Event::Start(Tag::List(_) | Tag::Item) => "列表",
        Event::Start(Tag::CodeBlock(_)) => "缩进四格或 ``` 的代码块",
        Event::Start(Tag::Emphasis | Tag::Strong) => " * 或 _ 标的强调",
        Event::Start(Tag::BlockQuote(_)) => " > 标的引文",
        Event::Start(Tag::Link { .. } | Tag::Image { .. }) => "链接或图片",
        Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => "HTML",
        Event::Code(_) => " ` 标的代码",
        Event::Rule => "分隔线",
        Event::HardBreak => "行末两个空格的强制换行",
        _ => "公文里没有的标记",
    }
}
