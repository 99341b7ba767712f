//! What editors are told about the files: JSON Schemas made of the records' types.
//!
//! Draft 7, which every editor's YAML support reads. Where a message or an offer would not be in the writer's words,
//! the schemas use the keywords that VS Code and yaml-language-server add (`errorMessage`, `enumDescriptions`); other
//! readers pass over them.

mod changes;
mod fill;
mod titles;

use crate::diagnostic::Rule;
use crate::record::office::Office;
use crate::record::week::Week;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// The schema of one week's file; names of the office in all its generations, none where it is not known, and of the
/// rules are what editors offer.
#[must_use]
pub fn week(generations: &[&Office], rules: &[&Rule]) -> String {
    root::<Week>("周记录", "一个指挥中心一周的记录：周报和通报单回复都由它做出", generations, rules)
}

/// The schema of `office.yaml`.
#[must_use]
pub fn office(generations: &[&Office], rules: &[&Rule]) -> String {
    root::<Office>("指挥中心", "office.yaml：一个指挥中心里不随周次变化的内容", generations, rules)
}

/// As it is written to a file, without the last line break.
fn root<T: JsonSchema>(title: &str, description: &str, generations: &[&Office], rules: &[&Rule]) -> String {
    let mut made = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    changes::put(&mut made);
    titles::put(&mut made);
    fill::fill(&mut made, &T::schema_name(), generations, rules);
    let head =
        [("$schema", made.remove("$schema")), ("title", Some(title.into())), ("description", Some(description.into()))];
    made.remove("title");
    let head = head.into_iter().filter_map(|(keyword, value)| Some((keyword.to_owned(), value?)));
    let rest = made.to_value().as_object().cloned().unwrap_or_default();
    let schema = Value::Object(head.chain(rest).collect::<Map<_, _>>());
    format!("{schema:#}")
}
