//! Sums that are recorded beside what they are sums of: fines of cases, what is put right, what goes on.

use zhoubao::diagnostic::Severity::{self, Advice, Error, Warning};

use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, found};

fn about_cases(cases: &str) -> Vec<(&'static str, Severity, String)> {
    let found = found(OFFICE, &[&format!("{WEEK}查处案件: {cases}\n")]);
    found.into_iter().map(|it| (it.code, it.severity, it.message)).collect()
}

#[test]
fn fines_come_to_the_sum_that_is_recorded_beside_them() {
    let wrong = |severity, message: &str| vec![("case-fine-sum", severity, message.to_owned())];
    let cases = |sum: &str, fines: &str| about_cases(&format!("{{ 件数: 2, 结果: {{ {sum} }}, 各件: [{fines}] }}"));
    let two = "{ 案由: 占道经营, 罚款: 500 }, { 案由: 无证经营, 罚款: 700 }";
    assert_eq!(cases("罚款: 1200元", two), []);
    assert_eq!(cases("罚款: 0.12万元", two), []);
    assert_eq!(cases("罚款: 100元", two), wrong(Error, "「罚款」合计 100元，各件加起来却是 1200 元"));
    assert_eq!(cases("罚款: 2000元", two), wrong(Error, "「罚款」合计 2000元，各件加起来却是 1200 元"));
    // The rest may have been confiscated, which some case then has to say.
    assert_eq!(cases("罚没款: 2000元", two), wrong(Warning, "「罚没款」合计 2000元，各件加起来却是 1200 元"));
    let confiscated = two.replace("罚款: 700", "罚款: 700, 结果: { 没收违法所得: 800元 }");
    assert_eq!(cases("罚没款: 2000元", &confiscated), []);
    // Of two cases one is told: the other has the rest.
    assert_eq!(cases("罚款: 1200元", "{ 案由: 占道经营, 罚款: 500 }"), []);
    assert_eq!(
        cases("罚没款: 3.2万元", "{ 案由: 占道经营, 罚款: 50000 }"),
        wrong(Error, "「罚没款」合计 3.2万元，各件加起来却是 50000 元")
    );
}

#[test]
fn one_case_tells_its_fine_in_one_way() {
    assert_eq!(about_cases("[{ 案由: 占道经营, 罚款: 500, 结果: { 罚没款: 1000元 } }]"), []);
    assert_eq!(
        about_cases("[{ 案由: 占道经营, 罚款: 500, 结果: { 罚款: 1000元 } }]"),
        [("case-fine-sum", Error, "「罚款」是 500 元，「结果」里的「罚款」却是 1000元".to_owned())]
    );
}

#[test]
fn no_more_is_put_right_than_was_found() {
    let items = "检查项目: [{ 名称: 隐患, 角色: 发现, 量词: 处 }, { 名称: 整改隐患, 角色: 整改, 量词: 处 }]";
    let office = changed(OFFICE, "检查项目: [出动人次, 检查家次]", items);
    let about = |counts: &str| {
        let week = changed(WEEK, "执法检查: { 出动人次: 86, 检查家次: 40余 }", &format!("执法检查: {counts}"));
        let found = found(&office, &[&week]);
        found.into_iter().map(|it| (it.code, it.severity, it.message)).collect::<Vec<_>>()
    };
    assert_eq!(about("{ 隐患: 5, 整改隐患: 5 }"), []);
    assert_eq!(about("{ 隐患: 5余, 整改隐患: 8 }"), []);
    let wrong = |message: &str| vec![("inspection-put-right", Warning, message.to_owned())];
    assert_eq!(about("{ 隐患: 3, 整改隐患: 5 }"), wrong("整改 5 比发现 3 还多"));
    assert_eq!(
        about("{ 隐患: { 本期: 3, 累计: 40 }, 整改隐患: { 本期: 3, 累计: 50 } }"),
        wrong("累计整改 50 比累计发现 40 还多")
    );
}

#[test]
fn as_many_complaints_go_on_as_were_open() {
    let listed = "  12345政务服务便民热线:
    - { 日期: 2023-03-06, 被投诉: 青禾古镇景区管理有限公司, 转办: 区文化和旅游局, 状态: 办结 }
    - { 日期: 2023-03-10, 被投诉: 雪山神话乐园, 转办: 区市场监管局, 状态: 处理中 }
";
    let about = |counts: &str| {
        let week = changed(WEEK, listed, &format!("  12345政务服务便民热线: {{ {counts} }}\n"));
        let found = found(OFFICE, &[&week, NEXT_WEEK]);
        let of_counts = found.into_iter().filter(|it| it.code == "carried-over-count");
        of_counts.map(|it| (it.severity, it.message)).collect::<Vec<_>>()
    };
    // The next week goes on with one of them.
    assert_eq!(about("受理: 30, 办结: 29, 在办: 1"), []);
    assert_eq!(about("受理: 30, 办结: 20"), []);
    assert_eq!(about("受理: 30"), []);
    let told = |severity, message: &str| vec![(severity, format!("「12345政务服务便民热线」上一期{message}"))];
    assert_eq!(about("受理: 30, 办结: 30"), told(Warning, "没有在办的，「续办」里却有 1 件"));
    assert_eq!(about("受理: 30, 办结: 30, 在办: 0"), told(Warning, "没有在办的，「续办」里却有 1 件"));
    assert_eq!(about("受理: 30, 办结: 27, 在办: 3"), told(Advice, "在办 3 件，「续办」里是 1 件"));
}
