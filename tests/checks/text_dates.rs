//! Dates, times, numbers and figures in free text.

use zhoubao::diagnostic::Severity;

use super::fixture::{OFFICE, WEEK, changed, codes, found, slip};
use super::text_words::{in_section, no_alarm_in, nothing_in, one_slip, said};

#[test]
fn days_that_do_not_exist_are_found() {
    for (sentence, text) in [
        ("2月30日联系投诉人。", "2月30日"),
        ("13月5日联系投诉人。", "13月5日"),
        ("2023年2月29日联系投诉人。", "2023年2月29日"),
        ("3月6日—32日联系投诉人。", "32日"),
    ] {
        one_slip(sentence, "text-date-impossible", text, "核对");
    }
    nothing_in(&["2月28日联系投诉人，投诉人12个月内不再投诉。", "2020年2月29日签订合同，12月份生效。"]);
}

#[test]
fn a_day_of_the_week_that_the_calendar_does_not_know_is_found() {
    one_slip("3月8日（星期二）联系投诉人。", "text-weekday", "星期二", "星期三");
    one_slip("{2023-03-10}（周四）联系投诉人。", "text-weekday", "周四", "周五");
    nothing_in(&["3月8日（星期三）联系投诉人，3月10日周五回访，3月6日周一至周五巡查。"]);
}

#[test]
fn what_has_happened_did_not_happen_after_the_week() {
    one_slip("3月22日联系投诉人。", "text-date-after", "3月22日", "核对");
    one_slip("{2023-03-22}联系投诉人。", "text-date-after", "{2023-03-22}", "核对");
    nothing_in(&[
        "将于3月22日再次联系投诉人，请商家3月22日前退款。",
        "合同有效期至2023年12月31日，投诉人预订3月25日的酒店。",
    ]);
    assert_eq!(slip("对旅行社开展一次专项检查", "3月22日对旅行社开展一次专项检查"), []);
}

#[test]
fn days_long_before_the_week_and_of_another_year_are_told() {
    one_slip("2022年3月8日联系投诉人。", "text-year", "2022年3月8日", "2023年3月8日");
    one_slip("1月8日联系投诉人。", "text-date-far", "1月8日", "核对");
    one_slip("23年3月8日联系投诉人。", "text-year-short", "23年", "2023年");
    nothing_in(&["与去年同期2022年3月8日相比下降，2月20日购票，《办法》自2019年10月1日起施行。"]);
}

#[test]
fn another_year_is_a_slip_only_where_the_week_is_surely_meant() {
    no_alarm_in(&[
        "许可证有效期自2021年3月9日起至2023年3月8日止。",
        "《青禾区旅游管理办法》（2019年3月8日发布）继续有效。",
        "2020年3月9日成立的青禾旅游协会换届。",
        "区市场监管局于2022年3月9日对该店作出过行政处罚。",
        "投诉人2022年3月6日购买的手镯，要求退货，商家已退款。",
    ]);
    // What may well be of that year is not fixed.
    let found = said("2020年3月9日成立的青禾旅游协会换届。");
    assert_eq!((codes(&found), found[0].fix.as_deref()), (vec!["text-year"], None));
    for sentence in [
        "2022年3月8日，区指挥中心收到该件。",
        "我中心于2022年3月8日开展核查。",
        "2022年3月8日上午与投诉人联系，2023年3月8日下午回访。",
    ] {
        let found = said(sentence);
        assert_eq!((codes(&found), found[0].severity), (vec!["text-year"], Severity::Warning), "{sentence}");
        found[0].only_tells("2023年3月8日");
    }
}

#[test]
fn what_is_to_come_may_be_told() {
    no_alarm_in(&[
        "清明节（4月5日）前完成整改。",
        "4月3日至5日清明节放假3天，4月2日（星期日）正常上班。",
        "游客订购了4月5日的门票，因故不能出行，景区已予退票。",
        "旅行社答应于3月17日退款，投诉人同意。",
        "投诉人预订了3月19日的行程，旅行社已同意全额退款。",
        "投诉人购买了3月20日返程的机票，旅行社已办理改签。",
        "投诉人表示3月19日返程后再提供票据。",
    ]);
}

#[test]
fn a_period_does_not_end_before_it_begins() {
    one_slip("3月9日—6日开展检查。", "text-period-reversed", "3月9日—6日", "核对");
    nothing_in(&["3月6日—9日开展检查，办法自2022年12月30日至2023年1月5日施行。", "2月27日至3月3日开展检查。"]);
}

