//! 归档文件目录: its columns, its rows and its cover (DA/T 22—2015, 5.5 and figures D.1 and D.2).

use crate::record::value::Date;

use super::code;
use super::item::Item;
use crate::record::filing::RetentionPeriod;
use crate::record::office::Office;

/// What it is called.
pub(super) const CATALOGUE: &str = "归档文件目录";

/// 序号, 档号, 文号, 责任者, 题名, 日期, 密级, 页数, 备注.
pub(super) const COLUMNS: [&str; 9] = ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"];

/// What both forms of the catalogue say.
#[derive(Debug)]
pub(super) struct Catalogue {
    /// Full name of the office (全宗名称).
    pub office: String,
    pub year: i16,
    /// What the cover says: a label, and what stands behind it.
    pub cover: Vec<(&'static str, String)>,
    /// In the order of [`COLUMNS`].
    pub rows: Vec<[String; 9]>,
    pub last_date: Date,
}

impl Catalogue {
    /// The papers of the year that ends with `last_day`.
    pub(super) fn new(office: &Office, last_day: Date, items: &[Item]) -> Self {
        let year = last_day.year();
        let numbered = code::numbered(office, year, items);
        let rows = numbered.iter().enumerate().map(|(at, (code, item))| row(at + 1, code, item)).collect();
        let filing = office.filing.as_ref();
        let fonds = filing.map(|filing| filing.fonds.to_string());
        let section = filing.and_then(|filing| filing.section.as_ref()).map(ToString::to_string);
        let pages: usize = items.iter().filter_map(|item| item.pages).sum();
        let cover = vec![
            ("全宗号", fonds.unwrap_or_default()),
            ("全宗名称", office.name.value.clone()),
            ("年度", year.to_string()),
            ("保管期限", periods(items)),
            ("机构（问题）", section.unwrap_or_default()),
            ("件数", items.len().to_string()),
            ("页数", pages.to_string()),
        ];
        let last_date = items.iter().map(|item| item.date).max().unwrap_or(last_day);
        Self { office: office.name.value.clone(), year, cover, rows, last_date }
    }

    /// What the package holds, in one line.
    pub(super) fn description(&self) -> String {
        format!("{}{}年度归档文件{}件：文书、记录、归档文件目录", self.office, self.year, self.rows.len())
    }
}

fn row(at: usize, code: &str, item: &Item) -> [String; 9] {
    [
        at.to_string(),
        code.to_owned(),
        item.number.clone(),
        item.responsible.clone(),
        item.title.clone(),
        item.date.to_string().replace('-', ""),
        item.secrecy.clone(),
        item.pages.map(|pages| pages.to_string()).unwrap_or_default(),
        item.note.clone(),
    ]
}

/// The periods that occur, the longest first.
fn periods(items: &[Item]) -> String {
    let mut words = Vec::new();
    for period in RetentionPeriod::ALL {
        if items.iter().any(|item| item.retention == Some(*period)) {
            words.push(period.word());
        }
    }
    words.join("、")
}
