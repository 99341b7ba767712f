//! The records of a week that have columns of an office's own, group by group.

use crate::check::views::WeekView;
use crate::record::own::{Cells, Column, ColumnType, LedgerOfPeriod, OwnValue};

/// Records with the same columns.
pub struct OwnRecords<'a> {
    /// Under what they stand in the record.
    pub of: &'a str,
    pub columns: &'a [Column],
    pub cells: Vec<&'a Cells>,
}

/// Complaints, those that go on, cases and notices, then the items of each ledger.
pub fn own_records<'a>(view: &WeekView<'a>) -> Vec<OwnRecords<'a>> {
    let WeekView { office, week, .. } = *view;
    let complaints = week.complaints.iter().flat_map(|(_, of)| of.listed()).map(|complaint| &complaint.own);
    let mut groups = vec![
        OwnRecords { of: "投诉", columns: &office.complaint_columns, cells: complaints.collect() },
        OwnRecords {
            of: "续办",
            columns: &office.complaint_columns,
            cells: week.carried_over.iter().map(|entry| &entry.own).collect(),
        },
        OwnRecords {
            of: "查处案件",
            columns: &office.case_columns,
            cells: week.listed_cases().map(|case| &case.own).collect(),
        },
        OwnRecords {
            of: "通报单",
            columns: &office.notice_columns,
            cells: week.notices.iter().map(|notice| &notice.own).collect(),
        },
    ];
    for ledger in &office.ledgers {
        let items = week.ledgers.get(ledger.name()).map(LedgerOfPeriod::listed).unwrap_or_default();
        let cells = items.iter().map(|item| &item.cells).collect();
        groups.push(OwnRecords { of: ledger.name(), columns: &ledger.columns, cells });
    }
    groups
}

impl<'a> OwnRecords<'a> {
    /// What stands in columns of that type, each with its column.
    pub fn of_type(&self, what: ColumnType) -> Vec<(&'a Column, &'a OwnValue)> {
        let mut found = Vec::new();
        for column in self.columns.iter().filter(|column| column.what() == what) {
            found.extend(self.cells.iter().filter_map(|cells| Some((column, cells.get(column.name.value.text())?))));
        }
        found
    }
}
