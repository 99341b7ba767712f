//! The complaints on platforms that notices refer to.

use super::complaints::all_complaints;
use super::firms_and_units::FirmsAndUnits;
use crate::check::views::{History, WeekView};
use crate::record::complaint::{Complaint, Status};
use crate::record::notice::{Notice, Related};
use crate::record::week::Week;
use crate::source::Spanned;

/// No week has more notices that refer to complaints; what is damaged on purpose shall not take all day.
const MOST: usize = 100;

/// A notice that refers to a complaint.
pub struct Referred<'a> {
    pub notice: &'a Notice,
    pub wanted: Wanted<'a>,
    /// The complaint, as the week of its day or the notice's own has it.
    pub found: Option<Found<'a>>,
}

/// A complaint that is looked for.
pub struct Wanted<'a> {
    pub related: &'a Related,
    /// As the office calls them in the notice's week, and called them then.
    firms: [&'a FirmsAndUnits; 2],
    /// The week in which it came in.
    pub then: &'a Week,
}

/// What is found of it.
pub struct Found<'a> {
    pub complaint: &'a Complaint,
    /// Stands in the notice's own week, and not as done elsewhere.
    pub is_current: bool,
}

/// The notices that refer to complaints of weeks that are there, on platforms that the office has or had.
pub fn referred<'a>(history: &History<'a>) -> Vec<Referred<'a>> {
    let mut all = Vec::new();
    for WeekView { week, office, checker } in history.weeks.iter().copied() {
        let platforms = checker.platforms_until_now(office);
        let referring = week.notices.iter().filter_map(|notice| Some((notice, notice.related.as_ref()?)));
        for (notice, related) in referring.take(MOST) {
            let Some(then) = history.at(related.date.value) else { continue };
            if platforms.iter().any(|platform| platform.value == related.platform.value) {
                let firms = [&checker.firms_and_units, &then.checker.firms_and_units];
                let wanted = Wanted { related, firms, then: then.week };
                let found = wanted.found(week);
                all.push(Referred { notice, wanted, found });
            }
        }
    }
    all
}

impl<'a> Wanted<'a> {
    fn is_about(&self, firm: &Spanned<String>) -> bool {
        self.firms.iter().any(|firms| firms.are_one_firm(&self.related.respondent.value, &firm.value))
    }

    /// Complaints of a week about the firm, each with its platform.
    pub fn about_firm<'w>(&self, week: &'w Week) -> impl Iterator<Item = (&'w Spanned<String>, &'w Complaint)> {
        all_complaints(week).filter(|(_, complaint)| self.is_about(&complaint.respondent))
    }

    /// Complaints of a week about the firm on the platform that is named.
    pub fn on_platform<'w>(&self, week: &'w Week) -> impl Iterator<Item = &'w Complaint> {
        let platform = &self.related.platform.value;
        self.about_firm(week).filter(move |(name, _)| name.value == *platform).map(|(_, complaint)| complaint)
    }

    fn found(&self, own: &'a Week) -> Option<Found<'a>> {
        let is_carried = own
            .carried_over
            .iter()
            .any(|it| it.platform.value == self.related.platform.value && self.is_about(&it.respondent));
        let is_current = std::ptr::eq(own, self.then) && !is_carried;
        let on_platform = self.on_platform(self.then).chain(self.on_platform(own));
        let mut of_day = on_platform.filter(|it| self.is_of_day(it));
        let first = of_day.next()?;
        // Where one of several is closed, that may be the one.
        let closed = of_day.find(|complaint| complaint.status.value == Status::Closed);
        Some(Found { complaint: closed.unwrap_or(first), is_current })
    }

    fn is_of_day(&self, complaint: &Complaint) -> bool {
        complaint.date.as_ref().is_none_or(|date| date.value == self.related.date.value)
    }
}
