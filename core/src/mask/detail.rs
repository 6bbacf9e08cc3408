//! The kinds of personal details, and one detail in a text. Plain data.

use yanka_types::Span;

/// The kind of a personal detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DetailKind {
    /// A bank card's number (Luhn); its last four digits stay.
    Card,
    /// A resident identity number (checksum).
    Identity,
    /// A telephone number; its first three and last two digits stay.
    Phone,
    /// A verification code.
    Code,
    /// A street address; province, city and district stay.
    Address,
    /// A person's name; the family name stays.
    Name,
}

impl DetailKind {
    /// Its word in test cases and measurements.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Identity => "identity",
            Self::Phone => "phone",
            Self::Code => "code",
            Self::Address => "address",
            Self::Name => "name",
        }
    }
}

/// One personal detail in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailSpan {
    /// Its kind.
    pub kind: DetailKind,
    /// The part that is masked, in bytes of the text; the same before and after masking.
    pub span: Span,
}
