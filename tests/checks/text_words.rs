//! Names and words in free text.

use zhoubao::diagnostic::Severity;

use super::fixture::OFFICE;
use super::fixture::{Found, WEEK, changed, codes, found, slip};

/// Prose of the clean week that the tests change.
const PROSE: &str = "情况属实，检票口工作人员没有告知游客保险可以不买。";

/// What is found where `sentence` stands behind the prose of the week.
pub fn said(sentence: &str) -> Vec<Found> {
    slip(PROSE, &format!("{PROSE}{sentence}"))
}

/// What is found where `sentence` stands in the week's section.
pub fn in_section(sentence: &str) -> Vec<Found> {
    slip("宣传折页500份。", &format!("宣传折页500份。{sentence}"))
}

/// Asserts that `sentence` has the one slip, which marks `text` and proposes `fix`.
pub fn one_slip(sentence: &str, code: &str, text: &str, fix: &str) {
    let found = said(sentence);
    assert_eq!(codes(&found), [code], "{sentence}: {found:#?}");
    assert_eq!(found[0].text, text, "{sentence}");
    let reported = found[0].fix.clone().unwrap_or_default() + &found[0].help;
    assert!(reported.contains(fix), "{sentence}: {reported}");
}

pub fn nothing_in(sentences: &[&str]) {
    for sentence in sentences {
        assert_eq!(said(sentence), [], "{sentence}");
    }
}

/// Asserts that nothing worse than advice is found in any of the sentences, in a notice nor in a section.
pub fn no_alarm_in(sentences: &[&str]) {
    for sentence in sentences {
        let found = [said(sentence), in_section(sentence)].concat();
        let alarms: Vec<_> = found.iter().filter(|found| found.severity != Severity::Advice).collect();
        assert!(alarms.is_empty(), "{sentence}: {alarms:#?}");
    }
}

#[test]
fn a_name_nearly_registered_is_found_where_it_stands() {
    for (sentence, text, fix) in [
        ("游客到雪上神话乐园游览。", "雪上神话乐园", "雪山神话乐园"),
        ("与青禾古真景区管理有限公司核对。", "青禾古真景区管理有限公司", "青禾古镇景区管理有限公司"),
        ("约谈南渡市山海国际旅形社有限公司。", "南渡市山海国际旅形社有限公司", "南渡市山海国际旅行社有限公司"),
        ("约谈南渡市山海国际行旅社有限公司。", "南渡市山海国际行旅社有限公司", "南渡市山海国际旅行社有限公司"),
        ("约谈南渡市山海国际旅行社有公司。", "南渡市山海国际旅行社有公司", "南渡市山海国际旅行社有限公司"),
        ("已转河东街到办事处处理。", "河东街到办事处", "河东街道办事处"),
        ("已转区交通运数局处理。", "区交通运数局", "区交通运输局"),
    ] {
        let found = said(sentence);
        let near =
            found.iter().find(|found| found.code == "name-near").unwrap_or_else(|| panic!("{sentence}: {found:#?}"));
        assert_eq!(near.text, text);
        assert_eq!(near.fix.as_deref(), Some(fix));
        assert_eq!(near.severity, Severity::Warning);
    }
}

#[test]
fn a_name_nearly_registered_is_found_in_fields_too() {
    let found = slip("被投诉: 南渡市山河国际旅行社有限公司", "被投诉: 南渡市山和国际旅行社有限公司");
    assert_eq!(codes(&found), ["complaint-firm"]);
    let found = slip("转办: 区市场监管局", "转办: 区市厂监管局");
    assert_eq!(codes(&found), ["complaint-unit"]);
    assert_eq!(found[0].fix.as_deref(), Some("区市场监管局"));
    let found = slip("单位: 青禾区游客购物退货监理中心", "单位: 青禾区市场监督管理局，区文化和旅由局");
    assert_eq!((codes(&found), found[0].fix.as_deref()), (vec!["name-near"], Some("区文化和旅游局")));
}

#[test]
fn anothers_name_is_no_slip() {
    nothing_in(&[
        // Two registered names that are near to each other.
        "与南渡市山海国际旅行社有限公司、南渡市山河国际旅行社有限公司核对。",
        // Offices of other levels and places.
        "已转市文化和旅游局、市市场监管局处理。",
        // A registered name within a longer one.
        "与南渡市山海国际旅行社有限公司城北分公司核对。",
        "游客已通过12315平台反映。",
        "游客到雪山神话乐园酒店入住。",
    ]);
}

#[test]
fn confused_words_are_found() {
    for (sentence, text, fix) in [
        ("继续抓好旅游市场秩序政治工作。", "秩序政治", "秩序整治"),
        ("节假日由其要做好疏导。", "由其要", "尤其要"),
        ("核对了商家的帐目。", "帐目", "账目"),
        ("检查中逐笔核对帐目。", "对帐", "对账"),
        ("做为旅游经营者应当诚信。", "做为", "作为"),
        ("按照统一布署开展检查。", "布署", "部署"),
        ("双方己达成一致。", "己达成", "已达成"),
        ("检查中末发现问题。", "末发现", "未发现"),
        ("对游客反应的问题已核实。", "游客反应", "游客反映"),
        ("退还费用后投诉人撒诉。", "撒诉", "撤诉"),
        ("督促企业再接再励。", "再接再励", "再接再厉"),
    ] {
        one_slip(sentence, "word-confused", text, fix);
    }
}

#[test]
fn words_that_only_look_confused_are_left_alone() {
    nothing_in(&[
        "该问题由其他部门处理，由其负责答复。",
        "游客因过敏反应的问题就医。",
        "游客自己处理，期末发现的问题已改正。",
        "落实意识形态和政治工作责任。",
        "周末按时开放，年末收到感谢信。",
        "约十二家商户参加，现场所有人员撤离。",
        "按照工作法要求，叫做联席会议。",
    ]);
}

