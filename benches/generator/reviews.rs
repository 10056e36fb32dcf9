//! Generates reviews of activities: visits, meetings, success models.

use super::Corpus;
use super::days::{Day, TODAY};
use super::form::{Form, Word};
use super::groups::{agency_id, neighborhood_id};
use super::plan::{Plan, Status, id};
use super::random::Random;
use super::words::{DOMAINS, PEOPLE, prose, sentence};

const DATE: Word = ("date", "تاریخ");

/// A visit to a neighborhood, with findings on its activities.
pub(crate) fn visit(corpus: &Corpus, index: usize) -> String {
    let mut random = Random::of("visit", index);
    let neighborhood = index % corpus.neighborhoods;
    let day = TODAY.minus(random.between(0, 900));
    let mut form = Form::new(index);
    form.day(DATE, day);
    form.put(("neighborhood", "محله"), neighborhood_id(neighborhood));
    form.put(("by", "بازدیدکننده"), random.pick(&PEOPLE));
    form.list(
        ("findings", "یافته‌ها"),
        &seen(corpus, &mut random, neighborhood, day),
        |form, plan| {
            form.put(("activity", "فعالیت"), id(plan.index));
            form.number(("progress", "پیشرفت"), random.between(1, 19) * 5);
            form.put(("note", "یادداشت"), sentence(&mut random));
        },
    );
    form.put(("follow_up", "اقدام لازم"), sentence(&mut random));
    form.markdown(&prose(&mut random, 40))
}

/// Selects up to four activities of a neighborhood that had begun by that day.
fn seen(corpus: &Corpus, random: &mut Random, neighborhood: usize, day: Day) -> Vec<Plan> {
    let count = (corpus.activities - neighborhood).div_ceil(corpus.neighborhoods);
    let (first, wanted) = (random.between(0, count - 1), random.between(1, 4));
    (0..count.min(12))
        .map(|n| Plan::of(corpus, neighborhood + (first + n) % count * corpus.neighborhoods))
        .filter(|plan| plan.start <= day)
        .take(wanted)
        .collect()
}

/// A meeting with decisions.
pub(crate) fn meeting(corpus: &Corpus, index: usize) -> String {
    let mut random = Random::of("meeting", index);
    let day = TODAY.minus(random.between(0, 1_000));
    let mut form = Form::new(index);
    form.put(("title", "عنوان"), format_args!("نشست پیگیری طرح، شمارهٔ {}", index + 1));
    form.day(DATE, day);
    form.put(("place", "مکان"), "سالن جلسه‌های فرمانداری");
    form.put(("chair", "رئیس جلسه"), "فرماندار");
    let first = random.between(0, corpus.agencies - 1);
    let present: Vec<_> = (0..6).map(|n| agency_id((first + n) % corpus.agencies)).collect();
    form.row(("agencies", "دستگاه‌ها"), &present);
    let decisions: Vec<_> = (0..random.between(2, 6)).collect();
    form.list(("decisions", "مصوبات"), &decisions, |form, n| {
        form.put(("id", "شناسه"), format_args!("d{}", n + 1));
        form.put(("text", "متن"), sentence(&mut random));
        form.put(("agency", "دستگاه"), agency_id((first + n) % corpus.agencies));
        let due = day.plus(random.between(20, 120));
        form.day(("due", "مهلت"), due);
        if random.chance(60) && day < TODAY {
            form.day(("done", "انجام"), day.plus(random.between(1, day.until(TODAY).min(150))));
        }
        if random.chance(40) {
            form.put(("activity", "فعالیت"), id(random.between(0, corpus.activities - 1)));
        }
    });
    form.markdown(&prose(&mut random, 60))
}

/// A success model based on the finished activities of a neighborhood.
pub(crate) fn model(corpus: &Corpus, index: usize) -> String {
    let mut random = Random::of("model", index);
    let neighborhood = index % corpus.neighborhoods;
    let domain = DOMAINS[index % corpus.domains];
    let mut form = Form::new(index);
    form.put(("title", "عنوان"), format_args!("الگوی {} در محله، شمارهٔ {}", domain.1, index + 1));
    form.put(("neighborhood", "محله"), neighborhood_id(neighborhood));
    form.put(("domain", "حوزه"), domain.0);
    form.put(("problem", "مسئله"), sentence(&mut random));
    form.put(("approach", "راهکار"), sentence(&mut random));
    for key in [("steps", "گام‌ها"), ("conditions", "شرایط"), ("lessons", "درس‌ها")] {
        let lines: Vec<_> = (0..random.between(2, 4)).map(|_| sentence(&mut random)).collect();
        form.lines(key, &lines);
    }
    form.choose(("cost", "هزینه"), [("low", "کم"), ("medium", "متوسط"), ("high", "زیاد")][index % 3]);
    let results: Vec<_> = (neighborhood..corpus.activities)
        .step_by(corpus.neighborhoods)
        .take(20)
        .filter(|at| Plan::of(corpus, *at).status == Status::Done)
        .take(2)
        .map(id)
        .collect();
    form.row(("results", "نتایج"), &results);
    form.markdown(&prose(&mut random, 120))
}
