//! Every package that `Cargo.toml` names has its line in `docs/dependencies.md`, and the page names none that is gone.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What stands in the second cell of a package that was asked for and is not used.
const NOT_USED: &str = "not used";

#[test]
fn the_page_names_each_direct_dependency_and_no_other() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let page = fs::read_to_string(root().join("docs/dependencies.md")).unwrap();
    let rows: Vec<(&str, &str)> = page.lines().filter_map(table_row).collect();
    let listed: BTreeSet<&str> = rows.iter().filter(|row| row.1 != NOT_USED).map(|row| row.0).collect();
    let not_used: BTreeSet<&str> = rows.iter().filter(|row| row.1 == NOT_USED).map(|row| row.0).collect();
    let direct = direct_dependencies(&manifest);

    assert_eq!(direct, listed);
    assert_eq!(rows.len(), listed.len() + not_used.len(), "a package has one line");
    assert!(direct.is_disjoint(&not_used), "{not_used:?}");
}

#[test]
fn dependencies_are_found_in_every_section() {
    let manifest = "[package]\nname = \"a\"\n\n[dependencies]\n# one = \"1\"\ntwo = { version = \"2\" }\n\n\
                    [dev-dependencies]\nthree = \"3\"\n\n[profile.dev.package.\"*\"]\ndebug = false\n\n\
                    [target.\"cfg(unix)\".dependencies]\nfour = \"4\"\n\n[dependencies.five]\nversion = \"5\"\n";
    assert_eq!(direct_dependencies(manifest), BTreeSet::from(["two", "three", "four", "five"]));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of all packages that a manifest asks for, whatever for and on whatever system.
fn direct_dependencies(manifest: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut in_list = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            in_list = section.ends_with("dependencies");
            if let Some((_, name)) = section.split_once("dependencies.") {
                names.insert(name);
            }
        } else if in_list
            && !line.starts_with('#')
            && let Some((name, _)) = line.split_once('=')
        {
            names.insert(name.trim());
        }
    }
    names
}

/// The first two cells of a row "| `package` | what it does | …".
fn table_row(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
    let (second, _) = rest.split_once(" |")?;
    Some((name, second))
}
