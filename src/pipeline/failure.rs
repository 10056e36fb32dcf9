//! Why a run could not be done at all.

use std::path::PathBuf;

use crate::content::no_content;
use crate::diag::{Bilingual, Complain, Complaint, MachineError};
use crate::output::OutputError;
use crate::package::Refusal;

/// Why a run could not be done.
#[derive(Debug)]
pub enum Failure {
    /// There is no `content/` in the source folder.
    NoContent(PathBuf),
    /// There is no success model of that name.
    NoModel {
        /// The name.
        name: String,
        /// The id that was perhaps meant.
        near: Option<String>,
    },
    /// A package of a model would be refused by whoever receives it.
    Package(Refusal),
    /// The machine failed us in reading.
    Machine(MachineError),
    /// The site can't be written there.
    Output(OutputError),
}

impl From<MachineError> for Failure {
    fn from(error: MachineError) -> Self {
        Self::Machine(error)
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl Complain for Failure {
    fn complaint(&self) -> Complaint {
        match self {
            Self::NoContent(source) => no_content(source),
            Self::NoModel { name, near } => {
                let complaint = Complaint::usage(
                    format!("«{name}» شناسه یا عنوان هیچ الگوی منتشرشده‌ای نیست."),
                    format!("No published model has the id or title `{name}`."),
                );
                match near {
                    Some(near) => {
                        complaint.hint(format!("منظورتان «{near}» بود؟"), format!("Did you mean `{near}`?"))
                    }
                    None => complaint,
                }
            }
            Self::Package(refusal) => {
                let Bilingual { fa, en } = refusal.sentence();
                Complaint::findings(
                    format!("بستهٔ الگو ساخته نشد. {fa}"),
                    format!("The package of a model was not made. {en}"),
                )
            }
            Self::Machine(error) => error.complaint(),
            Self::Output(error) => error.complaint(),
        }
    }
}
