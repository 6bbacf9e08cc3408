//! Writes HTML for the evidence document: escaped, in two languages, without external resources.
//!
//! Does not know what an entry is; entry.rs does.

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::tz::Offset;

use super::labels::Bilingual;
use crate::report::{local_time, log::Moment};

/// An HTML document under construction. `raw` is for fixed markup; `text` escapes all else.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// Appends fixed markup of this program. Never pass untrusted text or text of a person.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Appends text, escaped. Accepts any input.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // Bidirectional controls could make a number read backwards.
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => self.0.push('\u{FFFD}'),
                c if c.is_control() && c != '\n' && c != '\t' => self.0.push('\u{FFFD}'),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Appends the Chinese label, then the English one.
    pub fn bilingual(&mut self, label: Bilingual) -> &mut Self {
        self.text(label.zh).raw(" <span lang=\"en\">").text(label.en).raw("</span>")
    }

    /// Appends a heading.
    pub fn heading(&mut self, label: Bilingual) -> &mut Self {
        self.raw("<h2>").bilingual(label).raw("</h2>\n")
    }

    /// Appends one line of a list of facts; nothing if `value` is empty.
    pub fn fact(&mut self, name: Bilingual, value: &str) -> &mut Self {
        if !value.is_empty() {
            self.raw("<dt>").bilingual(name).raw("</dt><dd>").text(value).raw("</dd>\n");
        }
        self
    }

    /// Appends one line of a list of facts with a value in both languages.
    pub fn bilingual_fact(&mut self, name: Bilingual, value: Bilingual) -> &mut Self {
        self.raw("<dt>").bilingual(name).raw("</dt><dd>").bilingual(value).raw("</dd>\n")
    }

    /// The finished document.
    pub fn finish(self) -> String {
        self.0
    }
}

/// The moment in the person's time zone, as `2026-01-02 11:04:05 UTC+08:00`; in UTC if no zone has
/// that offset.
pub fn format_moment(moment: Moment) -> String {
    let seconds = moment.offset_minutes.saturating_mul(60);
    let minutes = Offset::from_seconds(seconds).map_or(0, |offset| offset.seconds() / 60);
    let Some(local) = local_time(Moment { offset_minutes: minutes, ..moment }) else {
        return format!("{} ms", moment.unix_ms);
    };
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    format!("{} UTC{sign}{hours:02}:{minutes:02}", local.strftime("%Y-%m-%d %H:%M:%S"))
}

/// File extension and media type of a picture, by its first bytes; `None` if they are of no known
/// picture format.
pub fn media_type(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
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

/// The picture as a `data:` URI, so that the document loads nothing; `None` if `bytes` are no
/// picture.
pub fn data_uri(bytes: &[u8]) -> Option<String> {
    let (_, media) = media_type(bytes)?;
    Some(format!("data:{media};base64,{}", STANDARD.encode(bytes)))
}
