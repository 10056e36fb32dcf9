//! Reads attributes: `#[field("due", "مهلت", plan, fa = "…")]` is a list of texts, flags and named expressions.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta, Token};

/// One argument of an attribute.
enum Argument {
    Text(LitStr),
    Flag(Ident),
    Named(Ident, Expr),
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Text);
        }
        let name = input.call(Ident::parse_any)?;
        if input.parse::<Option<Token![=]>>()?.is_some() {
            return Ok(Self::Named(name, input.parse()?));
        }
        Ok(Self::Flag(name))
    }
}

/// The arguments of an attribute. Each is taken out once; [`Arguments::finish`] refuses what nobody asked for.
pub(crate) struct Arguments {
    span: Span,
    texts: std::vec::IntoIter<LitStr>,
    flags: Vec<Ident>,
    named: Vec<(Ident, Expr)>,
}

impl Arguments {
    /// The arguments of the attribute of this name; `None` if the item doesn't have it.
    pub(crate) fn find(attributes: &[Attribute], name: &str) -> syn::Result<Option<Self>> {
        let Some(attribute) = attributes.iter().find(|attribute| attribute.path().is_ident(name)) else {
            return Ok(None);
        };
        let arguments = attribute.parse_args_with(Punctuated::<Argument, Token![,]>::parse_terminated)?;
        let (mut texts, mut flags, mut named) = (Vec::new(), Vec::new(), Vec::new());
        for argument in arguments {
            match argument {
                Argument::Text(text) => texts.push(text),
                Argument::Flag(flag) => flags.push(flag),
                Argument::Named(name, value) => named.push((name, value)),
            }
        }
        let span = attribute.pound_token.span;
        Ok(Some(Self { span, texts: texts.into_iter(), flags, named }))
    }

    /// The next text that stands alone.
    pub(crate) fn text(&mut self, what: &str) -> syn::Result<LitStr> {
        self.texts.next().ok_or_else(|| syn::Error::new(self.span, format!("expected {what}")))
    }

    /// Returns whether a flag is set.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.flags.len();
        self.flags.retain(|flag| flag != name);
        self.flags.len() < before
    }

    /// The value of a named argument.
    pub(crate) fn named(&mut self, name: &str) -> Option<Expr> {
        let at = self.named.iter().position(|(known, _)| known == name)?;
        Some(self.named.remove(at).1)
    }

    /// A named text; empty if it is absent.
    pub(crate) fn named_text(&mut self, name: &str) -> syn::Result<LitStr> {
        match self.named(name) {
            None => Ok(LitStr::new("", self.span)),
            Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => Ok(text),
            Some(other) => Err(syn::Error::new_spanned(other, "expected a text")),
        }
    }

    /// A named list of texts; empty if it is absent.
    pub(crate) fn named_texts(&mut self, name: &str) -> syn::Result<Vec<LitStr>> {
        let text = |item: &Expr| match item {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok(text.clone()),
            other => Err(syn::Error::new_spanned(other, "expected a text")),
        };
        match self.named(name) {
            None => Ok(Vec::new()),
            Some(Expr::Array(list)) => list.elems.iter().map(text).collect(),
            Some(other) => Err(syn::Error::new_spanned(other, "expected `[\"…\"]`")),
        }
    }

    /// A named text that may not be absent.
    pub(crate) fn required_text(&mut self, name: &str) -> syn::Result<LitStr> {
        let text = self.named_text(name)?;
        if text.value().is_empty() {
            return Err(syn::Error::new(self.span, format!("expected `{name} = \"…\"`")));
        }
        Ok(text)
    }

    /// Refuses what is left: an argument that is misspelled must not be passed over.
    pub(crate) fn finish(mut self) -> syn::Result<()> {
        if let Some(text) = self.texts.next() {
            return Err(syn::Error::new_spanned(text, "unexpected text"));
        }
        if let Some(name) = self.flags.first().or(self.named.first().map(|(name, _)| name)) {
            return Err(syn::Error::new_spanned(name, format!("unknown argument `{name}`")));
        }
        Ok(())
    }
}

/// The first paragraph of a doc comment as one line.
pub(crate) fn first_paragraph(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    });
    let paragraph: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    paragraph.join(" ")
}

/// Returns whether an item has an attribute that takes no arguments.
pub(crate) fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(name))
}
