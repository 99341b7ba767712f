//! What is worked out once for an office and used for all its weeks.

use super::shared::firms_and_units::FirmsAndUnits;
use super::shared::names::finder::NameFinder;
use crate::record::days_off::WorkingDays;
use crate::record::office::Office;
use crate::record::register::Register;
use crate::source::Spanned;

/// An office's registers and calendar, made ready to check weeks.
#[derive(Debug)]
pub struct Checker {
    pub(super) firms_and_units: FirmsAndUnits,
    pub(super) working_days: WorkingDays,
    pub(super) names: NameFinder,
    /// Platforms that the office had earlier and no longer has, which weeks may still refer back to.
    former_platforms: Vec<Spanned<String>>,
}

impl Checker {
    #[must_use]
    pub fn for_office(office: &Office) -> Self {
        Self {
            firms_and_units: FirmsAndUnits::from_office(office),
            working_days: WorkingDays::of_office(office.checks.as_ref()),
            names: NameFinder::from_office(office),
            former_platforms: Vec::new(),
        }
    }

    /// For an office that was as in `earlier` before.
    #[must_use]
    pub fn after(earlier: &[&Office], office: &Office) -> Self {
        let now = Register::Platforms.names(office);
        let former = earlier.iter().flat_map(|office| Register::Platforms.names(office));
        let gone = former.filter(|former| now.iter().all(|now| now.value != former.value));
        Self { former_platforms: gone.cloned().collect(), ..Self::for_office(office) }
    }

    /// Names of the platforms that the office has or had.
    pub(super) fn platforms_until_now<'a>(&'a self, office: &'a Office) -> Vec<&'a Spanned<String>> {
        Register::Platforms.names(office).into_iter().chain(&self.former_platforms).collect()
    }
}
