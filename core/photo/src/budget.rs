//! Bounds the work that one picture may cost, counted in operations.
//!
//! Must not depend on a clock: the same picture spends the same units on every machine, so it gets
//! the same result on every machine. One unit is about one nanosecond on the machine where the
//! limits were measured; that machine is not recorded.

use crate::Observer;

/// Units of one bilinear sample of a picture, as measured; the measurement is not recorded.
pub const SAMPLE_COST: u64 = 7;

/// The remaining work units of one reading, and the caller's cancellation.
pub struct Budget<'a> {
    limit: u64,
    remaining: u64,
    observer: &'a mut dyn Observer,
    cancelled: bool,
}

impl<'a> Budget<'a> {
    /// A budget of `limit` units.
    pub fn new(limit: u64, observer: &'a mut dyn Observer) -> Self {
        Self { limit, remaining: limit, observer, cancelled: false }
    }

    /// Takes `units`. Returns false, and empties the budget, where fewer are left; returns false
    /// after a cancellation too.
    pub fn spend(&mut self, units: u64) -> bool {
        if self.remaining < units {
            self.remaining = 0;
            return false;
        }
        self.remaining -= units;
        !self.cancelled
    }

    /// Units spent so far; the whole limit once a request exceeded what was left.
    pub const fn spent(&self) -> u64 {
        self.limit - self.remaining
    }

    /// Whether units are left and the reading is not cancelled.
    pub fn has_remaining(&self) -> bool {
        self.remaining > 0 && !self.cancelled
    }

    /// Reports progress to the observer. Returns false where the observer cancels.
    pub fn report_stage(&mut self, done: u32, total: u32) -> bool {
        self.observer.stage(done, total);
        !self.poll_cancelled()
    }

    /// Asks the observer whether to stop; a cancellation is final.
    pub fn poll_cancelled(&mut self) -> bool {
        self.cancelled |= self.observer.cancelled();
        self.cancelled
    }
}
