//! Looks rules up by payload kind, signal, host, URL, URL prefix and telephone number.
//!
//! Each look-up is an exact key in an index. Does not interpret the rules.

use std::borrow::Cow;

use rusqlite::Row;
use yanka_types::Severity;

use super::columns::{optional_severity, provenance, sentence};
use super::handle::Pack;
use super::records::{ByOrigin, Rule};
use crate::columns::string_enum;
use crate::error::Error;
use yanka_types::limits::MAX_HOST_BYTES;

/// URL prefixes looked up for one URL. Empirical; no measurement recorded.
const MAX_PREFIXES: usize = 32;

const IDS_BY_PAYLOAD: &str = "SELECT rule FROM by_payload WHERE payload = ?1 ORDER BY rule";
const IDS_BY_SIGNAL: &str = "SELECT rule FROM by_signal WHERE signal = ?1 ORDER BY rule";
const IDS_BY_HOST: &str = "SELECT rule FROM by_host WHERE host = ?1 ORDER BY rule";
const IDS_BY_URL: &str = "SELECT rule FROM by_url WHERE url = ?1 ORDER BY rule";
const IDS_BY_PREFIX: &str = "SELECT rule FROM by_prefix WHERE prefix = ?1 ORDER BY rule";
const IDS_BY_NUMBER: &str = "SELECT rule FROM by_number WHERE number = ?1 ORDER BY rule";
const FRAMES: &str = "SELECT rule, frame FROM by_frame ORDER BY rule";

const RULE: &str = "
    SELECT r.name, r.code, r.severity, r.on_parcel, r.in_message, r.in_call,
      r.why_hans, r.why_hant, r.why_en, c.title_hans, c.title_hant, c.title_en,
      p.source_hans, p.source_hant, p.source_en, p.retrieved, p.published, p.confidence
    FROM rule r JOIN provenance p ON p.id = r.provenance LEFT JOIN code c ON c.code = r.code
    WHERE r.id = ?1";

impl Pack {
    /// Rules about a payload kind; `kind` is its word.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn rules_for_payload(&self, kind: &str) -> Result<Vec<Rule>, Error> {
        self.rules(IDS_BY_PAYLOAD, kind)
    }

    /// Rules about a signal; `signal` is its code.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn rules_for_signal(&self, signal: &str) -> Result<Vec<Rule>, Error> {
        self.rules(IDS_BY_SIGNAL, signal)
    }

    /// Rules about `host` (canonical: lower-case ASCII) or any of its parent domains, nearest first.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn rules_for_host(&self, host: &str) -> Result<Vec<Rule>, Error> {
        let mut found = Vec::new();
        for domain in host_and_parents(host) {
            found.extend(self.rules(IDS_BY_HOST, domain)?);
        }
        Ok(found)
    }

    /// Rules about exactly this URL, then about its prefixes, longest first.
    ///
    /// `canonical` is the canonical form of the link crate. `http` and `https` are equivalent.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn rules_for_url(&self, canonical: &str) -> Result<Vec<Rule>, Error> {
        let url = without_root_dot(without_scheme(canonical));
        let mut found = self.rules(IDS_BY_URL, &url)?;
        for prefix in prefixes(&url) {
            found.extend(self.rules(IDS_BY_PREFIX, prefix)?);
        }
        Ok(found)
    }

    /// Rules about a telephone number, digits only.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn rules_for_number(&self, digits: &str) -> Result<Vec<Rule>, Error> {
        self.rules(IDS_BY_NUMBER, digits)
    }

    /// Every rule that matches by a frame, with the frame as JSON, in the order of rule names.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn frame_rules(&self) -> Result<Vec<(Rule, String)>, Error> {
        let frames = self.all(FRAMES, [], |row| {
            Ok((row.get::<_, i64>("rule")?, row.get::<_, String>("frame")?))
        })?;
        let mut found = Vec::with_capacity(frames.len());
        for (id, frame) in frames {
            found.extend(self.one(RULE, [id], rule)?.map(|rule| (rule, frame)));
        }
        Ok(found)
    }

    fn rules(&self, ids: &str, key: &str) -> Result<Vec<Rule>, Error> {
        let mut found = Vec::new();
        for id in self.all(ids, [key], |row| row.get::<_, i64>("rule"))? {
            found.extend(self.one(RULE, [id], rule)?);
        }
        Ok(found)
    }
}

/// `a.b.c`, `b.c`, `c`: a host and its parent domains, nearest first. `a.b.c.` is the same host.
pub(super) fn host_and_parents(host: &str) -> impl Iterator<Item = &str> {
    let host = host.strip_suffix('.').unwrap_or(host);
    let host = if host.len() <= MAX_HOST_BYTES { host } else { "" };
    let parents = host.match_indices('.').filter_map(move |(dot, _)| host.get(dot + 1..));
    std::iter::once(host).chain(parents).filter(|name| !name.is_empty())
}

fn without_scheme(url: &str) -> &str {
    url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url)
}

/// `a.b/c` for `a.b./c`, which leads to the same host. `url` has no scheme.
fn without_root_dot(url: &str) -> Cow<'_, str> {
    let authority = &url[..url.find(['/', '?', '#']).unwrap_or(url.len())];
    let host = &authority[..authority.rfind(':').unwrap_or(authority.len())];
    match host.strip_suffix('.') {
        Some(name) => Cow::Owned(format!("{name}{}", &url[host.len()..])),
        None => Cow::Borrowed(url),
    }
}

/// The URL up to its query, then up to each slash of its path, longest first.
fn prefixes(url: &str) -> impl Iterator<Item = &str> {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let slashes = path.rmatch_indices('/').map(move |(slash, _)| &path[..=slash]);
    std::iter::once(path).filter(|p| !p.ends_with('/')).chain(slashes).take(MAX_PREFIXES)
}

fn rule(row: &Row<'_>) -> rusqlite::Result<Rule> {
    Ok(Rule {
        id: row.get("name")?,
        code: row.get("code")?,
        severity: string_enum(row, "severity", Severity::from_word)?,
        by_origin: ByOrigin {
            parcel: optional_severity(row, "on_parcel")?,
            message: optional_severity(row, "in_message")?,
            call: optional_severity(row, "in_call")?,
        },
        title: sentence(row, ["title_hans", "title_hant", "title_en"])?,
        why: sentence(row, ["why_hans", "why_hant", "why_en"])?,
        provenance: provenance(row)?,
    })
}
