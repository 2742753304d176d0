//! Typing into a field of one line: its words stay bounded, whatever is typed or pasted.

use tui_input::{Input, InputRequest};

use crate::progress::LONGEST_WORDS;

/// Changes the words as asked, up to the most that a field holds; tells whether they are others now.
pub fn edit(field: &mut Input, request: InputRequest) -> bool {
    let is_full = || field.value().chars().count() >= LONGEST_WORDS;
    if matches!(request, InputRequest::InsertChar(_)) && is_full() {
        return false;
    }
    field.handle(request).is_some_and(|changed| changed.value)
}
