//! Folds: the message is shown, the rest is one key away.

use super::reader::{Reader, guide, size};
use microneedling_guide::page::layout::UNICODE;

fn reader() -> Reader {
    let mut reader = Reader::of(guide(include_str!("../../fixtures/good/layers.toml")), size(80, 30), &UNICODE);
    reader.press("1 g Down");
    reader
}

#[test]
fn what_is_folded_opens_and_closes_by_key_and_by_click() {
    let mut reader = reader();
    let closed = reader.screen();
    assert!(closed.contains("▸ what each"), "{closed}");
    reader.press("Enter");
    let open = reader.screen();
    assert!(open.contains("▾ what each"), "{open}");
    reader.press("Left");
    assert_eq!(reader.screen(), closed);
    reader.press("Right");
    assert_eq!(reader.screen(), open);
    let (y, x) = reader.find("▾ what each");
    reader.click(x, y);
    assert_eq!(reader.screen(), closed);
}

#[test]
fn one_key_opens_all_of_a_tab_and_closes_it_again() {
    let mut reader = reader();
    reader.press("e g");
    assert!(reader.shows("▾ what each") && !reader.shows("▸ what each"), "{}", reader.screen());
    reader.press("e g");
    assert!(reader.shows("▸ what each") && !reader.shows("▾"), "{}", reader.screen());
}
