//! Tables as the text of a content file, in the order in which the format declares their keys.

use toml::de::{DeTable, DeValue};

use super::format::blocks::{Type, block};
use super::format::{FormatTable, Key};
use crate::guide::sort::sort_by_key;

/// The whole file. Keys that the format does not declare come last.
pub(super) fn file(root: &DeTable<'_>, declared: &'static FormatTable) -> String {
    let mut text = String::new();
    keys(&mut text, "", declared, root);
    text.trim_start().to_owned()
}

/// The keys of a table: first what stands on lines of its own, then the tables below it.
fn keys(text: &mut String, path: &str, declared: &'static FormatTable, table: &DeTable<'_>) {
    let of_type = (declared.header == block::TABLE.header).then(|| kind(table)).flatten();
    let known: Vec<&'static Key> =
        declared.all_keys().chain(of_type.into_iter().flat_map(FormatTable::all_keys)).collect();
    let rank = |name: &str| known.iter().position(|key| key.name == name).unwrap_or(known.len());
    let mut entries: Vec<_> = table.iter().collect();
    sort_by_key(&mut entries, |(name, _)| rank(name.get_ref()));
    let below = |name: &str| {
        let table = known.iter().find(|key| key.name == name).and_then(|key| key.shape.table());
        table.filter(|table| !table.header.starts_with('`'))
    };
    let (tables, values): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(name, _)| below(name.get_ref()).is_some());
    for (name, value) in values {
        text.extend([format!("{} = {}\n", name.get_ref(), written(value.get_ref()))]);
    }
    for (name, value) in tables {
        let Some(declared) = below(name.get_ref()) else { continue };
        let path = if path.is_empty() { name.get_ref().to_string() } else { format!("{path}.{}", name.get_ref()) };
        if let Some(table) = value.get_ref().as_table() {
            text.extend([format!("\n[{path}]\n")]);
            keys(text, &path, declared, table);
        }
        for item in value.get_ref().as_array().into_iter().flat_map(|list| list.iter()) {
            text.extend([format!("\n[[{path}]]\n")]);
            item.get_ref().as_table().into_iter().for_each(|table| keys(text, &path, declared, table));
        }
    }
}

/// The keys that a block has by its type.
fn kind(block: &DeTable<'_>) -> Option<&'static FormatTable> {
    Type::table_of(block.get(block::TYPE.name)?.get_ref().as_str()?)
}

/// A value as it can be read again; a text of several lines keeps them.
fn written(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => string(text),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| written(item.get_ref())).collect();
            format!("[{}]", items.join(", "))
        }
        DeValue::Table(table) => {
            let entry = |(name, value): (&toml::Spanned<std::borrow::Cow<'_, str>>, &toml::Spanned<DeValue<'_>>)| {
                format!("{} = {}", name.get_ref(), written(value.get_ref()))
            };
            let entries: Vec<_> = table.iter().map(entry).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

fn string(text: &str) -> String {
    let is_plain = !text.contains(['\\', '\r']) && !text.contains("\"\"\"") && !text.ends_with('"');
    if text.contains('\n') && is_plain {
        return format!("\"\"\"\n{text}\"\"\"");
    }
    toml::Value::from(text).to_string()
}
