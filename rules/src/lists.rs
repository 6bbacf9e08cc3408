//! Imported lists of hosts: one rule with many hosts.
//!
//! A list lies beside the sources as plain hosts, one a line, sorted (what `import` writes).

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

/// Hosts of one list, in order.
pub type Hosts = Box<dyn Iterator<Item = String>>;

/// Gives the hosts of a list by its name in the sources.
pub trait HostLists {
    /// The hosts, sorted.
    ///
    /// # Errors
    /// If the list cannot be read.
    fn hosts(&self, name: &str) -> io::Result<Hosts>;
}

/// Lists as files in the sources' folder.
#[derive(Clone, Debug)]
pub struct FolderLists(pub PathBuf);

impl HostLists for FolderLists {
    fn hosts(&self, name: &str) -> io::Result<Hosts> {
        let lines = BufReader::new(File::open(self.0.join(name))?).lines();
        let hosts = lines.map_while(Result::ok).filter(|l| !l.is_empty() && !l.starts_with('#'));
        Ok(Box::new(hosts))
    }
}

/// No lists, for sources held in memory.
#[derive(Clone, Copy, Debug)]
pub struct NoLists;

impl HostLists for NoLists {
    fn hosts(&self, name: &str) -> io::Result<Hosts> {
        Err(io::Error::new(io::ErrorKind::NotFound, name.to_owned()))
    }
}
