//! Titles of sections, as they become headings.

use super::names::within_quotes;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::week::Week;
use crate::source::Spanned;

pub(super) static NUMBERED: Rule = Rule {
    name: "section-number",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "章节的标题前面自己写了序号。",
    why: "序号由程序编，会印成“四、三、宣传引导”。",
    example: "标题: 三、宣传引导",
    mend: "去掉序号。",
};

pub(super) static ENDED: Rule = Rule {
    name: "section-mark",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "章节的标题末尾有标点。",
    why: "标题末尾不用标点。",
    example: "标题: 宣传引导。",
    mend: "去掉末尾的标点。",
};

const NUMERALS: &str = "一二三四五六七八九十0123456789０１２３４５６７８９";

pub(super) fn titles(week: &Week, findings: &mut Vec<Diagnostic>) {
    for title in week.sections.iter().flatten().map(|section| &section.title) {
        numbered(title, findings);
        ended(title, findings);
    }
}

fn numbered(title: &Spanned<String>, findings: &mut Vec<Diagnostic>) {
    let text = title.value.as_str();
    let Some(rest) = without_number(text).filter(|rest| !rest.is_empty()) else { return };
    let place = title.part(0..text.len() - rest.len());
    findings.push(
        NUMBERED
            .finding("标题前面的序号由程序编")
            .at(place.clone(), "多余的序号")
            .help(format!("写成「{rest}」"))
            .fix(Fix::replace(Certainty::Likely, place, "")),
    );
}

/// What follows 三、 or （二） or 1. or （1）.
fn without_number(text: &str) -> Option<&str> {
    let is_numeral = |c: char| NUMERALS.contains(c);
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let (number, rest) = rest.split_once(['）', ')'])?;
        return (!number.is_empty() && number.chars().all(is_numeral)).then(|| rest.trim_start());
    }
    let rest = text.trim_start_matches(is_numeral);
    let behind = rest.strip_prefix(['、', '.', '．']).filter(|_| rest.len() < text.len())?;
    // 3.15专项行动 is no number of a heading.
    (!behind.starts_with(is_numeral)).then(|| behind.trim_start())
}

fn ended(title: &Spanned<String>, findings: &mut Vec<Diagnostic>) {
    let text = title.value.trim_end();
    let bare = text.trim_end_matches(['。', '：', '，', '；', '、', '.', ':', ',', ';']);
    if bare.is_empty() || bare.len() == text.len() {
        return;
    }
    let place = if text.len() == title.value.len() { title.part(bare.len()..text.len()) } else { within_quotes(title) };
    let finding = ENDED.finding("标题末尾不用标点").at(place.clone(), "去掉").help(format!("写成「{bare}」"));
    let is_exact = place.text() == &text[bare.len()..];
    findings.push(if is_exact { finding.fix(Fix::replace(Certainty::Likely, place, "")) } else { finding });
}

#[cfg(test)]
mod tests {
    use super::without_number;

    #[test]
    fn numbers_of_headings_are_told_from_figures() {
        for (title, rest) in
            [("三、宣传引导", "宣传引导"), ("（二）宣传", "宣传"), ("1. 宣传", "宣传"), ("(1)宣传", "宣传")]
        {
            assert_eq!(without_number(title), Some(rest), "{title}");
        }
        for title in ["3.15专项行动", "12345热线", "一周一整治", "（试点）情况", "“五一”假日、端午假日"]
        {
            assert_eq!(without_number(title), None, "{title}");
        }
    }
}
