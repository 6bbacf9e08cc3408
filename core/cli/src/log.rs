//! `yanka log`: the private log at a terminal, and the export of evidence.

use crate::args;
use crate::context::Context;
use crate::locale;
use crate::messages::{Failure, localized};
use crate::show;
use crate::status::{QUIET, Status};
use std::io::{IsTerminal, Write};
use std::path::Path;
use yanka::report::{Erased, EvidenceOptions, Language, LogFilter, Original};

/// Runs one subcommand of `yanka log`.
pub fn run(task: &args::Log, context: Context) -> Result<Status, Failure> {
    let checker = context.open_with_log()?;
    match task {
        args::Log::List { limit, before, verdict, label, search } => {
            let filter = LogFilter {
                verdict: *verdict,
                label: label.clone(),
                evidence: None,
                search: search.clone(),
            };
            show::log_lines(&checker.log_page(Some(filter), *before, *limit)?, context);
        }
        args::Log::Show { id } => show::log_entry(&checker.log_entry(*id)?, context),
        args::Log::Note { id, note } => {
            checker.log_note(*id, note.clone())?;
            print_noted(context);
        }
        args::Log::Label { id, label } => {
            checker.log_label(*id, label.clone())?;
            print_noted(context);
        }
        args::Log::Retention { retention } => {
            if let Some(retention) = retention {
                checker.log_set_retention(*retention)?;
            }
            show::done(checker.log_retention()?.word(), context);
        }
        args::Log::Delete { id } => {
            checker.log_delete(*id)?;
            show::done(&localized(context.language, "已删除。", "已刪除。", "Deleted."), context);
        }
        args::Log::Erase { yes, evidence } => {
            if !yes && !confirmed(context.language) {
                return Err(Failure::NotConfirmed);
            }
            show::done(&erased_sentence(checker.log_erase(*evidence)?, context.language), context);
        }
        args::Log::Keep { keep } => {
            if let Some(keep) = keep {
                checker.log_set_keep(*keep)?;
            }
            show::done(checker.log_keep()?.word(), context);
        }
        args::Log::Evidence { id, photo, text } => {
            let photo = photo.as_ref().map(|p| read(p)).transpose()?;
            checker.log_keep_as_evidence(*id, Original { text: text.clone(), photo })?;
            print_noted(context);
        }
        args::Log::Release { id } => {
            checker.log_release(*id)?;
            print_noted(context);
        }
        args::Log::Export { file, ids, own_details, no_pictures } => {
            let options = EvidenceOptions {
                time: locale::now(),
                own_details: *own_details,
                pictures: !no_pictures,
            };
            let zip = checker.log_export(ids.clone(), options, context.language)?;
            write_new(file, &zip)?;
            show::done(
                &localized(
                    context.language,
                    "证据包写好了。交给警方或平台之前，先打开看一遍。",
                    "證據包寫好了。交給警方或平台之前，先打開看一遍。",
                    "The evidence file is written. Open and read it before you hand it over.",
                ),
                context,
            );
        }
    }
    Ok(QUIET)
}

/// How many entries were erased and how many stay.
fn erased_sentence(erased: Erased, language: Language) -> String {
    let gone = erased.gone;
    let mut sentence = localized(
        language,
        &format!("清除了{gone}条。"),
        &format!("清除了{gone}條。"),
        &format!("Erased: {gone}."),
    );
    if erased.evidence > 0 {
        let kept = erased.evidence;
        sentence.push_str(&localized(
            language,
            &format!("还有{kept}条留作证据，没有清除。要一起清除，请加上 --evidence。"),
            &format!("還有{kept}條留作證據，沒有清除。要一起清除，請加上 --evidence。"),
            &format!(" Kept as evidence: {kept}. Add --evidence to erase these too."),
        ));
    }
    if !erased.swept {
        sentence.push_str(&localized(
            language,
            "旧内容下次打开时再抹掉。",
            "舊內容下次打開時再抹掉。",
            " What is left of them goes at the next opening.",
        ));
    }
    sentence
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|_| Failure::File(file.display().to_string()))
}

/// Writes a new file. Fails if the file exists.
fn write_new(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |_| Failure::Write(file.display().to_string());
    let mut new = std::fs::File::create_new(file).map_err(failure)?;
    new.write_all(bytes).and_then(|()| new.sync_all()).map_err(failure)
}

fn print_noted(context: Context) {
    show::done(&localized(context.language, "记下了。", "記下了。", "Noted."), context);
}

/// Asks on the terminal; false without a terminal.
fn confirmed(language: Language) -> bool {
    if !std::io::stdin().is_terminal() {
        return false;
    }
    show::prompt(&localized(
        language,
        "记录会清除，找不回来。确定吗？[y/N] ",
        "記錄會清除，找不回來。確定嗎？[y/N] ",
        "The log will be gone for good. Sure? [y/N] ",
    ));
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).is_ok() && matches!(line.trim(), "y" | "Y" | "yes" | "是")
}
