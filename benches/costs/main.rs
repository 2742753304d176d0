//! How long the program takes in a terminal, beside `less` where it is installed: `cargo bench`. Only Linux tells all of it.

#![cfg_attr(target_os = "linux", expect(clippy::unwrap_used, reason = "a bench may end at the first surprise"))]

#[cfg(target_os = "linux")]
#[path = "../../tests/common/mod.rs"]
mod common;
#[cfg(target_os = "linux")]
#[expect(dead_code, reason = "the tests need more of it")]
#[path = "../../tests/terminal/pty.rs"]
mod pty;
#[cfg(target_os = "linux")]
mod table;

fn main() {
    #[cfg(target_os = "linux")]
    table::print();
}
