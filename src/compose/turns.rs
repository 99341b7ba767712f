//! How far a template may run: its loops, lists in brackets, components and growing texts are counted while it is
//! filled, because the engine itself knows no bounds and a loop that prints nothing fills no buffer.
//!
//! Before the engine reads a template, a call of [`SPEND`] is put into whatever it can go through again and again.

#![expect(clippy::needless_pass_by_value, reason = "Tera's functions are given their arguments by value")]

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::findings::TEMPLATE;
use super::mark;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

/// The function that counts. No template writes it.
const SPEND: &str = "zhoubao_spend";
/// How many bytes of a template are gone through before a paper is done; a weekly of a busy week takes a thousandth.
const MOST: usize = 64 << 20;
/// What going once through nothing takes, in the same measure.
const TURN: usize = 64;
/// What an item of a list takes, in the same measure.
const ITEM: usize = 16;
/// A paper takes some 50 KB as markup: no text that a template keeps or makes by a filter is longer, in bytes.
const LONGEST_TEXT: usize = 256 * 1024;

thread_local! {
    /// What is left to the template that is being filled in this thread.
    static LEFT: Cell<usize> = const { Cell::new(0) };
}

/// Whether the template being filled has used up what it may take.
pub(super) fn is_spent() -> bool {
    LEFT.get() == 0
}

/// Before each filling.
pub(super) fn begin() {
    LEFT.set(MOST);
}

fn spend(bytes: usize) -> TeraResult<()> {
    LEFT.set(LEFT.get().saturating_sub(bytes));
    if is_spent() { Err(Error::message("模板的循环转得太多")) } else { Ok(()) }
}

/// A text of so many bytes that a template keeps or makes.
fn fits(bytes: usize) -> TeraResult<()> {
    spend(if bytes > LONGEST_TEXT { MOST } else { bytes })
}

/// What is said of a template that has used up what it may take.
pub(super) fn too_much(source: &Arc<Source>) -> Diagnostic {
    TEMPLATE
        .finding("模板填起来没有尽头：循环转得太多，或者一项内容越接越长，不像是一份文书")
        .at(Span::new(source, 0..0), "这份模板")
        .help("请核对模板里的循环和 {% set … %}，看是不是循环套着循环，或者把一项内容一再接到自己后面")
}

/// Counts what is printed, and moves it out of reach of markup: it may be printed into a text that is kept.
pub(super) fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    spend(text.len()).map_err(|error| std::io::Error::other(error.to_string()))?;
    mark::escape(text, out)
}

/// Makes the counting function known, and takes the place of what grows beyond bounds in one step.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(SPEND, |kwargs: Kwargs, _: &State| -> TeraResult<bool> {
        spend(TURN + kwargs.get::<usize>("n")?.unwrap_or(0))?;
        if let Some(text) = kwargs.get::<Value>("v")?.as_ref().and_then(Value::as_str) {
            fits(text.len())?;
        }
        Ok(false)
    });
    tera.register_function("range", range);
    tera.register_filter("replace", replace);
    tera.register_filter("join", join);
    tera.register_filter("indent", |_: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Err(Error::message("公文的缩进由版式定，模板里不用 indent"))
    });
}

fn range(kwargs: Kwargs, _: &State) -> TeraResult<Vec<i128>> {
    let (start, end) = (kwargs.get("start")?.unwrap_or(0_i128), kwargs.must_get::<i128>("end")?);
    let step = kwargs.get("step_by")?.unwrap_or(1_i128);
    let way = end.checked_sub(start).filter(|way| step != 0 && (*way >= 0 || step < 0));
    let Some(way) = way else { return Err(Error::message("range 的 start、end、step_by 不成一列数")) };
    let count = if (way < 0) == (step < 0) { way.unsigned_abs().div_ceil(step.unsigned_abs()) } else { 0 };
    spend(usize::try_from(count).unwrap_or(usize::MAX).saturating_mul(ITEM))?;
    let numbers = std::iter::successors(Some(start), |number| number.checked_add(step));
    Ok(numbers.take(usize::try_from(count).unwrap_or_default()).collect())
}

fn replace(value: StringInput, kwargs: Kwargs, state: &State) -> TeraResult<Value> {
    let (from, to) = (kwargs.must_get::<&str>("from")?, kwargs.must_get::<StringInput>("to")?);
    let is_safe = state.autoescaping_enabled() && (value.is_safe() || to.is_safe());
    let (text, to) = if is_safe {
        (value.rendered(state)?, to.rendered(state)?)
    } else {
        (Cow::Borrowed(value.as_str()), Cow::Borrowed(to.as_str()))
    };
    fits(text.len().saturating_add(text.matches(from).count().saturating_mul(to.len())))?;
    let replaced = text.replace(from, &to);
    Ok(if is_safe { Value::safe_string(&replaced) } else { replaced.into() })
}

