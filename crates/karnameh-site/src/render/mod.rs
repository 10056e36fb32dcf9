//! Renders a planned page to bytes: templates, charts, drawings. Sees only views, never a `Dataset`.
//!
//! [`Theme::load`] reads a theme once, [`Renderer::new`] sets once what all pages share, and [`Renderer::render`] renders
//! one page into a buffer. All threads share one renderer. The parts of the frame that do not change from page to page
//! (head, menu, foot) are rendered once for each depth and section and then only copied.

mod accent;
mod assets;
mod charts;
mod filters;
mod pieces;
mod problem;
mod sprite;
mod tables;
mod theme;

#[cfg(test)]
mod tests;

use tera::{Context, Tera, TeraResult, Value};

use crate::diag::Diagnostic;
use crate::site::view::{Chrome, Frame, Section, View};

pub use assets::Asset;
pub use theme::Theme;

use problem::Sources;
use sprite::Sprite;

/// Frames are rendered beforehand for pages in up to two folders, which is where a site has its pages; a deeper page (a
/// 404 page that is served for any address) renders its own.
const DEPTHS: usize = 3;

/// Renders the pages of one site.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    sources: Sources,
    sprite: Sprite,
    sections: Vec<Section>,
    /// For each depth: its head and foot, and a header for no section and for each.
    depths: Vec<Depth>,
}

/// The shared parts of pages of one depth.
#[derive(Debug)]
struct Depth {
    root: Value,
    head: Value,
    footer: Value,
    /// For no section, then for each one.
    headers: Vec<Value>,
    /// For each section, on its own first page; `None` if that page has another depth.
    first_pages: Vec<Option<Value>>,
}

impl Renderer {
    /// Sets what all pages share.
    pub fn new(theme: &Theme, chrome: &Chrome) -> Result<Self, Box<Diagnostic>> {
        let mut tera = theme.tera.clone();
        let context = tera.global_context();
        context.insert("site", chrome);
        context.insert("words", &chrome.words);
        context.insert("assets", &theme.names);
        context.insert_value("sprite", Value::safe_string(sprite::MARK));
        let mut renderer = Self {
            tera,
            sources: theme.sources.clone(),
            sprite: theme.sprite.clone(),
            sections: chrome.sections.clone(),
            depths: Vec::with_capacity(DEPTHS),
        };
        for depth in 0..DEPTHS {
            let depth = renderer.depth(&"../".repeat(depth), Some(depth));
            renderer.depths.push(depth.map_err(|error| renderer.sources.first_problem(&error, "base.html"))?);
        }
        Ok(renderer)
    }

    /// Renders a page into `buffer`, which is emptied first. After an error the buffer contains an incomplete page.
    ///
    /// The template sees `page` (the frame), `view`, `root` (`../` for each folder), `site` and `words`.
    pub fn render(
        &self,
        frame: &Frame,
        view: &dyn View,
        buffer: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        buffer.clear();
        self.try_render(frame, view, buffer)
            .map_err(|error| self.sources.first_problem(&error, &frame.template))
    }

    fn try_render(&self, frame: &Frame, view: &dyn View, buffer: &mut Vec<u8>) -> TeraResult<()> {
        let mut context = Context::new();
        context.insert_value("page", Value::try_from_serializable(frame)?);
        context.insert_value("view", view.to_value()?);
        let count = frame.root.len() / "../".len();
        match self.depths.get(count).filter(|_| frame.root == "../".repeat(count)) {
            Some(depth) => self.share(frame, depth, &mut context),
            // A page that is served for any address, or lies deeper than usual.
            None => self.share(frame, &self.depth(&frame.root, None)?, &mut context),
        }
        self.tera.render_to(&frame.template, &context, &mut *buffer)?;
        self.sprite.put_in(buffer);
        Ok(())
    }

    /// Puts the shared parts into a page's context; they are not copied.
    fn share(&self, frame: &Frame, depth: &Depth, context: &mut Context) {
        let section = self.sections.iter().position(|section| section.key == frame.section);
        let first_page = section
            .filter(|&index| self.sections[index].href == frame.address)
            .and_then(|index| depth.first_pages[index].as_ref());
        let header = first_page.unwrap_or(&depth.headers[section.map_or(0, |index| index + 1)]);
        context.insert_value("root", depth.root.clone());
        context.insert_value("head", depth.head.clone());
        context.insert_value("header", header.clone());
        context.insert_value("footer", depth.footer.clone());
    }

    /// Renders the shared parts for a way to the root; first pages of sections only if they have this `depth`.
    fn depth(&self, root: &str, depth: Option<usize>) -> TeraResult<Depth> {
        let part = |template: &str, section: &str, current: &str| -> TeraResult<Value> {
            let mut context = Context::new();
            context.insert("root", root);
            context.insert("section", section);
            context.insert("current", current);
            Ok(Value::safe_string(self.tera.render(template, &context)?.trim()))
        };
        let header = |key: &str, current: &str| part("frame/header.html", key, current);
        let mut headers = vec![header("", "true")?];
        let mut first_pages = Vec::with_capacity(self.sections.len());
        for section in &self.sections {
            headers.push(header(&section.key, "true")?);
            let here = depth == Some(section.href.matches('/').count());
            first_pages.push(if here { Some(header(&section.key, "page")?) } else { None });
        }
        Ok(Depth {
            root: Value::normal_string(root),
            head: part("frame/head.html", "", "")?,
            footer: part("frame/footer.html", "", "")?,
            headers,
            first_pages,
        })
    }
}
