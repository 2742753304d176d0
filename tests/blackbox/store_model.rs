//! Copies of the program on one progress file, and everything that may happen between two of their steps, against a model of
//! what must hold. All sequences of three things are tried with every run, all of four where ignored tests are run too, and
//! longer ones at random.
//!
//! What holds after every step:
//!
//! 1. What a copy was told is saved is in the file, until somebody changes or removes the file.
//! 2. What a copy was told is kept is in its memory, and it was told that it is not on disk yet.
//! 3. A file that was removed is written back with everything that the copy knew, and the copy is told.
//! 4. A file that cannot be read as progress of this guide is never overwritten: its bytes stay somewhere in the folder.
//! 5. A change that fails changes neither the file nor what the copy knows.
//! 6. Nothing but the file, its lock, one stray of a killed copy and what was moved aside is in the folder.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use chrono::{DateTime, Utc};
use microneedling_guide::guide::{Cycle, Id, StepId};
use microneedling_guide::progress::{Change, Location, Mark, Notice, Progress, Store, WhenHeld};
use proptest::prelude::*;

/// One thing that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// A copy ticks a step that nobody ticked before.
    Tick(usize),
    /// A copy is killed and started again, in the middle of a save: its new text lies beside the file.
    KillAndStart(usize),
    /// Somebody takes the lock, or lets go of it.
    Lock,
    /// Somebody removes the file.
    Remove,
    /// Somebody puts something else in its place.
    Replace(&'static str),
}

const DAMAGED: &str = "format = 1\nguide = \"face\"\n[[[";
const OTHER_GUIDE: &str = "format = 1\nguide = \"hand\"\n[notes]\nwash = \"theirs\"\n";
const OLDER: &str = "format = 1\nguide = \"face\"\n[notes]\nwash = \"from a backup\"\n";

const ALL: [Step; 9] = [
    Step::Tick(0),
    Step::Tick(1),
    Step::KillAndStart(0),
    Step::KillAndStart(1),
    Step::Lock,
    Step::Remove,
    Step::Replace(DAMAGED),
    Step::Replace(OTHER_GUIDE),
    Step::Replace(OLDER),
];

struct Copy {
    store: Store,
    /// The steps that the screen shows as ticked.
    shown: BTreeSet<String>,
    /// Those of them that it said are not on disk yet.
    waiting: BTreeSet<String>,
}

struct World {
    folder: tempfile::TempDir,
    copies: Vec<Copy>,
    lock: Option<File>,
    ticks: usize,
    /// What somebody put in the place of the file and what is therefore worth keeping.
    precious: Vec<&'static str>,
}

