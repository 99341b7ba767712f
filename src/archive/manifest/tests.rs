use proptest::prelude::*;

use std::collections::BTreeMap;

use super::parse::Unusable;
use super::*;
use crate::press::hash::Hash;
use crate::record::edition::Edition;

fn entry(text: &str) -> Entry {
    Entry {
        size: text.len() as u64,
        hash: Hash::of_bytes(text.as_bytes()),
        pages: Some(2),
        inputs: Inputs {
            edition: Edition::Internal,
            records: vec![("2021/第 1 周.yaml".to_owned(), Hash::of_bytes(b"week"))],
            office: Hash::of_bytes(b"office").short(),
            template: TemplateName { name: "weekly".to_owned(), from: "2021-01-01".parse().ok() },
            template_hash: Hash::of_bytes(b"template").short(),
            fonts: Hash::of_bytes(b"fonts").short(),
            layout: 1,
        },
        content: Hash::of_bytes(b"content").short(),
        program: "0.1.0".to_owned(),
        seal: Seal::None,
    }
}

fn manifest(papers: &[(&str, &str)]) -> Manifest {
    let mut manifest = Manifest::default();
    for (path, text) in papers {
        manifest.papers.insert((*path).to_owned(), entry(text));
    }
    let parts = BTreeMap::from([("名称".to_owned(), Hash::of_bytes(b"name").short())]);
    manifest.offices.insert(Hash::of_bytes(b"office").short(), parts);
    manifest.fonts.insert(Hash::of_bytes(b"fonts").short(), vec![("FandolFang R".to_owned(), Hash::of_bytes(b"fang"))]);
    manifest
}

#[test]
fn what_is_printed_is_read_again() {
    let printed = manifest(&[("2021-01-08/weekly.pdf", "a"), ("2021-01-08/notice-6.docx", "b")]);
    assert_eq!(Manifest::parse(&printed.print()), Ok(printed.clone()));
    assert_eq!(Manifest::parse(&printed.print().replace('\n', "\r\n")), Ok(printed.clone()));
    let lines: Vec<_> =
        printed.print().lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert!(lines.contains(&"paper 2021-01-08/notice-6.docx".to_owned()), "{lines:?}");
    let papers: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix("paper ")).collect();
    assert_eq!(papers, ["2021-01-08/notice-6.docx", "2021-01-08/weekly.pdf"]);
}

#[test]
fn offices_and_fonts_that_no_paper_was_made_from_are_not_named() {
    let mut printed = manifest(&[]);
    assert!(!printed.print().contains("\noffice ") && !printed.print().contains("\nfonts "));
    printed.papers.insert("2021-01-08/weekly.pdf".to_owned(), entry("a"));
    assert!(printed.print().contains("\noffice ") && printed.print().contains("\nfonts "));
}

#[test]
fn a_merge_that_keeps_both_sides_is_read() {
    let ours = manifest(&[("2021-01-08/weekly.pdf", "a"), ("2021-01-15/weekly.pdf", "b")]);
    let theirs = manifest(&[("2021-01-08/weekly.pdf", "a"), ("2021-01-22/weekly.pdf", "c")]);
    let both = format!("<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n", ours.print(), theirs.print());
    let read = Manifest::parse(&both).unwrap();
    let paths: Vec<_> = read.papers.keys().map(String::as_str).collect();
    assert_eq!(paths, ["2021-01-08/weekly.pdf", "2021-01-15/weekly.pdf", "2021-01-22/weekly.pdf"]);
}

#[test]
fn of_two_lines_that_contradict_each_other_only_a_sealed_one_holds() {
    let ours = manifest(&[("2021-01-08/weekly.pdf", "a")]);
    let mut theirs = manifest(&[("2021-01-08/weekly.pdf", "b")]);
    let both = |ours: &Manifest, theirs: &Manifest| Manifest::parse(&(ours.print() + &theirs.print())).unwrap();
    assert_eq!(both(&ours, &theirs).papers.len(), 0);
    theirs.papers.get_mut("2021-01-08/weekly.pdf").unwrap().seal = Seal::Sealed;
    assert_eq!(both(&ours, &theirs).papers, theirs.papers);
    assert_eq!(both(&theirs, &ours).papers, theirs.papers);
}

