//! What templates can ask for: the names, and the fields of each; those that all offices have, and an office's own.

use std::sync::LazyLock;

use super::context::view::{Variable, View, variables_from_fields};
use super::context::{figures, inspections, ledger, notice, office, register, section, silent_unit, top, week};
use crate::record::catalogue::{Record, Shape};
use crate::record::own::{Ledger, OfficeColumns, OwnFigure};

pub(super) use super::context::view::Kind;

/// The names at the top.
pub(super) const TOP: &str = "top";

/// What templates see of another week, which is also what they see of theirs at the top.
pub(super) const COMPARED: &str = "compared";

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
            variables.extend(top::compared::view().variables());
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
        top::compared::view(),
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
        ledger::ledger::view(),
        ledger::ledger_column::view(),
        ledger::ledger_figure::view(),
        ledger::ledger_part::view(),
        section::section::view(),
        section::section_part::view(),
        section::section_table::view(),
        section::section_line::view(),
        silent_unit::silent_unit::view(),
        silent_unit::owed_paper::view(),
        register::register::view(),
        register::incoming_entry::view(),
        register::outgoing_entry::view(),
        register::number_entry::view(),
        register::complaint_entry::view(),
        register::case_entry::view(),
    ]
}

fn refers(known: &Type, record: &str) -> bool {
    known.variables.iter().any(|variable| matches!(variable.kind, Kind::Map(of) | Kind::List(of) if of == record))
}

/// What the templates of an office can ask for.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// What its columns and ledgers add, by the names of the types that they are added to, or that are their own.
    own: Vec<Type>,
    ledgers: Vec<Ledger>,
    /// The ledger to whose items papers are made, where that is known of a template.
    pub(super) item: Option<&'static str>,
}

impl Vocabulary {
    pub(super) fn of_columns(columns: &OfficeColumns) -> Self {
        let mut own = Vec::new();
        for view in &views() {
            for record in view.records.iter().filter_map(Shape::record) {
                let fields = columns.fields_of(record.name);
                if !fields.is_empty() {
                    let record = Record { name: record.name, in_braces: &[], fields };
                    own.push(Type { name: view.name, title: view.title, variables: variables_from_fields(&record) });
                }
            }
        }
        for (view, record) in OF_RECORDS {
            let figures = columns.figures_of(record);
            if !figures.is_empty() {
                own.push(Type {
                    name: view, title: "", variables: of_figures(figures, "office.yaml 里自设的一个数")
                });
            }
        }
        let mut ledgers = Vec::new();
        for ledger in columns.ledgers() {
            ledgers.push(Variable {
                name: ledger.name(),
                meaning: "这本台账",
                kind: Kind::Map(ledger.figures_name()),
                of: &[],
            });
            own.push(of_ledger(ledger));
            own.push(Type {
                name: ledger.name(),
                title: "台账的一条",
                variables: variables_from_fields(&ledger.item()),
            });
        }
        own.push(Type { name: top::LEDGERS, title: "各本台账", variables: ledgers });
        Self { own, ledgers: columns.ledgers().to_vec(), item: None }
    }

    /// The variables of the type of that name.
    pub(super) fn fields(&self, name: &str) -> impl Iterator<Item = &Variable> {
        let all = TYPES.iter().chain(&self.own).filter(move |known| known.name == name);
        all.flat_map(|known| &known.variables)
    }

    pub(super) fn field(&self, name: &str, field: &str) -> Option<Kind> {
        if name == top::LEDGERS && self.own.is_empty() {
            // Of an office that cannot be read it is not known which ledgers it has.
            return Some(Kind::Open);
        }
        let kind = self.fields(name).find(|known| known.name == field).map(|known| known.kind);
        match self.item {
            Some(ledger) if name == TOP && field == top::ITEM => kind.map(|_| Kind::Map(ledger)),
            _ => kind,
        }
    }

    /// The office's own ledgers.
    pub(super) fn ledgers(&self) -> &[Ledger] {
        &self.ledgers
    }

    /// The names of its own types.
    pub(super) fn own_types(&self) -> impl Iterator<Item = &'static str> {
        self.own.iter().map(|known| known.name)
    }
}

/// A ledger with its figures, of which each has a name of its own.
fn of_ledger(ledger: &Ledger) -> Type {
    let mut variables = ledger::ledger::view().variables();
    for variable in variables.iter_mut().filter(|variable| ["items", "typical", "rows"].contains(&variable.name)) {
        variable.kind = Kind::List(ledger.name());
    }
    variables.extend(of_figures(&ledger.figures, "这本台账的一个数"));
    Type { name: ledger.figures_name(), title: "一本台账", variables }
}

/// Figures, each of which has a name of its own.
fn of_figures(figures: &[OwnFigure], meaning: &'static str) -> Vec<Variable> {
    let kind = |figure: &OwnFigure| if figure.0.by.is_some() { Kind::List(LEDGER_PART) } else { Kind::Plain };
    figures.iter().map(|it| Variable { name: it.name(), meaning, kind: kind(it), of: &[] }).collect()
}

/// The views that show figures of an office's own of records that all offices have, and the types of those records.
pub(super) const OF_RECORDS: [(&str, &str); 2] = [("complaints", "Complaint"), ("cases", "Case")];

/// The view of one part of a figure.
const LEDGER_PART: &str = "ledger_part";

/// The fields of a type that all offices' templates can ask for.
pub(super) fn built_in_fields(name: &str) -> &'static [Variable] {
    TYPES.iter().find(|known| known.name == name).map_or(&[], |known| &known.variables)
}
