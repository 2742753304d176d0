//! Progress as the commands and the screen use it: over real files, with other copies at work, and with files gone wrong.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

use std::collections::BTreeMap;
use std::fs;
#[cfg(unix)]
use std::fs::Permissions;
#[cfg(unix)]
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::thread;

use chrono::{DateTime, Utc};
use microneedling_guide::guide::{Answer, CheckId, Cycle, Id, QuestionId, SectionId, StepId, ValueId, Weight};
use microneedling_guide::progress::{
    Asked, Change, Location, Mark, Notice, Place, Progress, Refusal, SaveError, Store, WhenHeld,
};
use proptest::prelude::*;
use tempfile::TempDir;
use toml::{Table, Value};

const SAMPLE: &str = r#"# mine
format = 1
guide = "face"
picked = ["how-deep", "who-treats"]
color = { of = "the future", weight = 1.5 }

[course]
plan = "5f0c3a9be81d7246"

[answers]
keloid = "no"

[notes]
wash = "soap? – ask"

[overrides]
start-sun-care = 35

[place]
tab = "risks"
section = "healing"
row = 12
zoom = 2

[[session]]
treatment_day = 2026-06-01
[session.marks]
wash = { mark = "done", at = 2026-05-31T08:00:00Z }

[[session]]
treatment_day = 2026-12-01
mood = "good"
[session.marks]
Gone_Step = "kept"
old-step = { mark = "not-for-me", at = 2026-11-01T08:00:00+01:00, by = "phone" }
rest = { mark = "done", at = 2026-11-02T08:00:00Z }
"#;

fn guide() -> Id {
    Id::new("face").unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-22T13:00:00Z".parse().unwrap()
}

fn step(id: &str) -> StepId {
    StepId::new(id).unwrap()
}

fn tick(id: &str) -> Change {
    mark(id, Mark::Done)
}

fn mark(id: &str, mark: Mark) -> Change {
    Change::Mark { step: step(id), mark, cycle: Cycle::Session, at: None }
}

fn open(path: &Path) -> (Store, Progress, Option<Notice>) {
    Store::open(Location::File(path.to_owned()), &guide())
}

/// Opens `path`, which must be in order, and saves `change`.
fn save(path: &Path, change: &Change) -> Progress {
    let (mut store, _, notice) = open(path);
    assert!(notice.is_none(), "{notice:?}");
    store.apply(change, now()).unwrap()
}

fn marked(path: &Path, id: &str) -> Mark {
    open(path).1.mark(&step(id))
}

fn table(path: &Path) -> Table {
    table_of(&fs::read_to_string(path).unwrap())
}

fn table_of(text: &str) -> Table {
    text.parse().unwrap()
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

/// A folder and the path of a progress file in it, which holds `text` if any.
fn folder_with(text: Option<&str>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("face.toml");
    if let Some(text) = text {
        fs::write(&path, text).unwrap();
    }
    (folder, path)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn opening_makes_nothing() {
    let (folder, path) = folder_with(None);
    let (store, progress, notice) = open(&path);
    assert!(store.is_first_run() && notice.is_none());
    assert_eq!(progress, Progress::default());
    assert!(names(folder.path()).is_empty());
}

#[test]
#[cfg(unix)]
fn the_first_change_makes_a_private_file_in_private_folders() {
    let (folder, _) = folder_with(None);
    let path = folder.path().join("state/guides/face.toml");
    let progress = save(&path, &tick("wash"));
    assert_eq!(progress.mark(&step("wash")), Mark::Done);
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&folder.path().join("state")), 0o700);
    assert_eq!(mode(&folder.path().join("state/guides")), 0o700);
    assert!(!open(&path).0.is_first_run());
    assert!(fs::read_to_string(&path).unwrap().starts_with("# "));
}

