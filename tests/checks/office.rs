//! The office's own file: names, registers, signing.

use zhoubao::diagnostic::Severity::{Advice, Error, Warning};

use super::fixture::{OFFICE, WEEK, changed, codes, found};

#[test]
fn slips_in_the_office_are_found() {
    for (from, to, code, severity, text) in [
        ("名称: 雪山神话乐园", "名称: 山海旅行社", "office-name-twice", Warning, "山海旅行社"),
        ("简称: 青禾古镇 }", "简称: 山海旅行社 }", "office-name-twice", Warning, "山海旅行社"),
        (
            "全称: 12301旅游服务热线",
            "全称: 12345政务服务便民热线",
            "office-name-twice",
            Warning,
            "12345政务服务便民热线",
        ),
        ("成员单位: [", "成员单位: [青禾区指挥中心, ", "office-self-listed", Warning, "青禾区指挥中心"),
        ("其他上级: [", "其他上级: [区指挥中心, ", "office-self-listed", Warning, "区指挥中心"),
        (
            "发文代字: 青旅指",
            "公文: { 抄送: [南渡市旅游市场监管综合指挥中心] }\n发文代字: 青旅指",
            "office-copies-superior",
            Warning,
            "南渡市旅游市场监管综合指挥中心",
        ),
        ("报送: 市指挥中心", "报送: 市指挥中芯", "office-sent-to", Advice, "市指挥中芯"),
        ("简称: 山海旅行社", "简称: 山诲旅行社", "office-short-name", Advice, "山诲旅行社"),
        ("文内: 市指挥中心", "文内: 市调度中心", "office-short-name", Advice, "市调度中心"),
        ("发文代字: 青旅指", "发文代字: 青旅指〔2023〕", "office-document-code", Error, "〔2023〕"),
        ("小数位: 2", "小数位: 6", "office-decimals", Advice, "6"),
        ("0899-60000002", "19900000009", "office-contact-mobile", Advice, "\"19900000009\""),
    ] {
        let mut found = found(&changed(OFFICE, from, to), &[]);
        // A firm or a platform of another's name has no more characters of its own.
        found.retain(|finding| code != "office-name-twice" || finding.code != "office-short-name");
        let [one] = &found[..] else { panic!("{to}: {found:#?}") };
        assert_eq!((one.code, one.severity, one.text.as_str()), (code, severity, text), "{to}");
        assert!(!one.help.is_empty() && !one.message.contains("199"));
    }
}

#[test]
fn what_only_looks_like_a_slip_in_the_office_is_left_alone() {
    for (from, to) in [
        // An office whose short name is its full one.
        ("名称: 雪山神话乐园 }", "名称: 雪山神话乐园, 简称: 雪山神话乐园 }"),
        ("发文代字: 青旅指", "公文: { 抄送: [青禾区人民政府办公室] }\n发文代字: 青旅指"),
        ("报送: 市旅游监察支队", "报送: 市文化和旅游局"),
        ("小数位: 2", "小数位: 4"),
    ] {
        assert_eq!(found(&changed(OFFICE, from, to), &[WEEK]), [], "{to}");
    }
}

#[test]
fn another_offices_district_is_found() {
    let copied = changed(OFFICE, "简称: 青禾区指挥中心", "简称: 河东区指挥中心");
    let found = found(&copied, &[]);
    assert_eq!(codes(&found), ["office-district", "office-short-name"]);
    assert_eq!((found[0].text.as_str(), &found[0].others[..]), ("河东区", &["青禾区".to_owned()][..]));
    // 大理州 is short for 大理白族自治州.
    let prefecture = OFFICE.replace("青禾区", "大理白族自治州").replacen("简称: 大理白族自治州", "简称: 大理州", 1);
    let prefecture = prefecture.replace("自称: 区", "自称: 州").replace("发文代字: 青旅指", "发文代字: 大旅指");
    assert_eq!(super::fixture::found(&prefecture, &[]), []);
}

#[test]
fn a_document_code_is_letters_alone() {
    let found = found(&changed(OFFICE, "发文代字: 青旅指", "发文代字: \"青旅指〔2023〕\""), &[]);
    found[0].only_tells("青旅指");
    assert_eq!(found[0].text, "〔2023〕");
}
