//! `yanka rules`: shows the rule pack, installs one from a file, and edits the person's own rules.

use crate::args::{Own, Rules};
use crate::context::Context;
use crate::locale;
use crate::messages::{Failure, localized};
use crate::show;
use crate::status::{QUIET, Status};

/// Runs one subcommand of `yanka rules`.
pub fn run(task: &Rules, context: Context) -> Result<Status, Failure> {
    match task {
        Rules::Info => show::pack(&context.open_without_log()?.pack(context.language), context),
        Rules::Install { file } => {
            let bytes =
                std::fs::read(file).map_err(|_| Failure::File(file.display().to_string()))?;
            show::pack(
                &context.open_without_log()?.install_pack(bytes, context.language)?,
                context,
            );
        }
        Rules::Own(task) => own(task, context)?,
    }
    Ok(QUIET)
}

fn own(task: &Own, context: Context) -> Result<(), Failure> {
    let checker = context.open_with_log()?;
    match task {
        Own::List => show::own_rules(&checker.own_rules()?, context),
        Own::Add { opinion, subject, note } => {
            let offset = locale::offset_minutes();
            checker.own_add(*opinion, subject.clone(), note.clone(), offset)?;
            show::done(&localized(context.language, "记下了。", "記下了。", "Noted."), context);
        }
        Own::Remove { id } => {
            checker.own_remove(*id)?;
            show::done(&localized(context.language, "去掉了。", "去掉了。", "Removed."), context);
        }
    }
    Ok(())
}
