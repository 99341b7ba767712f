//! 通报单: their replies, their numbers, those that stay open, and the complaints that they refer to.

use super::fixture::{Found, NEXT_WEEK, OFFICE, WEEK, changed, codes, found, next_slip, slip};
use zhoubao::diagnostic::Severity;

const REPLY: &str =
    "    上报: 2023-03-10\n    文号: 15\n    下一步: 我中心将督促{被投诉}规范售票行为，保险由游客自愿选择。\n";
const OPEN: &str = "    状态: 处理中\n";

/// The first week with its notice open.
fn open_week() -> String {
    changed(WEEK, REPLY, OPEN)
}

/// The second week with a notice before its own.
fn next_week(notice: &str) -> String {
    changed(NEXT_WEEK, "通报单:\n", &format!("通报单:\n{notice}"))
}

/// Notice 11 as the second week tells it.
fn carried(rest: &str) -> String {
    format!(
        "  - 编号: 11\n    收到: 2023-03-07\n    来源: 网民留言\n    被投诉: 青禾古镇景区管理有限公司\n    \
         反映: 有游客反映购票问题。\n    处理: 已退还费用\n{rest}"
    )
}

const CARRIED_REPLY: &str = "    上报: 2023-03-13\n    文号: 15\n    下一步: 督促规范售票。\n";

#[test]
fn a_closed_notice_needs_all_that_its_reply_says() {
    let handling = "    处理: 区文化和旅游局责令{被投诉}改正，已向投诉人退还保险费用，投诉人表示满意\n";
    for (line, key, code) in [
        ("    上报: 2023-03-10\n", "上报", "notice-reply-missing"),
        ("    文号: 15\n", "文号", "notice-number-missing"),
        (handling, "处理", "notice-reply-missing"),
    ] {
        let found = slip(line, "");
        assert_eq!(codes(&found), [code], "{key}");
        assert_eq!(found[0].text, "编号: 11");
        assert!(found[0].message.contains(key) && found[0].help.contains(&format!("{key}: ")), "{found:#?}");
    }
    assert_eq!(slip("    文号: 15\n", "    文号: 15\n    状态: 办结\n"), []);
    assert_eq!(slip("    下一步: 我中心将督促{被投诉}规范售票行为，保险由游客自愿选择。\n", ""), []);
}

#[test]
fn an_open_notice_has_no_reply() {
    assert_eq!(slip(REPLY, OPEN), []);
    let found = slip(REPLY, &format!("{REPLY}{OPEN}"));
    assert_eq!(codes(&found), ["notice-reply-open", "notice-reply-open"]);
    assert_eq!((found[0].text.as_str(), found[1].text.as_str()), ("2023-03-10", "15"));
    assert_eq!(found[0].others, ["处理中"]);
}

#[test]
fn an_open_notice_stands_in_the_next_week_again() {
    let dropped = found(OFFICE, &[&open_week(), NEXT_WEEK]);
    assert_eq!(codes(&dropped), ["notice-dropped"]);
    assert_eq!((dropped[0].file.as_str(), dropped[0].others[0].as_str()), ("2.yaml", "11"));
    assert_eq!(found(OFFICE, &[&open_week(), &next_week(&carried(CARRIED_REPLY))]), []);
    // Open still, it is there, but late by then.
    let open = found(OFFICE, &[&open_week(), &next_week(&carried(OPEN))]);
    assert_eq!(codes(&open), ["notice-overdue"]);
    // Where the next week's file is not there, nothing can be asked of it.
    assert_eq!(found(OFFICE, &[&open_week()]), []);
}

#[test]
fn a_closed_notice_is_not_answered_again() {
    let reply = changed(CARRIED_REPLY, "文号: 15", "文号: 16");
    let second = changed(&next_week(&carried(&reply)), "文号: 16\n    下一步: 我中心", "文号: 17\n    下一步: 我中心");
    let twice = found(OFFICE, &[WEEK, &second]);
    assert_eq!(codes(&twice), ["notice-replied-twice"]);
    assert_eq!((twice[0].text.as_str(), twice[0].others[0].as_str()), ("11", "11"));
}

#[test]
fn a_notice_of_an_earlier_week_was_open_there() {
    let unknown = next_slip("收到: 2023-03-15", "收到: 2023-03-10");
    let outside: Vec<_> = unknown.iter().filter(|finding| finding.code == "event-outside-week").collect();
    assert_eq!(outside.len(), 1);
    assert_eq!((outside[0].text.as_str(), outside[0].severity), ("2023-03-10", Severity::Warning));
    assert!(outside[0].message.contains("上一周的记录里却没有它"), "{outside:#?}");
    // In the archive's first week it may have come in before.
    let first = found(OFFICE, &[&changed(NEXT_WEEK, "收到: 2023-03-15", "收到: 2023-03-10")]);
    assert_eq!(codes(&first), ["event-outside-week"]);
    assert_eq!(first[0].severity, Severity::Advice);
}

#[test]
fn numbers_of_a_sender_are_used_once_and_rise() {
    let again = next_slip("编号: 12", "编号: 11");
    assert_eq!(codes(&again), ["notice-number-again"]);
    assert_eq!((again[0].text.as_str(), again[0].others[0].as_str(), again[0].severity), ("11", "11", Severity::Error));
    let back = next_slip("编号: 12", "编号: 2");
    assert_eq!(codes(&back), ["notice-number-backward"]);
    assert_eq!((back[0].text.as_str(), back[0].others[0].as_str(), back[0].severity), ("2", "11", Severity::Warning));
    let another = next_slip("编号: 12\n", "编号: 2\n    来文单位: 邻江县旅游市场监管综合指挥中心\n");
    assert_eq!(another, []);
}

