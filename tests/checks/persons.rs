//! Persons whom the record names in fields for them are not named again in what is printed.

use super::fixture::{OFFICE, WEEK, changed, found};

const OWN: &str = "
投诉栏: [{ 名称: 来电人, 类型: 姓名, 可缺: 是 }]
台账:
  - 名称: 督办件
    栏:
      - { 名称: 反映人, 类型: 姓名 }
      - { 名称: 内容, 类型: 长文, 可缺: 是 }
      - { 名称: 备注, 可缺: 是 }
      - { 名称: 当事人, 类型: 企业, 可缺: 是 }
      - { 名称: 住址, 类型: 地址, 可缺: 是 }
";

/// The marked text of each finding, and what else is marked: where the name is known from.
fn about(week: &str, record: &str) -> Vec<(String, Vec<String>)> {
    let found = found(&format!("{OFFICE}{OWN}"), &[&format!("{week}{record}\n")]);
    assert!(found.iter().all(|it| it.code == "privacy-name" && !it.help.is_empty()), "{found:#?}");
    found.into_iter().map(|it| (it.text, it.others)).collect()
}

fn again(name: &str) -> (String, Vec<String>) {
    (name.to_owned(), vec![name.to_owned()])
}

#[test]
fn a_name_in_a_column_for_names_is_not_told_again() {
    let items = |item: &str| about(WEEK, &format!("台账: {{ 督办件: [{{ 反映人: {item} }}] }}"));
    assert_eq!(items("王小梅, 内容: 王小梅反映夜间噪声扰民"), [again("王小梅")]);
    assert_eq!(items("王小梅, 备注: 已回访王小梅本人"), [again("王小梅")]);
    assert_eq!(items("买买提·艾力, 内容: 回访买买提·艾力，其表示满意"), [again("买买提·艾力")]);
    assert_eq!(items("王小梅, 内容: 王某某反映夜间噪声扰民"), []);
    // These are nobody's names.
    assert_eq!(items("王女士, 内容: 王女士反映夜间噪声扰民"), []);
    assert_eq!(items("匿名, 内容: 匿名群众反映夜间噪声扰民"), []);
}

#[test]
fn the_name_is_looked_for_in_the_whole_record() {
    let week =
        changed(WEEK, "转办: 区文化和旅游局, 状态: 办结 }", "转办: 区文化和旅游局, 状态: 办结, 来电人: 王小梅 }");
    let week = changed(&week, "下一步: 继续抓好", "下一步: 回访王小梅，继续抓好");
    assert_eq!(about(&week, ""), [again("王小梅")]);
}

#[test]
fn a_complainant_is_not_named_in_the_prose_of_the_notice() {
    let week = changed(WEEK, "姓名: 周某某", "姓名: 周小梅");
    let week = changed(&week, "经与投诉人{投诉人}联系核实", "经与周小梅联系核实");
    let found = found(OFFICE, &[&week]);
    let told: Vec<_> = found.iter().map(|it| (it.code, it.text.as_str())).collect();
    assert!(told.contains(&("privacy-name", "周小梅")), "{told:?}");
}

#[test]
fn a_person_against_whom_there_is_a_case_is_named_nowhere() {
    let case = "查处案件: [{ 对象: 李小龙, 案由: 李小龙无证经营, 处理: 对李小龙处以罚款 }]";
    assert_eq!(about(WEEK, case), [("李小龙".to_owned(), vec![]), again("李小龙"), again("李小龙")]);
    let case = "查处案件: [{ 对象: 李某某, 案由: 李某某无证经营 }]";
    assert_eq!(about(WEEK, case), []);
}

#[test]
fn a_person_in_a_column_for_firms_is_told() {
    let item = "台账: { 督办件: [{ 反映人: 匿名, 当事人: 李小龙, 内容: 李小龙占道经营 }] }";
    assert_eq!(about(WEEK, item), [("李小龙".to_owned(), vec![]), again("李小龙")]);
}

#[test]
fn a_home_in_a_column_for_addresses_is_not_told_again() {
    let about = |item: &str| {
        let found =
            found(&format!("{OFFICE}{OWN}"), &[&format!("{WEEK}台账: {{ 督办件: [{{ 反映人: 匿名, {item} }}] }}\n")]);
        found.into_iter().map(|it| (it.code, it.text, it.message)).collect::<Vec<_>>()
    };
    let told = |text: &str| vec![("privacy-address", text.to_owned(), "「住址」里的住址，文字里又写了".to_owned())];
    assert_eq!(
        about("住址: 幸福路8号3栋402室, 内容: 家住幸福路8号3栋402室的居民反映噪声扰民"),
        told("幸福路8号3栋402室")
    );
    assert_eq!(about("住址: 幸福路8号, 备注: 已到幸福路8号回访"), told("幸福路8号"));
    assert_eq!(about("住址: 幸福小区, 内容: 到幸福小区巡查"), []);
}
