//! 文号: one series a year for the office's replies and its weekly.

use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, codes, found, next_slip, slip};
use zhoubao::diagnostic::Severity;

#[test]
fn a_number_is_used_once_a_year() {
    let again = next_slip("文号: 16", "文号: 15");
    assert_eq!(codes(&again), ["number-repeated"]);
    assert_eq!((again[0].file.as_str(), again[0].text.as_str(), again[0].others[0].as_str()), ("2.yaml", "15", "15"));
    assert_eq!(again[0].severity, Severity::Error);
    let weekly = slip("成文: 2023-03-13", "成文: 2023-03-13\n文号: 15");
    assert_eq!(codes(&weekly), ["number-repeated"]);
    assert_eq!(slip("成文: 2023-03-13", "成文: 2023-03-13\n文号: 16"), []);
}

#[test]
fn numbers_rise_with_the_days() {
    let back = next_slip("文号: 16", "文号: 14");
    assert_eq!(codes(&back), ["number-backward"]);
    assert_eq!((back[0].text.as_str(), back[0].others[0].as_str(), back[0].severity), ("14", "15", Severity::Warning));
    assert!(back[0].message.contains("2023-03-17 发的却是 14 号"), "{back:#?}");
    // The weekly is dated after the first of the next week's replies.
    let first = changed(WEEK, "成文: 2023-03-13", "成文: 2023-03-18\n文号: 17");
    assert_eq!(found(OFFICE, &[&first, NEXT_WEEK]), []);
}

#[test]
fn numbers_that_are_left_out_may_be_other_papers() {
    let gap = next_slip("文号: 16", "文号: 19");
    assert_eq!(codes(&gap), ["number-gap"]);
    assert_eq!((gap[0].text.as_str(), gap[0].others[0].as_str(), gap[0].severity), ("19", "15", Severity::Advice));
    assert!(gap[0].message.contains("16 号至 18 号没有记录"), "{gap:#?}");
}

/// The two weeks as the last of 2022 and the first of 2023, with these numbers of the replies.
fn turn(last: &str, first: &str) -> Vec<&'static str> {
    let moved = |text: &str, days: &[(&str, &str)]| {
        days.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    };
    let before = moved(
        WEEK,
        &[
            ("2023-03-06", "2022-12-19"),
            ("2023-03-12", "2022-12-25"),
            ("2023-03-13", "2022-12-26"),
            ("2023-03-07", "2022-12-20"),
            ("2023-03-10", "2022-12-23"),
            ("2023-03-09", "2022-12-22"),
            ("文号: 15", last),
            ("期号: 9", "期号: 51"),
        ],
    );
    let after = moved(
        NEXT_WEEK,
        &[
            ("2023-03-13", "2023-01-02"),
            ("2023-03-19", "2023-01-08"),
            ("2023-03-20", "2023-01-09"),
            ("2023-03-15", "2023-01-04"),
            ("2023-03-17", "2023-01-06"),
            ("文号: 16", first),
            ("期号: 10", "期号: 1"),
        ],
    );
    let found = found(OFFICE, &[&before, &after]);
    codes(&found).into_iter().filter(|code| code.starts_with("number-")).collect()
}

#[test]
fn numbers_begin_again_with_the_year() {
    assert_eq!(turn("文号: 112", "文号: 113"), ["number-not-restarted"]);
    assert_eq!(turn("文号: 112", "文号: 115"), ["number-not-restarted"]);
    assert_eq!(turn("文号: 112", "文号: 1"), [""; 0]);
    assert_eq!(turn("文号: 112", "文号: 112"), ["number-gap"]);
    assert_eq!(turn("文号: 112", "文号: 3"), ["number-gap"]);
}

#[test]
fn numbers_begin_with_one() {
    for (from, to) in [("文号: 15", "文号: 0"), ("编号: 11", "编号: 0")] {
        let found = slip(from, to);
        assert_eq!(codes(&found), ["number-zero"]);
        assert_eq!(found[0].text, "0");
    }
}

#[test]
fn numbers_need_the_offices_letters() {
    let office = changed(OFFICE, "发文代字: 青旅指\n", "");
    let found = found(&office, &[WEEK, NEXT_WEEK]);
    assert_eq!(codes(&found), ["number-code-missing"]);
    assert_eq!((found[0].text.as_str(), found[0].severity), ("15", Severity::Advice));
}

/// The office with these lines at its end.
fn office_with(lines: &str) -> String {
    format!("{OFFICE}{lines}")
}

#[test]
fn numbers_that_went_elsewhere_are_no_gap() {
    let week = changed(NEXT_WEEK, "文号: 16", "文号: 20");
    let gap = |lines: &str| {
        let found = found(&office_with(lines), &[WEEK, &week]);
        found.into_iter().map(|it| (it.code, it.message)).collect::<Vec<_>>()
    };
    let all = "文号留用:\n  - { 年: 2023, 号: [16, 18], 用途: 督查通报 }\n  - { 年: 2023, 号: 19, 用途: 函 }\n\
               文号作废:\n  - { 年: 2023, 号: 17, 理由: 撤回 }\n";
    assert_eq!(gap(all), []);
    let some = "文号留用: [{ 年: 2023, 号: [17], 用途: 督查通报 }]\n";
    assert_eq!(gap(some), [("number-gap", "15 号之后是 20 号，16 号、18 号至 19 号没有记录".to_owned())]);
    let of_another_year = "文号留用: [{ 年: 2022, 号: [16, 17, 18, 19], 用途: 督查通报 }]\n";
    assert_eq!(gap(of_another_year), [("number-gap", "15 号之后是 20 号，16 号至 19 号没有记录".to_owned())]);
}

#[test]
fn a_number_that_is_kept_for_another_paper_or_is_void_is_not_used() {
    let void = found(&office_with("文号作废: [{ 年: 2023, 号: [14, 16], 理由: 撤回 }]\n"), &[WEEK, NEXT_WEEK]);
    assert_eq!(codes(&void), ["number-void"]);
    assert_eq!((void[0].file.as_str(), void[0].text.as_str(), void[0].others[0].as_str()), ("2.yaml", "16", "16"));
    assert_eq!((void[0].message.as_str(), void[0].severity), ("2023 年的 16 号已经作废（撤回）", Severity::Error));
    let reserved = found(&office_with("文号留用: [{ 年: 2023, 号: 15, 用途: 督查通报 }]\n"), &[WEEK, NEXT_WEEK]);
    assert_eq!(codes(&reserved), ["number-reserved"]);
    assert_eq!((reserved[0].file.as_str(), reserved[0].severity), ("1.yaml", Severity::Warning));
    assert_eq!(reserved[0].message, "2023 年的 15 号留给了「督查通报」");
    assert_eq!(found(&office_with("文号留用: [{ 年: 2022, 号: 15, 用途: 督查通报 }]\n"), &[WEEK]), []);
}

#[test]
fn a_number_is_set_aside_once() {
    let twice = "文号留用: [{ 年: 2023, 号: [3, 4], 用途: 督查通报 }]\n文号作废: [{ 年: 2023, 号: 4, 理由: 撤回 }]\n";
    let found = found(&office_with(twice), &[]);
    assert_eq!(codes(&found), ["number-set-aside-twice"]);
    assert_eq!(
        (found[0].line, found[0].message.as_str()),
        (office_with(twice).lines().count(), "2023 年的 4 号写了两次")
    );
}
