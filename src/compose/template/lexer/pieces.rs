//! The pieces of a template: texts, comments and tags.

use std::ops::Range;

use super::tokens::{Inside, Token, inside};

/// A piece of a template. The pieces in their order are the whole template: none is empty, none overlaps another.
#[derive(Debug)]
pub(in crate::compose) struct Piece<'t> {
    pub(in crate::compose) kind: PieceKind<'t>,
    /// In the template, in bytes.
    pub(in crate::compose) place: Range<usize>,
}

#[derive(Debug)]
pub(in crate::compose) enum PieceKind<'t> {
    /// What is printed as it stands, but for white space that tags beside it trim.
    Text,
    /// `{# … #}`
    Comment,
    /// `{{ … }}`
    Expression(Tag<'t>),
    /// `{% … %}`, also the two around a raw text.
    Statement(Tag<'t>),
}

/// What stands in a tag.
#[derive(Debug)]
pub(in crate::compose) struct Tag<'t> {
    pub(in crate::compose) tokens: Vec<Token<'t>>,
    /// Whether it takes white space away from the text behind it.
    pub(in crate::compose) trims_behind: bool,
}

impl<'t> Piece<'t> {
    pub(in crate::compose) fn is_text(&self) -> bool {
        matches!(self.kind, PieceKind::Text)
    }

    /// What stands in it, if it is a tag.
    pub(in crate::compose) fn tag(&self) -> Option<&Tag<'t>> {
        match &self.kind {
            PieceKind::Expression(tag) | PieceKind::Statement(tag) => Some(tag),
            PieceKind::Text | PieceKind::Comment => None,
        }
    }
}

impl<'t> Tag<'t> {
    /// The token at that place as text; empty behind the last one.
    pub(in crate::compose) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.text)
    }
}

/// Takes a template apart.
pub(in crate::compose) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut lexer = Lexer { template, at: 0, pieces: Vec::new() };
    while lexer.at < template.len() {
        match lexer.rest().get(..2) {
            Some("{{") => lexer.expression(),
            Some("{%") => lexer.statement(),
            Some("{#") => lexer.comment(),
            _ => lexer.text(next_opening(template, lexer.at)),
        }
    }
    lexer.pieces
}

/// Where the next tag or comment opens: at the end, if there is none.
fn next_opening(template: &str, from: usize) -> usize {
    let mut braces = template[from..].match_indices('{').map(|(at, _)| from + at);
    braces.find(|at| matches!(template.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#'))).unwrap_or(template.len())
}

struct Lexer<'t> {
    template: &'t str,
    /// How far it has been taken apart.
    at: usize,
    pieces: Vec<Piece<'t>>,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        &self.template[self.at..]
    }

    fn push(&mut self, kind: PieceKind<'t>, end: usize) {
        if self.at < end {
            self.pieces.push(Piece { kind, place: self.at..end });
            self.at = end;
        }
    }

    fn text(&mut self, end: usize) {
        self.push(PieceKind::Text, end);
    }

    fn comment(&mut self) {
        let inner = self.at + 2;
        let end = self.template[inner..].find("#}").map_or(self.template.len(), |length| inner + length + 2);
        self.push(PieceKind::Comment, end);
    }

    fn expression(&mut self) {
        let (tag, end) = self.tag("}}");
        self.push(PieceKind::Expression(tag), end);
    }

    fn statement(&mut self) {
        let inner = &self.rest()[2..];
        let begins_raw = is_alone("raw", inner.strip_prefix('-').unwrap_or(inner));
        let (tag, end) = self.tag("%}");
        self.push(PieceKind::Statement(tag), end);
        if begins_raw {
            self.raw();
        }
    }

    /// The text behind `{% raw %}`, and the tag that ends it.
    fn raw(&mut self) {
        let mut openings = self.rest().match_indices("{%").map(|(at, _)| self.at + at);
        let end = openings.find(|at| is_alone("endraw", &self.template[at + 2..]));
        self.text(end.unwrap_or(self.template.len()));
        if end.is_some() {
            let (tag, end) = self.tag("%}");
            self.push(PieceKind::Statement(tag), end);
        }
    }

    /// The tag that opens here, and where it ends.
    fn tag(&self, close: &str) -> (Tag<'t>, usize) {
        let start = self.at + if self.rest()[2..].starts_with('-') { 3 } else { 2 };
        let Inside { tokens, end, trims_behind } = inside(self.template, start, close);
        (Tag { tokens, trims_behind }, end)
    }
}

/// Whether a tag that goes on with `inner` is nothing but that word.
fn is_alone(word: &str, inner: &str) -> bool {
    let before = inner.strip_prefix('-').unwrap_or(inner).trim_ascii_start();
    let Some(behind) = before.strip_prefix(word).map(str::trim_ascii_start) else { return false };
    behind.strip_prefix('-').unwrap_or(behind).starts_with("%}")
}
