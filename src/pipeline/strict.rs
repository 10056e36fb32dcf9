//! What `--strict` asks beyond warnings: every running activity has its three pillars (F18).

use crate::diag::Diagnostic;
use crate::diag::codes::records as codes;
use crate::model::Edition;
use crate::progress::Figures;

/// A warning for each running activity that lacks a pillar.
pub(super) fn missing_pillars(dataset: &Edition, figures: &Figures) -> Vec<Diagnostic> {
    figures
        .by_activity()
        .filter(|(_, of)| of.running)
        .filter_map(|(idx, of)| {
            let record = &dataset[idx].record;
            let lacks = [
                (
                    of.pillars.programme,
                    "برنامه (شرح و مرحله یا شاخص)",
                    "programme (a text, and a milestone or indicator)",
                ),
                (of.pillars.schedule, "زمان‌بندی (آغاز و مهلت)", "schedule (start and due)"),
                (
                    of.pillars.responsibility,
                    "مسئولیت (دستگاه مسئول و فرد مسئول)",
                    "responsibility (lead and responsible)",
                ),
            ];
            let fa: Vec<_> = lacks.iter().filter(|(has, ..)| !has).map(|(_, fa, _)| *fa).collect();
            let en: Vec<_> = lacks.iter().filter(|(has, ..)| !has).map(|(.., en)| *en).collect();
            if fa.is_empty() {
                return None;
            }
            let found = Diagnostic::new(
                codes::MISSING_PILLAR,
                record.at.clone(),
                format!("فعالیت جاری «{}» این رکن را ندارد: {}.", record.title.typed(), fa.join("، ")),
                format!("The running activity `{}` lacks: {}.", record.id, en.join(", ")),
            );
            Some(found.hint("آن را در رکورد فعالیت بنویسید.", "Write it in the activity's record."))
        })
        .collect()
}
