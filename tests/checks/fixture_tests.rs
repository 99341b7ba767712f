//! The office and the weeks that the other tests damage.

use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, codes, found, next_slip, slip};

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    assert_eq!(found(OFFICE, &[WEEK, NEXT_WEEK]), []);
}

#[test]
fn what_is_wrong_is_found_at_its_place_and_may_be_acknowledged() {
    let found = slip("办结时长: 25分钟", "有效: 是");
    assert_eq!(codes(&found), ["complaint-time-missing"]);
    assert_eq!(found[0].text, "办结");
    let reason = "认可:\n  - { 规则: complaint-time-missing, 内容: 办结, 理由: 平台没有计时 }\n";
    let week = changed(WEEK, "办结时长: 25分钟", "有效: 是") + reason;
    let found = super::fixture::found(OFFICE, &[&week]);
    assert_eq!(codes(&found), ["complaint-time-missing"]);
    assert!(found[0].acknowledged);
}

#[test]
fn weeks_of_one_office_must_not_overlap() {
    let found = next_slip("起: 2023-03-13", "起: 2023-03-12");
    assert!(codes(&found).contains(&"week-overlap"), "{found:#?}");
}