#[test]
fn the_place_is_kept() {
    let (_folder, path) = folder_with(Some(SAMPLE));
    let place = Place { day: None, tab: "checklist".to_owned(), section: None, row: 3, step: Some(step("rest")) };
    let before = open(&path).1;
    assert_eq!(before.place().unwrap().section, SectionId::new("healing"));
    assert_eq!(before.place().unwrap().row, 12);
    let saved = save(&path, &Change::Place(place.clone()));
    assert_eq!(saved.place(), Some(&place));
    assert_eq!(open(&path).1, saved);
    assert_eq!(saved.mark(&step("rest")), Mark::Done);
}

#[test]
fn whatever_a_change_does_not_mean_survives_it() {
    let (_folder, path) = folder_with(Some(SAMPLE));
    let before = table(&path);
    save(&path, &tick("wash"));
    assert_ne!(table(&path), before);
    save(&path, &mark("wash", Mark::Open));
    assert_eq!(table(&path), before);
}

#[test]
fn reset_clears_the_marks_of_the_current_session_alone() {
    let (_folder, path) = folder_with(Some(SAMPLE));
    let mut expected = table(&path);
    let progress = save(&path, &Change::Reset);
    assert_eq!(progress.mark(&step("rest")), Mark::Open);
    assert!(progress.place().is_some());
    let left = "Gone_Step = \"kept\"\nold-step = { by = \"phone\" }";
    expected["session"][1]["marks"] = Value::Table(left.parse().unwrap());
    assert_eq!(table(&path), expected);
}

#[test]
fn a_change_that_changes_nothing_writes_nothing() {
    let (_folder, path) = folder_with(Some(SAMPLE));
    save(&path, &tick("rest"));
    assert_eq!(fs::read_to_string(&path).unwrap(), SAMPLE);
}

#[test]
fn two_copies_lose_nothing_and_see_each_other() {
    let (_folder, path) = folder_with(None);
    let (mut one, _, _) = open(&path);
    let (mut two, _, _) = open(&path);
    one.apply(&tick("wash"), now()).unwrap();
    two.apply(&tick("rest"), now()).unwrap();
    one.apply(&mark("wash", Mark::Open), now()).unwrap();
    let seen = two.apply(&tick("sleep"), now()).unwrap();
    for (id, expected) in [("wash", Mark::Open), ("rest", Mark::Done), ("sleep", Mark::Done)] {
        assert_eq!(seen.mark(&step(id)), expected, "{id}");
        assert_eq!(marked(&path, id), expected, "{id}");
    }
}

#[test]
fn copies_at_the_same_time_lose_nothing() {
    let (folder, path) = folder_with(None);
    let work = |copy: usize| {
        let (mut store, _, _) = open(&path);
        for number in 0..20 {
            let change = tick(&format!("step-{copy}-{number}"));
            // On a slow disk a copy may have to wait too long for seven others; it is told so and may try again.
            while let Err(error) = store.apply(&change, now()) {
                assert!(matches!(error, SaveError::Held { .. }), "{error}");
            }
        }
    };
    thread::scope(|scope| {
        for copy in 0..8 {
            scope.spawn(move || work(copy));
        }
    });
    let progress = open(&path).1;
    for copy in 0..8 {
        for number in 0..20 {
            let id = format!("step-{copy}-{number}");
            assert_eq!(progress.mark(&step(&id)), Mark::Done, "{id}");
        }
    }
    assert_eq!(names(folder.path()), [".face.toml.lock", "face.toml"]);
}

#[test]
fn a_change_waits_for_another_copy_and_then_says_who_holds_the_file() {
    let (folder, path) = folder_with(Some(SAMPLE));
    let lock = fs::File::create(folder.path().join(".face.toml.lock")).unwrap();
    lock.lock().unwrap();
    let (mut store, _, _) = open(&path);
    let error = store.apply(&tick("wash"), now()).unwrap_err().to_string();
    let expected = format!("not saved: another copy holds the file `{}`", path.display());
    assert!(error.starts_with(&expected), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), SAMPLE);
    drop(lock);
    store.apply(&tick("wash"), now()).unwrap();
}

