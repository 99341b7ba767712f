//! Keys that a map of a record may have besides those that are fixed, where the reader knows of such.

use std::any::Any;
use std::fmt::Debug;

use crate::diagnostic::persons::Whose;

/// What is known besides the file that is read. This room hands it on, and knows nothing of what it says.
pub trait Further: Any + Debug + Send + Sync {
    /// The further keys that the record `record` may have, each with what it means.
    fn keys(&self, record: &str) -> Vec<(&'static str, &'static str)>;

    /// Since or until when the record has a key that it does not have now, in words.
    fn at_another_time(&self, record: &str, key: &str) -> Option<&str>;

    /// The further keys of the record behind which persons stand, each with what stands there.
    fn persons(&self, record: &str) -> Vec<(&'static str, Whose)>;

    /// Whether the record may have any further key: nobody knows which there are.
    fn has_any(&self, record: &str) -> bool;
}
