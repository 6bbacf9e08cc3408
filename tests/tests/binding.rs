//! The FFI as the shells use it: the Kotlin and Swift bindings generate, and Python calls the
//! real library through its binding.

use std::path::Path;
use std::process::Command;
use yanka_tests::{Folder, build_artifact, repository};

fn generate(language: &str, into: &Path) {
    let output = Command::new(build_artifact("yanka-bindgen"))
        .args(["generate", "--language", language, "--no-format", "--out-dir"])
        .arg(into)
        .arg(build_artifact("libyanka.so"))
        .current_dir(repository())
        .output()
        .expect("the generator starts");
    assert!(output.status.success(), "{language}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn kotlin_and_swift_bindings_generate() {
    for (language, ending) in [("kotlin", "kt"), ("swift", "swift")] {
        let folder = Folder::new(language);
        generate(language, folder.path());
        let mut waiting = vec![folder.path().to_path_buf()];
        let mut found = false;
        while let Some(place) = waiting.pop() {
            for entry in std::fs::read_dir(place).expect("what was generated").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    waiting.push(path);
                } else if path.extension().is_some_and(|e| e == ending) {
                    let text = std::fs::read_to_string(&path).expect("a binding");
                    found |= text.contains("class Checker") && text.contains("checkPhoto");
                }
            }
        }
        assert!(found, "{language}: no binding for Checker");
    }
}

#[test]
fn python_calls_the_real_library() {
    let folder = Folder::new("python");
    generate("python", folder.path());
    std::fs::copy(build_artifact("libyanka.so"), folder.path().join("libyanka.so"))
        .expect("the library");
    let home = Folder::new("python-home");
    let output = Command::new("python3")
        .arg(repository().join("tests/binding/drive.py"))
        .arg(repository().join("tests/photos/after-sales-wechat.jpg"))
        .arg(home.path())
        .env("PYTHONPATH", folder.path())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("python3 starts");
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}{err}");
    assert_eq!(out.lines().last(), Some("driven"), "{out}{err}");
}
