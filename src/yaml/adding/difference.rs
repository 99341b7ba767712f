//! What one tree says more than another.

use crate::yaml::tree::{Kind, Node};

/// The scalars that `now` has and `before` has not, in their order; `None` where anything that `before` says is gone, or is
/// other.
pub(super) fn added(before: &Node, now: &Node) -> Option<Vec<String>> {
    let mut added = Vec::new();
    has_all_of(before, now, &mut added).then_some(added)
}

/// All scalars of a value.
pub(super) fn scalars(node: &Node) -> Vec<String> {
    let mut scalars = Vec::new();
    collect(node, &mut scalars);
    scalars
}

fn collect(node: &Node, to: &mut Vec<String>) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar { text, .. } => to.push(text.clone()),
        Kind::List(items) => items.iter().for_each(|item| collect(item, to)),
        Kind::Map(entries) => entries.iter().for_each(|(_, value)| collect(value, to)),
    }
}

fn has_all_of(before: &Node, now: &Node, added: &mut Vec<String>) -> bool {
    match (&before.kind, &now.kind) {
        (Kind::Null, _) => {
            collect(now, added);
            true
        }
        (Kind::Scalar { text, plain }, Kind::Scalar { text: now, plain: is_plain }) => text == now && plain == is_plain,
        (Kind::List(items), Kind::List(now)) => {
            for item in now.iter().skip(items.len()) {
                collect(item, added);
            }
            items.len() <= now.len() && items.iter().zip(now).all(|(item, now)| has_all_of(item, now, added))
        }
        (Kind::Map(entries), Kind::Map(now)) => {
            let mut entries = entries.iter().peekable();
            for (key, now) in now {
                match entries.next_if(|(known, _)| known.value == key.value) {
                    Some((_, value)) if !has_all_of(value, now, added) => return false,
                    Some(_) => {}
                    None => collect(now, added),
                }
            }
            entries.next().is_none()
        }
        _ => false,
    }
}
