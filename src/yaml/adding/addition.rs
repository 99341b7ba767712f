//! What is added to a text, and where.

/// One step from a value to one within it.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    Key(&'a str),
    /// Counted from 0.
    Item(usize),
}

/// What is added, as YAML of one line that may stand within brackets.
#[derive(Debug, Clone, Copy)]
pub enum New<'a> {
    /// A value behind a key.
    Value(&'a str),
    /// One more item of the list behind a key.
    Item(&'a str),
}

/// What is added, and where.
#[derive(Debug, Clone, Copy)]
pub struct Addition<'a> {
    /// The way from the whole to a map that is there.
    pub way: &'a [Step<'a>],
    /// The key in that map, and the keys of maps below it, those that are there and those that are not.
    pub keys: &'a [&'a str],
    /// A new key in that map stands behind the last of these that is there, or else at the map's end.
    pub behind: &'a [&'a str],
    pub new: New<'a>,
}
