//! Full names of persons in what is published. Officials are named as such and are no persons to protect.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::line::Line;
use super::passage::Passage;
use super::walk::{Kind, Text};
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::full_names::{is_given, is_unregistered_person};
use crate::check::shared::surnames::{COMPOUND, NO_NAMES, SURNAMES};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::own::ColumnType;

pub(super) static NAME: Rule = Rule {
    code: "privacy-name",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里「投诉人」「游客」「导游」等后面的全名，「先生」「女士」前面的全名，和被查处的个人的全名；这份记录里「投诉人」「对象」和姓名的栏写过的全名，在文字里又写的。写成某某的不算。",
    why: "周报会公开；投诉人的姓名写在「投诉人」里，公开时会遮住，写在文字里的遮不住。",
    example: "与投诉人王小明联系",
    fix: "投诉人写 {投诉人}；别人的写成「王某某」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NAME], check: Check::Text(check) };

/// Words before the name of a person.
const ROLES: [&str; 24] = [
    "店主",
    "老板",
    "投诉人",
    "投诉者",
    "举报人",
    "来访人",
    "当事人",
    "联系人",
    "反映人",
    "游客",
    "旅客",
    "消费者",
    "网民",
    "市民",
    "乘客",
    "导游",
    "驾驶员",
    "司机",
    "领队",
    "讲解员",
    "家属",
    "伤者",
    "患者",
    "同行人",
];

/// What stands behind a name.
const BEHIND: [&str; 54] = [
    "）",
    ")",
    "（",
    "(",
    "，",
    "。",
    "、",
    "；",
    "：",
    "联系",
    "取得",
    "表示",
    "称",
    "反映",
    "投诉",
    "来电",
    "通过",
    "在",
    "于",
    "与",
    "到",
    "向",
    "的",
    "说",
    "拨打",
    "先生",
    "女士",
    "同志",
    "进行",
    "再次",
    "已",
    "对",
    "一行",
    "等",
    "电话",
    "沟通",
    "核实",
    "因",
    "未",
    "为",
    "无",
    "从",
    "和",
    "参加",
    "购买",
    "要求",
    "提出",
    "撤诉",
    "撤销",
    "退",
    "达成",
    "协商",
    "说明",
    "身份证",
];

/// What is said of persons behind their names.
const TITLES: [&str; 2] = ["先生", "女士"];

static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(ROLES.iter().chain(&TITLES)).ok());

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    if passage.text.kind.is_prose() {
        in_prose(passage, findings);
    }
    if let Some(week) = passage.week {
        in_field(week.view.office, &passage.text, findings);
    }
}

/// Full names in prose.
fn in_prose(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in WORDS.iter().flat_map(|words| words.find_iter(line.all())) {
        if word.pattern().as_usize() < ROLES.len() {
            found.extend(all_behind_role(line, line.index(word.end())));
        } else {
            found.extend(before_title(line, line.index(word.start())));
        }
    }
    found.sort_by_key(|name| name.start);
    found.dedup_by_key(|name| name.start);
    let recorded = passage.week.filter(|_| !found.is_empty()).map(|week| week.persons.find(line.all()));
    for name in found {
        let bytes = line.bytes(name.clone());
        // Persons that the record itself knows are told by another rule set.
        let is_recorded = recorded.iter().flatten().any(|(place, _)| *place == bytes);
        if is_recorded || passage.is_named(&bytes) {
            continue;
        }
        let place = line.place(name.clone());
        findings.push(
            NAME.finding("文字里有个人的全名")
                .at(place.clone(), "会印出来")
                .help("投诉人写 {投诉人}；别人的只留姓，写成某某"),
        );
    }
}

/// The names behind a role that ends before `at`: 投诉人王小明, 游客（王小明）, 游客王小明、李建国.
fn all_behind_role(line: &Line, at: usize) -> Vec<Range<usize>> {
    let from = at + usize::from(matches!(line.c(at), '：' | ':' | '“'));
    let mut name = if matches!(line.c(from), '（' | '(') {
        behind_role(line, from + 1).filter(|name| matches!(line.c(name.end), '）' | ')' | '，' | '、' | '：'))
    } else {
        behind_role(line, from)
    };
    let mut names = Vec::new();
    while let Some(one) = name {
        let is_joined = matches!(line.c(one.end), '、' | '和' | '与' | '及');
        let next = if is_joined { behind_role(line, one.end + 1) } else { None };
        name = next.filter(|next| next.len() > 2);
        names.push(one);
    }
    names
}

/// How many characters of a surname begin at `at`.
fn surname(line: &Line, at: usize) -> Option<usize> {
    if line.starts_any(at, &COMPOUND).is_some() {
        return Some(2);
    }
    let c = line.c(at);
    (c != '\0' && SURNAMES.contains(c) && line.starts_any(at, &NO_NAMES).is_none()).then_some(1)
}

/// A full name that begins at `start` and that something follows which follows names.
fn behind_role(line: &Line, start: usize) -> Option<Range<usize>> {
    let family = surname(line, start)?;
    for given in [2, 1] {
        let end = start + family + given;
        let all = (start + family..end).all(|at| is_given(line.c(at)));
        // Two characters are more often a word than a name: something sure must follow.
        let follows = end == line.len() || line.starts_any(end, &BEHIND).is_some();
        if all && follows && (given == 2 || !matches!(line.c(end), '、' | '的')) {
            return Some(start..end);
        }
    }
    None
}

/// A full name that ends before 先生 or 女士.
fn before_title(line: &Line, end: usize) -> Option<Range<usize>> {
    for length in [3, 2] {
        let Some(start) = end.checked_sub(length) else { continue };
        let given = start + 1..end;
        // 苏州王先生 has one surname, at its end.
        let is_surname_last = SURNAMES.contains(line.c(end - 1));
        if surname(line, start) == Some(1) && given.clone().all(|at| is_given(line.c(at))) && !is_surname_last {
            return Some(start..end);
        }
    }
    None
}

/// A person who is dealt with, by name.
fn in_field(office: &Office, text: &Text, findings: &mut Vec<Diagnostic>) {
    if text.kind == Kind::Name
        && (matches!(text.key, "对象" | "被投诉") || is_own_firm_column(office, text.key))
        && is_unregistered_person(office, &text.value.value)
    {
        let place = text.value.span.clone();
        findings.push(
            NAME.finding(format!("「{}」像是个人的全名", text.key))
                .at(place.clone(), "会印出来")
                .help("只留姓，写成某某；是店名就登记到 office.yaml 的「企业」"),
        );
    }
}

/// Whether an office has a column of that name for firms.
fn is_own_firm_column(office: &Office, key: &str) -> bool {
    let of_records = [&office.complaint_columns, &office.case_columns, &office.notice_columns];
    let of_ledgers = office.ledgers.iter().map(|ledger| &ledger.columns);
    let mut columns =
        of_records.into_iter().flat_map(|columns| columns.iter()).chain(of_ledgers.flat_map(|it| it.iter()));
    columns.any(|column| column.name.value.text() == key && column.what() == ColumnType::Firm)
}
