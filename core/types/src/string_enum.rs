//! `string_enum!`: an enum whose values have one lowercase-hyphen spelling each.
//!
//! The spelling is stored by the log, named by rule sources and read by JSON clients: it is never
//! renamed or reused.

/// Defines an enum with `ALL`, `word`, `from_word` and serde implementations that use the word.
#[macro_export]
macro_rules! string_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The spelling in JSON, in the log, in rule sources and on the command line.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value that `word` names, if it names one.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.word() == word)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.serialize_str(self.word())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                let word = <String as $crate::serde::Deserialize>::deserialize(input)?;
                let unknown = || {
                    <D::Error as $crate::serde::de::Error>::unknown_variant(&word, &[$($word),+])
                };
                Self::from_word(&word).ok_or_else(unknown)
            }
        }
    };
}
