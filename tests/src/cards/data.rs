//! Reads the data file of one card: what is printed on it, and how it was photographed.
//!
//! Refuses unknown fields, so that a misspelt one cannot be silently ignored. Does not
//! depend on layout or camera.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use yanka_types::string_enum;

use super::damage::Damage;

/// One printed card and its photograph, as in tests/cards/<name>.toml.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Card {
    /// Lowercase with hyphens; the names of the data file and of the photograph.
    pub name: String,
    /// What this card stands for.
    pub why: String,
    /// How the parts are set on the paper.
    pub layout: Layout,
    /// Width and height of the paper in millimetres.
    pub size: [f32; 2],
    /// Colour of the card stock, `#rrggbb`.
    #[serde(default = "white")]
    pub paper: Colour,
    /// Colour of bands, headings and frames.
    #[serde(default = "red")]
    pub accent: Colour,
    /// Colour of the running text.
    #[serde(default = "ink")]
    pub ink: Colour,
    /// The largest words.
    pub heading: String,
    /// A line below or above the heading.
    #[serde(default)]
    pub subheading: String,
    /// The shop, brand or sender.
    #[serde(default)]
    pub from: String,
    /// A short word set off from the rest: an amount, a stamp, a number.
    #[serde(default)]
    pub badge: String,
    /// The running text, one paragraph or step each.
    #[serde(default)]
    pub lines: Vec<String>,
    /// The small print at the foot.
    #[serde(default)]
    pub small_print: String,
    /// The codes, in layout order.
    pub codes: Vec<Code>,
    /// How the card was photographed.
    pub photo: Photo,
    /// What the author of the card intended.
    pub expect: Expect,
}

/// Typographic layout of a card; drawn in `layout/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// A coloured band with the heading, text at the left, codes at the right.
    Banner,
    /// Card stock in full colour, ornament lines, an amount, steps, codes in a panel.
    Festive,
    /// A letter to the customer, the codes below it.
    Letter,
    /// A formal notice with a red rule and a stamp.
    Notice,
    /// A coupon with a perforated stub that holds the code.
    Ticket,
    /// A coupon with a silver patch to be scratched off.
    Scratch,
    /// A courier's waybill with bars, boxes and an advertisement.
    Waybill,
    /// A framed table: certificate of quality, warranty.
    Certificate,
    /// A contact page as printed from a chat app: avatar, name, one large code.
    Contact,
}

/// One code on a card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Code {
    /// Payload of the code; empty for a round code, which carries no readable data.
    #[serde(default)]
    pub text: String,
    /// Payload-kind word of yanka-link, or `round-*` for a round code; for people who read the labels.
    pub kind: String,
    /// QR code or one of the round ones.
    #[serde(default)]
    pub shape: Shape,
    /// How the modules are drawn.
    #[serde(default)]
    pub modules: Modules,
    /// Colour of the modules that the standard calls dark; lighter than `ground`: inverted.
    #[serde(default = "black")]
    pub colour: Colour,
    /// Colour behind the modules.
    #[serde(default = "white")]
    pub ground: Colour,
    /// Error correction: `l`, `m`, `q` or `h`.
    #[serde(default)]
    pub level: Level,
    /// The picture in the middle.
    #[serde(default)]
    pub logo: Option<Emblem>,
    /// The words below the code.
    #[serde(default)]
    pub caption: String,
}

string_enum! {
    /// What family of code it is.
    #[derive(Default)]
    Shape {
        /// QR code, ISO/IEC 18004.
        #[default]
        Qr = "qr",
        /// A round code of dots on rays, three ring finders and a picture in the middle.
        MiniProgram = "mini-program",
        /// A round code of arcs on rings, with a picture in the middle.
        Douyin = "douyin",
    }
}

/// How the modules of a QR code are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Modules {
    /// As in the standard.
    #[default]
    Square,
    /// Separate discs; the finders have rounded corners.
    Dots,
    /// Neighbours flow together with rounded ends.
    Rounded,
}

