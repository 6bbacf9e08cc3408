//! Picture files: whatever a shell or the command opens as a photograph.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yanka_photo::Picture;

fuzz_target!(
    init: {
        // The crate catches a panic of a decoder; the hook of libFuzzer would end the process.
        std::panic::set_hook(Box::new(|_| {}));
    },
    |file: &[u8]| yanka_fuzz::pictures::check(Picture::Encoded(file))
);
