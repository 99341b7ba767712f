//! Complaints by platform and status, valid complaints, total and mean handling time.

use rust_decimal::Decimal;

use super::figure::Figure;
use super::rounding::quotient;
use crate::record::complaint::{Complaint, Status};
use crate::record::office::{Office, Platform, RoundingRule};
use crate::record::value::Minutes;
use crate::record::week::Week;
use crate::source::Span;

/// The complaints of one platform of the office.
#[derive(Debug, Clone)]
pub struct PlatformTally<'a> {
    pub platform: &'a Platform,
    pub complaints: &'a [Complaint],
    pub count: Figure<usize>,
    pub closed: Figure<usize>,
}

/// The complaints of all platforms.
#[derive(Debug, Clone)]
pub struct Complaints<'a> {
    /// In the office's order.
    pub platforms: Vec<PlatformTally<'a>>,
    /// All complaints of all platforms.
    pub total: Figure<usize>,
    /// Complaints that are not marked 有效: 否, on the platforms that measure handling times.
    pub valid: Figure<usize>,
    /// Handling times of the valid complaints that have one; `None` where none has.
    pub total_time: Option<Figure<Minutes>>,
    /// Their mean in minutes, by the office's rounding rule.
    pub mean_minutes: Option<Figure<Decimal>>,
}

impl<'a> Complaints<'a> {
    #[must_use]
    pub fn of(office: &'a Office, week: &'a Week) -> Self {
        let platforms: Vec<_> =
            office.platforms.iter().flatten().map(|platform| PlatformTally::of(platform, week)).collect();
        let all = platforms.iter().flat_map(|tally| tally.complaints);
        let valid: Vec<_> = platforms
            .iter()
            .filter(|tally| tally.platform.is_timed())
            .flat_map(|tally| tally.complaints)
            .filter(|complaint| complaint.is_valid())
            .collect();
        let times: Vec<_> = valid.iter().filter_map(|complaint| complaint.time.as_ref()).collect();
        let places: Vec<_> = times.iter().map(|time| time.span.clone()).collect();
        let minutes = times.iter().map(|time| time.value.get()).fold(0, u32::saturating_add);
        let measured = u32::try_from(times.len()).unwrap_or(u32::MAX);

        Self {
            total: count("投诉件数", "各平台投诉件数之和", all),
            valid: count("有效投诉件", "计时长的平台上有效的投诉件数", valid.iter().copied()),
            total_time: (!times.is_empty())
                .then(|| Figure::new("办结总时长", "有效投诉件的办结时长之和", Minutes::new(minutes), places.clone())),
            mean_minutes: quotient(minutes, measured, &office.rounding)
                .map(|mean| Figure::new("平均办结时长", mean_rule(office, minutes, measured), mean, places)),
            platforms,
        }
    }
}

impl<'a> PlatformTally<'a> {
    fn of(platform: &'a Platform, week: &'a Week) -> Self {
        let table = week.complaints.as_ref();
        let complaints = table.and_then(|table| table.get(&platform.name.value)).map_or(&[][..], Vec::as_slice);
        let closed = complaints.iter().filter(|complaint| complaint.status.value == Status::Closed);
        let mut tally = Self {
            platform,
            complaints,
            count: count("平台投诉件数", "这个平台记录的投诉件数", complaints.iter()),
            closed: count("平台办结件数", "这个平台状态为办结的件数", closed),
        };
        if complaints.is_empty() {
            let key = table.and_then(|table| table.iter().find(|(name, _)| name.value == platform.name.value));
            tally.count.from.extend(key.map(|(name, _)| name.span.clone()));
        }
        tally
    }
}

fn count<'a>(name: &'static str, rule: &str, complaints: impl Iterator<Item = &'a Complaint>) -> Figure<usize> {
    let places: Vec<Span> = complaints.map(|complaint| complaint.span.clone()).collect();
    Figure::new(name, rule, places.len(), places)
}

fn mean_rule(office: &Office, minutes: u32, measured: u32) -> String {
    let rounding = &office.rounding;
    let places = rounding.places.value.0;
    let how = match rounding.rule.value {
        RoundingRule::Truncate => format!("截断到 {places} 位小数"),
        RoundingRule::HalfUp => format!("四舍五入到 {places} 位小数"),
    };
    format!("{minutes} 分钟 ÷ {measured} 件，{how}")
}
