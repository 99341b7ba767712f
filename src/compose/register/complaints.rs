//! Complaints, each once: what a record leaves open goes on in a later one's 续办.

use super::{Register, RegisteredWeek};
use crate::record::complaint::{CarriedOver, Complaint, Status};
use crate::record::office::Office;
use crate::record::register::Register as Names;
use crate::record::value::Minutes;
use crate::source::Spanned;

/// A complaint, as the last record has it that tells of it.
#[derive(Debug, Clone, Copy)]
pub(in crate::compose) struct RegisteredComplaint<'a> {
    /// The first record that tells of it.
    pub(in crate::compose) first: RegisteredWeek<'a>,
    pub(in crate::compose) platform: &'a Spanned<String>,
    /// `None` where it came in before the register begins.
    pub(in crate::compose) complaint: Option<&'a Complaint>,
    /// How it stood later, where it was carried over.
    pub(in crate::compose) carried_over: Option<(&'a Office, &'a CarriedOver)>,
}

impl<'a> RegisteredComplaint<'a> {
    pub(in crate::compose) fn status(&self) -> Option<&'a Spanned<Status>> {
        let later = self.carried_over.map(|(_, entry)| &entry.status);
        later.or_else(|| self.complaint.map(|complaint| &complaint.status))
    }

    pub(in crate::compose) fn minutes(&self) -> Option<&'a Spanned<Minutes>> {
        match self.carried_over {
            Some((_, entry)) => entry.minutes.as_ref(),
            None => self.complaint?.minutes.as_ref(),
        }
    }

    pub(in crate::compose) fn id(&self) -> Option<&'a Spanned<String>> {
        let first = self.complaint.and_then(|complaint| complaint.id.as_ref());
        first.or_else(|| self.carried_over?.1.id.as_ref())
    }

    fn is_open(&self) -> bool {
        self.status().is_some_and(|status| status.value == Status::Open)
    }

    fn firm(&self) -> Option<&'a str> {
        let office = self.first.office;
        match (self.complaint, self.carried_over) {
            (Some(complaint), _) => Some(called(office, Names::Firms, &complaint.respondent.value)),
            (None, Some((office, entry))) => Some(called(office, Names::Firms, &entry.respondent.value)),
            (None, None) => None,
        }
    }

    /// Whether an entry of a later record is about it: by its number, or else by platform and firm.
    fn goes_on_as(&self, office: &Office, entry: &CarriedOver, is_by_number: bool) -> bool {
        let platform = called(self.first.office, Names::Platforms, &self.platform.value);
        if platform != called(office, Names::Platforms, &entry.platform.value) {
            return false;
        }
        match (self.id(), &entry.id) {
            (Some(id), Some(other)) => is_by_number && id.value == other.value,
            _ => !is_by_number && self.firm() == Some(called(office, Names::Firms, &entry.respondent.value)),
        }
    }
}

/// The name by which papers call something, whichever of its names is written.
fn called<'a>(office: &'a Office, register: Names, name: &'a str) -> &'a str {
    office.names_alike(register, name).first().copied().unwrap_or(name)
}

impl<'a> Register<'a> {
    /// All complaints that are told one by one, in the order of the records and of their files.
    pub(in crate::compose) fn complaints(&self) -> Vec<RegisteredComplaint<'a>> {
        let mut all: Vec<RegisteredComplaint> = Vec::new();
        // Where those stand in `all` that are open.
        let mut open: Vec<usize> = Vec::new();
        for first in self.main() {
            let RegisteredWeek { office, week } = first;
            let (numbered, others): (Vec<&CarriedOver>, Vec<&CarriedOver>) =
                week.carried_over.iter().partition(|entry| entry.id.is_some());
            for entry in numbered.into_iter().chain(others) {
                let found = [true, false].into_iter().find_map(|is_by_number| {
                    open.iter().position(|at| all[*at].goes_on_as(office, entry, is_by_number))
                });
                let carried_over = Some((office, entry));
                match found {
                    Some(place) => all[open.remove(place)].carried_over = carried_over,
                    None => {
                        all.push(RegisteredComplaint {
                            first,
                            platform: &entry.platform,
                            complaint: None,
                            carried_over,
                        });
                    }
                }
            }
            for (platform, recorded) in week.complaints.iter() {
                for complaint in recorded.listed() {
                    all.push(RegisteredComplaint { first, platform, complaint: Some(complaint), carried_over: None });
                }
            }
            open = (0..all.len()).filter(|at| all[*at].is_open()).collect();
        }
        all
    }
}
