//! What the screen tests and the terminal tests share: where the fixture guides are.

use std::path::PathBuf;

/// The file of a fixture guide of `tests/fixtures/screens`.
pub(crate) fn guide_file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/screens/{name}.toml"))
}
