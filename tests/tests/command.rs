//! Runs the command `yanka` end to end: tests/cases/command, and the log commands.

use serde::Deserialize;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use yanka_tests::{Folder, Ledger, build_artifact, cases, repository};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code)] // documents the case only
    why: String,
    args: Vec<String>,
    #[serde(default)]
    stdin: String,
    /// Standard input as bytes in hexadecimal, in place of `stdin`.
    #[serde(default)]
    stdin_hex: String,
    status: i32,
    /// Number of lines on standard output.
    lines: Option<usize>,
    /// Strings that standard output contains.
    #[serde(default)]
    says: Vec<String>,
    /// Strings that standard output must not contain.
    #[serde(default)]
    never_says: Vec<String>,
    /// Strings that standard error contains.
    #[serde(default)]
    complains: Vec<String>,
}

#[test]
fn every_case_gives_the_expected_output() {
    let made = Folder::new("made");
    make_broken_files(made.path());
    let home = Folder::new("home");
    let schema = schema();
    let outcomes: Vec<_> = cases::<Case>("command")
        .iter()
        .map(|case| (case.name.clone(), wrong_with(case, made.path(), home.path(), &schema)))
        .collect();
    assert!(outcomes.len() >= 25);
    let complaints = Ledger::of("command").discrepancies(&outcomes);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

fn wrong_with(
    case: &Case,
    made: &Path,
    home: &Path,
    schema: &jsonschema::Validator,
) -> Option<String> {
    let photos = repository().join("tests/photos").display().to_string();
    let args: Vec<_> = case
        .args
        .iter()
        .map(|a| a.replace("{photos}", &photos).replace("{made}", &made.display().to_string()))
        .collect();
    let bytes = if case.stdin_hex.is_empty() {
        case.stdin.as_bytes().to_vec()
    } else {
        let digits: Vec<char> = case.stdin_hex.chars().filter(|c| !c.is_whitespace()).collect();
        let byte = |pair: &[char]| {
            u8::from_str_radix(&pair.iter().collect::<String>(), 16).expect("hexadecimal digits")
        };
        digits.chunks(2).map(byte).collect()
    };
    let output = yanka(&args, &bytes, home);
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    let status = output.status.code();
    if status != Some(case.status) {
        return Some(format!("status {status:?}, not {}\n{out}{err}", case.status));
    }
    if out.contains("panicked") || err.contains("panicked") {
        return Some(format!("a panic\n{err}"));
    }
    if let Some(lines) = case.lines.filter(|l| *l != out.lines().count()) {
        return Some(format!("{} lines, not {lines}\n{out}", out.lines().count()));
    }
    let lacks = |text: &str, wanted: &[String]| {
        wanted.iter().find(|w| !text.contains(w.as_str())).map(|w| format!("lacks {w}\n{text}"))
    };
    let said = case.never_says.iter().find(|w| out.contains(w.as_str()));
    if let Some(word) = said {
        return Some(format!("says {word}\n{out}"));
    }
    lacks(&out, &case.says).or_else(|| lacks(&err, &case.complains)).or_else(|| {
        ["scan", "text", "link"]
            .iter()
            .any(|t| args.contains(&(*t).to_owned()))
            .then(|| unlike(&args, &out, schema))?
    })
}

/// The first output that violates the documented JSON schema.
fn unlike(args: &[String], out: &str, schema: &jsonschema::Validator) -> Option<String> {
    if !args.contains(&"--json".to_owned()) {
        return None;
    }
    out.lines().find_map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        schema.iter_errors(&value).next().map(|e| format!("{}: {e}", e.instance_path()))
    })
}

fn schema() -> jsonschema::Validator {
    let path = repository().join("docs/report.schema.json");
    let text = std::fs::read_to_string(path).expect("the schema");
    let schema = serde_json::from_str(&text).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
}

fn yanka(args: &[String], stdin: &[u8], home: &Path) -> Output {
    use std::io::Write;
    let mut child = Command::new(build_artifact("yanka"))
        .args(args)
        .env("YANKA_HOME", home)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut pipe = child.stdin.take().expect("the standard input of the command");
    pipe.write_all(stdin).expect("the command reads its input");
    drop(pipe);
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn make_broken_files(folder: &Path) {
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.join(name), bytes).expect("a file for the test");
    };
    write("empty.jpg", b"");
    write("text.jpg", "这不是照片，是一段文字。".as_bytes());
    write("zero.png", &png_header(0, 0));
    write("huge.png", &png_header(60_000, 60_000));
    image::GrayImage::from_pixel(320, 240, image::Luma([200]))
        .save(folder.join("no-code.png"))
        .expect("a plain picture");
}