#[test]
fn what_looks_confused_across_two_words_is_left_alone() {
    no_alarm_in(&[
        "既使游客满意，又使商家规范经营。",
        "公布署名文章2篇。",
        "已回复盖有公章的函件。",
        "制作好宣传品，分发给游客。",
        "为减少过度期待，导游如实介绍行程。",
        "蚊帐单独收纳，帐篷户外使用。",
        "必需严格按清单配备的物资已到位。",
        "学习新秩序政治学课程。",
        "按排查清单逐项核对，普通迅速办结。",
        "能够物归原主，收取销售凭证。",
        "实现整治目的的同时，方便游客。",
        "对对方当事人进行劝导。",
        "开展对对账、退款等消费提醒。",
        "与与会人员交流。",
        "对对讲机进行检修。",
    ]);
}

#[test]
fn words_that_sound_or_look_alike_are_found() {
    for (sentence, text, fix) in [
        ("督捉商家整改。", "督捉", "督促"),
        ("收到投述后即办理。", "投述", "投诉"),
        ("保持通迅畅通。", "通迅", "通讯"),
        ("查处欺炸行为。", "欺炸", "欺诈"),
        ("督促配戴导游证。", "配戴导游证", "佩戴导游证"),
        ("形成有力震摄。", "震摄", "震慑"),
        ("做到名符其实。", "名符其实", "名副其实"),
        ("帮住游客退款。", "帮住游客", "帮助游客"),
        ("对问题遂一登记。", "遂一", "逐一"),
        ("按路线行使。", "路线行使", "路线行驶"),
        ("按排专人值守。", "按排", "安排"),
        ("查处不合理抵价游。", "抵价游", "低价游"),
        ("与全国旅游监管平台服务对接。", "全国旅游监管平台服务", "全国旅游监管服务平台"),
    ] {
        one_slip(sentence, "word-confused", text, fix);
    }
}

#[test]
fn anothers_paper_or_unit_is_no_slip_of_a_registered_one() {
    no_alarm_in(&[
        "青禾区旅游市场秩序整治工作简报、青禾区旅游市场秩序整治工作月报均已印发。",
        "对青禾古镇社区进行检查。",
        "区文化旅游局合署办公。",
        "会同青禾公安支局检查。",
    ]);
    let found = said("12354政务服务便民热线转来一件。");
    assert_eq!(found[0].fix.as_deref(), Some("12345政务服务便民热线"), "{found:#?}");
}

#[test]
fn a_custom_of_official_papers_is_only_advised() {
    let found = said("对其它商户一并检查。");
    assert_eq!(codes(&found), ["word-preferred"]);
    assert_eq!(found[0].severity, Severity::Advice);
    assert_eq!(found[0].fix.as_deref(), Some("其他"));
}

#[test]
fn what_is_said_on_both_sides_of_a_number_is_advised() {
    one_slip("大约30人左右参加。", "word-preferred", "左右", "留下一个");
    one_slip("超过30人以上参加。", "word-preferred", "以上", "留下一个");
    nothing_in(&["大约30人参加，左右两侧均有指引，30人以上的团队超过5个。"]);
}

#[test]
fn words_typed_twice_are_found_and_those_doubled_on_purpose_are_not() {
    one_slip("对反映的的问题逐一登记。", "word-repeated", "的的", "的");
    one_slip("与商家进行进行协商。", "word-repeated", "进行进行", "进行");
    nothing_in(&["逐个逐个核对，的的确确属实，不了了之的没有。", "一件一件落实，许许多多游客。"]);
}

#[test]
fn an_unregistered_reference_proposes_the_near_name() {
    let found = slip("上报: [涉旅案件办理情况统计表", "上报: [涉旅案件办理情况统记表");
    assert_eq!(codes(&found), ["reference-unknown"]);
    assert_eq!(found[0].fix.as_deref(), Some("涉旅案件办理情况统计表"));
}

#[test]
fn papers_that_are_two_in_one_or_named_differently_are_found_in_the_register() {
    let office = changed(OFFICE, "名称: 涉旅案件办理情况统计表,", "名称: 涉旅案件办理情况统计表、诉转案办理情况表,");
    let week = changed(WEEK, "上报: [涉旅案件办理情况统计表", "上报: [涉旅案件办理情况统计表、诉转案办理情况表");
    let found = found(&office, &[&week]);
    assert_eq!(codes(&found), ["papers-in-one-title", "papers-named-differently"], "{found:#?}");
    assert_eq!(found[1].text, "诉转案件办理情况表");
    assert_eq!(found[1].others, ["诉转案办理情况表"]);
}

#[test]
fn papers_of_weeks_and_months_are_no_slips_of_each_other() {
    let office = changed(OFFICE, "名称: [诉转案件办理情况表]", "名称: [涉旅案件办结情况统计表, 诉转案件办理情况表]");
    let office = changed(&office, "名称: [旅游市场秩序整治周报]", "名称: [旅游市场秩序整治月报, 旅游市场秩序整治周报]");
    assert_eq!(found(&office, &[WEEK]), []);
}

#[test]
fn two_papers_in_one_pair_of_marks_are_found_in_prose() {
    let found = said("已查看《案件统计表、诉转案统计表》。");
    assert_eq!(codes(&found), ["papers-in-one-title"]);
    assert_eq!(found[0].text, "《案件统计表、诉转案统计表》");
    nothing_in(&["已查看《关于旅行社、景区管理的通知》和《游客、导游统计表》。"]);
}
