//! Decides the codes of what can be observed on a link. Facts without weight; never renamed.

use yanka_types::Span;

/// Something observed on a link.
#[derive(Clone, PartialEq, Eq)]
pub struct Signal {
    /// One of [`SIGNALS`].
    pub code: &'static str,
    /// Where, in the original text.
    pub span: Span,
    /// The platform that is imitated or named, for [`IMITATION`] and [`BRAND_NAME`].
    pub about: Option<String>,
}

/// The code only: a span says nothing, but what it is about may be in the payload.
impl std::fmt::Debug for Signal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signal").field("code", &self.code).finish_non_exhaustive()
    }
}

macro_rules! signals {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        $($(#[$doc])* pub const $name: &str = $code;)+
        /// Every signal that a link can carry.
        pub const SIGNALS: &[&str] = &[$($code),+];
    };
}

signals! {
    /// A user name before the host, which can look like the host.
    USERINFO = "link.userinfo",
    /// A number for a host.
    IP = "link.ip-address",
    /// A number for a host, written so that it does not look like one.
    IP_DISGUISED = "link.ip-disguised",
    /// A port other than the scheme's own.
    PORT = "link.port",
    /// Percent-encoding inside the host.
    ENCODED_HOST = "link.encoded-host",
    /// A host with letters outside ASCII.
    PUNYCODE = "link.punycode",
    /// Scripts in one label that no language mixes.
    MIXED_SCRIPTS = "link.mixed-scripts",
    /// A back-slash where a slash belongs.
    BACKSLASH = "link.backslash",
    /// A label over 63 bytes or a host over 253.
    LONG_LABEL = "link.long-label",
    /// Invisible characters inside.
    HIDDEN = "link.hidden-characters",
    /// Full-width letters inside.
    FULL_WIDTH = "link.full-width",
    /// A dot written as another sign or a word.
    WRITTEN_DOT = "link.written-dot",
    /// A line break inside.
    LINE_BREAK = "link.line-break",
    /// `hxxp` and the like.
    UNHOOKED_SCHEME = "link.unhooked-scheme",
    /// Another address inside this one.
    CARRIES_LINK = "link.carries-link",
    /// An address that the URL Standard refuses.
    UNREADABLE = "link.unreadable",
    /// The host imitates the brand of `about`.
    IMITATION = "link.brand-imitation",
    /// The host carries the name of the brand of `about`, and may be a second domain of its own.
    BRAND_NAME = "link.brand-name",
    /// More links stand in the text than were read.
    MORE = "link.more-unread",
}