/// A PNG whose header declares `width` × `height` grey pixels and that contains none
/// (PNG 3rd ed., 11.2.1).
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(width.to_be_bytes());
    chunk.extend(height.to_be_bytes());
    chunk.extend([8, 0, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(13_u32.to_be_bytes());
    file.extend(&chunk);
    file.extend(crc32fast::hash(&chunk).to_be_bytes());
    file
}

#[test]
fn three_checks_are_listed_and_no_file_contains_their_plaintext() {
    let home = Folder::new("log");
    let photo = repository().join("tests/photos/after-sales-wechat.jpg").display().to_string();
    let payload = "https://u.wechat.com/EXAMPLE-private-payload1";
    let message = "PLAINTEXT-MARKER 客服让我共享屏幕办理退款";
    let run = |args: &[&str]| {
        let args: Vec<_> = args.iter().map(|a| (*a).to_owned()).collect();
        yanka(&args, b"", home.path())
    };
    run(&["scan", &photo]);
    run(&["link", payload]);
    run(&["text", message]);
    let listed = run(&["--json", "log", "list"]);
    let lines: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("a JSON array");
    assert_eq!(lines.as_array().map(Vec::len), Some(3), "{lines}");

    // The payload of the photo's code, as the command itself decodes it.
    let read = run(&["--json", "--no-log", "scan", &photo]);
    let report: serde_json::Value = serde_json::from_slice(&read.stdout).expect("a report");
    let printed = report["codes"][0]["text"].as_str().expect("the card's payload").to_owned();
    let secrets = [printed.as_str(), payload, message, "PLAINTEXT-MARKER", "u.wechat.com"];
    for entry in std::fs::read_dir(home.path()).expect("the log's folder").flatten() {
        let bytes = std::fs::read(entry.path()).unwrap_or_default();
        let name = entry.file_name();
        for secret in secrets {
            for start in 0..=secret.len().saturating_sub(8) {
                let Some(piece) = secret.as_bytes().get(start..start + 8) else { continue };
                let found = bytes.windows(8).any(|w| w == piece);
                assert!(!found, "{} contains plaintext of a checked item", name.display());
            }
        }
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let key = std::fs::metadata(home.path().join("journal.key")).expect("the key");
        assert_eq!(key.permissions().mode() & 0o777, 0o600);
    }

    let kept = run(&["--json", "--no-log", "text", "不留记录"]);
    assert!(text(&kept.stdout).contains("\"entry\":null"));
    let shown = run(&["log", "show", "1"]);
    assert_eq!(shown.status.code(), Some(0), "{}", text(&shown.stderr));
    assert_eq!(run(&["log", "delete", "1"]).status.code(), Some(0));
    assert_eq!(run(&["log", "show", "1"]).status.code(), Some(2));
    assert_eq!(run(&["log", "erase"]).status.code(), Some(2), "erasing requires confirmation");
    assert_eq!(run(&["log", "erase", "--yes"]).status.code(), Some(0));
    let listed = run(&["--json", "log", "list"]);
    assert_eq!(text(&listed.stdout).trim(), "[]");
}

#[test]
fn a_wrong_key_is_reported_and_changes_nothing() {
    let home = Folder::new("wrong-key");
    let run = |args: &[&str]| {
        let args: Vec<_> = args.iter().map(|a| (*a).to_owned()).collect();
        yanka(&args, b"", home.path())
    };
    run(&["text", "记一条"]);
    let key = home.path().join("journal.key");
    let right = std::fs::read(&key).expect("the key");
    let mut wrong = right.clone();
    wrong[0] ^= 1;
    std::fs::write(&key, &wrong).expect("another key");
    let refused = run(&["text", "再记一条"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("另一把钥匙"), "{}", text(&refused.stderr));
    assert_eq!(run(&["--no-log", "text", "不记录也能查"]).status.code(), Some(0));
    std::fs::write(&key, &right).expect("the key again");
    let listed = run(&["--json", "log", "list"]);
    let lines: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("a JSON array");
    assert_eq!(lines.as_array().map(Vec::len), Some(1));
}

#[test]
fn evidence_survives_erasing_and_is_exported() {
    let home = Folder::new("evidence-home");
    let photo = repository().join("tests/photos/after-sales-wechat.jpg").display().to_string();
    let file = home.path().join("evidence.zip").display().to_string();
    let run = |args: &[&str]| {
        let args: Vec<_> = args.iter().map(|a| (*a).to_owned()).collect();
        yanka(&args, b"", home.path())
    };
    run(&["scan", &photo]);
    run(&["text", "客服让我共享屏幕"]);
    assert_eq!(run(&["log", "evidence", "1", "--photo", &photo]).status.code(), Some(0));
    let erased = run(&["log", "erase", "--yes"]);
    assert!(text(&erased.stdout).contains("--evidence"), "{}", text(&erased.stdout));
    assert_eq!(run(&["log", "show", "1"]).status.code(), Some(0), "evidence stays");
    assert_eq!(run(&["log", "show", "2"]).status.code(), Some(2));

    let exported = run(&["log", "export", &file, "1"]);
    assert_eq!(exported.status.code(), Some(0), "{}", text(&exported.stderr));
    let zip = std::fs::File::open(&file).expect("the evidence file");
    let zip = zip::ZipArchive::new(zip).expect("a ZIP");
    let names: Vec<String> = zip.file_names().flatten().map(|n| n.into_owned()).collect();
    let has = |name: &str| names.iter().any(|n| n == name);
    assert!(has("report.html") && has("SHA256SUMS"), "{names:?}");
    let again = run(&["log", "export", &file, "1"]);
    assert_eq!(again.status.code(), Some(2), "an existing file is not overwritten");

    assert_eq!(run(&["log", "keep", "nothing"]).status.code(), Some(0));
    run(&["text", "这一条不记"]);
    let lines = run(&["--json", "log", "list"]);
    let lines: serde_json::Value = serde_json::from_slice(&lines.stdout).expect("a JSON array");
    assert_eq!(lines.as_array().map(Vec::len), Some(1));
    assert_eq!(run(&["log", "erase", "--yes", "--evidence"]).status.code(), Some(0));
    assert_eq!(text(&run(&["--json", "log", "list"]).stdout).trim(), "[]");
}

#[test]
fn an_unreadable_photo_has_a_label_in_the_log() {
    let (made, home) = (Folder::new("nameless"), Folder::new("nameless-home"));
    make_broken_files(made.path());
    let photo = made.path().join("no-code.png").display().to_string();
    yanka(&["scan".to_owned(), photo], b"", home.path());
    let listed = yanka(&["log".to_owned(), "list".to_owned()], b"", home.path());
    assert!(text(&listed.stdout).contains("照片"), "{}", text(&listed.stdout));
}
