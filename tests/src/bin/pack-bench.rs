//! Measures look-ups in a list of hosts: our pack beside Brave's `adblock` crate and a `HashSet`.
//!
//! `cargo run --release -p yanka-tests --features pack-bench --bin pack-bench -- 10000 1000000
//! 10000000`. Every engine and size gets a process of its own, so that memory is its own too. The
//! lists are generated: the same on every machine.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it stops where it fails

use std::collections::{BTreeSet, HashSet};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use adblock::Engine;
use adblock::request::Request;
use yanka::pack::Pack;
use yanka_rules::host_lists::{HostLists, Hosts};
use yanka_rules::train::stored::StoredModel;
use yanka_rules::{compile, source_files};
use yanka_tests::repository;

/// The host on which the rule of the list proves itself.
const KNOWN_HOST: &str = "bad.example.com";

const LOOKUPS: usize = 100_000;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    if let [engine, size, folder] = args.as_slice()
        && engine.parse::<usize>().is_err()
    {
        return one(engine, size.parse().unwrap(), Path::new(folder));
    }
    let folder = env::temp_dir().join(format!("yanka-pack-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    println!(
        "engine    hosts     build s  cpu s  file MB  open ms  RSS open MB  RSS looked MB  hit p50/p99 µs  miss p50/p99 µs"
    );
    for size in &args {
        let hosts = hosts(size.parse().unwrap());
        fs::write(list(&folder), hosts.join("\n")).unwrap();
        drop(hosts);
        for engine in ["pack", "hashset", "adblock"] {
            for part in ["build", "open"] {
                let task = format!("{engine}-{part}");
                let me = env::current_exe().unwrap();
                let run =
                    Command::new(me).args([task.as_str(), size, folder.to_str().unwrap()]).status();
                if !run.unwrap().success() {
                    println!("{engine:<9} {size:<9} failed at {part}");
                }
            }
        }
    }
    fs::remove_dir_all(&folder).unwrap();
}

fn one(task: &str, size: usize, folder: &Path) {
    match task {
        "pack-build" => build(folder, "pack", size, |list, out| {
            // All that `yanka-rules build` does, checks and examples included.
            let mut base =
                source_files::load(&repository().join("tests/cases/rules/base")).unwrap();
            let text = &mut base[0].text;
            *text = text.replace(&format!("host = [\"{KNOWN_HOST}\"]"), "host_list = \"list\"");
            fs::write(
                out,
                compile(&base, &OneList(list.to_owned()), &StoredModel::default()).unwrap().1,
            )
            .unwrap();
        }),
        "hashset-build" => build(folder, "hashset", size, |list, out| {
            fs::copy(list, out).unwrap();
        }),
        "adblock-build" => build(folder, "adblock", size, |list, out| {
            let mut rules = String::new();
            for host in fs::read_to_string(list).unwrap().lines() {
                let _ = writeln!(rules, "||{host}^");
            }
            fs::write(out, Engine::new_with_list_text(rules).serialize()).unwrap();
        }),
        "pack-open" => measure_lookups(folder, "pack", |file| {
            let pack = Pack::open_unverified_file(file).unwrap();
            move |host: &str| !pack.rules_for_host(host).unwrap().is_empty()
        }),
        "hashset-open" => measure_lookups(folder, "hashset", |file| {
            let text = fs::read_to_string(file).unwrap();
            let hosts: HashSet<String> = text.lines().map(str::to_owned).collect();
            move |host: &str| {
                let mut names = host.match_indices('.').filter_map(|(dot, _)| host.get(dot + 1..));
                hosts.contains(host) || names.any(|name| hosts.contains(name))
            }
        }),
        "adblock-open" => measure_lookups(folder, "adblock", |file| {
            let mut engine = Engine::new_with_list_text("");
            engine.deserialize(&fs::read(file).unwrap()).unwrap();
            move |host: &str| {
                let url = format!("https://{host}/");
                let request =
                    Request::new(&url, "https://page.example/", "document", "GET").unwrap();
                engine.check_network_request(&request).filter.is_some()
            }
        }),
        other => panic!("{other} is no task"),
    }
}

fn build(folder: &Path, engine: &str, size: usize, make: impl FnOnce(&Path, &Path)) {
    let started = Instant::now();
    let out = folder.join(engine);
    let _ = fs::remove_file(&out);
    make(&list(folder), &out);
    let took = started.elapsed().as_secs_f64();
    let cpu = cpu_seconds();
    let megabytes = fs::metadata(&out).unwrap().len() as f64 / 1e6;
    print!("{engine:<9} {size:<9} {took:>7.2} {cpu:>6.2}  {megabytes:>7.1}  ");
    let _ = io::Write::flush(&mut io::stdout());
}

