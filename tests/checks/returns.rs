//! Returns, inspections, cases and receptions: figures among themselves.

use zhoubao::diagnostic::Severity::Warning;

use super::case::check_case;
use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, codes, found, slip};

const RETURNS: &str = "退换货: { 件数: 4, 金额: 3260.50, 满意: 4, 撤销: 4, 推诿诱导: 0 }";

#[test]
fn figures_that_do_not_agree_are_found() {
    for case in [
        "退换货: { 件数: 0, 金额: 3260.50, 满意: 0, 撤销: 0, 推诿诱导: 0 }  # 错误 returns-amount 3260.50",
        "退换货: { 件数: 4, 金额: 0, 满意: 4, 撤销: 4, 推诿诱导: 0 }  # 警告 returns-amount-none 0",
        "退换货: { 件数: 4, 金额: 3260.5, 满意: 4, 撤销: 4, 推诿诱导: 0 }  # 建议 returns-cents 3260.5",
        "退换货: { 件数: 4, 金额: 326050.00, 满意: 4, 撤销: 4, 推诿诱导: 0 }  # 警告 returns-average 326050.00",
        "退换货: { 件数: 4, 金额: 3.26, 满意: 4, 撤销: 4, 推诿诱导: 0 }  # 警告 returns-average 3.26",
        "退换货: { 件数: 4, 金额: 3260.50, 满意: 5, 撤销: 4, 推诿诱导: 0 }  # 错误 returns-part 5",
        "退换货: { 件数: 4, 金额: 3260.50, 满意: 4, 撤销: 4, 推诿诱导: 1 }  # 建议 returns-evasion 1",
        "执法检查: { 出动人次: 0, 检查家次: 40余 }  # 建议 inspection-none 0",
        "执法检查: { 出动人次: 86, 检查家次: { 本期: 40余, 累计: 12 } }  # 错误 inspection-standing 12",
        "执法检查: { 出动人次: 86, 检查家次: { 本期: 40余, 累计: 312 } }",
        "执法检查: { 出动人次: 86.5, 检查家次: { 累计: 312 } }",
        "查处案件: 12",
        "执法检查: { 出动人次: 0, 检查家次: 0 }\n查处案件: 0",
        "查处案件: { 件数: 3, 结果: { 罚没款: 3.2万元 }, 各件: [{ 案由: 占道经营, 结果: { 罚没款: 5000元 } }] }",
        "查处案件: { 件数: 0, 各件: [{ 案由: 占道经营 }] }  # 错误 case-counts 0",
        "查处案件: { 件数: 3, 结果: { 罚没款: 1万元 }, 各件: [{ 案由: 占道经营, 结果: { 罚没款: 3万元 } }] }  # 错误 case-counts 1万元",
        "查处案件: { 件数: 1, 结果: { 罚没款: 3万元 }, 各件: [{ 案由: 占道经营, 结果: { 罚没款: 1万元 } }] }  # 错误 case-counts 3万元",
        "查处案件: { 件数: 3, 结果: { 暂扣: 3个 }, 各件: [{ 案由: 占道经营, 结果: { 暂扣: 1辆 } }] }  # 错误 case-counts 1辆",
    ] {
        check_case(case);
    }
    check_case(
        "
现场受理:
  - 单位: 青禾区游客购物退货监理中心
    日期: 2023-03-09
    人数: 0  # 警告 reception-nobody 0
    情况: 游客的退货申请，经与商家协商，当日办理退款，游客表示满意。
  - 单位: 青禾区游客购物退货监理中心
    日期: 2023-03-09
    人数: 3000  # 建议 reception-crowd 3000
    情况: 游客的退货申请，经与商家协商，当日办理退款，游客表示满意。
",
    );
    let found = slip(RETURNS, "");
    let [missing] = &found[..] else { panic!("{found:#?}") };
    let marked = "{ 起: 2023-03-06, 止: 2023-03-12 }";
    assert_eq!((missing.code, missing.severity, missing.text.as_str()), ("returns-missing", Warning, marked));
    assert!(!missing.help.is_empty());
}

