//! Every edit of one line of a sealed week's manifest is an error, or takes no seal away.

use std::fs;

use crate::program::{WEEK, WEEK_FILE};
use crate::sealed::{MANIFEST, Sealed};
use crate::tried;

type Edit = fn(&str) -> String;

const EDITS: [(&str, Edit); 18] = [
    ("removed", |_| String::new()),
    ("twice", |line| format!("{line}\n{line}")),
    ("indented", |line| format!("  {line}")),
    ("behind a tab", |line| format!("\t{line}")),
    ("a tab within", |line| line.replacen(' ', "\t", 1)),
    ("two spaces", |line| line.replacen(' ', "  ", 1)),
    ("Paper", |line| line.replacen("paper", "Paper", 1)),
    ("repaper", |line| line.replacen("paper", "repaper", 1)),
    ("sent", |line| line.replacen("paper", "sent", 1)),
    ("a comment", |line| format!("# {line}")),
    ("quoted", |line| format!("> {line}")),
    ("in a list", |line| format!("- {line}")),
    ("as of a patch", |line| format!("+{line}")),
    ("unsealed", |line| line.replacen(" sealed", " unsealed", 1)),
    ("no seal", |line| line.replacen(" sealed", "", 1)),
    ("another size", |line| line.replacen("size=", "size=1", 1)),
    ("no checksum", |line| line.rsplit_once(" sum=").map_or(line, |(said, _)| said).to_owned()),
    ("cut", |line| line.get(..line.len() / 2).unwrap_or("").to_owned()),
];

#[test]
fn no_edit_of_a_line_takes_a_seal_away() {
    let sealed = Sealed::new();
    let manifest = sealed.manifest();
    let mut attacks = Vec::new();
    for at in 0..manifest.lines().count() {
        attacks.extend(EDITS.map(|(what, edit)| (at, what, edit)));
    }
    for (at, what, edit) in tried(attacks, 60) {
        let mut lines: Vec<String> = manifest.lines().map(str::to_owned).collect();
        lines[at] = edit(&lines[at]);
        let room = sealed.copy();
        fs::write(room.path(MANIFEST), lines.join("\n") + "\n").unwrap();
        let attack = format!("line {}: {what}", at + 1);
        let said = room.run(&["build"]);
        sealed.has_held(&room, said.status, &attack);
        let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
        let said = room.run(&["build"]);
        assert_eq!(said.status, 1, "{attack}: the record of a sealed week was changed");
        sealed.has_held(&room, said.status, &attack);
    }
}
