//! The names that a template's tags speak of: those that they ask for, field by field, and those that they bring.

use std::collections::HashMap;

use super::lexer::{Piece, Token, TokenKind};
use crate::compose::variables::Kind::{self, List, Map, Open};
use crate::compose::variables::{TOP, Vocabulary};

/// `office.superior.name`, name by name.
type Path<'t> = Vec<Token<'t>>;

#[derive(Debug, Default)]
pub(super) struct NameUses<'t> {
    /// Those that may be printed.
    pub(super) paths: Vec<Path<'t>>,
    /// Those that only decide, in `if` and `elif`.
    pub(super) deciding: Vec<Path<'t>>,
    /// Names that a tag brings, each with the list whose items it stands for; `None` where that is not a plain path.
    brought: Vec<(&'t str, Option<Path<'t>>)>,
}

impl<'t> NameUses<'t> {
    pub(super) fn in_template(pieces: &[Piece<'t>]) -> Self {
        let mut uses = Self::default();
        for tag in pieces.iter().filter_map(Piece::tag) {
            uses.find_brought(&tag.tokens);
            uses.find_paths(&tag.tokens);
        }
        uses
    }

    pub(super) fn all_paths(&self) -> impl Iterator<Item = &Path<'t>> {
        self.paths.iter().chain(&self.deciding)
    }

    /// What `set` and `for` bring, also a `for` within brackets, `[item.date for item in items]`.
    fn find_brought(&mut self, tokens: &[Token<'t>]) {
        if let (Some("set" | "set_global"), Some(name)) = (word(tokens, 0), word(tokens, 1)) {
            self.brought.push((name, None));
        }
        if word(tokens, 0) == Some("for")
            && let Some(list_at) = (1..tokens.len()).find(|at| word(tokens, *at) == Some("in"))
        {
            let (list, end) = path(tokens, list_at + 1);
            let names: Vec<&str> = (1..list_at).filter_map(|at| word(tokens, at)).collect();
            let is_plain = end == tokens.len() && names.len() == 1 && !list.is_empty();
            let items_of = is_plain.then_some(list);
            self.brought.extend(names.into_iter().map(|name| (name, items_of.clone())));
        }
        for at in (1..tokens.len()).filter(|at| word(tokens, *at) == Some("for")) {
            self.brought.extend(word(tokens, at + 1).map(|name| (name, None)));
        }
    }

    /// What is asked for: paths that are no filter, test, function or argument's name.
    fn find_paths(&mut self, tokens: &[Token<'t>]) {
        let only_decides = matches!(word(tokens, 0), Some("if" | "elif"));
        let mut at = 0;
        while at < tokens.len() {
            let (path, end) = path(tokens, at);
            if path.is_empty() {
                at += 1;
                continue;
            }
            let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.text);
            let behind = tokens.get(end).map(|token| token.text);
            if !matches!(before, Some("." | "?." | "|" | "is")) && !matches!(behind, Some("(" | "=")) {
                if only_decides { self.deciding.push(path) } else { self.paths.push(path) }
            }
            at = end;
        }
    }

    /// What the names that tags bring stand for; [`Open`] where that cannot be said.
    pub(super) fn bound(&self, known: &Vocabulary) -> HashMap<&'t str, Kind> {
        let mut bound: HashMap<&str, Kind> = HashMap::new();
        for (name, list) in &self.brought {
            let kind = match list.as_ref().map(|list| resolved(list, &bound, known)) {
                Some(List(items)) => Map(items),
                _ => Open,
            };
            let before = bound.get(name).copied().or_else(|| known.field(TOP, name));
            bound.insert(name, if before.is_none_or(|before| before == kind) { kind } else { Open });
        }
        bound
    }
}

/// What the name stands for with which a path begins; `bound` are those that tags bring.
pub(super) fn first_kind(name: &str, bound: &HashMap<&str, Kind>, known: &Vocabulary) -> Kind {
    bound.get(name).copied().or_else(|| known.field(TOP, name)).unwrap_or(Open)
}

pub(super) fn resolved(path: &[Token], bound: &HashMap<&str, Kind>, known: &Vocabulary) -> Kind {
    let Some((first, rest)) = path.split_first() else { return Open };
    let mut kind = first_kind(first.text, bound, known);
    for name in rest {
        kind = match kind {
            Map(owner) => known.field(owner, name.text).unwrap_or(Open),
            _ => Open,
        };
    }
    kind
}

/// The word at that place, if there is one.
fn word<'t>(tokens: &[Token<'t>], at: usize) -> Option<&'t str> {
    tokens.get(at).filter(|token| token.kind == TokenKind::Word).map(|token| token.text)
}

/// The path that begins at a token, and the token behind it.
pub(super) fn path<'t>(tokens: &[Token<'t>], start: usize) -> (Path<'t>, usize) {
    let mut path = Vec::new();
    let mut at = start;
    while let Some(token) = tokens.get(at).filter(|token| token.kind == TokenKind::Word) {
        path.push(token.clone());
        at += 1;
        if tokens.get(at).is_none_or(|token| token.text != ".") || word(tokens, at + 1).is_none() {
            break;
        }
        at += 1;
    }
    (path, at)
}
