//! Reading a file: a regular one, and no more of it than such a file may have.

use std::fs::{File, Metadata, OpenOptions};
use std::io::Read as _;
use std::path::Path;

use super::error::ReadError;

/// Opens a file for reading, links followed.
///
/// # Errors
/// Where no regular file lies there, or the machine does not let it be opened. Nothing else is waited for: what lies
/// there is looked at before it is opened, since opening a device may set it going, and once more when it is open, since
/// another may lie there by then.
pub fn open(path: &Path) -> Result<File, ReadError> {
    open_with_size(path).map(|(file, _)| file)
}

/// [`open`], and how many bytes the file had then.
fn open_with_size(path: &Path) -> Result<(File, u64), ReadError> {
    size(path)?;
    let system = |error| ReadError::from_system(path, error);
    let file = options().open(path).map_err(system)?;
    let found = file.metadata().map_err(system)?;
    is_regular(&found)?;
    Ok((file, found.len()))
}

/// How many bytes the regular file at `path` has, links followed.
///
/// # Errors
/// As [`open`].
pub fn size(path: &Path) -> Result<u64, ReadError> {
    let found = path.metadata().map_err(|error| ReadError::from_system(path, error))?;
    is_regular(&found)?;
    Ok(found.len())
}

/// The bytes of a file that has at most `most` of them.
///
/// # Errors
/// As [`open`], and where the file has more.
pub fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
    let (file, size) = open_with_size(path)?;
    // Room for all of it at once, and for finding that it ends there; one that has grown meanwhile gets more.
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(most)).unwrap_or_default().saturating_add(64));
    file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| ReadError::from_system(path, error))?;
    if bytes.len() as u64 > most {
        return Err(ReadError::TooLarge { most });
    }
    Ok(bytes)
}

/// The text of a file that has at most `most` bytes.
///
/// # Errors
/// As [`bytes`], and where it is no UTF-8.
pub fn text(path: &Path, most: u64) -> Result<String, ReadError> {
    String::from_utf8(bytes(path, most)?).map_err(|_| ReadError::NoText)
}

fn is_regular(found: &Metadata) -> Result<(), ReadError> {
    if found.is_dir() {
        Err(ReadError::Folder)
    } else if found.is_file() {
        Ok(())
    } else {
        Err(ReadError::Special)
    }
}

/// Opening a pipe to which nobody writes does not wait, and a terminal does not become the program's own.
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags((rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits().cast_signed());
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_have_as_many_bytes_as_are_allowed_and_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("周.yaml");
        std::fs::write(&path, "123").unwrap();
        assert_eq!(bytes(&path, 3).unwrap(), b"123");
        assert!(matches!(bytes(&path, 2), Err(ReadError::TooLarge { most: 2 })));
    }

    #[test]
    fn only_what_is_not_there_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        assert!(bytes(&path, 3).is_err_and(|error| error.is_missing()));
        assert!(matches!(bytes(folder.path(), 3), Err(ReadError::Folder)));
        std::fs::write(&path, [0xff]).unwrap();
        assert!(matches!(text(&path, 3), Err(ReadError::NoText)));
        assert!(matches!(bytes(&path.join("y"), 3), Err(ReadError::NoFolder)) || cfg!(windows));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_but_a_regular_file_is_opened() {
        use std::os::unix::fs::symlink;
        use std::os::unix::net::UnixListener;
        let folder = tempfile::tempdir().unwrap();
        let [zero, nowhere, circle, socket] =
            ["zero", "nowhere", "circle", "socket"].map(|name| folder.path().join(name));
        symlink("/dev/zero", &zero).unwrap();
        symlink("none", &nowhere).unwrap();
        symlink("circle", &circle).unwrap();
        let _socket = UnixListener::bind(&socket).unwrap();
        assert!(matches!(bytes(&zero, 3), Err(ReadError::Special)));
        assert!(matches!(bytes(&nowhere, 3), Err(ReadError::Link)));
        assert!(matches!(bytes(&circle, 3), Err(ReadError::Link)));
        assert!(matches!(bytes(&socket, 3), Err(ReadError::Special)));
    }
}
