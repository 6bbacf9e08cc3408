//! `string_enum!`: defines an enum whose variants have one lowercase-hyphen word each.
//!
//! The log stores the word, rule sources use it and JSON clients read it: a word is never renamed
//! or reused.

/// Defines an enum with `ALL`, `word`, `from_word` and serde implementations that use the word.
#[macro_export]
macro_rules! string_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every variant, in the order of definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for this variant in JSON, the log, rule sources and the command line.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The variant that `word` names; `None` where it names none.
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
