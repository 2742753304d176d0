//! Finding words: what comes first, what does not matter, what is said of a slip.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use microneedling_guide::content;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::page::search::{Found, HitTarget, Index};

/// What the step of that guide says, which the tests put other words in the place of.
const WASH: &str = r"'With water, not with \{soap} or \[@acid].'";

/// Finds words in the guide of the layers, in which each of these changes was made.
fn found(changes: &[(&str, &str)], words: &str) -> Found {
    let mut text = include_str!("../fixtures/good/layers.toml").to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let loaded = content::load(&SourceFile::new("layers.toml", text), &[], "2026-11-23".parse().unwrap());
    Index::new(&loaded.guide.expect("the guide has no errors")).search(words)
}

fn titles(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.title.as_str()).collect()
}

#[test]
fn a_word_comes_before_its_beginning_and_that_before_its_inside() {
    let changes = [
        (WASH, "\"It may crumble into crustiness.\""),
        ("\"It hurts.\"", "\"It may look like an encrusted pan.\""),
        ("\"Leave them.\"", "\"Wait for a crust.\""),
    ];
    assert_eq!(titles(&found(&changes, "crust")), ["Nothing", "Wash your face", "A burn"]);
}

#[test]
fn case_accents_hyphens_and_blanks_do_not_matter() {
    for spelling in ["ice-pick", "Ice Pick", "icepick", "Íce\u{AD}pick"] {
        let changes = [(WASH, &*format!("\"Mind {spelling} scars.\""))];
        for words in ["icepick", "ICE-PICK", "ice pick", "icep", "pick ice"] {
            let hits = found(&changes, words);
            assert!(
                titles(&hits).contains(&"Wash your face") || (words == "pick ice" && spelling == "icepick"),
                "{words} in {spelling}: {hits:?}"
            );
        }
    }
}

#[test]
fn several_words_may_stand_apart() {
    assert_eq!(titles(&found(&[], "cleaner water")), ["Wash your face"]);
}

#[test]
fn places_with_some_of_the_words_are_shown_if_none_has_all() {
    let found = found(&[], "swim water");
    assert_eq!(titles(&found), ["Wash your face"]);
    assert_eq!(found.missing, ["swim"]);
}

#[test]
fn a_rare_word_counts_more_than_common_ones() {
    assert_eq!(titles(&found(&[(WASH, "\"Surgeons know.\"")], "a surgeon")), ["Wash your face"]);
    let beside_many_that_are_nowhere = format!("a surgeon{}", " xyzzy".repeat(9));
    let found = found(&[(WASH, "\"Surgeons know.\"")], &beside_many_that_are_nowhere);
    assert_eq!(titles(&found), ["Wash your face"]);
}

#[test]
fn one_and_many_are_the_same_word() {
    assert_eq!(titles(&found(&[(WASH, "\"Mind each tile.\"")], "tiles")), ["Wash your face"]);
}

#[test]
fn a_title_comes_before_other_words_and_those_before_the_text() {
    assert_eq!(
        titles(&found(&[(WASH, "\"Not after a laser.\"")], "laser"))[..],
        ["Laser", "Three choices, held against each other", "Wash your face"]
    );
}

#[test]
fn a_hit_by_another_word_says_so() {
    let hits = found(&[], "fraxel").hits;
    assert_eq!(hits.len(), 1);
    assert_eq!((hits[0].title.as_str(), hits[0].also.as_deref()), ("Laser", Some("fraxel")));
    assert_eq!(found(&[], "laser").hits[0].also, None);
}

#[test]
fn what_is_called_just_so_comes_before_what_only_mentions_it() {
    assert_eq!(found(&[], "burn").hits[0].target, HitTarget::Warnings);
    let changes = [("also = [\"cleanser\"]", "also = [\"cleanser\", \"burn\"]")];
    assert_eq!(titles(&found(&changes, "burn"))[0], "Wash your face");
}

#[test]
fn a_warning_sign_comes_first_and_has_other_words_too() {
    let breath = ("signs = [\"No breath.\"]", "signs = [\"No breath.\"]\nalso = [\"choke\"]");
    let changes = [breath, ("title = \"Wash your face\"", "title = \"Breath and choke\"")];
    for words in ["breath", "choke"] {
        assert_eq!(found(&changes, words).hits[0].target, HitTarget::Warnings, "{words}");
    }
}

