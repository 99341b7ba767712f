//! Texts as values of YAML.

/// `text` as a value, in quotes where it needs them.
#[must_use]
pub fn quoted(text: &str) -> String {
    let is_special = text
        .starts_with(['-', '?', ':', '{', '[', '"', '\'', '#', '&', '*', '!', '|', '>', '%', '@', '`', ' '])
        || text.ends_with([' ', ':'])
        || text.contains([',', '[', ']', '{', '}', '\n'])
        || text.contains(": ")
        || text.contains(" #")
        || matches!(text, "" | "~" | "null" | "Null" | "NULL");
    if is_special { format!("'{}'", text.replace('\'', "''")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn names_that_yaml_would_misread_are_put_in_quotes() {
        assert_eq!(quoted("“云游”投诉平台"), "“云游”投诉平台");
        assert_eq!(quoted("甲: 乙"), "'甲: 乙'");
        assert_eq!(quoted("[甲]'s"), "'[甲]''s'");
    }
}
