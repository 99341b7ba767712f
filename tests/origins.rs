//! Every glyph on every page knows where it comes from: of the sample, and of the corpus' papers of every form.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use zhoubao::document::{Engine, Origin};
use zhoubao::layout::fonts::{Fonts, GlyphId};
use zhoubao::layout::{Drawn, Galley, Ink, Part, Pt, TracedGlyph};
use zhoubao::record::find::find;
use zhoubao::record::format::Format;
use zhoubao::yaml::Problems;
use zhoubao::{layout, workspace};

/// A paper, and what it is called.
struct Paper {
    name: String,
    galley: Galley,
}

impl Paper {
    /// All its glyphs, from the first page to the last.
    fn glyphs(&self) -> impl Iterator<Item = TracedGlyph<'_>> {
        self.galley.pages.iter().flat_map(|page| self.galley.traced(page))
    }

    fn text(&self) -> String {
        self.glyphs().map(|glyph| glyph.character).collect()
    }

    /// The one origin of the words' glyphs, where they first stand behind `before`.
    fn origin_of(&self, before: &str, words: &str) -> &Arc<Origin> {
        let text = self.text();
        let start = text.find(&format!("{before}{words}")).unwrap_or_else(|| panic!("{before}{words} stands nowhere"));
        let skipped = text[..start + before.len()].chars().count();
        let glyphs = self.glyphs().skip(skipped).take(words.chars().count());
        let origins: Vec<_> = glyphs.map(|glyph| glyph.origin.unwrap()).collect();
        assert!(origins.iter().all(|origin| *origin == origins[0]), "{words} has several origins: {origins:#?}");
        origins[0]
    }
}

/// All papers of a data folder.
fn papers(folder: &Path, fonts: &Fonts) -> Vec<Paper> {
    let mut papers = Vec::new();
    let mut problems = Problems::new();
    for office in find(&[folder.to_path_buf()], &mut problems) {
        let opened = workspace::open(&office, &mut problems).unwrap();
        for week in opened.weeks(&office).into_iter().filter_map(|week| week.week) {
            let composer = opened.composer(&week).unwrap();
            for due in workspace::due(&opened.generation_for(&week).office, &week) {
                let name = format!("{} {}", opened.name, due.file(Format::Pdf).display());
                let document = due.compose(&composer).unwrap_or_else(|_| panic!("{name}"));
                let galley = layout::set(&document, fonts).unwrap_or_else(|_| panic!("{name}"));
                papers.push(Paper { name, galley });
            }
        }
    }
    assert!(!papers.is_empty(), "no papers in {}", folder.display());
    papers
}

