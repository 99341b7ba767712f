//! Rules over records: each a pure function from records to findings. All findings are collected, none stops
//! another.
//!
//! Every rule is documented by the [`Rule`](crate::diagnostic::Rule) beside the function that looks for it. Each file of
//! rules is a [`RuleSet`](rule_set::RuleSet) in the folder of what it looks at, and stands in the table of `register`.

mod acknowledged;
mod checker;
mod history;
mod ineffective;
mod office;
mod register;
mod repeats;
mod rule_set;
mod run;
mod shared;
mod text;
mod views;
mod week;

pub use acknowledged::weigh;
pub use checker::Checker;
pub use history::notice_numbers::REPLIED_TWICE;
pub use ineffective::{unknown_weights, unused};
pub use register::RULES;
pub use repeats::one_each;
pub use run::{among, changes, office};
pub use shared::full_names::is_unregistered_person;
pub use shared::recorded_persons::RecordedPersons;
pub use views::{History, WeekView};
pub use week::reply_parts::NUMBER_MISSING;
