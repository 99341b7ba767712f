//! Tables of a template: GFM's, with cells that join others and settings before them.

mod draft;
mod merging;
mod settings;

pub(super) use draft::Draft;
pub(super) use settings::TableSettings;
