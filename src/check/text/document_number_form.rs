//! Marks that come in pairs: brackets, quotes, titles, and the year in a document number.

use super::passage::Passage;
use crate::check::shared::han::is_han;
use crate::check::subject::{Check, Subject};
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};

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

pub static SUBJECT: Subject = Subject { rules: &[&YEAR_BRACKETS, &NUMBER_PADDED], check: Check::Text(check) };

/// Years of document numbers and what follows them: 盘考办通〔2020〕9号.
fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for year in line.digit_runs() {
        let (open, close) = (line.before(year.start), line.c(year.end));
        let bracketed =
            "〔[(（【［﹝".contains(open) && "〕])）】］﹞".contains(close) && open != '\0' && close != '\0';
        if !bracketed || !matches!(year.len(), 2 | 4) {
            continue;
        }
        let after = year.end + 1;
        let ordinal = usize::from(line.c(after) == '第');
        let end = line.digits_end(after + ordinal);
        if end == after + ordinal || line.c(end) != '号' || end - after - ordinal > 4 {
            continue;
        }
        let right = (open, close) == ('〔', '〕');
        let round = open == '（' || open == '(';
        let code = is_han(line.before(year.start - 1));
        if !right && year.len() == 4 && (!round || code) && line.text(year.clone()).starts_with(['1', '2']) {
            let place = line.place(year.start - 1..year.end + 1);
            let wanted = format!("〔{}〕", line.text(year.clone()));
            findings.push(
                YEAR_BRACKETS
                    .finding(format!("发文字号的年份用了「{open}{close}」"))
                    .at(place.clone(), "")
                    .help(format!("改成「{wanted}」"))
                    .fix(Fix::replace(Certainty::Likely, place, wanted)),
            );
        }
        // Decisions on penalties are numbered in their own way: 罚字〔2022〕第3号.
        let sentence = line.text(line.clause(year.start).start..year.start);
        let ordinal_kept = ["罚", "决定书", "决字", "案"].iter().any(|word| sentence.contains(word));
        let digits = line.text(after + ordinal..end);
        let bare = digits.trim_start_matches('0');
        if right && !ordinal_kept && (ordinal == 1 || digits != bare) && !bare.is_empty() {
            let place = line.place(after..end + 1);
            findings.push(
                NUMBER_PADDED
                    .finding(format!("发文字号的序号写成了「{}」", line.text(after..end + 1)))
                    .at(place.clone(), "")
                    .help(format!("改成「{bare}号」"))
                    .fix(Fix::replace(Certainty::Likely, place, format!("{bare}号"))),
            );
        }
        if right && year.len() == 2 {
            findings.push(
                NUMBER_PADDED
                    .finding("发文字号的年份不是四位")
                    .at(line.place(year.start - 1..year.end + 1), "年份标全称")
                    .help("写四位的年份，例如〔2020〕"),
            );
        }
    }
}
