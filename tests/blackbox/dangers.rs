//! What the built-in guide must not say, and what it must ask: sentences that could do harm, and signs that must have one
//! stage everywhere.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::sync::LazyLock;

use microneedling_guide::content::BUILT_IN;
use microneedling_guide::guide::{Certainty, Guide, Stage, Step};
use toml::Value;

use crate::cli::program::Program;
use crate::screens::reader::built_in;

static GUIDE: LazyLock<Guide> = LazyLock::new(built_in);

/// Every paragraph and list item of the file, on one line, with the keys that lead to it.
fn paragraphs() -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&Value::Table(BUILT_IN.parse().unwrap()), "", &mut found);
    found
}

fn collect(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            let text = text.replace("\n- ", "\n\n- ");
            let lines = text.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
            found.extend(lines.map(|line| (path.to_owned(), line)));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, path, found)),
        Value::Table(table) => {
            let name = |key| table.get(key).and_then(Value::as_str).unwrap_or_default();
            let (tab, id) = (name("tab"), name("id"));
            // A section stands under the tab that it belongs to.
            let path = if tab.is_empty() { path.to_owned() } else { format!("{path}/{tab}.") };
            // Words to search with are no sentences.
            let said = table.iter().filter(|(key, _)| *key != "also");
            said.for_each(|(key, value)| collect(value, &format!("{path}/{id}.{key}"), found));
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}

/// The paragraphs with all of these words, in small letters.
fn with(words: &[&str]) -> Vec<(String, String)> {
    let holds = |text: &str| words.iter().all(|word| text.contains(word));
    let lower = paragraphs().into_iter().map(|(path, text)| (path, text.to_lowercase()));
    lower.filter(|(_, text)| holds(text)).collect()
}

/// Fails unless each paragraph with all of `words`, of which there are some, has one of `needed`.
#[track_caller]
fn each_says(words: &[&str], needed: &[&str]) {
    let found = with(words);
    assert!(!found.is_empty(), "nothing says {words:?}");
    for (path, text) in found {
        assert!(needed.iter().any(|needed| text.contains(needed)), "{path}: {text}");
    }
}

fn step(id: &str) -> &'static Step {
    GUIDE.steps().find(|step| step.id.as_str() == id).unwrap()
}

fn signs(stage: Stage) -> String {
    let warning = GUIDE.warnings.iter().find(|warning| warning.stage == stage).unwrap();
    let signs: Vec<_> = warning.signs.iter().map(|sign| sign.words().to_lowercase()).collect();
    format!("{} {} {}", warning.title.to_lowercase(), warning.text.words().to_lowercase(), signs.join(" "))
}

#[test]
fn nothing_tells_to_put_a_prescribed_cream_on_needled_skin() {
    for (path, text) in with(&["keep using"]) {
        assert!(text.contains("sunscreen") && !text.contains("cream"), "{path}: {text}");
    }
    for careless in ["told you to use it", "prescribed it told you", "and do as they say", "prescriber allows"] {
        let about_creams = with(&[careless, "cream"]).into_iter();
        let careless: Vec<_> = about_creams.filter(|(_, text)| !text.contains("until the day")).collect();
        assert!(careless.is_empty(), "{careless:?}");
    }
}

#[test]
fn from_the_day_to_day_seven_a_prescribed_cream_waits_for_an_answer() {
    let waits =
        ["have said when", "have answered", "before they start", "ask the person who prescribed it, and the clinic"];
    let open = GUIDE.steps().filter(|step| step.window.from <= 7 && step.window.until >= 0);
    let names: Vec<_> = open.map(|step| format!("/{}.", step.id)).collect();
    let sections = ["/life-after.", "/what-it-is-like.", "/risks."];
    let after = |path: &str| sections.iter().any(|it| path.contains(it)) || names.iter().any(|it| path.contains(it));
    // What goes on elsewhere is said in one sentence, which is looked at no further.
    let here = |text: &str| text.split("All your other prescribed medicines go on").next().unwrap().to_owned();
    let creams = |text: &str| text.contains("prescribed") && text.contains("cream") && !text.contains("numbing");
    let about: Vec<_> = paragraphs().into_iter().filter(|(path, text)| after(path) && creams(&here(text))).collect();
    assert!(about.len() > 4, "{about:?}");
    for (path, text) in about {
        let text = text.replace("both have", "have");
        assert!(waits.iter().any(|it| text.contains(it)), "{path}: {text}");
    }
}

#[test]
fn whoever_should_ask_first_is_asked_and_says_so_in_the_history() {
    let asked: String = GUIDE.checks().map(|check| check.text.words().to_lowercase()).collect();
    let history = with(&[]).into_iter().filter(|(path, _)| path.ends_with("/give-your-history.text"));
    let history: String = history.map(|(_, text)| text).collect();
    for reason in [
        "bleeding",
        "clotting",
        "cancer",
        "chemo",
        "radiation",
        "growth",
        "mole",
        "wart",
        "sun spot",
        "hepatitis",
        "hiv",
        "eczema",
        "psoriasis",
        "vitiligo",
        "autoimmune",
        "connective tissue",
        "isotretinoin",
        "diabetes",
        "pregnant",
        "immune",
        "cold sore",
        "heart rhythm",
        "liver",
    ] {
        assert!(asked.contains(reason), "the self-check does not ask about: {reason}");
        assert!(history.contains(reason), "the history does not have: {reason}");
    }
}