#[test]
fn one_slip_in_a_long_word_is_forgiven_and_said() {
    for typed in ["claenser", "clenser", "cleansser", "cleanzer"] {
        let found = found(&[], typed);
        assert_eq!(found.corrected, [(typed.to_owned(), "cleanser".to_owned())]);
        assert_eq!(titles(&found), ["Wash your face"]);
    }
    assert_eq!(found(&[], "cleanser").corrected, []);
    assert!(found(&[], "wahs").hits.is_empty(), "a short word is taken as it is");
}

#[test]
fn a_word_is_told_as_the_guide_writes_it_and_an_umlaut_in_two_letters_is_no_slip() {
    let changes = [("title = \"Wash your face\"", "title = \"Ansätze füttern\"")];
    let slip = found(&changes, "Ansäzte");
    assert_eq!(slip.corrected, [("Ansäzte".to_owned(), "Ansätze".to_owned())]);
    let known = found(&changes, "fuettern");
    assert_eq!((titles(&known), known.corrected.len()), (vec!["Ansätze füttern"], 0));
}

#[test]
fn everything_that_can_be_opened_is_found() {
    let target = |words| found(&[], words).hits[0].target.clone();
    assert!(matches!(target("a leaflet"), HitTarget::Source(_)));
    assert_eq!(target("breath"), HitTarget::Warnings);
    assert!(matches!(target("wash"), HitTarget::Step(_)));
    assert!(matches!(target("held against"), HitTarget::Section(_)));
    assert!(matches!(target("nothing"), HitTarget::Card(_)));
}

#[test]
fn the_words_around_a_hit_are_cut_between_words() {
    let long = format!("\"{}needle {}\"", "word ".repeat(40), "other ".repeat(40).trim_end());
    let hit = found(&[(WASH, &*long)], "needle").hits[0].words.clone();
    assert!(hit.starts_with("… word ") && hit.contains(" needle other") && hit.ends_with(" other …"), "{hit}");
    assert!(hit.chars().count() <= 104, "{hit}");
}

#[test]
fn what_is_typed_whole_comes_before_one_word_of_a_name() {
    let hurt = ("signs = [\"No breath.\"]", "signs = [\"No breath.\"]\nalso = [\"hurt myself\"]");
    let changes = [hurt, ("also = [\"cleanser\"]", "also = [\"cleanser\", \"it hurts\"]")];
    for words in ["hurt myself", "i hurt myself", "hurt myself or wash"] {
        assert_eq!(found(&changes, words).hits[0].target, HitTarget::Warnings, "{words}");
    }
    assert_eq!(titles(&found(&changes, "it hurts"))[0], "Wash your face");
    assert_ne!(found(&changes, "hurts").hits[0].target, HitTarget::Warnings);
}

#[test]
fn the_paragraph_with_most_of_the_words_is_shown_also_for_another_name() {
    let changes = [(WASH, "\"\"\"\nWait a day.\n\nThen take a cleanser.\"\"\"")];
    assert_eq!(found(&changes, "cleanser").hits[0].words, "Then take a cleanser.");
}

#[test]
fn words_of_patients_lead_where_they_are_answered() {
    let loaded = content::load(&SourceFile::new("content.toml", content::BUILT_IN), &[], "2026-11-26".parse().unwrap());
    let index = Index::new(&loaded.guide.unwrap());
    for (words, title) in [
        ("when to call", "Warning signs"),
        ("it hurts", "Is this normal?"),
        ("i want to die", "Call now"),
        ("eye pain", "See a doctor today"),
        ("isotretinoin how long", "Your medicines"),
        ("heart condition", "Who waits or asks first"),
        ("is it painful", "How it works and feels"),
        ("vitamin c serum", "Still no retinol, acids or serums"),
        ("fillers", "Filler"),
        ("work", "Days and sessions"),
        ("swimming", "No hard exercise, sauna, swimming"),
        ("matters", "Decide, and ask"),
        ("ice pic scars", "Ice pick"),
        ("exersize", "No hard exercise, sauna, swimming"),
    ] {
        assert_eq!(index.search(words).hits[0].title, title, "{words}");
    }
    let preview = &index.search("painkiller after").hits[0].words;
    assert!(preview.contains("store-bought painkillers"), "{preview}");
    assert!(index.search("oily skin").hits.is_empty(), "a common word beside one that is nowhere says nothing");
}
