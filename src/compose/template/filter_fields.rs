//! Fields that filters are told of by name, as in `alike(by=["respondent"])`: one that the list's entries do not have would
//! put all of them together without a word.

use std::collections::HashMap;

use super::lexer::{Token, TokenKind};
use super::name_uses::{path, resolved};
use crate::compose::variables::Kind::{self, List};
use crate::compose::variables::Vocabulary;

/// A name in quotes, and what it is to be a field of.
pub(super) struct FilterField<'t> {
    pub(super) owner: &'static str,
    pub(super) name: &'t str,
    /// Within its quotes.
    pub(super) place: std::ops::Range<usize>,
}

/// The arguments that name fields of a list's entries.
const ARGUMENTS: [&str; 3] = ["by", "key", "attribute"];

/// Those of a tag: of filters that stand directly behind a path to a list whose entries are known.
pub(super) fn filter_fields<'t>(
    tokens: &[Token<'t>],
    bound: &HashMap<&'t str, Kind>,
    known: &Vocabulary,
) -> Vec<FilterField<'t>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (list, end) = path(tokens, at);
        if list.is_empty() {
            at += 1;
            continue;
        }
        if let List(owner) = resolved(&list, bound, known)
            && tokens.get(end).is_some_and(|token| token.text == "|")
        {
            collect(owner, &tokens[end + 1..], &mut found);
        }
        at = end;
    }
    found
}

/// Adds the fields that the filter names with which `tokens` begin.
fn collect<'t>(owner: &'static str, tokens: &[Token<'t>], found: &mut Vec<FilterField<'t>>) {
    if tokens.get(1).is_none_or(|token| token.text != "(") {
        return;
    }
    let mut argument = "";
    for (at, token) in tokens.iter().enumerate().skip(2).take_while(|(_, token)| token.text != ")") {
        if tokens.get(at + 1).is_some_and(|next| next.text == "=") {
            argument = token.text;
        }
        if token.kind == TokenKind::Quoted && ARGUMENTS.contains(&argument) {
            let name = token.text.trim_matches(['"', '\'', '`']);
            let name = name.split('.').next().unwrap_or_default();
            let start = token.place.start + 1;
            found.push(FilterField { owner, name, place: start..start + name.len() });
        }
    }
}
