//! Anything at all where a file or folder is read: every run ends soon, in little memory, with a status that is
//! documented; and what makes the papers is never passed over in silence.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::guard::{Ended, Nobody, watched};
use crate::program::{Room, WEEK_FILE};
use crate::tried;

/// What may lie where something else should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pipe,
    Endless,
    Dangling,
    Circle,
    Folder,
    Socket,
    Empty,
    Large,
    Denied,
    Binary,
}

const KINDS: [Kind; 10] = [
    Kind::Pipe,
    Kind::Endless,
    Kind::Dangling,
    Kind::Circle,
    Kind::Folder,
    Kind::Socket,
    Kind::Empty,
    Kind::Large,
    Kind::Denied,
    Kind::Binary,
];

/// All that is read, and whether papers are made from it.
const PATHS: [(&str, bool); 20] = [
    ("data", true),
    ("data/panlong", true),
    ("data/panlong/2021", true),
    ("data/panlong/office.yaml", true),
    (WEEK_FILE, true),
    ("data/panlong/templates", true),
    ("data/panlong/templates/weekly.md", true),
    ("data/panlong/印章.png", true),
    ("fonts/zhoubao/FandolKai-Regular.otf", false),
    ("fonts/zhoubao", false),
    ("output", false),
    ("output/panlong", false),
    ("output/panlong/manifest.txt", false),
    ("output/panlong/2021-01-08", false),
    ("output/panlong/2021-01-08/weekly.pdf", false),
    ("output/panlong/package", false),
    ("output/panlong/package/panlong-2021", false),
    ("output/panlong/package/panlong-2021/manifest-sha256.txt", false),
    ("output/panlong/package/panlong-2021/data/papers/2021-01-08/weekly.pdf", false),
    ("cache/zhoubao", false),
];

const COMMANDS: [&[&str]; 8] = [
    &["check"],
    &["build"],
    &["build", "--package", "2021"],
    &["verify"],
    &["verify", "--rebuild"],
    &["explain"],
    &["schema", "data/panlong"],
    &["lsp"],
];

/// A room in which all that can be read is there: templates, a picture, fonts, papers, a package, a cache.
static WHOLE: LazyLock<Room> = LazyLock::new(|| {
    let office = crate::program::quiet_office().replace("\n公文:\n", "\n公文:\n  印章: { 图: 印章.png }\n");
    let room = Room::sample()
        .file("data/panlong/office.yaml", office)
        .file("data/panlong/templates/weekly.md", include_str!("../../templates/weekly.md"))
        .file("data/panlong/印章.png", picture())
        .file("data/panlong/2020/说明.txt", "no week of this year");
    fs::create_dir_all(room.path("fonts/zhoubao")).unwrap();
    let fonts = zhoubao::layout::fonts::own_folder().unwrap();
    for font in fs::read_dir(fonts).unwrap().map(Result::unwrap) {
        fs::copy(font.path(), room.path("fonts/zhoubao").join(font.file_name())).unwrap();
    }
    fs::create_dir_all(room.path("cache/zhoubao")).unwrap();
    let environment = environment(&room.path(""));
    let environment: Vec<_> = environment.iter().map(|(name, value)| (*name, value.to_str().unwrap())).collect();
    let said = room.run_with(&["build", "--package", "2021"], &environment);
    assert_eq!(said.status, 0, "{}", said.stderr);
    room
});

fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 84, 84);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&vec![200; 84 * 84 * 4]).unwrap();
    bytes
}

