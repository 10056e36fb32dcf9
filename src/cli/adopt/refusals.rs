//! What is printed if a package is not taken in.

use serde_json::json;

use crate::diag::{Bilingual, Complain, Complaint, Exit, Lang};
use crate::exchange::adopt::AdoptError;

use super::super::args::Format;
use super::super::report;
use super::super::terminal::{self, Terminal};

/// What every refusal ends with.
const NOTHING: Bilingual<&str> = Bilingual { fa: "چیزی نوشته نشد.", en: "Nothing was written." };

/// Reports why nothing was taken in.
pub(super) fn refuse(error: &AdoptError, terminal: Terminal) -> Exit {
    let Complaint { exit, message } = error.complaint();
    if let AdoptError::NoContent(_) = error {
        return terminal.fail(Complaint { exit, message });
    }
    let text = |lang| report::message(&message, lang);
    if let AdoptError::Content(found) = error {
        report::tell(found, terminal);
    } else if terminal.format == Format::Json {
        let (fa, en) = (text(Lang::Fa), text(Lang::En));
        let object = json!({"refused": true, "fa": fa.trim_end(), "en": en.trim_end()});
        terminal::answer(&format!("{object}\n"));
    }
    terminal::complain(&format!("{}{}\n", text(terminal.lang), NOTHING.get(terminal.lang)));
    exit
}
