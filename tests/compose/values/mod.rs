//! Values in templates behave as a reader takes them: every operator, test, filter and function over every kind.

mod access;
mod cells;
mod filters;
mod operators;
mod reckoning;
mod stories;
mod tests_of_values;
