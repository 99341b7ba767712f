//! All columns and ledgers that an office has of its own, as records are read with them.

use super::column::{Column, add_columns, keys};
use super::figure::{OwnFigure, add_figures};
use super::ledger::{COUNT, ITEMS, Ledger, TYPICAL};
use super::typed_parts::TypedParts;
use crate::diagnostic::persons::Whose;
use crate::record::catalogue::{Field, Record, Scalar as _, Shape};
use crate::record::value::PlainNumber;
use crate::yaml::further::Further;

/// What an office adds to its records.
#[derive(Debug, Default)]
pub struct OfficeColumns {
    complaints: Vec<Column>,
    /// Those of complaints, of which a complaint that goes on need have none.
    carried_over: Vec<Column>,
    cases: Vec<Column>,
    notices: Vec<Column>,
    ledgers: Vec<Ledger>,
    complaint_figures: Vec<OwnFigure>,
    case_figures: Vec<OwnFigure>,
    is_unknown: bool,
    /// What it has at other times.
    of_other_times: Vec<OfAnotherTime>,
}

/// A key that records have at another time: of which record, the key, and since or until when.
pub(super) type OfAnotherTime = (&'static str, &'static str, String);

/// The records that may have columns of an office's own, by the names of their types.
const COMPLAINT: &str = "Complaint";
const CARRIED_OVER: &str = "CarriedOver";
const CASE: &str = "Case";
const NOTICE: &str = "Notice";

/// The type of the record of all ledgers of a period.
pub const LEDGERS: &str = "Ledgers";

impl OfficeColumns {
    /// From here on, what stands in the columns of persons is known as theirs.
    #[must_use]
    pub(in crate::record) fn new(
        complaints: Vec<Column>,
        cases: Vec<Column>,
        notices: Vec<Column>,
        ledgers: Vec<Ledger>,
    ) -> Self {
        let carried_over = all_optional(&complaints);
        let columns = Self { complaints, carried_over, cases, notices, ledgers, ..Self::default() };
        columns.all().for_each(Column::keep_persons);
        columns
    }

    /// With the figures that it makes of complaints and of cases.
    #[must_use]
    pub(in crate::record) fn with_figures(self, complaints: Vec<OwnFigure>, cases: Vec<OwnFigure>) -> Self {
        Self { complaint_figures: complaints, case_figures: cases, ..self }
    }

    /// Adds what the office had at another time: what one of the two does not have need not be written.
    pub(in crate::record) fn add(&mut self, other: Self) {
        add_columns(&mut self.complaints, &other.complaints);
        self.carried_over = all_optional(&self.complaints);
        add_columns(&mut self.cases, &other.cases);
        add_columns(&mut self.notices, &other.notices);
        add_figures(&mut self.complaint_figures, &other.complaint_figures);
        add_figures(&mut self.case_figures, &other.case_figures);
        for ledger in other.ledgers {
            match self.ledgers.iter_mut().find(|known| known.name() == ledger.name()) {
                Some(known) => known.add(&ledger),
                None => self.ledgers.push(ledger),
            }
        }
    }

    fn all(&self) -> impl Iterator<Item = &Column> {
        let of_records = self.complaints.iter().chain(&self.cases).chain(&self.notices);
        of_records.chain(self.ledgers.iter().flat_map(|ledger| &ledger.columns))
    }

    /// Whose value stands in each of its columns that are for persons, by the column's name.
    #[must_use]
    pub fn whose(&self) -> Vec<(&str, Whose)> {
        self.all().filter_map(|column| Some((column.name.value.text(), column.whose()?))).collect()
    }

    #[must_use]
    pub fn ledgers(&self) -> &[Ledger] {
        &self.ledgers
    }

    /// Of an office that cannot be read: any key may be a column's.
    #[must_use]
    pub fn unknown() -> Self {
        Self { is_unknown: true, ..Self::default() }
    }

    /// Every key that it adds to records, each with the name of the record.
    pub(super) fn keys_of_records(&self) -> Vec<(&'static str, &'static str)> {
        let mut keys = Vec::new();
        for (record, columns) in [
            (COMPLAINT, &self.complaints),
            (CARRIED_OVER, &self.carried_over),
            (CASE, &self.cases),
            (NOTICE, &self.notices),
        ] {
            keys.extend(columns.iter().map(|column| (record, column.name.value.text())));
        }
        for ledger in &self.ledgers {
            keys.push((LEDGERS, ledger.name()));
            keys.extend(ledger.columns.iter().map(|column| (ledger.name(), column.name.value.text())));
            keys.extend(ledger.figures.iter().map(|figure| (ledger.figures_name(), figure.name())));
        }
        keys
    }

    pub(super) fn know_other_times(&mut self, of_other_times: Vec<OfAnotherTime>) {
        self.of_other_times = of_other_times;
    }

    pub(super) fn is_unknown(&self) -> bool {
        self.is_unknown
    }

