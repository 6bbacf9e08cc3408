//! Converts TOML values to JSON for records that the core parses.
//!
//! A table of `zh`, `en` and perhaps `zh_hant` is a sentence; nothing else is interpreted.

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::DeValue;

use crate::source::Located;
use crate::traditional::TraditionalConverter;

/// The value as JSON, with sentences as they are written.
pub(crate) fn value(value: &Spanned<DeValue<'_>>) -> Value {
    match value.get_ref() {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            digits.parse::<i64>().map_or(Value::Null, Value::from)
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        DeValue::Boolean(boolean) => Value::from(*boolean),
        DeValue::Datetime(date) => Value::from(date.to_string()),
        DeValue::Array(items) => items.iter().map(self::value).collect(),
        DeValue::Table(fields) => {
            let fields = fields.iter().map(|(k, v)| (k.get_ref().to_string(), self::value(v)));
            Value::Object(fields.collect())
        }
    }
}

/// Every string in the value, in order.
pub(crate) fn strings(value: &Spanned<DeValue<'_>>) -> Vec<Located<String>> {
    match value.get_ref() {
        DeValue::String(text) => vec![Located::new(text.to_string(), value.span())],
        DeValue::Array(items) => items.iter().flat_map(strings).collect(),
        DeValue::Table(fields) => fields.iter().flat_map(|(_, v)| strings(v)).collect(),
        _ => Vec::new(),
    }
}

/// Replaces every sentence in `body` by its three languages.
pub(crate) fn with_three_languages(body: Value, converter: &TraditionalConverter) -> Value {
    match body {
        Value::Array(items) => {
            items.into_iter().map(|v| with_three_languages(v, converter)).collect()
        }
        Value::Object(fields) => match as_sentence(&fields) {
            Some((zh, zh_hant, en)) => {
                let hant = zh_hant.map_or_else(|| converter.convert(zh), str::to_owned);
                sentence(zh, &hant, en)
            }
            None => {
                let fields =
                    fields.into_iter().map(|(k, v)| (k, with_three_languages(v, converter)));
                Value::Object(fields.collect())
            }
        },
        other => other,
    }
}

/// A sentence in the form that the core parses.
pub(crate) fn sentence(hans: &str, hant: &str, en: &str) -> Value {
    serde_json::json!({ "zh-hans": hans, "zh-hant": hant, "en": en })
}

/// `zh`, `zh_hant` and `en` of a table that has no other field; `None` for any other table.
fn as_sentence(fields: &Map<String, Value>) -> Option<(&str, Option<&str>, &str)> {
    let text = |name| fields.get(name).and_then(Value::as_str);
    let hant = text("zh_hant");
    let complete = fields.len() == 2 + usize::from(hant.is_some());
    complete.then_some(())?;
    Some((text("zh")?, hant, text("en")?))
}
