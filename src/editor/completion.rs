//! What may be typed where the cursor stands.

use std::ops::Range;

use gen_lsp_types::CompletionItemKind;

use super::cursor::{Typing, keys_in, value_at};
use super::registers::Register;
use super::shape::{Shape, Value};
use super::sketch::{Role, Step, Style};
use crate::record::office::Office;
use crate::record::value::Date;

/// Something to type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proposal {
    pub(super) label: String,
    pub(super) kind: CompletionItemKind,
    /// A few words beside the label.
    pub(super) detail: String,
    /// What is inserted; where `snippet`, with `$0` and the like.
    pub(super) insert: String,
    pub(super) snippet: bool,
    /// In the place of what.
    pub(super) range: Range<usize>,
}

/// What may stand at `offset` of `text`, a file of the shape `root`.
pub(super) fn proposals(text: &str, offset: usize, root: Shape, office: Option<&Office>) -> Vec<Proposal> {
    let Some(typing) = Typing::at(text, offset) else { return Vec::new() };
    let Some(shape) = root.at(&typing.path) else { return Vec::new() };
    let pen = Pen { text, offset, typing: &typing, office };
    if typing.role == Role::Key {
        return pen.keys(shape.collection(), &typing.path, 0);
    }
    let mut proposals = match shape.value() {
        Some(value) => pen.values(value, ""),
        None => Vec::new(),
    };
    let is_alone = typing.first_in_line || matches!(typing.path.last(), Some(Step::Item(_)));
    if is_alone && !typing.in_flow && typing.style == Style::Plain {
        proposals.extend(match shape.collection() {
            Shape::List(under) => match under() {
                Shape::Value(value) => pen.values(value, "- "),
                shape => {
                    let path = [&typing.path[..], &[Step::Item(0)]].concat();
                    let keys = pen.keys(shape.collection(), &path, 2);
                    keys.into_iter().map(|key| Proposal { insert: format!("- {}", key.insert), ..key }).collect()
                }
            },
            collection => pen.keys(collection, &typing.path, 0),
        });
    }
    proposals
}

struct Pen<'a> {
    text: &'a str,
    offset: usize,
    typing: &'a Typing,
    office: Option<&'a Office>,
}