/// Error correction level of a QR code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// About 7% of the words can be restored.
    L,
    /// About 15%.
    #[default]
    M,
    /// About 25%.
    Q,
    /// About 30%.
    H,
}

/// Small invented pictures: no real brand's mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Emblem {
    /// A person's head and shoulders.
    Avatar,
    /// Speech bubbles on green.
    Chat,
    /// Earphones of a call centre on blue.
    Headset,
    /// A wrapped present on red.
    Gift,
    /// A shopping bag on orange.
    Bag,
    /// A coin on blue.
    Coin,
    /// Three heads on blue.
    Group,
    /// A note of music on black.
    Note,
}

/// How one card was photographed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Photo {
    /// Decides everything random; the same seed gives the same bytes.
    pub seed: u64,
    /// What the card lies on.
    pub table: Table,
    /// Share of the frame that the card's longer extent fills, 0 to 1.
    #[serde(default = "fill")]
    pub fill: f32,
    /// Each damage with a strength of 1 to 3.
    #[serde(default)]
    pub damage: BTreeMap<Damage, u8>,
}

/// What the card lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Table {
    /// Brown planks.
    Wood,
    /// Pale planks.
    Oak,
    /// Grey veined stone.
    Marble,
    /// The parcel itself.
    Cardboard,
    /// Woven cloth with checks.
    Cloth,
    /// A dark desk.
    Dark,
}

/// What the author of a card intended. tests/cases/printed has the verdicts that are tested.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expect {
    /// Verdict the author intended, a word of `yanka::report::Verdict`; only its spelling is tested.
    pub verdict: String,
}

/// Red, green, blue of 0 to 255 as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let word = String::deserialize(d)?;
        let is_hex = |h: &&str| h.len() == 6 && h.bytes().all(|b| b.is_ascii_hexdigit());
        let hex = word.strip_prefix('#').filter(is_hex);
        let value = hex.and_then(|h| u32::from_str_radix(h, 16).ok());
        let [_, r, g, b] = value
            .ok_or_else(|| serde::de::Error::custom("a colour is written #rrggbb"))?
            .to_be_bytes();
        Ok(Self([r, g, b]))
    }
}

impl Colour {
    /// Ink black as a camera sees it. Empirical; no measurement recorded.
    pub const PRINTED_BLACK: Self = Self([18, 18, 18]);
    /// White.
    pub const WHITE: Self = Self([255, 255, 255]);

    /// This colour moved towards `other` by `share` of 0 to 1.
    #[must_use]
    pub fn towards(self, other: Self, share: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share) as u8;
        Self(std::array::from_fn(|i| mix(self.0[i], other.0[i])))
    }
}

/// Every card of a folder, by name.
///
/// # Errors
/// A sentence that names the file which cannot be read and why.
pub fn read_folder(folder: &Path) -> Result<Vec<Card>, String> {
    let unreadable =
        |e: std::io::Error| format!("the folder of cards {} cannot be read: {e}", folder.display());
    let mut cards = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|e| e == "toml") {
            cards.push(read_file(&path)?);
        }
    }
    cards.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(cards)
}

/// One card.
///
/// # Errors
/// One sentence with the file and the position in it.
pub fn read_file(path: &Path) -> Result<Card, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| format!("the card {} cannot be read: {e}", path.display()))?;
    let card: Card = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let stem = path.file_stem().and_then(|s| s.to_str());
    if stem != Some(card.name.as_str()) {
        return Err(format!("{}: the card's name differs from the file's", path.display()));
    }
    Ok(card)
}

const fn white() -> Colour {
    Colour::WHITE
}
const fn black() -> Colour {
    Colour::PRINTED_BLACK
}
const fn red() -> Colour {
    Colour([200, 22, 34])
}
const fn ink() -> Colour {
    Colour([42, 42, 46])
}
const fn fill() -> f32 {
    0.86
}
