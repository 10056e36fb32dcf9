//! Generates what activities belong to: neighborhoods, domains, agencies, problems.

use super::Corpus;
use super::days::{Day, TODAY};
use super::form::Form;
use super::random::Random;
use super::words::{AGENCIES, COUNTIES, DOMAINS, NEIGHBORHOODS, PROBLEMS, SUFFIXES, prose, sentence};

/// The number of problems per neighborhood.
pub(crate) const PROBLEMS_EACH: usize = 4;

/// The title of a neighborhood. The first ones are names without a suffix.
pub(crate) fn neighborhood_title(index: usize) -> String {
    format!("{}{}", NEIGHBORHOODS[index % 40], SUFFIXES[index / 40])
}

pub(crate) fn neighborhood_id(index: usize) -> String {
    format!("n{index:03}")
}

pub(crate) fn agency_id(index: usize) -> String {
    format!("agency-{index:02}")
}

pub(crate) fn problem_id(neighborhood: usize, rank: usize) -> String {
    format!("p{neighborhood:03}-{rank}")
}

pub(crate) fn domain(index: usize) -> String {
    let (id, title) = DOMAINS[index];
    let mut form = Form::new(index);
    form.put(("id", "شناسه"), id);
    form.put(("title", "عنوان"), title);
    form.put(("summary", "خلاصه"), sentence(&mut Random::of("domain", index)));
    form.number(("order", "ترتیب"), index + 1);
    form.yaml()
}

pub(crate) fn agency(index: usize) -> String {
    const KINDS: [(&str, &str); 7] = [
        ("executive", "دستگاه اجرایی"),
        ("public", "نهاد عمومی غیردولتی"),
        ("municipal", "شهرداری و دهیاری"),
        ("community", "نهاد مردمی"),
        ("ngo", "سازمان مردم‌نهاد"),
        ("volunteer", "گروه جهادی و داوطلب"),
        ("other", "سایر"),
    ];
    let mut form = Form::new(index);
    form.put(("title", "عنوان"), format_args!("{} {}", AGENCIES[index % 20], COUNTIES[index / 20]));
    form.choose(("kind", "نوع"), KINDS[index % 7]);
    form.put(("url", "وبگاه"), format_args!("https://agency-{index:02}.example/"));
    form.yaml()
}

pub(crate) fn neighborhood(index: usize) -> String {
    const STAGES: [(&str, &str); 3] = [("model", "نمونه"), ("extension", "گسترش"), ("planned", "در نوبت")];
    let mut random = Random::of("neighborhood", index);
    let mut form = Form::new(index);
    let people = random.between(3_000, 60_000);
    form.put(("title", "عنوان"), neighborhood_title(index));
    form.put(("kind", "گونه"), if index % 9 == 8 { "روستا" } else { "محله" });
    form.put(("county", "شهرستان"), COUNTIES[index % 6]);
    form.put(("city", "شهر"), COUNTIES[index % 6]);
    form.choose(("stage", "جایگاه"), STAGES[if index < 2 { 0 } else { 1 + index % 2 }]);
    form.day(("since", "آغاز"), Day::FIRST.plus(random.between(0, 300)));
    form.map(("manager", "مدیر"), |form| {
        form.put(("title", "سمت"), "مدیر محله");
        form.day(("since", "از تاریخ"), Day::FIRST.plus(random.between(0, 300)));
    });
    form.number(("population", "جمعیت"), people);
    form.number(("households", "خانوار"), people / 3);
    let goals: Vec<_> = (0..3).map(|_| sentence(&mut random)).collect();
    form.lines(("goals", "هدف‌ها"), &goals);
    form.markdown(&prose(&mut random, 80))
}

/// The problems of one neighborhood in one file.
pub(crate) fn problems(corpus: &Corpus, neighborhood: usize) -> String {
    let mut form = Form::new(neighborhood);
    for rank in 0..PROBLEMS_EACH {
        let index = neighborhood * PROBLEMS_EACH + rank;
        let mut random = Random::of("problem", index);
        form.item(|form| {
            form.put(("id", "شناسه"), problem_id(neighborhood, rank));
            let what = PROBLEMS[(neighborhood + rank) % 10];
            form.put(("title", "عنوان"), format_args!("{what} در {}", neighborhood_title(neighborhood)));
            form.put(("neighborhood", "محله"), neighborhood_id(neighborhood));
            form.put(("domain", "حوزه"), DOMAINS[index % corpus.domains].0);
            form.number(("rank", "اولویت"), rank + 1);
            form.put(("source", "منبع"), "نشست با ساکنان");
            let registered = Day::FIRST.plus(random.between(0, 400));
            form.day(("registered", "تاریخ ثبت"), registered);
            if random.chance(20) {
                form.day(
                    ("solved", "تاریخ حل"),
                    registered.plus(random.between(90, registered.until(TODAY))),
                );
            }
        });
    }
    form.yaml()
}
