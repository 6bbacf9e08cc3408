//! `yanka rules`: which rules answer, a pack from a file, rules of one's own.

use crate::args::{Own, Rules};
use crate::look::Asked;
use crate::place;
use crate::show;
use crate::status::{QUIET, Status};
use crate::words::{Failure, say};

/// Shows, installs, lists, marks.
pub fn run(task: &Rules, asked: Asked) -> Result<Status, Failure> {
    match task {
        Rules::Info => show::pack(&asked.without_log()?.pack(asked.language), asked),
        Rules::Install { file } => {
            let bytes =
                std::fs::read(file).map_err(|_| Failure::File(file.display().to_string()))?;
            show::pack(&asked.without_log()?.install_pack(bytes, asked.language)?, asked);
        }
        Rules::Own(task) => own(task, asked)?,
    }
    Ok(QUIET)
}

fn own(task: &Own, asked: Asked) -> Result<(), Failure> {
    let checker = asked.with_log()?;
    match task {
        Own::List => show::own_rules(&checker.own_rules()?, asked),
        Own::Add { opinion, subject, note } => {
            let offset = place::offset_minutes();
            checker.own_add(*opinion, subject.clone(), note.clone(), offset)?;
            show::done(&say(asked.language, "记下了。", "記下了。", "Noted."), asked);
        }
        Own::Remove { id } => {
            checker.own_remove(*id)?;
            show::done(&say(asked.language, "去掉了。", "去掉了。", "Removed."), asked);
        }
    }
    Ok(())
}
