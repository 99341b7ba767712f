//! What may be typed where the cursor stands.

use std::ops::Range;

use gen_lsp_types::CompletionItemKind;

use super::cursor::{Typing, keys_in, value_at};
use super::registers;
use super::shape::{Shape, Value};
use super::sketch::{Role, Step, Style};
use crate::record::checks::Weekday;
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::value::Date;

/// Something to type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proposal {
    pub(super) label: String,
    pub(super) kind: CompletionItemKind,
    /// A few words beside the label.
    pub(super) detail: String,
    pub(super) insert: String,
    /// What is inserted behind it and selected, or where typing goes on if it is empty.
    pub(super) selected: Option<&'static str>,
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
            Shape::List(under) => match Shape::new(under) {
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
            let (insert, selected) = if self.typing.has_value {
                (quoted(label), None)
            } else {
                let (behind, selected) = self.behind(under, is_table, deeper);
                (format!("{}:{behind}", quoted(label)), Some(selected))
            };
            Proposal {
                label: label.to_owned(),
                kind: CompletionItemKind::Property,
                detail: detail.to_owned(),
                insert,
                selected,
                range: self.typing.range.clone(),
            }
        };
        match collection {
            Shape::Record(record) => record
                .fields
                .iter()
                .filter(|field| !taken.contains(&field.key))
                .filter_map(|field| Some(key(field.key, field.meaning, Shape::under(record, field.key)?)))
                .collect(),
            Shape::Table(register, under) => {
                let names = registers::names(register, self.office);
                let free = names.iter().filter(|name| !taken.contains(&name.text.as_str()));
                free.map(|name| key(&name.text, &name.what, Shape::new(under))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What is put behind a new key, and what of it is selected.
    fn behind(&self, under: Shape, is_table: bool, deeper: usize) -> (String, &'static str) {
        // Editors add the indentation of the line themselves.
        let indent = " ".repeat(self.typing.column + deeper + 2);
        match under {
            _ if self.typing.in_flow => (" ".to_owned(), ""),
            // Zero is written, never assumed.
            Shape::List(_) if is_table => (" ".to_owned(), "[]"),
            Shape::List(_) => (format!("\n{indent}- "), ""),
            Shape::Record(..) | Shape::Table(..) => (format!("\n{indent}"), ""),
            Shape::Either(..) | Shape::Value(_) => (" ".to_owned(), ""),
        }
    }

    fn values(&self, value: Value, hyphen: &str) -> Vec<Proposal> {
        let range = self.typing.range.clone();
        let simple = |label: String, kind, detail: String| {
            let value = if self.typing.style == Style::Quoted { format!("\"{label}\"") } else { quoted(&label) };
            let insert = format!("{hyphen}{value}");
            Proposal { label, kind, detail, insert, selected: None, range: range.clone() }
        };
        match value {
            Value::Text => Vec::new(),
            Value::Words(words) => {
                let words = words.iter();
                words
                    .map(|(word, _)| simple((*word).to_owned(), CompletionItemKind::EnumMember, String::new()))
                    .collect()
            }
            Value::Name(register) => self.names(register, &simple),
            Value::Date => self
                .days()
                .into_iter()
                .map(|day| simple(day.to_string(), CompletionItemKind::Value, Weekday::of(day).word().to_owned()))
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
        let kind = if register == Register::Rules { CompletionItemKind::Constant } else { CompletionItemKind::Value };
        let names = registers::names(register, self.office).into_iter();
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
        let last = last.unwrap_or(first).plus_days(3);
        (0..31).map(|days| first.plus_days(days)).take_while(|day| *day <= last).collect()
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
            selected: None,
            range: start..end,
        };
        let named = fields.iter().map(|name| field((*name).to_owned(), "由本条的字段填入".to_owned()));
        let dated =
            self.days().into_iter().map(|day| field(day.to_string(), format!("印作日期，{}", Weekday::of(day))));
        named.chain(dated).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::shape;
    use crate::record::{Problems, read};
    use crate::source::Source;

    /// What is proposed first at the cursor │ of a week's file, by label.
    fn labels(text: &str) -> String {
        let office: Option<Office> =
            read(&Source::new("office.yaml", include_str!("../../tests/checks/office.yaml")), &mut Problems::new());
        let offset = text.find('│').unwrap_or_default();
        let found = proposals(&text.replace('│', ""), offset, shape::week(), office.as_ref());
        found.iter().take(3).map(|it| it.label.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_may_stand_there_is_proposed() {
        let firms = "南渡市山海国际旅行社有限公司 南渡市山河国际旅行社有限公司 青禾古镇景区管理有限公司";
        let superiors = "南渡市旅游市场监管综合指挥中心 南渡市指挥中心 市指挥中心";
        let received = "报送: { 收到: [ { 单位: [区市场监管局, 区文化和旅游局, │] } ] }";
        let cases = [
            ("│", "周期 期号 成文"),
            ("周期: { 起: 2023-03-06, │ }", "止"),
            ("周期: { 起: 2023-03-06, 止: 2023-03-07 }\n成文: │", "2023-03-06 2023-03-07 2023-03-08"),
            ("通报单:\n  │", "编号 收到 来文单位"),
            ("通报单:\n  - │", "编号 收到 来文单位"),
            ("通报单:\n  - 编号: 6\n    收到: 2023-03-07\n    │\n    来文单位: 甲", "来源 投诉人 被投诉"),
            ("通报单:\n  - 来文单位: 南│", superiors),
            ("通报单:\n  - 投诉人:\n      │", "姓名 电话"),
            ("投诉:\n  │", "12301平台 12345政务服务便民热线 “云游”投诉平台"),
            ("投诉:\n  12301平台:\n    - { 被投诉: 雪│", firms),
            ("投诉:\n  12301平台:\n    - { 状态: │", "处理中 办结"),
            ("投诉:\n  12301平台:\n    - { 有效: 𠮷│", "是 否"),
            ("执法检查: { 出动人次: 1, │ }", "检查家次"),
            ("报送:\n  上报:\n    - │", "涉旅案件办理情况统计表 青禾区旅游市场秩序整治工作周报"),
            ("报送:\n  收到:\n    - { 文书: │ }", "旅游市场秩序整治周报 诉转案件办理情况表"),
            (received, "青禾公安分局 区交通运输局 河东街道办事处"),
            ("通报单:\n  - 反映: 有人在{│", "来源 被投诉 投诉人"),
            ("现场受理:\n  - 情况: 有人在{│", ""),
            ("期号: │", ""),
            ("天气:\n  │", ""),
            ("下一步: 继续 # │", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(labels(text), expected, "{text}");
        }
    }

    #[test]
    fn a_change_takes_the_day_and_the_keys_of_the_office_that_may_change() {
        let labels = |text: &str| -> Vec<String> {
            let offset = text.find('│').unwrap_or_default();
            let found = proposals(&text.replace('│', ""), offset, shape::office(), None);
            found.into_iter().map(|it| it.label).collect()
        };
        let keys = labels("名称: 甲\n变更:\n  - │");
        assert_eq!(keys[..3], ["自", "名称", "行政区"]);
        assert!(keys.iter().all(|key| !["检查", "认可", "变更"].contains(&key.as_str())), "{keys:?}");
        assert_eq!(labels("变更:\n  - 自: 2022-01-01\n    投诉平台:\n      - { 计时长: │ }"), ["是", "否"]);
        assert_eq!(labels("变更:\n  - 自: 2022-01-01\n    上级:\n      │"), ["名称", "简称", "文内"]);
    }

    #[test]
    fn names_that_yaml_would_misread_are_put_in_quotes() {
        assert_eq!(quoted("“云游”投诉平台"), "“云游”投诉平台");
        assert_eq!(quoted("甲: 乙"), "'甲: 乙'");
        assert_eq!(quoted("[甲]'s"), "'[甲]''s'");
    }
}
