//! A guide in Hebrew: its direction marks stay where they reorder nothing else, and the screen says what it cannot do.

use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::terminal::sanitize::{forbidden_in, is_forbidden};

use crate::cli::program::{Program, SMALL_GUIDE};
use crate::screens::reader::{Reader, guide, size};

/// Words in Hebrew around English ones in an isolate, which a narrow page breaks, and a mark behind them.
const WORDS: &str = "שלום \u{2066}needles that are *new* every time\u{2069} עולם!\u{200F}";

fn hebrew() -> String {
    let language = SMALL_GUIDE.replace("language = \"en\"", "language = \"he\"");
    language.replace("text = \"Café – words.\"", &format!("text = \"{WORDS}\""))
}

#[test]
fn direction_marks_are_printed_and_every_line_ends_what_it_begins() {
    let program = Program::new().with("MICRONEEDLING_GUIDE_CONTENT", "guide.toml");
    program.file("guide.toml", &hebrew());
    let page = program.run(&["print", "--format", "html"]).done();
    assert!(page.contains("<html lang=\"he\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("שלום \u{2066}needles that are <em>new</em> every time\u{2069} עולם!\u{200F}"), "{page}");
    let markdown = program.run(&["print", "--format", "markdown"]).done();
    assert!(markdown.contains(WORDS), "{markdown}");
    for width in ["80", "24"] {
        let text = program.run(&["print", "--width", width]).done();
        assert!(text.contains("!\u{200F}\n") && !text.contains('\u{FFFD}'), "{text}");
        assert!(text.lines().all(|line| forbidden_in(line).is_empty()), "{text}");
    }
}

#[test]
fn the_screen_says_once_that_letters_may_run_backwards_and_sends_no_direction_mark() {
    const SAID: &str = "Do letters run backwards?";
    let mut reader = Reader::of(guide(&hebrew()), size(80, 24), &UNICODE);
    assert!(reader.status().starts_with(SAID) && reader.shows(SAID), "{}", reader.screen());
    assert!(!reader.press("Down").shows(SAID));
    assert!(reader.shows("שלום needles that are new every time עולם!"), "{}", reader.screen());
    assert!(!reader.screen().contains(is_forbidden));
    assert_eq!(Reader::new(80, 24).app.status, None);
}
