//! Any words as a day: a day that is understood is understood again when it is written in full.

#![no_main]

use libfuzzer_sys::fuzz_target;
use microneedling_guide::guide::Labels;
use microneedling_guide::schedule::parse_date;

#[path = "../common.rs"]
mod common;

fuzz_target!(|words: &str| {
    let labels = Labels::default();
    if let Ok(day) = parse_date(words, common::today(), &labels) {
        assert_eq!(parse_date(&day.to_string(), common::today(), &labels).ok(), Some(day));
    }
});
