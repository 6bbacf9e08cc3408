//! The binding generator: `yanka-bindgen generate -l kotlin|swift|python … libyanka.so`.
//!
//! A package of its own, so that the generator's weight never lands in the core.

fn main() {
    uniffi::uniffi_bindgen_main()
}
