//! Reading a record; a week's with the columns and ledgers that its office has at that time.

use std::cell::LazyCell;
use std::sync::Arc;

use super::catalogue::Described;
use super::own::OfficeColumns;
use super::period_of::PERIOD;
use super::value::{Date, Period};
use super::week::Week;
use crate::source::{Source, Spanned};
use crate::yaml::tree::{self, Kind, Node};
use crate::yaml::{Decode as _, Problems};

/// The record that `source` holds, or `None` if anything in it is wrong; what, is in `problems`.
pub fn read<T: Described>(source: &Arc<Source>, problems: &mut Problems) -> Option<T> {
    read_with::<T>(source, |_| None, problems)
}

/// [`read`] for a week; `columns` are those of its office on the day that counts for the week, or for one of which that cannot
/// be told.
pub fn read_week(
    source: &Arc<Source>,
    columns: impl Fn(Option<Date>) -> Arc<OfficeColumns>,
    problems: &mut Problems,
) -> Option<Week> {
    read_with(source, |node| Some(columns(office_day(node))), problems)
}

/// [`read_week`] where nobody knows the office: what may be in a column of its own is passed over.
pub fn read_week_without_office(source: &Arc<Source>, problems: &mut Problems) -> Option<Week> {
    read_week(source, |_| Arc::new(OfficeColumns::unknown()), problems)
}

fn read_with<T: Described>(
    source: &Arc<Source>,
    columns: impl Fn(&Node) -> Option<Arc<OfficeColumns>>,
    problems: &mut Problems,
) -> Option<T> {
    let before = problems.errors();
    let keys = LazyCell::new(|| T::shape().keys());
    let node = tree::parse(source, &|word| keys.contains(word), problems)?;
    if let Some(columns) = columns(&node) {
        problems.know(columns);
    }
    let record = T::decode(&node, problems);
    record.filter(|_| problems.errors() == before)
}

/// [`Period::office_day`] of a week, as far as it is written and can be read; where its end cannot, the first day.
fn office_day(week: &Node) -> Option<Date> {
    let node = week.under(*PERIOD)?;
    if let Some(period) = Spanned::<Period>::decode(node, &mut Problems::new()) {
        return Some(period.value.office_day());
    }
    let [(first, _), ..] = Period::KEYS else { return None };
    let Kind::Scalar { text, .. } = &node.under(first)?.kind else { return None };
    text.parse().ok()
}
