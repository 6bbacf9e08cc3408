//! `yanka log`: the private log at a terminal.

use crate::args;
use crate::look::Asked;
use crate::show;
use crate::status::{QUIET, Status};
use crate::words::{Failure, say};
use std::io::{IsTerminal, Write};
use yanka::report::{Language, LogFilter};

/// Lists, shows, deletes, erases.
pub fn run(task: &args::Log, asked: Asked) -> Result<Status, Failure> {
    let checker = asked.with_log()?;
    match task {
        args::Log::List { limit, before, verdict, label, search } => {
            let filter = LogFilter {
                verdict: *verdict,
                label: label.clone(),
                evidence: None,
                search: search.clone(),
            };
            show::log_lines(&checker.log_page(Some(filter), *before, *limit)?, asked);
        }
        args::Log::Show { id } => show::log_entry(&checker.log_entry(*id)?, asked),
        args::Log::Note { id, note } => {
            checker.log_note(*id, note.clone())?;
            noted(asked);
        }
        args::Log::Label { id, label } => {
            checker.log_label(*id, label.clone())?;
            noted(asked);
        }
        args::Log::Retention { retention } => {
            if let Some(retention) = retention {
                checker.log_set_retention(*retention)?;
            }
            show::done(checker.log_retention()?.word(), asked);
        }
        args::Log::Delete { id } => {
            checker.log_delete(*id)?;
            show::done(&say(asked.language, "已删除。", "已刪除。", "Deleted."), asked);
        }
        args::Log::Erase { yes } => {
            if !yes && !confirmed(asked.language) {
                return Err(Failure::NotConfirmed);
            }
            checker.log_erase(true)?;
            show::done(&say(asked.language, "全部清除了。", "全部清除了。", "All erased."), asked);
        }
    }
    Ok(QUIET)
}

fn noted(asked: Asked) {
    show::done(&say(asked.language, "记下了。", "記下了。", "Noted."), asked);
}

fn confirmed(language: Language) -> bool {
    if !std::io::stdin().is_terminal() {
        return false;
    }
    show::ask(&say(
        language,
        "全部记录都会清除，找不回来。确定吗？[y/N] ",
        "全部記錄都會清除，找不回來。確定嗎？[y/N] ",
        "Everything in the log will be gone for good. Sure? [y/N] ",
    ));
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).is_ok() && matches!(line.trim(), "y" | "Y" | "yes" | "是")
}
