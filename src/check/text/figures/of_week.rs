//! What the week's records come to, figure by figure, with the words by which sections say it.

use rust_decimal::Decimal;

use super::figure::{Scope, Value, WeekFigure};
use crate::metrics::Metrics;
use crate::record::office::Office;
use crate::record::value::ApproximateCount;
use crate::record::week::Week;
use crate::source::{Span, Spanned};

/// The figures that sections may state of the week.
pub fn figures_of_week<'a>(office: &'a Office, week: &'a Week) -> Vec<WeekFigure<'a>> {
    let metrics = Metrics::for_week(office, week);
    let mut figures = Vec::new();
    if week.complaints.span.is_some() {
        complaints(&metrics, week, &mut figures);
        times(&metrics, &mut figures);
    }
    returns(&metrics, &mut figures);
    cases(&metrics, week, &mut figures);
    notices(week, &mut figures);
    receptions(week, &mut figures);
    for (name, value) in week.inspections.iter() {
        figures.extend(value.now().and_then(|now| inspection(office, week, name, now)));
    }
    figures
}

/// What is said of complaints before their number.
const COMPLAINTS: &[&str] =
    &["涉旅投诉", "旅游投诉", "投诉", "游客投诉", "涉旅投诉件", "投诉件", "各类投诉", "各类涉旅投诉"];

/// What is said of complaints before their number where a platform is named before them.
const PLATFORMS_COMPLAINTS: &[&str] = &[
    "收到投诉",
    "受理投诉",
    "接到投诉",
    "收到涉旅投诉",
    "受理涉旅投诉",
    "接到涉旅投诉",
    "涉旅投诉件",
    "投诉件",
    "投诉",
    "共受理投诉",
    "共收到投诉",
];

/// Besides the period's own words: what says that a number is the whole period's.
const SUMMED_UP: [&str; 3] = ["共", "合计", "总计"];

fn complaints<'a>(metrics: &Metrics<'a>, week: &Week, figures: &mut Vec<WeekFigure<'a>>) {
    let own = week.period.value.days().own_words();
    let of_the_week = || [own, &SUMMED_UP].concat();
    let unit = week.period.value.unit();
    let complaints = &metrics.complaints;
    let measures = &["件", "宗", "起"];
    for tally in &complaints.platforms {
        let names = std::iter::once(&tally.platform.name).chain(&tally.platform.full);
        let lead = names.map(|name| name.value.as_str()).collect();
        let (count, from) = (count(tally.count.value), &tally.count.from);
        let figure = WeekFigure::new("这个平台的投诉件数", count, from, PLATFORMS_COMPLAINTS, measures);
        figures.push(WeekFigure { lead, scope: Scope::Platform, ..figure });
    }
    let total = &complaints.total;
    let figure = WeekFigure::new(format!("这{unit}的投诉件数"), count(total.value), &total.from, COMPLAINTS, measures);
    let lead = vec!["受理", "接到", "收到", "处理", "接", "收"];
    figures.push(WeekFigure { lead, context: of_the_week(), ..figure });
    let valid = &complaints.valid;
    let before = &["有效投诉件", "有效投诉"];
    figures.push(WeekFigure::new("有效投诉件数", count(valid.value), &valid.from, before, &["件"]));
    if let Some(closed) = &complaints.closed {
        let before = &["办结投诉", "办结涉旅投诉", "投诉办结", "办结投诉件"];
        let figure = WeekFigure::new("办结的投诉件数", count(closed.value), &closed.from, before, &["件"]);
        figures.push(WeekFigure { context: of_the_week(), ..figure });
    }
}

fn times<'a>(metrics: &Metrics<'a>, figures: &mut Vec<WeekFigure<'a>>) {
    if let Some(mean) = &metrics.complaints.mean_minutes {
        let before = &["平均办结时长", "平均办结时长为", "平均办结时长是", "平均时长", "平均时长为"];
        let figure =
            WeekFigure::new("平均办结时长", Value::Text(mean.value.to_string()), &mean.from, before, &["分钟"]);
        figures.push(WeekFigure { context: vec!["办结"], scope: Scope::Timed, ..figure });
    }
    if let Some(all) = &metrics.complaints.total_time {
        let before = &["办结总时长", "办结总时长为", "总办结时长", "总办结时长为"];
        let figure = WeekFigure::new("办结总时长", Value::Time(all.value), &all.from, before, &["小时", "分钟"]);
        figures.push(WeekFigure { scope: Scope::Timed, ..figure });
    }
}

fn returns(metrics: &Metrics, figures: &mut Vec<WeekFigure>) {
    let Some(returns) = &metrics.returns else { return };
    let before = &["退换货件", "退换货", "退换货申请", "退换货投诉", "退换货诉求", "退换货共", "退换货合计"];
    let (count, from) = (Value::Count(returns.count.value), &returns.count.from);
    figures.push(WeekFigure::new("退换货件数", count, from, before, &["件", "起", "宗"]));
    let before = &[
        "退货金额",
        "退货金额合计",
        "退货金额共计",
        "退货金额为",
        "退换货金额",
        "退换货金额合计",
        "退货总金额",
        "退货总金额为",
    ];
    let amount = Value::Text(returns.amount.value.to_string());
    figures.push(WeekFigure::new("退货金额", amount, &returns.amount.from, before, &["元"]));
    let parts: [(_, _, &[&str]); 3] = [
        ("退换货里满意的件数", &returns.satisfied, &["满意", "表示满意", "游客满意"]),
        ("退换货里撤销的件数", &returns.withdrawn, &["撤销", "撤诉", "游客撤销"]),
        ("退换货里推诿诱导的件数", &returns.evasions, &["推诿诱导", "推诿、诱导"]),
    ];
    for (what, part, before) in parts {
        let figure = WeekFigure::new(what, Value::Count(part.value), &part.from, before, &["件"]);
        figures.push(WeekFigure { context: vec!["退换货"], scope: Scope::Part, ..figure });
    }
}

