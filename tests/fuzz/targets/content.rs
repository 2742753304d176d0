//! Any file as a guide: findings lie inside of it, and what is accepted can be shown and printed.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../common.rs"]
mod common;

fuzz_target!(|text: &str| {
    if let Some(guide) = common::guide(text) {
        common::print(&guide);
    }
});
