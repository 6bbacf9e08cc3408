//! Converts a published list of hosts to one that a rule can name.
//!
//! Parses hosts files, plain domains, AdBlock `||domain^` and CSV. Decides only which host a line
//! names. Whether the list can be trusted is the author's decision; the rule has its provenance.

use std::collections::BTreeSet;

use url::Host;
use yanka_types::public_suffix;

/// Headings of a CSV column that holds hosts.
const HOST_HEADINGS: [&str; 5] = ["domain", "host", "hostname", "url", "website"];

/// What may follow a host in an AdBlock rule that blocks the whole host.
const WHOLE_HOST_SUFFIXES: [&str; 4] = ["^", "^$document", "^$all", "^$doc"];

/// An imported list.
#[derive(Debug, Default)]
pub struct Imported {
    /// Canonical hosts, sorted; none is a subdomain of another.
    pub hosts: Vec<String>,
    /// Lines without a host: line number from 1, and why.
    pub skipped: Vec<(usize, &'static str)>,
}

/// Parses a list in any of the known formats, line by line.
#[must_use]
pub fn import(text: &str) -> Imported {
    let mut hosts = BTreeSet::new();
    let mut skipped = Vec::new();
    let column = host_column(text);
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || line.starts_with(['#', '!', '[']) || (column.is_some() && number == 1)
        {
            continue;
        }
        match host_of(line, column) {
            Ok(host) => drop(hosts.insert(host)),
            Err(why) => skipped.push((number, why)),
        }
    }
    let is_subdomain = |host: &String| {
        let mut parents = host.match_indices('.').filter_map(|(dot, _)| host.get(dot + 1..));
        parents.any(|parent| hosts.contains(parent))
    };
    let topmost = hosts.iter().filter(|h| !is_subdomain(h)).cloned().collect();
    Imported { hosts: topmost, skipped }
}

/// Index of the CSV column that holds hosts, by its heading; `None` where there is none.
fn host_column(text: &str) -> Option<usize> {
    let first = text.lines().next()?.trim_start_matches('\u{feff}').to_ascii_lowercase();
    first.split(',').position(|h| HOST_HEADINGS.contains(&h.trim().trim_matches('"')))
}

fn host_of(line: &str, column: Option<usize>) -> Result<String, &'static str> {
    if line.starts_with("@@") {
        return Err("an exception makes no rule");
    }
    if let Some(rest) = line.strip_prefix("||") {
        let Some(end) = rest.find(['^', '$', '/']) else { return canonical(rest) };
        let (host, suffix) = rest.split_at(end);
        let whole_host = WHOLE_HOST_SUFFIXES.contains(&suffix);
        return if whole_host { canonical(host) } else { Err("it speaks of more than a host") };
    }
    if line.contains("##") || line.contains("#@#") || line.starts_with('/') {
        return Err("it speaks of page parts or patterns");
    }
    let is_csv = column.is_some() || line.contains(',');
    let field = if is_csv {
        line.split(',').nth(column.unwrap_or(0)).unwrap_or("").trim().trim_matches('"')
    } else {
        let mut words = line.split('#').next().unwrap_or("").split_whitespace();
        match (words.next(), words.next()) {
            (Some(address), Some(host)) if address.parse::<std::net::IpAddr>().is_ok() => host,
            (Some(host), None) => host,
            _ => return Err("it is no line of a known form"),
        }
    };
    let rest = field.split_once("://").map_or(field, |(_, rest)| rest);
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    if path.len() > 1 {
        // A page on a host that many people share does not make the host bad.
        return Err("it speaks of one page, not of a host");
    }
    canonical(host.rsplit('@').next().unwrap_or(host).split(':').next().unwrap_or(""))
}

fn canonical(name: &str) -> Result<String, &'static str> {
    let name = name.trim_start_matches("*.").trim_end_matches('.');
    match Host::parse(name) {
        Ok(Host::Domain(host)) if !host.contains('.') => {
            Err("a name without a dot is nobody's site")
        }
        Ok(Host::Domain(host)) if public_suffix::suffix(&host) == Some(&host) => {
            Err("everybody can have a site under it")
        }
        Ok(Host::Domain(host)) => Ok(host),
        Ok(_) => Err("an address of digits can belong to anybody tomorrow"),
        Err(_) => Err("it is no host"),
    }
}

#[cfg(test)]
mod tests {
    use super::import;

    #[test]
    fn every_known_format_gives_hosts() {
        let list = "# a list\n0.0.0.0 A.example.com # why\n||b.example.org^\n! note\nc.example.net\n\
                    *.d.example.net\nhttps://e.example.net/\n";
        let imported = import(list);
        let all =
            ["a.example.com", "b.example.org", "c.example.net", "d.example.net", "e.example.net"];
        assert_eq!(imported.hosts, all);
        assert!(imported.skipped.is_empty());
    }

    #[test]
    fn a_csv_is_read_by_its_heading() {
        let imported = import("date,domain,note\n2026-01-01,bad.example.com,x\n");
        assert_eq!(imported.hosts, ["bad.example.com"]);
    }

    #[test]
    fn lines_without_a_host_are_reported_with_their_number() {
        let imported = import(
            "good.example.com\n@@||x.example.com^\n10.0.0.1\n||y.example.com/path^\nlocalhost\n\
             com.cn\nhttps://shared.example.net/one/page\n",
        );
        assert_eq!(imported.hosts, ["good.example.com"]);
        assert_eq!(imported.skipped.iter().map(|r| r.0).collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn a_subdomain_of_another_host_is_dropped() {
        assert_eq!(import("x.a.example.com\na.example.com\n").hosts, ["a.example.com"]);
    }
}