#[test]
#[cfg(unix)]
fn the_mode_that_a_file_has_is_kept() {
    let (_folder, path) = folder_with(Some(SAMPLE));
    for expected in [0o600, 0o640, 0o644] {
        fs::set_permissions(&path, Permissions::from_mode(expected)).unwrap();
        save(&path, &mark("wash", Mark::Open));
        save(&path, &mark("rest", Mark::Open));
        save(&path, &mark("rest", Mark::Done));
        assert_eq!(mode(&path), expected);
    }
}

#[test]
#[cfg(unix)]
fn a_link_stays_a_link() {
    let (folder, path) = folder_with(None);
    fs::create_dir(folder.path().join("real")).unwrap();
    let real = folder.path().join("real/progress.toml");
    fs::write(&real, SAMPLE).unwrap();
    symlink("real/progress.toml", &path).unwrap();
    save(&path, &tick("wash"));
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    assert_eq!(marked(&real, "wash"), Mark::Done);
    assert_eq!(names(folder.path()), ["face.toml", "real"]);
    // Both names are one file, so they share one lock.
    let beside = names(real.parent().unwrap());
    assert_eq!(beside, [".progress.toml.lock", "progress.toml"]);
}

#[test]
#[cfg(unix)]
fn a_link_to_nothing_is_filled() {
    let (folder, path) = folder_with(None);
    let second = folder.path().join("second.toml");
    symlink("second.toml", &path).unwrap();
    symlink("real/progress.toml", &second).unwrap();
    let (mut store, _, notice) = open(&path);
    assert!(store.is_first_run() && notice.is_none());
    store.apply(&tick("wash"), now()).unwrap();
    let real = folder.path().join("real/progress.toml");
    assert_eq!(marked(&real, "wash"), Mark::Done);
    assert!(fs::symlink_metadata(&second).unwrap().is_symlink());
}

#[test]
#[cfg(unix)]
fn a_circle_of_links_is_refused() {
    let (_folder, path) = folder_with(None);
    symlink(&path, &path).unwrap();
    let (mut store, _, notice) = open(&path);
    assert!(matches!(notice, Some(Notice::Unreadable { .. })));
    let error = store.apply(&tick("wash"), now()).unwrap_err();
    assert!(matches!(error, SaveError::Unreadable { .. }), "{error}");
}

#[test]
fn a_damaged_file_is_moved_aside_at_the_first_change_and_named() {
    let (folder, path) = folder_with(Some("format = 1\nguide = \"face\"\n[plac"));
    fs::write(folder.path().join("face.toml.damaged-1"), "earlier").unwrap();
    let bytes = fs::read(&path).unwrap();
    let (mut store, progress, notice) = open(&path);
    let notice = notice.unwrap().to_string();
    assert!(notice.contains("face.toml.damaged-2"), "{notice}");
    assert!(notice.contains("line 3"), "{notice}");
    assert_eq!(progress, Progress::default());
    assert!(!store.is_first_run());
    assert_eq!(fs::read(&path).unwrap(), bytes);

    let progress = store.apply(&tick("wash"), now()).unwrap();
    assert_eq!(progress.mark(&step("wash")), Mark::Done);
    let aside = folder.path().join("face.toml.damaged-2");
    assert_eq!(fs::read(&aside).unwrap(), bytes);
    let moved = store.take_notices().remove(0).to_string();
    assert!(moved.contains("face.toml.damaged-2"), "{moved}");
    assert!(store.take_notices().is_empty());
    assert_eq!(marked(&path, "wash"), Mark::Done);
}

