//! The gate: whatever is shown to anybody goes through here, whole, before it is cut to length.
//!
//! Each line loses what is a person's and what is no visible character. There is no other place in the program that
//! writes to standard output or standard error (`tests/gate.rs`), and reports for programs are gated value by value.
//! What goes back into a record (an edit, a completion) is no report, and does not pass here.

use std::io::{self, Write};

use serde_json::Value;

use super::persons::masked;
use super::visible::{visible, visible_lines};

/// `text` as it may be shown and kept in a log: safe for a terminal, on one line, and nobody's number or name in it.
/// As many characters as before, each in its place.
#[must_use]
pub fn discreet(text: &str) -> String {
    visible(&masked(text)).into_owned()
}

/// The same for a text of several lines.
#[must_use]
pub fn discreet_lines(text: &str) -> String {
    visible_lines(&masked(text)).into_owned()
}

/// The same for a report to a program: every text within `value`, but for hashes.
#[must_use]
pub fn discreet_value(value: Value) -> Value {
    match value {
        Value::String(text) if is_hash(&text) => Value::String(text),
        Value::String(text) => Value::String(discreet_lines(&text)),
        Value::Array(values) => values.into_iter().map(discreet_value).collect(),
        Value::Object(entries) => entries.into_iter().map(|(key, value)| (key, discreet_value(value))).collect(),
        other => other,
    }
}

/// Whether `text` would be shown as it is.
#[must_use]
pub fn may_be_shown(text: &str) -> bool {
    discreet_lines(text) == text
}

/// A SHA-256 has digits enough to look like a telephone number.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Where a line is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    Stdout,
    Stderr,
}

impl Stream {
    /// Shows one line.
    pub fn line(self, text: &str) -> io::Result<()> {
        self.write(&format!("{}\n", unlike_command(&discreet(text))))
    }

    /// Shows several lines.
    pub fn lines(self, text: &str) -> io::Result<()> {
        let mut shown = String::new();
        for line in text.split('\n') {
            shown.push_str(&unlike_command(&discreet(line)));
            shown.push('\n');
        }
        self.write(&shown)
    }

    /// Shows lines that the program has coloured: what stands between colours is gated.
    pub fn coloured(self, text: &str) -> io::Result<()> {
        let mut shown = String::new();
        for line in text.split('\n') {
            if line.contains('\u{1b}') {
                for (at, piece) in line.split("\u{1b}[").enumerate() {
                    let (colour, piece) = if at == 0 { (None, piece) } else { split_colour(piece) };
                    if let Some(colour) = colour {
                        shown.push_str("\u{1b}[");
                        shown.push_str(colour);
                    }
                    shown.push_str(&discreet(piece));
                }
            } else {
                shown.push_str(&unlike_command(&discreet(line)));
            }
            shown.push('\n');
        }
        self.write(&shown)
    }

    /// Shows a command to GitHub Actions, on one line.
    pub fn command(self, text: &str) -> io::Result<()> {
        self.write(&format!("{}\n", discreet(text)))
    }

    /// Shows an object to a program, on one line.
    pub fn object(self, value: Value) -> io::Result<()> {
        self.own(&discreet_value(value).to_string())
    }

    /// Shows the program's own words, in which nothing of anybody's data stands.
    pub fn own(self, text: &str) -> io::Result<()> {
        self.write(&format!("{text}\n"))
    }

    /// Asks the writer something, on a line that his answer goes on.
    pub fn ask(self, text: &str) -> io::Result<()> {
        self.write(text)?;
        self.flush()
    }

    pub fn flush(self) -> io::Result<()> {
        match self {
            Self::Stdout => io::stdout().lock().flush(),
            Self::Stderr => io::stderr().lock().flush(),
        }
    }

    /// Colours are left out where nobody sees them.
    fn write(self, text: &str) -> io::Result<()> {
        match self {
            Self::Stdout if text.contains('\u{1b}') => anstream::stdout().write_all(text.as_bytes()),
            Self::Stdout => io::stdout().lock().write_all(text.as_bytes()),
            Self::Stderr if text.contains('\u{1b}') => anstream::stderr().write_all(text.as_bytes()),
            Self::Stderr => io::stderr().lock().write_all(text.as_bytes()),
        }
    }
}

/// A line as it is, or, where GitHub Actions would take it for a command, with wide marks instead.
fn unlike_command(line: &str) -> String {
    let line = line.replace("##[", "＃＃[");
    match line.trim_start().strip_prefix("::") {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_alphabetic()) => format!("：：{rest}"),
        _ => line,
    }
}

/// A colour that the program has set, up to its `m`, and what is coloured. Anything else is shown with its beginning
/// gone.
fn split_colour(piece: &str) -> (Option<&str>, &str) {
    let end = piece.find(|c: char| !(c.is_ascii_digit() || c == ';')).unwrap_or(piece.len());
    if !piece[end..].starts_with('m') {
        return (None, piece);
    }
    let (colour, rest) = piece.split_at(end + 1);
    (Some(colour), rest)
}
