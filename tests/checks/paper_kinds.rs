//! Kinds of papers under conditions, papers to units that have not reported, and their document numbers. In the plain
//! week 河东街道办事处 alone has not reported.

use zhoubao::diagnostic::Severity::{Error, Warning};

use super::fixture::{OFFICE, WEEK, codes, found};

const KINDS: &str = "
文书:
  - { 代号: weekly, 模板: weekly, 每: 周 }
  - { 代号: notice, 模板: notice, 每: 通报单 }
  - { 代号: reminder, 模板: weekly, 每: 未报单位 }
  - { 代号: brief, 模板: weekly, 每: 周, 当: [有未报, 无现场受理] }
";

fn office() -> String {
    format!("{OFFICE}{KINDS}")
}

#[test]
fn conditions_that_name_nothing_are_found() {
    for (to, text) in [("[有未保, 无现场受理]", "有未保"), ("[有未报, 无台账]", "无台账"), ("天晴", "天晴")]
    {
        let found = found(&office().replace("[有未报, 无现场受理]", to), &[]);
        let [one] = &found[..] else { panic!("{to}: {found:#?}") };
        assert_eq!((one.code, one.severity, one.text.as_str()), ("paper-condition-unknown", Error, text));
        assert!(one.help.contains("未报、通报单、投诉、续办、查处案件、现场受理、考核评定、退换货"), "{}", one.help);
    }
    assert_eq!(codes(&found(&office(), &[])), [""; 0]);
}

#[test]
fn a_kind_to_silent_units_where_nobody_can_be_silent_is_found() {
    for (from, to) in [
        (", 全体报送: 是", ""),
        ("成员单位: [区文化和旅游局, 区市场监管局, 青禾公安分局, 区交通运输局, 河东街道办事处]\n", ""),
    ] {
        let found = found(&office().replace(from, to), &[]);
        let [one] = &found[..] else { panic!("{to}: {found:#?}") };
        assert_eq!((one.code, one.severity, one.text.as_str()), ("paper-never-due", Warning, "未报单位"));
    }
}

#[test]
fn a_kind_whose_files_would_be_called_as_those_to_a_unit_is_found() {
    let office = office().replace("河东街道办事处]", "QA]").replace("代号: brief", "代号: reminder-qa");
    let found = found(&office, &[]);
    assert!(found.iter().any(|it| it.code == "office-kind-clash" && it.text == "reminder-qa"), "{found:#?}");
}

#[test]
fn an_encoding_is_of_csv_files_alone() {
    for (formats, expected) in [
        ("格式: [xlsx, csv], 编码: GB18030", &[][..]),
        ("格式: [xlsx], 编码: GB18030", &[("paper-encoding-unused", "GB18030")]),
        ("编码: UTF-8", &[("paper-encoding-unused", "UTF-8")]),
    ] {
        let found = found(&office().replace("代号: brief,", &format!("代号: brief, {formats},")), &[]);
        let found: Vec<_> = found.iter().map(|it| (it.code, it.text.as_str())).collect();
        assert_eq!(found, expected, "{formats}");
    }
}

#[test]
fn numbers_of_papers_that_the_week_has_not_are_found() {
    for (numbers, expected) in [
        ("{ reminder: { 河东街道办事处: 3 } }", &[][..]),
        ("{ brief: 3 }", &[("paper-number-unknown", "brief")]),
        ("{ remindre: 3 }", &[("paper-number-unknown", "remindre")]),
        ("{ reminder: { 区市场监管局: 3 } }", &[("paper-number-unknown", "区市场监管局")]),
        ("{ reminder: { 区市场监管居: 3 } }", &[("reference-unknown", "区市场监管居")]),
        ("{ reminder: 3 }", &[("paper-number-place", "reminder")]),
        ("{ weekly: { 河东街道办事处: 3 } }", &[("paper-number-place", "weekly")]),
        ("{ notice: 3 }", &[("paper-number-place", "notice")]),
        ("{ reminder: { 河东街道办事处: 0 } }", &[("number-zero", "0")]),
    ] {
        let found = found(&office(), &[&format!("{WEEK}各件文号: {numbers}\n")]);
        let about_numbers =
            |code: &str| code.starts_with("paper-number") || ["reference-unknown", "number-zero"].contains(&code);
        let seen: Vec<(&str, &str)> =
            found.iter().filter(|it| about_numbers(it.code)).map(|it| (it.code, it.text.as_str())).collect();
        assert_eq!(seen, expected, "{numbers}: {found:#?}");
        assert!(found.iter().all(|it| !it.help.is_empty()));
    }
}

#[test]
fn numbers_of_papers_join_the_series_of_the_year() {
    let week = format!("{WEEK}各件文号: {{ weekly: 3, reminder: {{ 河东街道办事处: 3 }} }}\n");
    let found = found(&office(), &[&week]);
    assert!(found.iter().any(|it| it.code == "number-repeated" && it.text == "3"), "{found:#?}");
}

const ITEMS: &str = "
台账:
  - { 名称: 信访件, 栏: [{ 名称: 编号, 类型: 编号 }, { 名称: 信访人, 类型: 姓名, 可缺: 是 }, { 名称: 办结, 类型: 日期, 可缺: 是 }] }
  - { 名称: 走访, 数: [{ 名称: 户数 }] }
文书:
  - { 代号: weekly, 模板: weekly }
  - { 代号: letter, 模板: weekly, 每: { 台账: 信访件, 当: 办结 } }
";

#[test]
fn a_ledger_to_whose_items_no_paper_can_be_made_is_found() {
    for (per, code, text) in [
        ("{ 台账: 信访, 当: 办结 }", "own-column-unknown", "信访"),
        ("{ 台账: 信访件, 当: 办接 }", "own-column-unknown", "办接"),
        ("{ 台账: 信访件, 名: 信访人 }", "paper-item-column", "信访人"),
        ("{ 台账: 走访 }", "paper-item-column", "走访"),
    ] {
        let found = found(&format!("{OFFICE}{}", ITEMS.replace("{ 台账: 信访件, 当: 办结 }", per)), &[]);
        let [one] = &found[..] else { panic!("{per}: {found:#?}") };
        assert_eq!((one.code, one.severity, one.text.as_str()), (code, Error, text));
        assert!(!one.help.is_empty());
    }
    let clash = ITEMS.replace("代号: weekly,", "代号: letter-7,");
    assert_eq!(codes(&found(&format!("{OFFICE}{clash}"), &[])), ["office-kind-clash"]);
}

#[test]
fn two_items_of_one_name_are_found_where_both_have_a_paper() {
    for (second, expected) in
        [("办结: 2023-03-08", &["paper-item-repeated"][..]), ("信访人: 吴某", &["own-code-repeated"])]
    {
        let ledger = format!("台账:\n  信访件: [{{ 编号: 甲1, 办结: 2023-03-07 }}, {{ 编号: 甲1, {second} }}]\n");
        assert_eq!(codes(&found(&format!("{OFFICE}{ITEMS}"), &[&format!("{WEEK}{ledger}")])), expected, "{second}");
    }
}
