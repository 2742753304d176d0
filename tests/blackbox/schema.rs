//! The schema of the format takes what the loader takes, and the fixtures hold every key of it.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use microneedling_guide::content::{BUILT_IN, schema};
use serde_json::{Value, json};

/// A file as a validator of JSON sees it.
fn as_json(text: &str) -> Value {
    fn json(value: &toml::Value) -> Value {
        match value {
            toml::Value::String(text) => json!(text),
            toml::Value::Integer(number) => json!(number),
            toml::Value::Float(number) => json!(number),
            toml::Value::Boolean(flag) => json!(flag),
            toml::Value::Datetime(date) => json!(date.to_string()),
            toml::Value::Array(items) => items.iter().map(json).collect(),
            toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
        }
    }
    json(&toml::Value::Table(text.parse().unwrap()))
}

/// Where a value does not fit a schema, as far as ours goes: an independent reader of the words that JSON Schema has for it.
fn misfits(schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_type = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64(),
        Some("number") => value.is_number(),
        _ => true,
    };
    let number = value.as_f64();
    let beyond = |key: &str, is_beyond: fn(f64, f64) -> bool| {
        schema[key].as_f64().zip(number).is_some_and(|(limit, number)| is_beyond(number, limit))
    };
    let is_named = schema.get("enum").is_none_or(|names| names.as_array().unwrap().contains(value))
        && schema.get("const").is_none_or(|name| name == value);
    if !is_type || !is_named || beyond("minimum", |it, limit| it < limit) || beyond("maximum", |it, limit| it > limit) {
        found.push(path.to_owned());
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let each = choices.iter().map(|choice| misfits(choice, value, path));
        if !each.clone().any(|found| found.is_empty()) {
            found.extend(each.min_by_key(Vec::len).unwrap());
        }
    }
    for item in value.as_array().into_iter().flatten().filter(|_| schema.get("items").is_some()) {
        found.extend(misfits(&schema["items"], item, path));
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        if value.get(name.as_str().unwrap()).is_none() {
            found.push(format!("{path}.{} is missing", name.as_str().unwrap()));
        }
    }
    for (key, value) in value.as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        match (schema["properties"].get(key), schema.get("additionalProperties")) {
            (Some(property), _) => found.extend(misfits(property, value, &path)),
            (None, Some(Value::Bool(false))) => found.push(format!("{path} is not known")),
            (None, Some(others)) => found.extend(misfits(others, value, &path)),
            (None, None) => {}
        }
    }
    found
}

#[test]
fn the_schema_takes_every_guide_that_loads() {
    let schema: Value = serde_json::from_str(&schema::json()).unwrap();
    let fixtures = [include_str!("../fixtures/good/complete.toml"), include_str!("../fixtures/good/layers.toml")];
    for text in fixtures.into_iter().chain([BUILT_IN]) {
        assert_eq!(misfits(&schema, &as_json(text), ""), Vec::<String>::new());
    }
}

#[test]
fn the_schema_refuses_a_slip_at_its_key() {
    let schema: Value = serde_json::from_str(&schema::json()).unwrap();
    let complete = include_str!("../fixtures/good/complete.toml");
    for (right, slip, place) in [
        ("language = \"en\"\n", "", ".guide.language is missing"),
        ("why = \"It is cleaner.\"", "wy = \"It is cleaner.\"", ".step.wy is not known"),
        ("kind = \"risk\"", "kind = \"danger\"", ".section.block.kind"),
        ("across = 4\n", "across = 40\n", ".section.block.across"),
        ("on = 90\n", "on = \"90\"\n", ".step.on"),
        ("type = \"warnings\"", "type = \"warning\"", ".section.block.type"),
        ("quit = \"Leave\"", "quit = 1", ".labels.actions.quit"),
    ] {
        assert!(complete.contains(right), "{right}");
        let found = misfits(&schema, &as_json(&complete.replacen(right, slip, 1)), "");
        assert!(found.iter().any(|found| found == place), "{slip}: {found:?}");
    }
}

#[test]
fn the_fixture_holds_every_key_and_choice_of_the_format() {
    let schema: Value = serde_json::from_str(&schema::json()).unwrap();
    let files = [include_str!("../fixtures/good/complete.toml"), include_str!("../fixtures/good/layers.toml")];
    let values = files.map(as_json);
    let mut missing = Vec::new();
    unused(&schema, &values.iter().collect::<Vec<_>>(), "", &mut missing);
    missing.retain(|path| !path.starts_with(".labels."));
    // A choice may be made at any place that offers it.
    let is_made = |choice: &str| choice.contains(" = ") && files.iter().any(|file| file.contains(choice));
    missing.retain(|path| !path.rsplit('.').next().is_some_and(is_made));
    assert_eq!(missing, Vec::<String>::new());
}

/// The keys of a schema that none of these values has, and the choices that none of them is.
fn unused(schema: &Value, values: &[&Value], path: &str, missing: &mut Vec<String>) {
    if schema.get("items").is_some() {
        let items: Vec<_> = values.iter().filter_map(|value| value.as_array()).flatten().collect();
        unused(&schema["items"], &items, path, missing);
    }
    for choice in schema["oneOf"].as_array().into_iter().flatten() {
        let kind = &choice["properties"]["type"]["const"];
        let of_kind: Vec<_> = values.iter().copied().filter(|value| value["type"] == *kind).collect();
        unused(choice, &of_kind, &format!("{path}.{kind}"), missing);
    }
    let choices = schema["enum"].as_array().into_iter().flatten().filter(|choice| !values.contains(choice));
    missing.extend(choices.map(|choice| format!("{path} = {choice}")));
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let below: Vec<_> = values.iter().filter_map(|value| value.get(key)).collect();
        let path = format!("{path}.{key}");
        if below.is_empty() {
            missing.push(path.clone());
        }
        unused(property, &below, &path, missing);
    }
}
