//! Turns TOML values into JSON for records that another room reads.
//!
//! A table of `zh` and `en` (and perhaps `zh_hant`) is a sentence; nothing else is interpreted.

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::DeValue;

use crate::hant::Hant;

/// The value as JSON; sentences still as written.
pub(crate) fn value(value: &Spanned<DeValue<'_>>) -> Value {
    match value.get_ref() {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            digits.parse::<i64>().map_or(Value::Null, Value::from)
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        DeValue::Boolean(truth) => Value::from(*truth),
        DeValue::Datetime(day) => Value::from(day.to_string()),
        DeValue::Array(items) => items.iter().map(self::value).collect(),
        DeValue::Table(fields) => {
            let each = fields.iter().map(|(k, v)| (k.get_ref().to_string(), self::value(v)));
            Value::Object(each.collect())
        }
    }
}

/// Gives every sentence in `body` its three languages.
pub(crate) fn complete(body: Value, hant: &Hant) -> Value {
    match body {
        Value::Array(items) => items.into_iter().map(|v| complete(v, hant)).collect(),
        Value::Object(fields) => match as_sentence(&fields) {
            Some((zh, own, en)) => {
                let made = own.map_or_else(|| hant.of(zh), str::to_owned);
                sentence(zh, &made, en)
            }
            None => {
                Value::Object(fields.into_iter().map(|(k, v)| (k, complete(v, hant))).collect())
            }
        },
        plain => plain,
    }
}

/// A sentence as the core reads it.
pub(crate) fn sentence(hans: &str, hant: &str, en: &str) -> Value {
    serde_json::json!({ "zh-hans": hans, "zh-hant": hant, "en": en })
}

fn as_sentence(fields: &Map<String, Value>) -> Option<(&str, Option<&str>, &str)> {
    let text = |name| fields.get(name).and_then(Value::as_str);
    let hant = text("zh_hant");
    let whole = fields.len() == 2 + usize::from(hant.is_some());
    whole.then_some(())?;
    Some((text("zh")?, hant, text("en")?))
}
