//! Files are read in one way: `src/disk/` alone calls what the standard library and fontdb offer for it.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod sources;

use std::fs;
use std::path::Path;

use sources::rust_files;

/// What opens or reads whatever lies at a path.
const RAW: [&str; 6] =
    ["fs::read(", "fs::read_to_string(", "File::open(", "load_fonts_dir(", "load_system_fonts(", "load_font_source("];

#[test]
fn nothing_but_the_disk_room_reads_files() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut raw = Vec::new();
    let mut looked_at = 0;
    for file in rust_files(&source) {
        if file.starts_with(source.join("disk")) {
            continue;
        }
        looked_at += 1;
        let text = fs::read_to_string(&file).unwrap();
        // Tests may do as they like.
        let code = text.split("#[cfg(test)]").next().unwrap();
        let found = RAW.into_iter().filter(|call| code.contains(call));
        raw.extend(found.map(|call| format!("{}: {call}", file.display())));
    }
    assert!(looked_at > 300, "only {looked_at} files were looked at");
    assert!(raw.is_empty(), "read through crate::disk instead: {raw:#?}");
}
