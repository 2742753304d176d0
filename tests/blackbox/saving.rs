//! The one writer of files: what a reader saves is whole or not there, and nothing else of the reader's is touched.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use microneedling_guide::guide::Id;
use microneedling_guide::progress::disk::{Existing, NotSaved, save};
use microneedling_guide::progress::{Location, Store};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn files_that_happen_to_lie_beside_are_left_alone() {
    let folder = folder();
    let names = ["visit.txt.new", ".visit.txt.new", ".visit.txt.lock", ".microneedling-guide.new-1", "visit.txt~"];
    let victim = folder.path().join("victim");
    fs::write(&victim, "mine").unwrap();
    for name in names {
        fs::write(folder.path().join(name), "mine").unwrap();
    }
    symlink(&victim, folder.path().join(".microneedling-guide.new-2")).unwrap();
    let sheet = folder.path().join("visit.txt");
    save(&sheet, "first", Existing::Keep).unwrap();
    save(&sheet, "second", Existing::Replace).unwrap();
    assert_eq!(fs::read_to_string(&sheet).unwrap(), "second");
    for name in names.into_iter().chain(["victim"]) {
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), "mine", "{name}");
    }
    assert_eq!(count(folder.path()), names.len() + 3);
}

#[test]
fn a_new_sheet_is_private_and_a_replaced_one_keeps_its_mode() {
    let folder = folder();
    let sheet = folder.path().join("visit.txt");
    save(&sheet, "first", Existing::Keep).unwrap();
    assert_eq!(mode(&sheet), 0o600);
    for expected in [0o600, 0o644, 0o640] {
        fs::set_permissions(&sheet, Permissions::from_mode(expected)).unwrap();
        save(&sheet, "again", Existing::Replace).unwrap();
        assert_eq!(mode(&sheet), expected);
    }
}

#[test]
fn a_file_that_is_there_stays_unless_it_is_to_be_replaced() {
    let folder = folder();
    let sheet = folder.path().join("visit.txt");
    fs::write(&sheet, "mine").unwrap();
    assert!(matches!(save(&sheet, "new", Existing::Keep), Err(NotSaved::Exists)));
    assert_eq!(fs::read_to_string(&sheet).unwrap(), "mine");
    assert_eq!(count(folder.path()), 1);
}

#[test]
fn a_link_stays_a_link_even_one_to_nothing() {
    let folder = folder();
    let (sheet, real) = (folder.path().join("visit.txt"), folder.path().join("real.txt"));
    symlink("real.txt", &sheet).unwrap();
    save(&sheet, "first", Existing::Keep).unwrap();
    assert!(matches!(save(&sheet, "second", Existing::Keep), Err(NotSaved::Exists)));
    save(&sheet, "second", Existing::Replace).unwrap();
    assert!(fs::symlink_metadata(&sheet).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), "second");
}

#[test]
fn pipes_and_devices_are_refused_and_stay() {
    let folder = folder();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let device = folder.path().join("device");
    symlink("/dev/null", &device).unwrap();
    for path in [&pipe, &device] {
        for existing in [Existing::Keep, Existing::Replace] {
            let error = save(path, "text", existing).unwrap_err().to_string();
            assert_eq!(error, "it is not a regular file");
        }
    }
    assert_eq!(count(folder.path()), 2);
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn the_progress_file_and_what_saving_makes_beside_it_are_no_place_for_a_sheet() {
    let folder = folder();
    let state = folder.path().join("state.toml");
    let (store, _, _) = Store::open(Location::File(state.clone()), &Id::new("face").unwrap());
    symlink("state.toml", folder.path().join("link.txt")).unwrap();
    for name in ["state.toml", "link.txt", ".state.toml.new", ".state.toml.lock", "../state.toml"] {
        let expected = !name.starts_with("..");
        assert_eq!(store.keeps(&folder.path().join(name)), expected, "{name}");
    }
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).unwrap();
    assert!(store.keeps(&inside.join("../state.toml")));
    assert!(!store.keeps(&folder.path().join("visit.txt")));
}
