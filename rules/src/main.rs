//! The command `yanka-rules`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command speaks on its outputs

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use yanka_rules::diagnostic::{SourceFile, render};
use yanka_rules::lists::FolderLists;
use yanka_rules::source::Sources;
use yanka_rules::{Refused, account, compile, diff, explain, import, read, sign, tree};

#[derive(Parser)]
#[command(about = "Checks, builds and signs Yanka's rules.")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Says what is wrong with the sources; quiet when nothing is.
    Check { sources: PathBuf },
    /// Builds a pack; the same sources give the same bytes.
    Build {
        sources: PathBuf,
        #[arg(short)]
        out: PathBuf,
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
    /// Explains one rule.
    Explain {
        rule: String,
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
        Err(said) => {
            eprintln!("{}", said.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<(), String> {
    match task {
        Task::Check { sources } => compiled(sources).map(drop),
        Task::Build { sources, out } => write(out, &compiled(sources)?.1),
        Task::Sign { pack, key, out } => {
            let key = String::from_utf8(bytes(key)?).map_err(|e| e.to_string())?;
            write(out, &sign::sign(&bytes(pack)?, &key)?)
        }
        Task::Unpack { package, out } => {
            for (name, part) in sign::unpack(&bytes(package)?)? {
                write(&out.join(name), &part)?;
            }
            Ok(())
        }
        Task::Diff { old, new } => {
            let said = diff::diff(&database(old)?, &database(new)?).map_err(|e| e.to_string())?;
            print!("{said}");
            Ok(())
        }
        Task::Explain { rule, sources } => {
            print!("{}", explain::explain(&sources_of(sources)?, rule)?);
            Ok(())
        }
        Task::Import { list, out } => {
            let text = String::from_utf8_lossy(&bytes(list)?).into_owned();
            let read = import::import(&text);
            for (line, why) in &read.refused {
                eprintln!("{}:{line}: {why}", list.display());
            }
            println!("{} hosts, {} lines left out", read.hosts.len(), read.refused.len());
            let mut lines = read.hosts.join("\n");
            lines.push('\n');
            write(out, lines.as_bytes())
        }
        Task::Account { sources, out } => {
            let (table, missing) = account::account(&sources_of(sources)?);
            write(out, table.as_bytes())?;
            let unsaid = format!("nobody speaks of:\n  {}", missing.join("\n  "));
            if missing.is_empty() { Ok(()) } else { Err(unsaid) }
        }
    }
}

fn compiled(folder: &Path) -> Result<(Sources, Vec<u8>), String> {
    let files = tree::load(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let lists = FolderLists(folder.to_owned());
    compile(&files, &lists).map_err(|refused| match refused {
        Refused::Wrong(found) => {
            let things = if found.len() == 1 { "thing" } else { "things" };
            format!("{}{} {things} to mend", render(&placed(folder, files), &found), found.len())
        }
        Refused::Emit(error) => error.to_string(),
    })
}

fn sources_of(folder: &Path) -> Result<Sources, String> {
    let files = tree::load(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let (sources, found) = read::read(&files);
    if found.is_empty() { Ok(sources) } else { Err(render(&placed(folder, files), &found)) }
}

/// The files by the paths that the author can open from where they stand.
fn placed(folder: &Path, mut files: Vec<SourceFile>) -> Vec<SourceFile> {
    for file in files.iter_mut().filter(|_| folder.is_dir()) {
        file.name = folder.join(&file.name).display().to_string();
    }
    files
}

/// A pack's database, out of its package where it is in one.
fn database(path: &Path) -> Result<Vec<u8>, String> {
    let bytes = bytes(path)?;
    if !bytes.starts_with(b"PK") {
        return Ok(bytes);
    }
    sign::unpack(&bytes)?.into_iter().next().map(|(_, part)| part).ok_or_else(String::new)
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
