//! Generates random provinces: small content folders, the same for the same seed, with cases that are rare in the demo.
//!
//! They are written as people write: in both languages, with dates and numbers in every notation, and records in lists or
//! separate files. They contain no errors, but many unusual cases.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::calendar::{self, Day};

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).expect("small");
        usize::try_from(self.roll() % bound).expect("small")
    }

    /// Returns a number from `low` to `high`, inclusive.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(usize::try_from(high - low + 1).expect("low first"))).expect("small")
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }
}

/// The fields of a record, or of a map inside it.
#[derive(Default)]
struct Fields(Vec<(String, String)>);

impl Fields {
    /// Adds `- {a: b, c: d}` below a field.
    fn flow(&self) -> String {
        let fields: Vec<String> = self.0.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        format!("{{{}}}", fields.join(", "))
    }

    fn block(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.0 {
            let gap = if value.is_empty() || value.starts_with('\n') { "" } else { " " };
            let _ = writeln!(text, "{name}:{gap}{value}");
        }
        text
    }
}

/// The names by which references can refer to a record.
struct Known {
    id: String,
    names: Vec<String>,
}

struct Activity {
    known: Known,
    milestones: Vec<String>,
    indicators: Vec<String>,
}

struct Province {
    dice: Dice,
    day: Day,
    neighborhoods: Vec<Known>,
    domains: Vec<Known>,
    agencies: Vec<Known>,
    activities: Vec<Activity>,
}

