//! Generates activities and their reports.

use std::fmt::Write;

use super::Corpus;
use super::form::{Form, Word};
use super::groups::{PROBLEMS_EACH, agency_id, neighborhood_id, problem_id};
use super::plan::{Plan, Status, id};
use super::random::Random;
use super::words::{DOMAINS, PEOPLE, TAGS, prose, sentence};

const TITLE: Word = ("title", "عنوان");
const DATE: Word = ("date", "تاریخ");
const DUE: Word = ("due", "مهلت");
const DONE: Word = ("done", "انجام");
const PROGRESS: Word = ("progress", "پیشرفت");
const BY: Word = ("by", "گزارش‌دهنده");
const SOURCE: Word = ("source", "منبع");

pub(crate) fn activity(corpus: &Corpus, plan: &Plan) -> String {
    let mut random = Random::of("record", plan.index);
    let mut form = Form::new(plan.index);
    form.put(TITLE, &plan.title);
    whose(&mut form, &mut random, corpus, plan);
    when(&mut form, &mut random, plan);
    milestones(&mut form, plan);
    indicators(&mut form, &mut random, plan);
    updates(&mut form, &mut random, plan);
    extras(&mut form, &mut random, corpus, plan);
    form.markdown(&narrative(&mut random, plan))
}

fn whose(form: &mut Form, random: &mut Random, corpus: &Corpus, plan: &Plan) {
    let mut places = vec![neighborhood_id(plan.neighborhood)];
    if random.chance(10) {
        places.push(neighborhood_id((plan.neighborhood + 1) % corpus.neighborhoods));
    }
    form.row(("neighborhood", "محله"), &places);
    form.put(("domain", "حوزه"), DOMAINS[plan.domain].0);
    if random.chance(40) {
        let rank = random.between(0, PROBLEMS_EACH - 1);
        form.put(("problem", "مسئله"), problem_id(plan.neighborhood, rank));
    }
    form.put(("summary", "خلاصه"), sentence(random));
    form.put(("lead", "دستگاه مسئول"), agency_id(plan.lead));
    if random.chance(90) {
        form.put(("responsible", "مسئول"), random.pick(&PEOPLE));
    }
    let (first, count) = (random.between(1, 20), random.between(0, 3));
    let partners: Vec<_> = (0..count).map(|n| agency_id((plan.lead + first + n) % corpus.agencies)).collect();
    form.row(("partners", "همکاران"), &partners);
}

fn when(form: &mut Form, random: &mut Random, plan: &Plan) {
    let (status, since) = match plan.status {
        Status::Planned => (("planned", "برنامه‌ریزی‌شده"), None),
        Status::Active => (("active", "در حال اجرا"), None),
        Status::Paused => (("paused", "متوقف"), Some(plan.last)),
        Status::Done => (("done", "پایان‌یافته"), Some(plan.last)),
        Status::Cancelled => (("cancelled", "لغوشده"), Some(plan.last)),
    };
    form.choose(("status", "وضعیت"), status);
    if let Some(since) = since {
        form.day(("status_since", "وضعیت از"), since);
    }
    form.day(("registered", "تاریخ ثبت"), plan.start.minus(random.between(5, 30)));
    form.day(("start", "شروع"), plan.start);
    form.day(DUE, plan.due);
    if plan.status == Status::Done {
        form.day(("finished", "پایان"), plan.last);
    }
    if random.chance(20) {
        form.number(("weight", "وزن"), random.between(1, 5));
    }
    if plan.updates.len() > 1 && random.chance(20) {
        form.choose(("measure", "سنجه"), ("reported", "گزارش"));
    }
    let rescheduled: Vec<_> = plan.rescheduled.into_iter().collect();
    form.list(("reschedules", "تغییرات مهلت"), &rescheduled, |form, (on, due)| {
        const REASONS: [Word; 4] =
            [("funding", "اعتبار"), ("permit", "مجوز"), ("weather", "آب‌وهوا"), ("contractor", "پیمانکار")];
        form.day(DATE, *on);
        form.day(DUE, *due);
        form.choose(("reason", "علت"), REASONS[random.between(0, 3)]);
    });
}

fn milestones(form: &mut Form, plan: &Plan) {
    form.list(("milestones", "مراحل"), &plan.milestones, |form, milestone| {
        form.put(TITLE, milestone.title);
        if let Some(due) = milestone.due {
            form.day(DUE, due);
        }
        if let Some(done) = milestone.done {
            form.day(DONE, done);
        }
    });
}

