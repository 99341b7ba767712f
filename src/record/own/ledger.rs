//! 台账: a ledger that an office keeps besides the built-in ones, as `office.yaml` declares it.

use super::column::{Column, ColumnType, add_columns};
use super::figure::{OwnFigure, add_figures};
use super::interned::interned;
use super::name::OwnName;
use crate::record;
use crate::record::catalogue::{Record, Scalar as _, Shape};
use crate::record::value::{Minutes, PlainNumber};
use crate::source::Spanned;
use crate::yaml::tree::Node;
use crate::yaml::{Decode as _, Filled, Problems};

record! {
    /// A ledger of an office's own.
    pub struct Ledger {
        /// 台账的名称，记录里用它作键，模板里用它来取
        "名称" => pub name as _: Spanned<OwnName>,
        /// 一条叫什么，例如 起、件
        "量词" => pub unit as _: Option<Spanned<String>>,
        /// 各栏；只记数的台账不写
        "栏" => pub columns as _: Filled<Column>,
        /// 由各条算出的数，或直接记的数
        "数" => pub figures as _: Filled<OwnFigure>,
    }
}

/// Names that figures cannot have: what is written beside them in records.
pub const TAKEN_NAMES: [&str; 3] = [COUNT, ITEMS, TYPICAL];

/// The key of a ledger's items where figures stand beside them.
pub(super) const ITEMS: &str = "明细";

/// The key of some of a ledger's items, which are told beside figures of all of them.
pub(super) const TYPICAL: &str = "典型";

/// The key of the number of items where the items themselves are not recorded.
pub(super) const COUNT: &str = "条数";

impl Ledger {
    /// Adds what the ledger of that name had at another time.
    pub(super) fn add(&mut self, other: &Self) {
        let mut columns = self.columns.to_vec();
        add_columns(&mut columns, &other.columns);
        self.columns = columns.into();
        let mut figures = self.figures.to_vec();
        add_figures(&mut figures, &other.figures);
        self.figures = figures.into();
    }

    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name.value.text()
    }

    /// The column whose values a figure adds up or takes the mean of.
    #[must_use]
    pub fn reckoned_column(&self, figure: &OwnFigure) -> Option<&Column> {
        let name = figure.0.summed.as_ref().or(figure.0.averaged.as_ref())?;
        self.column(name.value.text())
    }

    /// Whether a figure is made of times.
    #[must_use]
    pub fn is_of_times(&self, figure: &OwnFigure) -> bool {
        self.reckoned_column(figure).is_some_and(|column| column.what() == ColumnType::Duration)
    }

    /// Whether a figure is itself a time, typed and printed 1小时19分钟: times added up. A mean of times is a number of minutes.
    #[must_use]
    pub fn is_time(&self, figure: &OwnFigure) -> bool {
        figure.0.summed.is_some() && self.is_of_times(figure)
    }

    /// A figure as a period's record says it; a time is kept in minutes.
    pub(super) fn typed_figure(
        &self,
        figure: Option<&OwnFigure>,
        node: &Node,
        problems: &mut Problems,
    ) -> Option<Spanned<PlainNumber>> {
        if figure.is_some_and(|figure| self.is_time(figure)) {
            let time: Spanned<Minutes> = Spanned::decode(node, problems)?;
            return Some(Spanned::new(PlainNumber::whole(time.value.get()), time.span));
        }
        Spanned::decode(node, problems)
    }

    /// What may stand in the place of a figure that a record says.
    pub(super) fn typed_shape(&self, figure: &OwnFigure) -> Shape {
        if self.is_time(figure) { Minutes::shape() } else { PlainNumber::shape() }
    }

    /// The unit of what a figure comes to where nobody says another: money is in 元, a mean of times in minutes.
    #[must_use]
    pub fn inherent_unit(&self, figure: &OwnFigure) -> Option<&'static str> {
        match self.reckoned_column(figure)?.what() {
            ColumnType::Money => Some("元"),
            ColumnType::Duration if figure.0.averaged.is_some() => Some("分钟"),
            _ => None,
        }
    }

    /// Whether a figure says how many items there are in all.
    #[must_use]
    pub fn counts_all(figure: &OwnFigure) -> bool {
        figure.0.counted.is_some() && figure.0.when.is_none() && figure.0.by.is_none()
    }

    /// What stands behind a figure in a paper: of a number of items, or one that is typed, what
    /// one item is called, unless it says otherwise.
    #[must_use]
    pub fn unit_of<'a>(&'a self, figure: &'a OwnFigure) -> &'a Option<Spanned<String>> {
        let counts_items = figure.0.counted.is_some() || figure.is_typed();
        if figure.0.unit.is_none() && counts_items { &self.unit } else { &figure.0.unit }
    }

    /// The name of the record of its figures.
    #[must_use]
    pub fn figures_name(&self) -> &'static str {
        interned(&format!("{}的数", self.name()))
    }

    /// One of its items, as the catalogue has it.
    #[must_use]
    pub fn item(&self) -> Record {
        Record { name: self.name(), in_braces: &[], fields: self.columns.iter().map(Column::field).collect() }
    }

    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name.value.text() == name)
    }

    #[must_use]
    pub fn figure(&self, name: &str) -> Option<&OwnFigure> {
        self.figures.iter().find(|figure| figure.name() == name)
    }
}
