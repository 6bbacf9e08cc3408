//! `fuzz photos`: checks pixels and image files for panics, exceeded bounds, positions outside
//! the picture, CPU time and memory.

use rustix::time::{ClockId, clock_gettime};
use std::time::{Duration, Instant};
use yanka_tests::photos::fuzz;

/// Limit on the peak resident memory, in kilobytes. Empirical; no measurement recorded.
const MAX_RESIDENT_KB: u64 = 400_000;

/// Runs `count` inputs from `seed`; gives the number of faults.
pub fn run(count: u64, seed: u64) -> u64 {
    // A decoder's panic is caught by the core and would fill the screen here.
    std::panic::set_hook(Box::new(|_| {}));
    let (mut faults, mut longest, mut read) = (0_u64, (Duration::ZERO, 0_u64), 0);
    let started = Instant::now();
    for seed in seed..seed + count {
        let input = fuzz::input(seed);
        let before = cpu_time();
        let answer = std::panic::catch_unwind(|| fuzz::check(&input, false));
        let took = cpu_time() - before;
        longest = longest.max((took, seed));
        if took > fuzz::TIME_LIMIT {
            faults += 1;
            println!("seed {seed}: took {took:?} of processor time");
        }
        let answer = match answer {
            Ok(Ok(n)) if seed % 64 == 0 => {
                read += u64::from(n > 0);
                fuzz::check(&input, true)
            }
            Ok(answer) => answer,
            Err(_) => Err("panic".to_owned()),
        };
        if let Err(fault) = answer {
            faults += 1;
            println!("seed {seed}: {fault}");
        }
        if seed % 10_000 == 0 {
            println!(
                "… seed {seed}, {faults} faults, longest {longest:?}, {} MB",
                peak_memory_kb() / 1000
            );
        }
    }
    let memory = peak_memory_kb();
    if memory > MAX_RESIDENT_KB {
        faults += 1;
        println!("the process held {memory} kB");
    }
    println!(
        "{count} inputs in {:.1} s, {faults} faults, longest {:?} of processor time (seed {}), at \
         most {} MB held; about {} held a code that was read",
        started.elapsed().as_secs_f64(),
        longest.0,
        longest.1,
        memory / 1000,
        read * 64
    );
    faults
}

fn cpu_time() -> Duration {
    let t = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(t.tv_sec.unsigned_abs(), u32::try_from(t.tv_nsec).unwrap_or(0))
}

/// Peak resident memory of the process in kilobytes, as reported by Linux.
fn peak_memory_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse().ok()).unwrap_or(u64::MAX)
}
