//! Tests behind `is`: every one over every kind.

use super::cells::KINDS;
use super::operators::same;

/// Letters as in [`filters`](super::filters): 是 and 否, or that the value is no text (字), no number (数), no whole number
/// (整), nothing to look into (外), nothing at all (无).
#[test]
fn every_test_over_every_kind() {
    // 文字 叙述 件数 零 金额 平均 时长 日期 周期 真假 名单 各项 字段 没有
    let rows = [
        ("string", "是是否否否否否否否否否否否否"),
        ("number", "否否是是是是是否否否否否否否"),
        ("integer", "否否是是是否是否否否否否否否"),
        ("float", "否否否否否是否否否否否否否否"),
        ("bool", "否否否否否否否否否是否否否否"),
        ("array", "否否否否否否否否否否是是否否"),
        ("map", "否否否否否否否否否否否否是否"),
        ("iterable", "是是否否否否否否否否是是是否"),
        ("none", "否否否否否否否否否否否否否是"),
        ("undefined", "否否否否否否否否否否否否否是"),
        ("defined", "是是是是是是是是是是是是是否"),
        ("odd", "数数是否是整是数数数数数数无"),
        ("even", "数数否是否整否数数数数数数无"),
        ("divisible_by(divisor=3)", "数数是是否整否数数数数数数无"),
        ("divisible_by(divisor=0)", "数数零零零整零数数数数数数无"),
        ("starting_with(pat=\"盘\")", "是否字字字字否字字字字字字无"),
        ("ending_with(pat=\"区\")", "是否字字字字否字字字字字字无"),
        ("containing(pat=\"龙\")", "是否外外外外否外里外否组否找"),
        ("containing(pat=\"phone\")", "否否外外外外否外里外否组是找"),
        ("ends_sentence", "否否否否否否否否否字字字字无"),
    ];
    let called = ["文字", "文字", "数", "数", "数", "数", "数", "日期", "周期", "真假", "列表", "列表", "一组字段"];
    let mut bodies = Vec::new();
    let mut wanted = Vec::new();
    for (test, row) in rows {
        for (at, letter) in row.chars().enumerate() {
            for negated in [false, true] {
                let not = if negated { "not " } else { "" };
                bodies.push(format!("{{% if {} is {not}{test} %}}是{{% else %}}否{{% endif %}}", KINDS[at].1));
                let words: String = test.chars().take(24).collect();
                let told = |reason: String| format!("✗「{words}」算不出来：{reason}");
                let kind = called.get(at).copied().unwrap_or_default();
                wanted.push(match letter {
                    '是' | '否' => if (letter == '是') == negated { "否" } else { "是" }.to_owned(),
                    '字' => told(format!("这个值不是文字，是{kind}")),
                    '数' => told(format!("这个值不是数，是{kind}")),
                    '整' => told("这个值不是整数".to_owned()),
                    '零' => told("不能除以 0".to_owned()),
                    '外' => told(format!("{kind}里面不能找东西")),
                    '里' => told(format!("{kind}里没有文字这样的内容可找")),
                    '组' => told("左边是文字，右边是一组字段，不能比较".to_owned()),
                    '找' => told("要在里面找的内容没有".to_owned()),
                    _ => told("前面没有内容".to_owned()),
                });
            }
        }
    }
    same(&bodies, &wanted);
}
