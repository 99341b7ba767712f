//! 发文字号 in prose: 盘考办通〔2020〕9号.

use std::ops::Range;

use super::line::Line;
use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::han::is_han;
use crate::check::shared::propose::Propose as _;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static YEAR_BRACKETS: Rule = Rule {
    code: "document-number-brackets",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "发文字号的年份用了〔〕以外的括号。",
    why: "GB/T 9704：年份用六角括号〔〕括起来。",
    example: "盘考办通[2020]9号",
    fix: "改成〔2020〕。",
};

static NUMBER_PADDED: Rule = Rule {
    code: "document-number-padded",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "发文字号的序号加了「第」或者前面补了 0，年份不是四位。",
    why: "GB/T 9704：序号不加「第」，不编虚位；年份标全称。",
    example: "盘考办通〔2020〕第09号",
    fix: "写成〔2020〕9号。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&YEAR_BRACKETS, &NUMBER_PADDED], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for run in line.digit_runs() {
        let Some(number) = DocumentNumber::read(line, run) else { continue };
        findings.extend(number.wrong_brackets(line));
        findings.extend(number.padded(line));
        findings.extend(number.short_year(line));
    }
}

/// 〔2020〕9号, without the code before it.
struct DocumentNumber {
    year: Range<usize>,
    brackets: (char, char),
    /// The number behind the year, with 第 where that is typed, without 号.
    number: Range<usize>,
}

/// No document's number has more digits.
const MOST_DIGITS: usize = 4;

impl DocumentNumber {
    /// The document number whose year is `year`, if it is one.
    fn read(line: &Line, year: Range<usize>) -> Option<Self> {
        let brackets = (line.before(year.start), line.c(year.end));
        let is_bracketed = "〔[(（【［﹝".contains(brackets.0) && "〕])）】］﹞".contains(brackets.1);
        if !is_bracketed || !matches!(year.len(), 2 | 4) {
            return None;
        }
        let from = year.end + 1;
        let digits = from + usize::from(line.c(from) == '第');
        let end = line.digits_end(digits);
        let is_number = (1..=MOST_DIGITS).contains(&(end - digits)) && line.c(end) == '号';
        is_number.then_some(Self { year, brackets, number: from..end })
    }

    fn has_right_brackets(&self) -> bool {
        self.brackets == ('〔', '〕')
    }

    /// The year with its brackets.
    fn bracketed(&self) -> Range<usize> {
        self.year.start - 1..self.year.end + 1
    }

    fn wrong_brackets(&self, line: &Line) -> Option<Diagnostic> {
        let (open, close) = self.brackets;
        let has_code = is_han(line.before(self.year.start - 1));
        let year = line.text(self.year.clone());
        let may_be_aside = matches!(open, '（' | '(') && !has_code;
        if self.has_right_brackets() || may_be_aside || year.len() != 4 || !year.starts_with(['1', '2']) {
            return None;
        }
        let place = line.place(self.bracketed());
        let finding = YEAR_BRACKETS.finding(format!("发文字号的年份用了「{open}{close}」")).at(place.clone(), "");
        Some(finding.propose("改成", place, format!("〔{year}〕")))
    }

    fn padded(&self, line: &Line) -> Option<Diagnostic> {
        // Decisions on penalties are numbered in their own way: 罚字〔2022〕第3号.
        let clause = line.text(line.clause(self.year.start).start..self.year.start);
        let is_of_penalty = ["罚", "决定书", "决字", "案"].iter().any(|word| clause.contains(word));
        let typed = line.text(self.number.clone());
        let bare = typed.trim_start_matches('第').trim_start_matches('0');
        if !self.has_right_brackets() || is_of_penalty || typed == bare || bare.is_empty() {
            return None;
        }
        let cells = self.number.start..self.number.end + 1;
        let place = line.place(cells.clone());
        let finding =
            NUMBER_PADDED.finding(format!("发文字号的序号写成了「{}」", line.text(cells))).at(place.clone(), "");
        Some(finding.propose("改成", place, format!("{bare}号")))
    }

    fn short_year(&self, line: &Line) -> Option<Diagnostic> {
        (self.has_right_brackets() && self.year.len() == 2).then(|| {
            NUMBER_PADDED
                .finding("发文字号的年份不是四位")
                .at(line.place(self.bracketed()), "年份标全称")
                .help("写四位的年份，例如〔2020〕")
        })
    }
}
