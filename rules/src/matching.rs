//! Reads the `match` of a rule: exactly one way to meet a subject.

use toml::Spanned;
use toml::de::DeValue;

use crate::fields::{Fields, Notes};
use crate::json;
use crate::source::Match;

const WAYS: &[&str] =
    &["payload", "signal", "host", "host_list", "url", "prefix", "number", "frame"];

pub(crate) fn read<'a>(value: &'a Spanned<DeValue<'a>>, notes: &'a Notes<'_>) -> Option<Match> {
    let fields = Fields::of("match", value, notes)?;
    let ways: Vec<_> = fields.everything().map(|(key, _)| key.get_ref().to_string()).collect();
    let [way] = ways.as_slice() else {
        let mend = format!("write exactly one of: {}", WAYS.join(", "));
        let wrong = format!("this match names {} ways", ways.len());
        notes.note("bad-match", value.span(), wrong, mend);
        return None;
    };
    let found = match way.as_str() {
        "payload" => some(fields.list("payload")).map(Match::Payload),
        "signal" => some(fields.list("signal")).map(Match::Signal),
        "host" => some(fields.list("host")).map(Match::Host),
        "host_list" => fields.text("host_list").map(Match::HostList),
        "url" => some(fields.list("url")).map(Match::Url),
        "prefix" => some(fields.list("prefix")).map(Match::Prefix),
        "number" => some(fields.list("number")).map(Match::Number),
        "frame" => fields.get("frame").map(|v| Match::Frame(json::value(v))),
        _ => None,
    };
    if WAYS.contains(&way.as_str()) {
        return found;
    }
    let mend = format!("write one of: {}", WAYS.join(", "));
    notes.note("bad-match", value.span(), format!("`{way}` is no way to match"), mend);
    None
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}
