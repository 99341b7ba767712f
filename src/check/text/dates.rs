//! Dates in prose: that they exist, fall on the day of the week that is told, and lie where the week is.

use std::ops::Range;

use crate::record::value::Date;
use chrono::Weekday;

use super::Findings;
use super::line::{DATE, Line};
use super::walk::Kind;
use crate::diagnostic::{Certainty, Fix, Rule, Severity};
use crate::record::office::Office;
use crate::record::week::Week;

pub(in crate::check) static IMPOSSIBLE: Rule = Rule {
    code: "text-date-impossible",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "文字里不存在的日期，例如 2月30日、13月5日。",
    why: "没有这一天，一定写错了。",
    example: "2月30日收到",
    fix: "核对日期。",
};

pub(in crate::check) static WEEKDAY: Rule = Rule {
    code: "text-weekday",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "日期后面写的星期与日历不符。",
    why: "日期和星期总有一个是错的。",
    example: "3月8日（星期二）",
    fix: "照日历核对是日期错了还是星期错了。",
};

pub(in crate::check) static AFTER_WEEK: Rule = Rule {
    code: "text-date-after",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "讲已经做了什么的文字里，日期在这一周结束之后。说将要、计划、截止的不算。",
    why: "周报讲这一周的事；还没有到的日子，多半是月或日打错了。",
    example: "1月31日与投诉人取得联系",
    fix: "核对日期；确实在周期之后，写在「认可」里。",
};

pub(in crate::check) static FAR: Rule = Rule {
    code: "text-date-far",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "讲办理经过的文字里，日期比这一周早 31 天以上。",
    why: "办理的经过多在这几周；太早的可能是月份打错了。",
    example: "8月12日与投诉人取得联系",
    fix: "核对日期；确实是那一天就不用改。",
};

pub(in crate::check) static REVERSED: Rule = Rule {
    code: "text-period-reversed",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "起止日期里，止比起早。",
    why: "起和止写反了，或者有一个错了。",
    example: "1月14日—8日",
    fix: "核对起止两个日期。",
};

pub(in crate::check) static YEAR: Rule = Rule {
    code: "text-year",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里的日期月、日都在这一周，年份却不是今年；与去年比较的不算。不是年初、也不是讲本中心怎样办理的，只作建议。",
    why: "跨年以后最容易写成上一年。",
    example: "2020年1月12日（周期在 2021 年）",
    fix: "核对年份。",
};

pub(in crate::check) static SHORT_YEAR: Rule = Rule {
    code: "text-year-short",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "年份只写两位，例如 21年1月12日。",
    why: "GB/T 15835：公文的年份写全四位。",
    example: "21年1月12日",
    fix: "写成 2021年1月12日。",
};

pub(in crate::check) static SPOKEN: Rule = Rule {
    code: "text-date-spoken",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "日期写成口语的「号」，例如 3月9号。",
    why: "公文里的日期写「日」；一处「号」一处「日」更显得没有核过。",
    example: "3月9号",
    fix: "改成「日」。",
};

/// A date as it is written.
struct Written {
    /// Its characters.
    cells: Range<usize>,
    year: Option<i16>,
    month: i8,
    day: i8,
    date: Date,
}

