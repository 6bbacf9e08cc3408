//! The command `yanka-rules`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command speaks on its outputs

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use yanka_rules::{diagnostic, emit, lists, read, tree};

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
}

fn main() -> ExitCode {
    match run(&Args::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(said) => {
            eprint!("{said}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<(), String> {
    let (Task::Check { sources: folder } | Task::Build { sources: folder, .. }) = task;
    let files = tree::load(folder).map_err(|e| format!("{}: {e}\n", folder.display()))?;
    let (sources, found) = read::read(&files);
    if !found.is_empty() {
        return Err(diagnostic::render(&files, &found));
    }
    if let Task::Build { out, .. } = task {
        let lists = lists::FolderLists(folder.clone());
        let bytes = emit::emit(&sources, &lists).map_err(|e| format!("{e}\n"))?;
        std::fs::write(out, bytes).map_err(|e| format!("{}: {e}\n", out.display()))?;
    }
    Ok(())
}
