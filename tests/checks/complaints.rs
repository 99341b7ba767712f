//! Complaints: firms, units, times, doubles, and what became of open ones.

use zhoubao::diagnostic::Severity::{self, Advice, Error, Warning};

use super::case::check_case;
use super::fixture::{Found, NEXT_WEEK, OFFICE, WEEK, changed, codes, found, next_slip, slip};

const MOUNTAIN_SEA: &str =
    "{ 被投诉: 南渡市山海国际旅行社有限公司, 转办: 区文化和旅游局, 状态: 办结, 办结时长: 25分钟 }";
const SNOW: &str = "{ 日期: 2023-03-10, 被投诉: 雪山神话乐园, 转办: 区市场监管局, 状态: 处理中 }";
const ENTRY: &str = "{ 平台: 12345政务服务便民热线, 被投诉: 雪山神话乐园, 转办: 区市场监管局, 状态: 办结 }";

/// What a slip in a week is found to be: its only finding.
fn only(found: &[Found]) -> (&'static str, Severity, &str) {
    let [one] = found else { panic!("{found:#?}") };
    (one.code, one.severity, &one.text)
}

#[test]
fn slips_in_a_complaint_are_found_at_their_words() {
    for (from, to, code, severity, text) in [
        ("被投诉: 雪山神话乐园", "被投诉: 雪上神话乐园", "complaint-firm", Warning, "雪上神话乐园"),
        ("被投诉: 雪山神话乐园", "被投诉: \"电力公司\"", "complaint-firm", Warning, "电力公司"),
        (
            "{ 被投诉: 南渡市山海国际旅行社有限公司",
            "{ 被投诉: 山海旅行社",
            "complaint-short-name",
            Advice,
            "山海旅行社",
        ),
        (
            "雪山神话乐园, 转办: 区市场监管局",
            "雪山神话乐园, 转办: 区市场鉴管局",
            "complaint-unit",
            Warning,
            "区市场鉴管局",
        ),
        ("雪山神话乐园, 转办: 区市场监管局", "雪山神话乐园, 转办: 区档案局", "complaint-unit", Warning, "区档案局"),
        ("办结时长: 25分钟", "办结时长: 0分钟", "complaint-time-zero", Warning, "0分钟"),
        ("办结时长: 25分钟", "办结时长: 2500小时", "complaint-time-long", Warning, "2500小时"),
        ("办结时长: 25分钟", "办结时长: 25000小时", "complaint-time-year", Error, "25000小时"),
        (
            "有限公司, 转办: 区文化和旅游局, 状态: 办结 }",
            "有限公司, 转办: 区文化和旅游局, 状态: 办结, 办结时长: 7分钟 }",
            "complaint-time-unmeasured",
            Advice,
            "7分钟",
        ),
        ("状态: 处理中", "状态: 处理中, 有效: 否", "complaint-valid-unused", Advice, "否"),
    ] {
        assert_eq!(only(&slip(from, to)), (code, severity, text), "{to}");
    }
}

#[test]
fn what_only_looks_like_a_slip_in_a_complaint_is_left_alone() {
    for (from, to) in [
        // A person, whose name no register has.
        ("被投诉: 雪山神话乐园", "被投诉: 导游刘某某"),
        ("雪山神话乐园, 转办: 区市场监管局", "雪山神话乐园, 转办: 青禾区市场监管局"),
        ("雪山神话乐园, 转办: 区市场监管局", "雪山神话乐园, 转办: 区指挥中心"),
        ("雪山神话乐园, 转办: 区市场监管局", "雪山神话乐园, 转办: 青禾区人民政府"),
        ("办结时长: 25分钟", "办结时长: 72小时"),
        ("办结时长: 25分钟", "办结时长: 25分钟, 有效: 否"),
        // Two of one firm on one platform are two.
        ("山河国际旅行社有限公司", "山海国际旅行社有限公司"),
    ] {
        assert_eq!(slip(from, to), [], "{to}");
    }
    // An office that registers no firms and no units is asked for none.
    let start = OFFICE.find("企业:").unwrap();
    let end = OFFICE.find("上报文书:").unwrap();
    let office = [&OFFICE[..start], &OFFICE[end..]].concat();
    assert_eq!(found(&office, &[&changed(WEEK, SNOW, "{ 被投诉: 电力公司, 转办: 区市场监管局, 状态: 处理中 }")]), []);
}

