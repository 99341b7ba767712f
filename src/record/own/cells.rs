//! The values of one record in the columns that its office adds.

use super::column::Column;
use super::columns::OfficeColumns;
use super::value::OwnValue;
use crate::record::catalogue::{Content, Entry, Walk};
use crate::yaml::Problems;
use crate::yaml::fields::Fields;
use crate::yaml::tree::{Kind, Node};

/// Each with its column's name; those that are not written are not there.
#[derive(Debug, Clone, Default)]
pub struct Cells(Vec<(&'static str, OwnValue)>);

impl Walk for Cells {
    fn content(&self) -> Content<'_> {
        Content::Record(self.entries().collect())
    }
}

impl Cells {
    /// Those of a record of the type `record`; what columns there are is what `problems` knows.
    pub(in crate::record) fn decode(record: &str, fields: &Fields, problems: &mut Problems) -> Option<Self> {
        let Some(known) = problems.known::<OfficeColumns>() else { return Some(Self::default()) };
        Self::from_columns(known.of_record(record), fields, problems)
    }

    /// Those of a record that has just these columns.
    pub(super) fn from_columns(columns: &[Column], fields: &Fields, problems: &mut Problems) -> Option<Self> {
        let mut cells = Some(Vec::with_capacity(columns.len()));
        for column in columns {
            let name = column.name.value.text();
            let value = match fields.written(name) {
                Some(Node { kind: Kind::Null, .. }) | None if column.is_optional() => continue,
                Some(node) => OwnValue::decode(column, node, problems),
                None => {
                    fields.report_missing(name, problems);
                    None
                }
            };
            match (value, &mut cells) {
                (Some(value), Some(cells)) => cells.push((name, value)),
                _ => cells = None,
            }
        }
        cells.map(Self)
    }

    /// All that one of the records has that all offices keep, own columns among the rest, with what is known of it besides.
    #[must_use]
    pub(super) fn of_whole_record(record: &dyn Walk, besides: Vec<(&'static str, OwnValue)>) -> Self {
        let mut cells = Vec::new();
        if let Content::Record(entries) = record.content() {
            cells.extend(entries.iter().filter_map(|entry| Some((entry.key, OwnValue::built_in(entry.value)?))));
        }
        cells.extend(besides);
        Self(cells)
    }

    /// What stands in the column of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&OwnValue> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// All of them, as the fields of a record.
    pub(in crate::record) fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.0.iter().map(|(name, value)| Entry { key: name, variable: Some(name), value })
    }
}
