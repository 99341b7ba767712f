//! Columns and ledgers of an office's own: what is wrong with them, and what is right.

use zhoubao::diagnostic::Severity::Error;

use super::fixture::{OFFICE, WEEK, codes, found};

/// An office that keeps its cases and a hotline.
const OWN: &str = "
台账:
  - 名称: 立案
    量词: 起
    栏:
      - { 名称: 来源, 取值: [日常检查, 举报] }
      - { 名称: 平台, 类型: 平台, 可缺: 是 }
      - { 名称: 结案, 类型: 日期, 可缺: 是 }
      - { 名称: 罚款, 类型: 金额, 可缺: 是 }
      - { 名称: 承办人, 类型: 姓名, 可缺: 是 }
      - { 名称: 当事人, 类型: 企业, 可缺: 是 }
      - { 名称: 协办, 类型: 单位, 可缺: 是 }
    数:
      - { 名称: 立案数, 计: 条 }
      - { 名称: 结案数, 计: 条, 当: 结案 }
      - { 名称: 举报数, 计: 条, 当: { 来源: [举报], 结案: 有 } }
      - { 名称: 结案率, 比: [结案数, 立案数] }
      - { 名称: 罚没款, 求和: 罚款, 单位: 万元 }
      - { 名称: 各来源, 计: 条, 按: 来源 }
      - { 名称: 各来源结案, 计: 条, 当: 结案, 按: 来源 }
      - { 名称: 各来源罚款, 求和: 罚款, 单位: 万元, 按: 来源 }
      - { 名称: 各企业, 计: 条, 按: 当事人 }
  - 名称: 热线
    数: [受理, 办结]
";

/// The office with `from` changed to `to` in its ledgers: code and marked text of what is found.
fn about_office(from: &str, to: &str) -> Vec<(&'static str, String)> {
    assert!(OWN.contains(from), "{from}");
    let found = found(&format!("{OFFICE}{}", OWN.replacen(from, to, 1)), &[]);
    assert!(found.iter().all(|it| it.severity == Error && !it.help.is_empty()), "{found:#?}");
    found.into_iter().map(|it| (it.code, it.text)).collect()
}

fn about_week(ledgers: &str) -> Vec<(&'static str, String)> {
    let found = found(&format!("{OFFICE}{OWN}"), &[&format!("{WEEK}台账:\n{ledgers}")]);
    found.into_iter().map(|it| (it.code, it.text)).collect()
}

#[test]
fn slips_in_ledgers_are_found_where_they_are_declared() {
    for (from, to, code, text) in [
        ("求和: 罚款", "求和: 罚欵", "own-column-unknown", "罚欵"),
        ("求和: 罚款", "求和: 结案", "own-figure", "结案"),
        ("计: 条, 当: 结案 }", "计: 条, 当: 结按 }", "own-column-unknown", "结按"),
        ("{ 来源: [举报]", "{ 来源: [举抱]", "own-column-unknown", "举抱"),
        ("[结案数, 立案数]", "[结案数]", "own-figure", "结案率"),
        ("[结案数, 立案数]", "[结案数, 罚没款]", "own-column-unknown", "罚没款"),
        ("计: 条 }", "计: 条, 求和: 罚款 }", "own-figure", "立案数"),
        ("名称: 立案数, 计: 条 }", "名称: 立案数, 小数位: 1 }", "own-figure", "立案数"),
        ("名称: 立案数", "名称: 明细", "own-name-taken", "明细"),
        ("取值: [日常检查, 举报] }", "类型: 取值 }", "own-figure", "来源"),
        ("类型: 日期", "类型: 日期, 取值: [甲]", "own-figure", "日期"),
        ("名称: 平台, 类型: 平台", "名称: 来源, 类型: 平台", "list-repeated", "来源"),
        ("数: [受理, 办结]", "数: [受理, 受理]", "list-repeated", "受理"),
        ("- 名称: 热线", "- 名称: 立案", "list-repeated", "立案"),
        ("单位: 万元", "单位: 亿元", "own-figure", "亿元"),
        ("名称: 立案数, 计: 条 }", "名称: 立案数, 计: 条, 按: 承办人 }", "own-figure", "承办人"),
        ("当: 结案 }", "当: { 平台: 12301平召 } }", "own-column-unknown", "12301平召"),
        ("当: 结案 }", "当: { 当事人: 雪上神话乐园 } }", "own-column-unknown", "雪上神话乐园"),
        ("当: 结案 }", "当: { 协办: 区文化合旅游局 } }", "own-column-unknown", "区文化合旅游局"),
        ("台账:", "投诉栏: [{ 名称: 状态 }]\n台账:", "own-name-taken", "状态"),
    ] {
        let found = about_office(from, to);
        assert!(found.contains(&(code, text.to_owned())), "{to}: {found:?}");
    }
    for right in ["平台: 12301旅游服务热线", "当事人: [山海旅行社, 电力公司]", "协办: 青禾区市场监管局"]
    {
        assert_eq!(about_office("当: 结案 }", &format!("当: {{ {right} }} }}")), [], "{right}");
    }
}

