//! Which fields a template names, wherever that is: what none of an office's templates names is printed in no paper.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexer::{Piece, Token, TokenKind, pieces};
use super::name_uses::{NameUses, first_kind};
use crate::compose::comparison::Comparison;
use crate::compose::context::view::View;
use crate::compose::variables::Kind::{Map, Open};
use crate::compose::variables::{TOP, TYPES, Vocabulary, built_in_fields, views};

/// The fields that templates name.
#[derive(Debug, Default)]
pub struct NamedFields {
    /// Each with what it is a field of.
    typed: HashSet<(&'static str, String)>,
    /// Those of which it cannot be said what they are of; they may be anything's.
    open: HashSet<String>,
    /// Those that only decide what is printed, of whatever they are.
    deciding: HashSet<String>,
    /// A field is asked for by a name that is not typed, as in `item[column]`: it may be any of an own record's.
    by_name: bool,
}

impl NamedFields {
    /// Adds what `template` names.
    pub(super) fn add(&mut self, template: &str, known: &Vocabulary) {
        let pieces = pieces(template);
        let uses = NameUses::in_template(&pieces);
        let bound = uses.bound(known);
        for path in &uses.paths {
            let Some((first, rest)) = path.split_first() else { continue };
            self.typed.insert((TOP, first.text.to_owned()));
            // What is printed of another week is not printed of this one.
            if !bound.contains_key(first.text) && is_another_week(first.text) {
                continue;
            }
            let mut kind = first_kind(first.text, &bound, known);
            for name in rest {
                let Map(owner) = kind else {
                    self.open.insert(name.text.to_owned());
                    continue;
                };
                self.typed.insert((owner, name.text.to_owned()));
                kind = known.field(owner, name.text).unwrap_or(Open);
            }
        }
        for path in &uses.deciding {
            self.deciding.extend(path.iter().skip(1).map(|name| name.text.to_owned()));
        }
        for piece in &pieces {
            self.add_open(piece);
        }
    }

    /// What stands behind an index or in quotes, as in `items[0].date` and `pluck(key="minutes")`.
    fn add_open(&mut self, piece: &Piece) {
        let Some(tag) = piece.tag() else { return };
        for (at, token) in tag.tokens.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| tag.tokens.get(before)).map(|token| token.text);
            let before_that = at.checked_sub(2).and_then(|before| tag.tokens.get(before)).map(|token| token.kind);
            match token.kind {
                TokenKind::Word if before == Some("[") && is_index(&tag.tokens[..at]) => self.by_name = true,
                TokenKind::Quoted => {
                    self.open.insert(token.text.trim_matches(['"', '\'', '`']).to_owned());
                }
                TokenKind::Word if matches!(before, Some("." | "?.")) && before_that != Some(TokenKind::Word) => {
                    self.open.insert(token.text.to_owned());
                }
                _ => {}
            }
        }
    }

    /// Whether something is named that stands by itself.
    #[must_use]
    pub fn has_top(&self, name: &str) -> bool {
        self.typed.contains(&(TOP, name.to_owned()))
    }

    /// Whether some field is asked for by a name that is not typed.
    #[must_use]
    pub fn are_by_name(&self) -> bool {
        self.by_name
    }

    /// Whether something at the top is named that prints all that stands under `key`.
    #[must_use]
    pub fn has_whole(&self, key: &str) -> bool {
        built_in_fields(TOP)
            .iter()
            .filter(|variable| variable.of.contains(&key))
            .any(|variable| self.has_top(variable.name))
    }

    /// Whether it is named in quotes, or may be a field of something unknown.
    #[must_use]
    pub fn may_have(&self, name: &str) -> bool {
        self.open.contains(name)
    }

    /// Whether a variable of one of `owners` is named, or may be, that prints what stands under `key` in other words.
    #[must_use]
    pub fn has_in_other_words(&self, owners: &[&'static str], key: &str) -> bool {
        let variables = owners.iter().flat_map(|owner| built_in_fields(owner));
        variables.filter(|variable| variable.of.contains(&key)).any(|variable| self.has(owners, variable.name))
    }

    /// Whether it is asked for what is printed, by something of that name.
    #[must_use]
    pub fn may_decide(&self, name: &str) -> bool {
        self.deciding.contains(name)
    }

    /// Whether the field `name` of one of `owners` is named, or may be.
    #[must_use]
    pub fn has(&self, owners: &[&'static str], name: &str) -> bool {
        self.open.contains(name) || owners.iter().any(|owner| self.typed.contains(&(*owner, name.to_owned())))
    }
}

/// Whether templates see under a variable another week alone, and not their own among others.
fn is_another_week(variable: &str) -> bool {
    Comparison::ALL.iter().any(|comparison| comparison.compared_with().is_some() && comparison.variable() == variable)
}

/// Whether the bracket at the end of `tokens` opens an index, as in `item[column]`, and no list, as in `in [a, b]`.
fn is_index(tokens: &[Token]) -> bool {
    let [.., of, bracket] = tokens else { return false };
    matches!(of.kind, TokenKind::Word | TokenKind::Sign) && of.place.end == bracket.place.start
}

/// What templates see, made once.
static VIEWS: LazyLock<Vec<View>> = LazyLock::new(views);

/// The names by which templates see the fields of the record `record`, where they see them at all.
#[must_use]
pub(in crate::compose) fn owners(record: &str, known: &Vocabulary) -> Vec<&'static str> {
    let mut owners = Vec::new();
    for view in VIEWS.iter() {
        let sees = view.records.iter().filter_map(|shape| shape.record()).any(|seen| seen.name == record);
        if sees || view.name == record.to_lowercase() {
            owners.push(view.name);
        }
    }
    let types = TYPES.iter().map(|known| known.name).chain(known.own_types());
    owners.extend(types.filter(|name| *name == record));
    owners
}

/// Whether templates see something of that name by itself.
#[must_use]
pub fn is_at_top(name: &str) -> bool {
    built_in_fields(TOP).iter().any(|known| known.name == name)
}

/// Whether a view of one of `owners` shows all that stands under `key`.
#[must_use]
pub fn is_shown_whole(owners: &[&'static str], key: &str) -> bool {
    owners.iter().flat_map(|owner| built_in_fields(owner)).any(|variable| variable.of.contains(&key))
}
