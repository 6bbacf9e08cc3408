//! What an entry of the log can say for the blanks of a script: when, how much, to whom.
//!
//! Pure. Nothing is guessed: a blank that the person's timeline does not fill stays open, and what
//! the log keeps masked stays masked.

use crate::report::log::{LogEntry, Moment, TimelineStep};
use crate::report::{Filling, Language};
use time::OffsetDateTime;

/// Fillings for a script about `entry`; the payment told last is the one that is spoken of.
#[must_use]
pub fn fillings(entry: &LogEntry, language: Language) -> Vec<Filling> {
    let mut out = Vec::new();
    let mut put = |blank: &str, text: &str| {
        if !text.trim().is_empty() {
            out.push(Filling { blank: blank.to_owned(), text: text.to_owned() });
        }
    };
    let said = |of: fn(&TimelineStep) -> &str| {
        entry.steps.iter().map(of).find(|text| !text.trim().is_empty()).unwrap_or_default()
    };
    if let Some(paid) = entry.steps.iter().rev().find(|s| !s.amount.trim().is_empty()) {
        put("time", &spoken(paid.time, language));
        put("amount", &paid.amount);
        put("account", &paid.account);
    }
    put("account", said(|s| &s.account));
    put("what", said(|s| &s.what));
    put("order", said(|s| &s.order));
    put("waybill", said(|s| &s.waybill));
    let code = entry.report.codes.iter().find_map(|c| c.text.as_deref());
    let link = entry.report.links.first().map(|l| l.canonical.as_str());
    put("contact", code.or(link).unwrap_or_default());
    out
}

/// The day and the minute, as one says them on the phone.
fn spoken(moment: Moment, language: Language) -> String {
    let local =
        moment.unix_ms.div_euclid(1000).saturating_add(i64::from(moment.offset_minutes) * 60);
    let Ok(local) = OffsetDateTime::from_unix_timestamp(local) else { return String::new() };
    let (month, day, hour, minute) =
        (u8::from(local.month()), local.day(), local.hour(), local.minute());
    match language {
        Language::ZhHans => format!("{month}月{day}日{hour}点{minute:02}分"),
        Language::ZhHant => format!("{month}月{day}日{hour}點{minute:02}分"),
        Language::En => format!("{hour:02}:{minute:02} on {day} {}", local.month()),
    }
}
