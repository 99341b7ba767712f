//! The figures found so far, and which stretch of a paper is which of them.

use std::collections::HashMap;
use std::sync::Arc;

use super::explained::Explained;
use crate::document::Origin;
use crate::metrics::FigureName;

type Key = (String, Option<usize>);

#[derive(Default)]
pub(super) struct Found {
    pub(super) figures: Vec<Explained>,
    /// What is printed, with where it begins in the record: the origins that print so, and the figure of each.
    by_text: HashMap<Key, Vec<(Arc<Origin>, usize)>>,
}

impl Found {
    /// Whether a figure is called so.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.figures.iter().any(|figure| figure.name == Some(name))
    }

    /// Which figure is printed by `text` of `origin`.
    pub(super) fn position(&self, text: &str, origin: &Arc<Origin>) -> Option<usize> {
        let alike = self.by_text.get(&key(text, origin))?;
        alike.iter().find(|(known, _)| known == origin).map(|(_, at)| *at)
    }

    /// The number of the record that a template printed by reckoning with it alone, such as a fine rounded to two decimals.
    pub(super) fn recorded(&self, origin: &Origin) -> Option<usize> {
        let Origin::Figure { name, from, .. } = origin else { return None };
        let [place] = from.as_slice() else { return None };
        let is_of_template = *name == FigureName::Computed.word();
        self.figures.iter().position(|figure| is_of_template && figure.is_record_at(place))
    }

    /// A figure, if `origin` is one's, and where it stands now. The units of a list are one figure.
    pub(super) fn figure(&mut self, text: &str, origin: &Arc<Origin>) -> Option<usize> {
        let Origin::Figure { name, of, rule, from } = &**origin else { return None };
        if let Some(known) = self.position(text, origin) {
            return Some(known);
        }
        match self.figures.last_mut() {
            Some(list) if *name == FigureName::SilentUnits.word() && list.name == Some(name) && list.of == *of => {
                list.values.push(text.to_owned());
                list.from.extend(from.first().cloned());
                Some(self.note(text, origin))
            }
            _ => Some(self.add(
                Explained {
                    name: Some(name),
                    of: of.clone(),
                    values: vec![text.to_owned()],
                    rule: rule.clone(),
                    from: from.clone(),
                    printed: Vec::new(),
                    may_be_printed: false,
                },
                text,
                origin,
            )),
        }
    }

    /// Adds a figure that is printed by `text` of `origin`.
    pub(super) fn add(&mut self, figure: Explained, text: &str, origin: &Arc<Origin>) -> usize {
        self.figures.push(figure);
        self.note(text, origin)
    }

    /// The last figure is printed by `text` of `origin`.
    fn note(&mut self, text: &str, origin: &Arc<Origin>) -> usize {
        let at = self.figures.len() - 1;
        self.by_text.entry(key(text, origin)).or_default().push((Arc::clone(origin), at));
        at
    }
}

fn key(text: &str, origin: &Origin) -> Key {
    (text.trim().to_owned(), origin.place().map(|place| place.range().start))
}
