//! Where the command keeps its log, its key and an installed pack, and which language it speaks.
//!
//! `YANKA_HOME`, else the user's data folder. The key is 32 random bytes in `journal.key`, readable
//! by its owner alone; the phones keep theirs in the key store instead.

use crate::args::Lang;
use crate::words::Failure;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use yanka::report::{Language, Moment};
use zeroize::Zeroizing;

const KEY_BYTES: usize = 32;

/// The folder that everything of the command lies in, made where it is missing.
pub fn folder() -> Result<PathBuf, Failure> {
    let folder = std::env::var_os("YANKA_HOME")
        .filter(|v| !v.is_empty())
        .map(PathBuf::from)
        .or_else(|| dirs::data_dir().map(|d| d.join("yanka")))
        .ok_or(Failure::NoFolder)?;
    let mut maker = fs::DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(&folder).map_err(|_| Failure::NoFolder)?;
    Ok(folder)
}

/// The journal's key in `folder`, made on first use.
pub fn key(folder: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let path = folder.join("journal.key");
    match read_key(&path) {
        Ok(key) => Ok(key),
        Err(fault) if fault.kind() == ErrorKind::NotFound => make_key(&path),
        Err(_) => Err(Failure::Key),
    }
}

fn read_key(path: &Path) -> std::io::Result<Zeroizing<Vec<u8>>> {
    let mut key = Zeroizing::new(Vec::with_capacity(KEY_BYTES + 1));
    fs::File::open(path)?.take(KEY_BYTES as u64 + 1).read_to_end(&mut key)?;
    if key.len() == KEY_BYTES { Ok(key) } else { Err(ErrorKind::InvalidData.into()) }
}

fn make_key(path: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut key = Zeroizing::new(vec![0; KEY_BYTES]);
    getrandom::fill(&mut key).map_err(|_| Failure::Key)?;
    // Written beside and renamed, so that a key is whole or absent, never half.
    let half = path.with_extension(format!("key.{}", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(&half)
        .and_then(|mut file| file.write_all(&key).and_then(|()| file.sync_all()))
        .and_then(|()| fs::hard_link(&half, path));
    let _ = fs::remove_file(&half);
    match written {
        Ok(()) => Ok(key),
        // Another process made it first: theirs is the key.
        Err(fault) if fault.kind() == ErrorKind::AlreadyExists => {
            read_key(path).map_err(|_| Failure::Key)
        }
        Err(_) => Err(Failure::Key),
    }
}

/// Chinese, unless asked otherwise or the locale begins with `en`.
pub fn language(asked: Option<Lang>) -> Language {
    match asked {
        Some(Lang::Zh) => Language::ZhHans,
        Some(Lang::ZhHant) => Language::ZhHant,
        Some(Lang::En) => Language::En,
        None => by_locale(&locale()),
    }
}

/// This moment, with the zone of this machine's clock.
pub fn now() -> Moment {
    Moment { unix_ms: jiff::Timestamp::now().as_millisecond(), offset_minutes: offset_minutes() }
}

/// Minutes that this machine's clock is ahead of UTC.
pub fn offset_minutes() -> i32 {
    jiff::Zoned::now().offset().seconds() / 60
}

fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

fn by_locale(locale: &str) -> Language {
    let locale = locale.to_ascii_lowercase();
    if locale.starts_with("en") {
        Language::En
    } else if ["zh_tw", "zh_hk", "zh_mo", "zh_hant"].iter().any(|p| locale.starts_with(p)) {
        Language::ZhHant
    } else {
        Language::ZhHans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_unless_the_locale_says_english() {
        assert_eq!(by_locale("en_US.UTF-8"), Language::En);
        assert_eq!(by_locale("zh_TW.UTF-8"), Language::ZhHant);
        assert_eq!(by_locale("C.UTF-8"), Language::ZhHans);
        assert_eq!(by_locale(""), Language::ZhHans);
    }
}
