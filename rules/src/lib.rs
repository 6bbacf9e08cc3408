//! The rule compiler: TOML sources in, a signed SQLite rule pack out.
