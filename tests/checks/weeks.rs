//! A week's days, the weeks one after another, and the day on which the weekly is dated.

use super::fixture::{Found, NEXT_WEEK, OFFICE, WEEK, changed, codes, found, slip};
use zhoubao::diagnostic::Severity;

fn only(found: &[Found], code: &str) -> Found {
    let meant: Vec<_> = found.iter().filter(|finding| finding.code == code).collect();
    assert_eq!(meant.len(), 1, "{code}: {found:#?}");
    meant[0].clone()
}

#[test]
fn a_week_has_seven_days() {
    let found = slip("止: 2023-03-12", "止: 2023-03-11");
    assert_eq!(codes(&found), ["week-length"]);
    assert_eq!(found[0].text, "2023-03-11");
    found[0].only_tells("2023-03-12");
    assert_eq!(found[0].severity, Severity::Warning);
    let eight = slip("止: 2023-03-12", "止: 2023-03-13");
    assert_eq!(codes(&eight), ["week-length"]);
    assert!(eight[0].message.contains("8 天"), "{eight:#?}");
}

#[test]
fn a_week_begins_on_the_offices_day() {
    let found = slip("起: 2023-03-06", "起: 2023-03-07");
    let first = only(&found, "week-first-day");
    assert_eq!(first.text, "2023-03-07");
    first.only_tells("2023-03-06");
    assert!(first.message.contains("星期二"), "{first:#?}");
    // That it has six days follows from it.
    assert!(!codes(&found).contains(&"week-length"), "{found:#?}");
    // An office that does not say on which day its weeks begin is not asked.
    let office = changed(OFFICE, "  首日: 星期一\n", "");
    let week = changed(WEEK, "起: 2023-03-06, 止: 2023-03-12", "起: 2023-03-05, 止: 2023-03-11");
    assert_eq!(codes(&super::fixture::found(&office, &[&week])), [""; 0]);
}

#[test]
fn a_wrong_year_of_the_end_is_one_slip() {
    let found = slip("止: 2023-03-12", "止: 2024-03-12");
    assert_eq!(codes(&found), ["week-length"]);
    found[0].only_tells("2023-03-12");
}

#[test]
fn no_day_is_left_out_between_two_weeks() {
    let late = changed(NEXT_WEEK, "起: 2023-03-13, 止: 2023-03-19", "起: 2023-03-20, 止: 2023-03-26");
    let late = late.replace("2023-03-20", "2023-03-27").replace("起: 2023-03-27", "起: 2023-03-20");
    let gap = only(&found(OFFICE, &[WEEK, &late]), "week-gap");
    assert_eq!((gap.file.as_str(), gap.text.as_str()), ("2.yaml", "2023-03-20"));
    assert_eq!(gap.others, ["2023-03-12"]);
    assert!(gap.message.contains("2023-03-13 至 2023-03-19 这 7 天没有周报"), "{gap:#?}");
}

#[test]
fn the_weekly_is_dated_soon_after_its_week() {
    let early = slip("成文: 2023-03-13", "成文: 2023-03-10");
    assert_eq!(codes(&early), ["week-dated-early"]);
    assert_eq!((early[0].text.as_str(), early[0].others.as_slice()), ("2023-03-10", &["2023-03-12".to_owned()][..]));
    let late = slip("成文: 2023-03-13", "成文: 2023-04-13");
    assert_eq!(codes(&late), ["week-dated-late"]);
    assert_eq!((late[0].severity, late[0].text.as_str()), (Severity::Advice, "2023-04-13"));
    for near in ["2023-03-12", "2023-03-26"] {
        assert_eq!(slip("成文: 2023-03-13", &format!("成文: {near}")), [], "{near}");
    }
}

#[test]
fn a_wrong_year_is_told_as_such_and_once() {
    for (from, to, meant) in [
        ("成文: 2023-03-13", "2022-03-13", "2023-03-13"),
        ("收到: 2023-03-07", "2022-03-07", "2023-03-07"),
        ("上报: 2023-03-10", "2022-03-10", "2023-03-10"),
        ("日期: 2023-03-09", "2032-03-09", "2023-03-09"),
    ] {
        let (key, _) = from.split_once(' ').unwrap();
        let found = slip(from, &format!("{key} {to}"));
        let year = only(&found, "date-year");
        assert_eq!((year.text.as_str(), year.severity), (to, Severity::Error));
        year.only_tells(meant);
        assert_eq!(codes(&found), ["date-year"], "{found:#?}");
    }
    // A fortnight off is another month, not another year.
    assert!(!codes(&slip("收到: 2023-03-07", "收到: 2023-02-21")).contains(&"date-year"));
}

#[test]
fn a_second_file_of_a_week_is_one_finding() {
    assert_eq!(codes(&found(OFFICE, &[WEEK, WEEK])), ["week-twice"]);
}
