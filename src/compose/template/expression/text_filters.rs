//! Filters over texts.

use tera::Value;

use super::call::Call;
use super::exact::Exact;
use super::fault::Result;
use super::text::Text;
use super::value::{Number, Plain};
use crate::compose::before_number::runs_into_number;
use crate::compose::template::budget::spend_on_text;

pub(super) fn safe(call: &Call) -> Result<Value> {
    Ok(call.printed()?.into_markup().into_value())
}

/// What is printed is out of reach of markup in any case.
pub(super) fn escape(call: &Call) -> Result<Value> {
    Ok(call.text()?.into_value())
}

pub(super) fn str(call: &Call) -> Result<Value> {
    match call.plain() {
        Plain::Day(day, origins) => Ok(Text::from_origins(&crate::compose::dates::full(day), origins).into_value()),
        Plain::Period(start, end, origins) => {
            Ok(Text::from_origins(&crate::compose::dates::period(start, end), origins).into_value())
        }
        _ => Ok(call.printed()?.into_value()),
    }
}

pub(super) fn upper(call: &Call) -> Result<Value> {
    Ok(call.text()?.changed(|c, out| out.extend(c.to_uppercase())).into_value())
}

pub(super) fn lower(call: &Call) -> Result<Value> {
    Ok(call.text()?.changed(|c, out| out.extend(c.to_lowercase())).into_value())
}

pub(super) fn capitalize(call: &Call) -> Result<Value> {
    let mut is_first = true;
    let changed = call.text()?.changed(|c, out| {
        if std::mem::take(&mut is_first) { out.extend(c.to_uppercase()) } else { out.extend(c.to_lowercase()) }
    });
    Ok(changed.into_value())
}

