//! What an office has of its own: columns that it adds to complaints, cases and notices, and ledgers (台账) with columns and
//! figures. Declared in `office.yaml`, they are fields like those that all offices have.

mod cells;
mod column;
mod columns;
mod comparison;
mod condition;
mod figure;
mod interned;
mod ledger;
mod ledger_of_period;
mod ledgers;
mod name;
mod other_times;
mod typed_parts;
mod value;

pub use cells::Cells;
pub use column::{Column, ColumnType};
pub use columns::{LEDGERS, OfficeColumns};
pub use comparison::{Comparison, EARLIER, THIS_PERIOD};
pub use condition::{ANYTHING, Condition, NOTHING};
pub use figure::{MoneyUnit, OwnFigure, Reckoning, columns_of};
pub use ledger::{Ledger, TAKEN_NAMES};
pub use ledger_of_period::{Item, LedgerOfPeriod};
pub use ledgers::Ledgers;
pub use name::OwnName;
pub use typed_parts::{TypedParts, UNSAID};
pub use value::OwnValue;

pub(in crate::record) use other_times::tell_other_times;
