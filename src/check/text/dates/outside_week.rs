//! Dates that lie after the week, or long before it.

use super::mistyped_year::mistyped_year;
use super::written::WrittenDate;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::check::text::walk::Kind;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static AFTER_WEEK: Rule = Rule {
    code: "text-date-after",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "讲已经做了什么的文字里，日期在这一周结束之后。说将要、计划、截止的不算。",
    why: "周报讲这一周的事；还没有到的日子，多半是月或日打错了。",
    example: "1月31日与投诉人取得联系",
    fix: "核对日期；确实在周期之后，写在「认可」里。",
};

static FAR: Rule = Rule {
    code: "text-date-far",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "讲办理经过的文字里，日期比这一周早 31 天以上。",
    why: "办理的经过多在这几周；太早的可能是月份打错了。",
    example: "8月12日与投诉人取得联系",
    fix: "核对日期；确实是那一天就不用改。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&AFTER_WEEK, &FAR], check: Check::Text(check) };

/// From so many days before the week on, a date is perhaps of another month.
const LONG_BEFORE: i64 = 31;

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { text, line, week: Some(week), .. } = passage else { return };
    if !text.kind.is_past() {
        return;
    }
    let week = week.view.week;
    let (start, end, unit) = (week.period.value.start(), week.period.value.end(), week.period.value.unit());
    for date in &passage.dates().dates {
        if date.is_in_title(line) || mistyped_year(line, date, week).is_some() {
            continue;
        }
        let typed = line.text(date.cells.clone());
        if date.date > end.value && !is_to_come(line, date) {
            findings.push(
                AFTER_WEEK
                    .finding(format!("「{typed}」在这{unit}结束之后"))
                    .at(line.place(date.cells.clone()), "还没有到这一天")
                    .and_at(end.span.clone(), format!("这{unit}到这一天为止"))
                    .help("核对月和日；确实在周期之后，写在「认可」里"),
            );
        } else if text.kind == Kind::Story
            && date.date.days_until(start.value) > LONG_BEFORE
            && !is_of_something_older(line, date)
        {
            findings.push(
                FAR.finding(format!("「{typed}」比这{unit}早一个多月"))
                    .at(line.place(date.cells.clone()), "是这一天吗？")
                    .and_at(start.span.clone(), format!("这{unit}从这一天起"))
                    .help("核对月份；确实是那一天就不用改"),
            );
        }
    }
}

/// Words before a day to come.
const BEFORE_WHAT_COMES: [&str; 47] = [
    "将",
    "拟",
    "计划",
    "预计",
    "定于",
    "截至",
    "截止",
    "期限",
    "有效期",
    "下周",
    "届时",
    "准备",
    "安排",
    "预约",
    "预订",
    "预定",
    "原定",
    "推迟",
    "延期",
    "改签",
    "改至",
    "顺延",
    "到期",
    "出行",
    "出发",
    "入住",
    "行程",
    "最迟",
    "最晚",
    "务必",
    "须",
    "应于",
    "应在",
    "之前",
    "限",
    "约定",
    "承诺",
    "要求",
    "答应",
    "保证",
    "商定",
    "订购",
    "购买",
    "订了",
    "购票",
    "报名",
    "余票",
];

/// Words of sentences in which days are to come wherever they stand.
const ANYWHERE: [&str; 8] = ["放假", "调休", "补班", "正常上班", "返程", "航班", "行程", "车票"];

/// Words behind a day to come.
const BEHIND: [&str; 12] = ["前", "之前", "以前", "起", "止", "到期", "截止", "截至", "出发", "入住", "开始执行", "的"];

/// What joins a day to come with another day.
const TO: [&str; 6] = ["至", "到", "—", "－", "～", "~"];

/// Whether a sentence speaks of a day to come.
fn is_to_come(line: &Line, date: &WrittenDate) -> bool {
    let sentence = line.sentence(date.cells.start);
    let before = line.text(sentence.start..date.cells.start);
    // 清明节（4月5日）前.
    let behind = date.cells.end + usize::from(matches!(line.c(date.cells.end), '）' | ')'));
    line.starts_any(behind, &BEHIND).is_some()
        || ANYWHERE.iter().any(|word| line.text(sentence.clone()).contains(word))
        || BEFORE_WHAT_COMES.iter().any(|word| before.contains(word))
        || line.ends_any(date.cells.start, &TO)
        || line.starts_any(date.cells.end, &TO).is_some()
}

/// Whether a sentence speaks of rules, contracts and the like, which are older.
fn is_of_something_older(line: &Line, date: &WrittenDate) -> bool {
    const WORDS: [&str; 12] =
        ["施行", "实施", "修订", "颁布", "成立", "生效", "发布", "以来", "签订", "购买", "注册", "登记"];
    let sentence = line.text(line.sentence(date.cells.start));
    WORDS.iter().any(|word| sentence.contains(word))
}
