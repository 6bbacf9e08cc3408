//! Imported lists of hosts: one rule for many hosts.
//!
//! A list is a file beside the sources: one host a line, sorted, as `import` writes it. Does not
//! check the hosts.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

/// The hosts of one list, in order.
pub type Hosts = Box<dyn Iterator<Item = String>>;

/// Reads lists by the name that a source gives them.
pub trait HostLists {
    /// The hosts of the list `name`, sorted.
    ///
    /// # Errors
    /// Where the list cannot be read.
    fn hosts(&self, name: &str) -> io::Result<Hosts>;
}

/// Lists that are files in the sources' folder.
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