#[test]
fn figures_that_may_be_are_left_alone() {
    for case in [
        "退换货: { 件数: 4, 金额: 3260, 满意: 4, 撤销: 4, 推诿诱导: 0 }",
        "退换货: { 件数: 4, 金额: 200000.00, 满意: 4, 撤销: 4, 推诿诱导: 0 }",
        "退换货: { 件数: 4, 金额: 4.00, 满意: 4, 撤销: 4, 推诿诱导: 0 }",
        "退换货: { 件数: 4, 金额: 3260.50, 满意: 2, 撤销: 4, 推诿诱导: 1 }",
        "执法检查: { 出动人次: 0, 检查家次: 0 }",
    ] {
        check_case(case);
    }
    assert_eq!(slip("人数: 3", "人数: 48"), []);
}

#[test]
fn a_single_decimal_is_told() {
    let [cents] = &slip("金额: 3260.50", "金额: 3260.5")[..] else { panic!() };
    cents.only_tells("3260.50");
    let [quoted] = &slip("金额: 3260.50", "金额: \"3260.5\"")[..] else { panic!() };
    assert_eq!((quoted.code, &quoted.fix), ("returns-cents", &None));
}

#[test]
fn an_office_says_what_a_return_may_cost() {
    let office = changed(OFFICE, "检查:\n", "检查:\n  每件金额: 500\n");
    assert_eq!(codes(&found(&office, &[WEEK])), ["returns-average"]);
}

#[test]
fn an_office_without_a_platform_for_returns_has_none() {
    let office = changed(OFFICE, "退换货平台: “云游”退换货平台\n", "");
    assert_eq!(codes(&found(&office, &[WEEK])), ["returns-platform"]);
    assert_eq!(found(&office, &[&changed(WEEK, RETURNS, "")]), []);
}

#[test]
fn fines_and_cases_are_looked_at() {
    let case = |fine: &str| {
        let case = "{ 日期: 2023-03-08, 单位: 区市场监管局, 对象: 雪山神话乐园, 案由: 未明码标价, 处理: 责令改正";
        format!("查处案件:\n  - {case}{fine} }}\n\n现场受理:")
    };
    let with = |fine: &str| codes(&slip("现场受理:", &case(fine)));
    assert_eq!(with(", 罚款: 0"), ["case-fine"]);
    assert_eq!(with(", 罚款: 2000000"), ["case-fine"]);
    assert!(with(", 罚款: 2000").is_empty());
    assert!(with("").is_empty());
    let nothing = changed(WEEK, "出动人次: 86, 检查家次: 40余", "出动人次: 0, 检查家次: 0");
    let found = found(OFFICE, &[&changed(&nothing, "现场受理:", &case(""))]);
    assert_eq!(codes(&found), ["inspection-none"]);
    assert_eq!(found[0].others.len(), 1);
}

#[test]
fn a_figure_ten_times_its_neighbours_is_told() {
    let weeks = |middle: &str| -> Vec<String> {
        let dates = [("13", "19"), ("20", "26"), ("27", "31"), ("01", "05"), ("06", "12")];
        let weeks = dates.iter().enumerate().map(|(at, (start, end))| {
            let count = if at == 2 { middle } else { ["74", "81", "", "70", "66"][at] };
            let text = changed(NEXT_WEEK, "出动人次: 74", &format!("出动人次: {count}"));
            let month = if at < 3 { "03" } else { "04" };
            changed(
                &text,
                "起: 2023-03-13, 止: 2023-03-19",
                &format!("起: 2023-{month}-{start}, 止: 2023-{month}-{end}"),
            )
        });
        weeks.collect()
    };
    let outliers = |middle: &str| {
        let weeks = weeks(middle);
        let weeks: Vec<&str> = weeks.iter().map(String::as_str).collect();
        let found = found(OFFICE, &weeks);
        let found = found.into_iter().filter(|finding| finding.code == "inspection-outlier");
        found.map(|finding| (finding.file, finding.text)).collect::<Vec<_>>()
    };
    assert_eq!(outliers("740"), [("3.yaml".to_owned(), "740".to_owned())]);
    assert_eq!(outliers("240"), []);
}

#[test]
fn nothing_found_is_no_slip_where_the_office_says_what_is_found() {
    let office = changed(
        OFFICE,
        "检查项目: [出动人次, 检查家次]",
        "检查项目: [{ 名称: 出动人次, 角色: 派出 }, { 名称: 隐患, 角色: 发现, 量词: 处 }]",
    );
    let week = |counts: &str| changed(WEEK, "出动人次: 86, 检查家次: 40余", counts);
    assert_eq!(found(&office, &[&week("出动人次: 86, 隐患: 0")]), []);
    assert_eq!(codes(&found(&office, &[&week("出动人次: 0, 隐患: 2")])), ["inspection-none"]);
}
