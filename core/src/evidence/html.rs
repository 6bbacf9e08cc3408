//! How the evidence document is written down: escaped, in two languages, with nothing to load.

use base64::{Engine, engine::general_purpose::STANDARD};
use time::{OffsetDateTime, UtcOffset};

use super::words::Both;
use crate::report::log::Moment;

/// A document that grows. Everything that is no fixed markup goes through `text`.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// Fixed markup of this program; never what a person or a card said.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Words that may hold anything.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // Hidden direction marks could make a number read backwards.
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => self.0.push('\u{FFFD}'),
                c if c.is_control() && c != '\n' && c != '\t' => self.0.push('\u{FFFD}'),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Chinese, and English behind it.
    pub fn both(&mut self, words: Both) -> &mut Self {
        self.text(words.zh).raw(" <span lang=\"en\">").text(words.en).raw("</span>")
    }

    /// A heading.
    pub fn heading(&mut self, words: Both) -> &mut Self {
        self.raw("<h2>").both(words).raw("</h2>\n")
    }

    /// One line of a list of facts; left out where there is nothing to say.
    pub fn fact(&mut self, name: Both, value: &str) -> &mut Self {
        if !value.is_empty() {
            self.raw("<dt>").both(name).raw("</dt><dd>").text(value).raw("</dd>\n");
        }
        self
    }

    /// One line whose value is said twice.
    pub fn fact_both(&mut self, name: Both, value: Both) -> &mut Self {
        self.raw("<dt>").both(name).raw("</dt><dd>").both(value).raw("</dd>\n")
    }

    /// The document.
    pub fn done(self) -> String {
        self.0
    }
}

/// `2026-01-02 11:04:05 UTC+08:00`, as the person's clock showed it.
pub fn moment(moment: Moment) -> String {
    let offset = UtcOffset::from_whole_seconds(moment.offset_minutes.saturating_mul(60));
    let offset = offset.unwrap_or(UtcOffset::UTC);
    let utc = OffsetDateTime::from_unix_timestamp(moment.unix_ms.div_euclid(1000));
    let local = utc.ok().and_then(|utc| utc.checked_to_offset(offset));
    let Some(local) = local else { return format!("{} ms", moment.unix_ms) };
    let (date, time) = (local.date(), local.time());
    let minutes = offset.whole_minutes();
    let sign = if minutes < 0 { '-' } else { '+' };
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC{sign}{:02}:{:02}",
        date.year(),
        u8::from(date.month()),
        date.day(),
        time.hour(),
        time.minute(),
        time.second(),
        minutes.abs() / 60,
        minutes.abs() % 60
    )
}

/// File ending and media type of a picture, by its first bytes; `None` for what is none.
pub fn media(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(("jpg", "image/jpeg")),
        [0x89, b'P', b'N', b'G', ..] => Some(("png", "image/png")),
        [b'G', b'I', b'F', b'8', ..] => Some(("gif", "image/gif")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            Some(("webp", "image/webp"))
        }
        [b'B', b'M', ..] => Some(("bmp", "image/bmp")),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(("heic", "image/heic")),
        _ => None,
    }
}

/// The picture inside an address, so that nothing has to be loaded.
pub fn address(bytes: &[u8]) -> Option<String> {
    let (_, media) = media(bytes)?;
    Some(format!("data:{media};base64,{}", STANDARD.encode(bytes)))
}
