//! What templates can ask for: the names, and the fields of each.

use std::sync::LazyLock;

use super::context::view::{Variable, View, variables_from_fields};
use super::context::{figures, inspections, notice, office, top, week};

pub(super) use super::context::view::Kind;

/// The names at the top.
pub(super) const TOP: &str = "top";

/// What templates see of one thing.
#[derive(Debug)]
pub(super) struct Type {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) variables: Vec<Variable>,
}

/// All of them: the top, and the views and records in the order in which one comes to them from there.
pub(super) static TYPES: LazyLock<Vec<Type>> = LazyLock::new(|| {
    let views = views();
    let mut types = Vec::new();
    for view in &views {
        let mut variables = view.variables();
        if view.name == TOP {
            variables.extend(top::OF_PAPER);
        }
        types.push(Type { name: view.name, title: view.title, variables });
    }
    for record in views.iter().flat_map(|view| &view.records).flat_map(|shape| shape.records()) {
        let variables = variables_from_fields(record);
        if !variables.is_empty() && types.iter().any(|known| refers(known, record.name)) {
            types.push(Type { name: record.name, title: "", variables });
        }
    }
    types
});

pub(super) fn views() -> Vec<View> {
    vec![
        top::top::view(),
        office::office::view(),
        office::paper::view(),
        week::week::view(),
        inspections::inspected::view(),
        week::cases::view(),
        week::case::view(),
        week::result::view(),
        notice::notice::view(),
        notice::related::view(),
        top::reception::view(),
        top::assessment::view(),
        figures::complaints::view(),
        figures::platform::view(),
        figures::complaint::view(),
        week::carried_over::view(),
        week::carried_over_entry::view(),
        figures::returns::view(),
        figures::sent::view(),
        figures::sent_paper::view(),
        figures::received::view(),
        top::section::view(),
    ]
}

fn refers(known: &Type, record: &str) -> bool {
    known.variables.iter().any(|variable| matches!(variable.kind, Kind::Map(of) | Kind::List(of) if of == record))
}

/// The variables of the type of that name.
pub(super) fn fields(name: &str) -> &'static [Variable] {
    TYPES.iter().find(|known| known.name == name).map_or(&[], |known| &known.variables)
}

pub(super) fn field(name: &str, field: &str) -> Option<Kind> {
    fields(name).iter().find(|known| known.name == field).map(|known| known.kind)
}
