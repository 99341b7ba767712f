//! 编号 in columns of an office's own: a code, none twice, and no number of a person.

use zhoubao::diagnostic::Severity::Error;

use super::fixture::{OFFICE, WEEK, found};

const OWN: &str = "
案件栏: [{ 名称: 立案号, 类型: 编号, 可缺: 是 }]
台账:
  - 名称: 督办件
    栏:
      - { 名称: 编号, 类型: 编号 }
      - { 名称: 关联编号, 类型: 编号, 可缺: 是 }
";

fn about(record: &str) -> Vec<(&'static str, String, Vec<String>)> {
    let found = found(&format!("{OFFICE}{OWN}"), &[&format!("{WEEK}{record}\n")]);
    assert!(found.iter().all(|it| it.severity == Error && !it.help.is_empty()), "{found:#?}");
    found.into_iter().map(|it| (it.code, it.text, it.others)).collect()
}

#[test]
fn a_number_of_a_person_is_no_code() {
    for number in ["13800001111", "138 0000 1111", "11010519491231002X", "420106198503127614"] {
        let told = about(&format!("台账: {{ 督办件: [{{ 编号: \"{number}\" }}] }}"));
        let [(code, text, _)] = &told[..] else { panic!("{number}: {told:?}") };
        assert_eq!((*code, text.trim_matches('"')), ("own-code-person", number));
    }
    for code in ["甲1号", "GD20230306001", "330106202303060001", "2023030600012"] {
        assert_eq!(about(&format!("台账: {{ 督办件: [{{ 编号: \"{code}\" }}] }}")), [], "{code}");
    }
}

#[test]
fn one_item_written_twice_is_told_with_both_places() {
    let twice = |text: &str| vec![("own-code-repeated", text.to_owned(), vec![text.to_owned()])];
    assert_eq!(about("台账: { 督办件: [{ 编号: 甲1号 }, { 编号: 甲2号 }, { 编号: 甲1号 }] }"), twice("甲1号"));
    assert_eq!(about("查处案件: [{ 案由: 无证经营, 立案号: 立3 }, { 案由: 占道经营, 立案号: 立3 }]"), twice("立3"));
    // Items may belong to one and the same other matter.
    let related = "{ 编号: 甲1号, 关联编号: 乙1号 }, { 编号: 甲2号, 关联编号: 乙1号 }";
    assert_eq!(about(&format!("台账: {{ 督办件: [{related}] }}")), []);
}
