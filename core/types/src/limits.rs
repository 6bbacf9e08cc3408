//! Limits of the Internet's names that several crates hold to.

/// Longest host in octets (RFC 1035, 2.3.4, as text without the root's dot).
pub const MAX_HOST_BYTES: usize = 253;

/// Longest label of a host in octets (RFC 1035, 2.3.4).
pub const MAX_LABEL_BYTES: usize = 63;
