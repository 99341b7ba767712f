//! A paper's table as CSV (RFC 4180): its cells as they are printed, head and all.

use encoding_rs::GB18030;

use super::error::SheetError;
use super::grid::{Grid, GridCell};
use super::part::parts;
use super::value::{Number, Value};
use crate::document::Document;

/// How a CSV file's characters are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// With the mark by which Excel knows it.
    Utf8,
    Gb18030,
}

/// The bytes of a paper's only table. What cells of several places cover stands in the first of them.
///
/// # Errors
/// [`SheetError::Tables`] where the paper has none or several, [`SheetError::Character`] where GB18030 has no such character.
pub fn csv(document: &Document, encoding: Encoding) -> Result<Vec<u8>, SheetError> {
    let parts = parts(document);
    let [part] = parts.as_slice() else { return Err(SheetError::Tables(parts.len())) };
    let mut text = String::new();
    for row in &Grid::of(part.table).rows {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            if let Some(cell) = cell {
                push_field(&mut text, &guarded(cell));
            }
        }
        text.push_str("\r\n");
    }
    match encoding {
        Encoding::Utf8 => Ok(format!("\u{feff}{text}").into_bytes()),
        Encoding::Gb18030 => in_gb18030(&text),
    }
}

fn push_field(line: &mut String, field: &str) {
    let is_quoted = field.contains(['"', ',', '\r', '\n']) || field.trim() != field;
    if is_quoted {
        line.push('"');
        line.push_str(&field.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(field);
    }
}

/// What begins a formula in Excel, also in full width; a tab or a line break hides one.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// What a cell prints; words that a program would run as a formula have a ' before them, as Excel writes it itself. A dash alone
/// is none, and a number stays one.
fn guarded(cell: &GridCell) -> String {
    let GridCell { printed, value, .. } = cell;
    let is_number = matches!(value, Value::Number(_)) || Number::from_printed(printed).is_some();
    let is_dash = printed.chars().all(|c| matches!(c, '-' | '－'));
    if printed.starts_with(FORMULA) && !is_number && !is_dash { format!("'{printed}") } else { printed.clone() }
}

fn in_gb18030(text: &str) -> Result<Vec<u8>, SheetError> {
    let (bytes, _, has_unknown) = GB18030.encode(text);
    if has_unknown {
        let unknown = text.chars().find(|c| GB18030.encode(&c.to_string()).2).unwrap_or('\u{fffd}');
        return Err(SheetError::Character(unknown));
    }
    Ok(bytes.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Block;
    use crate::sheet::testing::table;

    fn document(rows: &[&[&str]]) -> Document {
        Document { body: vec![Block::Table(table(1, rows))], ..Document::default() }
    }

    fn written(rows: &[&[&str]]) -> String {
        String::from_utf8(csv(&document(rows), Encoding::Utf8).unwrap()).unwrap()
    }

    #[test]
    fn cells_are_quoted_where_they_have_to_be() {
        assert_eq!(
            written(&[&["甲,乙", "<", "\"丙\""], &["1,234.50", "一\n二", " 三"]]),
            "\u{feff}\"甲,乙\",,\"\"\"丙\"\"\"\r\n\"1,234.50\",\"一\n二\",\" 三\"\r\n"
        );
    }

    #[test]
    fn no_text_is_run_as_a_formula_and_numbers_stay_numbers() {
        let field = |printed| written(&[&["栏"], &[printed]]).lines().nth(1).unwrap().to_owned();
        for formula in ["=1+1", "+86", "-甲", "@甲", "＝1", "+cmd|'/c calc'!A0"] {
            let is_number = Number::from_printed(formula).is_some();
            assert_eq!(field(formula), if is_number { formula.to_owned() } else { format!("'{formula}") });
        }
        assert_eq!(field("\t=1"), "'\t=1");
        for harmless in ["-3", "+5%", "-", "--", "—", "甲=乙", "'甲"] {
            assert_eq!(field(harmless), harmless);
        }
    }

    #[test]
    fn gb18030_has_every_character_but_says_where_it_has_not() {
        let bytes = csv(&document(&[&["名"], &["𠮷龘é"]]), Encoding::Gb18030).unwrap();
        assert_eq!(GB18030.decode(&bytes).0, "名\r\n𠮷龘é\r\n");
        let unknown = csv(&document(&[&["名"], &["\u{e5e5}"]]), Encoding::Gb18030);
        assert!(matches!(unknown, Err(SheetError::Character('\u{e5e5}'))));
    }

    #[test]
    fn a_file_holds_just_one_table() {
        let mut document = document(&[&["栏"]]);
        document.body.push(document.body[0].clone());
        assert!(matches!(csv(&document, Encoding::Utf8), Err(SheetError::Tables(2))));
        document.body.clear();
        assert!(matches!(csv(&document, Encoding::Utf8), Err(SheetError::Tables(0))));
    }
}