/// Writes a province to `source/content/`. Returns its day, and whether the settings contain it.
pub(crate) fn write(source: &Path, seed: u64) -> (Day, bool) {
    let mut dice = Dice(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let day = calendar::from_jalali(1404, 1, 1) + dice.between(0, 800);
    let mut province = Province {
        dice,
        day,
        neighborhoods: Vec::new(),
        domains: Vec::new(),
        agencies: Vec::new(),
        activities: Vec::new(),
    };
    let content = source.join("content");
    let in_settings = province.settings(&content);
    province.places(&content);
    province.write_activities(&content);
    province.write_updates(&content);
    province.write_visits(&content);
    province.write_meetings(&content);
    (day, in_settings)
}

fn save(content: &Path, path: &str, text: &str) {
    let path = content.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn persian_digits(text: &str) -> String {
    let digit = |letter: char| match letter.to_digit(10) {
        Some(digit) => char::from_u32('۰' as u32 + digit).expect("a digit"),
        None => letter,
    };
    text.chars().map(digit).collect()
}

/// Returns the text between `- ` and the fields below it.
fn list_item(fields: &Fields) -> String {
    let block = fields.block();
    let lines: Vec<&str> = block.lines().collect();
    format!("- {}\n", lines.join("\n  "))
}

impl Province {
    fn key(&mut self, english: &str, persian: &str) -> String {
        match self.dice.below(12) {
            0..=5 => english.to_owned(),
            6 => english.replace('_', "-"),
            7 => english.to_uppercase(),
            8 => persian.replace('ی', "ي"),
            _ => persian.to_owned(),
        }
    }

    fn put(&mut self, fields: &mut Fields, english: &str, persian: &str, value: impl Into<String>) {
        let key = self.key(english, persian);
        fields.0.push((key, value.into()));
    }

    /// Adds a list of maps.
    fn put_maps(&mut self, fields: &mut Fields, english: &str, persian: &str, maps: &[Fields]) {
        let mut rows = String::new();
        for map in maps {
            let _ = write!(rows, "\n  - {}", map.flow());
        }
        self.put(fields, english, persian, rows);
    }

    fn put_date(&mut self, fields: &mut Fields, english: &str, persian: &str, day: Day) {
        let date = self.date(day);
        self.put(fields, english, persian, date);
    }

    fn put_number(&mut self, fields: &mut Fields, english: &str, persian: &str, tenths: i64) {
        let number = self.number(tenths);
        self.put(fields, english, persian, number);
    }

    /// Formats a date in one of the notations that people use.
    fn date(&mut self, day: Day) -> String {
        let jalali @ (year, month, of_month) = calendar::to_jalali(day);
        match self.dice.below(6) {
            0 => calendar::iso(calendar::to_gregorian(day)),
            1 => format!("{year}-{month}-{of_month}"),
            2 => format!("{of_month} {} {year}", calendar::month_name(month)),
            3 => persian_digits(&calendar::iso(jalali).replace('-', "/")),
            _ => calendar::iso(jalali).replace('-', "/"),
        }
    }

    fn number(&mut self, tenths: i64) -> String {
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
        let plain = if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") };
        if self.dice.chance(20) { persian_digits(&plain).replace('.', "٫") } else { plain }
    }

    fn percent(&mut self) -> String {
        let tenths = match self.dice.below(8) {
            0 => 0,
            1 => 1000,
            2 => self.dice.between(0, 1000),
            3 | 4 => 50 * self.dice.between(0, 20),
            _ => 10 * self.dice.between(0, 100),
        };
        let number = self.number(tenths);
        if self.dice.chance(20) { format!("{number}٪") } else { number }
    }

    /// Returns a day near T, often exactly at the boundary of a rule.
    fn near(&mut self) -> Day {
        let away = match self.dice.below(10) {
            0 => 0,
            1 => *self.dice.pick(&[-1, 1]),
            2 => *self.dice.pick(&[-29, -30, -31, -89, -90, -91]),
            3 => self.dice.between(-12, 12),
            4 => self.dice.between(1, 200),
            _ => self.dice.between(-250, 60),
        };
        self.day + away
    }

    /// Returns one of a few days, so that equal dates are frequent.
    fn one_of(&mut self, days: &[Day]) -> Day {
        if self.dice.chance(60) { *self.dice.pick(days) } else { self.near() }
    }

    /// Returns an id, a title or an alias of a record, the latter two with spelling variations.
    fn name(&mut self, known: (&str, &[String])) -> String {
        if self.dice.chance(50) {
            return known.0.to_owned();
        }
        let name = self.dice.pick(known.1).clone();
        match self.dice.below(3) {
            0 => name.replace(' ', "\u{200c}"),
            1 => name.replace('ی', "ي").replace('ک', "ك"),
            _ => name,
        }
    }

    fn settings(&mut self, content: &Path) -> bool {
        let mut fields = Fields::default();
        self.put(&mut fields, "title", "عنوان", "کارنامهٔ آزمايشي");
        self.put(&mut fields, "province", "استان", "آزمون");
        let in_settings = self.dice.chance(25);
        if in_settings {
            let day = self.day;
            self.put_date(&mut fields, "as_of", "تاریخ گزارش", day);
        }
        if self.dice.chance(50) {
            let mut progress = Fields::default();
            if self.dice.chance(70) {
                let points = *self.dice.pick(&[0, 50, 75, 200, 1000]);
                self.put_number(&mut progress, "tolerance", "رواداری", points);
            }
            if self.dice.chance(70) {
                let days = self.dice.between(1, 120).to_string();
                self.put(&mut progress, "supervision_days", "بازهٔ نظارت", days);
            }
            if self.dice.chance(70) {
                let days = self.dice.between(1, 60).to_string();
                self.put(&mut progress, "stale_days", "مهلت گزارش", days);
            }
            self.put(&mut progress, "coverage_floor", "کمینهٔ پوشش", "40");
            let flow = progress.flow();
            self.put(&mut fields, "progress", "پیشرفت", flow);
        }
        save(content, "site.yml", &fields.block());
        in_settings
    }

    fn places(&mut self, content: &Path) {
        // `n-1/…` sorts before `n/…`, but `n` before `n-1`: cells are in the order of their whole ids (F19).
        let ids = ["n", "n-1", "n0", "n-10", "a9", "z"];
        let counties =
            ["ری کهن", "ري‌كهن", "Old-City", "old_city", "  ری‌کهن ", "فردوس", "باغ", "OLD CITY", ""];
        let count = 3 + self.dice.below(4);
        for (index, id) in ids.iter().take(count).enumerate() {
            let mut fields = Fields::default();
            let title = format!("کوی {}", persian_digits(&(index + 1).to_string()));
            self.put(&mut fields, "title", "عنوان", &title);
            let county = *self.dice.pick(&counties);
            self.put(&mut fields, "county", "شهرستان", county);
            self.neighborhoods.push(Known { id: (*id).to_owned(), names: vec![title] });
            save(content, &format!("neighborhoods/{id}.yml"), &fields.block());
        }
        // The county and cells of a draft appear nowhere (F5).
        save(content, "neighborhoods/b-draft.yml", "title: نهان\ncounty: نهان‌شهر\ndraft: بله\n");
        for (index, id) in ["d", "d-1", "d0", "e"].iter().take(2 + self.dice.below(3)).enumerate() {
            let mut fields = Fields::default();
            let title = format!("حوزهٔ {}", index + 1);
            let alias = format!("زمینهٔ {}", index + 1);
            self.put(&mut fields, "title", "عنوان", &title);
            self.put(&mut fields, "aliases", "نام‌های دیگر", &alias);
            self.domains.push(Known { id: (*id).to_owned(), names: vec![title, alias] });
            save(content, &format!("domains/{id}.md"), &format!("---\n{}---\n", fields.block()));
        }
        let mut list = "- {id: idle, title: بی‌کار}\n- {id: hidden, title: پوشیده, draft: true}\n".to_owned();
        for index in 0..=self.dice.below(4) {
            let id = format!("o{}", index * 5);
            let title = format!("ادارهٔ کل {index}");
            let _ = writeln!(list, "- شناسه: {id}\n  عنوان: {title}");
            self.agencies.push(Known { id, names: vec![title] });
        }
        save(content, "agencies/all.yml", &list);
    }

    fn write_activities(&mut self, content: &Path) {
        let count = 50 + self.dice.below(20);
        let mut list = String::new();
        for index in 0..count {
            let id =
                format!("{}{}{index}", self.dice.pick(&["a", "a-", "b", "c-d-"]), self.dice.pick(&["", "x"]));
            let draft = self.dice.chance(5);
            let (mut fields, activity) = self.activity(&id, index);
            if draft {
                self.put(&mut fields, "draft", "پیش‌نویس", "true");
            }
            match self.dice.below(3) {
                0 => {
                    let body = *self.dice.pick(&["", "شرح کار\n", "  \n"]);
                    save(
                        content,
                        &format!("activities/{id}.md"),
                        &format!("---\n{}---\n{body}", fields.block()),
                    );
                }
                1 => save(content, &format!("activities/sub/{id}.yaml"), &fields.block()),
                _ => {
                    self.put(&mut fields, "id", "شناسه", id);
                    list.push_str(&list_item(&fields));
                }
            }
            if draft {
                // Only a draft may refer to a draft.
                let update =
                    format!("activity: {}\ndate: 1404/01/05\nprogress: 1\ndraft: true\n", activity.known.id);
                save(content, &format!("updates/draft-{index}.yml"), &update);
            } else {
                self.activities.push(activity);
            }
        }
        if !list.is_empty() {
            save(content, "activities/list.yml", &list);
        }
    }

    fn activity(&mut self, id: &str, index: usize) -> (Fields, Activity) {
        let mut fields = Fields::default();
        let title = format!("کار {}", persian_digits(&index.to_string()));
        self.put(&mut fields, "title", "عنوان", &title);
        let days: Vec<Day> = (0..3).map(|_| self.near()).collect();
        self.links(&mut fields);
        if self.dice.chance(4) {
            // An activity without any event except its registration (F17).
            self.put(&mut fields, "status", "وضعیت", "در حال اجرا");
            let registered = self.day - self.dice.between(28, 33);
            self.put_date(&mut fields, "registered", "تاریخ ثبت", registered);
            let known = Known { id: id.to_owned(), names: vec![title] };
            return (fields, Activity { known, milestones: Vec::new(), indicators: Vec::new() });
        }
        self.schedule(&mut fields, &days);
        self.status(&mut fields, &days);
        if self.dice.chance(70) {
            let weight = *self.dice.pick(&[1, 3, 7, 10, 15, 25, 40, 70]);
            self.put_number(&mut fields, "weight", "وزن", weight);
        }
        if self.dice.chance(30) {
            let measure = *self.dice.pick(&[
                ("milestones", "مراحل"),
                ("reported", "گزارش"),
                ("indicators", "شاخص‌ها"),
                ("indicators", "شاخص ها"),
            ]);
            let word = if self.dice.chance(50) { measure.0 } else { measure.1 };
            self.put(&mut fields, "measure", "سنجه", word);
        }
        for (chance, english, persian, value) in [
            (50, "summary", "خلاصه", "کوتاه"),
            (60, "responsible", "مسئول", "کارشناس"),
            (10, "sample", "نمایشی", "بله"),
        ] {
            if self.dice.chance(chance) {
                self.put(&mut fields, english, persian, value);
            }
        }
        let milestones = self.milestones(&mut fields, &days);
        let indicators = self.indicators(&mut fields, &days);
        if self.dice.chance(30) {
            let updates: Vec<Fields> = (0..=self.dice.below(3)).map(|_| self.report(&days)).collect();
            self.put_maps(&mut fields, "updates", "گزارش‌ها", &updates);
        }
        let known = Known { id: id.to_owned(), names: vec![title] };
        (fields, Activity { known, milestones, indicators })
    }

    fn links(&mut self, fields: &mut Fields) {
        let mut places: Vec<usize> = (0..self.neighborhoods.len()).collect();
        let count = *self.dice.pick(&[1, 1, 1, 2, 3]);
        let mut names = Vec::new();
        for _ in 0..count {
            let index = places.swap_remove(self.dice.below(places.len()));
            let known = &self.neighborhoods[index];
            let (id, titles) = (known.id.clone(), known.names.clone());
            names.push(self.name((&id, &titles)));
        }
        // A second reference to the same record in another spelling counts once.
        if self.dice.chance(5) {
            names.push(names[0].replace('ی', "ي"));
        }
        let value = if names.len() == 1 && self.dice.chance(70) {
            names[0].clone()
        } else {
            format!("[{}]", names.join(", "))
        };
        self.put(fields, "neighborhood", "محله", value);
        let known = self.dice.pick(&self.domains);
        let (id, titles) = (known.id.clone(), known.names.clone());
        let domain = self.name((&id, &titles));
        self.put(fields, "domain", "حوزه", domain);
        if self.dice.chance(75) {
            let known = self.dice.pick(&self.agencies);
            let (id, titles) = (known.id.clone(), known.names.clone());
            let lead = self.name((&id, &titles));
            self.put(fields, "lead", "دستگاه مسئول", lead);
        }
        if self.dice.chance(20) {
            let mut handovers = Vec::new();
            let day = self.near();
            for _ in 0..=self.dice.below(3) {
                let mut handover = Fields::default();
                let date = self.one_of(&[day]);
                self.put_date(&mut handover, "date", "تاریخ", date);
                let known = self.dice.pick(&self.agencies);
                let (id, titles) = (known.id.clone(), known.names.clone());
                let lead = self.name((&id, &titles));
                self.put(&mut handover, "lead", "دستگاه", lead);
                handovers.push(handover);
            }
            self.put_maps(fields, "handovers", "تغییرات دستگاه", &handovers);
        }
    }

    /// Adds registration, start, due date and reschedules. A due date before the start would be an error.
    fn schedule(&mut self, fields: &mut Fields, days: &[Day]) {
        if self.dice.chance(25) {
            let registered = self.near();
            self.put_date(fields, "registered", "تاریخ ثبت", registered);
        }
        // With a duration of a multiple of ten days, reports lie exactly at the edge of the tolerance.
        let round = self.dice.chance(25);
        let start = if round { self.day - 10 * self.dice.between(0, 10) } else { self.one_of(days) };
        let start = if !round && self.dice.chance(3) { start - self.dice.between(1000, 4500) } else { start };
        let has_start = round || self.dice.chance(88);
        if has_start {
            self.put_date(fields, "start", "شروع", start);
        }
        let later = |province: &mut Self| {
            let day = match province.dice.below(6) {
                // Series longer than the limit (F26).
                1 if province.dice.chance(10) => start + province.dice.between(1500, 5000),
                0..=3 if round => start + 100,
                0 => start,
                1 => province.day + province.dice.between(-1, 1),
                2 => start + province.dice.between(0, 30),
                _ => start + province.dice.between(30, 400),
            };
            if has_start { day.max(start) } else { day }
        };
        if self.dice.chance(85) {
            let due = later(self);
            self.put_date(fields, "due", "مهلت", due);
        }
        if self.dice.chance(35) {
            let mut reschedules = Vec::new();
            for _ in 0..=self.dice.below(3) {
                let mut reschedule = Fields::default();
                let date = self.one_of(days);
                self.put_date(&mut reschedule, "date", "تاریخ", date);
                let due = later(self);
                self.put_date(&mut reschedule, "due", "مهلت", due);
                self.put(&mut reschedule, "reason", "علت", "دیگر");
                reschedules.push(reschedule);
            }
            self.put_maps(fields, "reschedules", "تغییرات مهلت", &reschedules);
        }
    }

    fn status(&mut self, fields: &mut Fields, days: &[Day]) {
        let mut finished = self.dice.chance(22);
        if self.dice.chance(60) {
            let status = *self.dice.pick(&[
                ("planned", "برنامه‌ریزی‌شده"),
                ("active", "در حال اجرا"),
                ("active", "درحال اجرا"),
                ("paused", "متوقف"),
                ("done", "پایان‌یافته"),
                ("done", "پایان یافته"),
                ("cancelled", "لغوشده"),
            ]);
            finished = match status.0 {
                "cancelled" => false,
                "done" => self.dice.chance(60),
                _ => finished,
            };
            let word = if self.dice.chance(50) { status.0 } else { status.1 };
            self.put(fields, "status", "وضعیت", word);
        }
        // Also without a status, in which case it has no effect.
        if self.dice.chance(40) {
            let since = self.one_of(days);
            self.put_date(fields, "status_since", "وضعیت از", since);
        }
        if finished {
            let day = self.one_of(days);
            self.put_date(fields, "finished", "پایان", day);
        }
    }

    fn milestones(&mut self, fields: &mut Fields, days: &[Day]) -> Vec<String> {
        if self.dice.chance(55) {
            return Vec::new();
        }
        let all_due = self.dice.chance(60);
        let (mut titles, mut milestones) = (Vec::new(), Vec::new());
        for index in 0..=self.dice.below(5) {
            let mut milestone = Fields::default();
            let title = format!("گام {}", index + 1);
            self.put(&mut milestone, "title", "عنوان", &title);
            titles.push(title);
            if all_due || self.dice.chance(50) {
                let due = if self.dice.chance(30) {
                    self.day + self.dice.between(0, 300)
                } else {
                    self.one_of(days)
                };
                self.put_date(&mut milestone, "due", "مهلت", due);
            }
            if self.dice.chance(45) {
                let done = self.one_of(days);
                self.put_date(&mut milestone, "done", "انجام", done);
            }
            if self.dice.chance(50) {
                let weight = *self.dice.pick(&[1, 2, 5, 20, 70]);
                self.put_number(&mut milestone, "weight", "وزن", weight);
            }
            milestones.push(milestone);
        }
        self.put_maps(fields, "milestones", "مراحل", &milestones);
        titles
    }

    fn indicators(&mut self, fields: &mut Fields, days: &[Day]) -> Vec<String> {
        if self.dice.chance(50) {
            return Vec::new();
        }
        let (mut titles, mut indicators) = (Vec::new(), Vec::new());
        for index in 0..=self.dice.below(3) {
            let mut indicator = Fields::default();
            let title = format!("شاخص {}", index + 1);
            self.put(&mut indicator, "title", "عنوان", &title);
            titles.push(title);
            let baseline = *self.dice.pick(&[0, 0, 100, 405, -30]);
            let target = match self.dice.below(6) {
                0 => baseline,
                1 => baseline - self.dice.between(1, 300),
                _ => baseline + self.dice.between(1, 900),
            };
            if self.dice.chance(90) {
                self.put_number(&mut indicator, "baseline", "پایه", baseline);
            }
            if self.dice.chance(90) {
                self.put_number(&mut indicator, "target", "هدف", target);
            }
            if self.dice.chance(40) {
                let direction = *self.dice.pick(&["up", "down", "افزایش", "کاهش"]);
                self.put(&mut indicator, "direction", "جهت", direction);
            }
            if self.dice.chance(65) {
                let mut values = Vec::new();
                for _ in 0..=self.dice.below(3) {
                    let mut value = Fields::default();
                    let date = self.one_of(days);
                    self.put_date(&mut value, "date", "تاریخ", date);
                    let tenths = self.value(baseline, target);
                    self.put_number(&mut value, "value", "مقدار", tenths);
                    values.push(value.flow());
                }
                self.put(&mut indicator, "values", "مقادیر", format!("[{}]", values.join(", ")));
            }
            indicators.push(indicator);
        }
        self.put_maps(fields, "indicators", "شاخص‌ها", &indicators);
        titles
    }

    /// Returns a value of an indicator, often exactly at its target or beyond it.
    fn value(&mut self, baseline: i64, target: i64) -> i64 {
        match self.dice.below(6) {
            0 => target,
            1 => target + self.dice.between(-1, 1),
            2 => baseline - self.dice.between(1, 40),
            _ => self.dice.between(baseline.min(target), baseline.max(target) + 40),
        }
    }

    /// Adds the day on which something became known, of some: on its date, late, or after T.
    fn registered(&mut self, fields: &mut Fields, date: Day) {
        if self.dice.chance(25) {
            let late = *self.dice.pick(&[0, 1, 5, 30, 60, 120]);
            self.put_date(fields, "registered", "تاریخ ثبت", date + late);
        }
    }

    fn report(&mut self, days: &[Day]) -> Fields {
        let mut report = Fields::default();
        let date = self.one_of(days);
        self.put_date(&mut report, "date", "تاریخ", date);
        self.registered(&mut report, date);
        if self.dice.chance(70) {
            let progress = self.percent();
            self.put(&mut report, "progress", "پیشرفت", progress);
        }
        if self.dice.chance(50) {
            self.put(&mut report, "text", "متن", "گزارش کار");
        }
        report
    }

    fn write_updates(&mut self, content: &Path) {
        let days: Vec<Day> = (0..6).map(|_| self.near()).collect();
        let paths = ["b.yml", "a/z.yml", "a/a.yaml", "c/d/e.yml", "ی.yml", "B.yml"];
        let mut lists = vec![String::new(); paths.len()];
        for index in 0..self.dice.below(90) {
            // A third of the activities gets most of the reports.
            let among = if self.dice.chance(60) { self.activities.len() / 3 } else { self.activities.len() };
            let at = self.dice.below(among);
            let activity = &self.activities[at];
            let (id, names) = (activity.known.id.clone(), activity.known.names.clone());
            let (milestones, indicators) = (activity.milestones.clone(), activity.indicators.clone());
            let mut fields = self.report(&days);
            let name = self.name((&id, &names));
            self.put(&mut fields, "activity", "فعالیت", name);
            if !milestones.is_empty() && self.dice.chance(35) {
                let title = self.dice.pick(&milestones).clone();
                self.put(&mut fields, "milestone", "مرحله", title);
            }
            if !indicators.is_empty() && self.dice.chance(50) {
                let title = self.dice.pick(&indicators).clone();
                self.put(&mut fields, "indicator", "شاخص", title.replace(' ', "\u{200c}"));
                let value = self.dice.between(-50, 600);
                self.put_number(&mut fields, "value", "مقدار", value);
            }
            if self.dice.chance(6) {
                self.put(&mut fields, "draft", "پیش‌نویس", "بله");
            }
            if self.dice.chance(30) {
                save(content, &format!("updates/u{index}.yml"), &fields.block());
            } else {
                let list = self.dice.below(paths.len());
                lists[list].push_str(&list_item(&fields));
            }
        }
        for (path, list) in paths.iter().zip(lists) {
            if !list.is_empty() {
                save(content, &format!("updates/{path}"), &list);
            }
        }
    }

    fn write_visits(&mut self, content: &Path) {
        let days: Vec<Day> = (0..5).map(|_| self.near()).collect();
        for index in 0..self.dice.below(16) {
            let mut fields = Fields::default();
            let date = self.one_of(&days);
            self.put_date(&mut fields, "date", "تاریخ", date);
            self.registered(&mut fields, date);
            let known = self.dice.pick(&self.neighborhoods);
            let (id, names) = (known.id.clone(), known.names.clone());
            let place = self.name((&id, &names));
            self.put(&mut fields, "neighborhood", "محله", place);
            self.put(&mut fields, "by", "بازدیدکننده", "کارشناس");
            let mut findings = Vec::new();
            for _ in 0..self.dice.below(6) {
                let mut finding = Fields::default();
                let at = self.dice.below(self.activities.len() / 2);
                let activity = &self.activities[at];
                let (id, names) = (activity.known.id.clone(), activity.known.names.clone());
                let name = self.name((&id, &names));
                self.put(&mut finding, "activity", "فعالیت", name);
                if self.dice.chance(65) {
                    let progress = self.percent();
                    self.put(&mut finding, "progress", "پیشرفت", progress);
                } else {
                    self.put(&mut finding, "note", "یادداشت", "دیده شد");
                }
                findings.push(finding);
            }
            if !findings.is_empty() {
                self.put_maps(&mut fields, "findings", "یافته‌ها", &findings);
            }
            if self.dice.chance(8) {
                self.put(&mut fields, "draft", "پیش‌نویس", "بله");
            }
            // The order of ids must differ from the order of files (F4).
            if self.dice.chance(50) {
                let id = format!("i{}", self.dice.between(1, 9) * 100 + i64::try_from(index).expect("small"));
                self.put(&mut fields, "id", "شناسه", id);
            }
            let folder = *self.dice.pick(&["", "sub/", "z-"]);
            save(content, &format!("visits/{folder}v{index}.md"), &format!("---\n{}---\n", fields.block()));
        }
    }

    fn write_meetings(&mut self, content: &Path) {
        for index in 0..self.dice.below(6) {
            let mut fields = Fields::default();
            let date = self.near();
            self.put_date(&mut fields, "date", "تاریخ", date);
            let mut decisions = Vec::new();
            for number in 0..self.dice.below(6) {
                let mut decision = Fields::default();
                self.put(&mut decision, "id", "شناسه", format!("d{number}"));
                self.put(&mut decision, "text", "متن", "انجام شود");
                if self.dice.chance(70) {
                    let known = self.dice.pick(&self.agencies);
                    let (id, names) = (known.id.clone(), known.names.clone());
                    let agency = self.name((&id, &names));
                    self.put(&mut decision, "agency", "دستگاه", agency);
                }
                if self.dice.chance(60) {
                    let due = self.near();
                    self.put_date(&mut decision, "due", "مهلت", due);
                }
                if self.dice.chance(50) {
                    let done = self.near();
                    self.put_date(&mut decision, "done", "انجام", done);
                }
                decisions.push(decision);
            }
            if !decisions.is_empty() {
                self.put_maps(&mut fields, "decisions", "مصوبات", &decisions);
            }
            if self.dice.chance(15) {
                self.put(&mut fields, "draft", "پیش‌نویس", "true");
            }
            save(content, &format!("meetings/m{index}.yml"), &fields.block());
        }
    }
}
