//! Numbers that papers print as they were typed, and what they are called.

use std::fmt::Display;
use std::sync::Arc;

use super::Explained;
use crate::document::Origin;
use crate::record::Table;
use crate::record::week::Week;
use crate::source::{Span, Spanned};

/// As the office says of figures that it takes over from a record.
const AS_TYPED: &str = "照录";

pub(super) fn values(week: &Week) -> Vec<Explained> {
    let inspections = week.inspections.iter().flat_map(Table::iter);
    let inspections = inspections.map(|(item, count)| named("执法检查", &item.value, count));
    let receptions = week.receptions.iter().flatten();
    let receptions = receptions.map(|it| named("现场受理人数", &it.unit.value, &it.persons));
    let fines = week.cases.iter().flatten();
    let fines = fines.filter_map(|case| Some(named("罚款", &case.subject.value, case.fine.as_ref()?)));
    inspections.chain(receptions).chain(fines).collect()
}

fn named<T: Display>(name: &'static str, of: &str, value: &Spanned<T>) -> Explained {
    let origin = Arc::new(Origin::Record(value.span.clone()));
    Explained { name: Some(name), of: Some(of.to_owned()), ..plain(&value.value.to_string(), &value.span, origin) }
}

/// A value of a record that has no name among the figures.
pub(super) fn plain(printed: &str, place: &Span, origin: Arc<Origin>) -> Explained {
    let typed = place.text().contains(printed);
    Explained {
        name: None,
        of: None,
        values: vec![printed.to_owned()],
        rule: if typed { AS_TYPED } else { "照录，按公文的写法印" }.to_owned(),
        from: vec![place.clone()],
        printed: Vec::new(),
        origins: vec![origin],
    }
}