#[test]
fn the_progress_of_another_guide_is_refused_with_its_name_and_left_alone() {
    let text = SAMPLE.replace("face", "hand");
    let (folder, path) = folder_with(Some(&text));
    let (mut store, progress, notice) = open(&path);
    assert_eq!(progress, Progress::default());
    assert!(notice.unwrap().to_string().contains("keeps the progress of the guide `hand`"));
    for _ in 0..5 {
        let error = store.apply(&tick("wash"), now()).unwrap_err();
        assert!(matches!(&error, SaveError::OtherGuide { guide, .. } if guide == "hand"), "{error}");
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(names(folder.path()), [".face.toml.lock", "face.toml"]);
}

#[test]
fn a_file_that_is_removed_while_the_guide_is_open_is_written_back_and_told() {
    let (_folder, path) = folder_with(Some(SAMPLE));
    let (mut store, before, _) = open(&path);
    fs::remove_file(&path).unwrap();
    store.apply(&tick("wash"), now()).unwrap();
    let notices = store.take_notices();
    assert!(matches!(&notices[..], [Notice::WrittenBack { .. }]), "{notices:?}");
    let after = open(&path).1;
    assert_eq!(after.note(&step("wash")), before.note(&step("wash")));
    assert_eq!(after.past(), before.past());
    assert_eq!((after.mark(&step("rest")), after.mark(&step("wash"))), (Mark::Done, Mark::Done));
    assert_eq!(table(&path)["color"], table_of(SAMPLE)["color"]);

    // The first file of a reader is no loss, and what is only about the screen brings nothing back.
    let (_folder, path) = folder_with(None);
    let (mut store, _, _) = open(&path);
    store.apply(&tick("wash"), now()).unwrap();
    assert!(store.take_notices().is_empty());
    fs::remove_file(&path).unwrap();
    let place = Place { day: None, tab: "risks".to_owned(), section: None, row: 0, step: None };
    for change in [Change::Place(place), Change::Theme(None), Change::Mouse(false)] {
        store.apply(&change, now()).unwrap();
        assert!(!path.exists());
    }
}

#[test]
fn only_what_is_still_as_the_reader_left_it_is_taken_back() {
    let (_folder, path) = folder_with(None);
    let (mut one, before, _) = open(&path);
    let (mut two, _, _) = open(&path);
    let note = |words: &str| Change::Note { step: step("wash"), words: Some(words.to_owned()) };
    let day = |day: &str| Change::TreatmentDay(day.parse().ok());
    let days = |days| Change::ClinicDays { step: step("wash"), days: Some(days) };
    let answer = |answer| Change::Answer { check: CheckId::new("keloid").unwrap(), answer: Some(answer), session: 1 };
    let weigh = |weight| Change::Weigh { value: ValueId::new("price").unwrap(), weight: Some(weight) };
    let own = |id: &str, words: &str| {
        let question = Asked { id: QuestionId::new(id).unwrap(), own: Some(words.to_owned()), answer: None };
        Change::Ask { question, place: 0 }
    };
    let pairs = [
        (tick("wash"), mark("wash", Mark::NotForMe)),
        (note("mine"), note("theirs")),
        (day("2026-12-01"), day("2026-12-24")),
        (days(3), days(5)),
        (answer(Answer::Yes), answer(Answer::No)),
        (weigh(Weight::Much), weigh(Weight::Not)),
        (own("own-1", "Mine?"), Change::DoNotAsk(QuestionId::new("own-1").unwrap())),
    ];
    for (mine, theirs) in pairs {
        let back = mine.taken_back(&before).unwrap();
        one.apply(&mine, now()).unwrap();
        two.apply(&theirs, now()).unwrap();
        let refused = one.apply_over(&back, Some(&mine), now());
        let Err(SaveError::ChangedSince { now: shown }) = refused else { panic!("{refused:?}") };
        assert!(theirs.still_holds(&shown), "{shown:?}");
        assert!(theirs.still_holds(&open(&path).1), "{theirs:?}");
        one.apply(&mine, now()).unwrap();
        one.apply_over(&back, Some(&mine), now()).unwrap();
        assert!(back.still_holds(&open(&path).1), "{back:?}");
    }
}

#[test]
fn a_change_waits_in_memory_for_a_copy_that_holds_the_file_and_nobody_waits_for_it() {
    let (folder, path) = folder_with(Some(SAMPLE));
    let lock = fs::File::create(folder.path().join(".face.toml.lock")).unwrap();
    lock.lock().unwrap();
    let (store, _, _) = open(&path);
    let mut store = store.when_held(WhenHeld::Keep);
    for id in ["wash", "sleep"] {
        let progress = store.apply(&tick(id), now()).unwrap();
        assert_eq!(progress.mark(&step(id)), Mark::Done);
        assert!(matches!(&store.take_notices()[..], [Notice::Waiting { .. }]));
        assert!(!store.has_all_on_disk() && store.reread().is_none());
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), SAMPLE);
    drop(lock);
    save(&path, &mark("rest", Mark::NotForMe));
    store.apply(&tick("drive"), now()).unwrap();
    assert!(store.take_notices().is_empty() && store.has_all_on_disk());
    let progress = open(&path).1;
    let marks = ["wash", "sleep", "rest", "drive"].map(|id| progress.mark(&step(id)));
    assert_eq!(marks, [Mark::Done, Mark::Done, Mark::NotForMe, Mark::Done]);
}