#[test]
fn what_is_typed_and_what_the_items_say_must_agree() {
    let items = "明细: [{ 来源: 举报, 结案: 2023-03-08, 罚款: 500 }, { 来源: 日常检查 }]";
    assert_eq!(about_week(&format!("  立案: {{ 条数: 2, 结案数: 1, {items} }}\n")), []);
    assert_eq!(about_week(&format!("  立案: {{ 条数: 3, {items} }}\n")), [("ledger-figure", "3".to_owned())]);
    assert_eq!(about_week(&format!("  立案: {{ 结案数: 2, {items} }}\n")), [("ledger-figure", "2".to_owned())]);
    assert_eq!(about_week("  立案: { 条数: 3, 立案数: 4 }\n"), [("ledger-figure", "4".to_owned())]);
    assert_eq!(about_week("  立案: { 条数: 3, 结案数: 4 }\n"), [("ledger-figure", "4".to_owned())]);
    assert_eq!(about_week("  立案: 3.5\n"), [("ledger-figure", "3.5".to_owned())]);
    assert_eq!(about_week("  立案: { 条数: 3, 结案数: 2 }\n"), []);
    assert_eq!(about_week("  立案: 34\n  热线: { 受理: 34, 办结: 30 }\n"), []);
}

#[test]
fn what_is_typed_word_by_word_must_come_to_the_whole_and_agree_with_the_items() {
    let told = |ledger: &str| about_week(&format!("  立案: {ledger}\n"));
    let wrong = |text: &str| vec![("ledger-figure", text.to_owned())];
    assert_eq!(told("{ 条数: 5, 各来源: { 日常检查: 3, 举报: 1, 未注明: 1 } }"), []);
    assert_eq!(told("{ 立案数: 5, 各来源: { 日常检查: 3, 举报: 1 } }"), wrong("日常检查"));
    assert_eq!(told("{ 条数: 5, 各来源结案: { 日常检查: 3, 举报: 1 } }"), []);
    assert_eq!(told("{ 条数: 5, 各来源结案: { 日常检查: 5, 举报: 1 } }"), wrong("日常检查"));
    assert_eq!(told("{ 罚没款: 3.5, 各来源罚款: { 日常检查: 3, 举报: 0.5 } }"), []);
    assert_eq!(told("{ 罚没款: 3.5, 各来源罚款: { 日常检查: 3, 举报: 1 } }"), wrong("日常检查"));

    let items = "明细: [{ 来源: 举报, 当事人: 青禾古镇 }, { 来源: 举报, 当事人: 青禾古镇景区管理有限公司 }]";
    let beside = |figure: &str| {
        let found = told(&format!("{{ {figure}, {items} }}"));
        found.into_iter().filter(|(code, _)| *code != "complaint-short-name").collect::<Vec<_>>()
    };
    assert_eq!(beside("各来源: { 举报: 2 }, 各企业: { 青禾古镇: 2 }"), []);
    assert_eq!(beside("各来源: { 举报: 1, 日常检查: 0 }"), wrong("1"));
    assert_eq!(beside("各来源: { 日常检查: 0 }"), wrong("日常检查"));
}

#[test]
fn names_in_own_columns_are_looked_up() {
    for (written, told) in [
        ("平台: 12310平台", &[("reference-unknown", "12310平台")][..]),
        ("平台: 12301旅游服务热线", &[]),
        ("当事人: 雪上神话乐园", &[("complaint-firm", "雪上神话乐园")]),
        ("当事人: 电力公司", &[("complaint-firm", "电力公司")]),
        ("当事人: 山海旅行社", &[("complaint-short-name", "山海旅行社")]),
        ("当事人: 导游李某某", &[]),
        ("协办: 区文化合旅游局", &[("complaint-unit", "区文化合旅游局")]),
        ("协办: 青禾区市场监管局", &[]),
        ("协办: 区指挥中心", &[]),
    ] {
        let found = about_week(&format!("  立案: [{{ 来源: 举报, {written} }}]\n"));
        let told: Vec<_> = told.iter().map(|(code, text)| (*code, (*text).to_owned())).collect();
        assert_eq!(found, told, "{written}");
    }
}

#[test]
fn names_in_columns_beside_those_of_complaints_are_looked_up() {
    let office = format!("{OFFICE}投诉栏: [{{ 名称: 经营者, 类型: 企业, 可缺: 是 }}]\n");
    let week = WEEK.replacen("被投诉: 雪山神话乐园", "被投诉: 雪山神话乐园, 经营者: 青禾古镇景区管理有限公可", 1);
    let found = found(&office, &[&week]);
    assert_eq!(codes(&found), ["complaint-firm"]);
    assert_eq!(found[0].help, "是不是想写「青禾古镇景区管理有限公司」？确实是另一家，就登记到「企业」里");
}

#[test]
fn what_is_counted_by_the_piece_is_whole() {
    let office = format!("{OFFICE}{OWN}").replace("  - 名称: 热线\n", "  - 名称: 热线\n    量词: 件\n");
    let week = |accepted: &str| format!("{WEEK}台账:\n  热线: {{ 受理: {accepted}, 办结: 3 }}\n");
    let told = found(&office, &[&week("34.5")]);
    assert_eq!(codes(&told), ["ledger-fraction"]);
    assert_eq!(told[0].text, "34.5");
    assert_eq!(codes(&found(&office, &[&week("34")])), [""; 0]);
}
