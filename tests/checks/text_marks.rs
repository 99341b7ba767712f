//! Marks in free text: width, pairs, number, braces, headings.

use super::fixture::{codes, slip};
use super::text_words::{in_section, nothing_in, one_slip, said};

#[test]
fn half_width_marks_among_han_are_found_with_their_mend() {
    for (sentence, text, fix) in [
        ("督促整改,限期完成。", ",", "，"),
        ("共检查50家,发现3处问题。", ",", "，"),
        ("处理单位:区文化和旅游局。", ":", "："),
        ("责令改正;约谈负责人。", ";", "；"),
        ("是否退款?商家同意。", "?", "？"),
        ("已全额退款.", ".", "。"),
    ] {
        one_slip(sentence, "punctuation-half-width", text, fix);
    }
    one_slip("责令改正(第3次)。", "brackets-mixed", "(", "（");
    one_slip("《通报单》（8号)收悉。", "brackets-mixed", ")", "）");
    let found = said("宣传\"文明旅游\"理念。");
    assert_eq!(codes(&found), ["quotes-straight"]);
    assert_eq!((found[0].fix.as_deref(), &found[0].others[..]), (Some("“”"), &["\"".to_owned()][..]));
    // One of a pair is told alone.
    assert_eq!(said("宣传\"文明旅游理念。")[0].fix.as_deref(), Some("“"));
}

#[test]
fn marks_of_times_numbers_and_addresses_stay() {
    nothing_in(&[
        "3月8日8:30到场，涉及金额1,280.50元，比例1:3。",
        "网址http://www.example.com/a?id=1，使用iPhone 12、Wi-Fi等设备。",
        "增长3.5%，约为1/3，版本V2.0。",
    ]);
}

#[test]
fn pairs_that_are_not_closed_are_found() {
    for (sentence, text) in [
        ("收到《涉旅信息通报单（8号）。", "《"),
        ("收到涉旅信息通报单》（8号）。", "》"),
        ("宣传“文明旅游理念。", "“"),
        ("宣传文明旅游”理念。", "”"),
        ("责令改正（第3次。", "（"),
    ] {
        let found = said(sentence);
        assert_eq!(codes(&found), ["brackets-unbalanced"], "{sentence}: {found:#?}");
        assert_eq!(found[0].text, text);
    }
    let found = said("宣传”文明旅游“理念。");
    assert_eq!(codes(&found), ["brackets-unbalanced"], "{found:#?}");
    assert_eq!((found[0].text.as_str(), found[0].fix.as_deref()), ("”", Some("“”")));
    let found = said("宣传”文明旅游和“诚信经营”理念。");
    assert_eq!((codes(&found), found[0].fix.as_deref()), (vec!["brackets-unbalanced"], None));
    let found = said("宣传“文明旅游“理念。");
    assert!(found.iter().all(|found| found.code == "brackets-unbalanced"));
    assert!(found.iter().any(|found| found.fix.as_deref() == Some("”")));
}

#[test]
fn pairs_within_pairs_are_the_single_ones() {
    let found = said("收到《关于下达《考核指标》的通知》。");
    assert_eq!(codes(&found), ["titles-nested"]);
    assert_eq!((found[0].text.as_str(), found[0].fix.as_deref()), ("《", Some("〈〉")));
    let found = said("游客称“商家说“不退””。");
    assert_eq!(codes(&found), ["quotes-nested"]);
    nothing_in(&[
        "收到《关于下达〈考核指标〉的通知》、《甲表》，游客称“商家说‘不退’”。",
        // The third level is double again.
        "收到《关于转发〈关于印发《服务质量提升行动方案》的通知〉的通知》。",
        "游客称“我说‘他告诉我“不能退”’”。",
    ]);
}

#[test]
fn a_quotation_of_several_paragraphs_is_opened_anew() {
    let text = |prose: &str| slip("    正文: ", &format!("    正文: |\n      {prose}\n      "));
    let found = text("“文明旅游理念进景区。");
    assert_eq!(codes(&found), ["brackets-unbalanced"], "{found:#?}");
    assert_eq!(text("“文明旅游理念进景区。\n      “诚信经营理念进商户。”"), []);
}

#[test]
fn marks_typed_twice_are_found() {
    one_slip("双方达成一致，，已撤诉。", "punctuation-doubled", "，，", "，");
    one_slip("双方达成一致，。", "punctuation-doubled", "，。", "。");
    one_slip("检查旅行社、、景区。", "punctuation-doubled", "、、", "、");
    one_slip("检查旅行社、景区。。。", "ellipsis-wrong", "。。。", "……");
    one_slip("检查旅行社、景区...", "ellipsis-wrong", "...", "……");
    nothing_in(&["能退款吗？！游客很着急……商家——一家小店——同意退款。"]);
}

#[test]
fn dashes_digits_and_spaces_are_found_as_they_should_not_be() {
    one_slip("3月6日一8日开展检查。", "dash-wrong", "一", "—");
    one_slip("3月6日--8日开展检查。", "dash-wrong", "--", "—");
    one_slip("约谈1——2家。", "dash-wrong", "——", "—");
    one_slip("会同多个部门--公安。", "dash-wrong", "--", "——");
    one_slip("检查１２家商户。", "digits-full-width", "１２", "12");
    one_slip("满意率95％。", "digits-full-width", "％", "%");
    one_slip("3月6日~8日开展检查。", "range-sign", "~", "—");
    one_slip("已转交 商家处理。", "space-between", "交 商", "交商");
    one_slip("检查旅行社、景区、等场所。", "punctuation-list", "、", "删掉");
    nothing_in(&["3月6日—8日开展检查。", "气氛融洽、和谐，商家、及时退款。"]);
}

#[test]
fn document_numbers_have_their_own_brackets() {
    one_slip("按照青考办通[2020]9号文件。", "document-number-brackets", "[2020]", "〔2020〕");
    one_slip("按照青考办通（2020）9号文件。", "document-number-brackets", "（2020）", "〔2020〕");
    one_slip("按照青考办通〔2020〕第9号文件。", "document-number-padded", "第9号", "9号");
    one_slip("按照青考办通〔2020〕09号文件。", "document-number-padded", "09号", "9号");
    nothing_in(&["按照《通知》（青考办通〔2020〕9号），《旅游条例》（2021年修订）。"]);
    nothing_in(&["处罚决定书编号为青禾文旅罚字〔2022〕第3号。"]);
}

#[test]
fn a_brace_that_holds_no_field_is_found() {
    let found = said("再次与{投诉人联系。");
    assert_eq!(codes(&found), ["text-brace"]);
    assert_eq!(found[0].text, "{");
    nothing_in(&["再次与{投诉人}联系，{2023-03-10}回访。"]);
}

#[test]
fn a_paragraph_of_a_section_ends_its_sentence() {
    let found = in_section("对景区索道、游船开展安全检查，未发现重大隐患");
    assert_eq!(codes(&found), ["sentence-end"]);
    assert_eq!(found[0].text, "患");
    assert_eq!(in_section("对景区索道、游船开展安全检查，未发现重大隐患。"), []);
}
