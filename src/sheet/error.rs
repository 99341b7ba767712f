//! What can go wrong in writing tables.

use std::fmt;

use rust_xlsxwriter::XlsxError;

#[derive(Debug)]
pub enum SheetError {
    /// A workbook has at least one sheet, and a CSV file just one table: the paper has so many.
    Tables(usize),
    /// The encoding has no such character.
    Character(char),
    /// The workbook could not be put together.
    Workbook(XlsxError),
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tables(count) => write!(f, "这份文书有 {count} 张表"),
            Self::Character(character) => {
                write!(f, "GB18030 编码里没有这个字（U+{:04X}），请改用 UTF-8", u32::from(*character))
            }
            Self::Workbook(error) => write!(f, "xlsx 文件没有做成：{error}"),
        }
    }
}

impl std::error::Error for SheetError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Tables(_) | Self::Character(_) => None,
            Self::Workbook(error) => Some(error),
        }
    }
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        Self::Workbook(error)
    }
}
