//! Groups of fields as templates have them: in the order in which they were made, which the engine's maps do not keep.
//!
//! A map that has an order says it itself, by one more entry; one that has none, such as a record, is gone through by the
//! names of its fields. So nothing depends on how the engine stores them.

use tera::value::Key;
use tera::{Map, Value};

use super::mark;

/// The entry that lists the names in their order. No record and no template has it.
const ORDER: &str = "\u{10FF09}";

/// A map, as templates see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'v>(&'v Map);

impl<'v> Fields<'v> {
    pub(super) fn of(value: &'v Value) -> Option<Self> {
        value.as_map().map(Self)
    }

    pub(super) fn len(self) -> usize {
        self.0.len() - usize::from(self.0.contains_key(&Key::Str(ORDER)))
    }

    /// The field of that name; names that come out of records carry where they are from.
    pub(super) fn named(self, name: &str) -> Option<&'v Value> {
        if let Some(found) = self.under(name) {
            return Some(found);
        }
        let mut order = self.0.get(&Key::Str(ORDER))?.as_array()?.iter().filter_map(Value::as_str);
        order.find(|key| key.contains(mark::OPEN) && mark::plain(key) == name).and_then(|key| self.under(key))
    }

    /// The field under just that key. Records are small: looking at all their names is faster than making a key.
    fn under(self, key: &str) -> Option<&'v Value> {
        /// So many names are looked at.
        const FEW: usize = 24;
        if self.0.len() > FEW {
            return self.0.get(&Key::from(key.to_owned()));
        }
        self.0.iter().find(|(known, _)| known.as_str() == Some(key)).map(|(_, value)| value)
    }

    pub(super) fn get(self, key: &Key<'static>) -> Option<&'v Value> {
        self.0.get(key)
    }

    /// Name and value of each.
    pub(super) fn entries(self) -> Vec<(Value, &'v Value)> {
        if let Some(order) = self.0.get(&Key::Str(ORDER)).and_then(Value::as_array) {
            return order.iter().filter_map(|key| Some((key.clone(), self.at(key)?))).collect();
        }
        let mut entries: Vec<_> = self.0.iter().collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        entries.into_iter().map(|(key, value)| (key.as_value(), value)).collect()
    }

    /// By their bare names, without an order.
    pub(super) fn as_arguments(self) -> Value {
        let named = self.entries().into_iter().map(|(key, value)| {
            let name = key.as_str().map_or_else(|| key.to_string(), mark::plain);
            (Key::from(name), value.clone())
        });
        named.collect::<Map>().into()
    }

    fn at(self, key: &Value) -> Option<&'v Value> {
        match (key.as_str(), key.as_i128(), key.as_bool()) {
            (Some(name), ..) => self.under(name),
            (_, Some(number), _) => self.0.get(&Key::I128(number)),
            (.., Some(truth)) => self.0.get(&Key::Bool(truth)),
            _ => None,
        }
    }
}

/// A map of these fields, in this order; of two with one name the latter holds.
pub(super) fn in_order(fields: Vec<(Key<'static>, Value)>) -> Value {
    let mut map = Map::with_capacity(fields.len() + 1);
    let mut order: Vec<Value> = Vec::with_capacity(fields.len());
    for (key, value) in fields {
        let name = key.as_value();
        if map.insert(key, value).is_none() {
            order.push(name);
        }
    }
    map.insert(ORDER.into(), order.into());
    map.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stay_in_their_order() {
        let marked = mark::value(&[7], "乙");
        let map = in_order(vec![
            ("丙".into(), 1.into()),
            (marked.clone().into(), 2.into()),
            (Key::from(3_i128), 3.into()),
            ("丙".into(), 4.into()),
        ]);
        let fields = Fields::of(&map).unwrap();
        assert_eq!(fields.len(), 3);
        let entries: Vec<_> = fields.entries().into_iter().map(|(_, value)| value.as_i128().unwrap()).collect();
        assert_eq!(entries, [4, 2, 3]);
        assert_eq!(fields.named("乙").and_then(Value::as_i128), Some(2));
        assert!(fields.named("丁").is_none());
    }
}
