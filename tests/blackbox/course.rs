//! A reader of the guide `course` and what this reader enters: what the tests of plan and calendar share.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use microneedling_guide::content;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::guide::{Guide, StepId};
use microneedling_guide::progress::{Change, Location, Progress, Store};

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    let text = std::fs::read_to_string(crate::common::guide_file("course")).unwrap();
    content::load(&SourceFile::new("course.toml", text), &[], day("2026-11-23")).guide.unwrap()
});

pub(crate) fn guide() -> Guide {
    GUIDE.clone()
}

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn step(id: &str) -> StepId {
    StepId::new(id).unwrap()
}

/// The treatment is on this day.
pub(crate) fn on(treatment_day: &str) -> Change {
    Change::TreatmentDay(Some(day(treatment_day)))
}

/// What is kept after each of these changes.
pub(crate) fn after_each(changes: &[Change]) -> Vec<Progress> {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _, _) = Store::open(Location::File(folder.path().join("progress.toml")), &GUIDE.about.id);
    changes.iter().map(|change| store.apply(change, now()).unwrap()).collect()
}

/// What is kept after all of these changes.
pub(crate) fn progress(changes: &[Change]) -> Progress {
    after_each(changes).pop().unwrap_or_default()
}
