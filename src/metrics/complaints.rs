//! Complaints by platform and status, valid complaints, total and mean handling time.

use rust_decimal::Decimal;

use super::figure::Figure;
use super::name::FigureName;
use super::rounding::{Rule, exact, quotient};
use crate::record::complaint::{Complaint, Status};
use crate::record::office::{Office, Platform, Rounding};
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
    pub open: Figure<usize>,
}

/// The complaints of all platforms.
#[derive(Debug, Clone)]
pub struct Complaints<'a> {
    /// In the office's order.
    pub platforms: Vec<PlatformTally<'a>>,
    /// All complaints of all platforms.
    pub total: Figure<usize>,
    pub closed: Figure<usize>,
    pub open: Figure<usize>,
    /// Complaints that are not marked 有效: 否, on the platforms that measure handling times.
    pub valid: Figure<usize>,
    /// Handling times of the valid complaints that have one; `None` where none has.
    pub total_time: Option<Figure<Minutes>>,
    /// How many these are: what the mean divides by.
    pub measured: Option<Figure<usize>>,
    /// Their mean in minutes, by the office's rounding rule.
    pub mean_minutes: Option<Figure<Decimal>>,
}

impl<'a> Complaints<'a> {
    #[must_use]
    pub fn for_week(office: &'a Office, week: &'a Week) -> Self {
        let platforms: Vec<_> =
            office.platforms.iter().map(|platform| PlatformTally::for_platform(platform, week)).collect();
        let with_times = platforms.iter().filter(|tally| tally.platform.is_timed());
        let valid: Vec<&Complaint> =
            with_times.clone().flat_map(|tally| tally.complaints).filter(|complaint| complaint.is_valid()).collect();
        let measuring = with_times.filter_map(|tally| Some(tally.platform.timed.as_ref()?.span.clone()));
        let times: Vec<_> = valid.iter().filter_map(|complaint| complaint.minutes.as_ref()).collect();
        let places: Vec<_> = times.iter().map(|time| time.span.clone()).collect();
        let minutes = times.iter().map(|time| time.value.get()).fold(0, u32::saturating_add);
        let measured = u32::try_from(times.len()).unwrap_or(u32::MAX);

        let all: Vec<&Complaint> = platforms.iter().flat_map(|tally| tally.complaints).collect();
        // Where there is nothing to count, the platforms' names in the week say so.
        let names: Vec<Span> = week.complaints.iter().map(|(name, _)| name.span.clone()).collect();
        let rounding = &office.rounding;
        Self {
            total: count(FigureName::Complaints, "各平台投诉件数之和", all.iter().copied()).or_at(names.clone()),
            closed: of_status(FigureName::Closed, "各平台状态为办结的件数之和", Status::Closed, all.iter().copied())
                .or_at(names.clone()),
            open: of_status(FigureName::Open, "各平台状态为处理中的件数之和", Status::Open, all.iter().copied())
                .or_at(names),
            valid: count(FigureName::Valid, "计时长的平台上有效的投诉件数", valid.iter().copied()).with(measuring),
            total_time: (!times.is_empty()).then(|| {
                let rule = format!("有效投诉件的办结时长之和，{minutes} 分钟");
                Figure::new(FigureName::TotalTime, rule, Minutes::new(minutes), places.clone())
            }),
            measured: (!times.is_empty())
                .then(|| Figure::new(FigureName::Measured, "有办结时长的有效投诉件数", times.len(), places.clone())),
            mean_minutes: quotient(minutes, measured, rounding).map(|mean| {
                Figure::new(FigureName::MeanTime, mean_rule(rounding, minutes, measured), mean, places)
                    .with([rounding.rule.span.clone(), rounding.places.span.clone()])
            }),
            platforms,
        }
    }
}

impl<'a> PlatformTally<'a> {
    fn for_platform(platform: &'a Platform, week: &'a Week) -> Self {
        let name = &platform.name.value;
        let complaints = week.complaints.get(name).map_or(&[][..], Vec::as_slice);
        // Where there is nothing to count, the platform's name in the week says so.
        let written = week.complaints.iter().map(|(written, _)| written).filter(|written| written.value == *name);
        let places: Vec<Span> = written.map(|written| written.span.clone()).collect();
        let all = count(FigureName::OfPlatform, "这个平台记录的投诉件数", complaints);
        let closed = of_status(FigureName::ClosedOfPlatform, "这个平台状态为办结的件数", Status::Closed, complaints);
        let open = of_status(FigureName::OpenOfPlatform, "这个平台状态为处理中的件数", Status::Open, complaints);
        Self {
            platform,
            complaints,
            count: all.about(name).or_at(places.clone()),
            closed: closed.about(name).or_at(places.clone()),
            open: open.about(name).or_at(places),
        }
    }
}

fn count<'a>(name: FigureName, rule: &str, complaints: impl IntoIterator<Item = &'a Complaint>) -> Figure<usize> {
    let places: Vec<Span> = complaints.into_iter().map(|complaint| complaint.span.clone()).collect();
    Figure::new(name, rule, places.len(), places)
}

fn of_status<'a>(
    name: FigureName,
    rule: &str,
    status: Status,
    complaints: impl IntoIterator<Item = &'a Complaint>,
) -> Figure<usize> {
    let alike = complaints.into_iter().map(|complaint| &complaint.status).filter(|its| its.value == status);
    let places: Vec<Span> = alike.map(|its| its.span.clone()).collect();
    Figure::new(name, rule, places.len(), places)
}

fn mean_rule(rounding: &Rounding, minutes: u32, measured: u32) -> String {
    let how = Rule::for_means(rounding, None).said();
    format!("{minutes} 分钟 ÷ {measured} 件 = {}，{how}", exact(minutes, measured))
}
