//! A rendered template's front matter: the elements of a paper that are not its body.

use std::sync::Arc;

use super::reader::Reader;
use super::{mark, markup, split_front};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Head, Origin, Sealing, Signature, Text};
use crate::record;
use crate::record::Problems;
use crate::source::{Source, Spanned};

record! {
    /// Front matter as a template's author writes it.
    struct Front {
        /// 标题
        "标题" => title: Spanned<String>,
        /// 发文字号
        "文号" => number: Option<Spanned<String>>,
        /// 主送机关，以全角冒号结尾
        "主送" => addressee: Option<Spanned<String>>,
        /// 发文机关署名
        "署名" => organ: Option<Spanned<String>>,
        /// 成文日期
        "日期" => date: Option<Spanned<String>>,
        /// 附注，连括号
        "附注" => note: Option<Spanned<String>>,
    }
}

/// The document that a rendered template says.
pub(super) fn document(
    rendered: &str,
    template: &Arc<Source>,
    origins: &[Arc<Origin>],
) -> Result<Document, Diagnostic> {
    let trouble = |message: String| Diagnostic::error(Code::Template, format!("{}：{message}", template.name()));
    let (front, body) = split_front(rendered).ok_or_else(|| {
        trouble("开头没有两行 --- 之间的标题、主送等项".to_owned())
            .help("模板第一行写 ---，接着写「标题: …」等项，再写一行 ---")
    })?;
    let mut problems = Problems::new();
    let source = Source::new(template.name(), front);
    let Some(front) = crate::record::read::<Front>(&source, &mut problems) else {
        let first = problems.into_vec().into_iter().next();
        let message =
            first.as_ref().map_or_else(|| "开头的各项写得不对".to_owned(), |first| mark::plain(&first.message));
        let help = first.and_then(|first| first.help).unwrap_or_else(|| "请核对两行 --- 之间的写法".to_owned());
        return Err(trouble(message).help(help));
    };

    let templates = [Arc::clone(template)];
    let mut reader = Reader::new(origins, &templates);
    let mut text = |value: &Spanned<String>| {
        let mut paragraphs = Vec::new();
        reader.dates.restart();
        reader.read(&value.value, &mut paragraphs);
        let mut whole = Text::default();
        paragraphs.into_iter().flat_map(|text| text.0).for_each(|run| whole.push(run.text, &run.origin));
        whole
    };
    let mut document = Document {
        title: Some(text(&front.title)),
        head: Head { number: front.number.as_ref().map(&mut text), ..Head::default() },
        addressee: front.addressee.as_ref().map(&mut text),
        note: front.note.as_ref().map(&mut text),
        ..Document::default()
    };
    if let (Some(organ), Some(date)) = (&front.organ, &front.date) {
        let signature = Signature { organs: vec![text(organ)], date: text(date), sealing: Sealing::Unsealed };
        document.author = signature.organs.iter().map(Text::plain).collect();
        document.signature = Some(signature);
    }

    let mut reader = Reader::new(origins, &templates);
    document.body = markup::blocks(body, &mut reader).map_err(|unsupported| {
        let around = body.get(unsupported.range).unwrap_or_default();
        let words: String = mark::plain(around).chars().take(24).collect();
        trouble(format!("用了{}，公文里没有这种东西：「{}」", unsupported.what, words.trim()))
            .help("模板正文只写标题（# 到 ####）和段落；要原样印出标记符号，在它前面加反斜杠")
    })?;
    Ok(document)
}
