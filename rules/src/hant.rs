//! Traditional Chinese for sentences whose author wrote none.
//!
//! OpenCC's tables (Simplified to Taiwan's characters and words) do the work; what they get wrong
//! for our sentences is written in the sources as `zh_hant`.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// The converter. Building it takes a moment: make one for a whole pack.
pub struct Hant(OpenCC);

impl Hant {
    /// Loads the tables, which are part of this program.
    ///
    /// # Errors
    /// If the tables are damaged, which would be a fault of the build.
    pub fn new() -> Result<Self, String> {
        OpenCC::from_config(BuiltinConfig::S2twp).map(Self).map_err(|e| e.to_string())
    }

    /// `hans` in Traditional characters.
    #[must_use]
    pub fn of(&self, hans: &str) -> String {
        self.0.convert(hans)
    }
}
