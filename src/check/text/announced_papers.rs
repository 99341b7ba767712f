//! Numbers in sections that contradict what the week's records come to.

use super::paper_titles::listed;
use super::passage::Passage;
use crate::check::subject::{Check, Subject};
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};

static ANNOUNCED: Rule = Rule {
    code: "figure-total-announced",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "列出几份文书之后说「等×份」，份数与列出的、登记的份数都对不上。",
    why: "说的份数和列的份数不一样，不知道是漏列了还是数错了。",
    example: "《甲表》、《乙表》、《丙周报》、《丁周报》等5份",
    fix: "补上漏列的文书，或者改份数；一份算几份的，在 office.yaml「上报文书」里写「份数」。",
};

pub static SUBJECT: Subject = Subject { rules: &[&ANNOUNCED], check: Check::Text(check) };

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// 等5份 behind a list of papers.
fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { line, week: Some(week), .. } = passage else { return };
    if !passage.text.kind.is_prose() {
        return;
    }
    let office = week.view.office;
    for run in line.digit_runs() {
        let measure = line.starts_any(run.end, &["份", "个文件", "项材料", "种"]);
        let Some(at) = run.start.checked_sub(1).filter(|_| measure.is_some() && line.ends(run.start, "等")) else {
            continue;
        };
        let sentence = line.sentence(at);
        let papers = listed(line, sentence.start..at);
        let Some(announced) = line.number(run.clone()).filter(|_| papers.len() >= 2) else { continue };
        let registered: Vec<_> = papers
            .iter()
            .map(|title| office.outward.iter().find(|paper| paper.name.value == line.text(title.clone())))
            .collect();
        let copies = registered
            .iter()
            .map(|paper| paper.and_then(|paper| paper.copies.as_ref()).map_or(1, |copies| copies.value));
        let copies = copies.fold(0, u32::saturating_add);
        let count = count(papers.len());
        // “Among others” may stand for papers that are not listed; not where papers of the register are told one by one.
        let all = registered.iter().flatten().count() * 2 >= papers.len()
            || (papers.len() >= 3 && announced.saturating_sub(count) <= 2);
        if announced == count || announced == copies || (announced > count && !all) {
            continue;
        }
        let place = line.place(run.clone());
        let mut finding = ANNOUNCED
            .finding(format!("说是「等{announced}份」，列出来的是 {count} 份"))
            .at(place.clone(), format!("列出 {count} 份"))
            .help("补上漏列的，或者改份数；一份算几份的，在 office.yaml「上报文书」里写「份数」")
            .fix(Fix::replace(Certainty::Likely, place, copies.to_string()));
        for title in papers {
            finding = finding.and_at(line.place(title), "");
        }
        findings.push(finding);
    }
}