fn join(list: &[Value], kwargs: Kwargs, state: &State) -> TeraResult<Value> {
    let separator = kwargs.get::<StringInput>("sep")?;
    let is_safe = state.autoescaping_enabled()
        && (list.iter().any(|value| value.is_string() && value.is_safe())
            || separator.as_ref().is_some_and(StringInput::is_safe));
    let between = match &separator {
        Some(separator) if is_safe => separator.rendered(state)?,
        Some(separator) => Cow::Borrowed(separator.as_str()),
        None => Cow::Borrowed(""),
    };
    let mut joined = String::new();
    for (at, value) in list.iter().enumerate() {
        if at > 0 {
            joined.push_str(&between);
        }
        match value {
            value if is_safe && value.is_undefined() => {}
            value if is_safe => joined.push_str(&state.escape_if_needed(value)?),
            value => joined.push_str(&value.to_string()),
        }
        if joined.len() > LONGEST_TEXT {
            break;
        }
    }
    fits(joined.len())?;
    Ok(if is_safe { Value::safe_string(&joined) } else { joined.into() })
}

/// A template's text as the engine reads it, and where counting calls were put into it.
#[derive(Debug, Default)]
pub(super) struct Counted {
    pub(super) text: String,
    /// In order.
    calls: Vec<Range<usize>>,
}

impl Counted {
    /// The text without the calls, up to a byte of [`Self::text`].
    pub(super) fn before(&self, end: usize) -> String {
        let mut from = 0;
        let mut before = String::new();
        for call in self.calls.iter().take_while(|call| call.start < end) {
            before.push_str(self.text.get(from..call.start).unwrap_or_default());
            from = call.end;
        }
        before.push_str(self.text.get(from..end).unwrap_or_default());
        before
    }
}

/// Puts the counting calls into a template: behind every tag that begins a loop or a component or keeps a value, and
/// into every list that is made by a loop in brackets.
pub(super) fn counted(template: &str) -> Counted {
    let mut calls = Calls::default();
    for tag in tags(template) {
        calls.tag(template, &tag);
    }
    calls.into_text(template)
}

/// A tag with what stands in it; a comment and raw text are none.
struct Tag<'t> {
    range: Range<usize>,
    is_statement: bool,
    /// Names and signs, each with its place.
    pieces: Vec<(usize, &'t str)>,
}

impl<'t> Tag<'t> {
    fn piece(&self, at: usize) -> &'t str {
        self.pieces.get(at).map_or("", |(_, piece)| piece)
    }
}

/// As the engine's own reader takes a text apart.
fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        at = open + 1;
        let inner = open + 2;
        match text.as_bytes().get(at) {
            Some(b'#') => at = text[inner..].find("#}").map_or(text.len(), |length| inner + length + 2),
            Some(b'%') if named(&text[inner..], "raw").is_some() => {
                at = inner;
                while let Some(next) = text[at..].find("{%") {
                    at += next + 2;
                    if let Some(length) = named(&text[at..], "endraw") {
                        at += length;
                        break;
                    }
                }
            }
            Some(sign @ (b'%' | b'{')) => {
                let start = inner + usize::from(text[inner..].starts_with('-'));
                let close = if *sign == b'%' { "%}" } else { "}}" };
                let (pieces, end) = pieces(text, start, close);
                at = end;
                tags.push(Tag { range: open..end, is_statement: *sign == b'%', pieces });
            }
            _ => {}
        }
    }
    tags
}

/// How long the rest of a tag is that is nothing but a name, white space and `-`.
fn named(text: &str, name: &str) -> Option<usize> {
    let rest = text.trim_start_matches('-').trim_ascii_start().strip_prefix(name)?.trim_ascii_start();
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix("%}")?;
    Some(text.len() - rest.len())
}

/// The pieces of a tag from `at`, and where it ends: at the text's end where nothing closes it.
fn pieces<'t>(text: &'t str, mut at: usize, close: &str) -> (Vec<(usize, &'t str)>, usize) {
    let mut pieces = Vec::new();
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest.starts_with(close) {
            return (pieces, at + close.len());
        }
        let length = match c {
            '"' | '\'' | '`' => quoted(rest, c),
            '_' | 'a'..='z' | 'A'..='Z' => {
                rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len())
            }
            c => c.len_utf8(),
        };
        if !c.is_whitespace() {
            pieces.push((at, &rest[..length]));
        }
        at += length;
    }
    (pieces, at)
}

/// How long a text in quotes is, with them.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            c if c == quote && !escaped => return at + 1,
            c => escaped = c == '\\' && !escaped,
        }
    }
    text.len()
}

#[derive(Default)]
struct Calls<'t> {
    /// Each with the byte before which it goes.
    put: Vec<(usize, String)>,
    /// Loops and components that are open: which call counts their turns, and where they begin.
    open: Vec<(usize, usize)>,
    /// Names that are being set to what is printed.
    setting: Vec<&'t str>,
}

