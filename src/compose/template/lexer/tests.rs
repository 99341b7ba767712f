//! The lexer held against the engine: what the one calls text is what the other prints.

use proptest::prelude::*;
use tera::{Context, Tera};

use super::{Piece, PieceKind, TokenKind, pieces};

/// What a template prints whose expressions print nothing and whose branches are all taken, by its pieces.
///
/// White space is trimmed as the engine does it: a tag's `-}}` reaches over comments and into a raw text, a `{{-` back
/// into one.
fn printed(template: &str) -> String {
    let pieces = pieces(template);
    let mut printed = String::new();
    let mut is_trimmed = false;
    for (at, piece) in pieces.iter().enumerate() {
        let words = &template[piece.place.clone()];
        match &piece.kind {
            PieceKind::Text => {
                let begun = if is_trimmed { words.trim_start() } else { words };
                printed.push_str(if trims_before(template, &pieces[at + 1..]) { begun.trim_end() } else { begun });
                is_trimmed = false;
            }
            PieceKind::Comment => {
                let inner = words[2..words.len() - 2].strip_prefix('-').unwrap_or(&words[2..words.len() - 2]);
                is_trimmed |= inner.ends_with('-');
            }
            PieceKind::Statement(tag) if tag.tokens.last().is_some_and(|token| token.text == "raw") => {
                is_trimmed |= tag.trims_behind;
            }
            PieceKind::Expression(tag) | PieceKind::Statement(tag) => is_trimmed = tag.trims_behind,
        }
    }
    printed
}

/// Whether what follows a text takes white space from its end.
fn trims_before(template: &str, behind: &[Piece]) -> bool {
    let [next, later @ ..] = behind else { return false };
    let trims = !next.is_text() && template[next.place.clone()].as_bytes().get(2) == Some(&b'-');
    trims || next.tag().is_some_and(|tag| tag.word(0) == "endraw") && trims_before(template, later)
}

/// What the engine prints; `None` where it does not accept the template.
fn engine_prints(template: &str) -> Option<String> {
    let mut tera = Tera::default();
    tera.add_raw_template("t.md", template).ok()?;
    tera.render("t.md", &Context::new()).ok()
}

/// The tokens of the only tag of a template.
fn tokens(template: &str) -> Vec<(TokenKind, &str)> {
    let pieces = pieces(template);
    let [piece] = &pieces[..] else { panic!("{pieces:?}") };
    piece.tag().map_or_else(Vec::new, |tag| tag.tokens.iter().map(|token| (token.kind, token.text)).collect())
}

/// Each prints nothing, and has something in it that ends a tag, opens one or looks like it.
const SILENT: [&str; 22] = [
    "{{ \"\" }}",
    "{{- '' }}",
    "{{ `` -}}",
    "{{-\"\"-}}",
    "{{\n  \"}}\" | replace(from='}}', to=\"\")\n}}",
    "{{ '\\'}}\"' | replace(from=\"'}}\\\"\", to='') }}",
    "{{ \"\\\\\" | replace(from='\\\\', to='') }}",
    "{{ \"甲\" if 1.5 < 1 else '' -}}",
    "{{ [1, 2,\n3][3:] | join(sep='-}}') }}",
    "{% set m = {\"a\": {\"b\": \"\"}} %}{{ m?.a?.b }}",
    "{%- set m = [{'a': 2 ** 3 // 2 % 2 - 1}] -%}",
    "{%set n = \"%}{{ x }}{#\"-%}",
    "{% set_global k = not true and 1 != 2 or 'a' ~ `b` in [...[1]] %}",
    "{% for a in [1] -%}{%- endfor %}",
    "{#  {{ x }} {% if %} \" #}",
    "{#-#}",
    "{#- ' -#}",
    "{##}",
    "{# -#}",
    "{% raw %}{% endraw %}",
    "{%- raw -%} \n {%-endraw-%}",
    "{% component c(x: integer = 1) -%}{%- endcomponent c %}",
];

#[test]
fn what_is_silent_says_nothing() {
    for template in SILENT {
        let accepted = engine_prints(template).unwrap_or_else(|| panic!("{template} is refused"));
        assert_eq!(accepted, "", "{template}");
    }
}

