//! Keys in, screen out: the full-screen guide without a terminal, over a real progress file.
//!
//! `reader` is the reader at the keys, `vector` draws what is seen; the other files each test one thing that a reader does.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

pub(crate) mod reader;
mod vector;

mod folding;
mod fuzz;
mod marking;
mod moving;
mod overlays;
mod pictures;
mod planning;
mod pointing;
mod reaching;
mod reloading;
mod returning;
mod searching;
mod self_check;
mod settings;
mod showcase;
mod today;
mod values;
mod walking;
