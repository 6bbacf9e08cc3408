//! Lays the measured photographs out as tables.

use super::{READERS, Row};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Classes of size by their upper ends in pixels.
const CLASSES: [(&str, u64); 4] =
    [("<= 0.4 MP", 400_000), ("0.4-2 MP", 2_000_000), ("2-7 MP", 7_000_000), ("12 MP", u64::MAX)];

pub fn print(rows: &[Row]) -> String {
    let readers = rows.first().map_or(0, |r| r.answers.len());
    let mut out = String::new();
    rates(&mut out, rows, readers);
    times(&mut out, rows, readers);
    if readers > 1 {
        list(&mut out, rows, "read by zxing-cpp and not by yanka", |r| {
            r.is_read(1) && !r.is_read(0)
        });
        list(&mut out, rows, "read by yanka and not by zxing-cpp", |r| {
            r.is_read(0) && !r.is_read(1)
        });
    }
    list(&mut out, rows, "known and not read by yanka", |r| r.is_known() && !r.is_read(0));
    list(&mut out, rows, "of unknown text, something read by yanka", |r| {
        !r.label.symbols.is_empty() && !r.is_known() && !r.answers[0].texts.is_empty()
    });
    for (i, name) in READERS.iter().enumerate().take(readers) {
        list(&mut out, rows, &format!("misread by {name}"), |r| r.misread_count(i) > 0);
    }
    out
}

fn rates(out: &mut String, rows: &[Row], readers: usize) {
    let _ = write!(out, "{:36}", "photographs of known text read, %");
    for name in &READERS[..readers] {
        let _ = write!(out, " {name:>16}");
    }
    let _ = writeln!(out, "    symbols read of known");
    let line = |out: &mut String, name: &str, rows: &[&Row]| {
        let known: Vec<&&Row> = rows.iter().filter(|r| r.is_known()).collect();
        if known.is_empty() {
            return;
        }
        let _ = write!(out, "{name:36}");
        for i in 0..readers {
            let n = known.iter().filter(|r| r.is_read(i)).count();
            let share = 100.0 * n as f64 / known.len() as f64;
            let _ = write!(out, " {n:4} of {:3} {share:5.1}", known.len());
        }
        let symbols = |r: &&&Row| r.label.symbols.iter().filter(|k| k.is_known()).count();
        let all: usize = known.iter().map(symbols).sum();
        let read = |i| known.iter().map(|r| r.correct_count(i)).sum::<usize>().to_string();
        let each: Vec<String> = (0..readers).map(read).collect();
        let _ = writeln!(out, "    {} of {all}", each.join(" / "));
    };
    let mut families: Vec<(String, Vec<&Row>)> = Vec::new();
    for (set, rows) in by_set(rows) {
        line(out, set, &rows);
        let family = set.split('-').next().unwrap_or(set).to_owned();
        match families.iter_mut().find(|(name, _)| *name == family) {
            Some((_, all)) => all.extend(rows),
            None => families.push((family, rows)),
        }
    }
    for (family, rows) in families {
        line(out, &format!("all {family}"), &rows);
    }
    line(out, "all", &rows.iter().collect::<Vec<_>>());
    for (i, name) in READERS.iter().enumerate().take(readers) {
        let empty: Vec<&Row> = rows.iter().filter(|r| r.label.symbols.is_empty()).collect();
        let false_ones = empty.iter().filter(|r| !r.answers[i].texts.is_empty()).count();
        let wrong = rows.iter().filter(|r| r.misread_count(i) > 0).count();
        let unknown = rows.iter().filter(|r| !r.label.symbols.is_empty() && !r.is_known());
        let (all, some) = unknown
            .fold((0, 0), |(n, m), r| (n + 1, m + usize::from(!r.answers[i].texts.is_empty())));
        let _ = writeln!(
            out,
            "{name}: {false_ones} false positives on {} photographs without a code, {wrong} \
             photographs misread; of {all} with unknown text something was read on {some}",
            empty.len()
        );
    }
}

/// Photographs by set, sorted by set name.
fn by_set(rows: &[Row]) -> BTreeMap<&str, Vec<&Row>> {
    let mut sets: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        sets.entry(&row.label.set).or_default().push(row);
    }
    sets
}

fn times(out: &mut String, rows: &[Row], readers: usize) {
    let _ = writeln!(out, "processor ms, grey to texts: median / p95 / max");
    let mut least = 0;
    for (class, most) in CLASSES {
        let of: Vec<&Row> = rows.iter().filter(|r| r.pixels > least && r.pixels <= most).collect();
        least = most;
        if of.is_empty() {
            continue;
        }
        let _ = write!(out, "{class:10} {:4} photographs", of.len());
        let mut medians = Vec::new();
        for (i, name) in READERS.iter().enumerate().take(readers) {
            let mut ms: Vec<f64> = of.iter().map(|r| r.answers[i].ms).collect();
            ms.sort_by(f64::total_cmp);
            let at = |p: f64| ms[((ms.len() - 1) as f64 * p).round() as usize];
            medians.push(at(0.5));
            let _ = write!(out, "   {name} {:.2} / {:.1} / {:.0}", at(0.5), at(0.95), at(1.0));
        }
        if readers > 1 {
            let _ = write!(out, "   medians yanka : zxing-cpp {:.2}", medians[0] / medians[1]);
        }
        let _ = writeln!(out);
    }
}

fn list(out: &mut String, rows: &[Row], what: &str, which: impl Fn(&Row) -> bool) {
    let files: Vec<&str> =
        rows.iter().filter(|r| which(r)).map(|r| r.label.file.as_str()).collect();
    let _ = writeln!(out, "{what}: {}", files.len());
    for file in files {
        let _ = writeln!(out, "  {file}");
    }
}