/// Fonts and what is remembered lie in the room too.
fn environment(folder: &Path) -> [(&'static str, PathBuf); 2] {
    [("XDG_CACHE_HOME", folder.join("cache")), ("XDG_DATA_HOME", folder.to_path_buf())]
}

/// Puts something of that kind where a file or folder lies. What has to live as long as it lies there is returned.
fn put(kind: Kind, path: &Path) -> Option<UnixListener> {
    if kind == Kind::Denied {
        fs::set_permissions(path, Permissions::from_mode(0o000)).unwrap();
        return None;
    }
    if path.is_dir() {
        fs::remove_dir_all(path).unwrap();
    } else {
        fs::remove_file(path).unwrap();
    }
    match kind {
        Kind::Pipe => assert!(Command::new("mkfifo").arg(path).status().unwrap().success()),
        Kind::Endless => symlink("/dev/zero", path).unwrap(),
        Kind::Dangling => symlink("none", path).unwrap(),
        Kind::Circle => symlink(path.file_name().unwrap(), path).unwrap(),
        Kind::Folder => fs::create_dir(path).unwrap(),
        // A socket's path may have some 100 bytes: it is bound in its folder and moved there.
        Kind::Socket => {
            let short = Path::new("/tmp").join(format!("zhoubao-{}", std::process::id()));
            let _ = fs::remove_file(&short);
            let socket = UnixListener::bind(&short).unwrap();
            fs::rename(&short, path).unwrap();
            return Some(socket);
        }
        Kind::Empty => fs::write(path, "").unwrap(),
        Kind::Large => fs::write(path, vec![b'a'; 9 << 20]).unwrap(),
        Kind::Binary => fs::write(path, (0..5000_u32).map(|n| (n * n % 251) as u8).collect::<Vec<_>>()).unwrap(),
        Kind::Denied => {}
    }
    None
}

/// A run of a command in a copy of the whole room in which one thing is something else.
fn attacked(path: &str, kind: Kind, command: &[&str]) -> Ended {
    let copy = tempfile::Builder::new().prefix("攻 击 ").tempdir().unwrap();
    let folder = copy.path();
    // Where permissions are changed, the files have to be others than those of the whole room.
    let how = if kind == Kind::Denied { "-a" } else { "-al" };
    let done = Command::new("cp").arg(how).arg(WHOLE.path(".")).arg(folder).status().unwrap();
    assert!(done.success());
    let input = folder.join("input.txt");
    fs::write(&input, if command == ["lsp"] { talk(folder) } else { String::new() }).unwrap();
    let _socket = put(kind, &folder.join(path));
    let program = env!("CARGO_BIN_EXE_zhoubao");
    let mut run = match nobody() {
        Some(nobody) if kind == Kind::Denied => {
            nobody.hand_over(folder);
            nobody.command(program)
        }
        _ => Command::new(program),
    };
    run.args(command).current_dir(folder).envs(environment(folder));
    let ended = watched(&mut run, &input, folder);
    if kind == Kind::Denied {
        // Else it could not be removed.
        let _ = fs::set_permissions(folder.join(path), Permissions::from_mode(0o700));
    }
    ended
}

/// Who may read nothing that others keep from him.
fn nobody() -> Option<Nobody> {
    Nobody::new(1)
}

/// What an editor says that opens a week and leaves.
fn talk(folder: &Path) -> String {
    let uri = format!("file://{}/{WEEK_FILE}", folder.display()).replace(' ', "%20");
    let open = format!(
        r#""method":"textDocument/didOpen","params":{{"textDocument":{{"uri":"{uri}","languageId":"yaml","version":1,"text":"期号: 2"}}}}"#
    );
    let messages = [
        r#""id":1,"method":"initialize","params":{"capabilities":{}}"#,
        r#""method":"initialized","params":{}"#,
        &open,
        r#""id":2,"method":"shutdown""#,
        r#""method":"exit""#,
    ];
    let mut talk = String::new();
    for message in messages {
        let body = format!(r#"{{"jsonrpc":"2.0",{message}}}"#);
        talk += &format!("Content-Length: {}\r\n\r\n{body}", body.len());
    }
    talk
}

/// Whether a run that says nothing of it has made papers of something else than it should.
fn must_be_told(path: &str, kind: Kind, command: &[&str]) -> bool {
    let makes_papers = PATHS.iter().any(|(known, makes_papers)| *known == path && *makes_papers);
    // An empty folder is one without weeks or templates.
    let is_empty_folder = kind == Kind::Folder && (path.ends_with("2021") || path.ends_with("templates"));
    makes_papers && !is_empty_folder && ["check", "build", "explain"].contains(&command[0])
}

#[test]
fn whatever_lies_where_something_is_read_every_run_ends_soon_and_says_so() {
    let mut attacks = Vec::new();
    for (path, _) in PATHS {
        for kind in KINDS.into_iter().filter(|kind| *kind != Kind::Denied || nobody().is_some()) {
            attacks.extend(COMMANDS.map(|command| (path, kind, command)));
        }
    }
    let mut broken = Vec::new();
    for (path, kind, command) in tried(attacks, 70) {
        let ended = attacked(path, kind, command);
        let is_documented = matches!(ended.status, Some(0 | 1 | 3));
        let is_silent = ended.status == Some(0) && must_be_told(path, kind, command);
        let is_retried = kind != Kind::Denied || ended.status != Some(1);
        if !is_documented || is_silent || !is_retried || ended.said.contains("panicked") {
            broken.push(format!("{path} {kind:?} {command:?}: {:?} {} {}", ended.status, ended.why, ended.said));
        }
    }
    assert!(broken.is_empty(), "{} attacks: {}", broken.len(), broken.join("\n"));
}

/// Data that is there and may not be read is the machine's matter: CI tries again.
#[test]
fn what_may_not_be_read_ends_with_3() {
    if nobody().is_none() {
        eprintln!("passed over: there is no way to run as somebody without permissions");
        return;
    }
    for (path, command) in [
        ("data/panlong/templates", &["check"][..]),
        ("data/panlong/2021", &["check"]),
        (WEEK_FILE, &["build"]),
        ("data/panlong/印章.png", &["build"]),
        ("output/panlong/manifest.txt", &["verify"]),
        ("output/panlong/2021-01-08/weekly.pdf", &["verify"]),
        ("output/panlong", &["verify"]),
        // Weeks that were not asked for are looked at too.
        ("data/panlong/2020", &["build", WEEK_FILE]),
        ("data/panlong/2020", &["build", WEEK_FILE, "--package", "2021"]),
        ("data/panlong/2020", &["check", WEEK_FILE]),
        ("data/panlong/2020", &["explain", WEEK_FILE]),
        ("data/panlong/2020", &["verify", "--rebuild", WEEK_FILE]),
    ] {
        let ended = attacked(path, Kind::Denied, command);
        assert_eq!(ended.status, Some(3), "{path} {command:?}: {}", ended.said);
        assert!(ended.said.contains("没有读它的权限"), "{path} {command:?}: {}", ended.said);
        let told = ended.said.matches(&format!("「{path}」打不开")).count();
        assert!(told <= 1, "{path} {command:?}: {}", ended.said);
    }
}

/// Fills a table of a font file with one byte.
fn filled(font: &mut [u8], tag: [u8; 4], byte: u8) {
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize;
    let record = (0..tables).map(|nth| 12 + 16 * nth).find(|at| font[*at..at + 4] == tag).unwrap();
    let (start, length) = (number(record + 8), number(record + 12));
    font[start..start + length].fill(byte);
}

/// A build with fonts of which each was changed by `change`.
fn built_with(change: impl Fn(&mut Vec<u8>)) -> Ended {
    let room = Room::quiet();
    fs::create_dir(room.path("fonts")).unwrap();
    for font in fs::read_dir(zhoubao::layout::fonts::own_folder().unwrap()).unwrap().map(Result::unwrap) {
        let mut bytes = fs::read(font.path()).unwrap();
        change(&mut bytes);
        fs::write(room.path("fonts").join(font.file_name()), bytes).unwrap();
    }
    fs::write(room.path("input.txt"), "").unwrap();
    let mut run = Command::new(env!("CARGO_BIN_EXE_zhoubao"));
    run.args(["build", "--fonts", "fonts"]).current_dir(room.path(""));
    watched(&mut run, &room.path("input.txt"), &room.path(""))
}

#[test]
fn fonts_that_lie_about_themselves_hang_nothing() {
    for byte in [0xff, 0, 0x7f] {
        for table in [b"hmtx", b"hhea", b"head", b"cmap", b"OS/2"] {
            let ended = built_with(|font| filled(font, *table, byte));
            let name = String::from_utf8_lossy(table);
            assert!(matches!(ended.status, Some(0 | 1 | 3)), "{name} {byte}: {} {}", ended.why, ended.said);
            assert!(!ended.said.contains("panicked"), "{name} {byte}: {}", ended.said);
        }
    }
}

#[test]
fn a_collection_that_claims_four_billion_faces_is_no_font() {
    let ended = built_with(|font| {
        font.truncate(100);
        font[..12].copy_from_slice(b"ttcf\0\x01\0\0\xff\xff\xff\xff");
    });
    assert_eq!(ended.status, Some(3), "{} {}", ended.why, ended.said);
    assert!(ended.said.contains("缺少字体"), "{}", ended.said);
}