#[test]
fn a_text_that_was_cut_off_is_known() {
    let whole = manifest(&[("2021-01-08/notice-6.pdf", "a"), ("2021-01-08/weekly.pdf", "b")]).print();
    for (cut, _) in whole.char_indices().take(whole.chars().count() - 1) {
        assert!(Manifest::parse(&whole[..cut]).is_err(), "{cut}");
    }
    assert!(Manifest::parse(whole.trim_end()).is_ok());
}

#[test]
fn a_line_that_is_none_is_an_error() {
    let whole = manifest(&[("2021-01-08/notice-6.pdf", "a"), ("2021-01-08/weekly.pdf", "b")]).print();
    let lines: Vec<&str> = whole.lines().collect();
    for (at, line) in lines.iter().enumerate().skip(4) {
        let slips = [
            format!(" {line}"),
            format!("#{line}"),
            format!("> {line}"),
            format!("- {line}"),
            line.replacen("paper", "Paper", 1),
            line.replacen(' ', "\t", 1),
            line.replacen(" sum=", " sum=0", 1),
            format!("{line} sealed"),
            line.rsplit_once(" sum=").unwrap().0.to_owned(),
            "# paper".to_owned(),
            "paper 2021-01-08/weekly.pdf".to_owned(),
        ];
        for slip in slips.iter().filter(|slip| slip != line) {
            let mut changed = lines.clone();
            changed[at] = slip;
            assert_eq!(Manifest::parse(&changed.join("\n")), Err(Unusable::Line(at + 1)), "{slip}");
        }
    }
}

#[test]
fn a_line_of_a_file_that_is_being_written_breaks_no_seal() {
    let mut torn = manifest(&[(PAPER, "sent")]);
    torn.papers.get_mut(PAPER).unwrap().seal = Seal::Sealed;
    torn.remaking.insert(PAPER.to_owned(), entry("later"));
    let mut read = Manifest::parse(&torn.print()).unwrap();
    read.settle(|_, _| true);
    assert_eq!(read.papers, torn.papers);
}

#[test]
fn paths_that_lead_out_of_the_folder_are_no_papers() {
    for path in
        ["../weekly.pdf", "/weekly.pdf", "2021-01-08/../../weekly.pdf", "a\\b.pdf", "C:/a.pdf", "a//b.pdf", "./a"]
    {
        assert_eq!(Entry::parse(&entry("a").words(path)), None, "{path}");
    }
}

#[test]
fn what_a_former_version_wrote_is_read() {
    let new = manifest(&[(PAPER, "a")]);
    let mut former = String::from("zhoubao-manifest 1\n");
    for line in new.print().lines().skip(4) {
        if let Some((said, _)) = line.rsplit_once(" sum=").filter(|(said, _)| *said != "end") {
            former += said;
            former += "\n";
        }
    }
    let read = Manifest::parse(&former).unwrap();
    assert!(read.is_former);
    assert_eq!(Manifest { is_former: false, ..read }, new);
}

#[test]
fn another_file_of_that_name_is_no_manifest() {
    assert_eq!(Manifest::parse("清单\n周报一份\n"), Err(Unusable::NoManifest));
    assert_eq!(Manifest::parse("zhoubao-manifest 3\n"), Err(Unusable::Newer));
    assert_eq!(Manifest::parse(""), Err(Unusable::Cut));
}

#[test]
fn a_weeks_papers_are_those_in_its_folder() {
    let known =
        manifest(&[("2021-01-08/weekly.pdf", "a"), ("2021-01-08x/weekly.pdf", "b"), ("2021-01-15/weekly.pdf", "c")]);
    assert_eq!(known.week("2021-01-08").map(|(path, _)| path).collect::<Vec<_>>(), ["2021-01-08/weekly.pdf"]);
}

const PAPER: &str = "2021-01-08/weekly.pdf";

/// What manifests of former shards say together of one file, which holds `on_disk`.
fn joined(own: &[(&str, &str)], shards: &[(&[(&str, &str)], &str)], on_disk: &str) -> BTreeMap<String, Entry> {
    let shards =
        shards.iter().map(|(papers, more)| former::FormerShard::parse(&(manifest(papers).print() + more)).unwrap());
    let is_right = |_: &str, said: &Entry| said.hash == Hash::of_bytes(on_disk.as_bytes());
    former::join(manifest(own), shards.collect(), is_right).papers
}

