//! The mark with which a writer says where a line of a title ends. It is never printed.

const MARKS: [char; 2] = ['|', '｜'];

/// Whether a character of a title is that mark.
#[must_use]
pub fn is_line_end(character: char) -> bool {
    MARKS.contains(&character)
}

/// A title as it is called, without the marks.
#[must_use]
pub fn without_line_ends(title: &str) -> String {
    title.replace(MARKS, "")
}
