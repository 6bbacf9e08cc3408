//! Reads brands, lexicon and text rules from rules/sources, so that the targets need no database.
//!
//! Reads what the fuzz targets need and checks nothing: the rule compiler does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use yanka_link::{Brand, BrandDomain, Brands};
use yanka_text::frame_rules::{FrameCondition, FrameRule, FrameRules};
use yanka_text::{Lexicon, LexiconSource};

/// The brands of rules/sources/platforms.
///
/// # Panics
/// Where the sources cannot be read.
#[must_use]
pub fn brands() -> Brands {
    let mut brands: BTreeMap<String, Brand> = BTreeMap::new();
    for file in files("platforms").iter().map(read::<PlatformFile>) {
        for platform in file.platform {
            let brand = brands.entry(platform.id.clone()).or_default();
            brand.platform = platform.id;
            brand.names.extend(platform.brands.into_iter().chain(platform.aliases));
        }
        for domain in file.domain {
            brands.entry(domain.platform).or_default().domains.push(BrandDomain {
                domain: domain.domain,
                role: domain.role,
                open: domain.open.is_some(),
                confirmed: true,
            });
        }
    }
    assert!(!brands.is_empty(), "no brand in rules/sources/platforms");
    Brands::new(brands.into_values().collect())
}

/// The lexicon and the rules of rules/sources/text.
///
/// # Panics
/// Where the sources cannot be read.
#[must_use]
pub fn text_rules() -> (Lexicon, FrameRules) {
    let mut source = LexiconSource::default();
    for file in files("text/lexicon").iter().map(read::<LexiconFile>) {
        file.record.lexicon.into_iter().for_each(|part| source.extend(part));
    }
    let lexicon = Lexicon::new(&source).expect("the lexicon compiles");
    let rules: Vec<FrameRule> = files("text")
        .iter()
        .flat_map(|path| read::<RuleFile>(path).rule)
        .filter_map(|rule| Some(FrameRule { id: rule.id, frames: rule.conditions.frame? }))
        .collect();
    assert!(!rules.is_empty(), "no rule in rules/sources/text");
    let rules = FrameRules::new(&rules, &lexicon).expect("the rules compile");
    (lexicon, rules)
}

#[derive(Deserialize)]
struct PlatformFile {
    #[serde(default)]
    platform: Vec<Platform>,
    #[serde(default)]
    domain: Vec<Domain>,
}

#[derive(Deserialize)]
struct Platform {
    id: String,
    #[serde(default)]
    brands: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

#[derive(Deserialize)]
struct Domain {
    domain: String,
    platform: String,
    role: String,
    open: Option<toml::Value>,
}

#[derive(Deserialize)]
struct LexiconFile {
    record: LexiconRecords,
}

#[derive(Deserialize)]
struct LexiconRecords {
    lexicon: Vec<LexiconSource>,
}

#[derive(Deserialize)]
struct RuleFile {
    #[serde(default)]
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
    #[serde(rename = "match")]
    conditions: RuleConditions,
}

#[derive(Deserialize)]
struct RuleConditions {
    frame: Option<FrameCondition>,
}

/// The `*.toml` of a folder of rules/sources, sorted.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/sources").join(folder);
    let entries = std::fs::read_dir(folder).expect("a folder of rules/sources").flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    files.sort();
    files
}

fn read<T: serde::de::DeserializeOwned>(path: &PathBuf) -> T {
    let text = std::fs::read_to_string(path).expect("a readable source");
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
