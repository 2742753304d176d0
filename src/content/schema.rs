//! The declared keys as a JSON Schema, by which editors complete and check a content file while it is written.
//!
//! It says what each key may hold. What hangs on several keys at once (whether an id exists, `on` beside `from`) only the
//! loader knows.

use super::format::blocks::{Type, block};
use super::format::whole::{actions, labels, root};
use super::format::{Key, Need, Shape, Table};
use crate::guide::labels::DECLARED;
use serde_json::{Map, Value, json};

/// The pattern of an id; [`crate::guide::Id`] asks for the same.
const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// The schema of a whole content file, as JSON with line breaks.
pub fn json() -> String {
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A guide of microneedling-guide",
    });
    if let (Some(schema), Value::Object(root)) = (schema.as_object_mut(), table(&root::TABLE)) {
        schema.extend(root);
    }
    format!("{schema:#}\n")
}

/// A table with its keys, or one of several tables where the type of a block decides.
fn table(declared: &'static Table) -> Value {
    if declared.header == block::TABLE.header {
        let types = Type::NAMES.map(|(name, kind)| {
            let typed =
                Map::from_iter([("type".to_owned(), json!({ "const": name, "description": kind.table().about }))]);
            object(kind.table(), typed)
        });
        return json!({ "description": declared.about, "oneOf": types });
    }
    object(declared, Map::new())
}

/// A table with its keys; those that are written already must be there.
fn object(declared: &'static Table, mut properties: Map<String, Value>) -> Value {
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
        Shape::Millimeters(from, until) => json!({ "type": "number", "minimum": from, "maximum": until }),
        Shape::Stretch => pair,
        Shape::Points => json!({ "type": "array", "items": pair, "minItems": 2 }),
        Shape::Table(declared) => table(declared),
        Shape::Tables(declared) => list_of(table(declared)),
        Shape::Named(declared) => named(declared),
    }
}

/// A table whose keys are listed elsewhere or are the file's own; each holds a text.
fn named(declared: &'static Table) -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    if declared.header != labels::TABLE.header {
        return json!({ "type": "object", "description": declared.about, "additionalProperties": text });
    }
    let label = |label: &crate::guide::labels::Declared| {
        let words =
            json!({ "type": "string", "minLength": 1, "description": label.meaning, "default": label.default_text });
        (label.key.to_owned(), words)
    };
    let mut properties: Map<_, _> = DECLARED.iter().map(label).collect();
    properties.insert(labels::ACTIONS.name.to_owned(), named(&actions::TABLE));
    json!({
        "type": "object",
        "description": declared.about,
        "properties": properties,
        "additionalProperties": false,
    })
}
