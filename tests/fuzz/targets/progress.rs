//! Any bytes as a progress file: it is opened or moved aside whole, and a change afterwards is kept.

#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use microneedling_guide::guide::{Cycle, Id, StepId};
use microneedling_guide::progress::{Change, Location, Mark, Store};

#[path = "../common.rs"]
mod common;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let file = folder.path().join("progress.toml");
    fs::write(&file, bytes).expect("the folder is new");
    let guide = Id::new("small").expect("an id");
    let step = StepId::new("walk").expect("an id");
    let (mut store, _, _) = Store::open(Location::File(file.clone()), &guide);
    let change = Change::Mark { step: step.clone(), mark: Mark::Done, cycle: Cycle::Session, at: None };
    match store.apply(&change, common::now()) {
        Ok(progress) => {
            assert_eq!(progress.mark(&step), Mark::Done);
            let (_, again, notice) = Store::open(Location::File(file), &guide);
            assert!(notice.is_none(), "{notice:?}");
            assert_eq!(again.mark(&step), Mark::Done);
        }
        Err(_) => assert_eq!(fs::read(file).expect("it is left alone"), bytes),
    }
});