#[test]
fn a_near_name_is_mended() {
    let [firm] = &slip("被投诉: 雪山神话乐园", "被投诉: 雪上神话乐园")[..] else { panic!() };
    assert_eq!(firm.fix.as_deref(), Some("雪山神话乐园"));
    assert!(firm.help.contains("是不是想写「雪山神话乐园」"), "{}", firm.help);
    let [short] = &slip("{ 被投诉: 南渡市山海国际旅行社有限公司", "{ 被投诉: 山海旅行社")[..]
    else {
        panic!()
    };
    assert_eq!(short.fix.as_deref(), Some("南渡市山海国际旅行社有限公司"));
    // 山湖 is as near to 山海 as to 山河.
    let [tied] = &slip("{ 被投诉: 南渡市山海国际", "{ 被投诉: 南渡市山湖国际")[..] else {
        panic!()
    };
    assert_eq!((tied.code, &tied.fix), ("complaint-firm", &None));
}

#[test]
fn an_office_says_how_long_is_too_long() {
    let week = changed(WEEK, "办结时长: 25分钟", "办结时长: 30小时");
    assert_eq!(found(OFFICE, &[&week]), []);
    let office = changed(OFFICE, "检查:\n", "检查:\n  办结时长: 24小时\n");
    assert_eq!(only(&found(&office, &[&week])), ("complaint-time-long", Warning, "30小时"));
}

#[test]
fn a_time_out_of_all_proportion_to_the_weeks_others_is_told() {
    let week = |time: &str| {
        let third = MOUNTAIN_SEA.replace("25分钟", time);
        changed(WEEK, MOUNTAIN_SEA, &format!("{MOUNTAIN_SEA}\n    - {third}"))
    };
    assert_eq!(only(&found(OFFICE, &[&week("26小时")])), ("complaint-time-outlier", Advice, "26小时"));
    assert_eq!(found(OFFICE, &[&week("11小时")]), []);
    // Of two, none can be said to be out of proportion.
    assert_eq!(slip("办结时长: 25分钟", "办结时长: 26小时"), []);
}

#[test]
fn one_complaint_told_twice_is_found() {
    let numbered = |text: &str, id: &str| text.replace("{ ", &format!("{{ 编号: {id}, "));
    let one = numbered(MOUNTAIN_SEA, "GD230306");
    // On one platform, whatever the number's length; on two, where the number or the firm tells.
    for (first, second, is_found) in [
        (numbered(MOUNTAIN_SEA, "17"), MOUNTAIN_SEA.replace("{ ", "{ 编号: 17, "), true),
        (one.clone(), numbered(MOUNTAIN_SEA, "GD230307"), false),
    ] {
        let week = changed(WEEK, MOUNTAIN_SEA, &format!("{first}\n    - {second}"));
        assert_eq!(codes(&found(OFFICE, &[&week])), if is_found { vec!["complaint-twice"] } else { vec![] });
    }
    let elsewhere = changed(&changed(WEEK, MOUNTAIN_SEA, &one), SNOW, &numbered(SNOW, "GD230306"));
    assert_eq!(only(&found(OFFICE, &[&elsewhere])), ("complaint-twice", Error, "GD230306"));
    let running = changed(&changed(WEEK, MOUNTAIN_SEA, &numbered(MOUNTAIN_SEA, "17")), SNOW, &numbered(SNOW, "17"));
    assert_eq!(found(OFFICE, &[&running]), []);
    // Exact doubles without a number are two complaints.
    assert_eq!(found(OFFICE, &[&changed(WEEK, MOUNTAIN_SEA, &format!("{MOUNTAIN_SEA}\n    - {MOUNTAIN_SEA}"))]), []);
}

#[test]
fn a_complaint_of_another_week_is_not_counted_again() {
    let week = |id: &str| changed(WEEK, MOUNTAIN_SEA, &MOUNTAIN_SEA.replace("{ ", &format!("{{ 编号: {id}, ")));
    let again = |id: &str, firm: &str| {
        let complaint = MOUNTAIN_SEA.replace("{ ", &format!("{{ 编号: {id}, ")).replace("山海", firm);
        changed(NEXT_WEEK, "“云游”投诉平台: []", &format!("“云游”投诉平台: [{complaint}]"))
    };
    let twice = found(OFFICE, &[&week("GD230306"), &again("GD230306", "山海")]);
    assert_eq!(only(&twice), ("complaint-twice", Error, "GD230306"));
    assert_eq!((twice[0].file.as_str(), &twice[0].others[..]), ("2.yaml", &["GD230306".to_owned()][..]));
    assert_eq!(found(OFFICE, &[&week("17"), &again("17", "山河")]), []);
}

