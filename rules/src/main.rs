//! The command `yanka-rules`: reads arguments and files, prints results.
//!
//! Decides nothing about rules; the library does.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command prints

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use yanka_rules::diagnostic::{SourceFile, render};
use yanka_rules::host_lists::FolderLists;
use yanka_rules::source::Sources;
use yanka_rules::train::stored::{Origin, StoredModel};
use yanka_rules::{
    CompileError, compile, corpus, diff, explain, fact_coverage, import, pack_text, parse, sign,
    source_files, train,
};

/// First bytes of a ZIP archive (PKWARE APPNOTE, 4.3.7).
const ZIP_MAGIC: &[u8] = b"PK";

#[derive(Parser)]
#[command(about = "Checks, builds and signs Yanka's rules.")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Says what is wrong with the sources and the training texts; quiet when nothing is.
    Check { sources: PathBuf },
    /// Builds a pack; the same sources give the same bytes. Writes its content as text beside it.
    /// Trains the text model unless the pack that is there has the model of the same texts.
    Build {
        sources: PathBuf,
        #[arg(short)]
        out: PathBuf,
    },
    /// Trains the text model on the training texts.
    Train {
        /// The folder of the texts, such as rules/sources/texts.
        texts: PathBuf,
        #[arg(short)]
        out: Option<PathBuf>,
        /// Also prints figures on batches that the model was not trained on.
        #[arg(long)]
        left_out: bool,
    },
    /// Signs a pack and writes a *.yankapack.
    Sign {
        pack: PathBuf,
        /// A minisign secret key; one with a password asks for it.
        #[arg(short)]
        key: PathBuf,
        #[arg(short)]
        out: PathBuf,
    },
    /// Writes the database and the signature of a *.yankapack into a folder.
    Unpack {
        package: PathBuf,
        #[arg(short, default_value = ".")]
        out: PathBuf,
    },
    /// Says in words what NEW changes against OLD; both are packs or *.yankapack files.
    Diff { old: PathBuf, new: PathBuf },
    /// Explains one rule, or names the training texts nearest to a text.
    Explain {
        /// The rule's id.
        #[arg(required_unless_present = "text")]
        rule: Option<String>,
        /// A text, in place of a rule.
        #[arg(long, conflicts_with = "rule")]
        text: Option<String>,
        #[arg(long, default_value = "rules/sources")]
        sources: PathBuf,
    },
    /// Turns a hosts file, plain domains, AdBlock lines or CSV into a list that a rule can name.
    Import {
        list: PathBuf,
        #[arg(short)]
        out: PathBuf,
    },
    /// Writes which collected fact is carried by what.
    Account {
        sources: PathBuf,
        #[arg(short)]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(&Args::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<(), String> {
    match task {
        Task::Check { sources } => check(sources),
        Task::Build { sources, out } => build(sources, out),
        Task::Train { texts, out, left_out } => train_model(texts, out.as_deref(), *left_out),
        Task::Sign { pack, key, out } => {
            let key = String::from_utf8(read(key)?).map_err(|e| e.to_string())?;
            write(out, &sign::sign(&read(pack)?, &key)?)
        }
        Task::Unpack { package, out } => {
            for (name, bytes) in sign::unpack(&read(package)?)? {
                write(&out.join(name), &bytes)?;
            }
            Ok(())
        }
        Task::Diff { old, new } => {
            let changes = diff::diff(&read_database(old)?, &read_database(new)?);
            print!("{}", changes.map_err(|e| e.to_string())?);
            Ok(())
        }
        Task::Explain { rule, text, sources } => {
            if let Some(rule) = rule {
                print!("{}", explain::explain(&parse_folder(sources)?, rule)?);
            }
            if let Some(text) = text {
                let corpus = corpus::Corpus::load(&sources.join(source_files::TEXTS))?;
                print!("{}", explain::text(&corpus, text));
            }
            Ok(())
        }
        Task::Import { list, out } => {
            let text = String::from_utf8_lossy(&read(list)?).into_owned();
            let imported = import::import(&text);
            for (line, why) in &imported.skipped {
                eprintln!("{}:{line}: {why}", list.display());
            }
            println!("{} hosts, {} lines left out", imported.hosts.len(), imported.skipped.len());
            let mut lines = imported.hosts.join("\n");
            lines.push('\n');
            write(out, lines.as_bytes())
        }
        Task::Account { sources, out } => {
            let (table, missing) = fact_coverage::fact_coverage(&parse_folder(sources)?);
            write(out, table.as_bytes())?;
            let message = format!("facts without an entry:\n  {}", missing.join("\n  "));
            if missing.is_empty() { Ok(()) } else { Err(message) }
        }
    }
}

