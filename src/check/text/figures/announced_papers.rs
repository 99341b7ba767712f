//! 等5份 behind a list of papers.

use std::ops::Range;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::line::Line;
use crate::check::text::paper_titles::listed;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;

static ANNOUNCED: Rule = Rule {
    code: "figure-total-announced",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "列出几份文书之后说「等×份」，份数与列出的、登记的份数都对不上。",
    why: "说的份数和列的份数不一样，不知道是漏列了还是数错了。",
    example: "《甲表》、《乙表》、《丙周报》、《丁周报》等5份",
    fix: "补上漏列的文书，或者改份数；一份算几份的，在 office.yaml「上报文书」里写「份数」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&ANNOUNCED], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { line, week: Some(week), .. } = passage else { return };
    if !passage.text.kind.is_prose() {
        return;
    }
    for run in line.digit_runs() {
        let is_announced = line.starts_any(run.end, &["份", "个文件", "项材料", "种"]).is_some();
        if is_announced && line.ends(run.start, "等") {
            findings.extend(wrong_number(week.view.office, line, run));
        }
    }
}

/// What is wrong with the number at `run`, which stands behind a list of papers and 等.
fn wrong_number(office: &Office, line: &Line, run: Range<usize>) -> Option<Diagnostic> {
    let list_end = run.start - 1;
    let papers = listed(line, line.sentence(list_end).start..list_end);
    let announced = line.number(run.clone()).filter(|_| papers.len() >= 2)?;
    let (mut registered, mut copies) = (0, 0_u32);
    for title in &papers {
        let paper = office.outward.iter().find(|paper| paper.name.value == line.text(title.clone()));
        registered += usize::from(paper.is_some());
        copies = copies.saturating_add(paper.and_then(|paper| paper.copies.as_ref()).map_or(1, |copies| copies.value));
    }
    let count = u32::try_from(papers.len()).unwrap_or(u32::MAX);
    // “Among others” may stand for papers that are not listed; not where papers of the register are named one by one.
    let is_all_listed = registered * 2 >= papers.len() || (papers.len() >= 3 && announced.saturating_sub(count) <= 2);
    if announced == count || announced == copies || (announced > count && !is_all_listed) {
        return None;
    }
    let place = line.place(run);
    let mut finding = ANNOUNCED
        .finding(format!("说是「等{announced}份」，列出来的是 {count} 份"))
        .at(place.clone(), format!("列出 {count} 份"))
        .help(format!("补上漏列的，或者把份数改成 {copies}；一份算几份的，在 office.yaml「上报文书」里写「份数」"));
    for title in papers {
        finding = finding.and_at(line.place(title), "");
    }
    Some(finding)
}
