//! How a paper stands on the page: the numbers of GB/T 9704-2012, fonts by role, and finished lines.
//!
//! Both writers are handed a [`Galley`], in which every line is already broken, so that Word and PDF show the same
//! lines. Nothing here knows a file format.

#[doc(hidden)]
pub mod breaking;
mod fewer_pages;
mod filling;
pub mod fonts;
mod galley;
mod line_count;
mod missing;
mod origins;
pub mod page;
mod paging;
mod placing;
mod setting;
mod sheet;
mod style;
mod title;
mod unit;

/// Of all that comes behind a document: layout, Word files and PDF. It rises whenever the same document in the same
/// fonts gives other bytes than before; `tests/layout_version.rs` holds that.
pub const VERSION: u32 = 2;

pub use fewer_pages::set;
pub use galley::{
    Blank, Chart, CloseSetting, Dash, Drawn, Element, Fixed, Galley, Glyph, Glyphs, Grey, Ink, Line, Page, Paint,
    Paragraph, Part, PartedNumber, Picture, Piece, Rule, RuleKind, Section, Shape, Tab, Table, TableCell, TableRow,
    TracedGlyph,
};
pub use line_count::{FragileLine, LineCount};
pub use missing::MissingGlyph;
pub use origins::{OriginId, Origins};
pub use sheet::Sheet;
pub use style::{Align, Colour, Definition, NORMAL, Style};
pub use unit::{Mm, Pt, Twip};
