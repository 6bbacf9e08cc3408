//! Parses each sort of entry.
//!
//! Decides which fields an entry has. Every field is read before the first `?`, so that all mistakes
//! of an entry are reported at once.

use crate::fields::Fields;
use crate::json;
use crate::source::{
    Code, Domain, Entry, Hotline, Located, NumberForm, Payload, Platform, Publisher, Record, Rule,
};
use crate::vocabulary::{
    DIRECTIONS, HOTLINE_CLASSES, NUMBER_CLASSES, ORIGINS, RISKS, ROLES, SEVERITIES, STATUSES,
};

use super::common::{check_number, check_word, entry, provenance};
use super::rule_match;

/// Fields of a record that belong to the entry, not to its body.
const ENTRY_FIELDS: [&str; 3] = ["id", "facts", "provenance"];

pub(super) fn publisher(fields: Fields<'_, '_>) -> Option<Entry<Publisher>> {
    let (id, name) = (fields.required_string("id"), fields.required_sentence("name"));
    entry(fields, id?, || Some(Publisher { name: name? }))
}

pub(super) fn rule(fields: Fields<'_, '_>) -> Option<Entry<Rule>> {
    let (id, code) = (fields.required_string("id"), fields.required_string("code"));
    let status = fields.required_string("status");
    let active = status.as_ref().is_none_or(|s| s.value == "active");
    check_word(&fields, status.as_ref(), STATUSES);
    let matches = fields.require("match").and_then(|v| rule_match::parse(v, fields.reporter()));
    let severity = fields.required_string("severity");
    check_word(&fields, severity.as_ref(), SEVERITIES);
    let by_origin = fields.table("severity by origin", "by_origin").map(|table| {
        let severities = ORIGINS.map(|origin| {
            let severity = table.optional_string(origin);
            check_word(&table, severity.as_ref(), SEVERITIES);
            severity.map(|s| s.value)
        });
        table.finish();
        severities
    });
    let why = fields.required_sentence("why");
    let (hit, miss) = (fields.list("hit"), fields.list("miss"));
    let provenance = provenance(&fields);
    entry(fields, id?, || {
        Some(Rule {
            code: code?,
            active,
            matches: matches?,
            severity: severity?.value,
            by_origin: by_origin.unwrap_or_default(),
            why: why?,
            hit,
            miss,
            provenance: provenance?,
        })
    })
}

pub(super) fn payload(fields: Fields<'_, '_>) -> Option<Entry<Payload>> {
    let (kind, does) = (fields.required_string("kind"), fields.required_sentence("does"));
    let provenance = provenance(&fields);
    entry(fields, kind?, || Some(Payload { does: does?, provenance: provenance? }))
}

pub(super) fn code(fields: Fields<'_, '_>) -> Option<Entry<Code>> {
    let (code, title) = (fields.required_string("code"), fields.required_sentence("title"));
    entry(fields, code?, || Some(Code { title: title? }))
}

pub(super) fn platform(fields: Fields<'_, '_>) -> Option<Entry<Platform>> {
    let (id, name) = (fields.required_string("id"), fields.required_sentence("name"));
    let words = |name| fields.list(name).into_iter().map(|w| w.value).collect();
    let (aliases, brands) = (words("aliases"), words("brands"));
    let (path, never) = (fields.sentence_or_empty("path"), fields.sentence_or_empty("never"));
    entry(fields, id?, || Some(Platform { name: name?, aliases, brands, path, never }))
}

pub(super) fn domain(fields: Fields<'_, '_>) -> Option<Entry<Domain>> {
    let (domain, platform) = (fields.required_string("domain"), fields.required_string("platform"));
    let role = fields.required_string("role");
    let roles: Vec<&str> = ROLES.iter().map(|(role, _)| *role).collect();
    check_word(&fields, role.as_ref(), &roles);
    let open = fields.optional_sentence("open");
    let provenance = provenance(&fields);
    entry(fields, domain?, || {
        Some(Domain { platform: platform?, role: role?, open, provenance: provenance? })
    })
}

