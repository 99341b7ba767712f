//! The file as it was, beside the one that is fixed.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes `week.yaml.bak`, or with the first number that no backup has yet.
pub(super) fn write(path: &Path, bytes: &[u8], permissions: &Permissions) -> io::Result<PathBuf> {
    let mut number = 0;
    loop {
        let mut name = OsString::from(path);
        name.push(if number == 0 { ".bak".to_owned() } else { format!(".bak{number}") });
        match create(Path::new(&name), permissions) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync_data());
                if let Err(error) = written.and_then(|()| fs::set_permissions(&name, permissions.clone())) {
                    let _ = fs::remove_file(&name);
                    return Err(error);
                }
                return Ok(name.into());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Opens a file that is not there yet; from the first nobody may read it who may not read the other.
fn create(path: &Path, permissions: &Permissions) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
        options.mode(permissions.mode());
    }
    #[cfg(not(unix))]
    let _ = permissions;
    options.open(path)
}