fn cases(metrics: &Metrics, week: &Week, figures: &mut Vec<WeekFigure>) {
    let cases = metrics.cases.as_ref();
    let from: Vec<Span> = cases.iter().flat_map(|cases| &cases.count.from).map(Span::first_line).collect();
    let number = Value::Count(cases.map_or(0, |cases| cases.count.value));
    let before = &["查处案件", "查处涉旅案件", "查处违法案件", "查处涉旅违法案件", "查处各类案件", "查处旅游案件"];
    figures.push(WeekFigure::new("查处案件数", number, &from, before, &["起", "件", "宗"]));
    let fines: Vec<_> = week.listed_cases().filter_map(|case| case.fine.as_ref()).collect();
    let sum = fines.iter().try_fold(Decimal::ZERO, |sum, fine| sum.checked_add(fine.value.amount()));
    if let Some(sum) = sum.filter(|_| !fines.is_empty()) {
        let from: Vec<Span> = fines.iter().map(|fine| fine.span.clone()).collect();
        let before = &["罚款", "罚款总额", "罚款总计"];
        let what = format!("这{}的罚款", week.period.value.unit());
        let figure = WeekFigure::new(what, Value::Text(sum.to_string()), &from, before, &["元"]);
        let context = vec!["罚款合计", "罚款共", "罚款总", "共罚款", "共计罚款", "合计罚款"];
        figures.push(WeekFigure { context, ..figure });
    }
}

fn notices(week: &Week, figures: &mut Vec<WeekFigure>) {
    let Some(notices) = week.notices.written() else { return };
    let from: Vec<Span> = notices.iter().map(|notice| notice.number.span.clone()).collect();
    let before = &["通报单", "涉旅信息通报单", "《涉旅信息通报单》"];
    let what = format!("这{}的通报单份数", week.period.value.unit());
    let figure = WeekFigure::new(what, count(notices.len()), &from, before, &["份", "件"]);
    let lead = vec!["收到", "办理", "处理", "接到", "办结", "回复"];
    figures.push(WeekFigure { lead, context: [week.period.value.days().own_words(), &["共"]].concat(), ..figure });
}

fn receptions(week: &Week, figures: &mut Vec<WeekFigure>) {
    let Some(receptions) = week.receptions.written() else { return };
    let persons = receptions.iter().map(|reception| reception.persons.value).fold(0, u32::saturating_add);
    let from: Vec<Span> = receptions.iter().map(|reception| reception.persons.span.clone()).collect();
    let before = &["现场受理", "现场受理游客", "现场接待", "现场接待游客"];
    let figure = WeekFigure::new("现场受理的人数", Value::Count(persons), &from, before, &["名", "人"]);
    figures.push(WeekFigure { context: [week.period.value.days().own_words(), &["共"]].concat(), ..figure });
}

/// What stands before a number of officers sent out.
const OFFICERS: &[&str] = &["出动执法人员", "出动工作人员", "出动相关职能部门执法人员", "出动"];

/// What stands before a number of businesses visited.
const BUSINESSES: &[&str] = &[
    "检查",
    "检查旅行社",
    "检查企业",
    "检查涉旅企业",
    "检查经营单位",
    "检查涉旅经营单位",
    "检查商户",
    "检查涉旅商户",
    "检查市场主体",
    "检查涉旅场所",
];

/// A figure of an inspection; `None` where it is unknown by which words sections would say it.
fn inspection<'a>(
    office: &'a Office,
    week: &Week,
    name: &'a Spanned<String>,
    value: &Spanned<ApproximateCount>,
) -> Option<WeekFigure<'a>> {
    let item = office.inspections.iter().find(|item| item.name.value == name.value);
    let unit = item.and_then(|item| item.unit.as_ref()).map(|unit| unit.value.as_str());
    let (before, measures): (&[&str], &[&str]) = match (name.value.as_str(), unit) {
        ("出动人次", _) => (OFFICERS, &["人（次）", "人次", "余人（次）", "余人次"]),
        ("检查家次", _) => (BUSINESSES, &["家（次）", "家次", "余家（次）", "余家次"]),
        (_, Some("辆次")) => (&[""], &["辆次", "辆（次）"]),
        (_, Some("家次")) => (&[""], &["家次", "家（次）"]),
        (_, Some("人次")) => (&[""], &["人次", "人（次）"]),
        _ => return None,
    };
    // A figure of the office's own is known by its name.
    let lead = if before == [""] { vec![name.value.as_str()] } else { Vec::new() };
    let from = std::slice::from_ref(&value.span);
    let figure = WeekFigure::new("执法检查的数", Value::About(value.value), from, before, measures);
    Some(WeekFigure { lead, context: [week.period.value.days().own_words(), &["共"]].concat(), ..figure })
}

fn count(length: usize) -> Value {
    Value::Count(u32::try_from(length).unwrap_or(u32::MAX))
}
