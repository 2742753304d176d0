//! The declared keys as a JSON Schema, by which editors complete and check a content file while it is written.
//!
//! It says what each key may hold. What hangs on several keys at once (whether an id exists, `on` beside `from`) only the
//! loader knows.

use serde_json::{Map, Value, json};

use super::format::blocks::{Type, block};
use super::format::overlay::{copy, drop, moved};
use super::format::whole::{actions, labels, root, subject};
use super::format::{FormatTable, Key, Need, Shape};
use super::overlay;
use crate::guide::labels::DECLARED;
use crate::guide::sort::one_by_one;

/// The pattern of an id; [`crate::guide::Id`] asks for the same.
const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// The schema of a whole content file, as JSON with line breaks.
pub fn json() -> String {
    written("A guide of microneedling-guide", table(&root::TABLE))
}

/// The schema of an overlay: every key of a guide, but none must be there except those that say what is changed.
pub fn overlay_json() -> String {
    let mut copied = table(&copy::TABLE);
    let mut whole = table(&root::TABLE);
    if let (Some(own), Some(properties)) = (copied["properties"].as_object_mut(), whole["properties"].as_object_mut()) {
        for table in properties.values_mut().filter(|value| value["type"] == "object") {
            table["properties"][moved::WITHOUT.name] = property(&moved::WITHOUT);
        }
        own.append(properties);
        for named in overlay::keys() {
            if let Some(item) = own.get_mut(named).and_then(|list| list.get_mut("items")) {
                let moved = moved::TABLE.keys.iter().map(|key| (key.name.to_owned(), property(key)));
                item["properties"].as_object_mut().into_iter().for_each(|keys| keys.extend(moved.clone()));
            }
        }
        own.values_mut().for_each(|value| optional(value, true));
    }
    copied["required"] = json!([root::FORMAT.name, copy::BASE.name, root::GUIDE.name]);
    written("A copy of a guide of microneedling-guide, which says only what differs", copied)
}

/// Lets every key of a table be left out but its name; what is new or in a list of other things is written whole.
fn optional(value: &mut Value, is_named: bool) {
    let name = ["id", "stage"]
        .into_iter()
        .find(|name| value["required"].as_array().is_some_and(|all| all.contains(&json!(name))));
    if value.get("required").is_some() {
        value["required"] = json!(name.into_iter().collect::<Vec<_>>());
    }
    if is_named && value.get("items").is_some() {
        optional(&mut value["items"], false);
    }
}

fn written(title: &str, table: Value) -> String {
    let mut schema = json!({ "$schema": "http://json-schema.org/draft-07/schema#", "title": title });
    if let (Some(schema), Value::Object(table)) = (schema.as_object_mut(), table) {
        schema.extend(table);
    }
    format!("{schema:#}\n")
}

/// A table with its keys, or one of several tables where the type of a block decides.
fn table(declared: &'static FormatTable) -> Value {
    if declared.header == block::TABLE.header {
        let types = Type::NAMES.map(|(name, kind)| {
            let name = json!({ "const": name, "description": kind.table().about });
            object(kind.table(), one_by_one([("type".to_owned(), name)]))
        });
        return json!({ "description": declared.about, "oneOf": types });
    }
    object(declared, Map::new())
}

/// A table with its keys; those that are written already must be there.
fn object(declared: &'static FormatTable, mut properties: Map<String, Value>) -> Value {
    let mut required: Vec<_> = properties.keys().cloned().collect();
    for key in declared.all_keys() {
        properties.insert(key.name.to_owned(), property(key));
        if key.need == Need::Required {
            required.push(key.name.to_owned());
        }
    }
    json!({
        "type": "object",
        "description": declared.about,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(key: &Key) -> Value {
    let mut value = value(key.shape);
    if let Some(value) = value.as_object_mut() {
        value.insert("description".to_owned(), json!(key.about));
        if let Need::Default(default) = key.need {
            let is_flag = matches!(key.shape, Shape::Flag);
            let default = if is_flag { json!(default == "true") } else { json!(default) };
            value.insert("default".to_owned(), default);
        }
    }
    value
}

fn value(shape: Shape) -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    let list_of = |items: Value| json!({ "type": "array", "items": items });
    let pair = json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 });
    match shape {
        Shape::NewId | Shape::IdOf(_) => json!({ "type": "string", "pattern": ID, "maxLength": 64 }),
        Shape::IdsOf(_) => list_of(json!({ "type": "string", "pattern": ID, "maxLength": 64 })),
        Shape::Choice(names) => json!({ "enum": names() }),
        Shape::Title | Shape::Line | Shape::Prose | Shape::Language => text,
        Shape::Titles | Shape::Lines => list_of(text),
        Shape::Rows => list_of(list_of(json!({ "type": "string" }))),
        Shape::Address => json!({ "type": "string", "pattern": "^https?://" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Whole(_, from, until) => json!({ "type": "integer", "minimum": from, "maximum": until }),
        Shape::Wholes(unit, from, until) => list_of(value(Shape::Whole(unit, from, until))),
        Shape::Millimeters(from, until) => json!({ "type": "number", "minimum": from, "maximum": until }),
        Shape::Stretch => pair,
        Shape::Points => json!({ "type": "array", "items": pair, "minItems": 2 }),
        Shape::Table(declared) => table(declared),
        Shape::Tables(declared) => list_of(table(declared)),
        Shape::Named(declared) => named(declared),
    }
}

/// A table whose keys are listed elsewhere or are the file's own; each holds a text.
fn named(declared: &'static FormatTable) -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    if declared.header == drop::TABLE.header {
        let ids = value(Shape::IdsOf(""));
        let properties: Map<_, _> = one_by_one(overlay::keys().map(|key| (key.to_owned(), ids.clone())));
        return json!({ "type": "object", "description": declared.about, "properties": properties, "additionalProperties": false });
    }
    if declared.header != labels::TABLE.header {
        return json!({ "type": "object", "description": declared.about, "additionalProperties": text });
    }
    let label = |label: &crate::guide::labels::Declared| {
        let words =
            json!({ "type": "string", "minLength": 1, "description": label.meaning, "default": label.default_text });
        (label.key.to_owned(), words)
    };
    let mut properties: Map<_, _> = one_by_one(DECLARED.iter().map(label));
    properties.insert(labels::ACTIONS.name.to_owned(), named(&actions::TABLE));
    properties.insert(labels::SUBJECT.name.to_owned(), table(&subject::TABLE));
    json!({
        "type": "object",
        "description": declared.about,
        "properties": properties,
        "additionalProperties": false,
    })
}
