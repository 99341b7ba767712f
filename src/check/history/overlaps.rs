//! No two weeks of an office share a day.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};

pub(super) static TWICE: Rule = Rule {
    code: "week-twice",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "两个文件的周期从同一天开始；累计的，是从同一天累计到同一天。",
    why: "文书按起始日存放，后做的会盖掉先做的。",
    example: "复制上一周的文件，忘了改「周期」",
    fix: "改正写错的一份的「周期」，或者移走多余的文件。",
};

static OVERLAP: Rule = Rule {
    code: "week-overlap",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "两个文件的周期有重叠。",
    why: "同一天的事会报两次，数就多了。",
    example: "上一周止于 2021-01-14，这一周又从 2021-01-14 起",
    fix: "改正写错的「周期」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&TWICE, &OVERLAP], check: Check::History(check) };

const TWICE_HELP: &str = "改正写错的一份的「周期」，或者移走多余的文件；从这天起累计的，在「周期」里写 累计: 是";

/// No two weeks of a series share a day.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    for (before, week) in history.pairs() {
        let (first, ended, start) = (before.period.value.start(), before.period.value.end(), week.period.value.start());
        if first.value == start.value {
            findings.push(
                TWICE
                    .finding(format!("有两个文件的周期都从 {start} 开始，文书会互相覆盖"))
                    .at(start.span.clone(), "这里又是一份")
                    .and_at(first.span.clone(), "已有一份")
                    .help(TWICE_HELP),
            );
        } else if ended.value >= start.value {
            findings.push(
                OVERLAP
                    .finding(format!("周期从 {start} 开始，前一份却到 {ended} 才止，重叠了"))
                    .at(start.span.clone(), "从这天起")
                    .and_at(ended.span.clone(), "前一份到这天止")
                    .help("改正写错的「周期」；周报之外另出月报的，在「文书」的那一种里写「报送周期: 月」"),
            );
        }
    }
}
