//! What a change of an office may say: all that the office's file says, but for what holds for all weeks.

use schemars::Schema;
use serde_json::Value;

use crate::record::change::UNDATED;

/// Gives the schema of a change, if there is one, the keys of the office whose schema is `root`.
pub(super) fn put(root: &mut Schema) {
    let Some(Value::Object(keys)) = root.get("properties").cloned() else { return };
    let dated = keys.into_iter().filter(|(key, _)| !UNDATED.contains(&key.as_str()));
    if let Some(Value::Object(own)) = root.pointer_mut("/definitions/Change/properties") {
        own.extend(dated);
    }
}