fn now() -> DateTime<Utc> {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn ticked(progress: &Progress) -> BTreeSet<String> {
    let marks = progress.current().marks.iter().filter(|(_, marked)| marked.mark == Mark::Done);
    marks.map(|(step, _)| step.to_string()).collect()
}

fn open(path: &Path) -> Copy {
    let (store, progress, _) = Store::open(Location::File(path.to_owned()), &Id::new("face").unwrap());
    Copy { store: store.when_held(WhenHeld::Keep), shown: ticked(&progress), waiting: BTreeSet::new() }
}

impl World {
    fn new(copies: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let copies = (0..copies).map(|_| open(&folder.path().join("face.toml"))).collect();
        Self { folder, copies, lock: None, ticks: 0, precious: Vec::new() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("face.toml")
    }

    /// The ticks in the file; nothing where it is no progress of this guide.
    fn on_disk(&self) -> Option<BTreeSet<String>> {
        let (store, progress, notice) = Store::open(Location::File(self.path()), &Id::new("face").unwrap());
        (notice.is_none() && !store.is_first_run()).then(|| ticked(&progress))
    }

    fn happen(&mut self, step: Step) {
        match step {
            Step::Tick(copy) => self.tick(copy),
            Step::KillAndStart(copy) => {
                fs::write(self.folder.path().join(".face.toml.new"), "format = 1\nguide = \"fa").unwrap();
                self.copies[copy] = open(&self.path());
            }
            Step::Lock => {
                let taken = || {
                    let file = File::create(self.folder.path().join(".face.toml.lock")).unwrap();
                    file.lock().unwrap();
                    file
                };
                self.lock = if self.lock.is_none() { Some(taken()) } else { None };
            }
            Step::Remove => drop(fs::remove_file(self.path())),
            Step::Replace(text) => {
                fs::write(self.path(), text).unwrap();
                self.precious.push(text);
            }
        }
        self.check();
    }

    fn tick(&mut self, copy: usize) {
        self.ticks += 1;
        let id = format!("step-{}", self.ticks);
        let before = fs::read(self.path()).ok();
        let (path, was_on_disk) = (self.path(), self.on_disk());
        let this = &mut self.copies[copy];
        let step = StepId::new(&id).unwrap();
        let outcome =
            this.store.apply(&Change::Mark { step, mark: Mark::Done, cycle: Cycle::Session, at: None }, now());
        let told = this.store.take_notices();
        let waits = told.iter().any(|notice| matches!(notice, Notice::Waiting { .. }));
        assert_eq!(waits, outcome.is_ok() && self.lock.is_some(), "told exactly where the lock is held");
        let Ok(progress) = outcome else {
            assert_eq!(fs::read(&path).ok(), before, "a change that fails changes nothing");
            return;
        };
        let shown = ticked(&progress);
        assert!(shown.contains(&id), "what is confirmed is shown");
        if waits {
            this.waiting.insert(id);
            assert_eq!(fs::read(&path).ok(), before, "a change that waits writes nothing");
        } else {
            if before.is_none() {
                assert!(shown.is_superset(&this.shown), "a removed file is written back whole");
                let is_told = told.iter().any(|notice| matches!(notice, Notice::WrittenBack { .. }));
                assert_eq!(is_told, !this.shown.is_empty() || is_told, "and told");
            }
            assert!(shown.is_superset(&this.waiting), "what waited is saved with it");
            assert!(shown.is_superset(&was_on_disk.unwrap_or_default()), "nothing of another copy is lost");
            this.waiting.clear();
        }
        this.shown = shown;
        if self.copies[copy].waiting.is_empty() {
            assert_eq!(self.on_disk().as_ref(), Some(&self.copies[copy].shown), "what is confirmed is on disk");
        }
    }

    /// What holds whatever has happened.
    fn check(&self) {
        let names =
            fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        for name in names {
            let is_known = ["face.toml", ".face.toml.lock", ".face.toml.new"].contains(&name.as_str());
            assert!(is_known || name.starts_with("face.toml.damaged-"), "{name}");
        }
        for copy in &self.copies {
            assert_eq!(copy.store.has_all_on_disk(), copy.waiting.is_empty());
            assert!(copy.shown.is_superset(&copy.waiting), "what waits is in memory");
        }
    }

    /// Whether what somebody put there, and nobody removed or replaced, is still in the folder.
    fn keeps(&self, text: &str) -> bool {
        let files = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        files.into_iter().any(|path| fs::read_to_string(path).is_ok_and(|found| found == text))
    }
}

/// Plays the steps with this many copies.
fn play(copies: usize, steps: &[Step]) {
    let mut world = World::new(copies);
    for (index, step) in steps.iter().enumerate() {
        world.happen(*step);
        let last = steps[..=index].iter().rposition(|step| matches!(step, Step::Remove | Step::Replace(_)));
        if let Some(Step::Replace(text @ (DAMAGED | OTHER_GUIDE))) = last.map(|last| steps[last]) {
            assert!(world.keeps(text), "{:?} loses what is no progress of this guide", &steps[..=index]);
        }
    }
}

#[test]
fn whatever_happens_to_two_copies_nothing_confirmed_is_lost() {
    assert!(explore(3) > 300);
}

#[test]
#[ignore = "it takes minutes"]
fn whatever_happens_next_to_two_copies_nothing_confirmed_is_lost() {
    assert!(explore(4) > 3000);
}

/// Plays all sequences of this length with two copies, and says how many there were.
fn explore(depth: usize) -> usize {
    let numbers = 0..ALL.len().pow(u32::try_from(depth).unwrap());
    let steps = |number: usize| {
        let digit = |place: usize| number / ALL.len().pow(u32::try_from(place).unwrap()) % ALL.len();
        (0..depth).map(|place| ALL[digit(place)]).collect::<Vec<_>>()
    };
    let says_something = |steps: &Vec<Step>| {
        // A sequence without a tick says nothing, and one whose lock is held to its end costs only time.
        let waits = steps.iter().scan(false, |held, step| {
            *held ^= *step == Step::Lock;
            Some(*held && matches!(step, Step::Tick(_)))
        });
        steps.iter().any(|step| matches!(step, Step::Tick(_))) && waits.filter(|waits| *waits).count() <= 1
    };
    let sequences: Vec<_> = numbers.map(steps).filter(says_something).collect();
    // A sequence that waits for a lock leaves its processor to another.
    let workers = 4 * thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for part in sequences.chunks(sequences.len().div_ceil(workers)) {
            scope.spawn(|| part.iter().for_each(|steps| play(2, steps)));
        }
    });
    sequences.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn whatever_happens_for_long_to_three_copies_nothing_confirmed_is_lost(
        steps in proptest::collection::vec((0..3_usize, proptest::sample::select(ALL.to_vec())), 5..25),
    ) {
        let of = |(copy, step)| match step {
            Step::Tick(_) => Step::Tick(copy),
            Step::KillAndStart(_) => Step::KillAndStart(copy),
            Step::Lock | Step::Remove | Step::Replace(_) => step,
        };
        play(3, &steps.into_iter().map(of).collect::<Vec<_>>());
    }
}
