//! Files as an editor names them: `file:///C%3A/%E5%91%A8.yaml`.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What a path keeps in a URI (RFC 3986, 3.3); letters beyond ASCII are encoded anyway.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The file that `uri` names; `None` for what is no file (`untitled:`, `git:`).
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    path_on(&uri.0, cfg!(windows))
}

pub(super) fn uri(path: &Path) -> Uri {
    Uri(uri_on(&path.to_string_lossy(), cfg!(windows)))
}

fn path_on(uri: &str, windows: bool) -> Option<PathBuf> {
    let (scheme, rest) = uri.split_at_checked("file://".len())?;
    if !scheme.eq_ignore_ascii_case("file://") {
        return None;
    }
    let (host, encoded) = rest.split_at(rest.find('/')?);
    let path = percent_decode_str(encoded.split(['?', '#']).next()?).decode_utf8().ok()?;
    if path.contains('\0') {
        return None;
    }
    let is_local = host.is_empty() || host.eq_ignore_ascii_case("localhost");
    match (windows, is_local) {
        (false, true) => Some(PathBuf::from(path.as_ref())),
        (false, false) => None,
        (true, true) => Some(PathBuf::from(path.trim_start_matches('/').replace('/', "\\"))),
        (true, false) => Some(PathBuf::from(format!(r"\\{host}{}", path.replace('/', "\\")))),
    }
}

fn uri_on(path: &str, windows: bool) -> String {
    let path = if windows { path.replace('\\', "/") } else { path.to_owned() };
    let encoded = utf8_percent_encode(&path, ENCODED).to_string();
    match (encoded.strip_prefix("//"), encoded.starts_with('/')) {
        (Some(share), _) if windows => format!("file://{share}"),
        (_, true) => format!("file://{encoded}"),
        (_, false) => format!("file:///{encoded}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_either_system_are_found_however_they_are_encoded() {
        let week = "/数据/盘龙 区/周.yaml";
        for (uri, is_windows, path) in [
            ("file:///%E6%95%B0%E6%8D%AE/%E7%9B%98%E9%BE%99%20%E5%8C%BA/%E5%91%A8.yaml", false, Some(week)),
            ("file://localhost/数据/盘龙%20区/周.yaml", false, Some(week)),
            ("file:///c%3A/%E5%91%A8/1.yaml", true, Some(r"c:\周\1.yaml")),
            ("file://server/share/1.yaml", true, Some(r"\\server\share\1.yaml")),
            ("untitled:Untitled-1", false, None),
            ("file:///%FF%FE", false, None),
            ("文件", false, None),
        ] {
            assert_eq!(path_on(uri, is_windows), path.map(PathBuf::from), "{uri}");
        }
    }

    #[test]
    fn what_is_named_is_found_again() {
        for (file, is_windows) in
            [("/数据/盘龙 区/#1 100%.yaml", false), (r"C:\数据\a b.yaml", true), (r"\\srv\甲\乙", true)]
        {
            let uri = uri_on(file, is_windows);
            assert!(uri.is_ascii() && !uri.contains([' ', '#']), "{uri}");
            assert_eq!(path_on(&uri, is_windows), Some(PathBuf::from(file)), "{uri}");
        }
    }
}
