//! A step of the pack in the person's language, with numbers and names put in their places.
//!
//! Decides what `{police}` or `{platform}` becomes: the number of the official entry of that id,
//! or the platform's name. Refuses to write anything of its own.

use super::book::Step;
use crate::error::Error;
use crate::pack::{Hotline, Pack};
use crate::report::{self, Language};

/// Says steps, and remembers the official entries that it looked up.
pub(crate) struct Speaker<'a> {
    pack: &'a Pack,
    /// The platform's own entries, best first.
    own: Vec<Hotline>,
    language: Language,
    known: Vec<Hotline>,
}

impl<'a> Speaker<'a> {
    pub fn new(pack: &'a Pack, own: Vec<Hotline>, language: Language) -> Self {
        Self { pack, own, language, known: Vec::new() }
    }

    /// The step as it is shown.
    pub fn say(&mut self, step: &Step) -> Result<report::Advice, Error> {
        let mut call = step.call.clone();
        let text = self.filled(step.text.in_language(self.language))?;
        let mut why = self.filled(step.why.in_language(self.language))?;
        if step.names_platform()
            && let Some(first) = self.own.first()
        {
            if why.is_empty() {
                first.in_app_path.in_language(self.language).clone_into(&mut why);
            }
            call.extend(self.own.iter().filter(|h| !h.number.is_empty()).map(|h| h.id.clone()));
        }
        Ok(report::Advice {
            id: step.id.clone(),
            step: text,
            why,
            urgency: step.urgency,
            avoid: step.avoid,
            call,
            source: report::provenance(&step.provenance, self.language),
        })
    }

    /// The numbers that the steps call for, in their order, then the platform's own entries.
    pub fn numbers(&mut self, advice: &[report::Advice]) -> Result<Vec<report::Hotline>, Error> {
        let own: Vec<String> = self.own.iter().map(|h| h.id.clone()).collect();
        let mut ids: Vec<&String> = Vec::new();
        for id in advice.iter().flat_map(|a| &a.call).chain(&own) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(self.entry(id)?.map(|h| report::hotline(&h, self.language)));
        }
        Ok(found)
    }

    /// `text` with every `{id}` replaced; what names nothing stays as it is.
    fn filled(&mut self, text: &str) -> Result<String, Error> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, behind)) = after.split_once('}') else { break };
            out.push_str(before);
            rest = behind;
            let value = if name == "platform" {
                self.own.first().map(|h| h.organization.in_language(self.language).to_owned())
            } else {
                self.entry(name)?.map(|h| h.number)
            };
            match value {
                Some(value) => out.push_str(&value),
                None => out.push_str(&format!("{{{name}}}")),
            }
        }
        out.push_str(rest);
        Ok(out)
    }

    fn entry(&mut self, id: &str) -> Result<Option<Hotline>, Error> {
        if let Some(known) = self.own.iter().chain(&self.known).find(|h| h.id == id) {
            return Ok(Some(known.clone()));
        }
        let found = self.pack.hotline(id)?;
        self.known.extend(found.clone());
        Ok(found)
    }
}
