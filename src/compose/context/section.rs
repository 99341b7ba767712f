//! What templates see of a week's sections.

use std::cell::OnceCell;
use std::ops::Range;

use tera::Value;

use super::tracer::Tracer;
use super::view::Kind::{List, Map, Open, Plain};
use super::view::view;
use crate::compose::paragraph_number::ParagraphNumber;
use crate::record::paragraphs::{Paragraph, paragraphs};
use crate::record::section::{Cell, Part, Section, SectionTable};
use crate::record::typed_number::{NumberLevel, typed_number};
use crate::source::{Parts, Spanned};

view! {
    /// 一个章节
    section(self, section: &Section, part: &Part) {
        /// 标题，手打的序号已经去掉；没有标题时不能印
        "title" of "标题": Plain => part.title.map(|title| self.title(title)),
        /// 位置：开头、执法检查后、来文后、投诉后、查处案件后、报送后；没有写是 末尾
        "position": Plain => self.marked(section.place().word(), section.position.as_ref().map_or(&section.span, |it| &it.span)),
        /// 正文；段首手打的序号由程序重新编
        "text" of "正文": Plain => part.text.map(|text| self.numbered_prose(text, part.heading())),
        /// 列表的各条
        "list" of "列表": Open => self.list(part),
        /// 表
        "table" of "表": Map("section_table") => part.table.map(|table| self.section_table(table)),
        /// 分节
        "parts" of "分节": List("section_part") => part.parts.iter().map(|it| self.section_part(it)).collect::<Vec<_>>(),
        /// 标题以下的全部，一段或一张表一项，带着序号：正文、列表、表、各级分节
        "lines" of "正文" "列表" "表" "分节": List("section_line") => self.lines(part),
    }
}

view! {
    /// 一个分节
    section_part(self, part: &Part) {
        /// 标题，手打的序号已经去掉；没有标题时不能印
        "title": Plain => part.title.map(|title| self.title(title)),
        /// 正文
        "text": Plain => part.text.map(|text| self.numbered_prose(text, part.heading())),
        /// 列表的各条
        "list": Open => self.list(part),
        /// 表
        "table": Map("section_table") => part.table.map(|table| self.section_table(table)),
        /// 再下一级的分节
        "parts": List("section_part") => part.parts.iter().map(|it| self.section_part(it)).collect::<Vec<_>>(),
    }
}

view! {
    /// 章节里的一张表
    section_table(self, table: &SectionTable) {
        /// 是不是横排，用于判断
        "landscape" of "横排": Plain => table.is_turned(),
        /// 表题
        "caption": Plain => self.shown(&table.caption),
        /// 表头的各栏
        "head": Open => self.shown(&table.head),
        /// 各行，每行是各格；空着的格是空的文字
        "rows": Open => table.rows.iter().map(|row| self.row(row)).collect::<Vec<_>>(),
    }
}

view! {
    /// 章节里的一段或一张表
    section_line(self, line: Line) {
        /// 这一段，带着序号；是表时没有
        "text": Plain => line.text(),
        /// 末尾是否要有句号（用 sentence 补上）：小标题，后面还有内容的“：”“；”不要；用于判断
        "whole": Plain => matches!(line, Line::Sentences(_)),
        /// 表
        "table": Map("section_table") => line.table().map(|table| self.section_table(table)),
    }
}

/// A paragraph or a table of a section.
pub(super) enum Line<'a> {
    /// Ends with a full stop.
    Sentences(Value),
    /// A heading, or what ends with a mark that leads on.
    Words(Value),
    Table(&'a SectionTable),
}

impl Line<'_> {
    fn text(&self) -> Option<Value> {
        match self {
            Self::Sentences(text) | Self::Words(text) => Some(text.clone()),
            Self::Table(_) => None,
        }
    }

    fn table(&self) -> Option<&SectionTable> {
        match self {
            Self::Table(table) => Some(table),
            Self::Sentences(_) | Self::Words(_) => None,
        }
    }
}

impl Tracer {
    /// A heading without a number that is typed before it.
    fn title(&mut self, title: &Spanned<String>) -> Value {
        let typed = typed_number(&title.value).map_or(0, |typed| typed.length);
        self.text(&Pieces::new(title).piece(&(typed..title.value.len())))
    }

    fn list(&mut self, part: &Part) -> Vec<Value> {
        let mut items = Vec::with_capacity(part.list.len());
        for (at, item) in part.list.iter().enumerate() {
            let lines = self.item(item, number_in_list(part, at), false);
            items.push(joined(lines.iter().filter_map(Line::text)));
        }
        items
    }

    fn row(&mut self, row: &[Cell]) -> Vec<Value> {
        let mut cells = Vec::with_capacity(row.len());
        for cell in row {
            cells.push(match &cell.0 {
                None => "".into(),
                Some(text) if is_numeral(text) => self.numeral(text),
                Some(text) => self.prose(text),
            });
        }
        cells
    }

    /// Prose whose typed numbers are the program's.
    pub(super) fn numbered_prose(&mut self, text: &Spanned<String>, under: Option<NumberLevel>) -> Value {
        let paragraphs = paragraphs(&text.value, under);
        if paragraphs.iter().all(|paragraph| paragraph.number.is_none()) {
            return self.prose(text);
        }
        let pieces = Pieces::new(text);
        joined(paragraphs.iter().map(|paragraph| self.paragraph(&pieces, paragraph)))
    }

    fn paragraph(&mut self, pieces: &Pieces, paragraph: &Paragraph) -> Value {
        let number = paragraph.number.map(|number| ParagraphNumber {
            level: number.level,
            restarts: number.restarts,
            is_heading: number.is_heading,
        });
        self.with_number(&pieces.piece(&paragraph.range), number)
    }