#[test]
fn a_lock_file_in_the_way_is_named_with_its_cure() {
    let (folder, path) = folder_with(Some(SAMPLE));
    fs::create_dir(folder.path().join(".face.toml.lock")).unwrap();
    let error = open(&path).0.apply(&tick("wash"), now()).unwrap_err().to_string();
    assert!(error.contains(".face.toml.lock` cannot be used") && error.contains("chown"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), SAMPLE);
}

#[test]
fn wherever_a_file_is_cut_no_byte_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    for end in 0..SAMPLE.len() {
        let path = folder.path().join(format!("{end}.toml"));
        let cut = &SAMPLE.as_bytes()[..end];
        fs::write(&path, cut).unwrap();
        let (mut store, _, notice) = open(&path);
        store.apply(&tick("new-step"), now()).unwrap();
        assert_eq!(marked(&path, "new-step"), Mark::Done);
        let aside = folder.path().join(format!("{end}.toml.damaged-1"));
        if notice.is_some() {
            assert_eq!(fs::read(&aside).unwrap(), cut);
        } else {
            assert!(!aside.exists());
            let before: Table = str::from_utf8(cut).unwrap().parse().unwrap();
            let after = table(&path);
            assert!(holds(&after.into(), &before.into()), "cut at {end}");
        }
    }
}

/// Whether everything that `small` says is said by `large` too.
fn holds(large: &Value, small: &Value) -> bool {
    match (large, small) {
        (Value::Table(large), Value::Table(small)) => small.iter().all(|(key, small)| {
            // A table without entries says nothing.
            let is_empty = small.as_table().is_some_and(Table::is_empty);
            is_empty || large.get(key).is_some_and(|large| holds(large, small))
        }),
        (Value::Array(large), Value::Array(small)) if large.len() == small.len() => {
            large.iter().zip(small).all(|(large, small)| holds(large, small))
        }
        _ => large == small,
    }
}

