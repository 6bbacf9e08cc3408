//! What is known before a check: the pack, and what is made ready from it once.

use crate::advice::Book;
use crate::error::Error;
use crate::link::{Brand, BrandDomain, Brands};
use crate::matcher::Texts;
use crate::number::Numbers;
use crate::pack::{Pack, Sentence};
use crate::report::{self, Language, Notice, PackInfo};
use std::path::Path;
use std::sync::OnceLock;

/// The pack in use, its brands and its words.
pub struct Known {
    pack: Pack,
    brands: OnceLock<Brands>,
    texts: OnceLock<Texts>,
    numbers: OnceLock<Numbers>,
    book: OnceLock<Book>,
    /// The platforms' Chinese names, each with the platform's id.
    names: OnceLock<Vec<(String, String)>>,
}

impl Known {
    /// The newer of the embedded pack and the one installed in `folder`.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn open(folder: Option<&Path>) -> Result<Self, Error> {
        Ok(Self::of(Pack::open_best(folder)?))
    }

    /// What `pack` knows. The rule compiler tries a pack this way before it is shipped.
    #[must_use]
    pub const fn of(pack: Pack) -> Self {
        Self {
            pack,
            brands: OnceLock::new(),
            texts: OnceLock::new(),
            numbers: OnceLock::new(),
            book: OnceLock::new(),
            names: OnceLock::new(),
        }
    }

    /// Installs a `.yankapack` into `folder`, then opens what serves from now on.
    ///
    /// # Errors
    /// Where the pack is refused; what was installed before is untouched.
    pub fn install(folder: &Path, bytes: &[u8]) -> Result<Self, Error> {
        Pack::install(folder, bytes)?;
        Self::open(Some(folder))
    }

    /// The pack in use.
    #[must_use]
    pub const fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Version, date and key of the pack in use.
    #[must_use]
    pub fn info(&self, language: Language) -> PackInfo {
        report::pack_info(&self.pack, language)
    }

    /// The brands that links may imitate.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn brands(&self) -> Result<&Brands, Error> {
        ready(&self.brands, || Ok(Brands::new(brands(&self.pack)?)))
    }

    /// The platform whose Chinese name, the longest one, stands first in `text`. A name that is also an
    /// ordinary word names nobody: another's number would follow.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn platform_named(&self, text: &str) -> Result<Option<String>, Error> {
        let found = self.names()?.iter().filter_map(|(name, platform)| {
            Some((text.find(name.as_str())?, std::cmp::Reverse(name.len()), platform))
        });
        Ok(found.min().map(|(_, _, platform)| platform.clone()))
    }

    fn names(&self) -> Result<&Vec<(String, String)>, Error> {
        ready(&self.names, || {
            let mut names = Vec::new();
            for brand in self.pack.brands()? {
                let han = brand.names.into_iter().filter(|name| crate::link::is_distinctive(name));
                names.extend(han.map(|name| (name, brand.platform.clone())));
            }
            Ok(names)
        })
    }

    /// The steps that advice is made of.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn book(&self) -> Result<&Book, Error> {
        ready(&self.book, || Book::read(&self.pack))
    }

    /// The words and rules that texts are judged by.
    ///
    /// # Errors
    /// Where the pack cannot be read, or its words do not fit each other.
    pub fn texts(&self) -> Result<&Texts, Error> {
        ready(&self.texts, || Texts::read(&self.pack))
    }

    /// The official numbers and the forms that numbers take.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn numbers(&self) -> Result<&Numbers, Error> {
        ready(&self.numbers, || Numbers::read(&self.pack))
    }

    /// One sentence about a check itself; its own id where the pack lacks it.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn phrase(&self, id: &str, language: Language) -> Result<String, Error> {
        #[derive(serde::Deserialize)]
        struct Phrase {
            text: Sentence,
        }
        let record = self.pack.record("phrase", id)?;
        let phrase = record.and_then(|r| serde_json::from_value::<Phrase>(r.body).ok());
        Ok(phrase.map_or_else(|| id.to_owned(), |p| p.text.in_language(language).to_owned()))
    }

    /// A notice with its sentence.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn notice(&self, id: &str, language: Language) -> Result<Notice, Error> {
        Ok(Notice { notice: id.to_owned(), text: self.phrase(id, language)? })
    }
}

/// The brands of a pack, as links are compared with them.
///
/// # Errors
/// If the pack cannot be read.
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

/// What is in `cell`, read into it when it is first asked.
fn ready<T>(cell: &OnceLock<T>, read: impl FnOnce() -> Result<T, Error>) -> Result<&T, Error> {
    if let Some(known) = cell.get() {
        return Ok(known);
    }
    let known = read()?;
    Ok(cell.get_or_init(|| known))
}