#[test]
fn a_carried_notice_keeps_its_day() {
    let moved = changed(&carried(CARRIED_REPLY), "收到: 2023-03-07", "收到: 2023-03-08");
    let found = found(OFFICE, &[&open_week(), &next_week(&moved)]);
    assert_eq!(codes(&found), ["notice-number-again"]);
    assert_eq!((found[0].text.as_str(), found[0].others[0].as_str()), ("2023-03-08", "2023-03-07"));
}

/// The only finding about the first week's notice and its complaint.
fn related(from: &str, to: &str) -> Found {
    let found = slip(from, to);
    assert_eq!(codes(&found).len(), 1, "{found:#?}");
    found[0].clone()
}

#[test]
fn the_complaint_that_a_notice_refers_to_is_there() {
    let elsewhere = related("关联投诉: { 平台: 12345政务服务便民热线", "关联投诉: { 平台: 12301平台");
    assert_eq!((elsewhere.code, elsewhere.severity), ("notice-complaint", Severity::Error));
    assert_eq!(elsewhere.text, "12301平台");
    assert_eq!(elsewhere.others, ["12301平台", "青禾古镇景区管理有限公司"]);
    assert!(elsewhere.message.contains("这家企业在“12345政务服务便民热线”有一件"), "{elsewhere:#?}");
    elsewhere.only_tells("12345政务服务便民热线");

    let day = related(
        "日期: 2023-03-06, 被投诉: 青禾古镇景区管理有限公司, 转办",
        "日期: 2023-03-07, 被投诉: 青禾古镇景区管理有限公司, 转办",
    );
    assert_eq!((day.code, day.text.as_str(), day.others[0].as_str()), ("notice-complaint", "2023-03-06", "2023-03-07"));
    day.only_tells("2023-03-07");

    let nowhere = related(
        "{ 日期: 2023-03-06, 被投诉: 青禾古镇景区管理有限公司, 转办",
        "{ 日期: 2023-03-06, 被投诉: 南渡市山海国际旅行社有限公司, 转办",
    );
    assert_eq!((nowhere.code, nowhere.text.as_str()), ("notice-complaint", "青禾古镇景区管理有限公司"));
}

#[test]
fn a_short_name_is_the_same_firm_and_an_undated_complaint_may_be_the_one() {
    let short = "关联投诉: { 平台: 12345政务服务便民热线, 日期: 2023-03-06, 被投诉: 青禾古镇 }";
    assert_eq!(
        slip("关联投诉: { 平台: 12345政务服务便民热线, 日期: 2023-03-06, 被投诉: 青禾古镇景区管理有限公司 }", short),
        []
    );
    assert_eq!(slip("    - { 日期: 2023-03-06, 被投诉: 青禾", "    - { 被投诉: 青禾"), []);
}

#[test]
fn a_complaint_of_an_earlier_week_is_looked_for_there() {
    let with = |day: &str, platform: &str| {
        let line = format!(
            "    关联投诉: {{ 平台: {platform}, 日期: {day}, 被投诉: 南渡市山海国际旅行社有限公司 }}\n    上报: 2023-03-17\n"
        );
        found(OFFICE, &[WEEK, &changed(NEXT_WEEK, "    上报: 2023-03-17\n", &line)])
    };
    assert_eq!(with("2023-03-08", "“云游”投诉平台"), []);
    assert_eq!(codes(&with("2023-03-08", "12301平台")), ["notice-complaint"]);
    // A week that is not there says nothing.
    assert_eq!(with("2023-02-20", "12301平台"), []);
}

#[test]
fn notice_and_complaint_are_about_one_firm() {
    let firm = related("    被投诉: 青禾古镇景区管理有限公司\n", "    被投诉: 雪山神话乐园\n");
    assert_eq!((firm.code, firm.severity), ("notice-firm", Severity::Warning));
    assert_eq!((firm.text.as_str(), firm.others[0].as_str()), ("青禾古镇景区管理有限公司", "雪山神话乐园"));
}

#[test]
fn a_complaint_may_still_be_open_when_its_notice_is_answered_but_that_is_told() {
    let open = related("转办: 区文化和旅游局, 状态: 办结 }", "转办: 区文化和旅游局, 状态: 处理中 }");
    assert_eq!((open.code, open.severity), ("notice-complaint-open", Severity::Advice));
    assert_eq!((open.text.as_str(), open.others[0].as_str()), ("青禾古镇景区管理有限公司", "处理中"));
}

#[test]
fn a_report_carries_no_request() {
    let found = slip("保险由游客自愿选择。", "恳请市指挥中心协调保险公司退款。");
    assert_eq!(codes(&found), ["notice-request"]);
    assert_eq!((found[0].text.as_str(), found[0].severity), ("恳请市指挥中心协调", Severity::Warning));
    assert!(found[0].help.contains("第十五条"), "{found:#?}");
    assert_eq!(slip("保险由游客自愿选择。", "请游客自愿选择，投诉人请求退款的及时办理。"), []);
    // An office that is no superior may be asked.
    let letter = "收到: 2023-03-07\n    来文单位: 邻江县旅游市场监管综合指挥中心";
    let week = changed(WEEK, "收到: 2023-03-07", letter);
    let asked = changed(&week, "保险由游客自愿选择。", "请予支持。");
    assert_eq!(super::fixture::found(OFFICE, &[&asked]), []);
}