#[test]
fn a_file_of_a_newer_format_is_read_and_left_alone() {
    let text = SAMPLE.replace("format = 1", "format = 2");
    let (_folder, path) = folder_with(Some(&text));
    let (mut store, progress, notice) = open(&path);
    assert!(notice.unwrap().to_string().starts_with("read-only: "));
    assert_eq!(progress.mark(&step("rest")), Mark::Done);
    assert_eq!(progress.place().unwrap().tab, "risks");
    for change in [tick("wash"), Change::Reset] {
        let error = store.apply(&change, now()).unwrap_err();
        assert!(matches!(error, SaveError::Newer { format: 2, .. }));
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn what_is_no_file_is_refused_and_nothing_is_made_beside_it() {
    let (folder, path) = folder_with(None);
    fs::create_dir(&path).unwrap();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for path in [&path, &pipe, Path::new("/dev/zero")] {
        let (mut store, _, notice) = open(path);
        assert!(notice.unwrap().to_string().contains("not a regular file"));
        let error = store.apply(&tick("wash"), now()).unwrap_err();
        let SaveError::Unreadable { refusal, .. } = error else {
            panic!("{error}");
        };
        assert!(matches!(refusal, Refusal::NotAFile));
    }
    assert_eq!(names(folder.path()), ["face.toml", "pipe"]);
}

#[test]
fn a_place_where_nothing_can_be_written_is_no_damage() {
    let (folder, file) = folder_with(Some("a file, not a folder"));
    let path = file.join("face.toml");
    let (mut store, _, notice) = open(&path);
    let refused = matches!(notice, Some(Notice::Unreadable { .. }));
    assert!(refused, "{notice:?}");
    let error = store.apply(&tick("wash"), now()).unwrap_err();
    assert!(matches!(error, SaveError::Unreadable { .. }), "{error}");
    assert_eq!(names(folder.path()), ["face.toml"]);

    let (mut store, _, notice) = open(Path::new("/proc/none/face.toml"));
    assert!(store.is_first_run() && notice.is_none());
    let error = store.apply(&tick("wash"), now()).unwrap_err().to_string();
    let expected = "not saved: `/proc/none/face.toml` cannot be written: ";
    assert!(error.starts_with(expected), "{error}");
}

#[test]
fn a_file_that_is_too_large_is_refused_and_kept() {
    let text = format!("{SAMPLE}#{}", "x".repeat(4 * 1024 * 1024));
    let (_folder, path) = folder_with(Some(&text));
    let (mut store, _, notice) = open(&path);
    assert!(matches!(notice, Some(Notice::Unreadable { .. })));
    let error = store.apply(&tick("wash"), now()).unwrap_err();
    assert!(matches!(error, SaveError::Unreadable { .. }), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn without_a_place_the_guide_opens_and_says_so() {
    let (mut store, progress, notice) = Store::open(Location::Nowhere, &guide());
    assert!(matches!(notice, Some(Notice::Nowhere)));
    assert_eq!(progress, Progress::default());
    let error = store.apply(&tick("wash"), now()).unwrap_err();
    assert!(matches!(error, SaveError::Nowhere));
}

#[derive(Debug, Clone)]
enum Move {
    Mark(usize, Mark),
    Reset,
    Place(usize),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        6 => (0..5_usize, 0..3_usize).prop_map(|(step, mark)| Move::Mark(step, [Mark::Open, Mark::Done, Mark::NotForMe][mark])),
        1 => Just(Move::Reset),
        1 => (0..100_usize).prop_map(Move::Place),
    ];
    prop::collection::vec(one, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_run_of_changes_is_what_a_map_would_say(moves in moves()) {
        let (_folder, path) = folder_with(None);
        let mut model: BTreeMap<usize, Mark> = BTreeMap::new();
        let mut row = None;
        for one in moves {
            let change = match one {
                Move::Mark(step, to) => {
                    model.insert(step, to);
                    mark(&format!("step-{step}"), to)
                }
                Move::Reset => {
                    model.clear();
                    Change::Reset
                }
                Move::Place(to) => {
                    row = Some(to);
                    Change::Place(Place { day: None, tab: "risks".to_owned(), section: None, row: to, step: None })
                }
            };
            let progress = save(&path, &change);
            for number in 0..5 {
                let expected = model.get(&number).copied().unwrap_or(Mark::Open);
                prop_assert_eq!(progress.mark(&step(&format!("step-{number}"))), expected);
            }
            prop_assert_eq!(progress.place().map(|place| place.row), row);
            prop_assert_eq!(open(&path).1, progress);
        }
    }
}