pub(super) fn dates(office: &Office, week: &Week, kind: Kind, line: &Line, findings: &mut Findings) {
    let (start, end) = (week.period.start().value, week.period.end().value);
    let written = read(line, start, findings);
    for date in &written {
        weekday(line, date, findings);
        deadline_word(line, date, findings);
        let titled = is_in_title(line, date.cells.start);
        if !titled {
            spoken(line, date, findings);
        }
        if titled || !kind.is_past() {
            continue;
        }
        let sentence = line.sentence(date.cells.start);
        if let Some(right) = mistyped_year(line, date, start, end, &sentence) {
            let sure = is_of_the_week(office, line, date, right, start, &sentence)
                || is_told_elsewhere(&written, date, start, end);
            year(line, date, right, sure, findings);
        } else if date.date > end && !is_future(line, date, &sentence) {
            let place = line.place(date.cells.clone());
            findings.push(
                AFTER_WEEK
                    .finding(format!("「{}」在这一周结束之后", line.text(date.cells.clone())))
                    .at(place, "还没有到这一天")
                    .and_at(week.period.end().span.clone(), "这一周到这一天为止")
                    .help("核对月和日；确实在周期之后，写在「认可」里"),
            );
        } else if kind == Kind::Story && is_far(date.date, start) && !is_history(line, &sentence) {
            let place = line.place(date.cells.clone());
            findings.push(
                FAR.finding(format!("「{}」比这一周早一个多月", line.text(date.cells.clone())))
                    .at(place, "是这一天吗？")
                    .and_at(week.period.start().span.clone(), "这一周从这一天起")
                    .help("核对月份；确实是那一天就不用改"),
            );
        }
    }
    for pair in written.windows(2) {
        reversed(line, &pair[0], &pair[1], findings);
    }
}

fn year(line: &Line, date: &Written, right: i16, sure: bool, findings: &mut Findings) {
    let place = line.place(date.cells.clone());
    let text = line.text(date.cells.clone());
    let wanted = date.year.map_or_else(String::new, |year| text.replacen(&year.to_string(), &right.to_string(), 1));
    let mut finding = YEAR.finding(format!("「{text}」的月、日在这一周，年份却不是")).at(place.clone(), "");
    if sure {
        finding = finding.help(format!("多半是「{wanted}」")).fix(Fix::replace(Certainty::Likely, place, wanted));
    } else {
        finding.severity = Severity::Advice;
        finding = finding.help("核对年份；确实是那一年就不用改");
    }
    findings.push(finding);
}

/// Whether a date of another year was surely this week's: typed by habit in the first weeks of January, or the day on
/// which the office itself is said to have done something.
fn is_of_the_week(
    office: &Office,
    line: &Line,
    date: &Written,
    right: i16,
    start: Date,
    sentence: &Range<usize>,
) -> bool {
    const OLDER: [&str; 18] = [
        "施行",
        "实施",
        "修订",
        "颁布",
        "成立",
        "生效",
        "发布",
        "印发",
        "以来",
        "签订",
        "购买",
        "注册",
        "登记",
        "有效期",
        "曾",
        "过",
        "自",
        "挂牌",
    ];
    const OWN: [&str; 5] = ["我中心", "本中心", "我区", "本周", "工作人员"];
    const DONE: [&str; 14] = [
        "收到", "接到", "受理", "开展", "上报", "核实", "联系", "回访", "转办", "办结", "检查", "约谈", "调解", "组织",
    ];
    let text = line.text(sentence.clone());
    if date.year.is_none_or(|year| year.abs_diff(right) != 1) || OLDER.iter().any(|word| text.contains(word)) {
        return false;
    }
    let january = start.month() == 1 && start.day() <= 21 && date.year == Some(right - 1);
    let own = [office.self_name.value.as_str(), office.short.value.as_str()];
    let own = OWN.into_iter().chain(own).filter(|word| !word.is_empty()).any(|word| text.contains(word));
    let mut behind = date.cells.end;
    while let Some(word) = line.starts_any(behind, &["，", "上午", "下午", "，", "再次", "与", "及时", "依法"])
    {
        behind += word.chars().count();
    }
    let opens =
        line.clause(date.cells.start).start == date.cells.start || line.ends_any(date.cells.start, &["于", "在"]);
    january || own && DONE.iter().any(|word| text.contains(word)) || opens && line.starts_any(behind, &DONE).is_some()
}

/// Whether the same paragraph tells the day with its right year too.
fn is_told_elsewhere(written: &[Written], date: &Written, start: Date, end: Date) -> bool {
    let same = |other: &&Written| other.month == date.month && other.day == date.day && other.year != date.year;
    written.iter().filter(same).any(|other| other.year.is_some() && (start..=end).contains(&other.date))
}

