//! Series: which of an office's records follow one another, and by what each is filed.
//!
//! An office may report by weeks and, in papers of their own, by months or since the beginning of the year. A week and a
//! month then begin on the same day, and so do all records since a day: each has to be filed by a name of its own.

use super::cadence::Cadence;
use super::office::Office;
use super::paper::PaperKind;
use super::value::{Date, Period};

/// The records of an office that have one 报送周期.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
    /// Those by which the office reports, and all that fit no other series.
    Main,
    /// Those of papers with a 报送周期 of their own.
    Own(Cadence),
}

impl Series {
    /// That of a record. One since a day says so itself; others are known by their length.
    #[must_use]
    pub fn of_period(office: &Office, period: &Period) -> Self {
        if period.is_cumulative() {
            return Self::of_cadence(office, Cadence::Cumulative);
        }
        if office.main_cadence().fits(period.days()) && office.main_cadence() != Cadence::Any {
            return Self::Main;
        }
        let mut own = office.papers.iter().filter_map(|paper| paper.cadence.as_ref());
        own.find(|cadence| cadence.value.fits(period.days()))
            .map_or(Self::Main, |cadence| Self::of_cadence(office, cadence.value))
    }

    /// That of the records from which papers of a kind are made.
    #[must_use]
    pub fn of_kind(office: &Office, kind: &PaperKind) -> Self {
        kind.cadence.as_ref().map_or(Self::Main, |cadence| Self::of_cadence(office, cadence.value))
    }

    fn of_cadence(office: &Office, cadence: Cadence) -> Self {
        if cadence == office.main_cadence() { Self::Main } else { Self::Own(cadence) }
    }
}

/// What the folder is called in which the papers of a record lie, and by which manifests and seals know it: the first day,
/// of another series than the main one with its 报送周期, of a record since a day with the last day (`--` as in ISO 8601).
#[must_use]
pub fn filed_as(office: &Office, period: &Period) -> String {
    let start = period.start();
    match Series::of_period(office, period) {
        _ if period.is_cumulative() => format!("{start}--{}", period.end()),
        Series::Own(cadence) => format!("{start}-{}", cadence.code()),
        Series::Main => start.to_string(),
    }
}

/// How long a day written as 2021-01-08 is.
const ISO_LENGTH: usize = 10;

/// The day whose office and templates hold for the record that is filed as `name`; `None` where none is filed so.
#[must_use]
pub fn day_of(name: &str) -> Option<Date> {
    if let Some((start, end)) = name.split_once("--") {
        return Date::from_iso(start).and(Date::from_iso(end));
    }
    let is_main = name.len() == ISO_LENGTH;
    let (start, behind) = name.split_at_checked(ISO_LENGTH)?;
    let is_own = || Cadence::ALL.iter().any(|cadence| behind.strip_prefix('-') == Some(cadence.code()));
    Date::from_iso(start).filter(|_| is_main || is_own())
}