#[test]
fn one_matter_on_two_platforms_is_asked_about() {
    let complaint = "- { 日期: 2023-03-10, 被投诉: 雪山神话乐园, 转办: 区市场监管局, 状态: 办结 }";
    let platform = format!("12301平台:\n    {complaint}");
    let found = slip("12301平台: []", &platform);
    assert_eq!(codes(&found), ["complaint-two-platforms"]);
    assert_eq!(found[0].severity, Advice);
    for (from, to) in [("2023-03-10", "2023-03-09"), ("区市场监管局", "区文化和旅游局"), ("日期: 2023-03-10, ", "")]
    {
        assert_eq!(slip("12301平台: []", &platform.replacen(from, to, 1)), [], "{to}");
    }
}

#[test]
fn an_open_complaint_has_a_sequel() {
    let dropped = next_slip("续办:\n  - ", "# ");
    assert_eq!(only(&dropped), ("complaint-dropped", Advice, "{ 起: 2023-03-13, 止: 2023-03-19 }"));
    assert_eq!(dropped[0].others, [SNOW]);
    // Who carries over in any week is warned where he does not.
    let open = ENTRY.replace("状态: 办结", "状态: 处理中");
    let still_open = changed(NEXT_WEEK, ENTRY, &open);
    let third = changed(NEXT_WEEK, "续办:\n  - ", "# ");
    let third = changed(&third, "起: 2023-03-13, 止: 2023-03-19", "起: 2023-03-20, 止: 2023-03-26");
    let found = found(OFFICE, &[WEEK, &still_open, &third]);
    let dropped: Vec<_> = found.iter().filter(|finding| finding.code == "complaint-dropped").collect();
    assert_eq!(dropped.len(), 1, "{found:#?}");
    assert_eq!((dropped[0].severity, &dropped[0].others), (Warning, &vec![open]));
    // Nothing is asked of a week that does not follow directly.
    let later = changed(&third, "起: 2023-03-20, 止: 2023-03-26", "起: 2023-03-27, 止: 2023-04-02");
    assert!(!codes(&super::fixture::found(OFFICE, &[WEEK, &later])).contains(&"complaint-dropped"));
}

#[test]
fn a_sequel_belongs_to_an_open_complaint() {
    // Another platform: the one is without a sequel, the other without a beginning.
    let found = next_slip("平台: 12345政务服务便民热线, 被", "平台: 12301平台, 被");
    assert_eq!(codes(&found), ["complaint-dropped", "carried-over-unknown"]);
    assert_eq!(found[1].others, [SNOW]);
    assert_eq!(found[0].severity, Warning);
    let found = next_slip(ENTRY, &format!("{ENTRY}\n  - {ENTRY}"));
    assert_eq!(codes(&found), ["carried-over-unknown"]);
    // Without the week before, nobody can tell.
    assert_eq!(super::fixture::found(OFFICE, &[NEXT_WEEK]), []);
    // Numbers decide where both have one.
    let numbered = |id: &str| changed(NEXT_WEEK, ENTRY, &ENTRY.replace("{ ", &format!("{{ 编号: {id}, ")));
    let week = changed(WEEK, SNOW, &SNOW.replace("{ ", "{ 编号: GD230310, "));
    assert_eq!(super::fixture::found(OFFICE, &[&week, &numbered("GD230310")]), []);
    let wrong = super::fixture::found(OFFICE, &[&week, &numbered("GD230301")]);
    assert_eq!(codes(&wrong), ["complaint-dropped", "carried-over-unknown"]);
    // A number that only one of them has says nothing.
    assert_eq!(super::fixture::found(OFFICE, &[&week, NEXT_WEEK]), []);
}

