//! Maps the lexicon's `mode.*` frames to markers: words that decide how other frames are meant.
//!
//! Must not decide a stance. Which words carry a marker is defined by the lexicon; this file
//! knows only the frame ids.

use crate::lexicon::Lexicon;
use crate::pattern_matcher::PatternMatch;

/// Kind prefix of the frames that are markers.
const MARKER_PREFIX: &str = "mode.";
/// The marker of each `mode.*` frame.
const MARKERS: [(&str, Marker); 15] = [
    ("not", Marker::Negation),
    ("turn", Marker::NegationEnd),
    ("deny", Marker::Denial),
    ("list", Marker::ListContinuation),
    ("villain", Marker::ScamDescription),
    ("verdict", Marker::ScamWarning),
    ("general", Marker::Generic),
    ("tale", Marker::Narrative),
    ("third", Marker::ThirdParty),
    ("retold", Marker::FirstPersonReport),
    ("live", Marker::DirectRequest),
    ("you", Marker::SecondPerson),
    ("question", Marker::Question),
    ("mine", Marker::CustomerDemand),
    ("confirm", Marker::Confirmation),
];

/// What a `mode.*` frame detects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A prohibition or negation: "请勿".
    Negation,
    /// A contrast or instruction that ends the scope of a negation: "只需", "而是".
    NegationEnd,
    /// A denial of what follows at once: "不是".
    Denial,
    /// A conjunction that continues a list: "或", "以及".
    ListContinuation,
    /// A description of scammers or their methods: "骗子", "冒充".
    ScamDescription,
    /// A statement that something is a scam, or advice to report it: "都是诈骗", "立即报警".
    ScamWarning,
    /// A generic condition or subject: "凡是", "陌生".
    Generic,
    /// A word of narration: "随后", "对方".
    Narrative,
    /// Somebody else to whom it happened: "王女士接到".
    ThirdParty,
    /// The writer reports what others told them to do: "客服让我".
    FirstPersonReport,
    /// A request or instruction to the reader: "请您点击".
    DirectRequest,
    /// The reader is addressed: "您".
    SecondPerson,
    /// A question word or particle.
    Question,
    /// A customer's demand to a shop: "不退我就投诉".
    CustomerDemand,
    /// A clause that confirms what was asked before it and says nothing else: "对", "是的".
    Confirmation,
}

/// A set of markers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarkerSet(u16);

impl MarkerSet {
    /// Adds `marker`.
    pub const fn insert(&mut self, marker: Marker) {
        self.0 |= 1 << marker as u16;
    }

    /// Whether the set holds `marker`.
    #[must_use]
    pub const fn contains(self, marker: Marker) -> bool {
        self.0 & (1 << marker as u16) != 0
    }

    /// Whether the reader is asked or addressed.
    #[must_use]
    pub const fn addresses_reader(self) -> bool {
        self.contains(Marker::DirectRequest) || self.contains(Marker::SecondPerson)
    }

    /// The markers of any of `sets`.
    #[must_use]
    pub fn union(sets: &[Self]) -> Self {
        Self(sets.iter().fold(0, |all, set| all | set.0))
    }
}

/// The markers of a lexicon's frames.
pub struct StanceMarkers {
    /// For each frame: its marker, and whether a negation negates it.
    frames: Vec<(Option<Marker>, bool)>,
}

impl StanceMarkers {
    /// Looks up the markers among the frames of `lexicon`.
    #[must_use]
    pub fn of(lexicon: &Lexicon) -> Self {
        let frames = lexicon.frames().iter().map(|f| (marker_of(&f.id), f.negatable));
        Self { frames: frames.collect() }
    }

    /// The marker that `found` is; `None` for any other frame.
    #[must_use]
    pub fn marker(&self, found: &PatternMatch) -> Option<Marker> {
        self.frames.get(usize::from(found.frame)).and_then(|f| f.0)
    }

    /// Whether a negation before `found` negates it.
    #[must_use]
    pub fn is_negatable(&self, found: &PatternMatch) -> bool {
        self.frames.get(usize::from(found.frame)).is_none_or(|f| f.1)
    }
}

fn marker_of(id: &str) -> Option<Marker> {
    let name = id.strip_prefix(MARKER_PREFIX)?;
    MARKERS.iter().find(|(n, _)| *n == name).map(|(_, marker)| *marker)
}
