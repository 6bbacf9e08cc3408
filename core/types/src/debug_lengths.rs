//! `debug_lengths!`: implements a `Debug` that prints lengths, for types that hold personal data.
//!
//! Prints no content, so that personal data cannot reach a log or a panic message.

/// Implements `Debug` for structs: prints the length of each named field and nothing else.
#[macro_export]
macro_rules! debug_lengths {
    ($($name:ident { $($field:ident),+ }),+ $(,)?) => {$(
        /// Prints lengths only: the fields hold personal data or the payload of a code.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($field), &self.$field.len()))+.finish_non_exhaustive()
            }
        }
    )+};
}
