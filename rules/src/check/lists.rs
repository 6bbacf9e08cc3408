//! Imported lists: there, in order, hosts only, and nobody's whom the sources call official.
//!
//! One pass over each list, and one word about it: the first line that is wrong.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Check;
use super::values::is_host;
use crate::lists::HostLists;
use crate::source::Match;

impl Check<'_> {
    pub(super) fn lists(&mut self, lists: &dyn HostLists) {
        let owned = self.sources.domains.iter();
        let owned: BTreeMap<&str, &str> =
            owned.map(|d| (d.id.value.as_str(), d.body.platform.value.as_str())).collect();
        for rule in self.sources.rules.iter().filter(|r| r.body.active) {
            let Match::HostList(name) = &rule.body.matches else { continue };
            let place: &Range<usize> = &name.place;
            let said = match lists.hosts(&name.value) {
                Err(_) => Some((
                    format!("there is no list `{}` beside the sources", name.value),
                    "make it with `yanka-rules import LIST -o`, and name it by its path from the \
                     sources' folder"
                        .to_owned(),
                )),
                Ok(hosts) => against(hosts, &owned),
            };
            if let Some((wrong, mend)) = said {
                self.note("bad-list", rule.file, place, wrong, mend);
            }
        }
    }
}

/// What speaks against a list: what is wrong, how to mend it.
fn against(
    hosts: impl Iterator<Item = String>,
    owned: &BTreeMap<&str, &str>,
) -> Option<(String, String)> {
    let anew = || "make it anew with `yanka-rules import`, which sorts and cleans".to_owned();
    let mut before = String::new();
    let mut none = true;
    for host in hosts {
        none = false;
        if !is_host(&host) {
            return Some((format!("`{host}` in it is no host"), anew()));
        }
        if host <= before {
            return Some((format!("`{host}` in it is out of order, or there twice"), anew()));
        }
        let open = if psl::suffix_str(&host) == Some(&host) {
            Some("everybody's".to_owned())
        } else {
            owned.get(host.as_str()).map(|platform| format!("`{platform}`'s"))
        };
        if let Some(whose) = open {
            let wrong = format!("`{host}` in it is {whose}, with all that lies under it");
            return Some((wrong, "take the line out of the list".to_owned()));
        }
        before = host;
    }
    none.then(|| ("the list is empty".to_owned(), anew()))
}
