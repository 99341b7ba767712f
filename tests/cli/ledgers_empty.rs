//! What is left empty in columns and ledgers of an office's own, or typed with a full-width colon, is told with what to write.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲市文化市场综合行政执法局
行政区: 甲市
简称: 甲市执法局
自称: 我局
上级: { 名称: 乙省文化和旅游厅, 简称: 省文旅厅, 文内: 省厅 }
周报名称: 执法工作周报
取舍: { 办法: 四舍五入, 小数位: 2 }
台账:
  - 名称: 隐患
    栏: [{ 名称: 级别, 取值: [一般, 重大], 可缺: 是 }]
    数: [{ 名称: 总数, 计: 条 }, { 名称: 重大数, 计: 条, 当: { 级别: [重大] } }, { 名称: 各级, 计: 条, 按: 级别 }]
";

const WEEK: &str = "\
周期: { 起: 2026-11-02, 止: 2026-11-08 }
期号: 44
成文: 2026-11-09
台账:
  隐患: { 条数: 3, 各级: { 一般: 3 } }
";

fn room(office: &str, week: &str) -> Room {
    Room::empty().file("data/局/office.yaml", office).file("data/局/2026-11-02.yaml", week)
}

/// The errors of an office and a week in one of which `from` has become `to`.
fn told(text: &str, from: &str, to: &str) -> Vec<String> {
    assert!(text.contains(from), "{from}");
    let changed = text.replacen(from, to, 1);
    let room = if text == OFFICE { room(&changed, WEEK) } else { room(OFFICE, &changed) };
    let said = room.run(&["check"]);
    assert!(said.stderr.contains("= 帮助: 写") || said.stderr.contains("= 帮助: 键"), "{}", said.stderr);
    said.stderr.lines().filter(|line| line.starts_with("错误")).map(str::to_owned).collect()
}

#[test]
fn what_is_left_empty_is_told() {
    assert_eq!(room(OFFICE, WEEK).run(&["check"]).status, 0);
    let empty = ["错误[value-type]: 这里什么也没有写"];
    for (text, from, to) in [
        (OFFICE, "取值: [一般, 重大]", "取值: []"),
        (OFFICE, "取值: [一般, 重大]", "取值:"),
        (OFFICE, "栏: [{ 名称: 级别, 取值: [一般, 重大], 可缺: 是 }]", "栏: []"),
        (OFFICE, "当: { 级别: [重大] }", "当: {}"),
        (OFFICE, "当: { 级别: [重大] }", "当:"),
        (OFFICE, "当: { 级别: [重大] }", "当: { 级别: [] }"),
        (OFFICE, "按: 级别", "按:"),
        (OFFICE, "{ 名称: 总数, 计: 条 }", "{ 名称: 总数, 比: [] }"),
        (WEEK, "各级: { 一般: 3 }", "各级: {}"),
        (WEEK, "各级: { 一般: 3 }", "各级:"),
        (WEEK, "隐患: { 条数: 3, 各级: { 一般: 3 } }", "隐患: [{}]"),
    ] {
        assert_eq!(told(text, from, to), empty, "{to}");
    }
    let whole = "\n  隐患: { 条数: 3, 各级: { 一般: 3 } }";
    assert_eq!(told(WEEK, whole, " {}"), ["错误[value-type]: 「台账」里什么也没有写"]);
    assert_eq!(told(WEEK, whole, ""), ["错误[value-type]: 「台账」里什么也没有写"]);
    assert_eq!(told(WEEK, whole, "\n  隐患:"), ["错误[value-type]: 这本台账里什么也没有写"]);
}

#[test]
fn a_full_width_colon_is_told_and_mended() {
    let whole = "  隐患: { 条数: 3, 各级: { 一般: 3 } }\n";
    for (typed, mended) in [
        ("  隐患：3\n", "  隐患: 3\n"),
        ("  { 隐患：3 }\n", "  { 隐患: 3 }\n"),
        ("  隐患:\n    总数：3\n", "  隐患:\n    总数: 3\n"),
        ("  隐患: { 总数：3 }\n", "  隐患: { 总数: 3 }\n"),
        ("  隐患:\n    - 级别：重大\n", "  隐患:\n    - 级别: 重大\n"),
        ("  隐患: [{ 级别：重大 }]\n", "  隐患: [{ 级别: 重大 }]\n"),
    ] {
        let room = room(OFFICE, &WEEK.replace(whole, typed));
        let said = room.run(&["check"]);
        assert!(
            said.stderr.contains("= 改正: 改用半角冒号，后面空一格；zhoubao check --fix 可以替你改"),
            "{}",
            said.stderr
        );
        assert_eq!(room.run(&["check", "--fix"]).status, 0, "{typed}");
        let written = std::fs::read_to_string(room.path("data/局/2026-11-02.yaml")).unwrap();
        assert_eq!(written, WEEK.replace(whole, mended));
    }
}
