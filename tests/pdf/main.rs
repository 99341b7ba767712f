//! The PDF writer: what a galley says must stand on the page, in the file's text and in its structure.

mod week;

use std::path::PathBuf;
use std::process::Command;

/// Writes the bytes for a tool to read; the folder goes with the returned guard.
fn saved(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, bytes).expect("a file in it");
    (folder, path)
}

fn tool(name: &str, arguments: &[&str], path: &std::path::Path) -> String {
    let output = Command::new(name).args(arguments).arg(path).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("{name} does not run: {error}"));
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn times() {
    let fonts = week::fonts();
    let galley = week::galley(&fonts);
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let bytes = zhoubao::pdf::write(&galley, &fonts).unwrap();
        eprintln!("{:?} {}", start.elapsed(), bytes.len());
        std::fs::write("/tmp/pdf_week.pdf", &bytes).unwrap();
    }
}
