//! No circle between files: of two files that need one another, neither can be read first.
//!
//! Every path in `src/` is resolved to the file that defines what it names, through whatever re-exports. A `mod.rs` that
//! declares and re-exports its children is in no circle by that; one that defines what its children use, and uses them,
//! is. Code of tests does not count.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod graph;
mod paths;
mod tree;

use std::path::Path;

use tree::Tree;

/// Fewer edges than this, and the test would not have been looking at the house.
const FEWEST_EDGES: usize = 400;

#[test]
fn no_files_import_one_another_in_a_circle() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let tree = Tree::read(&source);
    let edges = graph::edges(&tree);
    assert!(edges.values().map(std::collections::BTreeSet::len).sum::<usize>() >= FEWEST_EDGES);
    let circles = graph::circles(&edges);
    let described: Vec<String> = circles.iter().map(|circle| graph::describe(circle, &edges)).collect();
    assert!(circles.is_empty(), "\n{}", described.join("\n"));
}

#[test]
fn circles_are_found_through_re_exports_and_through_parents() {
    let tree = Tree::from_files(&[
        ("lib.rs", "pub mod a;\npub mod b;"),
        ("a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub struct Defined;"),
        ("a/one.rs", "use super::two::Two;\npub struct One(Two);"),
        ("a/two.rs", "pub struct Two(crate::b::Three);"),
        (
            "b.rs",
            "use crate::a;\npub struct Three(Box<a::One>);\n#[cfg(test)]\nmod tests {\n    use crate::a::Defined;\n}",
        ),
    ]);
    let circles = graph::circles(&graph::edges(&tree));
    assert_eq!(circles, [["a/one.rs", "a/two.rs", "b.rs"]]);

    let parent = "mod child;\npub struct Defined;\nfn make() -> child::Child { todo!() }";
    let files = [("lib.rs", "mod a;"), ("a/mod.rs", parent), ("a/child.rs", "pub struct Child(super::Defined);")];
    assert_eq!(graph::circles(&graph::edges(&Tree::from_files(&files))), [["a/child.rs", "a/mod.rs"]]);
}

#[test]
fn what_re_exports_or_is_looked_through_is_in_no_circle() {
    let tree = Tree::from_files(&[
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::{Two, other as another};"),
        ("a/one.rs", "use super::{Two, another};\npub struct One(Two);"),
        ("a/two.rs", "pub struct Two;\npub fn other() {}"),
    ]);
    let edges = graph::edges(&tree);
    assert_eq!(edges["a/one.rs"].iter().collect::<Vec<_>>(), ["a/two.rs"]);
    assert!(graph::circles(&edges).is_empty());
}
