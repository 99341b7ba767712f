//! A row or a column of a section's table that says what the others come to.

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::section::{Cell, Part, SectionTable};
use crate::source::Span;

static SUM: Rule = Rule {
    code: "table-sum",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "章节的表里，最后一行或最后一栏写着合计，与上面、左面各格加起来不一样；有一格不是数的不查。",
    why: "表里的数人人会加。",
    example: "行: [[甲, 3], [乙, 4], [合计, 8]]",
    fix: "核对各格和合计；合计不只是这几格的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&SUM], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    for section in &view.week.sections {
        tables(&section.part(), findings);
    }
}

fn tables(part: &Part, findings: &mut Vec<Diagnostic>) {
    if let Some(table) = part.table {
        last_row(table, findings);
        last_column(table, findings);
    }
    for below in &part.parts {
        tables(below, findings);
    }
}

/// How a row or a column is called that says a sum.
const SUMS: [&str; 5] = ["合计", "总计", "共计", "总数", "小计"];

fn says_sum(text: &str) -> bool {
    SUMS.iter().any(|word| text.trim().starts_with(word))
}

/// Column by column: the rows above, and what the last says.
fn last_row(table: &SectionTable, findings: &mut Vec<Diagnostic>) {
    let Some((last, rows)) = table.rows.split_last() else { return };
    if !last.first().and_then(text).is_some_and(says_sum) {
        return;
    }
    // A sum in between would be counted twice.
    if rows.iter().any(|row| row.first().and_then(text).is_some_and(says_sum)) {
        return;
    }
    for (at, name) in table.head.iter().enumerate().skip(1) {
        let cells: Vec<&Cell> = rows.iter().filter_map(|row| row.get(at)).collect();
        compare(&format!("「{}」一栏", name.value), &cells, last.get(at), findings);
    }
}

/// Row by row: the cells to the left, and what the last says.
fn last_column(table: &SectionTable, findings: &mut Vec<Diagnostic>) {
    let Some((name, others)) = table.head.split_last() else { return };
    if !says_sum(&name.value) || others.iter().any(|other| says_sum(&other.value)) {
        return;
    }
    for row in &table.rows {
        let cells: Vec<&Cell> = row.iter().take(others.len()).skip(1).collect();
        let called = row.first().and_then(text).unwrap_or_default();
        compare(&format!("「{called}」一行"), &cells, row.get(others.len()), findings);
    }
}

/// What the cells come to and what `total` says; nothing where one of them is no number.
fn compare(what: &str, cells: &[&Cell], total: Option<&Cell>, findings: &mut Vec<Diagnostic>) {
    let Some((said, place)) = total.and_then(number) else { return };
    let mut sum = Decimal::ZERO;
    for cell in cells.iter().filter(|cell| cell.0.is_some()) {
        let Some((number, _)) = number(cell) else { return };
        sum = sum.saturating_add(number);
    }
    if cells.len() > 1 && sum != said {
        let finding = SUM.finding(format!("{what}加起来是 {}，合计写的是 {}", sum.normalize(), said.normalize()));
        findings.push(finding.at(place, "与各格不符").help("核对各格和合计"));
    }
}

fn text(cell: &Cell) -> Option<&str> {
    cell.0.as_ref().map(|text| text.value.as_str())
}

/// The number that a cell is.
fn number(cell: &Cell) -> Option<(Decimal, Span)> {
    let text = cell.0.as_ref()?;
    let digits = text.value.trim();
    let number = digits.parse::<Decimal>().ok().filter(|_| digits.starts_with(|c: char| c.is_ascii_digit()))?;
    Some((number, text.span.clone()))
}
