//! What all papers of an office share: names, printing, seal.

use std::cmp::Reverse;

use super::pictures::Pictures;
use crate::document::{self, Form, Image, Margins, Printing};
use crate::record::issuing::{MarginRule, PitchRule};
use crate::record::line_end::is_line_end;
use crate::record::office::Office;
use crate::record::paper::FormName;
use crate::record::text::Text;
use crate::record::word_fonts::WordFonts;
use crate::source::Span;

/// An office's part in every paper of its.
#[derive(Debug)]
pub(super) struct OfficeTraits {
    pub(super) name: String,
    /// All names of its registers, the longest first.
    pub(super) names: Vec<String>,
    /// Where its file has titles in which the writer ends lines.
    pub(super) titles_in_lines: Vec<Span>,
    pub(super) printing: Printing,
    pub(super) word_fonts: document::WordFonts,
    pub(super) seal: Option<Image>,
    pub(super) stamp: Option<Image>,
}

impl OfficeTraits {
    pub(super) fn from_office(office: &Office, pictures: &Pictures) -> Self {
        let issuing = office.issuing.as_ref();
        let margins = match issuing.and_then(|issuing| issuing.margins.as_ref()).map(|margins| margins.value) {
            None | Some(MarginRule::PageSetup) => Margins::PageSetup,
            Some(MarginRule::Ink) => Margins::Ink,
        };
        let both_sides = issuing.and_then(|issuing| issuing.both_sides.as_ref()).is_some_and(|both| both.value);
        let pitch = issuing.and_then(|issuing| issuing.pitch.as_ref());
        let fixed_pitch = pitch.is_some_and(|pitch| pitch.value == PitchRule::Fixed);
        Self {
            name: office.name.value.clone(),
            names: registered_names(office),
            titles_in_lines: titles_in_lines(office),
            printing: Printing { margins, both_sides, fixed_pitch },
            word_fonts: word_fonts(office),
            seal: pictures.seal.clone(),
            stamp: pictures.stamp.clone(),
        }
    }
}

/// The families that an office's Word files name.
#[must_use]
pub fn word_fonts(office: &Office) -> document::WordFonts {
    let Some(WordFonts { fang_song, kai_ti, hei_ti, xiao_biao_song, song_ti, .. }) = &office.word_fonts else {
        return document::WordFonts::default();
    };
    let [fang_song, kai_ti, hei_ti, xiao_biao_song, song_ti] = [fang_song, kai_ti, hei_ti, xiao_biao_song, song_ti]
        .map(|family| family.as_ref().map(|family| family.value.name().to_owned()));
    document::WordFonts { fang_song, kai_ti, hei_ti, xiao_biao_song, song_ti }
}

/// The form that a word names.
pub(super) fn form_of(name: FormName) -> Form {
    match name {
        FormName::Plain => Form::Plain,
        FormName::Downward => Form::Downward,
        FormName::Upward => Form::Upward,
        FormName::Letter => Form::Letter,
        FormName::Order => Form::Order,
        FormName::Minutes => Form::Minutes,
        FormName::Bulletin => Form::Bulletin,
    }
}

/// 周报名称, 标题 of 文书, 事由 of 来文种类.
fn titles_in_lines(office: &Office) -> Vec<Span> {
    let of_papers = office.papers.iter().filter_map(|paper| paper.title.as_ref()).map(Text::written);
    let of_replies = office.incoming.iter().filter_map(|kind| kind.matter.as_ref()).map(Text::written);
    let all = std::iter::once(office.weekly_name.written()).chain(of_papers).chain(of_replies);
    all.filter(|title| title.value.contains(is_line_end)).map(|title| title.span.clone()).collect()
}

fn registered_names(office: &Office) -> Vec<String> {
    // The mark and the printing office stand on lines of their own.
    let all = office.printed_names().into_iter().filter(|name| !matches!(name.key, "标志" | "印发机关"));
    let mut names: Vec<(Reverse<usize>, &str)> = Vec::new();
    for name in all {
        let trimmed = name.text.value.trim();
        names.push((Reverse(trimmed.chars().count()), trimmed));
    }
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|(_, name)| name.to_owned()).collect()
}