/// The dates of a line; those that do not exist become findings.
fn read(line: &Line, start: Date, findings: &mut Findings) -> Vec<Written> {
    let mut dates: Vec<Written> = Vec::new();
    let mut next = 0;
    while next < line.len() {
        let at = next;
        next += 1;
        if line.c(at) == DATE {
            if let Some(date) = Date::from_iso(line.text(at..at + 1).trim_matches(['{', '}'])) {
                let (year, month, day) = (Some(date.year()), date.month(), date.day());
                dates.push(Written { cells: at..at + 1, year, month, day, date });
            } else {
                impossible(line, at..at + 1, "这一天不存在", findings);
            }
        } else if line.c(at).is_ascii_digit() {
            let end = line.digits_end(at);
            next = end;
            if matches!(line.before(at), '.' | '-' | '/') || line.before(at).is_ascii_alphabetic() {
                continue;
            }
            let Some((cells, year, month, day, inherited)) = numbers(line, at, end, &dates) else { continue };
            next = cells.end;
            let following =
                dates.last().filter(|before| year.is_none() && !inherited && connects(line, before.cells.end..at));
            let meant =
                following.and_then(|before| after(before, month, day)).or_else(|| exact(year, month, day, start));
            match meant {
                Some(date) => {
                    let (month, day) = (date.month(), date.day());
                    short_year(line, &cells, findings);
                    dates.push(Written { cells, year, month, day, date });
                }
                None if (1..=12).contains(&month) => impossible(line, cells, "这个月没有这一天", findings),
                None => impossible(line, cells, "一年只有 12 个月", findings),
            }
        }
    }
    dates
}

type Parts = (Range<usize>, Option<i16>, u32, u32, bool);

/// The parts of a date that begins with the digits `at..end`.
fn numbers(line: &Line, at: usize, end: usize, dates: &[Written]) -> Option<Parts> {
    let mut month_at = at;
    let mut month_end = end;
    let mut year = None;
    if line.c(end) == '年' && matches!(end - at, 2 | 4) {
        let digits = line.number(at..end)?;
        year = i16::try_from(if end - at == 2 { 2000 + digits } else { digits }).ok();
        (month_at, month_end) = (end + 1, line.digits_end(end + 1));
    } else if end - at == 4 && matches!(line.c(end), '-' | '.' | '/') {
        let separator = line.c(end);
        let (from, to) = (end + 1, line.digits_end(end + 1));
        let day_end = line.digits_end(to + 1);
        let fits = |range: Range<usize>| matches!(range.len(), 1 | 2);
        if line.c(to) != separator || !fits(from..to) || !fits(to + 1..day_end) || line.c(day_end) == separator {
            return None;
        }
        let typed = i16::try_from(line.number(at..end)?).ok().filter(|year| (1990..=2099).contains(year))?;
        return Some((at..day_end, Some(typed), line.number(from..to)?, line.number(to + 1..day_end)?, false));
    }
    if !matches!(month_end - month_at, 1 | 2) {
        return None;
    }
    if line.c(month_end) == '月' {
        let day_end = line.digits_end(month_end + 1);
        if !matches!(day_end - month_end - 1, 1 | 2) || !matches!(line.c(day_end), '日' | '号') {
            let alone =
                year.is_some() || line.starts_any(month_end + 1, &["份", "底", "初", "中旬", "上旬", "下旬"]).is_some();
            let month = line.number(month_at..month_end)?;
            // A month alone matters only where there is no such month.
            return (alone && !(1..=12).contains(&month)).then_some((at..month_end + 1, year, month, 1, false));
        }
        let (month, day) = (line.number(month_at..month_end)?, line.number(month_end + 1..day_end)?);
        return Some((at..day_end + 1, year, month, day, false));
    }
    // The end of a period: 1月8日—14日.
    let before =
        dates.last().filter(|before| year.is_none() && line.c(end) == '日' && connects(line, before.cells.end..at))?;
    Some((at..end + 1, before.year, u32::try_from(before.month).ok()?, line.number(at..end)?, true))
}

/// Whether what stands between two dates makes a period of them.
fn connects(line: &Line, between: Range<usize>) -> bool {
    matches!(line.text(between), "—" | "－" | "-" | "~" | "～" | "至" | "到" | "–" | "——" | "一")
}