#[test]
fn someone_on_chemotherapy_has_something_to_tell() {
    let program = Program::new();
    for check in GUIDE.checks() {
        let answer = match check.id.as_str() {
            "age-22" | "cancer" => "yes",
            _ => "no",
        };
        program.run(&["checklist", "answer", check.id.as_str(), answer]).done();
    }
    let sheet = program.run(&["print", "--tab", "visit", "--width", "1000"]).done();
    assert!(sheet.contains("chemo or radiation: yes.") && sheet.contains("Go on with your treatment"), "{sheet}");
    assert!(!sheet.contains("Not answered yet"), "{sheet}");
}

#[test]
fn sudden_weakness_of_one_side_is_an_emergency_everywhere() {
    let emergency = signs(Stage::Emergency);
    for sign in ["suddenly weak or numb", "drooping face", "slurred", "sight changes suddenly"] {
        assert!(emergency.contains(sign), "{sign}");
    }
    for sign in ["droop", "slurred", "weak or numb"] {
        let elsewhere = with(&[sign]).into_iter().filter(|(path, _)| !path.contains("/.warning"));
        for (path, text) in elsewhere {
            assert!(text.contains("emergency number"), "{path}: {text}");
        }
    }
    let urgent = signs(Stage::Urgent);
    assert!(urgent.contains("still numb") && !urgent.contains("is weak"), "{urgent}");
}

#[test]
fn redness_on_day_seven_is_a_call_the_same_day_everywhere() {
    each_says(&["still there on day 7"], &["same day", "grows on day 2 or later, or is still there on day 7."]);
    let clinic = signs(Stage::Clinic);
    assert!(clinic.contains("still there on day 7") && clinic.contains("the same day"), "{clinic}");
    assert!(!clinic.contains("tomorrow") && !clinic.contains("next day"), "{clinic}");
    let look = with(&["call the clinic the same day"]).into_iter();
    assert!(look.map(|(path, _)| path).any(|path| path.ends_with("/check-day-seven.text")));
}

#[test]
fn days_two_to_six_say_what_goes_on_the_skin_and_what_waits() {
    let plain = step("plain-care-until-day-seven");
    assert_eq!((plain.window.from, plain.window.until), (2, 6));
    let said = with(&["moisturizer"]).into_iter().any(|(path, _)| path.ends_with("/plain-care-until-day-seven.text"));
    let waits = with(&["retinol", "acids", "vitamin c"]);
    assert!(said && waits.iter().any(|(path, _)| path.ends_with("/plain-care-until-day-seven.text")));
    assert!(plain.only_if.is_none());
}

#[test]
fn harms_and_choices_are_told_as_the_sources_have_them() {
    let filler = with(&["block a blood vessel"]);
    assert!(
        filler.iter().any(|(_, text)| text.contains("93 people") && text.contains("emergency number")),
        "{filler:?}"
    );
    let gel = with(&["prescription medicine", "pregnancy"])
        .into_iter()
        .any(|(path, _)| path.ends_with("/option-retinoid.text"));
    assert!(gel && with(&["36 people", "tazarotene gel", "34 people"]).len() == 1);
    each_says(&["59 clients"], &["probably 3 people"]);
    assert!(with(&["4 clients and 1 partner"]).is_empty());
    each_says(&["an hour or more of"], &["doctor", "do thoughts about your skin"]);
    each_says(&["shen-2022", "rf"], &["printed oddly"]);
    each_says(&["desk work"], &["our own reading"]);
}

/// What is not very sure is not promised by a heading, nor called probable.
#[test]
fn headings_promise_no_more_than_the_certainty_under_them() {
    let unsure = |certainty| matches!(certainty, Some(Certainty::Low | Certainty::Unknown));
    for section in GUIDE.tabs.iter().flat_map(|tab| &tab.sections).filter(|section| unsure(section.certainty)) {
        let title = format!(" {} ", section.title.to_lowercase());
        for promise in [" lifts ", " helps ", " works ", " probably ", " proven "] {
            assert!(!title.contains(promise), "{title}");
        }
    }
    assert!(with(&["probably help"]).is_empty() && with(&["probably lift"]).is_empty());
}

#[test]
fn what_clinics_want_early_is_asked_before_that() {
    // Days before the treatment from which some clinics want something left out.
    for (id, earliest) in
        [("give-your-history", -21), ("ask-about-prescribed-creams", -14), ("ask-about-cold-sores", -7)]
    {
        assert!(step(id).window.until <= earliest, "{id}");
    }
}

#[test]
fn help_against_self_harm_is_among_the_warning_signs() {
    let emergency = signs(Stage::Emergency);
    assert!(emergency.contains("harming yourself") && emergency.contains("crisis line"), "{emergency}");
    assert!(signs(Stage::Urgent).contains("cannot cope"));
}
