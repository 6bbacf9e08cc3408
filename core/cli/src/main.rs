//! The command `yanka`.
fn main() {}
