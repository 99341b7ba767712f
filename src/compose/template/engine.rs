//! The template engine as templates here know it.

use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::budget;
use super::expression::{self, Expressions};

/// An engine without templates that runs the statements around `expressions`. All that these print is out of reach of
/// markup.
pub(super) fn engine(expressions: &Arc<Expressions>) -> Tera {
    let mut tera = plain_engine();
    budget::register(&mut tera);
    expression::register(&mut tera, expressions);
    tera
}

/// An engine that reads templates as they are written, to ask it for their names; it fills none.
pub(super) fn reading_engine() -> Tera {
    let mut tera = plain_engine();
    let [filters, tests, functions] = expression::names();
    for filter in filters {
        tera.register_filter(filter, |_: Value, _: Kwargs, _: &State| never());
    }
    for test in tests {
        tera.register_test(test, |_: Value, _: Kwargs, _: &State| never().map(|_| false));
    }
    for function in functions {
        tera.register_function(function, |_: Kwargs, _: &State| never());
    }
    tera
}

fn plain_engine() -> Tera {
    let mut tera = Tera::default();
    tera.autoescape_on([""]);
    tera.set_escape_fn(budget::escape);
    tera
}

/// What is only there for its name.
fn never() -> TeraResult<Value> {
    Err(Error::message("只用来读模板"))
}
