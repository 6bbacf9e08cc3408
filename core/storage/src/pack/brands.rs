//! Reads the names under which links imitate a platform, in Latin letters and in Chinese.
//!
//! Does not judge links.

use super::columns::list;
use super::handle::Pack;
use super::records::Brand;
use crate::error::Error;

/// `domains` is a JSON array of [`super::BrandDomain`].
const BRANDS: &str = "
    SELECT f.id, f.brands, f.name_hans, f.name_hant, f.aliases,
      (SELECT json_group_array(json_object(
         'domain', d.domain, 'role', d.role,
         'open', json(iif(d.open, 'true', 'false')),
         'confirmed', json(iif(p.confidence = 'memory', 'false', 'true'))))
       FROM domain d JOIN provenance p ON p.id = d.provenance WHERE d.platform = f.id) AS domains
    FROM platform f ORDER BY f.id";

/// Separates several names in one name column.
const NAME_SEPARATOR: char = '／';

impl Pack {
    /// Every platform with its domains and the names under which links imitate it. A platform
    /// without brand words has no names.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn brands(&self) -> Result<Vec<Brand>, Error> {
        self.all(BRANDS, [], |row| {
            let mut names = list::<String>(row, "brands")?;
            if !names.is_empty() {
                let platform_names: [String; 2] = [row.get("name_hans")?, row.get("name_hant")?];
                let split = platform_names.iter().flat_map(|n| n.split(NAME_SEPARATOR));
                let aliases = list::<String>(row, "aliases")?;
                let chinese = split.map(str::to_owned).chain(aliases).filter(|n| !n.is_ascii());
                names.extend(chinese.filter(|n| n.chars().all(char::is_alphabetic)));
            }
            Ok(Brand { platform: row.get("id")?, names, domains: list(row, "domains")? })
        })
    }
}