/// Reports every mistake of the sources and of the training texts among them.
fn check(folder: &Path) -> Result<(), String> {
    let compiled = compile_folder(folder, &StoredModel::default()).map(drop);
    let wrong = [compiled, check_texts(folder)].into_iter().filter_map(Result::err);
    let wrong: Vec<String> = wrong.collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn check_texts(folder: &Path) -> Result<(), String> {
    let texts = folder.join(source_files::TEXTS);
    if !texts.is_dir() {
        return Ok(());
    }
    let corpus = corpus::Corpus::load(&texts)?;
    let files = source_files::load(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let (sources, _) = parse::parse(&files);
    let mut wrong = corpus::check::check(&corpus);
    wrong.extend(corpus::check::unnamed(&corpus, &sources.scenarios()));
    corpus::refuse(&wrong)
}

fn compile_folder(folder: &Path, model: &StoredModel) -> Result<(Sources, Vec<u8>), String> {
    let files = source_files::load(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let lists = FolderLists(folder.to_owned());
    compile(&files, &lists, model).map_err(|error| match error {
        CompileError::Invalid(diagnostics) => {
            let count = diagnostics.len();
            let errors = if count == 1 { "error" } else { "errors" };
            let rendered = render(&with_folder(folder, files), &diagnostics);
            format!("{rendered}{count} {errors}")
        }
        other => other.to_string(),
    })
}

/// Writes the pack to `out`, and its content as text to the same path with the extension `txt`.
fn build(sources: &Path, out: &Path) -> Result<(), String> {
    let text_path = out.with_extension("txt");
    if text_path == out {
        return Err(format!("{}: this is where the text of the pack goes", out.display()));
    }
    let old = fs::read(out).ok();
    let (model, origin) = StoredModel::of(&sources.join(source_files::TEXTS), old.as_deref())?;
    if origin == Origin::Trained {
        println!("trained the text model anew: {} bytes", model.bytes.len());
    }
    let (_, pack) = compile_folder(sources, &model)?;
    let text = pack_text::text(&pack).map_err(|e| e.to_string())?;
    write(out, &pack)?;
    write(&text_path, text.as_bytes())
}

fn parse_folder(folder: &Path) -> Result<Sources, String> {
    let files = source_files::load(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let (sources, diagnostics) = parse::parse(&files);
    if diagnostics.is_empty() {
        Ok(sources)
    } else {
        Err(render(&with_folder(folder, files), &diagnostics))
    }
}

/// The files, named by paths that the author can open from the current folder.
fn with_folder(folder: &Path, mut files: Vec<SourceFile>) -> Vec<SourceFile> {
    for file in files.iter_mut().filter(|_| folder.is_dir()) {
        file.name = folder.join(&file.name).display().to_string();
    }
    files
}

/// Reads the database of a pack, from a `*.yankapack` where `path` is one.
fn read_database(path: &Path) -> Result<Vec<u8>, String> {
    let bytes = read(path)?;
    if !bytes.starts_with(ZIP_MAGIC) {
        return Ok(bytes);
    }
    sign::unpack(&bytes)?.into_iter().next().map(|(_, bytes)| bytes).ok_or_else(String::new)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

/// Checks the texts, trains on them, and prints the figures.
fn train_model(texts: &Path, out: Option<&Path>, left_out: bool) -> Result<(), String> {
    let corpus = corpus::Corpus::load_checked(texts)?;
    let count = |part| corpus.examples.iter().filter(|e| e.part == part).count();
    println!(
        "{} texts of {} batches: {} scam, {} honest, {} warning, {} quiet",
        corpus.examples.len(),
        corpus.batches.len(),
        count(corpus::Part::Scam),
        count(corpus::Part::Honest),
        count(corpus::Part::Warning),
        count(corpus::Part::Quiet),
    );
    if left_out {
        let scores = train::folds::left_out(&corpus).map_err(|e| e.to_string())?;
        print!("{}", train::folds::table(&corpus, &scores));
        print!("{}", train::diversity::diversity(&corpus).map_err(|e| e.to_string())?.table());
        print!("{}", train::folds::requests(&corpus).map_err(|e| e.to_string())?);
    }
    if let Some(out) = out {
        let model = train::train(&corpus).map_err(|e| e.to_string())?;
        let bytes = model.to_bytes();
        println!(
            "{} n-grams, {} scenarios, {} bytes",
            model.hashes.len(),
            model.scenarios.len(),
            bytes.len()
        );
        write(out, &bytes)?;
    }
    Ok(())
}
