//! What an office that reports by the month is told: in the words of its period, and with what to write.

use crate::program::Room;

const OFFICE: &str = "\
名称: 青原县城管局
行政区: 青原县
简称: 县城管局
自称: 我局
上级: { 名称: 青原县人民政府, 简称: 县政府, 文内: 县政府 }
周报名称: 城管月报
报送周期: 月
取舍: { 办法: 四舍五入, 小数位: 2 }
投诉平台: [{ 名称: 热线 }]
检查项目: [{ 名称: 整改, 角色: 整改, 量词: 处 }]
台账:
  - 名称: 质量
    量词: 件
    数: [回访, 满意, { 名称: 满意率, 比: [满意, 回访] }, { 名称: 拆除面积, 单位: 平方米 }]
";

const MAY: &str = "\
周期: { 起: 2026-05-01, 止: 2026-05-31 }
期号: 5
成文: 2026-06-03
执法检查: { 整改: 3 }
投诉: { 热线: 34 }
台账: { 质量: { 回访: 650, 满意: 611, 拆除面积: 120.5 } }
";

/// What is told where May says `to` and not `from`, and besides `more`.
fn told(from: &str, to: &str, more: &str) -> String {
    assert!(MAY.contains(from), "{from}");
    let may = MAY.replace(from, to) + more;
    let room = Room::empty().file("data/局/office.yaml", OFFICE).file("data/局/2026-05.yaml", may);
    room.run(&["check"]).stderr
}

#[track_caller]
fn contains(text: &str, expected: &str) {
    assert!(text.contains(expected), "{expected}: {text}");
}

#[test]
fn a_number_that_is_none_is_told_with_what_to_write() {
    assert!(told("34", "34", "").contains("没有发现问题"));
    let told_of_word = told("热线: 34", "热线: x", "");
    contains(&told_of_word, "「x」不是件数，也不是各件");
    contains(
        &told_of_word,
        "写件数，例如 34，或者 { 受理: 34, 办结: 30 }；或者逐件写，每件一行，以「- 」开头；没有就写 0",
    );
    contains(&told("台账:", "查处案件: 无\n台账:", ""), "「无」不是件数，也不是各件");
    for (from, to, what) in [("整改: 3", "整改: 98%", "数量「98%」"), ("满意: 611", "满意: 94%", "数「94%」")]
    {
        let told = told(from, to, "");
        contains(&told, &format!("{what}是百分比，这里要写件数、处数这样的数"));
        contains(&told, "写 { 名称: 整改率, 比: [整改数, 发现数] }，记录里写那两个数");
    }
}

#[test]
fn half_a_piece_is_told_and_half_a_square_metre_is_not() {
    let told = told("回访: 650", "回访: 650.5", "");
    contains(&told, "警告[ledger-fraction]: 「回访」以件计，写的却是 650.5");
    assert!(!told.contains("120.5") || !told.contains("以平方米计"), "{told}");
}

#[test]
fn a_table_whose_total_is_another_is_told() {
    let table =
        |rows: &str| format!("章节: [{{ 标题: 数据, 表: {{ 表头: [社区, 发现, 整改, 合计], 行: {rows} }} }}]\n");
    // 3 + 4 = 7 and 1 + 2 = 3; in the rows 3 + 1 = 4 and 4 + 2 = 6; 7 + 3 = 10.
    let right = table("[[东门, 3, 1, 4], [西门, 4, 2, 6], [合计, 7, 3, 10]]");
    assert!(told("34", "34", &right).contains("没有发现问题"), "{}", told("34", "34", &right));
    let wrong_row = told("34", "34", &table("[[东门, 3, 1, 4], [西门, 4, 2, 6], [合计, 8, 3, 11]]"));
    contains(&wrong_row, "警告[table-sum]: 「发现」一栏加起来是 7，合计写的是 8");
    contains(&wrong_row, "警告[table-sum]: 「合计」一栏加起来是 10，合计写的是 11");
    let wrong_column = told("34", "34", &table("[[东门, 3, 1, 5], [西门, 4, 2, 6]]"));
    contains(&wrong_column, "警告[table-sum]: 「东门」一行加起来是 4，合计写的是 5");
    // Where a cell is no number, nobody can add.
    assert!(told("34", "34", &table("[[东门, 3余, 1, 5], [西门, 4, 2, 6]]")).contains("没有发现问题"));
}

#[test]
fn the_figures_that_a_section_states_of_the_month_are_held_against_the_record() {
    let section = |text: &str| format!("章节: [{{ 标题: 热线, 正文: {text} }}]\n");
    let told_of_month = told("34", "34", &section("本月共受理投诉35件。"));
    contains(&told_of_month, "[figure-contradicts]: 这一个月的投诉件数：正文写 35，记录算出来是 34");
    assert!(told("34", "34", &section("本月共受理投诉34件。")).contains("没有发现问题"));
    // What is said of another month, or of the year, is none of this one's.
    for text in ["上月共受理投诉35件。", "今年共受理投诉235件。"] {
        assert!(told("34", "34", &section(text)).contains("没有发现问题"), "{text}");
    }
}

#[test]
fn the_month_before_is_called_a_month() {
    let march = MAY.replace("-05-31", "-03-31").replace("-05-01", "-03-01").replace("2026-06-03", "2026-04-03");
    let room = Room::empty()
        .file("data/局/office.yaml", OFFICE)
        .file("data/局/2026-05.yaml", MAY)
        .file("data/局/2026-03.yaml", march);
    let told = room.run(&["check"]).stderr;
    for expected in
        ["这一个月从这天起", "前一个月到这天", "期号 5 与前一个月相同", "前一个月的期号不对的，改前一个月的"]
    {
        contains(&told, expected);
    }
    assert!(!told.contains("一周"), "{told}");
}