    /// The columns of records of the type `record`.
    pub(super) fn of_record(&self, record: &str) -> &[Column] {
        match record {
            COMPLAINT => &self.complaints,
            CARRIED_OVER => &self.carried_over,
            CASE => &self.cases,
            NOTICE => &self.notices,
            _ => &[],
        }
    }

    /// The figures that are made of records of the type `record`, or of the items of the ledger of that name.
    #[must_use]
    pub fn figures_of(&self, record: &str) -> &[OwnFigure] {
        match record {
            COMPLAINT => &self.complaint_figures,
            CASE => &self.case_figures,
            name => self.ledger(name).map_or(&[], |ledger| &ledger.figures),
        }
    }

    /// The fields that are added to records of the type `record`.
    #[must_use]
    pub fn fields_of(&self, record: &str) -> Vec<Field> {
        self.of_record(record).iter().map(Column::field).collect()
    }

    /// Whether records of the type `record`, or the items of the ledger of that name, have a column `key`.
    #[must_use]
    pub fn has(&self, record: &str, key: &str) -> bool {
        let of_ledger = self.ledger(record).map_or(&[][..], |ledger| &ledger.columns);
        self.of_record(record).iter().chain(of_ledger).any(|column| column.name.value.text() == key)
    }

    pub(super) fn ledger(&self, name: &str) -> Option<&Ledger> {
        self.ledgers.iter().find(|ledger| ledger.name() == name)
    }

    pub(super) fn ledger_names(&self) -> Vec<&'static str> {
        self.ledgers.iter().map(Ledger::name).collect()
    }

    /// Puts the columns into a shape, as if they were fields that all offices have.
    pub fn put_into(&self, shape: &mut Shape) {
        match shape {
            Shape::Record(record) if record.name == LEDGERS => {
                record.fields = self.ledgers.iter().map(ledger_field).collect();
            }
            Shape::Record(record) => {
                for field in &mut record.fields {
                    self.put_into(&mut field.shape);
                }
                record.fields.extend(self.fields_of(record.name));
            }
            Shape::List(inner) | Shape::Table(_, inner) => self.put_into(inner),
            Shape::Either(one, other) => {
                self.put_into(one);
                self.put_into(other);
            }
            Shape::Value(_) => {}
        }
    }
}

fn all_optional(columns: &[Column]) -> Vec<Column> {
    let mut columns = columns.to_vec();
    columns.iter_mut().for_each(Column::make_optional);
    columns
}

/// A ledger under its name: its number of items, the items, or figures with or without them.
fn ledger_field(ledger: &Ledger) -> Field {
    let name = ledger.name();
    let number = |key, meaning, variable| Field {
        key,
        meaning,
        variable: Some(variable),
        is_needed: false,
        may_be_empty: true,
        shape: PlainNumber::shape(),
    };
    let items = Shape::List(Box::new(Shape::Record(ledger.item())));
    let mut figures = vec![number(COUNT, "一共几条；写了各条的不用写", "count")];
    for figure in ledger.figures.iter().filter(|figure| figure.may_be_typed()) {
        let field = number(figure.name(), "直接记的数；写了各条、由各条算出的不用写", figure.name());
        let shape = if figure.0.by.is_some() { TypedParts::shape(ledger, figure) } else { ledger.typed_shape(figure) };
        figures.push(Field { shape, ..field });
    }
    if !ledger.columns.is_empty() {
        let field = Field { key: ITEMS, meaning: "各条", shape: items.clone(), ..number(ITEMS, "", "items") };
        figures.push(field);
        let meaning = "只写其中几条，另外写数";
        figures.push(Field { key: TYPICAL, meaning, shape: items.clone(), ..number(TYPICAL, "", "typical") });
    }
    let record = Shape::Record(Record { name: ledger.figures_name(), in_braces: &[], fields: figures });
    let number = PlainNumber::shape();
    let without_map = if ledger.columns.is_empty() { number } else { number.or(items) };
    Field {
        key: name,
        meaning: "这本台账的各条，或者几个数",
        variable: Some(name),
        is_needed: false,
        may_be_empty: true,
        shape: without_map.or(record),
    }
}

impl Further for OfficeColumns {
    fn keys(&self, record: &str) -> Vec<(&'static str, &'static str)> {
        keys(self.of_record(record))
    }

    fn at_another_time(&self, record: &str, key: &str) -> Option<&str> {
        let mut others = self.of_other_times.iter();
        others.find(|(of, known, _)| *of == record && *known == key).map(|(.., when)| when.as_str())
    }

    fn persons(&self, record: &str) -> Vec<(&'static str, Whose)> {
        let of_ledger = self.ledger(record).map_or(&[][..], |ledger| &ledger.columns);
        let columns = self.of_record(record).iter().chain(of_ledger);
        columns.filter_map(|column| Some((column.name.value.text(), column.whose()?))).collect()
    }

    fn has_any(&self, record: &str) -> bool {
        self.is_unknown && [COMPLAINT, CARRIED_OVER, CASE, NOTICE].contains(&record)
    }
}
