//! Which of a week's papers lack the document number that they need.

use std::cell::OnceCell;

use super::place::Place;
use super::wish::Wish;
use crate::compose::{Composer, findings};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Form};
use crate::record::value::Date;
use crate::record::week::Week;
use crate::workspace::findings::NUMBER_MISSING;
use crate::workspace::{Due, OfficeWorkspace, due};

/// A paper that needs a number.
pub(super) struct Missing {
    pub(super) due: Due,
    pub(super) place: Place,
    pub(super) date: Date,
}

/// The papers of a week that lack a number.
#[derive(Default)]
pub(super) struct Lacking {
    /// Those that need one, in the office's order.
    pub(super) missing: Vec<Missing>,
    /// Those of which nobody knows whether they need one, and what keeps them from being made.
    pub(super) unknown: Vec<(String, Vec<Diagnostic>)>,
}

/// The papers of a week that lack a number, of the wanted kinds or of all, and of the wanted year.
///
/// A reply needs one where the office has a 发文代字, any other paper where it cannot be made without. Of kinds that are
/// named also those get one that may have it.
pub(super) fn lacking(office: &OfficeWorkspace, week: Option<&Week>, wish: &Wish) -> Lacking {
    let Some(week) = week else { return Lacking::default() };
    let of_time = &office.generation_for(week).office;
    let mut lacking = Lacking::default();
    // Most weeks lack none: then nothing is composed.
    let composer: OnceCell<Result<Composer, Vec<Diagnostic>>> = OnceCell::new();
    for due in due(of_time, week) {
        let place = Place::of(&due, of_time, week);
        let Some(date) = place.date(week) else { continue };
        let is_there = place.written(&due, week).is_some() || lacking.missing.iter().any(|it| it.place == place);
        if is_there || !wish.has(&due.kind, date) {
            continue;
        }
        let is_reply = matches!(place, Place::Notice(_)) && of_time.document_code.is_some();
        let needs_number = if is_reply {
            Ok(true)
        } else {
            match composer.get_or_init(|| office.composer(week)) {
                Ok(composer) => needs_number(due.compose(composer), !wish.kinds.is_empty()),
                Err(found) => Err(found.clone()),
            }
        };
        match needs_number {
            Ok(true) => lacking.missing.push(Missing { due, place, date }),
            Ok(false) => {}
            Err(found) => lacking.unknown.push((due.name(), found)),
        }
    }
    lacking
}

/// Whether a paper lacks the number that its form has. `is_named`: also where its form may do without.
fn needs_number(composed: Result<Document, Vec<Diagnostic>>, is_named: bool) -> Result<bool, Vec<Diagnostic>> {
    match composed {
        Ok(document) => {
            let has_no_place_for_one = matches!(document.form, Form::Bulletin | Form::Minutes);
            Ok(is_named && document.head.number.is_none() && !has_no_place_for_one)
        }
        Err(found) if found.iter().any(|it| it.rule == &findings::NUMBER || it.rule == &NUMBER_MISSING) => Ok(true),
        Err(found) => Err(found),
    }
}
