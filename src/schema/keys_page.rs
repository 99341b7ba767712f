//! The page that tells writers all keys of the files: `docs/reference-keys.md`.

use super::titles::{keys_of_records, titles};
use crate::record::Described;
use crate::record::catalogue::{Kind, Record, Shape, TextKind};
use crate::record::office::Office;
use crate::record::week::Week;

const HEAD: &str = "# 记录里可以写的键

这一页由程序自己的记录定义写成，与 `zhoubao schema` 说的相同。标“要写”的键，每一条里都要有；其余的没有内容就整行不写。
列表一项也没有时写 `[]`，怎样写见[记录怎么写](zh/data.md)。
";

/// As it stands in the file.
#[must_use]
pub fn keys_page() -> String {
    let mut page = HEAD.to_owned();
    put_file::<Week>("一周的记录", &mut page);
    put_file::<Office>("office.yaml", &mut page);
    page
}

fn put_file<T: Described>(title: &str, page: &mut String) {
    let shape = T::shape();
    let titles = titles(&shape);
    let keys = keys_of_records(&shape);
    let Some(root) = shape.record() else { return };
    let mut seen: Vec<&str> = Vec::new();
    for record in shape.records() {
        let heading = match titles.get(record.name) {
            Some(key) if seen.contains(key) => format!("\n### {key}，写成几行「键: 值」的\n"),
            Some(key) => {
                seen.push(key);
                format!("\n### {}\n", keys.get(record.name).map_or(String::new(), |keys| keys.join("、")))
            }
            None => format!("\n## {title}\n"),
        };
        page.push_str(&heading);
        put_record(record, root, page);
    }
}

fn put_record(record: &Record, root: &Record, page: &mut String) {
    if record.fields.is_empty() {
        page.push_str("\n键由 office.yaml 定，见[自设的栏和台账](zh/ledgers.md)。\n");
        return;
    }
    page.push_str("\n| 键 | 是什么 | 写什么 | |\n|---|---|---|---|\n");
    let mut has_those_of_root = false;
    for field in &record.fields {
        if record.name != root.name && root.field(field.key).is_some_and(|other| other.meaning == field.meaning) {
            has_those_of_root = true;
            continue;
        }
        let needed = if field.is_needed { "要写" } else { "" };
        let what = written(&field.shape);
        page.push_str(&format!("| `{}` | {} | {what} | {needed} |\n", field.key, escaped(field.meaning)));
    }
    if has_those_of_root {
        page.push_str("\n以及文件最外层的那些键，写法相同。\n");
    }
}

/// What is written under a key, in a few words.
fn written(shape: &Shape) -> String {
    match shape {
        Shape::Value(kind) => value(kind),
        Shape::Record(_) => "几行「键: 值」，见下".to_owned(),
        Shape::List(item) => match &**item {
            Shape::Record(_) => "列表，每项几行「键: 值」，见下".to_owned(),
            item => format!("列表：{}", written(item)),
        },
        Shape::Table(register, values) => {
            let names = register.map_or("名称或代号", |register| register.title());
            match &**values {
                Shape::Value(kind) => format!("表：{names}和{}", value(kind)),
                Shape::List(_) => format!("表：{names}和列表，列表每项几行「键: 值」，见下"),
                Shape::Either(..) => format!("表：{names}和内容，内容是{}", written(values)),
                _ => format!("表：{names}和内容"),
            }
        }
        Shape::Either(one, other) => format!("{}；或{}", written(one), written(other)),
    }
}

fn value(kind: &Kind) -> String {
    match kind {
        Kind::Words(words) => words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("、"),
        Kind::Truth => "是、否".to_owned(),
        Kind::Text(TextKind::Name(Some(register))) if register.is_closed() => {
            format!("{}，照登记的写", register.title())
        }
        Kind::Text(TextKind::Name(Some(register))) => format!("名称，登记过的{}照登记的写", register.title()),
        Kind::Parsed(parsed) => escaped(parsed.expected),
        kind @ Kind::Text(_) => kind.title().to_owned(),
    }
}

/// In a cell of a table.
fn escaped(text: &str) -> String {
    text.replace('|', "\\|")
}
