//! The period of a week's file, whatever else of the record is wrong.

use std::sync::{Arc, LazyLock};

use super::catalogue::Described as _;
use super::value::Period;
use super::week::Week;
use crate::source::{Source, Spanned};
use crate::yaml::tree;
use crate::yaml::{Decode as _, Problems};

/// The key under which it stands.
pub(super) static PERIOD: LazyLock<&'static str> = LazyLock::new(|| {
    let shape = Week::shape();
    let fields = shape.record().map_or(&[][..], |record| &record.fields);
    fields.iter().find(|field| field.variable == Some("period")).map_or("", |field| field.key)
});

/// `None` where the file is no YAML or has no period.
#[must_use]
pub fn period_of(source: &Arc<Source>) -> Option<Spanned<Period>> {
    let tree = tree::parse(source, &|word| word == *PERIOD, &mut Problems::new())?;
    Spanned::<Period>::decode(tree.under(*PERIOD)?, &mut Problems::new())
}
