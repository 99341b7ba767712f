//! Sections: what is wrong in their parts, lists and tables, and numbers that are typed out of order.

use zhoubao::diagnostic::Severity::{Advice, Error, Warning};

use super::fixture::{Found, OFFICE, WEEK, changed, found, slip};

/// What is found where the week has these sections.
fn with_sections(sections: &str) -> Vec<Found> {
    let (before, behind) = WEEK.split_once("章节:\n").unwrap();
    let (_, behind) = behind.split_once("\n下一步").unwrap();
    found(OFFICE, &[&format!("{before}章节:\n{sections}\n下一步{behind}")])
}

fn one(sections: &str) -> Found {
    let mut found = with_sections(sections);
    assert_eq!(found.len(), 1, "{sections}: {found:#?}");
    found.remove(0)
}

#[test]
fn a_section_without_contents_is_an_error() {
    for (sections, text) in [
        ("  - 标题: 宣传引导\n", "标题: 宣传引导"),
        ("  - 标题: 宣传引导\n    分节:\n      - 标题: 进社区\n", "标题: 进社区"),
        ("  - 标题: 宣传引导\n    列表: []\n", "标题: 宣传引导"),
        ("  - 标题: 宣传引导\n    分节:\n      - 列表: [进社区, 进学校]\n", "列表: [进社区, 进学校]"),
    ] {
        let found = one(sections);
        assert_eq!((found.code, found.severity, found.text.as_str()), ("section-empty", Error, text));
        assert!(found.help.contains("加一行"), "{}", found.help);
    }
}

#[test]
fn rows_of_a_table_fit_its_head() {
    let with = |head: &str, rows: &str| format!("  - 标题: 检查\n    表: {{ 表头: {head}, 行: {rows} }}\n");
    let found = one(&with("[社区, 家数]", "[[东门, 9], [西门, 6, 2]]"));
    assert_eq!((found.code, found.severity, found.text.as_str()), ("section-table", Error, "西门"));
    assert!(found.help.contains("按表头写 2 格：社区、家数"), "{}", found.help);
    assert_eq!(one(&with("[社区, 家数]", "[]")).code, "section-table");
    assert_eq!(one(&with("[]", "[[东门, 9]]")).code, "section-table");
    assert_eq!(with_sections(&with("[社区, 家数]", "[[东门, 9], [西门, \"\"]]")), []);
}

#[test]
fn a_total_is_what_the_cells_come_to() {
    let with = |rows: &str| format!("  - 标题: 检查\n    表: {{ 表头: [社区, 家数, 处数], 行: {rows} }}\n");
    // 9 + 6 = 15 and 2 + 0 = 2.
    assert_eq!(with_sections(&with("[[东门, 9, 2], [西门, 6, 0], [合计, 15, 2]]")), []);
    let found = one(&with("[[东门, 9, 2], [西门, 6, 0], [合计, 14, 2]]"));
    assert_eq!((found.code, found.severity, found.text.as_str()), ("table-sum", Warning, "14"));
    // A sum in between, a sum that is no number, and a cell that is none.
    for rows in [
        "[[东门, 9, 2], [小计, 9, 2], [西门, 6, 0], [合计, 15, 2]]",
        "[[东门, 9, 2], [西门, 6, 0], [合计, 约15, 2]]",
        "[[东门, 9余, 2], [西门, 6, 0], [合计, 16, 2]]",
    ] {
        assert_eq!(with_sections(&with(rows)), [], "{rows}");
    }
}

#[test]
fn numbers_that_are_typed_in_order_are_taken_as_such() {
    let titles = |first: &str, second: &str| {
        format!("  - {{ 标题: {first}宣传引导, 正文: 已完成。 }}\n  - {{ 标题: {second}环境整治, 正文: 已完成。 }}\n")
    };
    for (first, second) in [("一、", "二、"), ("三、", "四、"), ("", "二、"), ("（一）", "（二）"), ("1.", "2.")]
    {
        assert_eq!(with_sections(&titles(first, second)), [], "{first} {second}");
    }
    let parts = "  - 标题: 宣传引导\n    正文: （一）进社区。发放折页。\n    分节:
      - 标题: （二）进学校\n        正文: 已完成。\n      - 正文: （三）进机关。已完成。\n      - 正文: 进企业。已完成。\n";
    assert_eq!(with_sections(parts), []);
    let text = |text: &str| format!("  - 标题: 宣传引导\n    正文: |\n{text}");
    for typed in [
        "      （一）进社区。发放折页。\n      （二）进学校。发放折页。\n",
        "      （一）进社区\n      1.东门。\n      2.西门。\n      （二）进学校\n      1.一小。\n",
        "      1.东门。\n      2.西门。\n      还有：\n      1.一小。\n      2.二小。\n",
        "      一、二级景区已走访。\n",
    ] {
        assert_eq!(with_sections(&text(typed)), [], "{typed}");
    }
}

#[test]
fn numbers_that_are_typed_out_of_order_are_told() {
    let titles = "  - { 标题: 一、宣传引导, 正文: 已完成。 }\n  - { 标题: 三、环境整治, 正文: 已完成。 }\n";
    let found = one(titles);
    assert_eq!((found.code, found.severity, found.text.as_str()), ("heading-numbered", Warning, "三、"));
    found.only_tells("改成「二、」");
    let parts = "  - 标题: 宣传引导\n    分节:\n      - { 标题: （二）进社区, 正文: 已完成。 }\n";
    assert_eq!((one(parts).code, one(parts).text.as_str()), ("heading-numbered", "（二）"));
    for (typed, text) in [
        ("      （一）进社区。发放折页。\n      （三）进学校。发放折页。\n", "（三）"),
        ("      1.东门。\n      1.西门。\n", "1."),
        ("      （二）进社区。发放折页。\n", "（二）"),
    ] {
        let found = one(&format!("  - 标题: 宣传引导\n    正文: |\n{typed}"));
        assert_eq!((found.code, found.severity, found.text.as_str()), ("paragraph-numbered", Advice, text), "{typed}");
    }
    let next = slip("下一步: 继续抓好", "下一步: |\n  1.复查问题场所。\n  3.继续抓好");
    assert_eq!(next.iter().map(|it| (it.code, it.text.as_str())).collect::<Vec<_>>(), [("paragraph-numbered", "3.")]);
}

#[test]
fn texts_at_any_depth_are_looked_at() {
    let deep = "  - 标题: 宣传引导
    分节:
      - 标题: 进社区：
        正文: 联系电话13800001234。
        分节:
          - 标题: 东门
            列表: [\"3月28日已完成，\"]
            表: { 表头: [事项], 行: [[督促整改,限期完成。]] }
";
    let deep = changed(deep, "[[督促整改,限期完成。]]", "[[\"督促整改,限期完成。\"]]");
    let mut codes: Vec<_> = with_sections(&deep).iter().map(|it| it.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["privacy-phone", "punctuation-half-width", "section-mark", "text-date-after"]);
}
