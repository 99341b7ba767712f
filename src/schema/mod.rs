//! What editors are told about the files: JSON Schemas made of the catalogue of fields.
//!
//! Draft 7, which every editor's YAML support reads. Where a message or an offer would not be in the writer's words,
//! the schemas use the keywords that VS Code and yaml-language-server add (`errorMessage`, `enumDescriptions`); other
//! readers pass over them.

mod keys_page;
mod names;
mod parts;
mod titles;
mod writer;

pub use keys_page::keys_page;

use crate::diagnostic::Rule;
use crate::record::catalogue::{Kind, Shape};
use crate::record::office::Office;
use crate::record::{Described as _, columns_of_generations, week_shape};
use serde_json::{Map, Value};
use writer::Writer;

/// The schema of one week's file; names of the office in all its generations, none where it is not known, and of the
/// rules are what editors offer.
#[must_use]
pub fn week(generations: &[&Office], rules: &[&Rule]) -> String {
    let shape = week_shape(&columns_of_generations(generations));
    root("周记录", "一个指挥中心一周的记录：周报和通报单回复都由它做出", &shape, generations, rules)
}

/// The schema of `office.yaml`.
#[must_use]
pub fn office(generations: &[&Office], rules: &[&Rule]) -> String {
    root("指挥中心", "office.yaml：一个指挥中心里不随周次变化的内容", &Office::shape(), generations, rules)
}

/// The schema of a single value.
#[must_use]
pub fn value(kind: &Kind) -> Value {
    parts::value(kind)
}

/// As it is written to a file, without the last line break.
fn root(title: &str, description: &str, shape: &Shape, generations: &[&Office], rules: &[&Rule]) -> String {
    let mut writer = Writer::new(generations, rules);
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
    schema.insert("title".to_owned(), title.into());
    schema.insert("description".to_owned(), description.into());
    if let Shape::Record(record) = shape {
        schema.extend(writer.record(record));
    }
    let mut definitions = writer.definitions;
    for (record, title) in titles::titles(shape) {
        definitions[record]["title"] = title.into();
    }
    schema.insert("definitions".to_owned(), definitions.into());
    format!("{:#}", Value::Object(schema))
}
