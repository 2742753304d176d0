//! The steps from the shell.

use std::fs;

use serde_json::Value;

use super::program::{Program, SMALL_GUIDE, acts_on_terminals};
use super::terminal::Terminal;

/// The program with a guide of three steps.
fn program() -> Program {
    let program = Program::new();
    let guide = program.file("small.toml", SMALL_GUIDE);
    program.with("MICRONEEDLING_GUIDE_CONTENT", guide.to_str().unwrap())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The marks of all steps, as programs see them.
fn marks(program: &Program) -> Vec<String> {
    let list = json(&program.run(&["checklist", "--format", "json"]).done());
    let steps = list["steps"].as_array().unwrap().clone();
    steps.iter().map(|step| step["mark"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_list_has_a_line_for_each_step() {
    let program = program();
    program.run(&["checklist", "tick", "wash"]).done();
    let expected = "\
1 of 3 steps done

Before [1/2]
open      ask-price  Ask the price (4 to 3 weeks before)
erledigt  wash       Wash your face (on the day)

After [0/1]
open      rest       Rest at home (1 to 3 days after)
";
    assert_eq!(program.run(&["checklist"]).done(), expected);
    assert_eq!(program.run(&["checklist", "list"]).done(), expected);
}

#[test]
fn programs_get_ids_marks_and_days() {
    let program = program();
    program.run(&["checklist", "na", "rest"]).done();
    let list = json(&program.run(&["checklist", "list", "--format", "json"]).done());
    assert_eq!((&list["format"], &list["guide"]), (&Value::from(1), &Value::from("small")));
    assert_eq!((&list["done"], &list["total"]), (&Value::from(0), &Value::from(2)));
    let rest = serde_json::json!({
        "id": "rest", "title": "Rest at home", "group": "after", "mark": "not-for-me", "from": 1, "until": 3,
        "applies": true, "clinic_days": null, "first_day": null, "last_day": null, "when": null, "note": null,
        "session": null, "late": null
    });
    assert_eq!(list["steps"][2], rest);
}

#[test]
fn each_mark_is_saved_and_confirmed_on_one_line() {
    let program = program();
    assert_eq!(program.run(&["checklist", "tick", "wash"]).done(), "erledigt: wash (1 of 3)\n");
    assert_eq!(program.run(&["checklist", "tick", "wash"]).done(), "erledigt: wash (1 of 3)\n");
    assert_eq!(program.run(&["checklist", "na", "rest"]).done(), "not for me: rest (1 of 2)\n");
    assert_eq!(marks(&program), ["open", "done", "not-for-me"]);
    assert_eq!(program.run(&["checklist", "untick", "wash"]).done(), "open: wash (0 of 2)\n");
    assert_eq!(marks(&program), ["open", "open", "not-for-me"]);
}

#[test]
fn a_change_for_programs_answers_with_the_whole_list_after_it() {
    let program = program();
    let list = json(&program.run(&["checklist", "tick", "ask-price", "--format", "json"]).done());
    assert_eq!(list["steps"][0]["mark"], "done");
    assert_eq!(list, json(&program.run(&["checklist", "--format", "json"]).done()));
    let list = json(&program.run(&["checklist", "--format", "json", "reset", "--yes"]).done());
    assert_eq!(list["done"], 0);
}

#[test]
fn a_wrong_id_is_answered_with_one_that_is_like_it() {
    let error = program().run(&["checklist", "tick", "wahs"]).failed(1);
    assert_eq!(error, "error: the guide has no step `wahs` (did you mean `wash`?). `checklist list` shows all ids.\n");
    let error = program().run(&["checklist", "na", "x\u{1b}[31m\nerror: y"]).failed(1);
    assert!(!acts_on_terminals(&error) && error.lines().count() == 1, "{error:?}");
}

#[test]
fn reset_needs_a_yes() {
    let program = program();
    program.run(&["checklist", "tick", "wash"]).done();
    let error = program.run(&["checklist", "reset"]).failed(1);
    assert!(error.contains("Add `--yes`"), "{error}");
    assert_eq!(marks(&program), ["open", "done", "open"]);
    assert_eq!(program.run(&["checklist", "reset", "--yes"]).done(), "0 of 3 steps done\n");
    assert_eq!(marks(&program), ["open", "open", "open"]);
}

#[test]
fn reset_asks_on_a_terminal() {
    let program = program();
    for (answer, code, mark) in [("n", 1, "done"), ("", 1, "done"), ("y", 0, "open")] {
        program.run(&["checklist", "tick", "wash"]).done();
        let (shown, exit_code) = reset_on_terminal(&program, answer);
        assert!(shown.contains("1 of 3 steps done. Mark all steps as open? [y/N]"), "{shown}");
        assert_eq!(exit_code, code, "{shown}");
        assert_eq!(marks(&program)[1], mark);
    }
}

/// Resets on a terminal, with this answer to the question; what was shown, and the exit code.
fn reset_on_terminal(program: &Program, answer: &str) -> (String, u32) {
    let mut terminal = Terminal::run(program, &["checklist", "reset"]);
    terminal.read_until("[y/N] ");
    terminal.type_line(answer);
    terminal.end()
}

#[test]
#[cfg(unix)]
fn progress_stays_private() {
    use std::os::unix::fs::PermissionsExt;
    let program = Program::new();
    program.run(&["checklist", "tick", "start-sun-care"]).done();
    let mode = fs::metadata(program.progress_file()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_damaged_file_is_kept_and_told() {
    let program = program();
    let file = program.file("mine.toml", "not = [toml");
    let state = ["--state", file.to_str().unwrap()];
    let listed = program.run(&[&state[..], &["checklist"]].concat());
    assert!(listed.code == 0 && listed.err.starts_with("note: ") && listed.out.contains("0 of 3"), "{listed:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "not = [toml");
    let ticked = program.run(&[&state[..], &["checklist", "tick", "wash"]].concat());
    assert_eq!(ticked.out, "erledigt: wash (1 of 3)\n");
    assert!(ticked.err.starts_with("note: ") && ticked.err.contains("mine.toml.damaged-1"), "{ticked:?}");
    assert_eq!(fs::read_to_string(program.home().join("mine.toml.damaged-1")).unwrap(), "not = [toml");
}

#[test]
fn what_cannot_be_saved_is_not_confirmed() {
    let program = program();
    let folder = program.home().join("folder");
    fs::create_dir(&folder).unwrap();
    let error = program.run(&["--state", folder.to_str().unwrap(), "checklist", "tick", "wash"]).failed(1);
    assert!(error.starts_with("error: not saved: "), "{error}");
    let error = program.without("HOME").run(&["checklist", "tick", "wash"]).failed(1);
    assert!(error.contains("XDG_STATE_HOME"), "{error}");
}