    fn with_number(&mut self, text: &Spanned<String>, number: Option<ParagraphNumber>) -> Value {
        let Some(number) = number else { return self.prose(text) };
        let numbered = format!("{}{}", number.placeholder(), text.value);
        self.prose(&Spanned::new(numbered, text.span.clone()))
    }

    /// The paragraphs of an item that has that number, whatever number is typed before it.
    fn item(&mut self, text: &Spanned<String>, number: ParagraphNumber, has_more: bool) -> Vec<Line<'static>> {
        let typed = typed_number(&text.value).map_or(0, |typed| typed.length);
        let item = Pieces::new(text).piece(&(typed..text.value.len()));
        let mut paragraphs = paragraphs(&item.value, Some(number.level));
        // A number behind the one that is taken off is a word of the item.
        if let Some(first) = paragraphs.first_mut() {
            let typed = first.number.take().and_then(|number| number.typed);
            first.range.start -= typed.map_or(0, |(typed, _)| typed.length);
        }
        self.text_lines(&item, &paragraphs, Some(number), has_more)
    }

    /// The lines of a text; `first` is the number of its first paragraph where that has none of its own. `has_more` says
    /// whether something of the same part stands below.
    fn text_lines(
        &mut self,
        text: &Spanned<String>,
        paragraphs: &[Paragraph],
        first: Option<ParagraphNumber>,
        has_more: bool,
    ) -> Vec<Line<'static>> {
        let mut lines = Vec::with_capacity(paragraphs.len());
        let pieces = Pieces::new(text);
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let value = match (at, first) {
                (0, Some(number)) => self.with_number(&pieces.piece(&paragraph.range), Some(number)),
                _ => self.paragraph(&pieces, paragraph),
            };
            let words = text.value.get(paragraph.range.clone()).unwrap_or_default();
            let is_last = at + 1 == paragraphs.len();
            let is_heading = paragraph.number.is_some_and(|number| number.is_heading);
            let has_below = has_more || !is_last;
            let leads_on = has_below && words.ends_with(['：', '；', ':', ';']);
            let is_few_words = !is_last && !words.contains(['，', '。', '；']);
            let is_whole = !is_heading && !leads_on && !is_few_words;
            lines.push(if is_whole { Line::Sentences(value) } else { Line::Words(value) });
        }
        lines
    }

    fn lines(&mut self, part: &Part) -> Vec<Value> {
        let mut lines = Vec::new();
        self.add_lines(part, &mut lines);
        lines.into_iter().map(|line| self.section_line(line)).collect()
    }

    fn add_lines<'a>(&mut self, part: &Part<'a>, lines: &mut Vec<Line<'a>>) {
        if let Some(text) = part.text {
            let has_more = !part.list.is_empty() || part.table.is_some() || !part.parts.is_empty();
            lines.extend(self.opening_lines(part, text, has_more));
        }
        for (at, item) in part.list.iter().enumerate() {
            lines.extend(self.item(item, number_in_list(part, at), false));
        }
        lines.extend(part.table.map(Line::Table));
        for below in &part.parts {
            if let Some(title) = below.title {
                let typed = typed_number(&title.value).map_or(0, |typed| typed.length);
                let number = ParagraphNumber { level: below.level, restarts: false, is_heading: true };
                let words = title.value.get(typed..).unwrap_or_default();
                let heading = Spanned::new(format!("{}{words}", number.placeholder()), title.span.clone());
                lines.push(Line::Words(self.text(&heading)));
            }
            self.add_lines(below, lines);
        }
    }

    /// The paragraphs of a part; the first of one that has no title bears the part's number.
    fn opening_lines(&mut self, part: &Part, text: &Spanned<String>, has_more: bool) -> Vec<Line<'static>> {
        if part.is_below() && part.title.is_none() {
            let number = ParagraphNumber { level: part.level, restarts: false, is_heading: false };
            return self.item(text, number, has_more);
        }
        self.text_lines(text, &paragraphs(&text.value, part.heading()), None, has_more)
    }
}

/// Digits of a cell that are a number: not in quotation marks, and not as long as telephone numbers.
fn is_numeral(text: &Spanned<String>) -> bool {
    const MOST_DIGITS: usize = 10;
    let is_quoted = text.span.text().starts_with(['"', '\'']);
    let digits = text.value.bytes().filter(u8::is_ascii_digit).count();
    let is_of_digits = text.value.bytes().all(|byte| byte.is_ascii_digit() || b"+-,.".contains(&byte));
    is_of_digits && !is_quoted && (1..=MOST_DIGITS).contains(&digits)
}

/// The number of a list's item; the first one begins a row.
fn number_in_list(part: &Part, at: usize) -> ParagraphNumber {
    ParagraphNumber { level: part.list_level(), restarts: at == 0, is_heading: false }
}

/// Parts of one text, each with its place.
struct Pieces<'a> {
    text: &'a Spanned<String>,
    /// Where its parts stand, once one is asked for.
    places: OnceCell<Parts<'a>>,
}

impl<'a> Pieces<'a> {
    fn new(text: &'a Spanned<String>) -> Self {
        Self { text, places: OnceCell::new() }
    }

    fn piece(&self, range: &Range<usize>) -> Spanned<String> {
        if *range == (0..self.text.value.len()) {
            return self.text.clone();
        }
        let words = self.text.value.get(range.clone()).unwrap_or_default();
        let places = self.places.get_or_init(|| Parts::new(self.text));
        Spanned::new(words.to_owned(), places.part(range.clone()))
    }
}

/// Paragraphs as one text.
fn joined(paragraphs: impl Iterator<Item = Value>) -> Value {
    let paragraphs: Vec<String> = paragraphs.filter_map(|text| text.as_str().map(str::to_owned)).collect();
    paragraphs.join("\n").into()
}
