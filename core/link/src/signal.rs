//! Codes of what can be observed on a link.
//!
//! Facts without weight. Rules name the codes, so they are never renamed.

use yanka_types::Span;

/// An observation on a link.
#[derive(Clone, PartialEq, Eq)]
pub struct Signal {
    /// One of [`SIGNALS`].
    pub code: &'static str,
    /// Where in the original text, in bytes.
    pub span: Span,
    /// Id of the platform that is imitated or named, for [`IMITATION`] and [`BRAND_NAME`]; else
    /// `None`.
    pub about: Option<String>,
}

/// Prints the code only, because the rest comes from the person's text.
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
    /// User info before the host, which can look like the host.
    USERINFO = "link.userinfo",
    /// The host is an IP address.
    IP = "link.ip-address",
    /// The host is an IPv4 address in another form than four decimal numbers.
    IP_DISGUISED = "link.ip-disguised",
    /// A port other than the default port of the scheme.
    PORT = "link.port",
    /// Percent-encoding inside the host.
    ENCODED_HOST = "link.encoded-host",
    /// A host with letters outside ASCII.
    PUNYCODE = "link.punycode",
    /// One label mixes scripts that no language mixes.
    MIXED_SCRIPTS = "link.mixed-scripts",
    /// A backslash instead of a slash.
    BACKSLASH = "link.backslash",
    /// A label over 63 bytes or a host over 253 (RFC 1035 2.3.4).
    LONG_LABEL = "link.long-label",
    /// Invisible characters inside.
    HIDDEN = "link.hidden-characters",
    /// Full-width letters inside.
    FULL_WIDTH = "link.full-width",
    /// A dot written as another character or as a word.
    WRITTEN_DOT = "link.written-dot",
    /// A line break inside.
    LINE_BREAK = "link.line-break",
    /// A defanged scheme: `hxxp` and the like.
    UNHOOKED_SCHEME = "link.unhooked-scheme",
    /// Another address inside this one.
    CARRIES_LINK = "link.carries-link",
    /// An address that the URL Standard rejects.
    UNREADABLE = "link.unreadable",
    /// The host imitates the brand of `about`.
    IMITATION = "link.brand-imitation",
    /// The host contains the name of the brand of `about`, and may be the brand's own second domain.
    BRAND_NAME = "link.brand-name",
    /// The text has more links than were read.
    MORE = "link.more-unread",
}
