//! The rule pack in use, with the indexes that a check needs. Each index is built on first use.
//!
//! Reads the pack and matches nothing; a check borrows it and never changes it.

use crate::advice::StepCatalogue;
use crate::error::Error;
use crate::link::{Brand, BrandDomain, Brands};
use crate::matcher::TextRules;
use crate::number::Numbers;
use crate::pack::{Pack, Sentence};
use crate::report::{self, Language, Notice, PackInfo};
use std::path::Path;
use std::sync::OnceLock;

/// A rule pack with its lazily built indexes.
pub struct RuleContext {
    pack: Pack,
    brands: OnceLock<Brands>,
    text_rules: OnceLock<TextRules>,
    numbers: OnceLock<Numbers>,
    steps: OnceLock<StepCatalogue>,
    /// Chinese brand names, each with the id of its platform.
    platform_names: OnceLock<Vec<(String, String)>>,
}

impl RuleContext {
    /// Opens the embedded pack, or the one installed in `folder` if that is newer.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn open(folder: Option<&Path>) -> Result<Self, Error> {
        Ok(Self::new(Pack::open_newest(folder)?))
    }

    /// Wraps `pack`. The rule compiler uses this to try a pack before it is signed.
    #[must_use]
    pub const fn new(pack: Pack) -> Self {
        Self {
            pack,
            brands: OnceLock::new(),
            text_rules: OnceLock::new(),
            numbers: OnceLock::new(),
            steps: OnceLock::new(),
            platform_names: OnceLock::new(),
        }
    }

    /// Installs `bytes`, the content of a `.yankapack` file, into `folder` and opens the pack that is
    /// in use from now on.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack is refused; the pack installed before stays as it is.
    pub fn install(folder: &Path, bytes: &[u8]) -> Result<Self, Error> {
        Pack::install(folder, bytes)?;
        Self::open(Some(folder))
    }

    /// The pack in use.
    #[must_use]
    pub const fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Version, date and signing key of the pack in use.
    #[must_use]
    pub fn pack_info(&self, language: Language) -> PackInfo {
        report::pack_info(&self.pack, language)
    }

    /// The brands that a link may imitate.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn brands(&self) -> Result<&Brands, Error> {
        get_or_try_init(&self.brands, || Ok(Brands::new(brands(&self.pack)?)))
    }

    /// The id of the platform whose Chinese name comes first in `text`; of names that begin at the
    /// same byte the longest counts. `None` if the text names no platform.
    ///
    /// A name that is also an ordinary word is ignored: the advice would show the number of a platform
    /// that the text does not mean.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn platform_named(&self, text: &str) -> Result<Option<String>, Error> {
        let found = self.platform_names()?.iter().filter_map(|(name, platform)| {
            Some((text.find(name.as_str())?, std::cmp::Reverse(name.len()), platform))
        });
        Ok(found.min().map(|(_, _, platform)| platform.clone()))
    }

    fn platform_names(&self) -> Result<&Vec<(String, String)>, Error> {
        get_or_try_init(&self.platform_names, || {
            let mut names = Vec::new();
            for brand in self.pack.brands()? {
                let distinctive =
                    brand.names.into_iter().filter(|name| crate::link::is_distinctive(name));
                names.extend(distinctive.map(|name| (name, brand.platform.clone())));
            }
            Ok(names)
        })
    }

    /// The advice steps.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn steps(&self) -> Result<&StepCatalogue, Error> {
        get_or_try_init(&self.steps, || StepCatalogue::read(&self.pack))
    }

    /// The lexicon and the text rules.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read, or a rule names a word that the lexicon lacks.
    pub fn text_rules(&self) -> Result<&TextRules, Error> {
        get_or_try_init(&self.text_rules, || TextRules::read(&self.pack))
    }

    /// The official numbers and the number patterns.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn numbers(&self) -> Result<&Numbers, Error> {
        get_or_try_init(&self.numbers, || Numbers::read(&self.pack))
    }

    /// The sentence of that id about a check itself; the id if the pack has no such sentence.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn phrase(&self, id: &str, language: Language) -> Result<String, Error> {
        #[derive(serde::Deserialize)]
        struct Phrase {
            text: Sentence,
        }
        let record = self.pack.record("phrase", id)?;
        let phrase = record.and_then(|r| serde_json::from_value::<Phrase>(r.body).ok());
        Ok(phrase.map_or_else(|| id.to_owned(), |p| p.text.in_language(language).to_owned()))
    }

    /// The notice of that id with its sentence.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn notice(&self, id: &str, language: Language) -> Result<Notice, Error> {
        Ok(Notice { notice: id.to_owned(), text: self.phrase(id, language)? })
    }
}

/// The brands of a pack as the link crate takes them.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn brands(pack: &Pack) -> Result<Vec<Brand>, Error> {
    let domain = |d: yanka_storage::pack::BrandDomain| BrandDomain {
        domain: d.domain,
        role: d.role,
        open: d.open,
        confirmed: d.confirmed,
    };
    let brand = |b: yanka_storage::pack::Brand| Brand {
        platform: b.platform,
        names: b.names,
        domains: b.domains.into_iter().map(domain).collect(),
    };
    Ok(pack.brands()?.into_iter().map(brand).collect())
}

/// The value in `cell`; calls `init` if the cell is empty. An error leaves the cell empty.
fn get_or_try_init<T>(
    cell: &OnceLock<T>,
    init: impl FnOnce() -> Result<T, Error>,
) -> Result<&T, Error> {
    if let Some(value) = cell.get() {
        return Ok(value);
    }
    let value = init()?;
    Ok(cell.get_or_init(|| value))
}
