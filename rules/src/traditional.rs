//! Converts sentences to Traditional Chinese where the author wrote none.
//!
//! Uses OpenCC's tables (Simplified to Taiwan's characters and phrases, `s2twp`). Where they are
//! wrong for one of our sentences, the source has a `zh_hant`. Depends on no source.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// The converter. Loading its tables is slow: use one for a whole pack.
pub struct TraditionalConverter(OpenCC);

impl TraditionalConverter {
    /// Loads the tables, which are embedded in this program.
    ///
    /// # Errors
    /// Where the embedded tables are damaged, which is a fault of the build.
    pub fn new() -> Result<Self, String> {
        OpenCC::from_config(BuiltinConfig::S2twp).map(Self).map_err(|e| e.to_string())
    }

    /// `simplified` in Traditional characters.
    #[must_use]
    pub fn convert(&self, simplified: &str) -> String {
        self.0.convert(simplified)
    }
}
