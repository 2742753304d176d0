//! Reads a content file as text, and no more of it than a content file can have.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::diagnostic::{Position, SourceFile};
use crate::terminal::sanitize::visible_line;

/// A content file may be this large; real ones are a hundredth of it.
pub const LARGEST_FILE: u64 = 4 << 20;

/// Why a content file could not be read. Names in the sentences are safe to print.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is missing, or closed to us.
    #[error("cannot read {name}: {source}. Check the name and the permissions.")]
    Unreadable {
        /// The file.
        name: String,
        /// What the system said.
        source: io::Error,
    },
    /// It is a folder, a pipe or a device.
    #[error("{name} is not a regular file. Name a content file that ends in .toml.")]
    NotAFile {
        /// The file.
        name: String,
    },
    /// It is larger than [`LARGEST_FILE`].
    #[error("{name} is larger than 4 MB, so it is hardly a content file. Name another, or shorten it.")]
    TooLarge {
        /// The file.
        name: String,
    },
    /// It is not UTF-8.
    #[error("{name}:{}:{}: here is a byte that is not UTF-8 text. Save the file as UTF-8.", .position.line, .position.column)]
    NotUtf8 {
        /// The file.
        name: String,
        /// The first bad byte.
        position: Position,
    },
}

/// Reads a content file as text. Waits for no pipe or device, and reads no more than [`LARGEST_FILE`] bytes.
pub fn read(path: &Path) -> Result<String, ReadError> {
    let name = visible_line(&path.to_string_lossy()).into_owned();
    let unreadable = |source| ReadError::Unreadable { name: name.clone(), source };
    let found = fs::metadata(path).map_err(unreadable)?;
    if !found.is_file() {
        return Err(ReadError::NotAFile { name });
    }
    // Files of the kernel, which say that they are empty, may never end or never answer.
    if found.len() == 0 {
        return Ok(String::new());
    }
    read_from(File::open(path).map_err(unreadable)?, &name)
}

/// The text in these bytes.
fn text(bytes: Vec<u8>, name: String) -> Result<String, ReadError> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(ReadError::TooLarge { name });
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
        let end = good.len();
        ReadError::NotUtf8 { position: SourceFile::new("", good).position(end), name }
    })
}

/// Reads a content file from standard input or another stream, no more than [`LARGEST_FILE`] bytes. `name` is safe to print.
pub fn read_from(stream: impl Read, name: &str) -> Result<String, ReadError> {
    let name = name.to_owned();
    let mut bytes = Vec::new();
    let read = stream.take(LARGEST_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|source| ReadError::Unreadable { name: name.clone(), source })?;
    text(bytes, name)
}
