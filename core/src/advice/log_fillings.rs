//! Takes the fillings of a script's blanks from a log entry: when, how much, to whom.
//!
//! Pure. Guesses nothing: a blank that the entry does not answer stays open, and what the log holds
//! masked stays masked.

use crate::report::log::{LogEntry, Moment, TimelineStep};
use crate::report::{Filling, Language, local_time};

/// The fillings for a script about `entry`. Time, amount and account come from the last timeline
/// step with an amount. A blank may occur twice; the first filling counts.
#[must_use]
pub fn log_fillings(entry: &LogEntry, language: Language) -> Vec<Filling> {
    let mut fillings = Vec::new();
    let mut add = |blank: &str, text: &str| {
        if !text.trim().is_empty() {
            fillings.push(Filling { blank: blank.to_owned(), text: text.to_owned() });
        }
    };
    let first_filled = |field: fn(&TimelineStep) -> &str| {
        entry.steps.iter().map(field).find(|text| !text.trim().is_empty()).unwrap_or_default()
    };
    if let Some(payment) = entry.steps.iter().rev().find(|s| !s.amount.trim().is_empty()) {
        add("time", &spoken_time(payment.time, language));
        add("amount", &payment.amount);
        add("account", &payment.account);
    }
    add("account", first_filled(|s| &s.account));
    add("what", first_filled(|s| &s.what));
    add("order", first_filled(|s| &s.order));
    add("waybill", first_filled(|s| &s.waybill));
    let code = entry.report.codes.iter().find_map(|c| c.text.as_deref());
    let link = entry.report.links.first().map(|l| l.canonical.as_str());
    add("contact", code.or(link).unwrap_or_default());
    fillings
}

/// Day and minute in the person's time zone, in words for the phone; empty if the moment is out of
/// range.
fn spoken_time(moment: Moment, language: Language) -> String {
    let format = match language {
        Language::ZhHans => "%-m月%-d日%-H点%M分",
        Language::ZhHant => "%-m月%-d日%-H點%M分",
        Language::En => "%H:%M on %-d %B",
    };
    local_time(moment).map(|local| local.strftime(format).to_string()).unwrap_or_default()
}
