//! Complaints by platform and status, valid complaints, total and mean handling time.

use rust_decimal::Decimal;

use super::figure::Figure;
use super::ledgers::Amount;
use super::name::FigureName;
use super::rounding::{Rule, exact, percentage, quotient, share_rule};
use crate::record::complaint::{Complaint, Status};
use crate::record::complaint_counts::{ComplaintCounts, PlatformComplaints};
use crate::record::office::{Office, Platform, Rounding};
use crate::record::value::Minutes;
use crate::record::week::Week;
use crate::source::{Span, Spanned};

/// The complaints of one platform of the office. What is not recorded is not known: `None`, and never 0.
#[derive(Debug, Clone)]
pub struct PlatformTally<'a> {
    pub platform: &'a Platform,
    /// Those that are written one by one; fewer than `count` where the platform has a count.
    pub complaints: &'a [Complaint],
    /// The counts of each sort, where the week has them for it.
    pub counts: Option<&'a ComplaintCounts>,
    /// Those that were accepted.
    pub count: Figure<usize>,
    /// Those that came in, of which not all need have been accepted.
    pub came_in: Option<Figure<usize>>,
    pub refused: Option<Figure<usize>>,
    pub closed: Option<Figure<usize>>,
    pub open: Option<Figure<usize>>,
    /// Those that are not marked 有效: 否.
    valid: Figure<usize>,
}

/// The complaints of all platforms.
#[derive(Debug, Clone)]
pub struct Complaints<'a> {
    /// In the office's order.
    pub platforms: Vec<PlatformTally<'a>>,
    /// All complaints of all platforms, as far as they were accepted.
    pub total: Figure<usize>,
    /// All that came in, where that is known of every platform and one of them says it.
    pub came_in: Option<Figure<usize>>,
    /// Those that were not accepted, where that is known of every platform and one of them says it.
    pub refused: Option<Figure<usize>>,
    /// `None` where a platform does not say.
    pub closed: Option<Figure<usize>>,
    /// `None` where a platform does not say.
    pub open: Option<Figure<usize>>,
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
        let measuring = with_times.clone().filter_map(|tally| Some(tally.platform.timed.as_ref()?.span.clone()));
        let listed = with_times.clone().flat_map(|tally| tally.complaints).filter(|complaint| complaint.is_valid());
        let times: Vec<_> = listed.filter_map(|complaint| complaint.minutes.as_ref()).collect();
        let places: Vec<_> = times.iter().map(|time| time.span.clone()).collect();
        let minutes = times.iter().map(|time| time.value.get()).fold(0, u32::saturating_add);
        let measured = u32::try_from(times.len()).unwrap_or(u32::MAX);

        // Where there is nothing to count, the platforms' names in the week say so.
        let names: Vec<Span> = week.complaints.iter().map(|(name, _)| name.span.clone()).collect();
        let rounding = &office.rounding;
        let counts = platforms.iter().map(|tally| &tally.count);
        let valid = with_times.map(|tally| &tally.valid);
        Self {
            total: sum(FigureName::Complaints, "各平台投诉件数之和", counts).or_at(names.clone()),
            came_in: sum_of_all(FigureName::CameIn, "各平台接到的件数之和", &platforms, |tally| {
                &tally.came_in
            })
            .filter(|_| platforms.iter().any(|tally| tally.counts.is_some() && tally.came_in.is_some())),
            refused: sum_of_all(FigureName::Refused, "各平台不予受理的件数之和", &platforms, |tally| {
                &tally.refused
            })
            .filter(|_| platforms.iter().any(|tally| tally.counts.is_some() && tally.refused.is_some())),
            closed: sum_of_all(FigureName::Closed, "各平台办结的件数之和", &platforms, |tally| &tally.closed)
                .map(|closed| closed.or_at(names.clone())),
            open: sum_of_all(FigureName::Open, "各平台在办的件数之和", &platforms, |tally| &tally.open)
                .map(|open| open.or_at(names.clone())),
            valid: sum(FigureName::Valid, "计时长的平台上有效的投诉件数", valid).with(measuring),
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

impl Complaints<'_> {
    /// What the complaints of a platform are of all of them, in percent, where the office wants to be told.
    #[must_use]
    pub fn share(&self, tally: &PlatformTally, office: &Office) -> Option<Figure<Amount>> {
        office.complaint_shares.as_ref().filter(|shares| shares.value)?;
        let (part, whole) = (tally.count.value, self.total.value);
        let rule = share_rule(&office.rounding, None);
        let percent = percentage(part.into(), whole.into(), rule)?;
        let how = format!("{part} ÷ 总件数 {whole}，{}", rule.said());
        let from = tally.count.from.iter().chain(&self.total.from).cloned().collect();
        Some(Figure::new(FigureName::ShareOfAll, how, Amount::Percent(percent), from).about(&tally.count.label()))
    }
}

impl<'a> PlatformTally<'a> {
    fn for_platform(platform: &'a Platform, week: &'a Week) -> Self {
        let name = &platform.name.value;
        let written = week.complaints.get(name);
        let tally = match written {
            Some(written) => Self::from_record(platform, written),
            None => Self::from_list(platform, &[]),
        };
        // Where there is nothing to count, the platform's name in the week says so.
        let keys = week.complaints.iter().map(|(key, _)| key).filter(|key| key.value == *name);
        let places: Vec<Span> = keys.map(|key| key.span.clone()).collect();
        let finish = |figure: Figure<usize>| figure.about(name).or_at(places.clone());
        Self {
            count: finish(tally.count),
            came_in: tally.came_in.map(finish),
            refused: tally.refused.map(finish),
            closed: tally.closed.map(finish),
            open: tally.open.map(finish),
            ..tally
        }
    }

