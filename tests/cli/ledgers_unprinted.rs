//! What is recorded in columns and ledgers of an office's own and printed in no paper is told, like what is built in.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲市文化市场综合行政执法局
行政区: 甲市
简称: 甲市执法局
自称: 我局
上级: { 名称: 乙省文化和旅游厅, 简称: 省文旅厅, 文内: 省厅 }
周报名称: 执法工作周报
取舍: { 办法: 四舍五入, 小数位: 2 }
投诉平台: [{ 名称: 热线 }]
投诉栏: [{ 名称: 诉求类型, 取值: [投诉, 举报] }, { 名称: 公开, 类型: 是否 }, { 名称: 工单号, 类型: 编号 }]
案件栏: [{ 名称: 案类, 取值: [甲, 乙] }]
台账:
  - 名称: 隐患
    栏:
      - { 名称: 级别, 取值: [重大, 一般] }
      - { 名称: 已改, 类型: 是否 }
      - { 名称: 地点 }
      - { 名称: 罚款, 类型: 金额 }
      - { 名称: 报告人, 类型: 姓名 }
    数:
      - { 名称: 隐患数, 计: 条 }
      - { 名称: 已改数, 计: 条, 当: 已改 }
      - { 名称: 整改率, 比: [已改数, 隐患数] }
      - { 名称: 各级罚款, 求和: 罚款, 按: 级别 }
      - 排查
";

const WEEK: &str = "\
周期: { 起: 2026-11-02, 止: 2026-11-08 }
期号: 44
成文: 2026-11-09
投诉:
  热线:
    - { 被投诉: 甲市蓝鲸酒店, 转办: 甲市执法局, 状态: 办结, 诉求类型: 举报, 公开: 是, 工单号: A-1 }
查处案件:
  - { 对象: 某某酒店, 案由: 无证经营, 案类: 甲 }
台账:
  隐患:
    排查: 4
    明细:
      - { 级别: 重大, 已改: 是, 地点: 东街, 罚款: 5, 报告人: 欧阳明月 }
";

/// What is told to be unprinted where this stands in the office's template, which prints all that is built in.
fn unprinted(text: &str) -> Vec<String> {
    let front = "---\n标题: \"{{ office.weekly_name }}{{ week.issue }}\"\n署名: \"{{ office.name }}\"\n日期: \"{{ week.dated | full_date }}\"\n---\n";
    let built_in = "{{ week.period }}{% for it in complaints.all[0].complaints %}{{ it.respondent }}{{ it.handler }}{% endfor %}\
                    {% for case in cases.items %}{{ case.subject }}{{ case.cause }}{% endfor %}";
    let room = Room::empty()
        .file("data/局/office.yaml", OFFICE)
        .file("data/局/2026-11-02.yaml", WEEK)
        .file("data/局/templates/weekly.md", format!("{front}{built_in}{text}\n"));
    let said = room.run(&["check"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let told = said.stderr.lines().filter_map(|line| line.strip_prefix("建议[unprinted]: 记录里写了"));
    told.filter_map(|told| told.strip_suffix("，没有一份模板印它")).map(str::to_owned).collect()
}

#[test]
fn columns_and_whole_ledgers_are_told() {
    let own = ["「台账」的「隐患」", "「投诉」的「公开」", "「投诉」的「诉求类型」", "「查处案件」的「案类」"];
    assert_eq!(unprinted(""), own);
    let asked = "{% if complaints.all[0].complaints[0].公开 %}公开{% endif %}{{ cases.items[0].案类 }}";
    assert_eq!(unprinted(asked), ["「台账」的「隐患」", "「投诉」的「诉求类型」"]);
}

#[test]
fn a_column_that_a_printed_figure_is_made_of_is_not_missed() {
    let others = "{% for it in complaints.all[0].complaints %}{% if it.公开 %}{{ it.诉求类型 }}{% endif %}{% endfor %}{{ cases.items[0].案类 }}";
    let rest = |text: &str| unprinted(&format!("{others}{text}"));
    let all =
        ["「隐患」的「地点」", "「隐患」的「已改」", "「隐患」的「排查」", "「隐患」的「级别」", "「隐患」的「罚款」"];
    assert_eq!(rest("{{ ledgers.隐患.隐患数 }}"), all);
    assert_eq!(
        rest("{{ ledgers.隐患.整改率 }}{{ ledgers.隐患.排查 }}{{ ledgers.隐患.items[0].地点 }}"),
        ["「隐患」的「级别」", "「隐患」的「罚款」"]
    );
    let parts = "{% for part in ledgers.隐患.各级罚款 %}{{ part.name }}{{ part.value }}{% endfor %}";
    assert_eq!(rest(parts), ["「隐患」的「地点」", "「隐患」的「已改」", "「隐患」的「排查」"]);
    assert_eq!(
        rest(
            "{% for it in all_ledgers %}{% for column in it.columns %}{% if column.name != \"已改\" %}{{ it.items[0][column.name] }}{% endif %}{% endfor %}{{ it.figures[0].value }}{% endfor %}"
        ),
        Vec::<String>::new()
    );
}
