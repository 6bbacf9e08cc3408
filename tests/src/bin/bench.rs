//! Prints what the whole line costs: start to first verdict, peak memory, size of the library.
//!
//! `cargo build --release --workspace`, then `cargo run --release -p yanka-tests --bin bench [RUNS]`;
//! `cargo build --profile dist -p yanka` adds the library as a phone gets it. Machines differ and
//! are noisy: compare rows of one run. Fails only where a command cannot be started.
#![allow(clippy::print_stdout)] // prints its rows

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;
use yanka_tests::{Folder, repository};

struct Cost {
    wall_ms: f64,
    cpu_ms: f64,
    peak_kib: u64,
}

fn main() -> std::io::Result<()> {
    let runs = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(11_usize);
    let target = repository().join("target");
    let yanka = target.join("release/yanka");
    let photo = repository().join("tests/photos/after-sales-wechat.jpg").display().to_string();
    let text = "您好，我是平台客服，包裹丢失给您理赔，请打开屏幕共享办理退款。";
    let home = Folder::new("bench");
    let tasks: [(&str, Vec<&str>); 6] = [
        ("a process that only prints its version", vec!["--version"]),
        ("a photographed card, no log", vec!["--no-log", "scan", &photo]),
        ("the same, kept in the log", vec!["scan", &photo]),
        ("a text, no log", vec!["--no-log", "text", text]),
        ("a link, no log", vec!["--no-log", "link", "https://u.wechat.com/EXAMPLE"]),
        ("an official number", vec!["hotline", "96110"]),
    ];
    println!("median of {runs} cold processes, after one warm-up:");
    println!("{:<42} {:>9} {:>9} {:>10}", "", "wall ms", "CPU ms", "peak MiB");
    for (name, args) in tasks {
        let mut all = Vec::with_capacity(runs);
        for run in 0..=runs {
            let cost = once(&yanka, &args, home.path())?;
            if run > 0 {
                all.push(cost);
            }
        }
        println!(
            "{name:<42} {:>9.1} {:>9.1} {:>10.1}",
            median(all.iter().map(|c| c.wall_ms)),
            median(all.iter().map(|c| c.cpu_ms)),
            median(all.iter().map(|c| c.peak_kib as f64)) / 1024.0
        );
    }
    println!("the library, stripped:");
    for library in ["release/libyanka.so", "dist/libyanka.so"] {
        size(&target.join(library), home.path())?;
    }
    Ok(())
}

fn once(command: &Path, args: &[&str], home: &Path) -> std::io::Result<Cost> {
    let started = Instant::now();
    let child = Command::new(command)
        .args(args)
        .env("YANKA_HOME", home)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let used = child.wait4()?.rusage;
    Ok(Cost {
        wall_ms: started.elapsed().as_secs_f64() * 1000.0,
        cpu_ms: (used.utime + used.stime).as_secs_f64() * 1000.0,
        peak_kib: used.maxrss / 1024,
    })
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// Prints the size of a library without its symbols, and as a phone downloads it.
fn size(library: &Path, folder: &Path) -> std::io::Result<()> {
    let name = library.strip_prefix(repository()).unwrap_or(library).display();
    if !library.exists() {
        println!("{name}: not built");
        return Ok(());
    }
    let stripped = folder.join("stripped.so");
    let done = Command::new("strip").arg("-o").arg(&stripped).arg(library).status()?;
    if !done.success() {
        return Err(std::io::Error::other("strip failed"));
    }
    let bytes = std::fs::read(&stripped)?;
    let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&bytes)?;
    let packed = packed.finish()?.len();
    let mib = |n: usize| n as f64 / 1_048_576.0;
    println!("{name}: {:.2} MiB, {:.2} MiB compressed", mib(bytes.len()), mib(packed));
    Ok(())
}