/// The day that is meant: without a year, the nearest to the week; `None` if there is no such day.
fn exact(year: Option<i16>, month: u32, day: u32, start: Date) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    if let Some(year) = year {
        return Date::from_parts(year, month, day);
    }
    let distance = |date: Date| start.days_until(date);
    let years = [start.year(), start.year() - 1, start.year() + 1];
    let near: Vec<Date> = years.into_iter().filter_map(|year| Date::from_parts(year, month, day)).collect();
    let near = if month == 2 && day == 29 {
        // Taken from the year that the first of the month is nearest in.
        let first = exact(None, 2, 28, start)?;
        vec![Date::from_parts(first.year(), 2, 29)?]
    } else {
        near
    };
    // What lies months ahead was rather in the year before.
    near.into_iter().filter(|date| distance(*date) <= 120).min_by_key(|date| distance(*date).abs())
}

/// The end, without a year, of a period that begins with `before`: the next such day, unless that is most of a year on.
fn after(before: &Written, month: u32, day: u32) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let same = Date::from_parts(before.date.year(), month, day)?;
    let next = Date::from_parts(before.date.year() + 1, month, day);
    let next = next.filter(|next| same < before.date && before.date.days_until(*next) < 270);
    Some(next.unwrap_or(same))
}

fn impossible(line: &Line, cells: Range<usize>, label: &str, findings: &mut Findings) {
    let text = line.text(cells.clone());
    findings.push(IMPOSSIBLE.finding(format!("日期「{text}」不存在")).at(line.place(cells), label).help("核对月和日"));
}

fn short_year(line: &Line, cells: &Range<usize>, findings: &mut Findings) {
    let end = line.digits_end(cells.start);
    if end - cells.start == 2 && line.c(end) == '年' {
        let place = line.place(cells.start..end + 1);
        let wanted = format!("20{}", line.text(cells.start..end + 1));
        findings.push(
            SHORT_YEAR
                .finding("年份只写了两位")
                .at(place.clone(), "")
                .help(format!("写成「{wanted}」"))
                .fix(Fix::replace(Certainty::Likely, place, wanted)),
        );
    }
}

/// 截止1月8日 is said where 截至 is meant: up to a day, not closed on it.
fn deadline_word(line: &Line, date: &Written, findings: &mut Findings) {
    let at = date.cells.start;
    let opens_clause = at >= 2 && (at == 2 || matches!(line.c(at - 3), '，' | '。' | '；' | '：' | '（'));
    if opens_clause && line.ends(at, "截止") && !line.starts(date.cells.end, "前") {
        let place = line.place(at - 2..at);
        findings.push(
            super::words::CONFUSED
                .finding("「截止」后面接日期，应写「截至」")
                .at(place.clone(), "")
                .help("改为「截至」")
                .fix(Fix::replace(Certainty::Likely, place, "截至")),
        );
    }
}

fn spoken(line: &Line, date: &Written, findings: &mut Findings) {
    let last = date.cells.end.saturating_sub(1);
    if line.c(last) == '号' {
        let place = line.place(last..last + 1);
        findings.push(SPOKEN.finding("日期写成了「号」").at(place.clone(), "").help("改成「日」").fix(Fix::replace(
            Certainty::Likely,
            place,
            "日",
        )));
    }
}

