//! What the reader entered: treatment days, marks, the clinic's numbers, answers, questions, notes, and the place to come back to.
//!
//! | file | what it is for |
//! |---|---|
//! | `entries` | all of it as data, read through functions |
//! | `session`, `mark`, `place` | the parts |
//! | `change`, `apply` | one thing to change, and how it changes the data |
//! | `kept` | what another version of the program wrote stays |
//! | `record` | the data as the text of a file |
//! | `store` | keeps a change: lock, read, change one thing, write |
//! | `disk`, `lock`, `location` | how bytes get there whole, how two copies keep out of each other's way, where the file is |
//! | `platform` | what each operating system does in its own way with files |
//! | `error` | what can go wrong, in sentences |
//!
//! A [`Change`] goes through a [`Store`], which keeps it in a file and answers with what that file now says, so that what the
//! screen confirms is on disk. To add a field, write it in `entries`, its change in `change` and what that does in `apply`.

mod apply;
mod change;
pub mod disk;
mod entries;
mod error;
mod kept;
mod location;
mod lock;
mod mark;
mod place;
mod platform;
mod record;
mod session;
mod store;

pub use change::Change;
pub use entries::{Count, Progress};
pub use error::{Damage, Notice, Refusal, SaveError};
pub use kept::{Entries, WithUnknown};
pub use location::Location;
pub use mark::{Mark, Marked};
pub use place::{Place, Screen};
pub use session::{Asked, Session};
pub use store::{Store, WhenHeld};

/// The most characters of a note, a question or an answer.
pub const LONGEST_WORDS: usize = 1000;
