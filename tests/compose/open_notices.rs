//! A notice that is still being handled: the weekly says so.

use crate::office::{Workspace, file, messages};
use crate::shown::shown;

/// The real week with its notice 8 open.
fn real_week() -> String {
    let week = file("data/panlong/2021/2021-01-08.yaml");
    let (before, rest) = week.split_once("    上报: 2021-01-14\n").unwrap();
    let (_, after) = rest.split_once("\n\n现场受理").unwrap();
    format!("{before}    状态: 处理中\n\n现场受理{after}")
}

fn weekly(change: impl Fn(String) -> String) -> String {
    let workspace = Workspace::new(&file("data/panlong/office.yaml"), &change(real_week()));
    shown(&workspace.paper("weekly", None))
}

#[test]
fn the_weekly_says_that_it_is_being_handled() {
    let text = weekly(|week| week);
    assert!(text.contains("并在人民网地方领导留言板留言撤诉。正在办理。"), "{text}");
    let clause = weekly(|week| {
        let (before, rest) = week.split_once("    处理: >-\n      已督促").unwrap();
        let (_, after) = rest.split_once("    状态: 处理中").unwrap();
        format!("{before}    处理: 已转区文化和旅游局核查处理\n    状态: 处理中{after}")
    });
    assert!(clause.contains("投诉件为同一事项。已转区文化和旅游局核查处理。正在办理。"), "{clause}");
}

#[test]
fn nothing_need_have_been_done_yet() {
    let with = |verification: &str| {
        let week = file("data/yunling/2022/2022-03-21.yaml");
        let (before, rest) = week.split_once("    核实: ").unwrap();
        let (_, after) = rest.split_once("\n投诉:").unwrap();
        let week = format!("{before}{verification}    状态: 处理中\n\n投诉:{after}");
        let office = file("data/yunling/office.yaml")
            .replace("weekly, 模板: weekly, 每: 周, 版式: 简报", "weekly, 模板: weekly, 每: 周");
        let built_in = shown(&Workspace::new(&office, &week).paper("weekly", None));
        let template = file("data/yunling/templates/weekly.md");
        let own = Workspace::new(&file("data/yunling/office.yaml"), &week).file("templates/weekly.md", template);
        (built_in, shown(&own.paper("weekly", None)))
    };
    let head = "2022年3月22日收到邻江县旅游市场综合监管指挥中心《涉旅信息通报单》（3号）。游客通过邻江县12345政务服务便民热线反映，\
                乘坐云州翠湖旅游客运有限公司的旅游客车时，行李在途中损坏，要求赔偿。";
    let (built_in, own) = with("");
    assert!(built_in.contains(&format!("{head}正在办理。\n")), "{built_in}");
    assert!(own.contains("（3号），正在办理，办结后函复邻江县旅游市场综合监管指挥中心。\n"), "{own}");
    let (built_in, _) = with("    核实: 经核实，情况属实。\n");
    assert!(built_in.contains(&format!("{head}经核实，情况属实。正在办理。\n")), "{built_in}");
}

#[test]
fn a_template_that_does_not_reckon_with_it_is_reported_where() {
    let template = "---\n标题: 周报\n---\n{% for notice in notices %}{{ notice.reported }}上报。\n\n{% endfor %}\n";
    let workspace = Workspace::new(&file("data/panlong/office.yaml"), &real_week()).file("templates/test.md", template);
    let said = messages(&workspace.compose("test", None).unwrap_err());
    assert!(said.contains("没有「reported」这个字段") && said.contains("test.md:4:"), "{said}");
    assert!(said.contains("这一期可能没有的，用 {% if … %} 判断"), "{said}");
}

#[test]
fn a_heading_has_something_below_it() {
    let said = |body: &str| {
        let template = format!("---\n标题: 周报\n---\n{body}");
        let workspace =
            Workspace::new(&file("data/panlong/office.yaml"), &real_week()).file("templates/test.md", &template);
        workspace.compose("test", None).map_or_else(|findings| messages(&findings), |_| String::new())
    };
    for (body, heading, line) in [
        ("# 核查情况\n\n# 处理结果\n\n已处理。\n", "核查情况", 4),
        ("# 核查情况\n", "核查情况", 4),
        ("文字。\n\n# 报送\n\n## 上报\n\n## 收到\n\n一份。\n", "上报", 8),
        ("# 报送\n\n## 上报\n\n# 其他\n\n文字。\n", "上报", 6),
        ("# 报送\n\n{% if week.nothing %}没有{% endif %}\n\n```附件\n名称: 表\n```\n\n文字。\n", "报送", 4),
    ] {
        let said = said(body);
        assert!(said.contains(&format!("标题「{heading}」下面没有内容")), "{body}: {said}");
        assert!(said.contains(&format!("test.md:{line}:")), "{body}: {said}");
    }
    for body in [
        "# 报送\n\n## 上报\n\n一份。\n",
        "# 情况\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n",
        "# 情况\n\n### 检查酒店5家。\n\n### 检查景区2家。\n",
    ] {
        assert_eq!(said(body), "", "{body}");
    }
}