fn measure_lookups<L: Fn(&str) -> bool>(folder: &Path, engine: &str, open: impl Fn(&Path) -> L) {
    // The names come first, so that their memory is not the engine's.
    let (hits, misses) = samples(&list(folder));
    let file = folder.join(engine);
    let before = resident();
    let started = Instant::now();
    let look = open(&file);
    let mut took = vec![started.elapsed()];
    let after_open = resident() - before;
    let (hit, found) = timed(&look, &hits);
    let (miss, none) = timed(&look, &misses);
    assert_eq!((found, none), (hits.len(), 0), "{engine} answers wrongly");
    let after = resident() - before;
    // Opened again and again, for the median: one time alone may be the neighbours' doing.
    drop(look);
    while took.len() < 15 && started.elapsed() < Duration::from_secs(20) {
        let started = Instant::now();
        black_box(open(&file));
        took.push(started.elapsed());
    }
    took.sort_unstable();
    let opened = took[took.len() / 2].as_secs_f64() * 1000.0;
    println!("{opened:>7.2}  {after_open:>11.1}  {after:>13.1}  {hit:>14}  {miss:>15}");
}

/// Median and 99th percentile in microseconds, and how many were found.
fn timed(look: impl Fn(&str) -> bool, names: &[String]) -> (String, usize) {
    let mut found = 0;
    let mut took: Vec<Duration> = names
        .iter()
        .map(|name| {
            let started = Instant::now();
            found += usize::from(black_box(look(name)));
            started.elapsed()
        })
        .collect();
    took.sort_unstable();
    let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e6;
    (format!("{:.1}/{:.1}", at(0.5), at(0.99)), found)
}

/// Half of the look-ups for hosts under listed ones, half for hosts like them that are not listed.
fn samples(list: &Path) -> (Vec<String>, Vec<String>) {
    let text = fs::read_to_string(list).unwrap();
    let count = text.lines().count();
    let step = (count / (LOOKUPS / 2)).max(1);
    let listed: Vec<&str> = text.lines().step_by(step).collect();
    let mut random = Random(7);
    let mut hits: Vec<String> = Vec::with_capacity(LOOKUPS / 2);
    let mut misses = Vec::with_capacity(LOOKUPS / 2);
    for _ in 0..LOOKUPS / 2 {
        let host = listed[random.below(listed.len())];
        hits.push(format!("www.{host}"));
        misses.push(format!("www.x{host}"));
    }
    (hits, misses)
}

/// What this process has cost so far, whatever its neighbours did.
fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let behind_name = stat.rsplit(')').next().unwrap();
    let ticks = behind_name.split_whitespace().skip(11).take(2).map(|t| t.parse::<f64>().unwrap());
    ticks.sum::<f64>() / 100.0
}

/// Resident memory of this process in MB.
fn resident() -> f64 {
    let statm = fs::read_to_string("/proc/self/statm").unwrap();
    let pages: f64 = statm.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096.0 / 1e6
}

/// `count` hosts in order, none under another.
fn hosts(count: usize) -> Vec<String> {
    const ENDINGS: &[&str] =
        &["com", "cn", "net", "top", "xyz", "com.cn", "shop", "vip", "cc", "info"];
    let mut random = Random(0x5851_f42d_4c95_7f2d);
    let mut hosts = BTreeSet::from([KNOWN_HOST.to_owned()]);
    while hosts.len() < count {
        let letters = 6 + random.below(9);
        let mut name: String =
            (0..letters).map(|_| char::from(b'a' + random.below(26) as u8)).collect();
        let _ = write!(name, "{}", random.below(1000));
        hosts.insert(format!("{name}.{}", ENDINGS[random.below(ENDINGS.len())]));
    }
    hosts.into_iter().collect()
}

fn list(folder: &Path) -> PathBuf {
    folder.join("list.txt")
}

struct OneList(PathBuf);

impl HostLists for OneList {
    fn hosts(&self, _: &str) -> io::Result<Hosts> {
        let lines = io::BufReader::new(fs::File::open(&self.0)?);
        Ok(Box::new(io::BufRead::lines(lines).map_while(Result::ok)))
    }
}

/// xorshift64*: the same list every time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
    }
}