    /// Whether anything came in: accepted or not.
    #[must_use]
    pub fn has_any(&self) -> bool {
        [Some(&self.count), self.came_in.as_ref(), self.refused.as_ref()].into_iter().flatten().any(|it| it.value > 0)
    }

    fn from_record(platform: &'a Platform, written: &'a PlatformComplaints) -> Self {
        match written {
            PlatformComplaints::Listed(complaints) => Self::from_list(platform, complaints),
            PlatformComplaints::Number(number) => Self::from_number(platform, number),
            PlatformComplaints::Counted(counts) => Self::from_counts(platform, counts, written.are_all_listed()),
        }
    }

    fn from_list(platform: &'a Platform, complaints: &'a [Complaint]) -> Self {
        let all = || complaints.iter().map(|complaint| &complaint.span);
        let valid = complaints.iter().filter(|complaint| complaint.is_valid()).map(|complaint| &complaint.span);
        Self {
            platform,
            complaints,
            counts: None,
            count: count(FigureName::OfPlatform, "这个平台记录的投诉件数", all()),
            came_in: Some(count(FigureName::CameInOfPlatform, "这个平台记录的投诉件数", all())),
            refused: Some(count(FigureName::RefusedOfPlatform, "没有记录不予受理的", [])),
            closed: Some(of_status(FigureName::ClosedOfPlatform, Status::Closed, complaints)),
            open: Some(of_status(FigureName::OpenOfPlatform, Status::Open, complaints)),
            valid: count(FigureName::Valid, "有效的投诉件数", valid),
        }
    }

    fn from_number(platform: &'a Platform, number: &Spanned<u32>) -> Self {
        let none = |name| (number.value == 0).then(|| as_typed(name, number));
        Self {
            platform,
            complaints: &[],
            counts: None,
            count: as_typed(FigureName::OfPlatform, number),
            came_in: Some(as_typed(FigureName::CameInOfPlatform, number)),
            refused: Some(count(FigureName::RefusedOfPlatform, "没有记录不予受理的", [])),
            closed: none(FigureName::ClosedOfPlatform),
            open: none(FigureName::OpenOfPlatform),
            valid: as_typed(FigureName::Valid, number),
        }
    }

    fn from_counts(platform: &'a Platform, counts: &'a ComplaintCounts, are_all_listed: bool) -> Self {
        let listed = Self::from_list(platform, &counts.complaints);
        let written = |name, value: &Option<Spanned<u32>>| value.as_ref().map(|value| as_typed(name, value));
        let (closed, open) = if are_all_listed { (listed.closed.clone(), listed.open.clone()) } else { (None, None) };
        let valid = if are_all_listed { listed.valid.clone() } else { valid_of_counted(counts) };
        Self {
            counts: Some(counts),
            count: as_typed(FigureName::OfPlatform, &counts.count),
            came_in: written(FigureName::CameInOfPlatform, &counts.came_in),
            refused: written(FigureName::RefusedOfPlatform, &counts.refused),
            closed: written(FigureName::ClosedOfPlatform, &counts.closed).or(closed),
            open: written(FigureName::OpenOfPlatform, &counts.open).or(open),
            valid,
            ..listed
        }
    }
}

/// Those that were accepted, without those of the list that are marked as not valid.
fn valid_of_counted(counts: &ComplaintCounts) -> Figure<usize> {
    let marks: Vec<&Complaint> = counts.complaints.iter().filter(|complaint| !complaint.is_valid()).collect();
    let accepted = as_typed(FigureName::Valid, &counts.count);
    let value = accepted.value.saturating_sub(marks.len());
    Figure { value, ..accepted }.with(marks.iter().map(|complaint| complaint.span.clone()))
}

/// A count that is taken over from the record.
fn as_typed(name: FigureName, number: &Spanned<u32>) -> Figure<usize> {
    let value = usize::try_from(number.value).unwrap_or(usize::MAX);
    Figure::as_typed(name, value, &number.span)
}

fn count<'a>(name: FigureName, rule: &str, places: impl IntoIterator<Item = &'a Span>) -> Figure<usize> {
    let places: Vec<Span> = places.into_iter().cloned().collect();
    Figure::new(name, rule, places.len(), places)
}

fn of_status(name: FigureName, status: Status, complaints: &[Complaint]) -> Figure<usize> {
    let alike = complaints.iter().map(|complaint| &complaint.status).filter(|its| its.value == status);
    count(name, &format!("这个平台状态为{status}的件数"), alike.map(|its| &its.span))
}

/// The sum of parts, made of those that are not zero.
fn sum<'f>(name: FigureName, rule: &str, parts: impl IntoIterator<Item = &'f Figure<usize>>) -> Figure<usize> {
    let mut sum = Figure::new(name, rule, 0_usize, Vec::new());
    for part in parts.into_iter().filter(|part| part.value > 0) {
        sum.value = sum.value.saturating_add(part.value);
        sum.from.extend(part.from.iter().cloned());
    }
    sum
}

/// The sum of what all platforms that have anything say of a sort; `None` where one of them does not.
fn sum_of_all<'a>(
    name: FigureName,
    rule: &str,
    platforms: &[PlatformTally<'a>],
    sort: impl for<'t> Fn(&'t PlatformTally<'a>) -> &'t Option<Figure<usize>>,
) -> Option<Figure<usize>> {
    let mut parts = Vec::new();
    for tally in platforms.iter().filter(|tally| tally.has_any()) {
        parts.push(sort(tally).as_ref()?);
    }
    Some(sum(name, rule, parts))
}

fn mean_rule(rounding: &Rounding, minutes: u32, measured: u32) -> String {
    let how = Rule::for_means(rounding, None).said();
    format!("{minutes} 分钟 ÷ {measured} 件 = {}，{how}", exact(minutes, measured))
}
