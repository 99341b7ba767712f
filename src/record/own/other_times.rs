//! What an office has of its own at one time and not at another.

use super::columns::{OfAnotherTime, OfficeColumns};
use crate::record::value::Date;

/// Tells the columns of each of an office's generations, in the order of time, what those of the others have besides.
pub(in crate::record) fn tell_other_times(generations: &mut [(Option<Date>, OfficeColumns)]) {
    let keys: Vec<Vec<(&str, &str)>> = generations.iter().map(|(_, columns)| columns.keys_of_records()).collect();
    let begins: Vec<Option<Date>> = generations.iter().map(|(from, _)| *from).collect();
    for (at, (_, columns)) in generations.iter_mut().enumerate() {
        let mut found: Vec<OfAnotherTime> = Vec::new();
        for (record, key) in keys.iter().flatten() {
            let is_known = keys[at].contains(&(record, key)) || found.iter().any(|it| (it.0, it.1) == (*record, *key));
            if let Some(when) = when(&keys, &begins, at, (record, key)).filter(|_| !is_known) {
                found.push((record, key, when));
            }
        }
        columns.know_other_times(found);
    }
}

/// Since or until when there is a key that the generation `at` does not have.
fn when(keys: &[Vec<(&str, &str)>], begins: &[Option<Date>], at: usize, key: (&str, &str)) -> Option<String> {
    let has = |generation: &usize| keys[*generation].contains(&key);
    let removed = (0..at).rev().find(has).and_then(|last| begins[last + 1]);
    let added = || (at + 1..keys.len()).find(has).and_then(|first| begins[first]);
    match removed {
        Some(day) => Some(format!("从 {day} 起不再设")),
        None => added().map(|day| format!("从 {day} 起才设")),
    }
}
