//! How many keys lead from the start card to what people come for, in the built-in guide on a screen of 80x24.

use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::schedule::shifted;
use microneedling_guide::tui::update;

use super::reader::{Reader, built_in, size};

fn at_the_card() -> Reader {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    reader.first_run();
    reader
}

/// What is looked for, the keys from the start card, and all of what is then seen.
const WAYS: [(&str, &str, &[&str]); 6] = [
    ("my kind of scar", "1 Down Enter", &["Ice pick", "may do little", "Needling:"]),
    ("the choices compared", "Esc PgDn", &["For which scar", "Do nothing", "Laser", "Raised scar care"]),
    ("days lost", "Esc", &["Days and sessions", "Red 1 to 3 days"]),
    ("warning signs", "!", &["EMERGENCY", "Trouble breathing"]),
    ("is this normal on day 3", "3", &["EMERGENCY", "2 to 3", "dry, tight, itchy"]),
    ("what to do today", "2 2 0 2 6 - 1 2 - 0 8 Enter Esc", &["Today, ", "Now"]),
];

#[test]
fn a_few_keys_lead_to_what_people_come_for() {
    for (wish, keys, seen) in WAYS {
        let mut reader = at_the_card();
        update::begin_day(&mut reader.app, shifted("2026-12-08".parse().unwrap(), -12));
        reader.press(keys);
        for words in seen {
            assert!(reader.shows(words), "{wish}: no {words}\n{}", reader.screen());
        }
    }
}

#[test]
fn the_self_check_takes_a_key_a_question() {
    let mut reader = at_the_card();
    let questions = reader.app.guide.checks().count();
    reader.press("A Enter").press(&"n ".repeat(questions)).press("Esc");
    assert!(reader.app.overlays.is_empty(), "{}", reader.screen());
    assert!(reader.app.guide.checks().all(|check| reader.app.progress.answer(&check.id).is_some()));
}

#[test]
fn five_questions_for_the_visit_take_a_letter_each() {
    let mut reader = at_the_card();
    reader.press("v a c e g i");
    assert_eq!(reader.app.progress.current().questions.len(), 5, "{}", reader.screen());
}

#[test]
fn one_row_speaks_of_the_past_until_the_aftercare_is_over() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    update::begin_day(&mut reader.app, "2026-12-10".parse().unwrap());
    reader.press("D").type_words("2026-12-08").press("Enter");
    assert_eq!(reader.screen().matches("from before").count(), 1, "{}", reader.screen());
    assert!(!reader.shows("late") && !reader.shows("missed"), "{}", reader.screen());
    update::begin_day(&mut reader.app, "2027-03-10".parse().unwrap());
    assert!(reader.shows("Aftercare is over") && !reader.shows("from before"), "{}", reader.screen());
}

#[test]
fn what_is_normal_is_asked_above_the_steps_from_the_day_on() {
    let place_on = |today: &str| {
        let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
        update::begin_day(&mut reader.app, today.parse().unwrap());
        reader.press("D").type_words("2026-12-08").press("Enter");
        let of = |words: &str| reader.rows().iter().position(|row| row.contains(words));
        of("is this normal?").map(|row| row < of("Ask your prescriber").unwrap())
    };
    assert_eq!(["2026-12-07", "2026-12-08", "2026-12-09"].map(place_on), [None, Some(true), Some(true)]);
}

#[test]
fn the_sources_of_a_closed_section_are_its_own_though_others_stand_above_it() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    reader.press("2 PgDn i");
    assert!(reader.shows("Dent or mark?") && reader.shows("Goodman and Baron"), "{}", reader.screen());
    assert!(!reader.shows("Meng"), "{}", reader.screen());
}