pub(super) fn hotline(fields: Fields<'_, '_>) -> Option<Entry<Hotline>> {
    let (id, name) = (fields.required_string("id"), fields.required_sentence("name"));
    let (class, direction) = (fields.required_string("class"), fields.required_string("direction"));
    check_word(&fields, class.as_ref(), HOTLINE_CLASSES);
    check_word(&fields, direction.as_ref(), DIRECTIONS);
    let number = fields.optional_string("number");
    let others = fields.list("others");
    number.iter().chain(&others).for_each(|n| check_number(&fields, n));
    let (platform, shares) = (fields.optional_string("platform"), fields.list("shares"));
    let purpose = fields.sentence_or_empty("purpose");
    let (path, warning) = (fields.sentence_or_empty("path"), fields.sentence_or_empty("warning"));
    let provenance = provenance(&fields);
    entry(fields, id?, || {
        Some(Hotline {
            platform,
            class: class?,
            direction: direction?,
            number,
            others,
            shares,
            name: name?,
            purpose,
            path,
            warning,
            provenance: provenance?,
        })
    })
}

pub(super) fn number_form(fields: Fields<'_, '_>) -> Option<Entry<NumberForm>> {
    let (id, class) = (fields.required_string("id"), fields.required_string("class"));
    let (risk, meaning) = (fields.required_string("risk"), fields.required_sentence("meaning"));
    check_word(&fields, class.as_ref(), NUMBER_CLASSES);
    check_word(&fields, risk.as_ref(), RISKS);
    let form = fields.string_or("form", "");
    let provenance = provenance(&fields);
    entry(fields, id?, || {
        let (class, risk, meaning) = (class?, risk?, meaning?);
        Some(NumberForm { class, form, risk, meaning, provenance: provenance? })
    })
}

/// A record of `kind`. It may hold any field; the core parses it when the rules' examples are tried.
pub(super) fn record(kind: &str, fields: Fields<'_, '_>) -> Option<Entry<Record>> {
    let id = fields.required_string("id");
    let provenance = provenance(&fields);
    let body = fields.all().filter(|(key, _)| !ENTRY_FIELDS.contains(&&**key.get_ref()));
    let (mut object, mut strings) = (serde_json::Map::new(), Vec::new());
    for (key, value) in body {
        object.insert(key.get_ref().to_string(), json::value(value));
        strings.extend(json::strings(value));
    }
    let (file, span, facts) = (fields.reporter().file, fields.span.clone(), fields.list("facts"));
    let body = serde_json::Value::Object(object);
    let body = Record { kind: kind.to_owned(), body, strings, provenance: Some(provenance?) };
    Some(Entry { file, id: id?, facts, span, body })
}

/// A sentence of the program itself. It states no fact, so it has no provenance.
pub(super) fn phrase(fields: Fields<'_, '_>) -> Option<Entry<Record>> {
    let id = fields.required_string("id");
    let (zh, en) = (fields.required_string("zh"), fields.required_string("en"));
    let hant = fields.optional_string("zh_hant");
    entry(fields, id?, || {
        let mut text = serde_json::json!({ "zh": zh?.value, "en": en?.value });
        if let (Some(hant), Some(fields)) = (hant, text.as_object_mut()) {
            fields.insert("zh_hant".to_owned(), hant.value.into());
        }
        let body = serde_json::json!({ "text": text });
        Some(Record { kind: "phrase".to_owned(), body, strings: Vec::new(), provenance: None })
    })
}

pub(super) fn carried(fields: Fields<'_, '_>) -> Option<Entry<Vec<Located<String>>>> {
    let by = fields.list("by");
    let no_id = Located::new(String::new(), fields.span.clone());
    entry(fields, no_id, || Some(by))
}

pub(super) fn left_out(fields: Fields<'_, '_>) -> Option<Entry<String>> {
    let why = fields.required_string("why");
    let no_id = Located::new(String::new(), fields.span.clone());
    entry(fields, no_id, || Some(why?.value))
}
