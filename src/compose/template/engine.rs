//! The template engine as templates here know it.

use tera::Tera;

use super::budget;
use crate::compose::wording;

/// An engine without templates: with the field's filters and tests, and with functions that keep within bounds. All that
/// expressions print is out of reach of markup.
pub(super) fn engine() -> Tera {
    let mut tera = Tera::default();
    tera.autoescape_on([""]);
    tera.set_escape_fn(budget::escape);
    budget::register(&mut tera);
    wording::register(&mut tera);
    tera
}
