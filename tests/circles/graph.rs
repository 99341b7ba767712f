//! Which file needs which, and where that leads back.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{File, Tree};

/// For each file the files that define what it names.
pub type Edges = BTreeMap<String, BTreeSet<String>>;

pub fn edges(tree: &Tree) -> Edges {
    let mut edges = Edges::new();
    for (name, file) in &tree.files {
        let mut needed = needed(tree, file);
        needed.remove(name);
        edges.insert(name.clone(), needed);
    }
    edges
}

fn needed(tree: &Tree, file: &File) -> BTreeSet<String> {
    let mut needed = BTreeSet::new();
    for import in &file.imports {
        // A folder's file that only passes names on needs nothing of them.
        if !(file.is_mod && import.is_public) {
            needed.extend(tree.resolve(&file.module, &import.path, 0));
        }
    }
    for path in &file.paths {
        let imported = file.imports.iter().find(|import| import.name == path[0]);
        let whole = imported.map_or_else(|| path.clone(), |import| [&import.path[..], &path[1..]].concat());
        needed.extend(tree.resolve(&file.module, &whole, 0));
    }
    for (name, other) in &tree.files {
        if other.exported.intersection(&file.called).next().is_some() {
            needed.insert(name.clone());
        }
    }
    needed
}

/// Files that need one another, each set for itself.
pub fn circles(edges: &Edges) -> Vec<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        edges.keys().map(|name| (name.as_str(), reachable(name, edges))).collect();
    let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
    for (name, others) in &reached {
        if others.contains(name) {
            let both_ways = others.iter().filter(|other| reached[**other].contains(name));
            circles.insert(both_ways.map(|other| (*other).to_owned()).collect());
        }
    }
    circles.into_iter().collect()
}

fn reachable<'e>(name: &str, edges: &'e Edges) -> BTreeSet<&'e str> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&str> = edges[name].iter().map(String::as_str).collect();
    while let Some(next) = waiting.pop() {
        if reached.insert(next) {
            waiting.extend(edges.get(next).into_iter().flatten().map(String::as_str));
        }
    }
    reached
}

/// Every step within a circle.
pub fn describe(circle: &[String], edges: &Edges) -> String {
    let mut lines = vec![format!("{} files in a circle:", circle.len())];
    for name in circle {
        let within: Vec<&str> = edges[name].iter().filter(|other| circle.contains(other)).map(String::as_str).collect();
        lines.push(format!("  {name} needs {}", within.join(", ")));
    }
    lines.join("\n")
}
