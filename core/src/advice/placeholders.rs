//! Replaces `{name}` placeholders in sentences of the pack. Knows no name.

use crate::error::Error;

/// `text` with every `{name}` replaced by what `value` returns for the name.
///
/// One pass from left to right: a replacement that looks like a placeholder is not replaced again. A
/// placeholder for which `value` returns `None`, and a brace without its partner, stay as they are.
///
/// # Errors
/// The first error of `value`.
pub(crate) fn substitute(
    text: &str,
    mut value: impl FnMut(&str) -> Result<Option<String>, Error>,
) -> Result<String, Error> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        out.push_str(before);
        rest = behind;
        match value(name)? {
            Some(value) => out.push_str(&value),
            None => out.push_str(&format!("{{{name}}}")),
        }
    }
    out.push_str(rest);
    Ok(out)
}