fn fonts() -> Fonts {
    Fonts::find(None).expect("the free fonts are installed: make fonts")
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The real week's papers, without those of the second office.
fn real_week(fonts: &Fonts) -> Vec<Paper> {
    papers(&sample().join("panlong"), fonts)
}

/// No glyph without a number in its font, and none without an origin that leads somewhere: to a line of a record or of a
/// template, or to an element that the engine makes.
fn all_glyphs_are_traced(papers: &[Paper]) {
    for paper in papers {
        let mut lost = BTreeSet::new();
        for glyph in paper.glyphs() {
            assert_ne!(glyph.glyph.id, GlyphId::default(), "{}: {}", paper.name, glyph.character);
            let is_found = glyph.origin.is_some_and(|origin| {
                matches!(**origin, Origin::Engine(_)) || origin.place().is_some_and(|place| !place.text().is_empty())
            });
            if !is_found {
                lost.insert((glyph.run.text.to_string(), format!("{:?}", glyph.origin)));
            }
        }
        assert!(lost.is_empty(), "{}: {lost:#?}", paper.name);
        let characters: usize = paper.galley.pages.iter().flat_map(|page| &page.drawn).map(characters).sum();
        assert_eq!(paper.glyphs().count(), characters, "{}", paper.name);
    }
}

fn characters(mark: &Drawn) -> usize {
    if let Ink::Glyphs(run) = &mark.ink { run.text.chars().count() } else { 0 }
}

#[test]
fn every_glyph_of_the_sample_is_traced() {
    all_glyphs_are_traced(&papers(&sample(), &fonts()));
}

#[test]
fn every_glyph_of_the_corpus_is_traced() {
    let folder = tempfile::tempdir().unwrap();
    let generator = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/generate.py");
    let python = if cfg!(windows) { "python" } else { "python3" };
    let made = Command::new(python).arg(generator).arg(folder.path().join("corpus")).status();
    assert!(made.expect("python3 makes the corpus").success());
    let papers = papers(&folder.path().join("corpus"), &fonts());
    assert!(papers.len() >= 70, "{} papers", papers.len());
    all_glyphs_are_traced(&papers);
}

/// The line of a file at which a text was written, without what stands before its value.
fn line_of(origin: &Origin) -> String {
    let place = origin.place().unwrap_or_else(|| panic!("{origin:?} has no place"));
    format!("{}: {}", Path::new(place.source().name()).file_name().unwrap().display(), place.text().trim())
}

#[test]
fn known_words_of_the_real_week_come_from_where_they_were_written() {
    let fonts = fonts();
    let papers = real_week(&fonts);
    let weekly = papers.iter().find(|paper| paper.name.contains("weekly")).unwrap();

    let complaints = weekly.origin_of("“一机游”游客投诉平台涉旅投诉件", "6");
    let Origin::Figure { name, of, from, .. } = &**complaints else { panic!("{complaints:?}") };
    assert_eq!((*name, of.as_deref(), from.len()), ("平台投诉件数", Some("“一机游”游客投诉平台"), 6));
    let mean = weekly.origin_of("平均办结时长", "13.16");
    assert!(matches!(&**mean, Origin::Figure { name: "平均办结时长", .. }), "{mean:?}");

    for (before, words, written) in [
        ("投诉人信息与投诉人", "刘某某", "2021-01-08.yaml: 刘某某"),
        ("（8号），经盘龙区指挥中心", "工作人员核实，", "weekly.md: "),
        ("办结时长分别是", "7分钟", "2021-01-08.yaml: 7分钟"),
        ("、7分钟；1件投诉", "电力公司", "2021-01-08.yaml: 电力公司"),
        ("督促", "景区提升自身服务水平", "2021-01-08.yaml: 下一步，盘龙区将逐步加强组织领导"),
        ("", "故无法进一步调查处理", "2021-01-08.yaml: 盘龙区指挥中心工作人员根据文件提供的投诉人信息"),
        ("一、", "指挥中心工作情况", "weekly.md: # 指挥中心工作情况"),
    ] {
        let found = line_of(weekly.origin_of(before, words));
        assert!(found.starts_with(written), "{before}{words} comes from {found}");
    }
    assert_eq!(**weekly.origin_of("", "一、"), Origin::Engine(Engine::HeadingNumber));
    assert_eq!(**weekly.origin_of("", "（一）"), Origin::Engine(Engine::HeadingNumber));
    assert_eq!(**weekly.origin_of("", "— 2 —"), Origin::Engine(Engine::PageNumber));
}

#[test]
fn what_the_engine_draws_says_by_which_clause() {
    let fonts = fonts();
    let papers = real_week(&fonts);
    let reply = papers.iter().find(|paper| paper.name.contains("notice-6")).unwrap();
    assert_eq!(**reply.origin_of("", "签发人："), Origin::Engine(Engine::SignersLabel));
    let marks = reply.galley.pages.iter().flat_map(|page| &page.drawn);
    let drawn: BTreeSet<_> = marks
        .filter_map(|mark| if let Ink::Rule { element, .. } = &mark.ink { element.clause() } else { None })
        .collect();
    assert!(drawn.contains("GB/T 9704—2012，7.2.7"), "{drawn:?}");
}

#[test]
fn a_point_of_a_page_tells_the_origin_of_what_shows_there() {
    let fonts = fonts();
    for paper in real_week(&fonts) {
        for (at, page) in paper.galley.pages.iter().enumerate() {
            // Gaps between glyphs belong to the glyph before them; marks may be set together more closely than that.
            for glyph in
                paper.galley.traced(page).filter(|glyph| glyph.glyph.advance > 1.0 && glyph.part != Part::Artifact)
            {
                let middle = glyph.run.left.0 + glyph.along.0 + f64::from(glyph.glyph.advance) / 2.0;
                let above_baseline = Pt(glyph.run.baseline.0 - 0.3 * glyph.run.size.0);
                let found = paper.galley.origin_at(at, Pt(middle), above_baseline);
                assert_eq!(found, glyph.origin, "{}: {} of {}", paper.name, glyph.character, glyph.run.text);
            }
        }
    }
}

#[test]
fn glyphs_are_those_of_their_fonts() {
    let fonts = fonts();
    for paper in real_week(&fonts) {
        for glyph in paper.glyphs() {
            let face = fonts.face(glyph.run.face);
            let data = face.look(|data, _| data.to_vec()).unwrap();
            let font = ttf_parser::Face::parse(&data, face.index).unwrap();
            assert_eq!(font.glyph_index(glyph.character).map(|id| id.0), Some(glyph.glyph.id.0), "{}", glyph.character);
        }
    }
}
