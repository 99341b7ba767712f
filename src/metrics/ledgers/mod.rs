//! The figures of an office's own ledgers: how many items, sums, means, shares, by a column, under a condition.

mod amount;
mod conditions;
mod ledger_tally;
mod parts;
mod reckoning;
mod record_figures;
mod registered_names;
mod result;

pub use amount::Amount;
pub(super) use conditions::is_met;
pub use ledger_tally::{LedgerTally, ledgers, ledgers_by_names, of_typical};
pub use record_figures::{case_figures, complaint_figures};
pub use registered_names::RegisteredNames;
pub use result::{OwnResult, OwnTally, Part};
