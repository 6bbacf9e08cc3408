//! Phone scripts: what to say to the police, a bank or a platform, with blanks to fill.
//!
//! Every sentence comes from the pack.

use super::catalogue::{Blank, Script, read_all};
use super::placeholders;
use crate::error::Error;
use crate::pack::Pack;
use crate::report::{self, Language};

/// Longest filling of a blank, in characters; the caller's text may have any length. Empirical; no
/// measurement recorded.
const MAX_FILLING_CHARS: usize = 200;

/// Ids and titles of the scripts, without their lines.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn scripts(pack: &Pack, language: Language) -> Result<Vec<report::Script>, Error> {
    let scripts: Vec<Script> = read_all(pack, "script")?;
    Ok(scripts.iter().map(|s| without_lines(s, language)).collect())
}

/// One script with its blanks filled from `fillings`; `None` if there is no script of that id.
///
/// A blank without a filling shows as its label in brackets and is listed in `blanks`.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn script(
    pack: &Pack,
    id: &str,
    fillings: &[report::Filling],
    language: Language,
) -> Result<Option<report::Script>, Error> {
    let scripts: Vec<Script> = read_all(pack, "script")?;
    let Some(script) = scripts.iter().find(|s| s.id == id) else { return Ok(None) };
    let blanks: Vec<Blank> = read_all(pack, "blank")?;
    let mut shown = without_lines(script, language);
    for line in &script.lines {
        let line = line.in_language(language);
        shown.lines.push(fill(line, &blanks, fillings, language, &mut shown.blanks)?);
    }
    for id in &script.call {
        shown.hotlines.extend(pack.hotline(id)?.map(|h| report::hotline(&h, language)));
    }
    Ok(Some(shown))
}

fn without_lines(script: &Script, language: Language) -> report::Script {
    report::Script {
        id: script.id.clone(),
        title: script.title.in_language(language).to_owned(),
        lines: Vec::new(),
        blanks: Vec::new(),
        hotlines: Vec::new(),
    }
}

/// `line` with its blanks filled; adds each blank without a filling to `open`, once.
fn fill(
    line: &str,
    blanks: &[Blank],
    fillings: &[report::Filling],
    language: Language,
    open: &mut Vec<report::Blank>,
) -> Result<String, Error> {
    placeholders::substitute(line, |name| {
        let filling = fillings.iter().find(|f| f.blank == name && !f.text.trim().is_empty());
        if let Some(filling) = filling {
            let printable = filling.text.trim().chars().filter(|c| !c.is_control());
            return Ok(Some(printable.take(MAX_FILLING_CHARS).collect()));
        }
        let label =
            blanks.iter().find(|b| b.id == name).map_or(name, |b| b.label.in_language(language));
        if !open.iter().any(|b| b.id == name) {
            open.push(report::Blank { id: name.to_owned(), label: label.to_owned() });
        }
        Ok(Some(format!("【{label}】")))
    })
}