#[test]
fn times_that_no_clock_shows_are_found() {
    one_slip("3月8日25时到场。", "text-time-impossible", "25时", "核对");
    one_slip("3月8日8:75到场。", "text-time-impossible", "8:75", "核对");
    one_slip("3月8日上午15时到场。", "text-time-impossible", "上午15时", "核对");
    nothing_in(&["3月8日8:30到场，下午15时30分离开，用时72小时，比例为1:75。"]);
}

#[test]
fn shares_and_measures_are_sound() {
    one_slip("满意率105%。", "text-percent", "105%", "核对");
    one_slip("共出动执法人员100余，开展检查。", "text-unit", "100余", "人（次）");
    one_slip("受理投诉12，均已办结。", "text-unit", "12", "件");
    nothing_in(&["满意率100%，游客增长105%，出动执法人员100余人次，投诉人拨打12345，商家受理投诉。"]);
}

#[test]
fn a_number_in_a_section_agrees_with_the_records() {
    for (sentence, text, fix) in [
        ("本周共受理涉旅投诉5件。", "5", "4"),
        ("12345政务服务便民热线收到投诉3件。", "3", "2"),
        ("有效投诉件3件。", "3", "2"),
        ("平均办结时长45分钟，办结及时。", "45", "47.5"),
        ("收到退换货申请5件。", "5", "4"),
        ("合计退货金额3260.00元。", "3260.00", "3260.50"),
        ("本周共出动执法人员96人次。", "96", "86"),
    ] {
        let found = in_section(sentence);
        assert_eq!(codes(&found), ["figure-contradicts"], "{sentence}: {found:#?}");
        assert_eq!(found[0].text, text, "{sentence}");
        found[0].only_tells(fix);
        assert!(!found[0].others.is_empty());
    }
}

#[test]
fn numbers_of_other_days_and_of_parts_are_not_the_weeks() {
    for sentence in [
        "本周共受理涉旅投诉4件，合计退货金额3260.5元。",
        "上周共受理涉旅投诉5件。",
        "今年累计受理涉旅投诉112件，共办结投诉110件。",
        "其中青禾古镇共受理投诉1件。",
        "3月8日共受理投诉1件。",
        "本周共出动执法人员80余人次，检查40余家次。",
        "本周共受理咨询9件，清明假期受理投诉3件。",
    ] {
        assert_eq!(in_section(sentence), [], "{sentence}");
    }
}

#[test]
fn numbers_of_other_places_are_not_the_offices() {
    no_alarm_in(&[
        "邻江县本周受理投诉8件。",
        "全市本周共受理投诉120件，我区占比0%。",
        "各街道本周共检查旅行社15家次。",
        "南渡市本周共受理涉旅投诉90件。",
    ]);
    for sentence in
        ["青禾区本周共受理涉旅投诉5件。", "本周全区共受理涉旅投诉5件。", "区指挥中心本周共受理涉旅投诉5件。"]
    {
        assert_eq!(codes(&in_section(sentence)), ["figure-contradicts"], "{sentence}");
    }
}

#[test]
fn an_announced_number_of_papers_is_that_of_those_listed() {
    let found = in_section("完成《涉旅案件办理情况统计表》、《青禾区旅游市场秩序整治工作周报》等5份文件。");
    assert_eq!(codes(&found), ["figure-total-announced"], "{found:#?}");
    assert_eq!(found[0].text, "5");
    found[0].only_tells("改成 3");
    for count in ["2", "3"] {
        let sentence = format!("完成《涉旅案件办理情况统计表》、《青禾区旅游市场秩序整治工作周报》等{count}份文件。");
        assert_eq!(in_section(&sentence), [], "{count}");
    }
    assert_eq!(in_section("学习《旅游法》、《旅行社条例》等12份文件。"), []);
    // Without a count of copies in the register, three do not fit either.
    let office = changed(OFFICE, ", 份数: 2", "");
    let week = changed(
        WEEK,
        "折页500份。",
        "折页500份。完成《涉旅案件办理情况统计表》、《青禾区旅游市场秩序整治工作周报》等3份文件。",
    );
    assert_eq!(codes(&found_in(&office, &week)), ["figure-total-announced"]);
}

fn found_in(office: &str, week: &str) -> Vec<super::fixture::Found> {
    found(office, &[week])
}

#[test]
fn a_slip_in_the_middle_of_prose_does_not_hide_the_others() {
    let found = said("2月30日,由其是周末,由其要做好疏导。");
    assert_eq!(
        codes(&found),
        ["text-date-impossible", "punctuation-half-width", "word-confused", "punctuation-half-width", "word-confused"]
    );
}
