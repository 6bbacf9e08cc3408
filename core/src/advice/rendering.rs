//! Renders a step in the person's language and fills its placeholders.
//!
//! `{police}` becomes the number of the official entry with that id, `{platform}` the name of the
//! platform. Writes no sentence of its own.

use super::catalogue::Step;
use super::placeholders;
use crate::error::Error;
use crate::pack::{Hotline, Pack};
use crate::report::{self, Language};

/// Renders steps and caches the official entries that they name.
pub(crate) struct StepRenderer<'a> {
    pack: &'a Pack,
    /// The official entries of the platform, best first; empty if no platform is known.
    platform_entries: Vec<Hotline>,
    language: Language,
    cache: Vec<Hotline>,
}

impl<'a> StepRenderer<'a> {
    /// A renderer with an empty cache.
    pub fn new(pack: &'a Pack, platform_entries: Vec<Hotline>, language: Language) -> Self {
        Self { pack, platform_entries, language, cache: Vec::new() }
    }

    /// The step as the report shows it.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn render(&mut self, step: &Step) -> Result<report::Advice, Error> {
        let mut call = step.call.clone();
        let text = self.substitute(step.text.in_language(self.language))?;
        let mut why = self.substitute(step.why.in_language(self.language))?;
        if step.names_platform()
            && let Some(first) = self.platform_entries.first()
        {
            if why.is_empty() {
                first.in_app_path.in_language(self.language).clone_into(&mut why);
            }
            let with_number = self.platform_entries.iter().filter(|h| !h.number.is_empty());
            call.extend(with_number.map(|h| h.id.clone()));
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

    /// The official entries that the steps name, in the order of the steps, then those of the
    /// platform; each once.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn hotlines(&mut self, advice: &[report::Advice]) -> Result<Vec<report::Hotline>, Error> {
        let of_platform: Vec<String> = self.platform_entries.iter().map(|h| h.id.clone()).collect();
        let mut ids: Vec<&String> = Vec::new();
        for id in advice.iter().flat_map(|a| &a.call).chain(&of_platform) {
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

    fn substitute(&mut self, text: &str) -> Result<String, Error> {
        placeholders::substitute(text, |name| {
            if name == "platform" {
                let first = self.platform_entries.first();
                return Ok(first.map(|h| h.organization.in_language(self.language).to_owned()));
            }
            Ok(self.entry(name)?.map(|h| h.number))
        })
    }

    fn entry(&mut self, id: &str) -> Result<Option<Hotline>, Error> {
        let mut known = self.platform_entries.iter().chain(&self.cache);
        if let Some(entry) = known.find(|h| h.id == id) {
            return Ok(Some(entry.clone()));
        }
        let found = self.pack.hotline(id)?;
        self.cache.extend(found.clone());
        Ok(found)
    }
}
