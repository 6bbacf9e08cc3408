//! `fuzz links`: checks link-like texts for invalid spans, exceeded bounds,
//! non-canonical hosts, panics and slow inputs.

use std::time::{Duration, Instant};
use yanka::link::Brands;
use yanka_tests::links::{brands, fuzz};

/// Runs `count` inputs from `seed`; gives the number of faults.
pub fn run(count: u64, seed: u64) -> u64 {
    let brands: Brands = brands();
    let (mut faults, mut longest) = (0_u64, (Duration::ZERO, 0_u64));
    let started = Instant::now();
    for seed in seed..seed + count {
        let text = fuzz::text(seed);
        let one = Instant::now();
        let answer = std::panic::catch_unwind(|| fuzz::check(&text, &brands));
        longest = longest.max((one.elapsed(), seed));
        match answer {
            Ok(Ok(())) => {}
            Ok(Err(fault)) => {
                faults += 1;
                println!("seed {seed}: {fault}");
            }
            Err(_) => {
                faults += 1;
                println!("seed {seed}: panic");
            }
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
