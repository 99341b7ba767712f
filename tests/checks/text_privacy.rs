//! What must not be published.

use super::fixture::{codes, slip};
use super::text_words::{nothing_in, said};

#[test]
fn numbers_of_persons_are_found_and_never_repeated() {
    for (sentence, code, secret) in [
        ("与投诉人（13812345678）联系。", "privacy-phone", "13812345678"),
        ("与投诉人（0899-61234567）联系。", "privacy-phone", "0899-61234567"),
        ("与投诉人（138 1234 5678）联系。", "privacy-phone", "138 1234 5678"),
        ("投诉人身份证号110101199003078515。", "privacy-identity", "110101199003078515"),
        ("退至银行卡6222021001116245702。", "privacy-bank", "6222021001116245702"),
        ("旅游客车云A12345到场。", "privacy-plate", "云A12345"),
        ("旅游客车云AD12345到场。", "privacy-plate", "云AD12345"),
        ("旅游客车云A·1B234到场。", "privacy-plate", "云A·1B234"),
        ("旅游客车云A·12345到场。", "privacy-plate", "云A·12345"),
        ("投诉人护照号E12345678。", "privacy-passport", "E12345678"),
        ("通过微信号lvyou2023联系。", "privacy-account", "lvyou2023"),
        ("通过微信号zhang_12345联系。", "privacy-account", "zhang_12345"),
        ("通过QQ12345678联系。", "privacy-account", "12345678"),
        ("与投诉人联系，号码+8613812345678。", "privacy-phone", "+8613812345678"),
        ("与投诉人联系，号码（0899）6123456。", "privacy-phone", "（0899）6123456"),
        ("与投诉人联系，号码0899 6123456。", "privacy-phone", "0899 6123456"),
        ("旅游客车云A·12345到场。", "privacy-plate", "云A·12345"),
        ("投诉人身份证110105 19491231 002X。", "privacy-identity", "110105 19491231 002X"),
        ("退至银行卡号6222 0212 3456 7890 123。", "privacy-bank", "6222 0212 3456 7890 123"),
        ("通过微信号wxid_abc12345联系。", "privacy-account", "wxid_abc12345"),
        ("通过邮箱zhangsan@qq.com联系。", "privacy-account", "zhangsan@qq.com"),
        ("投诉人住河东小区3幢2单元501室。", "privacy-address", "501室"),
    ] {
        let found = said(sentence);
        assert_eq!(codes(&found), [code], "{sentence}: {found:#?}");
        assert_eq!(found[0].text, secret);
        let told = format!("{}{}{}", found[0].message, found[0].help, found[0].fix.clone().unwrap_or_default());
        assert!(!told.contains(secret), "{told}");
    }
}

#[test]
fn numbers_of_services_offices_and_matters_are_public() {
    nothing_in(&[
        "建议拨打12345、12301、12315、96301、110或400-800-1234。",
        "本中心电话0899-60000002，投诉人{投诉人}，138****5678。",
        "订单编号20230308123456，金额12345678元，统一社会信用代码91530100MA6K123456。",
        "传真0899-61234567，值班电话：0899-61234568，旅游热线0899-61234569，本中心（0899）60000002。",
        "投诉邮箱lvyou2023@163.com，客流2023 1234567人次。",
        "投诉编号TS20230308001，客流12345人次，云A1区，5G设备。",
        "商家住所在河东街道12号，购买iPhone 12，K1234次列车。",
    ]);
}

#[test]
fn full_names_of_persons_are_found() {
    for (sentence, name) in [
        ("与投诉人王小明联系。", "王小明"),
        ("投诉人王明表示满意。", "王明"),
        ("游客：李建国，来电投诉。", "李建国"),
        ("导游张晓红（已约谈）。", "张晓红"),
        ("投诉人（王小明）表示满意。", "王小明"),
        ("约谈店主马云。", "马云"),
        ("约谈老板刘德华。", "刘德华"),
        ("经与陈志强先生沟通。", "陈志强"),
        ("投诉人欧阳文华表示满意。", "欧阳文华"),
    ] {
        let found = said(sentence);
        assert_eq!(codes(&found), ["privacy-name"], "{sentence}: {found:#?}");
        assert_eq!(found[0].text, name);
        assert!(!found[0].message.contains(name) && !found[0].help.contains(name));
        found[0].only_tells("写成某某");
    }
    let found = said("投诉人周杰伦、林俊杰表示满意。");
    assert_eq!(found.iter().map(|found| found.text.as_str()).collect::<Vec<_>>(), ["周杰伦", "林俊杰"]);
    let found = slip("被投诉: 雪山神话乐园", "被投诉: 郑小明");
    assert!(codes(&found).contains(&"privacy-name"), "{found:#?}");
}

#[test]
fn masked_names_officials_and_words_are_no_names() {
    nothing_in(&[
        "投诉人王某某、王先生、刘女士表示满意，游客李××来电。",
        "区文化和旅游局局长王建国、区指挥中心经理刘德华到场。",
        "店主马上退款，游客（许多）在马路边，投诉人（王某某）和黄金珠宝店、温泉酒店协商。",
        "游客高度评价，游客马上退款，投诉人和商家，游客周末到访，导游全程陪同。",
        "投诉人表示满意，游客黄山旅游，游客常年在外，游客安全的保障，司机黄牌警告。",
        "来自苏州王先生、林芝陈女士的投诉，联系周先生，向何女士说明。",
        "游客金额较大的，投诉人陆续到场，游客许多来自武汉，游客余下的费用。",
    ]);
}

#[test]
fn a_full_name_in_its_own_field_is_only_advised() {
    let found = slip("姓名: 周某某", "姓名: 周小明");
    assert_eq!(codes(&found), ["privacy-complainant"]);
    assert_eq!(found[0].severity, zhoubao::diagnostic::Severity::Advice);
    // Only the writer knows whether the paper stays within the office.
    assert_eq!(found[0].fix, None);
    assert_eq!(slip("姓名: 周某某", "姓名: 周女士"), []);
}
