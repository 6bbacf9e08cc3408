//! `debug_lengths!`: a `Debug` that prints lengths, for types that hold what a person gave.

/// Implements `Debug` for structs by the lengths of the named fields alone.
#[macro_export]
macro_rules! debug_lengths {
    ($($name:ident { $($field:ident),+ }),+ $(,)?) => {$(
        /// Lengths only: the fields hold what the person gave or what a code carries.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($field), &self.$field.len()))+.finish_non_exhaustive()
            }
        }
    )+};
}
