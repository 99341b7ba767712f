//! What is said about the new parts of `office.yaml` and of a week.

use crate::office::{file, messages};
use zhoubao::check;
use zhoubao::record::office::Office;
use zhoubao::record::read;
use zhoubao::source::Source;
use zhoubao::yaml::Problems;

/// What is said about the made-up office's file with one text changed.
fn said(from: &str, to: &str) -> String {
    let text = file("data/yunling/office.yaml");
    assert!(text.contains(from), "{from}");
    let mut problems = Problems::new();
    let office: Option<Office> = read(&Source::new("office.yaml", text.replacen(from, to, 1)), &mut problems);
    problems.extend(office.iter().flat_map(check::office));
    messages(&problems.into_vec())
}

#[test]
fn slips_in_the_offices_file_are_reported_with_the_mend() {
    for (from, to, message) in [
        ("版式: 简报", "版式: 简抱", "是不是想写「简报」？"),
        ("双面: 是", "双面: 双", "这里只能写「是」或「否」"),
        ("双面: 是", "页边距: 按页面设制", "是不是想写「按页面设置」？"),
        ("双面: 是", "印章: { 直径: 42毫米 }", "写毫米数，1 到 150"),
        ("双面: 是", "印章: { 图片: 印章.png }", "是不是想写「图」？"),
        ("双面: 是", "签名章: { 职务: 主任 }", "这里少了「姓名」"),
        ("签发人: [赵某某, 钱某某]", "签发人: [赵某某, 赵某某]", "「签发人」里的「赵某某」写了两次"),
        ("量词: 辆次", "单位: 辆次", "没有「单位」这个键"),
        ("{ 名称: 驾驶员", "{ 名称: 旅游车辆", "「检查项目」里的「旅游车辆」写了两次"),
        ("  签发人", "  签发", "是不是想写「签发人」？"),
    ] {
        let said = said(from, to);
        assert!(said.contains(message) && said.contains("--> office.yaml:"), "{to}: {said}");
    }
    assert_eq!(said("印发机关", "印发机关"), "");
}
