//! The figures of a week, each with the places that it comes from.

use std::fmt::Display;

use crate::metrics::{Figure, Metrics};
use crate::record::office::Office;
use crate::record::week::Week;
use crate::source::Span;

/// A figure as it is told.
#[derive(Debug)]
pub(super) struct Told {
    /// Such as: 平均办结时长：13.16 = 79 分钟 ÷ 6 件，截断到 2 位小数
    pub(super) text: String,
    pub(super) from: Vec<Span>,
}

/// The figures that what stands at `place` goes into, those that come from the narrowest places first.
pub(super) fn from_place(office: &Office, week: &Week, place: &Span) -> Vec<Told> {
    let width = |told: &Told| {
        let around = told.from.iter().filter(|span| covers(span, place));
        around.map(|span| span.range().len()).min()
    };
    let mut found: Vec<(usize, Told)> =
        all(office, week).into_iter().filter_map(|told| Some((width(&told)?, told))).collect();
    found.sort_by_key(|(width, _)| *width);
    found.into_iter().map(|(_, told)| told).collect()
}

fn covers(span: &Span, place: &Span) -> bool {
    let (around, within) = (span.range(), place.range());
    span.source().name() == place.source().name() && around.start <= within.start && within.end <= around.end
}

/// The number of complaints of one platform, and how many of them are closed.
pub(super) fn of_platform(office: &Office, week: &Week, name: &str) -> Vec<Told> {
    let metrics = Metrics::of(office, week);
    let tally = metrics.complaints.platforms.iter().find(|tally| tally.platform.name.value == name);
    tally.map_or_else(Vec::new, |tally| vec![told(&tally.count, "件", ""), told(&tally.closed, "件", "")])
}

fn all(office: &Office, week: &Week) -> Vec<Told> {
    let metrics = Metrics::of(office, week);
    let complaints = &metrics.complaints;
    let mut all = Vec::new();
    all.extend(complaints.mean_minutes.iter().map(|mean| told(mean, "", "")));
    all.extend(complaints.total_time.iter().map(|time| told(time, "", "")));
    for tally in &complaints.platforms {
        let platform = &tally.platform.name.value;
        all.extend([told(&tally.count, "件", platform), told(&tally.closed, "件", platform)]);
    }
    all.extend([told(&complaints.valid, "件", ""), told(&complaints.total, "件", "")]);
    if let Some(returns) = &metrics.returns {
        all.extend(
            [&returns.count, &returns.satisfied, &returns.withdrawn, &returns.evasions].map(|it| told(it, "件", "")),
        );
        all.push(told(&returns.amount, "元", ""));
    }
    all.extend(metrics.outward.iter().map(|outward| told(&outward.copies, "份", "")));
    for inward in &metrics.inward {
        let paper = inward.paper.names.0.first().map_or("", |name| name.value.as_str());
        all.push(told(&inward.copies, "份", paper));
        if let Some(first) = inward.missing.first() {
            let units: Vec<&str> = inward.missing.iter().map(|unit| unit.value).collect();
            let text = format!("未报送单位：{} 家：{}（{}）", units.len(), units.join("、"), first.rule);
            all.push(Told { text, from: first.from.clone() });
        }
    }
    all
}

fn told<T: Display>(figure: &Figure<T>, unit: &str, of: &str) -> Told {
    let of = if of.is_empty() { String::new() } else { format!("（{of}）") };
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let text = format!("{}{of}：{}{unit} = {}", figure.name, figure.value, figure.rule);
    Told { text, from: figure.from.clone() }
}
