//! Papers sent up and received, and titles of sections.

use zhoubao::diagnostic::Severity::{Advice, Error, Warning};
use zhoubao::record::value::Date;

use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, codes, found, slip};

const STATISTICS: &str = "{ 文书: 诉转案件办理情况表, 份数: 3 }";
const ROSTER: &str =
    "- { 文书: 旅游市场秩序整治周报, 单位: [区文化和旅游局, 区市场监管局, 青禾公安分局, 区交通运输局] }\n";

#[test]
fn slips_in_papers_are_found() {
    let twice = format!("{STATISTICS}\n    - {STATISTICS}");
    let assessment = "\n考核评定:\n  - { 收到: 2023-03-07, 来文单位: 青禾区人民政府, 来文: 《关于考核评定的通知》, 办理: 完成评定, 反馈: 2023-03-08, 反馈单位: 青禾区人民政府 }\n\n投诉:";
    for (from, to, code, severity, text) in [
        ("份数: 3", "份数: 6", "paper-copies-many", Warning, "6"),
        ("份数: 3", "份数: 0", "paper-copies-none", Warning, "0"),
        ("份数: 3", "单位: []", "paper-copies-none", Warning, "诉转案件办理情况表"),
        (STATISTICS, &twice, "paper-twice", Error, "诉转案件办理情况表"),
        (", 青禾区旅游市场秩序整治工作周报]", "]", "paper-weekly-unsent", Advice, "上报: [涉旅案件办理情况统计表]"),
        (ROSTER, "", "paper-roster-missing", Warning, "上报: [涉旅案件办理情况统计表, 青禾区旅游市场秩序整治工作周报]"),
        ("\n投诉:", assessment, "paper-marks", Error, "《"),
        ("标题: 宣传引导", "标题: 宣传引导：", "section-mark", Advice, "："),
    ] {
        let found = slip(from, to);
        let [one] = &found[..] else { panic!("{to}: {found:#?}") };
        assert_eq!((one.code, one.severity, one.text.as_str()), (code, severity, text), "{to}");
        assert!(!one.help.is_empty());
    }
}

#[test]
fn what_only_looks_like_a_slip_in_papers_is_left_alone() {
    let assessment = "\n考核评定:\n  - { 收到: 2023-03-07, 来文单位: 青禾区人民政府, 来文: 关于转发〈考核办法〉的通知, 办理: 完成评定, 反馈: 2023-03-08, 反馈单位: 青禾区人民政府 }\n\n投诉:";
    for (from, to) in [
        ("份数: 3", "份数: 5"),
        // Of what all must send, none is worth telling: the paper says who is missing.
        ("单位: [区文化和旅游局, 区市场监管局, 青禾公安分局, 区交通运输局]", "单位: []"),
        ("\n投诉:", assessment),
        ("标题: 宣传引导", "标题: 3.15专项行动"),
        ("标题: 宣传引导", "标题: 开展“一周一整治”"),
    ] {
        assert_eq!(slip(from, to), [], "{to}");
    }
}

#[test]
fn marks_that_the_template_adds_are_taken_away() {
    let office = changed(OFFICE, "{ 名称: 涉旅案件办理情况统计表", "{ 名称: 《涉旅案件办理情况统计表》");
    let week = changed(WEEK, "上报: [涉旅案件办理情况统计表", "上报: [《涉旅案件办理情况统计表》");
    let found = found(&office, &[&week]);
    assert_eq!(codes(&found), ["paper-marks"]);
    assert_eq!((found[0].text.as_str(), &found[0].others[..]), ("《", &["》".to_owned()][..]));
    assert_eq!(found[0].fix.as_deref(), Some(""));
}

#[test]
fn one_paper_under_two_of_its_names_is_one() {
    let office = changed(OFFICE, "名称: [诉转案件办理情况表]", "名称: [诉转案件办理情况表, 案件情况统计表]");
    let week = changed(WEEK, STATISTICS, &format!("{STATISTICS}\n    - {{ 文书: 案件情况统计表, 份数: 3 }}"));
    let twice = found(&office, &[&week]);
    assert_eq!(codes(&twice), ["paper-twice"]);
    assert_eq!(
        (twice[0].text.as_str(), &twice[0].others[..]),
        ("案件情况统计表", &["诉转案件办理情况表".to_owned()][..])
    );
    // Two names, so two from each unit.
    assert_eq!(found(&office, &[&changed(WEEK, "份数: 3", "份数: 10")]), []);
    assert_eq!(codes(&found(&office, &[&changed(WEEK, "份数: 3", "份数: 11")])), ["paper-copies-many"]);
}

/// What a rule finds in weeks that follow one another, each the next week's text with `change` made: files and places.
fn in_a_row(code: &str, weeks: usize, change: impl Fn(usize, String) -> String) -> Vec<(String, String, String)> {
    in_a_row_of(OFFICE, code, weeks, change)
}

/// The same of another office.
pub fn in_a_row_of(
    office: &str,
    code: &str,
    weeks: usize,
    change: impl Fn(usize, String) -> String,
) -> Vec<(String, String, String)> {
    let mut first = Date::from_parts(2023, 3, 13).unwrap();
    let mut texts = Vec::new();
    for at in 0..weeks {
        let last = first.plus_days(6);
        let text = changed(NEXT_WEEK, "起: 2023-03-13, 止: 2023-03-19", &format!("起: {first}, 止: {last}"));
        texts.push(change(at, text));
        first = last.plus_days(1);
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = found(office, &texts).into_iter().filter(|finding| finding.code == code);
    found.map(|finding| (finding.file, finding.text, finding.message)).collect()
}

#[test]
fn a_paper_of_every_week_that_is_missing_is_asked_about() {
    let missing = |gaps: &'static [usize]| {
        in_a_row("paper-sent-gap", 6, move |at, text| {
            if gaps.contains(&at) {
                changed(&text, "上报: [涉旅案件办理情况统计表, ", "上报: [")
            } else {
                text
            }
        })
    };
    let found = missing(&[4]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].0, "5.yaml");
    assert!(found[0].2.contains("涉旅案件办理情况统计表"));
    // Not sent before either, or never again: told once.
    assert_eq!(missing(&[2, 5]), []);
    assert_eq!(missing(&[4, 5]).len(), 1);
}

#[test]
fn a_unit_that_is_silent_for_weeks_is_told_at_the_last_of_them() {
    let silent = |weeks: std::ops::Range<usize>| {
        in_a_row("paper-unit-silent", 6, move |at, text| {
            if weeks.contains(&at) {
                changed(&text, "区交通运输局, 河东街道办事处]", "区交通运输局]")
            } else {
                text
            }
        })
    };
    let found = silent(0..4);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].0.as_str(), found[0].1.as_str()), ("4.yaml", "旅游市场秩序整治周报"));
    assert!(found[0].2.contains("河东街道办事处（4 期）"), "{found:?}");
    assert_eq!(silent(0..6)[0].0, "6.yaml");
    assert_eq!(silent(1..4), []);
}
