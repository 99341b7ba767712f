//! Columns and ledgers of an office's own: their names, and what may stand in them.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::listed_names::{REPEATED, repeated};
use crate::check::shared::own_columns::{MISMATCH, UNKNOWN_COLUMN, unknown};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::Described;
use crate::record::case::Case;
use crate::record::catalogue::{Kind, Record, Shape, Sort};
use crate::record::complaint::Complaint;
use crate::record::notice::Notice;
use crate::record::office::Office;
use crate::record::own::{Column, ColumnType, OwnName};
use crate::source::Spanned;

pub(super) static TAKEN: Rule = Rule {
    code: "own-name-taken",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "自设的栏、台账的数，用了记录里本来就有的键，或者程序自己要用的名称。",
    why: "写了也分不清是哪一个。",
    example: "投诉栏: [{ 名称: 状态 }]",
    fix: "换一个名称，例如 状态说明。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&REPEATED, &TAKEN, &UNKNOWN_COLUMN, &MISMATCH], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let of_records = [
        ("投诉栏", &office.complaint_columns, Complaint::shape()),
        ("案件栏", &office.case_columns, Case::shape()),
        ("通报单栏", &office.notice_columns, Notice::shape()),
    ];
    for (list, columns, shape) in &of_records {
        check_columns(list, columns, shape.record(), findings);
    }
    repeated("台账", office.ledgers.iter().map(|ledger| &ledger.name), findings);
    for ledger in &office.ledgers {
        check_columns("栏", &ledger.columns, None, findings);
    }
}

/// `record`: what the columns are added to, if they are no ledger's.
fn check_columns(list: &str, columns: &[Column], record: Option<&Record>, findings: &mut Vec<Diagnostic>) {
    repeated(list, columns.iter().map(|column| &column.name), findings);
    let built_in = record.map_or(&[][..], |record| &record.fields);
    let built_in_days = built_in.iter().filter(|field| is_day(&field.shape)).map(|field| field.key);
    let own_days = columns.iter().filter(|it| it.what() == ColumnType::Date).map(|column| column.name.value.text());
    let days: Vec<&str> = built_in_days.chain(own_days).collect();
    for column in columns {
        if built_in.iter().any(|field| field.key == column.name.value.text()) {
            findings.push(name_taken(&column.name));
        }
        check_words(column, findings);
        check_day(column, &days, findings);
    }
}

fn is_day(shape: &Shape) -> bool {
    matches!(shape, Shape::Value(Kind::Parsed(parsed)) if parsed.sort == Sort::Date)
}

fn check_words(column: &Column, findings: &mut Vec<Diagnostic>) {
    let has_words = !column.words.is_empty();
    let wants_words = column.what() == ColumnType::Words;
    if wants_words && !has_words {
        let message = format!("「{}」是取值，却没有写可以取哪些词", column.name.value);
        let help = format!("写成 {{ 名称: {}, 取值: [甲, 乙] }}", column.name.value);
        findings.push(MISMATCH.finding(message).at(column.name.span.clone(), "没有取值").help(help));
    } else if has_words && !wants_words {
        let message = format!("「{}」写了取值，类型却是{}", column.name.value, column.what());
        let place = column.column_type.as_ref().map_or(&column.name.span, |written| &written.span);
        findings.push(MISMATCH.finding(message).at(place.clone(), "类型").help("去掉「类型」，或者去掉「取值」"));
    }
}

/// What is said of a day's order is said of a day, and of another one among `days`.
fn check_day(column: &Column, days: &[&str], findings: &mut Vec<Diagnostic>) {
    let name = &column.name.value;
    let later = column.may_be_later.as_ref().map(|may| ("可在以后", &may.span));
    let earlier = column.may_be_earlier.as_ref().map(|may| ("可在以前", &may.span));
    let after = column.not_before.as_ref().map(|first| ("不早于", &first.span));
    for (key, place) in later.into_iter().chain(earlier).chain(after) {
        if column.what() != ColumnType::Date {
            let message = format!("「{name}」写的是{}，不是日期，不能写「{key}」", column.what());
            let help = format!("写成 {{ 名称: {name}, 类型: 日期, … }}，或者去掉「{key}」");
            findings.push(MISMATCH.finding(message).at(place.clone(), "不是日期").help(help));
        }
    }
    if let Some(first) = &column.not_before
        && (!days.contains(&first.value.text()) || first.value == *name)
    {
        let others: Vec<&str> = days.iter().copied().filter(|day| *day != name.text()).collect();
        findings.push(unknown("日期的栏", first.value.text(), &first.span, &others, "写另一栏日期的名称"));
    }
}

pub(super) fn name_taken(name: &Spanned<OwnName>) -> Diagnostic {
    TAKEN
        .finding(format!("「{}」这个名称已经有别的用处", name.value))
        .at(name.span.clone(), "换一个名称")
        .help(format!("例如 {}说明", name.value))
}
