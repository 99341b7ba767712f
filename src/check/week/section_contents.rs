//! Sections have something to print, and the rows of their tables fit the head.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::section::{Part, SectionTable};

static EMPTY: Rule = Rule {
    code: "section-empty",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "章节或分节里没有内容：正文、列表、表、分节一项也没有写，或者不写标题的分节没有正文。",
    why: "标题下面没有内容不能印；没有标题的分节，序号要印在正文前面。",
    example: "- 标题: 宣传引导（下面什么也没有）",
    fix: "补上「正文: …」，或者把这一节整个删掉。",
};

static TABLE: Rule = Rule {
    code: "section-table",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "章节的表里，一行的格数与表头不一样；表头或各行是空的。",
    why: "格数不一样，数会印到别的栏下面去。",
    example: "表头: [社区, 检查（家）]，行: - [东门社区, 9, 2]",
    fix: "每行的格数写得与表头一样；空着的格写 \"\"。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&EMPTY, &TABLE], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    for section in &view.week.sections {
        contents(&section.part(), findings);
    }
}

fn contents(part: &Part, findings: &mut Vec<Diagnostic>) {
    let is_empty = part.text.is_none() && part.list.is_empty() && part.table.is_none() && part.parts.is_empty();
    if is_empty {
        let what = if part.is_below() { "分节" } else { "章节" };
        findings.push(
            EMPTY
                .finding(format!("这个{what}里没有内容"))
                .at(part.span.first_line(), "只到这里")
                .help("在这一项里加一行「正文: …」，与「标题」左边对齐；没有内容可写，就把这一项整个删掉"),
        );
    } else if part.is_below() && part.title.is_none() && part.text.is_none() {
        findings.push(
            EMPTY
                .finding("这个分节没有标题，也没有正文，序号没有地方印")
                .at(part.span.first_line(), "这一项")
                .help("在这一项里加一行「标题: …」或「正文: …」"),
        );
    }
    if let Some(table) = part.table {
        rows(table, findings);
    }
    for below in &part.parts {
        contents(below, findings);
    }
}

fn rows(table: &SectionTable, findings: &mut Vec<Diagnostic>) {
    let columns = table.head.len();
    if columns == 0 || table.rows.is_empty() {
        let (key, example) = if columns == 0 { ("表头", "[名称, 数量]") } else { ("行", "[[东门社区, 9]]") };
        findings.push(
            TABLE
                .finding(format!("表的「{key}」是空的"))
                .at(table.span.first_line(), "这张表")
                .help(format!("写成「{key}: {example}」这样；没有内容的表整个删掉")),
        );
        return;
    }
    for (at, row) in table.rows.iter().enumerate() {
        if row.len() == columns {
            continue;
        }
        let (number, found) = (at + 1, row.len());
        let finding = TABLE.finding(format!("表的第 {number} 行有 {found} 格，表头有 {columns} 格"));
        let first = row.iter().find_map(|cell| cell.0.as_ref());
        let place = first.map_or_else(|| table.span.first_line(), |text| text.span.first_line());
        let names: Vec<&str> = table.head.iter().map(|name| name.value.as_str()).collect();
        findings.push(
            finding.at(place, "这一行").help(format!("按表头写 {columns} 格：{}；空着的格写 \"\"", names.join("、"))),
        );
    }
}
