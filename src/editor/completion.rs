//! What may be typed where the cursor stands.

use std::ops::Range;

use gen_lsp_types::CompletionItemKind;

use super::cursor::{Typing, keys_in, value_at};
use super::declared_names::declared_names;
use super::lenient::{Role, Step, Style};
use super::registers;
use super::shape::{Shape, Value};
use crate::record::checks::Weekday;
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::value::Date;
use crate::yaml::quoting::quoted;

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
    let offers = Offers { text, offset, typing: &typing, office };
    let declared = declared_names(text, &typing, office);
    if !declared.is_empty() {
        return offers.declared(declared);
    }
    let Some(shape) = root.at(&typing.path) else { return Vec::new() };
    if typing.role == Role::Key {
        return shape.map().map(|map| offers.keys(map, &typing.path, 0)).unwrap_or_default();
    }
    let mut proposals = match shape.value() {
        Some(value) => offers.values(value, ""),
        None => Vec::new(),
    };
    let is_alone = typing.first_in_line || matches!(typing.path.last(), Some(Step::Item(_)));
    if is_alone && !typing.in_flow && typing.style == Style::Plain {
        for alternative in shape.alternatives() {
            proposals.extend(match alternative {
                Shape::List(under) => offers.items(Shape::new(under)),
                map => offers.keys(map, &typing.path, 0),
            });
        }
    }
    proposals
}

/// What can be offered for what is being typed.
struct Offers<'a> {
    text: &'a str,
    offset: usize,
    typing: &'a Typing,
    office: Option<&'a Office>,
}

