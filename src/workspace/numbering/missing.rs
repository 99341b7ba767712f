//! Which of a week's papers lack the document number that they need.

use super::place::Place;
use crate::compose::{Composer, findings};
use crate::diagnostic::{Diagnostic, add_unlike};
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

/// The papers of a week, of the wanted `kinds` or of all, that lack the number which they need, in the office's order.
///
/// A reply needs one where the office has a 发文代字, any other paper where it cannot be made without. Of kinds that are
/// named also those get one that may have it.
///
/// # Errors
/// What else keeps a paper from being made: then nobody knows whether it needs a number.
pub(super) fn missing(
    office: &OfficeWorkspace,
    week: &Week,
    kinds: &[String],
    year: Option<i16>,
) -> Result<Vec<Missing>, Vec<Diagnostic>> {
    let of_time = &office.generation_for(week).office;
    let mut all: Vec<Missing> = Vec::new();
    let mut composer: Option<Composer> = None;
    for due in due(of_time, week) {
        let place = Place::of(&due, of_time, week);
        let Some(date) = place.date(week) else { continue };
        let is_asked = (kinds.is_empty() || kinds.contains(&due.kind)) && year.is_none_or(|year| year == date.year());
        let is_there = place.written(&due, week).is_some() || all.iter().any(|other| other.place == place);
        if !is_asked || is_there {
            continue;
        }
        let is_needed = match place {
            Place::Notice(_) if of_time.document_code.is_some() => true,
            _ => {
                let ready = match &composer {
                    Some(ready) => ready,
                    None => composer.insert(office.composer(week)?),
                };
                needs_number(due.compose(ready), !kinds.is_empty())?
            }
        };
        if is_needed {
            all.push(Missing { due, place, date });
        }
    }
    Ok(all)
}

/// Whether a paper lacks the number that its form has. `is_named`: also where its form may do without.
fn needs_number(composed: Result<Document, Vec<Diagnostic>>, is_named: bool) -> Result<bool, Vec<Diagnostic>> {
    match composed {
        Ok(document) => {
            let has_no_place_for_one = matches!(document.form, Form::Bulletin | Form::Minutes);
            Ok(is_named && document.head.number.is_none() && !has_no_place_for_one)
        }
        Err(found) if found.iter().any(|it| it.rule == &findings::NUMBER || it.rule == &NUMBER_MISSING) => Ok(true),
        Err(found) => {
            let mut once = Vec::new();
            add_unlike(&mut once, found);
            Err(once)
        }
    }
}
