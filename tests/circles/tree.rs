//! The files of a crate, and what each declares, imports and names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::paths::{self, Import};

/// One file's code.
pub struct File {
    /// `record::catalogue` for `record/catalogue/mod.rs`.
    pub module: Vec<String>,
    pub is_mod: bool,
    pub imports: Vec<Import>,
    /// Paths that stand in the code, outside imports.
    pub paths: BTreeSet<Vec<String>>,
    /// Macros that it calls and those that it defines for the whole crate.
    pub called: BTreeSet<String>,
    pub exported: BTreeSet<String>,
}

/// All files by their names below `src/`.
pub struct Tree {
    pub files: BTreeMap<String, File>,
    by_module: BTreeMap<Vec<String>, String>,
}

impl Tree {
    pub fn read(source: &Path) -> Self {
        let mut texts = Vec::new();
        collect(source, source, &mut texts);
        let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        Self::from_files(&texts)
    }

    pub fn from_files(texts: &[(&str, &str)]) -> Self {
        let mut files = BTreeMap::new();
        let mut by_module = BTreeMap::new();
        for (name, text) in texts {
            if *name == "main.rs" || name.ends_with("tests.rs") || name.contains("tests/") {
                continue;
            }
            let code = paths::code(text);
            let module = module(name);
            by_module.insert(module.clone(), (*name).to_owned());
            let file = File {
                module,
                is_mod: name.ends_with("mod.rs") || *name == "lib.rs",
                imports: paths::imports(&code),
                paths: paths::inline(&code),
                called: paths::called_macros(&code),
                exported: paths::exported_macros(&code),
            };
            files.insert((*name).to_owned(), file);
        }
        Self { files, by_module }
    }

    pub fn file_of(&self, module: &[String]) -> Option<&str> {
        self.by_module.get(module).map(String::as_str)
    }

    /// The file that defines what `path` names, seen from a module; `None` for what is no part of the crate, and for a
    /// folder as a whole.
    pub fn resolve(&self, from: &[String], path: &[String], depth: usize) -> Option<String> {
        let (mut module, rest) = self.start(from, path)?;
        for (at, name) in rest.iter().enumerate() {
            let child = [&module[..], std::slice::from_ref(name)].concat();
            if self.by_module.contains_key(&child) {
                module = child;
                continue;
            }
            return self.item(&module, &rest[at..], depth);
        }
        let name = self.file_of(&module)?;
        (!self.files[name].is_mod).then(|| name.to_owned())
    }

    /// Where a path begins: at the crate's root, at a module above, or at a child.
    fn start<'p>(&self, from: &[String], path: &'p [String]) -> Option<(Vec<String>, &'p [String])> {
        let mut module = from.to_vec();
        let mut rest = path;
        match path.first()?.as_str() {
            "crate" => return Some((Vec::new(), &path[1..])),
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    module.pop();
                    rest = &rest[1..];
                }
            }
            first => {
                let child = [from, &[first.to_owned()]].concat();
                self.by_module.get(&child)?;
            }
        }
        Some((module, rest))
    }

    /// The file that defines the first name of `path` in a module, or that it is re-exported from.
    fn item(&self, module: &[String], path: &[String], depth: usize) -> Option<String> {
        let name = self.file_of(module)?;
        let import = self.files[name].imports.iter().find(|import| import.name == path[0]);
        match import {
            Some(import) if depth < 8 => {
                let whole = [&import.path[..], &path[1..]].concat();
                self.resolve(module, &whole, depth + 1)
            }
            _ => Some(name.to_owned()),
        }
    }
}

fn module(name: &str) -> Vec<String> {
    let stem = name.trim_end_matches(".rs").trim_end_matches("/mod");
    if stem == "lib" { Vec::new() } else { stem.split('/').map(str::to_owned).collect() }
}

fn collect(root: &Path, folder: &Path, texts: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, texts);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            texts.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}
