//! The derive of `Choice`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Fields};

use crate::attributes::Arguments;

pub(crate) fn derive(input: &DeriveInput) -> syn::Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        return Err(syn::Error::new_spanned(input, "a choice is an enum"));
    };
    let name = &input.ident;
    let (mut variants, mut keys, mut words) = (Vec::new(), Vec::new(), Vec::new());
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            return Err(syn::Error::new_spanned(variant, "a word of a choice holds no data"));
        }
        let Some(mut arguments) = Arguments::find(&variant.attrs, "choice")? else {
            return Err(syn::Error::new_spanned(variant, "expected `#[choice(\"english\", \"فارسی\")]`"));
        };
        keys.push(arguments.text("the English word")?);
        words.push(arguments.text("the Persian word")?);
        arguments.finish()?;
        variants.push(&variant.ident);
    }
    let count = variants.len();
    Ok(quote! {
        impl #name {
            /// All of them, in the order of the declaration.
            pub const ALL: [Self; #count] = [#(Self::#variants),*];

            /// The English word: in record files, in data files and in class names.
            pub const fn key(self) -> &'static str {
                <Self as crate::fields::Choice>::WORDS[self as usize].en
            }

            /// The Persian word: in record files and for people to read.
            pub const fn fa(self) -> &'static str {
                <Self as crate::fields::Choice>::WORDS[self as usize].fa
            }

            /// The choice that an English word means.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|choice| choice.key() == key)
            }
        }

        impl crate::fields::Choice for #name {
            const WORDS: &'static [crate::fields::Word] =
                &[#(crate::fields::Word { en: #keys, fa: #words }),*];

            fn word(self) -> &'static crate::fields::Word {
                &Self::WORDS[self as usize]
            }
        }

        impl crate::fields::FieldValue for #name {
            const KIND: crate::fields::Kind =
                crate::fields::Kind::Choice(<Self as crate::fields::Choice>::WORDS);

            fn from_value(
                value: crate::fields::Value,
                _: &crate::fields::At<'_>,
                _: &mut crate::fields::Reading<'_>,
            ) -> Option<Self> {
                value.choice().and_then(Self::from_key)
            }

            fn datum(&self) -> crate::fields::Datum<'_> {
                crate::fields::Datum::Choice(crate::fields::Choice::word(*self))
            }
        }
    })
}
