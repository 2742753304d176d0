//! The program as a stranger runs it: the real binary in a pseudo-terminal, its output read by a terminal emulator.
//!
//! `pty` runs the program; the other files each test one thing. Nothing waits for a fixed time: a test goes on when the
//! screen says what it waits for, and fails when that does not come.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

#[path = "../common/mod.rs"]
mod common;
mod pty;

mod background;
mod course;
mod ending;
mod gates;
mod growth;
mod refusing;
mod reloading;
mod running;
mod saving;
mod sheets;
mod shells;