fn indicators(form: &mut Form, random: &mut Random, plan: &Plan) {
    form.list(("indicators", "شاخص‌ها"), &plan.indicators, |form, indicator| {
        form.put(TITLE, indicator.title);
        form.put(("unit", "واحد"), indicator.unit);
        form.number(("baseline", "پایه"), indicator.baseline);
        form.number(("target", "هدف"), indicator.target);
        let direction = if indicator.rises { ("up", "افزایش") } else { ("down", "کاهش") };
        form.choose(("direction", "جهت"), direction);
        form.list(("values", "مقادیر"), &indicator.values, |form, (day, value)| {
            form.day(DATE, *day);
            form.number(("value", "مقدار"), value);
            if random.chance(50) {
                form.put(SOURCE, "گزارش مدیر محله");
            }
        });
    });
}

fn updates(form: &mut Form, random: &mut Random, plan: &Plan) {
    form.list(("updates", "گزارش‌ها"), &plan.updates, |form, (day, progress)| {
        form.day(DATE, *day);
        form.number(PROGRESS, progress);
        form.put(("text", "متن"), sentence(random));
        form.put(BY, random.pick(&PEOPLE));
    });
}

fn extras(form: &mut Form, random: &mut Random, corpus: &Corpus, plan: &Plan) {
    if random.chance(30) {
        let planned = random.between(50, 900) * 1_000_000;
        form.map(("budget", "بودجه"), |form| {
            form.number(("planned", "مصوب"), planned);
            if plan.has_begun() {
                form.number(("spent", "هزینه‌کرد"), planned / 100 * random.between(5, 100));
            }
            form.put(SOURCE, "اعتبارات استانی");
        });
    }
    if random.chance(30) {
        let planned = random.between(20, 900);
        form.map(("beneficiaries", "بهره‌مندان"), |form| {
            form.number(("planned", "پیش‌بینی"), planned);
            if plan.has_begun() {
                form.number(("reached", "تحقق"), planned * random.between(20, 110) / 100);
            }
            form.put(("group", "گروه"), "ساکنان محله");
        });
    }
    // Depend only on an earlier activity, so that no cycle can arise.
    if plan.index >= corpus.neighborhoods && random.chance(5) {
        form.row(("depends_on", "پیش‌نیازها"), &[id(plan.index - corpus.neighborhoods)]);
    }
    let (first, count) = (random.between(0, 9), random.between(0, 3));
    let tags: Vec<_> = (0..count).map(|n| TAGS[(first + n) % 10]).collect();
    form.row(("tags", "برچسب‌ها"), &tags);
    if plan.has_begun() && random.chance(10) {
        form.list(("evidence", "مستندات"), &[plan.last], |form, day| {
            form.put(TITLE, "گزارش تصویری");
            form.put(("url", "نشانی"), format_args!("https://reports.example/{}", id(plan.index)));
            form.day(DATE, *day);
        });
    }
}

/// About 150 words in three sections, with typical Markdown.
fn narrative(random: &mut Random, plan: &Plan) -> String {
    let mut text = prose(random, 36);
    let _ = write!(text, "\n\n## پیشینه\n\n**هدف:** {}\n\n", prose(random, 30));
    for _ in 0..2 {
        let _ = writeln!(text, "- {}", sentence(random));
    }
    let _ = write!(text, "\n{}", prose(random, 12));
    if random.chance(20) {
        let _ =
            write!(text, "\n\nبنگرید به [صفحهٔ محله](neighborhood:{}).", neighborhood_id(plan.neighborhood));
    }
    text
}

/// A report in a file of its own, with the narrative as body.
pub(crate) fn report(plan: &Plan, at: usize) -> String {
    let mut random = Random::of("report", plan.index * 8 + at);
    let mut form = Form::new(plan.index + at);
    about(&mut form, &mut random, plan, at);
    form.markdown(&prose(&mut random, 30))
}

/// Reports on several activities in one file with a list.
pub(crate) fn reports(index: usize, plans: &[Plan]) -> String {
    let mut form = Form::new(index);
    for plan in plans {
        for at in 0..plan.later.len() {
            let mut random = Random::of("report", plan.index * 8 + at);
            form.item(|form| {
                about(form, &mut random, plan, at);
                form.put(("text", "متن"), sentence(&mut random));
            });
        }
    }
    form.yaml()
}

fn about(form: &mut Form, random: &mut Random, plan: &Plan, at: usize) {
    let (day, progress) = plan.later[at];
    form.put(("activity", "فعالیت"), id(plan.index));
    form.day(DATE, day);
    form.number(PROGRESS, progress);
    let open = plan.milestones.iter().find(|milestone| milestone.done.is_none());
    match (plan.indicators.first(), open) {
        (Some(indicator), _) if random.chance(30) => {
            form.put(("indicator", "شاخص"), indicator.title);
            form.number(("value", "مقدار"), indicator.target);
        }
        (_, Some(milestone)) if at == 0 && plan.status == Status::Active && random.chance(30) => {
            form.put(("milestone", "مرحله"), milestone.title);
        }
        _ => {}
    }
    form.put(BY, random.pick(&PEOPLE));
}