#[test]
fn tokens_are_the_engines() {
    use TokenKind::{Number, Quoted, Sign, Stray, Word};
    assert_eq!(
        tokens("{{- a_1?.b?[0]|f(x=-1.5,y='\\'}}') == ...c -}}"),
        [
            (Word, "a_1"),
            (Sign, "?."),
            (Word, "b"),
            (Sign, "?["),
            (Number, "0"),
            (Sign, "]"),
            (Sign, "|"),
            (Word, "f"),
            (Sign, "("),
            (Word, "x"),
            (Sign, "="),
            (Sign, "-"),
            (Number, "1.5"),
            (Sign, ","),
            (Word, "y"),
            (Sign, "="),
            (Quoted, "'\\'}}'"),
            (Sign, ")"),
            (Sign, "=="),
            (Sign, "..."),
            (Word, "c"),
        ]
    );
    assert_eq!(tokens("{{ <a b=`丙`/> }}").len(), 7);
    assert_eq!(tokens("{% set a = {\"b\": {}} %}").last(), Some(&(Sign, "}")));
    // But for names in other letters, which the engine never sees.
    assert_eq!(tokens("{{ 甲_1 ? }}"), [(Word, "甲_1"), (Stray, "?")]);
    assert_eq!(tokens("{{ \"甲 }}"), [(Quoted, "\"甲 }}")]);
}

/// Whether all expressions of a template are those that print nothing.
fn is_silent(template: &str) -> bool {
    pieces(template).iter().all(|piece| {
        let is_expression = matches!(piece.kind, PieceKind::Expression(_));
        !is_expression || SILENT.iter().any(|silent| silent.contains(&template[piece.place.clone()]))
    })
}

/// Texts that are easily taken for tags, and all kinds of white space.
fn words() -> impl Strategy<Value = String> {
    "([甲a \n\t\u{3000}\"'`-]|\\{|\\}|%|#|-\\}\\}|%\\}|#\\}|\\\\){0,6}"
}

/// A template that prints its texts alone.
fn template() -> impl Strategy<Value = String> {
    let raw = (
        "\\{%-?-? ?raw ?-?%\\}",
        "([甲 \n\u{3000}-]|\\{\\{|\\}\\}|\\{% ?raw|\\{% endif %\\}|\\{#|\\{%|'){0,5}",
        "\\{%-?\n?endraw ?-?%\\}",
    );
    let leaf = prop_oneof![
        3 => words(),
        3 => proptest::sample::select(SILENT.as_slice()).prop_map(str::to_owned),
        1 => raw.prop_map(|(open, inner, close)| format!("{open}{inner}{close}")),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let branch = ("\\{%-? if true ?-?%\\}", inner.clone(), "\\{%-?endif-?%\\}");
        prop_oneof![
            1 => branch.prop_map(|(open, inner, close)| format!("{open}{inner}{close}")),
            2 => proptest::collection::vec(inner, 0..6).prop_map(|parts| parts.concat()),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_text_here_is_what_the_engine_prints(template in template()) {
        if !is_silent(&template) {
            return Err(TestCaseError::reject("parts have become an expression that prints"));
        }
        let Some(wanted) = engine_prints(&template) else { return Err(TestCaseError::reject("refused")) };
        prop_assert_eq!(printed(&template), wanted, "{}", template);
    }

    #[test]
    fn pieces_and_tokens_cover_any_text(template in prop_oneof![
        any::<String>(),
        "([甲a1._ \n\"'`\\\\(|?\\[-]|\\{\\{|\\}\\}|\\{%|%\\}|\\{#|#\\}|raw|endraw){0,30}",
    ]) {
        let mut at = 0;
        for piece in pieces(&template) {
            prop_assert_eq!(piece.place.start, at);
            prop_assert!(piece.place.end > at);
            at += 2;
            for token in piece.tag().into_iter().flat_map(|tag| &tag.tokens) {
                prop_assert_eq!(&template[token.place.clone()], token.text);
                prop_assert!(!token.text.is_empty());
                prop_assert_eq!(template[at..token.place.start].trim_matches(['-', ' ', '\n', '\t', '\r', '\u{c}']), "");
                at = token.place.end;
            }
            prop_assert!(at <= piece.place.end || piece.is_text());
            at = piece.place.end;
        }
        prop_assert_eq!(at, template.len());
    }
}
