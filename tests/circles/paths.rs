//! The paths in a file's code, found without a parser: its imports, and what it names by a path.

use std::collections::BTreeSet;

/// One name that a file imports.
#[derive(Debug, Clone)]
pub struct Import {
    /// By which it is known in the file.
    pub name: String,
    pub path: Vec<String>,
    pub is_public: bool,
}

/// The code without comments and without what is compiled for tests alone.
pub fn code(text: &str) -> String {
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut kept = String::new();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push_str(line);
            kept.push('\n');
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        // What follows ends with its line, or with the brace that stands as far to the left.
        for tested in lines.by_ref() {
            let is_end = tested.trim_end().ends_with(';') || tested.trim() == "}" || tested.trim_end().ends_with("{}");
            if is_end && tested.len() - tested.trim_start().len() == indent {
                break;
            }
        }
    }
    kept
}

/// All imports, groups taken apart.
pub fn imports(code: &str) -> Vec<Import> {
    let mut imports = Vec::new();
    for statement in statements(code) {
        let is_public = statement.starts_with("pub");
        let Some((_, tree)) = statement.split_once("use ") else { continue };
        expand(tree.trim().trim_end_matches(';'), &[], is_public, &mut imports);
    }
    imports
}

/// `use …;` and `pub use …;`, each on one line.
fn statements(code: &str) -> Vec<String> {
    let mut statements = Vec::new();
    let mut open: Option<String> = None;
    for line in code.lines() {
        let trimmed = line.trim();
        if open.is_none() && is_import(trimmed) {
            open = Some(String::new());
        }
        if let Some(statement) = &mut open {
            statement.push_str(trimmed);
            statement.push(' ');
            if trimmed.ends_with(';') {
                statements.push(open.take().unwrap_or_default().trim().to_owned());
            }
        }
    }
    statements
}

fn is_import(line: &str) -> bool {
    let behind = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(") ").map_or("", |(_, rest)| rest),
        Some(rest) => rest.trim_start(),
        None => line,
    };
    behind.starts_with("use ")
}

fn expand(tree: &str, before: &[String], is_public: bool, imports: &mut Vec<Import>) {
    if let Some((head, group)) = tree.split_once('{') {
        let path = [before, &segments(head)].concat();
        for part in parts(group.trim_end().strip_suffix('}').unwrap_or(group)) {
            expand(part.trim(), &path, is_public, imports);
        }
        return;
    }
    let (written, renamed) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name.trim())));
    let mut path = [before, &segments(written)].concat();
    if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
        path.pop();
    }
    if let Some(last) = path.last() {
        let name = renamed.unwrap_or(last).to_owned();
        imports.push(Import { name, path, is_public });
    }
}

/// The parts of a group, at its own commas.
fn parts(group: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&group[start..]);
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

fn segments(path: &str) -> Vec<String> {
    path.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// `a::b::c` wherever it stands but in imports.
pub fn inline(code: &str) -> BTreeSet<Vec<String>> {
    let mut without_imports = String::new();
    let mut is_importing = false;
    for line in code.lines() {
        is_importing |= is_import(line.trim());
        if !is_importing {
            without_imports.push_str(line);
            without_imports.push('\n');
        }
        is_importing &= !line.trim_end().ends_with(';');
    }
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let mut paths = BTreeSet::new();
    for word in without_imports.split(|c: char| !is_part(c)) {
        let path = segments(word);
        if path.len() > 1 && word.contains("::") {
            paths.insert(path);
        }
    }
    paths
}

pub fn called_macros(code: &str) -> BTreeSet<String> {
    let mut called = BTreeSet::new();
    for (at, _) in code.match_indices('!') {
        let name: String = code[..at].chars().rev().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        called.insert(name.chars().rev().collect());
    }
    called
}

pub fn exported_macros(code: &str) -> BTreeSet<String> {
    let mut exported = BTreeSet::new();
    for (at, export) in code.match_indices("#[macro_export]") {
        if let Some((_, behind)) = code[at + export.len()..].split_once("macro_rules!") {
            exported.insert(behind.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    exported
}
