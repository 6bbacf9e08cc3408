//! Checks imported lists: present, sorted, hosts only, and no host that is official or shared.
//!
//! Reads each list once and reports only its first bad line.

use std::collections::BTreeMap;

use super::context::Checker;
use super::values::is_host;
use crate::host_lists::HostLists;
use crate::source::Match;
use yanka_types::public_suffix;

impl Checker<'_> {
    pub(super) fn host_lists(&mut self, lists: &dyn HostLists) {
        let domains = self.sources.domains.iter();
        let owners: BTreeMap<&str, &str> =
            domains.map(|d| (d.id.value.as_str(), d.body.platform.value.as_str())).collect();
        for rule in self.sources.rules.iter().filter(|r| r.body.active) {
            let Match::HostList(name) = &rule.body.matches else { continue };
            let problem = match lists.hosts(&name.value) {
                Err(_) => Some((
                    format!("there is no list `{}` beside the sources", name.value),
                    "make it with `yanka-rules import LIST -o`, and name it by its path from the \
                     sources' folder"
                        .to_owned(),
                )),
                Ok(hosts) => first_problem(hosts, &owners),
            };
            if let Some((message, help)) = problem {
                self.report("bad-list", rule.file, &name.span, message, help);
            }
        }
    }
}

/// Message and help about the first bad host of a list. `owners` maps official domains to platforms.
fn first_problem(
    hosts: impl Iterator<Item = String>,
    owners: &BTreeMap<&str, &str>,
) -> Option<(String, String)> {
    let import_again =
        || "make it anew with `yanka-rules import`, which sorts and cleans".to_owned();
    let mut previous = String::new();
    let mut empty = true;
    for host in hosts {
        empty = false;
        if !is_host(&host) {
            return Some((format!("`{host}` in it is no host"), import_again()));
        }
        if host <= previous {
            let message = format!("`{host}` is out of order or duplicated");
            return Some((message, import_again()));
        }
        let owner = if public_suffix::suffix(&host) == Some(&host) {
            Some("everybody's".to_owned())
        } else {
            owners.get(host.as_str()).map(|platform| format!("`{platform}`'s"))
        };
        if let Some(owner) = owner {
            let message = format!("`{host}` belongs to {owner}, and so does every host below it");
            return Some((message, "remove the line from the list".to_owned()));
        }
        previous = host;
    }
    empty.then(|| ("the list is empty".to_owned(), import_again()))
}
