//! The program as a stranger uses it from a shell: arguments and files in; output, files and an exit code out.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod arguments;
mod authors;
mod check;
mod checklist;
mod color;
mod course;
mod formats;
mod print;
pub(crate) mod program;
mod schedule;
mod search;
mod shells;
mod terminal;
