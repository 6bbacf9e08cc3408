//! Reads the process's CPU time, which does not grow when other processes load the machine.

use rustix::time::{ClockId, clock_gettime};

/// Milliseconds that this thread has had of a processor.
#[must_use]
pub fn processor_ms() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}
