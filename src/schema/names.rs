//! Registered names in the schemas: an office's, and the rules'.

use std::collections::HashSet;

use super::parts;
use crate::diagnostic::Rule;
use crate::record::office::Office;
use crate::record::register::Register;
use serde_json::{Map, Value, json};

/// The names of one register, of any generation of an office.
pub(super) struct Names<'a> {
    register: Register,
    /// In the order of the file, each once.
    listed: Vec<&'a str>,
    /// Those that a table must have: the ones of all generations.
    pub(super) required: Vec<&'a str>,
    /// What each of them means, where something is known of it.
    meanings: Vec<&'a str>,
}

impl<'a> Names<'a> {
    /// `None` where no office is known.
    pub(super) fn registered(register: Register, generations: &[&'a Office], rules: &[&'a Rule]) -> Option<Self> {
        if register == Register::Rules {
            return Some(Self::from_rules(rules));
        }
        let mut names: Vec<&str> = Vec::new();
        let mut seen = HashSet::new();
        let mut required: Option<Vec<&str>> = None;
        for office in generations {
            let now: Vec<&str> = register.names(office).into_iter().map(|name| name.value.as_str()).collect();
            names.extend(now.iter().copied().filter(|name| seen.insert(*name)));
            let mut kept = required.unwrap_or_else(|| now.clone());
            kept.retain(|name| now.contains(name));
            required = Some(kept);
        }
        let required = required?;
        let in_full = register.is_told_in_full();
        let required = names.iter().copied().filter(|name| in_full && required.contains(name)).collect();
        Some(Self { register, listed: names, required, meanings: Vec::new() })
    }

    fn from_rules(rules: &[&'a Rule]) -> Self {
        let adjustable: Vec<_> = rules.iter().filter(|rule| rule.adjustable).collect();
        Self {
            register: Register::Rules,
            listed: adjustable.iter().map(|rule| rule.code).collect(),
            required: Vec::new(),
            meanings: adjustable.iter().map(|rule| rule.looks_for).collect(),
        }
    }

    /// A text that is, or may be, one of the names.
    pub(super) fn text(&self) -> Value {
        if self.register.is_closed() { self.one_of_them() } else { parts::either(&self.one_of_them(), &parts::text()) }
    }

    /// A table whose keys are the names.
    pub(super) fn table(&self, values: &Value) -> Value {
        let mut properties = Map::new();
        for (at, name) in self.listed.iter().enumerate() {
            let mut property = Map::new();
            property.insert("title".to_owned(), Value::from(*name));
            if let Some(meaning) = self.meanings.get(at) {
                property.insert("description".to_owned(), Value::from(*meaning));
            }
            property.extend(values.as_object().cloned().unwrap_or_default());
            properties.insert((*name).to_owned(), property.into());
        }
        let mut table = parts::table(&false.into());
        table["properties"] = properties.into();
        if self.register.is_told_in_full() {
            table["required"] = json!(self.required);
        }
        table
    }

    fn one_of_them(&self) -> Value {
        if self.listed.is_empty() {
            return json!({ "not": {} });
        }
        let mut values = Vec::new();
        for name in &self.listed {
            values.push(Value::from(*name));
            // A name of digits alone is a number to YAML.
            values.extend(serde_json::from_str(name).ok().map(Value::Number));
        }
        let mut schema = json!({ "enum": values });
        if !self.meanings.is_empty() {
            schema["enumDescriptions"] = json!(self.meanings);
        }
        schema["errorMessage"] = self.refusal();
        schema
    }

    /// What editors say where something else stands.
    fn refusal(&self) -> Value {
        match self.register.key() {
            None => "没有这条可以认可的规则：代号在问题后面的方括号里".into(),
            Some(key) if self.register.is_closed() => {
                format!("office.yaml 的「{key}」里没有这个名称：请核对，确实是新的就先登记").into()
            }
            Some(_) => parts::text()["errorMessage"].clone(),
        }
    }
}