fn weekday(line: &Line, date: &Written, findings: &mut Findings) {
    const DAYS: [(char, Weekday); 8] = [
        ('一', Weekday::Mon),
        ('二', Weekday::Tue),
        ('三', Weekday::Wed),
        ('四', Weekday::Thu),
        ('五', Weekday::Fri),
        ('六', Weekday::Sat),
        ('日', Weekday::Sun),
        ('天', Weekday::Sun),
    ];
    let name = |wanted: Weekday| DAYS.iter().find(|(_, day)| *day == wanted).map_or('？', |(name, _)| *name);
    let from = date.cells.end + usize::from(matches!(line.c(date.cells.end), '（' | '(' | '，'));
    let Some(word) = line.starts_any(from, &["星期", "礼拜", "周"]) else { return };
    let at = from + word.chars().count();
    let Some((typed, told)) = DAYS.iter().find(|(name, _)| *name == line.c(at)) else { return };
    // 周一至周五 and 周日报 tell of no single day.
    if matches!(line.c(at + 1), '至' | '到' | '—' | '报' | '、') || *told == date.date.weekday() {
        return;
    }
    let right = name(date.date.weekday());
    let wanted = format!("{word}{right}");
    let place = line.place(from..at + 1);
    findings.push(
        WEEKDAY
            .finding(format!("「{}」是{wanted}，不是{word}{typed}", line.text(date.cells.clone())))
            .at(place.clone(), format!("日历上是{wanted}"))
            .and_at(line.place(date.cells.clone()), "这一天")
            .help(format!("日期没有错，就改成「{wanted}」"))
            .fix(Fix::replace(Certainty::Likely, place, wanted)),
    );
}

fn reversed(line: &Line, first: &Written, second: &Written, findings: &mut Findings) {
    if !connects(line, first.cells.end..second.cells.start) || second.date >= first.date {
        return;
    }
    let place = line.place(first.cells.start..second.cells.end);
    findings.push(
        REVERSED
            .finding(format!("「{}」止比起早", line.text(first.cells.start..second.cells.end)))
            .at(place, "起止写反了？")
            .help("核对起止两个日期"),
    );
}

/// The year that was meant, where only the year keeps a date from lying in the week.
fn mistyped_year(line: &Line, date: &Written, start: Date, end: Date, sentence: &Range<usize>) -> Option<i16> {
    const COMPARED: [&str; 9] = ["去年", "同期", "同比", "上年", "往年", "前年", "相比", "较", "年前"];
    let typed = date.year?;
    let text = line.text(sentence.clone());
    if (start..=end).contains(&date.date) || COMPARED.iter().any(|word| text.contains(word)) {
        return None;
    }
    let years = [start.year(), end.year()];
    years.into_iter().find(|year| {
        *year != typed
            && Date::from_parts(*year, date.month, date.day).is_some_and(|date| (start..=end).contains(&date))
    })
}

/// Whether a sentence speaks of a day to come.
fn is_future(line: &Line, date: &Written, sentence: &Range<usize>) -> bool {
    const BEFORE: [&str; 47] = [
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
    const ANYWHERE: [&str; 8] = ["放假", "调休", "补班", "正常上班", "返程", "航班", "行程", "车票"];
    const BEHIND: [&str; 12] =
        ["前", "之前", "以前", "起", "止", "到期", "截止", "截至", "出发", "入住", "开始执行", "的"];
    let before = line.text(sentence.start..date.cells.start);
    let ends = ["至", "到", "—", "－", "～", "~"];
    // 清明节（4月5日）前.
    let behind = date.cells.end + usize::from(matches!(line.c(date.cells.end), '）' | ')'));
    line.starts_any(behind, &BEHIND).is_some()
        || ANYWHERE.iter().any(|word| line.text(sentence.clone()).contains(word))
        || BEFORE.iter().any(|word| before.contains(word))
        || line.ends_any(date.cells.start, &ends)
        || line.starts_any(date.cells.end, &ends).is_some()
}

/// Whether a sentence speaks of rules, contracts and the like, which are older.
fn is_history(line: &Line, sentence: &Range<usize>) -> bool {
    const WORDS: [&str; 12] =
        ["施行", "实施", "修订", "颁布", "成立", "生效", "发布", "以来", "签订", "购买", "注册", "登记"];
    let text = line.text(sentence.clone());
    WORDS.iter().any(|word| text.contains(word))
}

fn is_far(date: Date, start: Date) -> bool {
    date.days_until(start) > 31
}

/// Whether a place is inside of 《》.
fn is_in_title(line: &Line, at: usize) -> bool {
    let before = line.text(0..at);
    before.rfind('《').is_some_and(|open| before.rfind('》').is_none_or(|close| close < open))
}
