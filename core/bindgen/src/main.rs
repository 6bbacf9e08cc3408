//! The binding generator: `yanka-bindgen generate -l kotlin|swift|python … libyanka.so`.
//!
//! A package by itself, so that the core does not depend on the generator.

fn main() {
    uniffi::uniffi_bindgen_main()
}