pub(super) fn title(call: &Call) -> Result<Value> {
    let mut begins_word = true;
    let changed = call.text()?.changed(|c, out| {
        let parts_words = c.is_ascii_punctuation() || c.is_whitespace();
        if begins_word && !parts_words {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        begins_word = parts_words && (c != '\'' || begins_word);
    });
    Ok(changed.into_value())
}

pub(super) fn wordcount(call: &Call) -> Result<Value> {
    let text = call.text()?;
    let count = text.plain.split_whitespace().count();
    Ok(counted(count, &text))
}

/// How many of something a text has, as a number that comes from it.
pub(super) fn counted(count: usize, text: &Text) -> Value {
    let origins = super::value::made_from(crate::compose::mark::COUNTED, [text.origins()]);
    let count = i128::try_from(count).unwrap_or(i128::MAX);
    Number::new(Exact::whole(count), origins).into_value()
}

pub(super) fn trim(call: &Call) -> Result<Value> {
    trimmed(call, true, true)
}

pub(super) fn trim_start(call: &Call) -> Result<Value> {
    trimmed(call, true, false)
}

pub(super) fn trim_end(call: &Call) -> Result<Value> {
    trimmed(call, false, true)
}

fn trimmed(call: &Call, at_start: bool, at_end: bool) -> Result<Value> {
    let text = call.text()?;
    let pattern = call.text_argument("pat")?.filter(|pattern| !pattern.is_empty());
    let mut kept = text.plain.as_str();
    if at_start {
        kept = match &pattern {
            Some(pattern) => kept.trim_start_matches(pattern.as_str()),
            None => kept.trim_start(),
        };
    }
    let start = text.plain.len() - kept.len();
    if at_end {
        kept = match &pattern {
            Some(pattern) => kept.trim_end_matches(pattern.as_str()),
            None => kept.trim_end(),
        };
    }
    Ok(text.part(start..start + kept.len()).into_value())
}

pub(super) fn truncate(call: &Call) -> Result<Value> {
    let text = call.text()?;
    let length = call.count_argument("length")?.unwrap_or_default();
    let end = call.words_argument("end")?.unwrap_or_else(|| Text::fixed("…"));
    Ok(match text.plain.char_indices().nth(length) {
        Some((at, _)) => {
            let mut cut = text.part(0..at);
            cut.append(&end);
            cut.into_value()
        }
        None => text.into_value(),
    })
}

pub(super) fn replace(call: &Call) -> Result<Value> {
    let text = call.text()?;
    let from = call.needed_text("from")?;
    let to = call.words_argument("to")?.unwrap_or_default();
    let places: Vec<usize> = text.plain.match_indices(from.as_str()).map(|(at, _)| at).collect();
    let length = text.plain.len().saturating_add(places.len().saturating_mul(to.plain.len()));
    spend_on_text(length).map_err(|error| call.fault(error, "请核对括号里的参数"))?;
    let mut replaced = Text::default();
    let mut done = 0;
    for at in places {
        replaced.append(&text.part(done..at));
        replaced.append(&to);
        done = at + from.len();
    }
    replaced.append(&text.part(done..text.plain.len()));
    Ok(replaced.into_value())
}

pub(super) fn split(call: &Call) -> Result<Value> {
    let text = call.text()?;
    let pattern = call.needed_text("pat")?;
    if pattern.is_empty() {
        return Err(call.fault("参数 pat 是空的，不能用来分开文字", "写上用什么分开，例如 split(pat=\"、\")"));
    }
    let mut pieces: Vec<Value> = Vec::new();
    let mut start = 0;
    for (at, _) in text.plain.match_indices(pattern.as_str()) {
        pieces.push(text.part(start..at).into_value());
        start = at + pattern.len();
    }
    pieces.push(text.part(start..text.plain.len()).into_value());
    Ok(pieces.into())
}

/// Marks that end a part of a sentence: before the end of a whole one they are left out.
const ENDS_OF_PARTS: [char; 7] = ['，', '；', '、', '：', ',', ';', ':'];

fn is_end_of_part(c: char) -> bool {
    c.is_whitespace() || ENDS_OF_PARTS.contains(&c)
}

/// Whether a paragraph is of whole sentences, so that the last of them needs its mark: what is no more than a few words is
/// a heading or an item.
fn is_of_sentences(paragraph: &str) -> bool {
    paragraph.contains(['，', '。', '；'])
}

/// The text as a whole sentence: one mark that ends it, put in the place of one that ends a part, or added. Of several
/// paragraphs, each that is of sentences.
pub(super) fn sentence(call: &Call) -> Result<Value> {
    let text = call.printed()?;
    if !text.plain.contains('\n') {
        return Ok(as_sentence(text).into_value());
    }
    let mut whole = Text::default();
    let mut start = 0;
    for (at, _) in text.plain.match_indices('\n') {
        let paragraph = text.part(start..at);
        let is_whole = paragraph.plain.trim_end().ends_with(['：', '；', ':', ';']) || ends_sentence(&paragraph.plain);
        let needs_mark = is_of_sentences(&paragraph.plain) && !is_whole;
        whole.append(&if needs_mark { as_sentence(paragraph) } else { paragraph });
        whole.append(&text.part(at..at + 1));
        start = at + 1;
    }
    whole.append(&as_sentence(text.part(start..text.plain.len())));
    Ok(whole.into_value())
}

fn as_sentence(text: Text) -> Text {
    let kept = text.plain.trim_end_matches(is_end_of_part);
    let bare = kept.trim_end_matches('。');
    let (has_mark, is_sentence, length) = (bare.len() < kept.len(), ends_sentence(bare), bare.len());
    if has_mark && !is_sentence {
        return text.into_part(0..length + '。'.len_utf8());
    }
    let mut sentence = text.into_part(0..length);
    if !is_sentence {
        sentence.append(&Text::fixed("。"));
    }
    sentence
}

/// The text as a part of a sentence, without a mark at its end.
pub(super) fn clause(call: &Call) -> Result<Value> {
    let text = call.printed()?;
    let length = text.plain.trim_end_matches(|c| matches!(c, '。' | '！' | '？' | '…') || is_end_of_part(c)).len();
    Ok(text.into_part(0..length).into_value())
}

/// A name behind which a number is printed, in quotation marks where both would be read as one.
pub(super) fn before_number(call: &Call) -> Result<Value> {
    let text = call.printed()?;
    if !runs_into_number(&text.plain) {
        return Ok(text.into_value());
    }
    let mut quoted = Text::fixed("“");
    quoted.append(&text);
    quoted.append(&Text::fixed("”"));
    Ok(quoted.into_value())
}

/// Whether a text ends with a mark that ends a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end().trim_end_matches(['”', '’', '）']).ends_with(['。', '！', '？', '…'])
}

/// In Chinese nothing has a plural by itself: a template says both forms.
pub(super) fn pluralize(call: &Call) -> Result<Value> {
    let number = call.number()?;
    let is_one = number.exact.absolute() == Some(Exact::whole(1));
    let Some(plural) = call.words_argument("plural")? else {
        let fix = "把两种写法都写上，例如 pluralize(singular=\"\", plural=\"均\")，或用 {% if … > 1 %} 判断";
        return Err(call.fault("中文没有复数的词尾", fix));
    };
    let singular = call.words_argument("singular")?.unwrap_or_default();
    Ok(if is_one { singular } else { plural }.into_value())
}

/// What a paper has no use for.
pub(super) fn indent(call: &Call) -> Result<Value> {
    Err(call.fault("公文的缩进由版式定，模板里不用 indent", "去掉 indent"))
}

pub(super) fn newlines_to_br(call: &Call) -> Result<Value> {
    Err(call.fault("公文里另起一段由空行定，模板里不用 newlines_to_br", "去掉 newlines_to_br"))
}

pub(super) fn escape_markup(call: &Call) -> Result<Value> {
    Err(call.fault("填进公文的文字照原样印出，不会当成标记", "去掉这个过滤器"))
}