impl Offers<'_> {
    /// Names that the same file or the office declares, as keys or as values.
    fn declared(&self, names: Vec<(String, &'static str)>) -> Vec<Proposal> {
        let is_key = self.typing.role == Role::Key;
        let taken: Vec<&str> = keys_in(&self.typing.others, &self.typing.path).map(|(key, _)| key).collect();
        let mut proposals = Vec::new();
        for (name, what) in names {
            if !is_key {
                proposals.push(self.value(&name, CompletionItemKind::Value, what));
            } else if !taken.contains(&name.as_str()) {
                proposals.push(self.key(&name, what, (" ".to_owned(), "")));
            }
        }
        proposals
    }

    /// What a list's item may be or begin with, each behind its hyphen.
    fn items(&self, item: Shape) -> Vec<Proposal> {
        if let Shape::Value(value) = item {
            return self.values(value, "- ");
        }
        let Some(map) = item.map() else { return Vec::new() };
        let path = [&self.typing.path[..], &[Step::Item(0)]].concat();
        let keys = self.keys(map, &path, 2);
        keys.into_iter().map(|key| Proposal { insert: format!("- {}", key.insert), ..key }).collect()
    }

    /// The keys of a collection that are not there yet; `deeper` is how far a hyphen moves them to the right.
    fn keys(&self, collection: Shape, path: &[Step], deeper: usize) -> Vec<Proposal> {
        let taken: Vec<&str> = keys_in(&self.typing.others, path).map(|(key, _)| key).collect();
        match collection {
            Shape::Record(record) => {
                let free = record.fields.iter().filter(|field| !taken.contains(&field.key));
                free.map(|field| {
                    let behind = self.behind(Shape::from_field(record, field), false, deeper);
                    self.key(field.key, field.meaning, behind)
                })
                .collect()
            }
            Shape::Table(register, under) => {
                let names = registers::names(register, self.office);
                let free = names.iter().filter(|name| !taken.contains(&name.text.as_str()));
                free.map(|name| self.key(&name.text, &name.what, self.behind(Shape::new(under), true, deeper)))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// A key, with what is put behind it where it has no value yet.
    fn key(&self, label: &str, detail: &str, (behind, selected): (String, &'static str)) -> Proposal {
        let name = quoted(label);
        let has_value = self.typing.has_value;
        Proposal {
            label: label.to_owned(),
            kind: CompletionItemKind::Property,
            detail: detail.to_owned(),
            insert: if has_value { name } else { format!("{name}:{behind}") },
            selected: (!has_value).then_some(selected),
            range: self.typing.range.clone(),
        }
    }

    /// What is put behind a new key, and what of it is selected.
    fn behind(&self, under: Shape, is_table: bool, deeper: usize) -> (String, &'static str) {
        // Editors add the indentation of the line themselves.
        let indent = " ".repeat(self.typing.column + deeper + 2);
        match under {
            _ if self.typing.in_flow => (" ".to_owned(), ""),
            // Zero is written, never assumed.
            _ if is_table && under.may_be_list() => (" ".to_owned(), "[]"),
            Shape::List(_) => (format!("\n{indent}- "), ""),
            Shape::Record(..) | Shape::Table(..) => (format!("\n{indent}"), ""),
            Shape::Either(..) | Shape::Value(_) => (" ".to_owned(), ""),
        }
    }

    fn values(&self, value: Value, hyphen: &str) -> Vec<Proposal> {
        let mut proposals = match value {
            Value::Text => Vec::new(),
            Value::Words(words) => {
                let words = words.iter();
                words.map(|(word, _)| self.value(word, CompletionItemKind::EnumMember, "")).collect()
            }
            Value::Name(register) => self.names(register),
            Value::Date => {
                let days = self.days().into_iter();
                days.map(|day| self.value(&day.to_string(), CompletionItemKind::Value, Weekday::from_date(day).word()))
                    .collect()
            }
            Value::Prose(fields) => return self.fields(fields),
        };
        for proposal in &mut proposals {
            proposal.insert.insert_str(0, hyphen);
        }
        proposals
    }

    fn value(&self, label: &str, kind: CompletionItemKind, detail: &str) -> Proposal {
        Proposal {
            label: label.to_owned(),
            kind,
            detail: detail.to_owned(),
            insert: if self.typing.style == Style::Quoted { format!("\"{label}\"") } else { quoted(label) },
            selected: None,
            range: self.typing.range.clone(),
        }
    }

    fn names(&self, register: Register) -> Vec<Proposal> {
        let in_list = matches!(self.typing.path.last(), Some(Step::Item(_)));
        let taken: Vec<&str> = if in_list { self.typing.items(self.text).collect() } else { Vec::new() };
        let kind = if register == Register::Rules { CompletionItemKind::Constant } else { CompletionItemKind::Value };
        let names = registers::names(register, self.office).into_iter();
        let free = names.filter(|name| !taken.contains(&name.text.as_str()));
        free.map(|name| self.value(&name.text, kind, &name.what)).collect()
    }

    /// The days of the week that the file is about, and of the three behind it: papers are dated then.
    fn days(&self) -> Vec<Date> {
        let (start, end) = (self.day("起"), self.day("止"));
        let Some(first) = start.or(end) else { return Vec::new() };
        let last = end.unwrap_or(first).plus_days(3);
        (0..31).map(|days| first.plus_days(days)).take_while(|day| *day <= last).collect()
    }

    /// The day of the week's period that stands behind `key`.
    fn day(&self, key: &str) -> Option<Date> {
        let path = [Step::Key("周期".to_owned()), Step::Key(key.to_owned())];
        value_at(&self.typing.others, &path)?.value(self.text).parse().ok()
    }

    /// The fields that prose may name, behind a brace that is open.
    fn fields(&self, fields: &[&str]) -> Vec<Proposal> {
        let Some(open) = self.typing.before.rfind('{') else { return Vec::new() };
        let typed = &self.typing.before[open + 1..];
        if typed.contains(['}', '\n', '，', '。']) {
            return Vec::new();
        }
        let range = self.offset - typed.len()..self.field_end();
        let named = fields.iter().map(|name| field((*name).to_owned(), "由本条的字段填入".to_owned(), range.clone()));
        let mut proposals: Vec<Proposal> = named.collect();
        for day in self.days() {
            proposals.push(field(day.to_string(), format!("印作日期，{}", Weekday::from_date(day)), range.clone()));
        }
        proposals
    }

    /// Behind the brace that closes the field in which the cursor stands; where none does, at the cursor.
    fn field_end(&self) -> usize {
        let rest = &self.text[self.offset..];
        let behind = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
        let is_closed = rest[behind..].starts_with('}');
        if is_closed { self.offset + behind + 1 } else { self.offset }
    }
}

fn field(label: String, detail: String, range: Range<usize>) -> Proposal {
    let kind = CompletionItemKind::Field;
    Proposal { insert: format!("{label}}}"), label, kind, detail, selected: None, range }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::shape;
    use crate::record::read;
    use crate::source::Source;
    use crate::yaml::Problems;

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
            ("│", "周期 期号 总期号"),
            ("周期: { 起: 2023-03-06, │ }", "止 累计"),
            ("周期: { 起: 2023-03-06, 止: 2023-03-07 }\n成文: │", "2023-03-06 2023-03-07 2023-03-08"),
            ("通报单:\n  │", "编号 收到 来文单位"),
            ("通报单:\n  - │", "编号 收到 来文单位"),
            ("通报单:\n  - 编号: 6\n    收到: 2023-03-07\n    │\n    来文单位: 甲", "种类 来源 投诉人"),
            ("通报单:\n  - 来文单位: 南│", superiors),
            ("通报单:\n  - 投诉人:\n      │", "姓名 电话"),
            ("投诉:\n  │", "12301平台 12345政务服务便民热线 “云游”投诉平台"),
            ("投诉:\n  12301平台:\n    - { 被投诉: 雪│", firms),
            ("投诉:\n  12301平台:\n    - { 状态: │", "处理中 办结"),
            ("投诉:\n  12301平台: { │ }", "接到 受理 不予受理"),
            ("执法检查: { 出动人次: { │ } }", "本期 累计"),
            ("查处案件: { │ }", "件数 结果 各件"),
            ("查处案件:\n  - { │ }", "日期 单位 对象"),
            ("投诉:\n  12301平台: { 各件: [{ 状态: │", "处理中 办结"),
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
    fn own_columns_are_offered_what_built_in_keys_of_their_type_are() {
        let own = "
投诉栏: [{ 名称: 诉求类型, 取值: [投诉, 举报] }, { 名称: 回访日, 类型: 日期 }]
台账:
  - 名称: 涉旅案件
    栏:
      - { 名称: 当事人, 类型: 企业 }
      - { 名称: 承办, 类型: 单位 }
      - { 名称: 经过, 类型: 长文 }
      - { 名称: 公开, 类型: 是否 }
      - { 名称: 立案, 类型: 日期 }
    数: [{ 名称: 立案数, 计: 条 }]
";
        let text = format!("{}{own}", include_str!("../../tests/checks/office.yaml"));
        let office: Office = read(&Source::new("office.yaml", text), &mut Problems::new()).unwrap();
        let shape = crate::record::week_shape(&office.own_columns());
        let labels = |text: &str| {
            let offset = text.find('│').unwrap();
            let found = proposals(&text.replace('│', ""), offset, Shape::new(&shape), Some(&office));
            found.iter().take(4).map(|it| it.label.as_str()).collect::<Vec<_>>().join(" ")
        };
        let days = "周期: { 起: 2023-03-06, 止: 2023-03-07 }\n";
        for (own, built_in) in [
            ("台账: { 涉旅案件: [ { 当事人: 雪│ } ] }", "投诉: { 12301平台: [ { 被投诉: 雪│ } ] }"),
            ("台账: { 涉旅案件: [ { 承办: │ } ] }", "投诉: { 12301平台: [ { 转办: │ } ] }"),
            ("台账: { 涉旅案件: [ { 公开: │ } ] }", "投诉: { 12301平台: [ { 有效: │ } ] }"),
            ("台账: { 涉旅案件: [ { 立案: │ } ] }", "投诉: { 12301平台: [ { 日期: │ } ] }"),
            ("投诉: { 12301平台: [ { 回访日: │ } ] }", "投诉: { 12301平台: [ { 日期: │ } ] }"),
            ("台账:\n  涉旅案件:\n    - 经过: 在{│", "现场受理:\n  - 情况: 在{│"),
        ] {
            let (own, built_in) = (labels(&format!("{days}{own}")), labels(&format!("{days}{built_in}")));
            assert!(!own.is_empty());
            assert_eq!(own, built_in);
        }
        assert_eq!(labels("台账:\n  │"), "涉旅案件");
        assert_eq!(labels("台账:\n  涉旅案件:\n    - │"), "当事人 承办 经过 公开");
        assert_eq!(labels("台账:\n  涉旅案件:\n    明细: []\n    │"), "条数 立案数 典型");
        assert_eq!(labels("投诉: { 12301平台: [ { 诉求类型: │ } ] }"), "投诉 举报");
        assert!(Shape::new(&shape).meaning(&[Step::Key("台账".into()), Step::Key("涉旅案件".into())]).is_some());
    }

    #[test]
    fn a_change_takes_the_day_and_the_keys_of_the_office_that_may_change() {
        let labels = |text: &str| -> Vec<String> {
            let offset = text.find('│').unwrap_or_default();
            let found = proposals(&text.replace('│', ""), offset, shape::office(), None);
            found.into_iter().map(|it| it.label).collect()
        };
        assert_eq!(labels("检查项目:\n  - { 名称: 甲, │ }"), ["角色", "量词", "文内", "对比"]);
        let roles = ["派出", "检查", "发现", "处置", "整改", "发放"];
        assert_eq!(labels("检查项目:\n  - { 名称: 甲, 角色: │ }"), roles);
        let keys = labels("名称: 甲\n变更:\n  - │");
        assert_eq!(keys[..3], ["自", "名称", "行政区"]);
        assert!(keys.iter().all(|key| !["检查", "认可", "变更"].contains(&key.as_str())), "{keys:?}");
        assert_eq!(labels("变更:\n  - 自: 2022-01-01\n    投诉平台:\n      - { 计时长: │ }"), ["是", "否"]);
        assert_eq!(labels("变更:\n  - 自: 2022-01-01\n    上级:\n      │"), ["名称", "简称", "文内"]);
    }
}
