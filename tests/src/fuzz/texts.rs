//! `fuzz texts`: checks generated texts for invalid spans, exceeded bounds, panics and slow inputs.

use std::time::{Duration, Instant};
use yanka_tests::texts::{Line, fuzz};

/// Runs `count` inputs from `seed`; gives the number of faults.
pub fn run(count: u64, seed: u64) -> u64 {
    let line = Line::open();
    let texts = line.texts();
    let (mut faults, mut longest) = (0_u64, (Duration::ZERO, 0_u64));
    let started = Instant::now();
    for seed in seed..seed + count {
        let text = fuzz::text(seed);
        let one = Instant::now();
        let check = std::panic::AssertUnwindSafe(|| fuzz::check(&text, texts));
        let answer = std::panic::catch_unwind(check);
        longest = longest.max((one.elapsed(), seed));
        let fault = answer.unwrap_or_else(|_| Err("panic".to_owned()));
        if let Err(fault) = fault {
            faults += 1;
            println!("seed {seed}: {fault}");
        }
    }
    if longest.0 > fuzz::TIME_LIMIT {
        faults += 1;
        println!("seed {}: took {:?}", longest.1, longest.0);
    }
    println!(
        "{count} inputs in {:.1} s, {faults} faults, longest {:?} (seed {})",
        started.elapsed().as_secs_f64(),
        longest.0,
        longest.1
    );
    faults
}
