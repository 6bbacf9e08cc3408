//! The words that fields of the rule sources may hold. Depends on nothing.

/// Tables that a source file may hold.
pub(crate) const TABLES: &[&str] = &[
    "pack",
    "publisher",
    "rule",
    "payload",
    "code",
    "platform",
    "domain",
    "hotline",
    "number_form",
    "record",
    "phrase",
    "carried",
    "left_out",
];

/// `match` of a rule.
pub(crate) const MATCH_KINDS: &[&str] =
    &["payload", "signal", "host", "host_list", "url", "prefix", "number", "frame"];

/// `status` of a rule.
pub(crate) const STATUSES: &[&str] = &["active", "withdrawn"];

/// `severity` of a rule.
pub(crate) const SEVERITIES: &[&str] = &["info", "caution", "danger"];

/// Keys of `by_origin`, in the order of the pack's columns.
pub(crate) const ORIGINS: [&str; 3] = ["parcel", "message", "call"];

/// `confidence` of a provenance.
pub(crate) const CONFIDENCES: &[&str] = &["high", "medium", "memory"];

/// `role` of a domain, and the signal of a link to such a domain.
pub(crate) const ROLES: &[(&str, &str)] = &[
    ("main", "host.main"),
    ("pay", "host.pay"),
    ("courier", "host.courier"),
    ("bank", "host.bank"),
    ("telecom", "host.telecom"),
    ("gov", "host.gov"),
    ("cdn", "host.cdn"),
    ("short", "host.short"),
    ("hosting", "host.hosting"),
    ("meeting", "host.meeting"),
    ("third-party", "host.third-party"),
    ("ugc", "host.ugc"),
    ("ugc-form", "host.ugc-form"),
    ("ugc-office", "host.ugc-office"),
    ("ugc-livecode", "host.ugc-livecode"),
    ("ugc-app", "host.ugc-app"),
    ("foreign-im", "host.foreign-im"),
    ("appstore", "host.appstore"),
];

/// `class` of a hotline.
pub(crate) const HOTLINE_CLASSES: &[&str] = &[
    "emergency",
    "police",
    "state",
    "platform",
    "payment",
    "courier",
    "bank",
    "telecom",
    "device",
    "tool",
];

/// `direction` of a hotline.
pub(crate) const DIRECTIONS: &[&str] = &["in", "out", "both", "none"];

/// `class` of a number form; numbers/forms.toml explains them.
pub(crate) const NUMBER_CLASSES: &[&str] = &["words", "grown", "mobile", "spoof", "shape"];

/// `risk` of a number form.
pub(crate) const RISKS: &[&str] = &["none", "low", "caution", "high", "critical"];
