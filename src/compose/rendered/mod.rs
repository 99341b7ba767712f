//! What a template is rendered to, read as a document: YAML and light markup with marks in them.

mod attachment;
mod body;
mod chart;
mod document;
mod element_rules;
mod elements;
mod front_keys;
mod heading_numbers;
mod item;
mod lead;
mod line_ends;
mod printed;
mod runs;
mod table;
mod typed_markup;

pub(super) use document::document;
