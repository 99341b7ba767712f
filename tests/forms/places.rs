//! Elements at fixed heights, from the marks that the PDF is made of.

use zhoubao::layout::{Colour, Galley, Glyphs, Ink, Page};

use super::{FONTS, paper};

const MM: f64 = 72.0 / 25.4;

fn glyphs(page: &Page) -> impl Iterator<Item = &Glyphs> {
    page.drawn.iter().filter_map(|mark| match &mark.ink {
        Ink::Glyphs(glyphs) => Some(glyphs),
        _ => None,
    })
}

/// Top and bottom of a stretch's ink, in mm.
fn ink(glyphs: &Glyphs) -> (f64, f64) {
    let face = FONTS.face(glyphs.face);
    let (low, high) = glyphs
        .text
        .chars()
        .filter_map(|character| face.extent(character))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        .unwrap();
    let at = |rise: f64| (glyphs.baseline.0 - rise * glyphs.size.0) / MM;
    (at(high), at(low))
}

fn first_with<'a>(page: &'a Page, words: &str) -> &'a Glyphs {
    glyphs(page).find(|glyphs| glyphs.text.contains(words)).unwrap_or_else(|| panic!("no {words}"))
}

/// Horizontal rules: left, right, height and weight in mm, from the top.
fn rules(page: &Page, colour: Colour) -> Vec<(f64, f64, f64, f64)> {
    let rules = page.drawn.iter().filter_map(|mark| match &mark.ink {
        Ink::Rule { from, to, weight, colour: own, .. } if *own == colour && from.1 == to.1 => {
            Some((from.0.0 / MM, to.0.0 / MM, from.1.0 / MM, weight.0 / MM))
        }
        _ => None,
    });
    let mut rules: Vec<_> = rules.collect();
    rules.sort_by(|a, b| a.2.total_cmp(&b.2));
    rules
}

fn near(measured: f64, wanted: f64, by: f64) -> bool {
    (measured - wanted).abs() <= by
}

#[test]
fn marks_begin_at_the_height_of_their_form() {
    for (name, height) in
        [("full", 72.0), ("upward", 72.0), ("joint", 72.0), ("minutes", 72.0), ("letter", 30.0), ("order", 57.0)]
    {
        let galley = paper(name);
        let mark = glyphs(&galley.pages[0]).find(|glyphs| glyphs.colour == Colour::Red).unwrap();
        let (top, _) = ink(mark);
        assert!(near(top, height, 0.3), "{name}: {top}");
    }
}

#[test]
fn marks_stand_in_the_middle_and_fit() {
    // A 信函's mark stands over its lines, in the middle of the sheet; the others in the middle of the text.
    for (name, middle) in [("full", 106.0), ("letter", 105.0), ("bulletin", 106.0), ("order", 106.0)] {
        let galley = paper(name);
        let mark = glyphs(&galley.pages[0]).find(|glyphs| glyphs.colour == Colour::Red).unwrap();
        let width: f64 = mark.glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum::<f64>() / MM;
        let left = mark.left.0 / MM;
        assert!(width <= 156.1, "{name}: {width}");
        assert!(near(left + width / 2.0, middle, 0.3), "{name}: from {left}, {width} wide");
    }
}

#[test]
fn the_red_line_is_as_wide_as_the_text_4_mm_below_the_number() {
    for name in ["full", "upward", "joint"] {
        let galley = paper(name);
        let page = &galley.pages[0];
        let [(left, right, height, _)] = rules(page, Colour::Red)[..] else { panic!("{name}: one red line") };
        let (_, bottom) = ink(first_with(page, "〔2021〕"));
        assert!(near(left, 28.0, 0.1) && near(right, 184.0, 0.1), "{name}: {left} to {right}");
        assert!(near(height - bottom, 4.0, 0.4), "{name}: {height} below {bottom}");
    }
}

#[test]
fn a_letter_has_two_double_lines_of_170_mm_and_no_number_on_page_1() {
    let galley = paper("letter");
    let lines = rules(&galley.pages[0], Colour::Red);
    assert_eq!(lines.len(), 4, "two lines of two strokes");
    assert!(lines.iter().all(|(left, right, ..)| near(*left, 20.0, 0.1) && near(*right, 190.0, 0.1)), "{lines:?}");
    assert!(lines[0].3 > lines[1].3 && lines[2].3 < lines[3].3, "thick over thin, then thin over thick: {lines:?}");
    assert!(near(lines[2].2, 277.0, 0.5), "{lines:?}");
    let numbers = |page: usize| glyphs(&galley.pages[page]).filter(|glyphs| glyphs.text.starts_with("— ")).count();
    assert_eq!((numbers(0), numbers(1)), (0, 1));
    assert!(rules(&galley.pages[1], Colour::Red).is_empty());
}