impl<'t> Calls<'t> {
    fn tag(&mut self, text: &str, tag: &Tag<'t>) {
        let trims = text[..tag.range.end].ends_with("-%}");
        match tag.piece(0) {
            "for" | "component" if tag.is_statement => {
                self.lists(tag, 1);
                self.open.push((self.put.len(), tag.range.start));
                self.behind(tag, "", trims);
            }
            "endfor" | "endcomponent" if tag.is_statement => {
                if let Some((call, start)) = self.open.pop()
                    && let Some((_, call)) = self.put.get_mut(call)
                {
                    *call = call.replacen("()", &format!("(n={})", tag.range.start - start), 1);
                }
            }
            "set" | "set_global" if tag.is_statement => {
                self.lists(tag, 1);
                match tag.piece(2) {
                    "=" => self.behind(tag, tag.piece(1), trims),
                    _ => self.setting.push(tag.piece(1)),
                }
            }
            "endset" if tag.is_statement => {
                if let Some(name) = self.setting.pop() {
                    self.behind(tag, name, trims);
                }
            }
            _ => self.lists(tag, 0),
        }
    }

    fn behind(&mut self, tag: &Tag, kept: &str, trims: bool) {
        let value = if kept.is_empty() { String::new() } else { format!("v={kept}") };
        let end = if trims { "-%}" } else { "%}" };
        self.put.push((tag.range.end, format!("{{%if {SPEND}({value})%}}{{%endif{end}")));
    }

    /// Counts the turns of loops in brackets, `[x.name for x in list if x.name]`: in their condition.
    fn lists(&mut self, tag: &Tag, from: usize) {
        /// A bracket that is open: where it stands, and if a loop stands in it, whether that has a condition.
        struct Open {
            at: usize,
            condition: Option<bool>,
        }
        let mut open: Vec<Open> = Vec::new();
        for (at, piece) in tag.pieces.iter().skip(from) {
            match (*piece, open.last_mut()) {
                ("[" | "(" | "{", _) => open.push(Open { at: *at, condition: None }),
                ("for", Some(last)) => last.condition = Some(false),
                ("if", Some(Open { condition: condition @ Some(false), .. })) => {
                    *condition = Some(true);
                    self.put.push((at + piece.len(), format!(" {SPEND}() or(")));
                }
                ("]" | ")" | "}", _) => match open.pop() {
                    Some(Open { condition: Some(true), .. }) => self.put.push((*at, ")".to_owned())),
                    Some(Open { at: start, condition: Some(false) }) => {
                        self.put.push((*at, format!(" if not {SPEND}(n={})", at - start)));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn into_text(self, template: &str) -> Counted {
        let mut counted = Counted::default();
        let mut from = 0;
        for (at, call) in &self.put {
            counted.text.push_str(&template[from..*at]);
            let start = counted.text.len();
            counted.text.push_str(call);
            counted.calls.push(start..counted.text.len());
            from = *at;
        }
        counted.text.push_str(&template[from..]);
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The template with its calls, under a shorter name.
    fn shown(template: &str) -> String {
        let counted = counted(template);
        assert_eq!(counted.before(counted.text.len()), template);
        counted.text.replace(SPEND, "spend")
    }

    #[test]
    fn loops_components_and_kept_texts_are_counted() {
        assert_eq!(
            shown("{% for a in b -%} 甲 {%- endfor %}"),
            "{% for a in b -%}{%if spend(n=22)%}{%endif-%} 甲 {%- endfor %}"
        );
        assert_eq!(
            shown("{% for a in b %}{% for c in a %}{% endfor %}{% endfor %}"),
            "{% for a in b %}{%if spend(n=44)%}{%endif%}{% for c in a %}{%if spend(n=16)%}{%endif%}{% endfor %}{% endfor %}"
        );
        assert_eq!(shown("{% set a = \"甲\" %}"), "{% set a = \"甲\" %}{%if spend(v=a)%}{%endif%}");
        assert_eq!(shown("{% set a %}甲{% endset %}"), "{% set a %}甲{% endset %}{%if spend(v=a)%}{%endif%}");
        assert_eq!(
            shown("{{ [x.a for x in b] | join }}{{ [x for x in b if x or y] }}"),
            "{{ [x.a for x in b if not spend(n=15)] | join }}{{ [x for x in b if spend() or( x or y)] }}"
        );
    }

    #[test]
    fn what_only_looks_like_a_loop_is_left_alone() {
        for template in [
            "{% raw %}{% for a in b %}{% endraw %}",
            "{%- raw -%}{% set a = b %}{%- endraw -%}",
            "{# {% for a in b %} #}",
            "{{ \"{% for a in b %}\" }}",
            "{{ '\\'[a for a in b]' }}",
            "for a in b %}",
            "{ % for a in b %}",
            "{% if a %}{{ b[0] }}{% endif %}",
        ] {
            assert_eq!(shown(template), template);
        }
    }

    #[test]
    fn places_are_found_again_behind_calls() {
        let counted = counted("{% for a in b %}甲{{ c }}{% endfor %}");
        let at = counted.text.find("{{ c").unwrap_or_default();
        assert_eq!(counted.before(at), "{% for a in b %}甲");
        // A place within a call is behind its tag.
        assert_eq!(counted.before(20), "{% for a in b %}");
    }
}
