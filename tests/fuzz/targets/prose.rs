//! Any words as running text: what is accepted has no line wider than the page, and no control character gets out.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../common.rs"]
mod common;

fuzz_target!(|words: &str| {
    let escaped: String = words.chars().map(|letter| format!("\\U{:08x}", u32::from(letter))).collect();
    let text = include_str!("../../fixtures/screens/small.toml").replace("A guide for tests.", &escaped);
    if let Some(guide) = common::guide(&text) {
        common::print(&guide);
    }
});
