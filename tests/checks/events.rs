//! What a week tells of happened in that week, in an order that is possible.

use super::fixture::{Found, OFFICE, WEEK, changed, codes, found, slip};
use zhoubao::diagnostic::Severity;

const ASSESSMENT: &str = "考核评定:
  - 收到: 2023-03-08
    来文单位: 青禾区综合目标管理考核委员会办公室
    来文: 关于做好年终考核指标评定的通知
    办理: 按照分工对任务完成情况进行评定
    反馈: 2023-03-10
    反馈单位: 区委目督办

投诉:";

const CASE: &str = "查处案件:
  - { 日期: 2023-03-08, 单位: 区交通运输局, 对象: 郑某某, 案由: 拉客揽客, 处理: 予以训诫 }

投诉:";

/// What is found in the week with an assessment and a case, both sound, once `from` is changed to `to`.
fn full_slip(from: &str, to: &str) -> Vec<Found> {
    let week = changed(WEEK, "\n投诉:", &format!("\n{ASSESSMENT}"));
    let week = changed(&week, "\n投诉:", &format!("\n{CASE}"));
    assert_eq!(found(OFFICE, &[&week]), []);
    found(OFFICE, &[&changed(&week, from, to)])
}

#[test]
fn what_happened_in_another_week_is_found() {
    for (from, to) in [
        ("日期: 2023-03-09", "2023-03-13"),
        ("日期: 2023-03-09", "2023-03-05"),
        ("{ 日期: 2023-03-08, 单位", "2023-03-13"),
        ("{ 日期: 2023-03-08, 单位", "2023-02-08"),
        ("{ 日期: 2023-03-10, 被投诉", "2023-03-01"),
        ("反馈: 2023-03-10", "2023-03-13"),
    ] {
        let day = from.find("2023").unwrap();
        let (before, after) = (&from[..day], &from[day + 10..]);
        let found = full_slip(from, &format!("{before}{to}{after}"));
        assert_eq!(codes(&found), ["event-outside-week"], "{from} {to}");
        assert_eq!((found[0].text.as_str(), found[0].severity), (to, Severity::Warning));
        let edge = if to > "2023-03-12" { "2023-03-12" } else { "2023-03-06" };
        assert_eq!(found[0].others, [edge]);
    }
}

#[test]
fn the_weeks_first_and_last_day_belong_to_it() {
    for (from, to) in [("日期: 2023-03-09", "日期: 2023-03-12"), ("日期: 2023-03-09", "日期: 2023-03-06")] {
        assert_eq!(slip(from, to), []);
    }
}

#[test]
fn what_may_well_be_so_is_advice() {
    // A reply between the week's end and the weekly; an assessment that was asked for the week before.
    let reply = slip("上报: 2023-03-10", "上报: 2023-03-13");
    let asked = full_slip("收到: 2023-03-08", "收到: 2023-03-03");
    for found in [reply, asked] {
        assert_eq!(codes(&found), ["event-outside-week"]);
        assert_eq!(found[0].severity, Severity::Advice);
    }
}

#[test]
fn the_weekly_cannot_tell_of_what_comes_after_it() {
    let found = slip("日期: 2023-03-09", "日期: 2023-03-14");
    assert_eq!(codes(&found), ["event-after-paper"]);
    assert_eq!((found[0].text.as_str(), found[0].others[0].as_str()), ("2023-03-14", "2023-03-13"));
    assert_eq!(found[0].severity, Severity::Error);
}

#[test]
fn an_answer_comes_after_what_it_answers() {
    let reply = slip("收到: 2023-03-07", "收到: 2023-03-11");
    assert_eq!(codes(&reply), ["notice-order"]);
    assert_eq!((reply[0].text.as_str(), reply[0].others[0].as_str()), ("2023-03-10", "2023-03-11"));
    assert_eq!(slip("收到: 2023-03-07", "收到: 2023-03-10"), []);
    let answer = full_slip("反馈: 2023-03-10", "反馈: 2023-03-07");
    assert_eq!(codes(&answer), ["assessment-order"]);
    assert_eq!((answer[0].text.as_str(), answer[0].others[0].as_str()), ("2023-03-07", "2023-03-08"));
    let earlier = full_slip("反馈: 2023-03-10", "反馈: 2023-03-03");
    assert!(codes(&earlier).contains(&"assessment-order"), "{earlier:#?}");
    assert_eq!(full_slip("反馈: 2023-03-10", "反馈: 2023-03-08"), []);
}

#[test]
fn the_complaint_was_there_before_the_notice() {
    let week = WEEK.replace("日期: 2023-03-06, 被投诉: 青禾", "日期: 2023-03-08, 被投诉: 青禾");
    let found = found(OFFICE, &[&week.replace("日期: 2023-03-06, 转办", "")]);
    assert!(codes(&found).contains(&"notice-complaint-later"), "{found:#?}");
    let later = slip(
        "日期: 2023-03-06, 被投诉: 青禾古镇景区管理有限公司 }\n    处理",
        "日期: 2023-03-08, 被投诉: 青禾古镇景区管理有限公司 }\n    处理",
    );
    let later = later.iter().find(|finding| finding.code == "notice-complaint-later").unwrap();
    assert_eq!((later.text.as_str(), later.others[0].as_str()), ("2023-03-08", "2023-03-07"));
}

#[test]
fn a_reply_tells_of_nothing_after_it() {
    for day in ["{2023-03-11}", "3月11日", "2023年3月11日"] {
        let found = slip("已向投诉人退还", &format!("{day}已向投诉人退还"));
        assert_eq!(codes(&found), ["notice-verified-later"], "{day}");
        assert_eq!(found[0].text, day.trim_matches(['{', '}']));
        assert_eq!(found[0].others, ["2023-03-10"]);
    }
    for fine in ["3月10日已向投诉人退还", "商家承诺3月20日退完；已向投诉人退还", "责令3月20日前整改，已向投诉人退还"]
    {
        assert_eq!(slip("已向投诉人退还", fine), [], "{fine}");
    }
}
