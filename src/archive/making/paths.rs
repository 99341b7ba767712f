//! Paths as manifests name them.

use std::path::Path;

use crate::record::format::Format;
use crate::workspace::Due;

/// Where a paper of the week that is filed as `name` lies below the office's folder, with `/` between folders.
pub(in crate::archive) fn path_of(name: &str, due: &Due, format: Format) -> String {
    format!("{name}/{}", due.file(format).display())
}

/// The path of `file` from `folder` on, with `/` between folders.
pub(in crate::archive) fn below(folder: &Path, file: &Path) -> String {
    if let Ok(rest) = file.strip_prefix(folder) {
        return with_slashes(rest);
    }
    // The folder and the file may have been named each in its own way.
    let [real_folder, real_file] =
        [folder, file].map(|path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf()));
    with_slashes(real_file.strip_prefix(real_folder).unwrap_or(Path::new(file.file_name().unwrap_or_default())))
}

fn with_slashes(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
