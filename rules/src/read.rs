//! Reads rule sources: TOML text in, plain values and diagnostics out.
//!
//! Decides which tables and fields there are. Whether entries fit each other is decided by `check`.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, SourceFile};
use crate::fields::{Fields, Notes, nearest};
use crate::source::{
    Code, Domain, Entry, Hotline, NumberForm, Payload, Placed, Platform, Provenance, Publisher,
    Record, Rule, Sources,
};
use crate::{json, matching};

const TABLES: &[&str] = &[
    "pack",
    "publisher",
    "rule",
    "payload",
    "code",
    "platform",
    "domain",
    "hotline",
    "number_form",
    "record",
    "phrase",
    "left_out",
];

/// Reads every file. What could be read is returned even where there are mistakes.
#[must_use]
pub fn read(files: &[SourceFile]) -> (Sources, Vec<Diagnostic>) {
    let found = RefCell::new(Vec::new());
    let mut sources = Sources::default();
    for (file, source) in files.iter().enumerate() {
        let notes = Notes { file, found: &found };
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        for error in &errors {
            let place = error.span().unwrap_or(0..0);
            let mend = "the TOML standard is at toml.io; often a quotation mark is missing";
            notes.note("bad-toml", place, error.message().to_owned(), mend.to_owned());
        }
        if errors.is_empty() {
            let value = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
            read_file(&value, &notes, &mut sources);
        }
    }
    (sources, found.into_inner())
}

fn read_file<'a>(value: &'a Spanned<DeValue<'a>>, notes: &'a Notes<'_>, sources: &mut Sources) {
    let Some(top) = Fields::of("file", value, notes) else { return };
    for (key, _) in top.everything().filter(|(key, _)| !TABLES.contains(&&**key.get_ref())) {
        let near = nearest(key.get_ref(), TABLES);
        let mend = near.map_or_else(
            || format!("a file may hold: {}", TABLES.join(", ")),
            |n| format!("did you mean [[{n}]]?"),
        );
        let wrong = format!("`{}` is no sort of entry", key.get_ref());
        notes.note("unknown-table", key.span(), wrong, mend);
    }
    if let Some(pack) = top.table("pack", "pack") {
        read_pack(pack, sources);
    }
    let each = |what, name| top.tables(what, name).into_iter();
    sources.publishers.extend(each("publisher", "publisher").filter_map(publisher));
    sources.rules.extend(each("rule", "rule").filter_map(rule));
    sources.payloads.extend(each("payload", "payload").filter_map(payload));
    sources.codes.extend(each("code", "code").filter_map(code));
    sources.platforms.extend(each("platform", "platform").filter_map(platform));
    sources.domains.extend(each("domain", "domain").filter_map(domain));
    sources.hotlines.extend(each("hotline", "hotline").filter_map(hotline));
    sources.forms.extend(each("number form", "number_form").filter_map(number_form));
    sources.carried.extend(each("carried fact", "carried").filter_map(carried));
    sources.left_out.extend(each("fact left out", "left_out").filter_map(left_out));
    sources.records.extend(each("phrase", "phrase").filter_map(phrase));
    if let Some(sorts) = top.table("set of records", "record") {
        for (sort, entries) in sorts.everything() {
            let items = entries.get_ref().as_array().into_iter().flat_map(|a| a.iter());
            let fields = items.filter_map(|item| Fields::of("record", item, notes));
            sources.records.extend(fields.filter_map(|f| record(sort.get_ref(), f)));
        }
    }
}

fn read_pack(fields: Fields<'_, '_>, sources: &mut Sources) {
    let version = fields.require("version").and_then(|v| v.get_ref().as_integer());
    sources.version = version.and_then(|v| v.as_str().parse().ok()).unwrap_or_default();
    sources.date = fields.date("date").map(|d| d.value).unwrap_or_default();
    if sources.version == 0 || sources.date.is_empty() {
        let mend = "write `version = 1` or higher and `date = 2026-11-21`".to_owned();
        fields.missing("missing-field", "a pack has a version and a date".to_owned(), mend);
    }
    fields.done();
}

fn publisher(fields: Fields<'_, '_>) -> Option<Entry<Publisher>> {
    let (id, name) = (fields.text("id"), fields.sentence("name"));
    finish(fields, id?, |_| Some(Publisher { name: name? }))
}