#[test]
fn the_imprint_ends_on_the_text_areas_edge_of_the_last_page() {
    for name in ["full", "upward", "sealed", "joint", "bulletin", "turned", "both-sides", "by-ink"] {
        let galley = paper(name);
        let (last, before) = galley.pages.split_last().unwrap();
        let lines = rules(last, Colour::Black);
        let (left, right, height, weight) = *lines.last().unwrap();
        assert!(near(height, 262.0, 0.05) && near(left, 28.0, 0.1) && near(right, 184.0, 0.1), "{name}: {lines:?}");
        assert!(near(weight, 0.35, 0.01), "{name}: {lines:?}");
        assert!(before.iter().all(|page| glyphs(page).all(|glyphs| !glyphs.text.starts_with("抄送"))), "{name}");
    }
}

#[test]
fn page_numbers_stand_outside_and_turn_with_the_sheet() {
    let galley = paper("turned");
    for (at, page) in galley.pages.iter().enumerate() {
        let number = first_with(page, &format!("— {} —", at + 1));
        let width: f64 = number.glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum();
        let along = if page.landscape { number.baseline.0 } else { number.left.0 };
        if (at + 1) % 2 == 1 {
            assert!(near((along + width) / MM, 179.1, 0.2), "page {}", at + 1);
        } else {
            assert!(near(along / MM, 32.9, 0.2), "page {}", at + 1);
        }
        assert_eq!(number.turned, page.landscape);
    }
    assert!(galley.pages.iter().any(|page| page.landscape));
}

#[test]
fn signers_stand_under_each_other_on_the_numbers_line() {
    let galley = paper("upward");
    let page = &galley.pages[0];
    let [number, label, first, last] = ["盘旅调〔", "签发人", "李某某", "赵某"].map(|words| first_with(page, words));
    assert!(near(number.left.0 / MM, 28.0 + 5.56, 0.1), "one character from the left");
    assert!(near(number.baseline.0, last.baseline.0, 0.01) && label.baseline.0 < last.baseline.0);
    assert!(near(first.left.0, last.left.0, 0.3));
    assert!(near(label.baseline.0, first.baseline.0, 0.01));
}

#[test]
fn seals_neither_touch_nor_leave_the_text_area_and_begin_a_line_below_the_text() {
    for (name, count) in [("sealed", 1), ("sealed-long", 1), ("joint", 3)] {
        let galley = paper(name);
        let page = galley.pages.last().unwrap();
        let seals: Vec<_> = page
            .drawn
            .iter()
            .filter_map(|mark| match &mark.ink {
                Ink::Picture { left, top, .. } => Some((left.0 / MM, top.0 / MM)),
                _ => None,
            })
            .collect();
        assert_eq!(seals.len(), count, "{name}");
        assert!(seals.iter().all(|(left, _)| *left >= 28.0 && left + 42.0 <= 184.0), "{name}: {seals:?}");
        assert!(seals.windows(2).all(|pair| pair[1].0 - pair[0].0 > 42.0), "{name}: {seals:?}");
        let text_end = glyphs(page).filter(|glyphs| glyphs.text.contains("撤销投诉")).map(|glyphs| ink(glyphs).1);
        let gap = seals[0].1 - text_end.fold(0.0, f64::max);
        assert!(gap <= 10.5, "{name}: {gap} mm below the text");
    }
}

#[test]
fn a_joint_issues_organs_are_spread_to_one_width_beside_the_suffix() {
    let galley = paper("joint");
    let page = &galley.pages[0];
    let red: Vec<&Glyphs> = glyphs(page).filter(|glyphs| glyphs.colour == Colour::Red).collect();
    let (organs, suffix): (Vec<&Glyphs>, Vec<&Glyphs>) = red.into_iter().partition(|glyphs| &*glyphs.text != "文件");
    let ends = |organ: &Glyphs| {
        let before_last = &organ.glyphs[..organ.glyphs.len() - 1];
        organ.left.0 + before_last.iter().map(|glyph| f64::from(glyph.advance)).sum::<f64>()
    };
    assert_eq!((organs.len(), suffix.len()), (3, 1));
    assert!(
        organs.iter().all(|organ| near(organ.left.0, organs[0].left.0, 0.1) && near(ends(organ), ends(organs[0]), 2.0))
    );
    assert!(near(suffix[0].baseline.0, organs[1].baseline.0, 0.5), "in the middle of their height");
}

/// What is not part of the flow takes no room in it.
#[test]
fn what_is_fixed_on_the_sheet_moves_nothing() {
    let with: Galley = paper("upward");
    let text = |galley: &Galley| {
        glyphs(&galley.pages[1])
            .filter(|glyphs| glyphs.baseline.0 < 500.0)
            .map(|glyphs| glyphs.baseline)
            .collect::<Vec<_>>()
    };
    let mut without = with.clone();
    without.pages[1].drawn.retain(|mark| !matches!(&mark.ink, Ink::Glyphs(glyphs) if glyphs.text.starts_with("抄送")));
    assert_eq!(text(&with), text(&without));
}