impl Pen<'_> {
    /// The keys of a collection that are not there yet; `deeper` is how far a hyphen moves them to the right.
    fn keys(&self, collection: Shape, path: &[Step], deeper: usize) -> Vec<Proposal> {
        let taken: Vec<&str> = keys_in(&self.typing.others, path).map(|(key, _)| key).collect();
        let is_table = matches!(collection, Shape::Table(..));
        let key = |label: &str, detail: &str, under: Shape| {
            let (insert, snippet) = if self.typing.has_value {
                (quoted(label), false)
            } else {
                (format!("{}:{}", quoted(label), self.behind(under, is_table, deeper)), true)
            };
            Proposal {
                label: label.to_owned(),
                kind: CompletionItemKind::Property,
                detail: detail.to_owned(),
                insert,
                snippet,
                range: self.typing.range.clone(),
            }
        };
        match collection {
            Shape::Record(keys, under) => keys
                .iter()
                .filter(|(label, _)| !taken.contains(label))
                .map(|(label, meaning)| key(label, meaning.trim(), under(label)))
                .collect(),
            Shape::Table(register, under) => {
                let names = register.names(self.office);
                let free = names.iter().filter(|name| !taken.contains(&name.text.as_str()));
                free.map(|name| key(&name.text, &name.what, under())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What is put behind a new key, with the place where typing goes on.
    fn behind(&self, under: Shape, is_table: bool, deeper: usize) -> String {
        // Editors add the indentation of the line themselves.
        let indent = " ".repeat(self.typing.column + deeper + 2);
        match under {
            _ if self.typing.in_flow => " $0".to_owned(),
            // Zero is written, never assumed.
            Shape::List(_) if is_table => " ${0:[]}".to_owned(),
            Shape::List(_) => format!("\n{indent}- $0"),
            Shape::Record(..) | Shape::Table(..) => format!("\n{indent}$0"),
            Shape::Either(..) | Shape::Value(_) => " $0".to_owned(),
        }
    }

    fn values(&self, value: Value, hyphen: &str) -> Vec<Proposal> {
        let range = self.typing.range.clone();
        let simple = |label: String, kind, detail: String| {
            let value = if self.typing.style == Style::Quoted { format!("\"{label}\"") } else { quoted(&label) };
            let insert = format!("{hyphen}{value}");
            Proposal { label, kind, detail, insert, snippet: false, range: range.clone() }
        };
        match value {
            Value::Text => Vec::new(),
            Value::Words(words) => {
                let words = words().into_iter();
                words.map(|word| simple(word.to_owned(), CompletionItemKind::EnumMember, String::new())).collect()
            }
            Value::Name(register) => self.names(register, &simple),
            Value::Date => self
                .days()
                .into_iter()
                .map(|day| simple(day.to_string(), CompletionItemKind::Value, weekday(day).to_owned()))
                .collect(),
            Value::Prose(fields) => self.fields(fields),
        }
    }

    fn names(
        &self,
        register: Register,
        simple: &dyn Fn(String, CompletionItemKind, String) -> Proposal,
    ) -> Vec<Proposal> {
        let in_list = matches!(self.typing.path.last(), Some(Step::Item(_)));
        let taken: Vec<&str> = if in_list { self.typing.items(self.text).collect() } else { Vec::new() };
        let kind = if register == Register::Rule { CompletionItemKind::Constant } else { CompletionItemKind::Value };
        let names = register.names(self.office).into_iter();
        names
            .filter(|name| !taken.contains(&name.text.as_str()))
            .map(|name| simple(name.text, kind, name.what))
            .collect()
    }

    /// The days of the week that the file is about, and of the three behind it: papers are dated then.
    fn days(&self) -> Vec<Date> {
        let day = |key: &str| {
            let path = [Step::Key("周期".to_owned()), Step::Key(key.to_owned())];
            let leaf = value_at(&self.typing.others, &path)?;
            leaf.value(self.text).parse::<Date>().ok()
        };
        let (start, end) = (day("起"), day("止"));
        let (Some(first), last) = (start.or(end), end) else { return Vec::new() };
        let last = last.unwrap_or(first).civil().saturating_add(jiff::Span::new().days(3));
        let days = first.civil().series(jiff::Span::new().days(1)).take_while(|day| *day <= last);
        days.take(31).map(Date::from).collect()
    }

    /// The fields that prose may name, behind a brace that is open.
    fn fields(&self, fields: &[&str]) -> Vec<Proposal> {
        let Some(open) = self.typing.before.rfind('{') else { return Vec::new() };
        let typed = &self.typing.before[open + 1..];
        if typed.contains(['}', '\n', '，', '。']) {
            return Vec::new();
        }
        let start = self.offset - typed.len();
        let rest = &self.text[self.offset..];
        let behind = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
        let is_closed = rest[behind..].starts_with('}');
        let end = if is_closed { self.offset + behind + 1 } else { self.offset };
        let field = |label: String, detail: String| Proposal {
            insert: format!("{label}}}"),
            label,
            kind: CompletionItemKind::Field,
            detail,
            snippet: false,
            range: start..end,
        };
        let named = fields.iter().map(|name| field((*name).to_owned(), "由本条的字段填入".to_owned()));
        let dated = self.days().into_iter().map(|day| field(day.to_string(), format!("印作日期，{}", weekday(day))));
        named.chain(dated).collect()
    }
}

/// 星期一 and so on.
pub(super) fn weekday(day: Date) -> &'static str {
    use jiff::civil::Weekday as W;
    match day.civil().weekday() {
        W::Monday => "星期一",
        W::Tuesday => "星期二",
        W::Wednesday => "星期三",
        W::Thursday => "星期四",
        W::Friday => "星期五",
        W::Saturday => "星期六",
        W::Sunday => "星期日",
    }
}

/// `text` as a value of YAML, in quotes where it needs them.
pub(super) fn quoted(text: &str) -> String {
    let is_special = text
        .starts_with(['-', '?', ':', '{', '[', '"', '\'', '#', '&', '*', '!', '|', '>', '%', '@', '`', ' '])
        || text.ends_with([' ', ':'])
        || text.contains([',', '[', ']', '{', '}', '\n'])
        || text.contains(": ")
        || text.contains(" #")
        || matches!(text, "" | "~" | "null");
    if is_special { format!("'{}'", text.replace('\'', "''")) } else { text.to_owned() }
}
