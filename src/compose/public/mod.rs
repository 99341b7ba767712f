//! 公开版: a paper with its persons masked. All of it happens here, on the document that every format is made of: nothing that
//! stands in a file comes from elsewhere.

mod masks;
mod texts;

use masks::Masks;
use texts::{every_string, every_text};

use crate::compose::findings::{PUBLIC_NAME, PUBLIC_SECRET};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::persons::{Found, PersonsNames, PersonsValue, names_by_words};
use crate::document::{Document, Engine, Masked, Origin, Run, Sense, Text};
use crate::source::Span;

/// How the public papers of an office are made.
#[derive(Debug, Clone)]
pub struct Publication<'a> {
    pub persons: &'a PersonsNames,
    /// What stands behind the title, and says that it is no paper as it was sent.
    pub mark: String,
    /// Where that is typed which stays although it is a person's: the office's own contact.
    pub kept: Vec<Span>,
}

impl Publication<'_> {
    /// `document` as it is published.
    ///
    /// # Errors
    /// Where it is secret.
    pub(super) fn publish(&self, mut document: Document) -> Result<Document, Diagnostic> {
        if let Some(secrecy) = &document.head.secrecy {
            let message = format!("「{}」标着「{}」，不做公开版", document.called(), secrecy.plain());
            let help = "解密以后，去掉模板里的密级再做；这一种文书不公开的，用 --kind 只做别的几种";
            return Err(PUBLIC_SECRET.finding(message).help(help));
        }
        let texts: Vec<String> = every_text(&mut document).into_iter().map(|text| text.plain()).collect();
        let masks = self.masks(&texts);
        let mut masked = Vec::new();
        for text in every_text(&mut document) {
            self.mask(text, &masks, &mut masked);
        }
        for text in every_string(&mut document) {
            for found in masks.find(text).iter().rev() {
                masks.replace_in(text, found);
            }
        }
        // Where the writer ends the title's lines was counted in other words.
        if document.title.as_ref().is_some_and(is_masked) {
            document.title_ends.clear();
        }
        for attachment in document.attachments.iter_mut().filter(|attachment| is_masked(&attachment.title)) {
            attachment.title_ends.clear();
        }
        document.names.retain(|name| masks.find(name).is_empty());
        self.mark(&mut document);
        document.masked = masked;
        Ok(document)
    }

    /// Whether a paper may be called so, also by its file.
    ///
    /// # Errors
    /// Where the name tells of a person.
    pub fn may_be_called(&self, name: &str) -> Result<(), Diagnostic> {
        if self.persons.find(name).is_empty() {
            return Ok(());
        }
        let message = "公开版的文件名里会有个人的姓名或号码，这一份没有做";
        let help = "在 office.yaml「文书」的「每」里，「名」换成编号一栏，或者不写「名」，用次序";
        Err(PUBLIC_NAME.finding(message).help(help))
    }

    /// What stands in the place of each person of a paper's texts. Who is named once by the words around him is masked
    /// everywhere.
    fn masks(&self, texts: &[String]) -> Masks<'_> {
        let mut by_words = PersonsNames::default();
        for name in texts.iter().flat_map(|text| names_by_words(text)) {
            by_words.add(&PersonsValue::Name(name));
        }
        Masks::new(self.persons, by_words, texts)
    }

    fn mask(&self, text: &mut Text, masks: &Masks, masked: &mut Vec<Masked>) {
        let plain = text.plain();
        let mut all = masks.find(&plain);
        all.retain(|found| !self.is_kept(text, found));
        if all.is_empty() {
            return;
        }
        let mut runs: Vec<Run> = Vec::with_capacity(text.0.len());
        let mut at = 0;
        for run in std::mem::take(&mut text.0) {
            let mut words = String::new();
            let mut is_changed = false;
            for c in run.text.chars() {
                match all.iter().find(|found| found.range.contains(&at)) {
                    Some(found) => {
                        is_changed = true;
                        if found.range.start == at {
                            words.push_str(&masks.mask(&plain, found));
                            add(masked, found.kind.word(), place(&run.origin));
                        }
                    }
                    None => words.push(c),
                }
                at += 1;
            }
            let sense = if is_changed { Sense::Words } else { run.sense };
            if !words.is_empty() {
                runs.push(Run { text: words, sense, origin: run.origin });
            }
        }
        text.0 = runs;
    }

    /// Whether all of it comes from where something is typed that stays.
    fn is_kept(&self, text: &Text, found: &Found) -> bool {
        let mut at = 0;
        let mut is_kept = !self.kept.is_empty();
        for run in &text.0 {
            let end = at + run.text.chars().count();
            let is_part = at < found.range.end && found.range.start < end;
            let stays = matches!(&*run.origin, Origin::Record(place) if self.kept.contains(place));
            is_kept &= !is_part || stays;
            at = end;
        }
        is_kept
    }

    /// Says on the paper what it is: behind the title, or behind what stands in its place.
    fn mark(&self, document: &mut Document) {
        let mark = Text::engine(Engine::PublicMark, &self.mark);
        let head = &mut document.head;
        let place = match (&mut document.title, &mut head.issue) {
            (Some(title), _) => title,
            (None, Some(issue)) => issue,
            (None, None) => document.note.get_or_insert_default(),
        };
        *place = std::mem::take(place).then(&mark);
    }
}

/// Whether something was masked in it: nothing else has such a sign.
fn is_masked(text: &Text) -> bool {
    text.plain().contains([masks::NAMELESS, masks::NOTHING])
}

/// Counts what was masked of one kind in one place together.
fn add(masked: &mut Vec<Masked>, kind: &'static str, place: Option<Span>) {
    match masked.iter_mut().find(|known| known.kind == kind && known.place == place) {
        Some(known) => known.count += 1,
        None => masked.push(Masked { kind, place, count: 1 }),
    }
}

/// Where in a record, or in the office's file, it was written.
fn place(origin: &Origin) -> Option<Span> {
    origin.place().map(Span::first_line)
}