#[test]
fn names_of_former_shards_are_known() {
    for name in ["manifest.1-of-1.txt", "manifest.12-of-16.txt"] {
        assert!(is_name(name), "{name}");
    }
    for name in ["manifest.0-of-2.txt", "manifest.3-of-2.txt", "manifest.a-of-b.txt", "manifest.1-of-2.bak", "a.txt"] {
        assert!(!is_name(name), "{name}");
    }
}

#[test]
fn what_former_shards_say_is_joined() {
    let all = joined(&[("a", "1")], &[(&[("b", "2")], ""), (&[("c", "3"), ("a", "1")], "")], "");
    assert_eq!(all, manifest(&[("a", "1"), ("b", "2"), ("c", "3")]).papers);
}

#[test]
fn of_lines_of_former_shards_that_contradict_each_other_the_true_one_holds() {
    let shards: [(&[(&str, &str)], &str); 2] = [(&[(PAPER, "old")], ""), (&[(PAPER, "new")], "")];
    assert_eq!(joined(&[], &shards, "new"), manifest(&[(PAPER, "new")]).papers);
    assert_eq!(joined(&[(PAPER, "own")], &shards, "own"), manifest(&[(PAPER, "own")]).papers);
    assert_eq!(joined(&[], &shards, "another"), BTreeMap::new());
    // One line alone holds whatever its file is now, so that the change is reported, unless a shard was at it.
    assert_eq!(joined(&[(PAPER, "own")], &[(&[], "")], "another"), manifest(&[(PAPER, "own")]).papers);
    let killed = "unfinished\ndoubtful 2021-01-08/weekly.pdf\n";
    assert_eq!(joined(&[(PAPER, "own")], &[(&[], killed)], "another"), BTreeMap::new());
    assert_eq!(joined(&[(PAPER, "own")], &[(&[], killed)], "own"), manifest(&[(PAPER, "own")]).papers);
}

#[test]
fn a_sealed_line_holds_over_those_of_former_shards() {
    let mut own = manifest(&[(PAPER, "sent")]);
    own.papers.get_mut(PAPER).unwrap().seal = Seal::Sealed;
    let shard = || vec![former::FormerShard::parse(&manifest(&[(PAPER, "later")]).print()).unwrap()];
    for on_disk in ["sent", "later", "another"] {
        let is_right = |_: &str, said: &Entry| said.hash == Hash::of_bytes(on_disk.as_bytes());
        assert_eq!(former::join(own.clone(), shard(), is_right).papers, own.papers);
    }
}

#[test]
fn a_line_says_of_one_record_what_it_always_said() {
    let hash = Hash::of_bytes(b"week");
    let line = entry("a").words("2021-01-08/weekly.pdf");
    assert!(line.contains(&format!(" pages=2 week=2021/第%201%20周.yaml:{hash} office=")), "{line}");
}

#[test]
fn a_file_without_pages_made_of_several_records_has_a_line_too() {
    let mut table = entry("a");
    table.pages = None;
    let [one, two] = [b"one", b"two"].map(|text| Hash::of_bytes(text));
    table.inputs.records = vec![("2021-01-08.yaml".to_owned(), one), ("2021-01-15.yaml".to_owned(), two)];
    let line = table.words("2021/quarter-1.xlsx");
    assert!(line.contains(&format!(" week=2021-01-08.yaml:{one} week=2021-01-15.yaml:{two} office=")), "{line}");
    assert!(!line.contains(" pages="), "{line}");
    assert_eq!(Entry::parse(&line), Some(("2021/quarter-1.xlsx".to_owned(), table)));
}

proptest! {
    #[test]
    fn every_line_is_read_again(
        path in "[^/\\\\:.\0]+/[^/\\\\:\0]+x", names in prop::collection::vec(".*", 0..5), pages in prop::option::of(0_usize..500), seal in 0_usize..3
    ) {
        let seal = [Seal::None, Seal::Sealed, Seal::TakenOff][seal];
        let mut written = Entry { pages, seal, ..entry("a") };
        written.inputs.records = names.into_iter().map(|name| (name.clone(), Hash::of_bytes(name.as_bytes()))).collect();
        let line = written.words(&path);
        prop_assert_eq!(Entry::parse(&line), Some((path, written)));
    }
}
