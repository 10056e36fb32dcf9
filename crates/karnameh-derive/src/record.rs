//! The derives of `Fields` and `Record`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Expr, Field, Fields, Ident, LitStr, Type, parse_quote};

use crate::attributes::{Arguments, first_paragraph, has};

pub(crate) fn derive_map(input: &DeriveInput) -> syn::Result<TokenStream> {
    let mut declaration = Declaration::new(input, false)?;
    if let Some(mut arguments) = Arguments::find(&input.attrs, "fields")? {
        declaration.check = arguments.named("check");
        arguments.finish()?;
    }
    let name = &input.ident;
    let table = declaration.table();
    let fields = declaration.fields_impl();
    Ok(quote! {
        #table
        #fields

        impl crate::fields::FieldValue for #name {
            const KIND: crate::fields::Kind =
                crate::fields::Kind::Map(<<Self as crate::fields::Fields>::Key as crate::fields::Key>::FIELDS);

            fn from_value(
                value: crate::fields::Value,
                _: &crate::fields::At<'_>,
                reading: &mut crate::fields::Reading<'_>,
            ) -> Option<Self> {
                let mut row = value.row(reading.file)?;
                <Self as crate::fields::Fields>::read(&mut row, reading)
            }

            fn resolve(
                &mut self,
                path: &crate::fields::Path<'_>,
                resolver: &mut dyn crate::fields::Resolver,
            ) -> bool {
                crate::fields::Fields::resolve_fields(self, Some(path), resolver)
            }

            fn cut(&mut self, _: crate::fields::Time, day: crate::persian::Day) -> bool {
                crate::fields::Fields::cut_fields(self, day)
            }

            fn follow(&mut self, moves: &dyn crate::fields::Moves) -> bool {
                crate::fields::Fields::follow_fields(self, moves)
            }

            fn datum(&self) -> crate::fields::Datum<'_> {
                crate::fields::Datum::Map(self)
            }
        }
    })
}

