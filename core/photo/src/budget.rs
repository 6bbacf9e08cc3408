//! How much work a picture may cost, counted in operations and not by a clock.
//!
//! One unit is about one nanosecond on the machine where the limits were measured. The same
//! picture spends the same units everywhere, so it gets the same answer everywhere.

/// What is left to spend, and whether the person still waits.
pub struct Budget<'a> {
    left: u64,
    limit: u64,
    watch: &'a mut dyn super::Observer,
    cancelled: bool,
}

impl<'a> Budget<'a> {
    /// A limit of `units`.
    pub fn new(units: u64, watch: &'a mut dyn super::Observer) -> Self {
        Self { left: units, limit: units, watch, cancelled: false }
    }

    /// Takes `units`; false when they are not there, or when the person stopped the check.
    pub fn spend(&mut self, units: u64) -> bool {
        if self.left < units {
            self.left = 0;
            return false;
        }
        self.left -= units;
        !self.cancelled
    }

    /// Units taken so far; all of them where the last wish was too dear.
    pub const fn spent(&self) -> u64 {
        self.limit - self.left
    }

    /// Whether anything is left.
    pub fn open(&self) -> bool {
        self.left > 0 && !self.cancelled
    }

    /// Tells the watcher how far we are, and asks whether to go on.
    pub fn stage(&mut self, done: u32, of: u32) -> bool {
        self.watch.stage(done, of);
        self.cancelled |= self.watch.cancelled();
        !self.cancelled
    }

    /// Asks whether to go on.
    pub fn cancelled(&mut self) -> bool {
        self.cancelled |= self.watch.cancelled();
        self.cancelled
    }
}
