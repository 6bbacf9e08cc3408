//! Checks the invariants that no type can express: which module may use which name.
//!
//! Each failure names the file and the violated sentence of ARCHITECTURE.md.

use std::process::Command;
use yanka_tests::{build_artifact, repository};

struct Source {
    path: String,
    text: String,
}

/// Every tracked source file with one of `endings`, path relative to the repository.
fn sources(endings: &[&str]) -> Vec<Source> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(repository())
        .output()
        .expect("git lists the files");
    assert!(listed.status.success(), "git lists the files");
    let names = String::from_utf8(listed.stdout).expect("names are UTF-8");
    let sources: Vec<_> = names
        .lines()
        .filter(|n| endings.iter().any(|e| n.ends_with(e)))
        .filter_map(|n| {
            let text = std::fs::read_to_string(repository().join(n)).ok()?;
            Some(Source { path: n.to_owned(), text })
        })
        .collect();
    assert!(!sources.is_empty(), "no {endings:?} file found");
    sources
}

/// The source text of a file without comments and `mod tests`.
fn code(source: &Source) -> String {
    let body = source.text.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
    body.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

fn names(code: &str, word: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '-');
    code.match_indices(word).any(|(at, _)| {
        edge(code[..at].chars().next_back()) && edge(code[at + word.len()..].chars().next())
    })
}

/// Files that contain `word` and match none of the path prefixes `allowed`.
fn trespassers(word: &str, allowed: &[&str]) -> Vec<String> {
    sources(&[".rs"])
        .into_iter()
        .filter(|s| !s.path.starts_with("tests/") && names(&code(s), word))
        .filter(|s| !allowed.iter().any(|a| s.path.starts_with(a)))
        .map(|s| s.path)
        .collect()
}

fn nobody(found: &[String], invariant: &str) {
    assert!(found.is_empty(), "{invariant}\n  {}", found.join("\n  "));
}

#[test]
fn only_the_sqlite_module_opens_databases() {
    nobody(
        &trespassers("Connection::open", &["core/storage/src/sqlite.rs", "rules/src/"]),
        "SQLite is opened in core/storage/src/sqlite.rs alone, once it has started.",
    );
}

#[test]
fn only_the_api_uses_uniffi() {
    let allowed = [
        "core/src/ffi",
        "core/src/report",
        "core/src/error.rs",
        "core/src/lib.rs",
        "core/bindgen/",
    ];
    nobody(
        &trespassers("uniffi", &allowed),
        "`uniffi` only in ffi, report, error.rs, lib.rs and the generator.",
    );
}

#[test]
fn core_never_depends_on_the_rule_compiler() {
    let found: Vec<_> = sources(&[".toml"])
        .into_iter()
        .filter(|s| s.path.starts_with("core/") && s.text.contains("yanka-rules"))
        .map(|s| s.path)
        .collect();
    nobody(&found, "core does not depend on rules.");
    let found: Vec<_> = sources(&["Cargo.toml"])
        .into_iter()
        .filter(|s| !s.path.starts_with("tests/") && s.path != "Cargo.toml")
        .filter(|s| s.text.contains("yanka-tests"))
        .map(|s| s.path)
        .collect();
    nobody(&found, "Nothing depends on tests.");
}

#[test]
fn every_rust_file_has_a_header_and_at_most_400_lines() {
    let mut found = Vec::new();
    for source in sources(&[".rs"]) {
        if !source.text.starts_with("//!") {
            found.push(format!("{}: no //! at the top", source.path));
        }
        let lines = source.text.split("#[cfg(test)]\nmod tests").next().unwrap_or("").lines();
        let count = lines.count();
        if count > 400 && !source.path.starts_with("tests/") {
            found.push(format!("{}: {count} lines", source.path));
        }
    }
    nobody(&found, "Every file opens with `//!`, none outside tests/ is over 400 lines.");
}