fn rule(fields: Fields<'_, '_>) -> Option<Entry<Rule>> {
    let (id, code) = (fields.text("id"), fields.text("code"));
    let status = fields.text("status");
    let active = status.as_ref().is_none_or(|s| s.value == "active");
    if let Some(other) = status.filter(|s| s.value != "active" && s.value != "withdrawn") {
        known_word(&fields, &other, &["active", "withdrawn"]);
    }
    let matches = fields.require("match").and_then(|v| matching::read(v, fields.notes()));
    let severity = fields.text("severity");
    let words = ["info", "caution", "danger"];
    severity.iter().for_each(|s| known_word(&fields, s, &words));
    let by_origin = fields.table("severity by origin", "by_origin").map(|origins| {
        let each = ["parcel", "message", "call"].map(|origin| {
            let word = origins.text_maybe(origin);
            word.iter().for_each(|s| known_word(&origins, s, &words));
            word.map(|w| w.value)
        });
        origins.done();
        each
    });
    let why = fields.sentence("why");
    let (hit, miss) = (fields.list("hit"), fields.list("miss"));
    let provenance = provenance(&fields);
    finish(fields, id?, |_| {
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

fn payload(fields: Fields<'_, '_>) -> Option<Entry<Payload>> {
    let (kind, does) = (fields.text("kind"), fields.sentence("does"));
    let bait = fields.sentence_or_empty("bait");
    let provenance = provenance(&fields);
    finish(fields, kind?, |_| Some(Payload { does: does?, bait, provenance: provenance? }))
}

fn code(fields: Fields<'_, '_>) -> Option<Entry<Code>> {
    let (code, title) = (fields.text("code"), fields.sentence("title"));
    let more = fields.sentence("more");
    finish(fields, code?, |_| Some(Code { title: title?, more: more? }))
}

fn platform(fields: Fields<'_, '_>) -> Option<Entry<Platform>> {
    let (id, name) = (fields.text("id"), fields.sentence("name"));
    let words = |name| fields.list(name).into_iter().map(|w| w.value).collect();
    let (aliases, brands) = (words("aliases"), words("brands"));
    let (path, never) = (fields.sentence_or_empty("path"), fields.sentence_or_empty("never"));
    finish(fields, id?, |_| Some(Platform { name: name?, aliases, brands, path, never }))
}

fn domain(fields: Fields<'_, '_>) -> Option<Entry<Domain>> {
    let (domain, platform) = (fields.text("domain"), fields.text("platform"));
    let role = fields.text("role");
    let roles: Vec<&str> = ROLES.iter().map(|(role, _)| *role).collect();
    role.iter().for_each(|r| known_word(&fields, r, &roles));
    let open = fields.get("open").and_then(|v| crate::fields::sentence(fields.notes(), v));
    let provenance = provenance(&fields);
    finish(fields, domain?, |_| {
        Some(Domain { platform: platform?, role: role?, open, provenance: provenance? })
    })
}

/// What domains are used for, and the signal that a page on one makes.
pub(crate) const ROLES: &[(&str, &str)] = &[
    ("main", "host.main"),
    ("pay", "host.pay"),
    ("courier", "host.courier"),
    ("bank", "host.bank"),
    ("telecom", "host.telecom"),
    ("gov", "host.gov"),
    ("cdn", "host.cdn"),
    ("short", "host.short"),
    ("hosting", "host.hosting"),
    ("meeting", "host.meeting"),
    ("third-party", "host.third-party"),
    ("ugc", "host.ugc"),
    ("ugc-form", "host.ugc-form"),
    ("ugc-office", "host.ugc-office"),
    ("ugc-livecode", "host.ugc-livecode"),
    ("ugc-app", "host.ugc-app"),
    ("foreign-im", "host.foreign-im"),
    ("appstore", "host.appstore"),
];

fn hotline(fields: Fields<'_, '_>) -> Option<Entry<Hotline>> {
    let (id, name) = (fields.text("id"), fields.sentence("name"));
    let (class, direction) = (fields.text("class"), fields.text("direction"));
    class.iter().for_each(|c| known_word(&fields, c, CLASSES));
    direction.iter().for_each(|d| known_word(&fields, d, &["in", "out", "both", "none"]));
    let number = fields.text_maybe("number").map_or(String::new(), |n| {
        number_like(&fields, &n);
        n.value
    });
    let others = fields.list("others");
    others.iter().for_each(|n| number_like(&fields, n));
    let platform = fields.text_maybe("platform");
    let purpose = fields.sentence_or_empty("purpose");
    let (path, warning) = (fields.sentence_or_empty("path"), fields.sentence_or_empty("warning"));
    let provenance = provenance(&fields);
    finish(fields, id?, |_| {
        Some(Hotline {
            platform,
            class: class?,
            direction: direction?,
            number,
            others,
            name: name?,
            purpose,
            path,
            warning,
            provenance: provenance?,
        })
    })
}

const CLASSES: &[&str] = &[
    "emergency",
    "police",
    "state",
    "platform",
    "payment",
    "courier",
    "bank",
    "telecom",
    "device",
    "tool",
];

fn number_form(fields: Fields<'_, '_>) -> Option<Entry<NumberForm>> {
    let (id, class) = (fields.text("id"), fields.text("class"));
    let (risk, meaning) = (fields.text("risk"), fields.sentence("meaning"));
    risk.iter()
        .for_each(|r| known_word(&fields, r, &["none", "low", "caution", "high", "critical"]));
    let form = fields.text_or("form", "");
    let provenance = provenance(&fields);
    finish(fields, id?, |_| {
        let (class, risk, meaning) = (class?, risk?, meaning?);
        Some(NumberForm { class, form, risk, meaning, provenance: provenance? })
    })
}

fn record(sort: &str, fields: Fields<'_, '_>) -> Option<Entry<Record>> {
    let id = fields.text("id");
    let provenance = provenance(&fields);
    let own = ["id", "facts", "provenance"];
    let body = fields.everything().filter(|(key, _)| !own.contains(&&**key.get_ref()));
    let body = body.map(|(key, value)| (key.get_ref().to_string(), json::value(value))).collect();
    let (file, place, facts) = (fields.notes().file, fields.place.clone(), fields.list("facts"));
    let body = serde_json::Value::Object(body);
    let body = Record { sort: sort.to_owned(), body, provenance: Some(provenance?) };
    Some(Entry { file, id: id?, facts, place, body })
}

/// A sentence of the program itself: it states nothing and so has no provenance.
fn phrase(fields: Fields<'_, '_>) -> Option<Entry<Record>> {
    let (id, zh, en) = (fields.text("id"), fields.text("zh"), fields.text("en"));
    let hant = fields.text_maybe("zh_hant");
    finish(fields, id?, |_| {
        let mut text = serde_json::json!({ "zh": zh?.value, "en": en?.value });
        if let (Some(hant), Some(fields)) = (hant, text.as_object_mut()) {
            fields.insert("zh_hant".to_owned(), hant.value.into());
        }
        let body = serde_json::json!({ "text": text });
        Some(Record { sort: "phrase".to_owned(), body, provenance: None })
    })
}

fn carried(fields: Fields<'_, '_>) -> Option<Entry<Vec<Placed<String>>>> {
    let by = fields.list("by");
    let place = Placed::new(String::new(), fields.place.clone());
    finish(fields, place, |_| Some(by))
}

fn left_out(fields: Fields<'_, '_>) -> Option<Entry<String>> {
    let why = fields.text("why");
    let place = Placed::new(String::new(), fields.place.clone());
    finish(fields, place, |_| Some(why?.value))
}

fn provenance(fields: &Fields<'_, '_>) -> Option<Provenance> {
    let Some(own) = fields.table("provenance", "provenance") else {
        let mend = "write provenance = { source = \"…\", retrieved = 2026-11-21, confidence = \
                    \"high\" }; the publishers are in publishers.toml";
        let wrong = "this has no `provenance`".to_owned();
        fields.missing("missing-provenance", wrong, mend.to_owned());
        return None;
    };
    let sources = own.list("source");
    if sources.is_empty() {
        let mend = "write source = \"id of a publisher\", or a list of them".to_owned();
        own.missing("missing-field", "this provenance names no source".to_owned(), mend);
    }
    let retrieved = own.require("retrieved").and_then(|v| crate::fields::date(own.notes(), v));
    let published = own.date("published");
    let confidence = own.text("confidence");
    confidence.iter().for_each(|c| known_word(&own, c, &["high", "medium", "memory"]));
    own.done();
    let confidence = confidence?.value;
    Some(Provenance { sources, retrieved: retrieved?, published, confidence })
}

fn finish<T>(
    fields: Fields<'_, '_>,
    id: Placed<String>,
    body: impl FnOnce(&Placed<String>) -> Option<T>,
) -> Option<Entry<T>> {
    let (file, place, facts) = (fields.notes().file, fields.place.clone(), fields.list("facts"));
    fields.done();
    let body = body(&id)?;
    Some(Entry { file, id, facts, place, body })
}

fn known_word(fields: &Fields<'_, '_>, word: &Placed<String>, known: &[&str]) {
    if !known.contains(&word.value.as_str()) {
        let mend = nearest(&word.value, known).map_or_else(
            || format!("write one of: {}", known.join(", ")),
            |n| format!("did you mean `{n}`?"),
        );
        fields.note("bad-word", word.place.clone(), format!("`{}` is not known", word.value), mend);
    }
}

fn number_like(fields: &Fields<'_, '_>, number: &Placed<String>) {
    let digits = number.value.chars().filter(char::is_ascii_digit).count();
    let dialable = number.value.chars().all(|c| c.is_ascii_digit() || "-+ ".contains(c));
    if !dialable || !(3..=15).contains(&digits) {
        let mend = "write digits, with - or a space between groups; words belong in `purpose`";
        let wrong = format!("`{}` cannot be dialled", number.value);
        fields.note("bad-number", number.place.clone(), wrong, mend.to_owned());
    }
}
