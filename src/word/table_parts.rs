//! Parts that tables of text and tables at fixed places share.

use super::error::WordError;
use super::xml::Xml;
use crate::layout::Twip;

/// The room between a cell's edges and its text: at the sides, none above and below. Where there is room at the sides,
/// LibreOffice counts it from the middle of the rules, as Word does, so that both have the same width for text.
pub(super) fn padding(xml: &mut Xml, side: Twip) -> Result<(), WordError> {
    xml.open("w:tblCellMar", &[], |xml| {
        [("w:top", 0), ("w:left", side.0), ("w:bottom", 0), ("w:right", side.0)]
            .into_iter()
            .try_for_each(|(edge, width)| xml.leaf(edge, &[("w:w", &width), ("w:type", &"dxa")]))
    })
}

pub(super) fn grid(xml: &mut Xml, columns: &[Twip]) -> Result<(), WordError> {
    xml.open("w:tblGrid", &[], |xml| columns.iter().try_for_each(|column| xml.leaf("w:gridCol", &[("w:w", &column.0)])))
}