pub(crate) fn derive_record(input: &DeriveInput) -> syn::Result<TokenStream> {
    let declaration = Declaration::new(input, true)?;
    let name = &input.ident;
    let Some(mut arguments) = Arguments::find(&input.attrs, "record")? else {
        return Err(syn::Error::new_spanned(name, "expected `#[record(kind = …)]`"));
    };
    let Some(kind) = arguments.named("kind") else {
        return Err(syn::Error::new_spanned(name, "expected `#[record(kind = …)]`"));
    };
    let dated = arguments.named("dated_title");
    let body = arguments.named("body").unwrap_or_else(|| parse_quote!("body"));
    let finish = arguments.named("finish").map(|finish| {
        quote! {
            fn finish(
                &mut self,
                row: &crate::fields::Row<Self::Key>,
                reading: &mut crate::fields::Reading<'_>,
            ) {
                (#finish)(self, row, reading);
            }
        }
    });
    let cut = arguments.named("cut").map(|cut| {
        quote! {
            fn cut(&mut self, day: crate::persian::Day) -> bool {
                let exists = crate::fields::Fields::cut_fields(self, day);
                (#cut)(self, day);
                exists
            }
        }
    });
    arguments.finish()?;
    let about = first_paragraph(&input.attrs);
    let table = declaration.table();
    let fields = declaration.fields_impl();
    let key = &declaration.key;
    let title = if declaration.title.is_some() {
        quote! { Some(#key::Title) }
    } else {
        quote! { None }
    };
    let dated_title = dated.map(|word| {
        quote! {
            fn dated_title(&self) -> Option<String> {
                Some(format!("{} {}", #word, crate::persian::dates::medium(self.date)))
            }
        }
    });
    Ok(quote! {
        #table
        #fields

        impl crate::fields::Record for #name {
            const KIND: crate::kinds::RecordKind = crate::kinds::RecordKind::#kind;
            const ABOUT: &'static str = #about;
            const TITLE: Option<#key> = #title;
            const BODY: &'static str = #body;

            fn head(&self) -> &crate::fields::Head {
                &self.record
            }

            fn head_mut(&mut self) -> &mut crate::fields::Head {
                &mut self.record
            }

            #dated_title
            #cut
            #finish
        }
    })
}

/// What is declared of one field.
struct Declared<'f> {
    ident: &'f Ident,
    ty: &'f Type,
    source: Source,
}

/// Where the value of a field comes from.
enum Source {
    /// The file.
    File(Box<Row>),
    /// What every record has; filled by whoever reads the record.
    Head,
    /// Other files, after reading.
    Joined,
    /// The place of the map.
    Place,
}

/// A row of the table of fields.
struct Row {
    key: Ident,
    en: LitStr,
    fa: LitStr,
    also: Vec<LitStr>,
    kind: Option<Expr>,
    default: Option<Expr>,
    required: bool,
    time: Ident,
    disclosure: Ident,
    sentence_fa: LitStr,
    sentence_en: String,
    example: LitStr,
}

/// A struct whose declaration was read.
struct Declaration<'i> {
    name: &'i Ident,
    key: Ident,
    is_record: bool,
    title: Option<Row>,
    fields: Vec<Declared<'i>>,
    /// What is called with the row before it is read.
    check: Option<Expr>,
}

impl<'i> Declaration<'i> {
    fn new(input: &'i DeriveInput, is_record: bool) -> syn::Result<Self> {
        let Data::Struct(data) = &input.data else {
            return Err(syn::Error::new_spanned(input, "a record is a struct"));
        };
        let Fields::Named(named) = &data.fields else {
            return Err(syn::Error::new_spanned(input, "a record has named fields"));
        };
        let mut title = None;
        let mut fields = Vec::new();
        for field in &named.named {
            let ident = field.ident.as_ref().expect("named fields have names");
            let source = if is_record && ident == "record" {
                title = title_row(field)?;
                Source::Head
            } else {
                source(field, ident)?
            };
            fields.push(Declared { ident, ty: &field.ty, source });
        }
        let key = format_ident!("{}Key", input.ident);
        Ok(Self { name: &input.ident, key, is_record, title, fields, check: None })
    }

    /// The fields that a file has, each with its row.
    fn written(&self) -> impl Iterator<Item = (&Declared<'i>, &Row)> {
        self.fields.iter().filter_map(|field| match &field.source {
            Source::File(row) => Some((field, &**row)),
            _ => None,
        })
    }

    /// The enum of keys with its table.
    fn table(&self) -> TokenStream {
        let (name, key) = (self.name, &self.key);
        let title = self.title.iter().map(|row| {
            let kind = quote! { crate::fields::Kind::TITLE };
            let required = row.required;
            (row, kind, quote! { #required }, quote! {})
        });
        let written = self.written().map(|(field, row)| {
            let ty = field.ty;
            let (kind, check) = match &row.kind {
                None => (quote! { <#ty as crate::fields::FieldValue>::KIND }, quote! {}),
                Some(kind) => (
                    quote! { #kind },
                    quote! {
                        const _: () = assert!(
                            (#kind).has_shape_of(&<#ty as crate::fields::FieldValue>::KIND),
                            "the type of the field can't hold values of this kind"
                        );
                    },
                ),
            };
            let required = if row.required {
                quote! { true }
            } else if row.default.is_some() {
                quote! { false }
            } else {
                quote! { <#ty as crate::fields::FieldValue>::REQUIRED }
            };
            (row, kind, required, check)
        });
        let (mut keys, mut docs, mut rows, mut checks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (row, kind, required, check) in title.chain(written) {
            let Row { key, en, fa, also, time, disclosure, sentence_fa, sentence_en, example, .. } = row;
            docs.push(format!("`{}` ({}): {sentence_en}", en.value(), fa.value()));
            keys.push(key);
            checks.push(check);
            rows.push(quote! {
                crate::fields::Field {
                    en: #en,
                    fa: #fa,
                    also: &[#(#also),*],
                    kind: #kind,
                    required: #required,
                    time: crate::fields::Time::#time,
                    disclosure: crate::fields::Disclosure::#disclosure,
                    sentence_fa: #sentence_fa,
                    sentence_en: #sentence_en,
                    example: #example,
                }
            });
        }
        let about = format!("The fields of [`{name}`] in a file.");
        quote! {
            #[doc = #about]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum #key {
                #(#[doc = #docs] #keys,)*
            }

            impl crate::fields::Key for #key {
                const FIELDS: &'static [crate::fields::Field] = &[#(#rows),*];
                const ALL: &'static [Self] = &[#(Self::#keys),*];

                fn index(self) -> usize {
                    self as usize
                }
            }

            #(#checks)*
        }
    }

    /// The implementation of `Fields`.
    fn fields_impl(&self) -> TokenStream {
        let (name, key) = (self.name, &self.key);
        let reads = self.fields.iter().map(|field| self.read(field));
        let check = self.check.iter().map(|check| quote! { (#check)(row, reading); });
        let idents: Vec<_> = self.written().map(|(field, _)| field.ident).collect();
        let names: Vec<_> = self.written().map(|(_, row)| &row.en).collect();
        let times: Vec<_> = self.written().map(|(_, row)| &row.time).collect();
        let keys: Vec<_> = self.written().map(|(_, row)| &row.key).collect();
        let all: Vec<_> = self.fields.iter().map(|field| field.ident).collect();
        let title = self.title.iter().map(|row| {
            let title = &row.key;
            quote! { #key::#title => crate::fields::FieldValue::datum(&self.record.title), }
        });
        quote! {
            impl crate::fields::Fields for #name {
                type Key = #key;

                fn read(
                    row: &mut crate::fields::Row<#key>,
                    reading: &mut crate::fields::Reading<'_>,
                ) -> Option<Self> {
                    #(#check)*
                    #(#reads)*
                    Some(Self { #(#all),* })
                }

                fn resolve_fields(
                    &mut self,
                    path: Option<&crate::fields::Path<'_>>,
                    resolver: &mut dyn crate::fields::Resolver,
                ) -> bool {
                    let mut usable = true;
                    #({
                        let path = crate::fields::Path::new(path, #names);
                        usable &= crate::fields::FieldValue::resolve(&mut self.#idents, &path, resolver);
                    })*
                    usable
                }

                fn cut_fields(&mut self, day: crate::persian::Day) -> bool {
                    #(crate::fields::FieldValue::cut(&mut self.#idents, crate::fields::Time::#times, day))&&*
                }

                fn follow_fields(&mut self, moves: &dyn crate::fields::Moves) -> bool {
                    let mut usable = true;
                    #(usable &= crate::fields::FieldValue::follow(&mut self.#idents, moves);)*
                    usable
                }

                fn datum_of(&self, key: #key) -> crate::fields::Datum<'_> {
                    match key {
                        #(#title)*
                        #(#key::#keys => crate::fields::FieldValue::datum(&self.#idents),)*
                    }
                }
            }
        }
    }

    /// The statement that reads one field.
    fn read(&self, field: &Declared<'_>) -> TokenStream {
        let Declared { ident, ty, source } = field;
        let key = &self.key;
        let is_record = self.is_record;
        match source {
            Source::File(row) => {
                let name = &row.key;
                let taken = quote! { row.take::<#ty>(#key::#name, reading) };
                let otherwise = row.default.as_ref().map_or_else(
                    || quote! { <#ty as crate::fields::FieldValue>::stand_in(#is_record)? },
                    |default| quote! { #default },
                );
                quote! {
                    let #ident = match #taken {
                        Some(value) => value,
                        None => #otherwise,
                    };
                }
            }
            Source::Head => quote! { let #ident = crate::fields::Head::at(row.at()); },
            Source::Joined => quote! { let #ident: #ty = ::core::default::Default::default(); },
            Source::Place => quote! { let #ident = row.at(); },
        }
    }
}

fn source(field: &Field, ident: &Ident) -> syn::Result<Source> {
    if has(&field.attrs, "joined") {
        return Ok(Source::Joined);
    }
    if has(&field.attrs, "place") {
        return Ok(Source::Place);
    }
    let Some(arguments) = Arguments::find(&field.attrs, "field")? else {
        return Err(syn::Error::new_spanned(field, "expected `#[field(…)]`, `#[joined]` or `#[place]`"));
    };
    row(field, ident, arguments).map(|row| Source::File(Box::new(row)))
}

fn row(field: &Field, ident: &Ident, mut arguments: Arguments) -> syn::Result<Row> {
    let en = arguments.text("the English name")?;
    let fa = arguments.text("the Persian name")?;
    let time = [("plan", "Plan"), ("event", "Event"), ("existence", "Existence")]
        .into_iter()
        .find_map(|(flag, time)| arguments.flag(flag).then_some(time))
        .unwrap_or("Undated");
    let disclosure = [("people", "People"), ("private", "Private")]
        .into_iter()
        .find_map(|(flag, disclosure)| arguments.flag(flag).then_some(disclosure))
        .unwrap_or("Public");
    let key = match arguments.named("key") {
        None => Ident::new(&camel_case(&ident.to_string()), ident.span()),
        Some(Expr::Path(path)) => path.path.require_ident()?.clone(),
        Some(other) => return Err(syn::Error::new_spanned(other, "expected a name")),
    };
    let row = Row {
        key,
        en,
        fa,
        also: arguments.named_texts("also")?,
        kind: arguments.named("kind"),
        default: arguments.named("default"),
        required: arguments.flag("required"),
        time: Ident::new(time, Span::call_site()),
        disclosure: Ident::new(disclosure, Span::call_site()),
        sentence_fa: arguments.required_text("fa")?,
        sentence_en: sentence(field)?,
        example: arguments.named_text("example")?,
    };
    arguments.finish()?;
    Ok(row)
}

/// The row of a title: `#[title(required, fa = "…", example = "…")]` on the head; `None` for a kind without titles.
fn title_row(field: &Field) -> syn::Result<Option<Row>> {
    let Some(mut arguments) = Arguments::find(&field.attrs, "title")? else { return Ok(None) };
    let row = Row {
        key: Ident::new("Title", Span::call_site()),
        en: LitStr::new("title", Span::call_site()),
        fa: LitStr::new("عنوان", Span::call_site()),
        also: arguments.named_texts("also")?,
        kind: None,
        default: None,
        required: arguments.flag("required"),
        time: Ident::new("Undated", Span::call_site()),
        disclosure: Ident::new("Public", Span::call_site()),
        sentence_fa: arguments.required_text("fa")?,
        sentence_en: sentence(field)?,
        example: arguments.named_text("example")?,
    };
    arguments.finish()?;
    Ok(Some(row))
}

fn sentence(field: &Field) -> syn::Result<String> {
    let sentence = first_paragraph(&field.attrs);
    if sentence.ends_with('.') {
        return Ok(sentence);
    }
    Err(syn::Error::new_spanned(field, "expected a doc comment that is a sentence: the docs show it"))
}

/// `status_since` → `StatusSince`
fn camel_case(name: &str) -> String {
    let mut out = String::new();
    for word in name.split('_') {
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}
