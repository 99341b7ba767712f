//! One slip is told once.

use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, codes, found, slip};

#[test]
fn a_slip_in_a_name_is_told_by_the_register_that_it_belongs_to() {
    for (from, to, code) in [
        ("转办: 区市场监管局", "转办: 区市厂监管局", "complaint-unit"),
        ("被投诉: 雪山神话乐园", "被投诉: 雪上神话乐园", "complaint-firm"),
        ("文书: 诉转案件办理情况表", "文书: 诉转案件办里情况表", "reference-unknown"),
        ("收到: 2023-03-07", "收到: 2023-03-07\n    来文单位: 南渡市旅由市场监管综合指挥中心", "notice-sender-near"),
    ] {
        assert_eq!(codes(&slip(from, to)), [code], "{to}");
    }
}

#[test]
fn a_platform_under_a_wrong_name_is_not_missing_too() {
    let wrong = slip("  12301平台: []", "  12310平台: []");
    assert_eq!((codes(&wrong), wrong[0].fix.as_deref()), (vec!["reference-unknown"], Some("12301平台")));
    assert_eq!(codes(&slip("  12301平台: []\n", "")), ["reference-missing"]);
}

#[test]
fn a_reply_after_the_weekly_is_not_late_too() {
    assert_eq!(codes(&slip("上报: 2023-03-10", "上报: 2023-04-10")), ["event-after-paper"]);
}

#[test]
fn a_week_that_begins_too_early_overlaps_and_nothing_more() {
    let early = changed(NEXT_WEEK, "起: 2023-03-13", "起: 2023-03-10");
    let found = found(OFFICE, &[WEEK, &early]);
    assert_eq!(codes(&found), ["week-overlap"], "{found:#?}");
}

#[test]
fn two_slips_at_two_places_are_told_both() {
    let week = changed(WEEK, "转办: 区市场监管局", "转办: 区市厂监管局");
    let week = changed(&week, "已向投诉人退还保险费用", "青禾古真景区管理有限公司已向投诉人退还保险费用");
    assert_eq!(codes(&found(OFFICE, &[&week])), ["name-near", "complaint-unit"]);
}
