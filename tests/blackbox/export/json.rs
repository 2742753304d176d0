//! The guide for programs: nothing is left out, and what is named is there.

use std::collections::{BTreeMap, BTreeSet};

use microneedling_guide::content::BUILT_IN;
use microneedling_guide::export::guide_json;
use microneedling_guide::guide::{CHECKLIST_TAB, Guide};
use microneedling_guide::progress::Progress;
use serde_json::Value;

use super::{COMPLETE, COMPLETE_FILE, guide};

fn json(guide: &Guide, tab: Option<&str>) -> Value {
    let today = "2026-11-23".parse().unwrap();
    serde_json::from_str(&guide_json::render(guide, &Progress::default(), today, tab)).unwrap()
}

/// All texts below a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// All objects below a value, and the value itself, that are runs of text.
fn runs(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().flat_map(runs).collect(),
        Value::Object(fields) if fields.contains_key("role") => vec![value],
        Value::Object(fields) => fields.values().flat_map(runs).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

/// All values below this one that stand under the key.
fn under<'v>(value: &'v Value, key: &str) -> Vec<&'v Value> {
    let below = |value: &'v Value| under(value, key);
    match value {
        Value::Array(values) => values.iter().flat_map(below).collect(),
        Value::Object(fields) => fields.get(key).into_iter().chain(fields.values().flat_map(below)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

fn ids(values: &Value) -> Vec<&str> {
    values.as_array().unwrap().iter().map(|value| value["id"].as_str().unwrap()).collect()
}

#[test]
fn everything_that_the_file_says_is_there() {
    let json = json(&COMPLETE, None);
    let said: BTreeSet<_> = texts(&json).into_iter().collect();
    let mut file: toml::Table = COMPLETE_FILE.parse().unwrap();
    file.remove("labels");
    let file = serde_json::to_value(&file).unwrap();
    let has_markup = |text: &&str| text.contains(['*', '[', '\n', '<']);
    let plain: Vec<_> = texts(&file).into_iter().filter(|text| !has_markup(text) && !text.is_empty()).collect();
    assert!(plain.len() > 100, "{plain:?}");
    let missing: Vec<_> = plain.into_iter().filter(|text| !said.contains(text)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(
        under(&json, "points")[0],
        &serde_json::json!([
            {"across": 1.0, "depth": 0.0}, {"across": 2.0, "depth": 1.2}, {"across": 3.0, "depth": 0.0}
        ])
    );
}

#[test]
fn runs_joined_are_the_words() {
    let json = json(&COMPLETE, None);
    let paragraph = &json["tabs"][0]["sections"][0]["blocks"][0]["content"][0];
    let runs = paragraph["content"].as_array().unwrap();
    let words: String = runs.iter().map(|run| run["text"].as_str().unwrap()).collect();
    assert!(words.starts_with("15 of 20 people finished\u{a0}[1]. A strong claim\u{a0}[2], stressed,"), "{words}");
    let cited: Vec<_> =
        runs.iter().filter(|run| run["role"] == "citation").filter_map(|run| run["to"].as_str()).collect();
    assert_eq!(cited, ["first-2020", "second", "first-2020", "third"]);
}

#[test]
fn a_tab_comes_with_all_that_it_names() {
    let guide = guide(BUILT_IN);
    let whole = json(&guide, None);
    assert_eq!(whole["sources"].as_array().unwrap().len(), guide.sources.iter().count());
    for (id, _) in guide.tab_titles() {
        let json = json(&guide, Some(id));
        let sources: BTreeSet<_> = ids(&json["sources"]).into_iter().collect();
        let lists = ["tabs", "groups", "warnings"].map(|key| under(&json[key], "sources"));
        let cited =
            runs(&json).into_iter().filter(|run| run["role"] == "citation").filter_map(|run| run["to"].as_str());
        let named: BTreeSet<_> = lists.into_iter().flatten().flat_map(texts).chain(cited).collect();
        assert!(sources.is_superset(&named) && !sources.is_empty(), "{id}: {sources:?} without some of {named:?}");
        let groups = ids(&json["groups"]);
        for group in under(&json["tabs"], "group") {
            assert!(groups.contains(&group.as_str().unwrap()), "{id}: {group}");
        }
        let shows_warnings = under(&json["tabs"], "type").contains(&&Value::from("warnings"));
        assert_eq!(json["warnings"].as_array().unwrap().is_empty(), !shows_warnings, "{id}");
        assert_eq!(json["checklist"].is_object(), id == CHECKLIST_TAB);
    }
}

#[test]
fn a_number_is_the_one_that_citations_show() {
    let json = json(&guide(BUILT_IN), Some("risks"));
    let sources = json["sources"].as_array().unwrap();
    let numbers: BTreeMap<_, _> = sources.iter().map(|source| (source["id"].as_str(), &source["number"])).collect();
    let citations = runs(&json).into_iter().filter(|run| run["role"] == "citation");
    let citations: Vec<_> = citations.collect();
    assert!(citations.len() > 20);
    for run in citations {
        assert_eq!(run["text"], format!("[{}]", numbers[&run["to"].as_str()]));
    }
}