#[test]
fn the_core_never_panics_or_prints() {
    let mut found = Vec::new();
    for source in sources(&[".rs"]) {
        let printer = source.path.starts_with("core/cli/src/show") || source.path.contains("/bin/");
        // A fuzz target panics to report a fault, as a test does.
        if source.path.starts_with("tests/") || source.path.starts_with("fuzz/") {
            continue;
        }
        let code = code(&source);
        for word in [".unwrap()", ".expect(", "dbg!(", "todo!(", "unimplemented!("] {
            if code.contains(word) {
                found.push(format!("{}: {word}", source.path));
            }
        }
        if names(&code, "unsafe") {
            found.push(format!("{}: unsafe", source.path));
        }
        for word in ["println!(", "print!(", "eprintln!(", "eprint!("] {
            let rules_printer = source.path.starts_with("rules/src/main");
            if !printer && !rules_printer && code.contains(word) {
                found.push(format!("{}: {word}", source.path));
            }
        }
    }
    nobody(&found, "Invariant 8: no unwrap, print, dbg or unsafe outside tests and printers.");
}

#[test]
fn no_crate_under_core_can_open_a_socket() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "-p", "yanka", "-e", "normal,build", "--prefix", "none"])
        .args(["--format", "{p}"])
        .current_dir(repository())
        .output()
        .expect("cargo prints the tree");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    assert!(tree.contains("rusqlite"), "the tree lists known crates");
    let found: Vec<_> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|name| {
            ["reqwest", "hyper", "ureq", "curl", "tokio", "mio", "socket2", "rustls", "openssl"]
                .contains(name)
        })
        .map(str::to_owned)
        .collect();
    nobody(&found, "Invariant 4: no crate that can open a socket under core.");
    let found: Vec<_> = sources(&[".rs"])
        .into_iter()
        .filter(|s| s.path.starts_with("core/") || s.path.starts_with("rules/"))
        .filter(|s| {
            let code = code(s);
            // The core parses addresses to inspect them; only these names open a connection.
            ["TcpStream", "TcpListener", "UdpSocket", "UnixStream", "UnixListener", "ToSocketAddrs"]
                .iter()
                .any(|word| names(&code, word))
        })
        .map(|s| s.path)
        .collect();
    nobody(&found, "Invariant 4: no networking of the standard library either.");
}

#[test]
fn the_library_imports_no_network_call() {
    let library = build_artifact("libyanka.so");
    let symbols = Command::new("nm")
        .args(["-D", "--undefined-only"])
        .arg(&library)
        .output()
        .expect("nm reads the library");
    assert!(symbols.status.success(), "nm reads {}", library.display());
    let symbols = String::from_utf8_lossy(&symbols.stdout).into_owned();
    assert!(symbols.contains("malloc"), "the list contains known symbols");
    let network = ["connect", "getaddrinfo", "gethostbyname", "bind", "listen", "accept"];
    let found: Vec<_> = symbols
        .lines()
        .filter_map(|line| line.split_whitespace().last())
        .map(|symbol| symbol.split('@').next().unwrap_or(symbol))
        .filter(|s| network.contains(s) || s.starts_with("send") && *s != "sendfile64")
        .map(str::to_owned)
        .collect();
    nobody(&found, "Invariant 4: the library imports no network call.");
}

#[test]
fn only_the_core_file_of_a_shell_imports_the_binding() {
    let found: Vec<_> = sources(&[".kt", ".swift", ".rs"])
        .into_iter()
        .filter(|s| s.path.ends_with(".kt") || s.path.ends_with(".swift"))
        .filter(|s| s.text.contains("import uniffi.") || s.text.contains("import Yanka\n"))
        .filter(|s| !s.path.ends_with("/Core.kt") && !s.path.ends_with("/Core.swift"))
        .filter(|s| !s.path.contains("/test/") && !s.path.contains("/Tests/"))
        .map(|s| s.path)
        .collect();
    nobody(&found, "Invariant 9: only the shells' Core file imports the generated binding.");
}

#[test]
fn architecture_has_at_most_150_lines() {
    let page = std::fs::read_to_string(repository().join("ARCHITECTURE.md")).expect("the page");
    let lines = page.lines().count();
    assert!(lines <= 150, "ARCHITECTURE.md has {lines} lines, at most 150");
}

#[test]
fn case_files_are_named_for_reading() {
    let found: Vec<_> = sources(&[".toml"])
        .into_iter()
        .filter(|s| s.path.starts_with("tests/cases/"))
        .filter(|s| {
            let name = s.path.rsplit('/').next().unwrap_or("");
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
            !name.chars().all(plain) || s.text.contains('\r')
        })
        .map(|s| s.path)
        .collect();
    nobody(&found, "Case files are lowercase-with-hyphens and use LF.");
}
