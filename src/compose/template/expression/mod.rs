//! The expressions of templates, evaluated by us: the engine only runs the statements around them.
//!
//! Whatever a template prints, asks, keeps or goes through is read once, with the template, and its place is taken by the
//! call of a function of ours. Values come to the engine as marked strings, which say where they are from
//! ([`mark`](crate::compose::mark)); here they are what a reader takes them for: texts, exact numbers, days, lists. So
//! operators and filters see no marks, and what they make keeps the origins of all that it is made of.

mod access;
mod arithmetic;
mod call;
mod catalogue;
mod changes;
mod containing;
mod date_filters;
mod evaluator;
mod exact;
mod fault;
mod functions;
mod list_filters;
mod literal;
mod number_filters;
mod operators;
mod parser;
mod primary;
mod reader;
mod rounding;
mod spending;
mod text;
mod text_filters;
mod tree;
mod unknown;
mod use_of;
mod value;
mod value_tests;
mod workings;

pub(super) use catalogue::names;
pub(super) use fault::Fault;
pub(super) use reader::{Expressions, replace};
pub(in crate::compose) use rounding::Roundings;
pub(super) use use_of::{last_fault, register, start};
pub(in crate::compose) use workings::Working;
pub(super) use workings::take as take_workings;
