//! Words found from the shell.

use super::program::Program;

#[test]
fn the_best_place_comes_first_with_its_tab_and_the_words_around() {
    let text = Program::new().run(&["search", "ice", "pick"]).done();
    assert!(text.starts_with("Scar Types: Ice pick\n    It is under 2 mm wide"), "{text}");
}

#[test]
fn programs_get_ids() {
    let json = Program::new().run(&["search", "--format", "json", "icepick"]).done();
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&found["format"], &found["guide"]), (&1.into(), &"microneedling-acne-scars".into()));
    let first = &found["hits"][0];
    assert_eq!(
        (&first["tab"], &first["id"], &first["title"]),
        (&"scar-types".into(), &"ice-pick".into(), &"Ice pick".into())
    );
    let json = Program::new().run(&["search", "--format", "json", "bare face"]).done();
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&found["hits"][0]["tab"], &found["hits"][0]["step"]), (&"checklist".into(), &"come-bare-faced".into()));
}

#[test]
fn nothing_found_is_said_and_is_no_failure() {
    let ran = Program::new().run(&["search", "xylophone", "zzz"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(ran.err, "note: Nothing for \"xylophone zzz\".\n");
}

#[test]
fn a_slip_is_said_beside_the_result() {
    let ran = Program::new().run(&["search", "blistres"]);
    assert_eq!(ran.err, "note: nothing for blistres; showing blisters\n");
    assert!(ran.code == 0 && ran.out.contains("blisters"), "{}", ran.out);
}
