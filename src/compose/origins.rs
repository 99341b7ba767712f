//! Where the values of a filled template are from, by the numbers in their marks.

use std::sync::Arc;

use super::mark;
use crate::document::Origin;

/// The origins of one paper.
#[derive(Debug)]
pub(super) struct Origins<'a> {
    /// Those of all values that templates see.
    values: &'a [Arc<Origin>],
    /// What filters of the template have reckoned, from [`mark::WORKED`] on.
    worked: Vec<Arc<Origin>>,
}

impl<'a> Origins<'a> {
    /// `worked` tells of each calculation what sort of value came of it, and how.
    pub(super) fn new(values: &'a [Arc<Origin>], worked: impl Iterator<Item = (usize, String)>) -> Self {
        let mut all = Vec::new();
        for (made, rule) in worked {
            let name = match values.get(made).map(|origin| &**origin) {
                Some(Origin::Figure { name, .. }) => *name,
                _ => "",
            };
            all.push(Arc::new(Origin::Figure { name, of: None, rule, from: Vec::new() }));
        }
        Self { values, worked: all }
    }

    pub(super) fn get(&self, number: usize) -> Option<&Arc<Origin>> {
        match number.checked_sub(mark::WORKED) {
            Some(worked) => self.worked.get(worked),
            None => self.values.get(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_reckoned_is_known_by_its_number_and_called_by_its_sort() {
        let sum = Origin::Figure { name: "模板合计", of: None, rule: String::new(), from: Vec::new() };
        let values = [Arc::new(sum)];
        let origins = Origins::new(&values, [(0, "1 + 2 = 3".to_owned())].into_iter());
        let worked = origins.get(mark::WORKED).map(|origin| &**origin);
        let Some(Origin::Figure { name, rule, .. }) = worked else { panic!("{worked:?}") };
        assert_eq!((*name, rule.as_str()), ("模板合计", "1 + 2 = 3"));
        assert!(origins.get(mark::WORKED + 1).is_none() && origins.get(1).is_none());
    }
}
