//! The places of a week's file at which a form stands, each in a week of its own.

use super::forms::Form;

/// What a place is called, what of the week is replaced, and with what; V is the form. What is not there is added at the
/// end.
pub const PLACES: [(&str, &str, &str); 40] = [
    ("nowhere else", "", ""),
    ("source", "来源: 人民网", "来源: V"),
    ("respondent", "被投诉: 花之城雪山神话", "被投诉: V"),
    ("claim", "有网民反映", "有网民V反映"),
    ("claim in brackets", "有网民反映", "有网民（V）反映，电话V，"),
    ("verification", "已核实", "与V核实,与投诉人V核实"),
    ("handling", "已处理", "已与V处理，已处理处理"),
    ("long line", "已处理", "LONGV，LONGV处理"),
    ("wrapped", "已处理", "LONGV\n      处理V，"),
    ("next", "继续关注", "继续关注V"),
    ("comment line", "期号:", "# V\n期号:"),
    ("comment behind", "来源: 人民网", "来源: 人民网 # V"),
    ("comment of a person", "期号:", "# 投诉人: V\n期号:"),
    ("lost words", "继续关注", "继续关注 #V"),
    ("notice number", "编号: 6", "编号: V"),
    ("date", "收到: START", "收到: V"),
    ("date of the week", "成文: END", "成文: V"),
    ("issue", "期号: ISSUE", "期号: V"),
    ("document number", "文号: ISSUE", "文号: V"),
    ("period", "起: START", "起: V"),
    ("number", "出动人次: 0", "出动人次: V"),
    ("sum", "金额: 0", "金额: V"),
    ("unknown key", "", "备注: V"),
    ("a key itself", "", "V: 备注"),
    ("a key twice", "", "备注: V\n备注: V"),
    ("reason", "", "认可:\n  - { 规则: text-comma, 内容: 甲, 理由: 与V核对过 }"),
    ("acknowledged content", "", "认可:\n  - { 规则: text-comma, 内容: V, 理由: 照录 }"),
    ("acknowledged rule", "", "认可:\n  - { 规则: V, 内容: 甲, 理由: 照录 }"),
    ("reception", "", "现场受理:\n  - { 单位: V, 日期: START, 人数: 3, 情况: 游客V来电 }"),
    ("reception's number", "", "现场受理:\n  - { 单位: 游客中心, 日期: START, 人数: V, 情况: 来电 }"),
    (
        "assessment",
        "",
        "考核评定:\n  - { 收到: START, 来文单位: V, 来文: 关于V的通知, 办理: 已办, 反馈: START, 反馈单位: V }",
    ),
    ("complaint", "数字旅游平台: []", "数字旅游平台: [{ 编号: V, 被投诉: V, 转办: V, 状态: V, 办结时长: V }]"),
    ("broken quote", "", "下一步: \"V"),
    ("broken bracket", "", "下一步: { V"),
    ("broken tab", "", "下一步:\n\t- V"),
    ("broken indent", "", "下一步: 甲\n   V: 乙\n  丙: V"),
    ("list where none may be", "继续关注", "[V, V]"),
    ("tag", "继续关注", "!V V"),
    ("alias", "继续关注", "*V"),
    ("control", "继续关注", "\u{7}V\u{1b}[31mV"),
];

/// The weeks' files, each with the form at one place.
pub fn weeks(form: &Form) -> Vec<(String, String)> {
    let first = chrono::NaiveDate::from_ymd_opt(2021, 1, 1).unwrap();
    let mut weeks = Vec::new();
    for (at, (_, old, new)) in PLACES.iter().enumerate() {
        let start = first + chrono::Days::new(7 * at as u64);
        let end = start + chrono::Days::new(6);
        let (start, end, issue) = (start.to_string(), end.to_string(), (at + 1).to_string());
        let person = form.person.trim_end().replace('\n', "\n    ");
        let week = format!("{}{}", crate::program::quiet_week("START", "END", u32::try_from(at + 1).unwrap()), NOTICE);
        let week = week.replace(&format!("期号: {issue}\n"), "期号: ISSUE\n").replace("PERSON", &person);
        let week = if old.is_empty() { format!("{week}{new}\n") } else { week.replacen(old, new, 1) };
        assert!(new.is_empty() || week.contains(new), "{old}");
        let week = week.replace("ISSUE", &issue).replace("START", &start).replace("END", &end);
        let long = "督促商家依法依约提供服务".repeat(15);
        // A line is cut behind 200 characters: the form stands across that place.
        let week = week.replace("LONG", &long).replace('V', &form.typed);
        weeks.push((format!("data/panlong/2021/{start}.yaml"), week));
    }
    weeks
}

const NOTICE: &str = "\
通报单:
  - 编号: 6
    收到: START
    来源: 人民网
    PERSON
    被投诉: 花之城雪山神话
    反映: 有网民反映花之城雪山神话。
    核实: 已核实
    处理: 已处理
    上报: END
    文号: ISSUE
    下一步: 继续关注
";
