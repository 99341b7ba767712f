//! A template's text taken apart as the engine takes it apart, whose own lexer cannot be called from outside.
//!
//! What is text, what is a tag and where a tag ends is decided here and nowhere else: within quotes nothing closes a tag,
//! a comment holds no tags, and what stands between `{% raw %}` and `{% endraw %}` is text. Nothing is refused: of a
//! template that the engine does not accept, the rest is one tag or one text up to its end.

mod pieces;
#[cfg(test)]
mod tests;
mod tokens;

pub(super) use pieces::{Piece, PieceKind, Tag, pieces};
pub(super) use tokens::{Token, TokenKind};