#[test]
fn a_sequel_is_written_as_a_complaint_is() {
    for (from, to, code, text) in [
        ("平台: 12345政务服务便民热线, 被", "平台: 12310平台, 被", "reference-unknown", "12310平台"),
        ("状态: 办结 }\n\n退", "状态: 处理中, 办结时长: 3小时 }\n\n退", "complaint-time-open", "3小时"),
        ("状态: 办结 }\n\n退", "状态: 办结, 办结时长: 0分钟 }\n\n退", "complaint-time-zero", "0分钟"),
        ("雪山神话乐园", "雪上神话乐园", "complaint-firm", "雪上神话乐园"),
    ] {
        let found = super::fixture::found(OFFICE, &[&changed(NEXT_WEEK, from, to)]);
        assert!(found.iter().any(|finding| (finding.code, finding.text.as_str()) == (code, text)), "{to}: {found:#?}");
    }
    let timed = changed(NEXT_WEEK, "平台: 12345政务服务便民热线, 被", "平台: “云游”投诉平台, 被");
    assert_eq!(only(&found(OFFICE, &[&timed])), ("carried-over-time", Warning, "办结"));
    // A sequel may take longer than a complaint of the week.
    let long = changed(&timed, "状态: 办结 }\n\n退", "状态: 办结, 办结时长: 100小时 }\n\n退");
    assert_eq!(found(OFFICE, &[&long]), []);
}

#[test]
fn a_sequel_is_not_counted_as_new() {
    let numbered = changed(NEXT_WEEK, ENTRY, &ENTRY.replace("{ ", "{ 编号: GD230310, "));
    let again = |id: &str| {
        let complaint = SNOW.replace("{ 日期: 2023-03-10, ", &format!("{{ 编号: {id}, "));
        changed(&numbered, "12345政务服务便民热线: []", &format!("12345政务服务便民热线: [{complaint}]"))
    };
    assert_eq!(only(&found(OFFICE, &[&again("GD230310")])), ("carried-over-counted", Error, "GD230310"));
    assert_eq!(found(OFFICE, &[&again("GD230315")]), []);
}

#[test]
fn several_registered_units_may_handle_a_complaint_together() {
    for units in ["区文化和旅游局、区市场监管局", "区文化和旅游局和区市场监管局"] {
        assert_eq!(slip("转办: 区市场监管局", &format!("转办: {units}")), [], "{units}");
    }
    let found = slip("转办: 区市场监管局", "转办: 区文化和旅游局、区消防救援大队");
    assert_eq!(codes(&found), ["complaint-unit"]);
}

#[test]
fn counts_of_a_platform_agree() {
    let none = "投诉:\n  “云游”投诉平台: []\n  12301平台: []\n  12345政务服务便民热线:";
    let sequel = "通报单: []\n续办: []\n";
    let listed = "各件: [{ 被投诉: 雪山神话乐园, 转办: 区市场监管局, 状态: 办结 }]";
    for counts in [
        " 34".to_owned(),
        " { 受理: 34 }".to_owned(),
        " { 受理: 34, 办结: 30, 在办: 4, 不予受理: 1 }".to_owned(),
        " { 接到: 35, 受理: 34, 不予受理: 1, 办结: 34 }".to_owned(),
        format!(" {{ 受理: 34, 办结: 30, {listed} }}"),
        " { 受理: 34, 办结: 30, 在办: 5 }  # 错误 complaint-counts 34".to_owned(),
        " { 受理: 34, 办结: 35 }  # 错误 complaint-counts 34".to_owned(),
        " { 接到: 35, 受理: 34, 不予受理: 2 }  # 错误 complaint-counts 35".to_owned(),
        " { 接到: 33, 受理: 34 }  # 错误 complaint-counts 33".to_owned(),
        format!(" {{ 受理: 0, {listed} }}  # 错误 complaint-counts 0"),
        format!(" {{ 受理: 3, 办结: 0, {listed} }}  # 错误 complaint-counts 0"),
        format!(" {{ 受理: 1, 在办: 1, {listed} }}  # 错误 complaint-counts 1"),
    ] {
        check_case(&format!("{sequel}{none}{counts}\n"));
    }
}

#[test]
fn what_is_only_counted_may_be_what_a_notice_or_a_sequel_is_about() {
    let start = WEEK.find("  12345政务服务便民热线:").unwrap();
    let end = WEEK.find("  “云游”投诉平台:").unwrap();
    let counted = |counts: &str| format!("{}  12345政务服务便民热线: {counts}\n{}", &WEEK[..start], &WEEK[end..]);
    for counts in ["2", "{ 受理: 2, 办结: 1, 在办: 1 }"] {
        assert_eq!(found(OFFICE, &[&counted(counts), NEXT_WEEK]), [], "{counts}");
    }
    let none = found(OFFICE, &[&counted("0"), NEXT_WEEK]);
    assert_eq!(codes(&none), ["notice-complaint", "carried-over-unknown"]);
}
