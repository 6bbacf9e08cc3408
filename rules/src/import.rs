//! Turns a published list of hosts into one that a rule can name.
//!
//! Reads hosts files, plain domains, AdBlock `||domain^` and CSV. Decides only what a line says;
//! whether the list deserves trust is the author's decision, and its provenance stands in the rule.

use std::collections::BTreeSet;

use url::Host;

/// A list read, and what in it was no host.
#[derive(Debug, Default)]
pub struct Imported {
    /// Canonical hosts, sorted; none lies under another.
    pub hosts: Vec<String>,
    /// Lines that gave no host: number from 1, and why.
    pub refused: Vec<(usize, &'static str)>,
}

/// Reads a list in any of the known forms, line by line.
#[must_use]
pub fn import(text: &str) -> Imported {
    let mut hosts = BTreeSet::new();
    let mut refused = Vec::new();
    let column = host_column(text);
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || line.starts_with(['#', '!', '[']) || (column.is_some() && number == 1)
        {
            continue;
        }
        match host_of(line, column) {
            Ok(host) => drop(hosts.insert(host)),
            Err(why) => refused.push((number, why)),
        }
    }
    let covered = |host: &String| {
        let mut above = host.match_indices('.').filter_map(|(dot, _)| host.get(dot + 1..));
        above.any(|parent| hosts.contains(parent))
    };
    let kept = hosts.iter().filter(|h| !covered(h)).cloned().collect();
    Imported { hosts: kept, refused }
}

/// The column of a CSV that holds hosts, by its heading; `None` where the list is no CSV with one.
fn host_column(text: &str) -> Option<usize> {
    let first = text.lines().next()?.trim_start_matches('\u{feff}').to_ascii_lowercase();
    let known = ["domain", "host", "hostname", "url", "website"];
    first.split(',').position(|h| known.contains(&h.trim().trim_matches('"')))
}

fn host_of(line: &str, column: Option<usize>) -> Result<String, &'static str> {
    if line.starts_with("@@") {
        return Err("an exception makes no rule");
    }
    if let Some(rest) = line.strip_prefix("||") {
        let Some(end) = rest.find(['^', '$', '/']) else { return canonical(rest) };
        return match &rest[end..] {
            "^" | "^$document" | "^$all" | "^$doc" => canonical(&rest[..end]),
            _ => Err("it speaks of more than a host"),
        };
    }
    if line.contains("##") || line.contains("#@#") || line.starts_with('/') {
        return Err("it speaks of page parts or patterns");
    }
    let comma = column.is_some() || line.contains(',');
    let field = if comma {
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
        // One bad page on a host that thousands share is no reason to call the host bad.
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
        Ok(Host::Domain(host)) if psl::suffix_str(&host) == Some(&host) => {
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
    fn every_known_form_gives_hosts() {
        let list = "# a list\n0.0.0.0 A.example.com # why\n||b.example.org^\n! note\nc.example.net\n\
                    *.d.example.net\nhttps://e.example.net/\n";
        let read = import(list);
        let all =
            ["a.example.com", "b.example.org", "c.example.net", "d.example.net", "e.example.net"];
        assert_eq!(read.hosts, all);
        assert!(read.refused.is_empty());
    }

    #[test]
    fn a_csv_is_read_by_its_heading() {
        let read = import("date,domain,note\n2026-01-01,bad.example.com,x\n");
        assert_eq!(read.hosts, ["bad.example.com"]);
    }

    #[test]
    fn what_is_no_host_is_said_with_its_line() {
        let read = import(
            "good.example.com\n@@||x.example.com^\n10.0.0.1\n||y.example.com/path^\nlocalhost\n\
             com.cn\nhttps://shared.example.net/one/page\n",
        );
        assert_eq!(read.hosts, ["good.example.com"]);
        assert_eq!(read.refused.iter().map(|r| r.0).collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn a_host_under_another_is_not_kept() {
        assert_eq!(import("x.a.example.com\na.example.com\n").hosts, ["a.example.com"]);
    }
}
