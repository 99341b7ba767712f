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
    assert!(
        text.contains("并在人民网地方领导留言板留言撤诉。盘龙区指挥中心正在办理，办结后及时上报市指挥中心。\n"),
        "{text}"
    );
    let clause = weekly(|week| {
        let (before, rest) = week.split_once("    处理: >-\n      已督促").unwrap();
        let (_, after) = rest.split_once("    状态: 处理中").unwrap();
        format!("{before}    处理: 已转区文化和旅游局核查处理\n    状态: 处理中{after}")
    });
    assert!(
        clause.contains("投诉件内容一致，已转区文化和旅游局核查处理，正在办理，办结后及时上报市指挥中心。\n"),
        "{clause}"
    );
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
    let head = "2022年3月22日收到邻江县旅游市场综合监管指挥中心《涉旅信息通报单》（3号），";
    let (built_in, own) = with("");
    assert!(built_in.contains(&format!("{head}正在办理，办结后函复邻江县旅游市场综合监管指挥中心。\n")), "{built_in}");
    assert!(own.contains("（3号），正在办理，办结后函复邻江县旅游市场综合监管指挥中心。\n"), "{own}");
    let (built_in, _) = with("    核实: 经核实，情况属实。\n");
    assert!(built_in.contains(&format!("{head}经核实，情况属实。云岭区指挥中心正在办理，办结后函复")), "{built_in}");
}

#[test]
fn a_template_that_does_not_reckon_with_it_is_reported_where() {
    let template = "---\n标题: 周报\n---\n{% for notice in notices %}{{ notice.reported }}上报。\n\n{% endfor %}\n";
    let workspace = Workspace::new(&file("data/panlong/office.yaml"), &real_week()).file("templates/test.md", template);
    let said = messages(&workspace.compose("test", None).unwrap_err());
    assert!(said.contains("没有「reported」这个字段") && said.contains("test.md:4:"), "{said}");
    assert!(said.contains("本周可能没有的，用 {% if … %} 判断"), "{said}");
}
