//! What a person at a terminal is asked where the command line doesn't say it. A wrong answer is told and asked for again;
//! a blank one gives up, or takes what is said beside the question. Elsewhere nothing is asked.

use crate::diag::Message;
use crate::exchange::adopt::{Home, MapRule, Unmapped, unknown_record};
use crate::model::RecordKind;
use crate::persian::{Day, dates};

use super::super::report;
use super::super::terminal::{self, Terminal};

/// So many records of one's own are listed above a question.
const LISTED: usize = 24;

/// Asks about one's own records.
pub(super) struct Questions<'h> {
    pub(super) home: &'h Home,
    pub(super) terminal: Terminal,
}

impl Questions<'_> {
    /// Which neighborhood takes the model up.
    pub(super) fn neighborhood(&self) -> Option<String> {
        self.list(RecordKind::Neighborhood);
        let question =
            self.terminal.say("به کدام محله؟ (شناسه یا عنوان)", "Into which neighborhood? (id or title)");
        self.record(RecordKind::Neighborhood, question)
    }

    /// The first day; `None` for the day of the report.
    pub(super) fn start(&self) -> Option<Day> {
        let question =
            self.terminal.say("روز شروع؟ (خالی: روز گزارش)", "First day? (blank: the day of the report)");
        self.until_right(question, |text| dates::parse(text).map_err(|error| error.message()))
    }

    /// What each of theirs is here; `None` where one is left unanswered.
    pub(super) fn maps(&self, unmapped: &[Unmapped]) -> Option<Vec<MapRule>> {
        let mut listed = None;
        let ask = |Unmapped { kind, id, title }: &Unmapped| {
            if listed.replace(*kind) != Some(*kind) {
                self.list(*kind);
            }
            let (fa, en) = (
                format!("{} «{title}» نزد شما کدام است؟ (شناسه یا عنوان؛ خالی: رها کن)", kind.fa()),
                format!("Which {} of yours is `{title}`? (id or title; blank: give up)", kind.en()),
            );
            let ours = self.record(*kind, self.terminal.say(&fa, &en))?;
            Some(MapRule { kind: *kind, theirs: id.clone(), ours })
        };
        unmapped.iter().map(ask).collect()
    }

    /// A record of one's own, by its id.
    fn record(&self, kind: RecordKind, question: &str) -> Option<String> {
        self.until_right(question, |name| {
            self.home.find_id(kind, name).map_err(|near| unknown_record(kind, name, near.as_deref()))
        })
    }

    /// Asks until the answer can be read; `None` where it is blank.
    fn until_right<T>(&self, question: &str, read: impl Fn(&str) -> Result<T, Message>) -> Option<T> {
        loop {
            match read(&terminal::ask(question)?) {
                Ok(answer) => return Some(answer),
                Err(message) => terminal::complain(&report::message(&message, self.terminal.lang)),
            }
        }
    }

    /// Lists one's own records of a kind, where somebody is there to be asked and there are not too many.
    fn list(&self, kind: RecordKind) {
        let own: Vec<_> = self.home.records(kind).collect();
        if terminal::is_asked() && own.len() <= LISTED {
            for (id, title) in own {
                terminal::complain(&format!("  {title} ({id})\n"));
            }
        }
    }
}
