//! Reads the names by which links imitate a platform, in Latin letters and in Chinese.

use super::read::list;
use super::{Brand, Pack};
use crate::error::Error;

impl Pack {
    /// Every platform with the words by which links imitate it (some have none) and its domains.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn brands(&self) -> Result<Vec<Brand>, Error> {
        let sql = "SELECT f.id, f.brands, f.name_hans, f.name_hant, f.aliases, \
            (SELECT json_group_array(json_object('domain', d.domain, 'role', d.role, \
            'open', json(iif(d.open, 'true', 'false')), \
            'confirmed', json(iif(p.confidence = 'memory', 'false', 'true')))) \
            FROM domain d JOIN provenance p ON p.id = d.provenance WHERE d.platform = f.id) \
            FROM platform f ORDER BY f.id";
        self.all(sql, [], |row| {
            let platform = row.get(0)?;
            let (mut names, domains) = (list::<String>(row, 1)?, list(row, 5)?);
            if !names.is_empty() {
                let written: [String; 2] = [row.get(2)?, row.get(3)?];
                let forms = written.iter().flat_map(|n| n.split('／')).map(str::to_owned);
                let chinese = forms.chain(list::<String>(row, 4)?).filter(|n| !n.is_ascii());
                names.extend(chinese.filter(|n| n.chars().all(char::is_alphabetic)));
            }
            Ok(Brand { platform, names, domains })
        })
    }
}
