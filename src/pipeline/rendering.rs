//! Every page to bytes, on all cores, and to the staging folder where there is one.

use rayon::prelude::*;

use super::Observer;
use super::fragments::Fragments;
use crate::diag::{Diagnostic, by_place};
use crate::output::{OutputError, Stage as Staging};
use crate::render::Renderer;
use crate::site::{Layout, Planned};

/// What rendering works with.
pub(super) struct Rendering<'a> {
    pub(super) layout: &'a Layout<'a>,
    pub(super) renderer: &'a Renderer,
    /// The parts of pages that texts lead to.
    pub(super) fragments: Fragments<'a>,
    /// Where pages are written to; `None` for a check.
    pub(super) staging: Option<&'a Staging>,
}

impl Rendering<'_> {
    /// Renders every page, in parallel; gives what is wrong with templates, the first of each place, and with links to
    /// parts of pages.
    pub(super) fn render(
        &self,
        plan: &[Planned],
        observer: &dyn Observer,
    ) -> Result<Vec<Diagnostic>, OutputError> {
        let pages = plan.par_iter().map_init(Vec::new, |buffer, planned| {
            let found = self.page(planned, buffer)?;
            observer.page();
            Ok(found)
        });
        let found: Vec<Vec<Diagnostic>> = pages.collect::<Result<_, OutputError>>()?;
        let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
        found.sort_by(by_place);
        found.dedup_by(|later, earlier| later.at == earlier.at && later.code == earlier.code);
        Ok(found)
    }

    fn page(&self, planned: &Planned, buffer: &mut Vec<u8>) -> Result<Vec<Diagnostic>, OutputError> {
        let page = self.layout.page(planned);
        if let Err(found) = self.renderer.render(&page.frame, &*page.view, buffer) {
            return Ok(vec![*found]);
        }
        if let Some(staging) = self.staging {
            staging.write(&planned.address, buffer)?;
        }
        Ok(self.fragments.missing(&planned.address, buffer))
    }
}
