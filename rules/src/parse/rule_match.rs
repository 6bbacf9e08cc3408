//! Parses the `match` of a rule, which has exactly one field.
//!
//! Does not check the keys; `check` does.

use toml::Spanned;
use toml::de::DeValue;

use crate::fields::{Fields, Reporter};
use crate::json;
use crate::source::{Frames, Match};
use crate::vocabulary::MATCH_KINDS;

pub(super) fn parse<'a>(
    value: &'a Spanned<DeValue<'a>>,
    reporter: &'a Reporter<'_>,
) -> Option<Match> {
    let fields = Fields::new("match", value, reporter)?;
    let kinds: Vec<_> = fields.all().map(|(key, _)| key.get_ref().to_string()).collect();
    let [kind] = kinds.as_slice() else {
        let help = format!("write exactly one of: {}", MATCH_KINDS.join(", "));
        let message = format!("this match has {} conditions", kinds.len());
        reporter.report("bad-match", value.span(), message, help);
        return None;
    };
    match kind.as_str() {
        "payload" => non_empty(fields.list("payload")).map(Match::Payload),
        "signal" => non_empty(fields.list("signal")).map(Match::Signal),
        "host" => non_empty(fields.list("host")).map(Match::Host),
        "host_list" => fields.required_string("host_list").map(Match::HostList),
        "url" => non_empty(fields.list("url")).map(Match::Url),
        "prefix" => non_empty(fields.list("prefix")).map(Match::Prefix),
        "number" => non_empty(fields.list("number")).map(Match::Number),
        "frame" => fields.get("frame").map(|v| {
            let (condition, strings) = (json::value(v), json::strings(v));
            Match::Frame(Frames { condition, span: v.span(), strings })
        }),
        _ => {
            let help = format!("write one of: {}", MATCH_KINDS.join(", "));
            let message = format!("`{kind}` is not a match condition");
            reporter.report("bad-match", value.span(), message, help);
            None
        }
    }
}

fn non_empty<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}
