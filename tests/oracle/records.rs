//! Reads the records with `serde_yaml`, by field names typed independently of the program; only what the figures need.
//!
//! Nothing is validated: the program has built the content, so it has no errors.

use std::fs;
use std::path::Path;

use serde_yaml::Value;

use super::calendar::{self, Day};

/// The facts in `content/` that figures need, without drafts (F5).
pub(crate) struct Content {
    pub(crate) title: String,
    pub(crate) as_of: Option<Day>,
    pub(crate) tolerance: f64,
    pub(crate) supervision_days: i64,
    pub(crate) stale_days: i64,
    pub(crate) neighborhoods: Vec<Neighborhood>,
    pub(crate) domains: Vec<Named>,
    pub(crate) agencies: Vec<Named>,
    pub(crate) activities: Vec<Activity>,
    pub(crate) visits: Vec<Visit>,
    pub(crate) meetings: Vec<Meeting>,
}

pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) title: String,
    aliases: Vec<String>,
}

pub(crate) struct Neighborhood {
    pub(crate) named: Named,
    pub(crate) county: Option<String>,
}

pub(crate) struct Activity {
    pub(crate) named: Named,
    pub(crate) neighborhoods: Vec<String>,
    pub(crate) domain: String,
    pub(crate) lead: Option<String>,
    pub(crate) responsible: bool,
    /// Whether there is a summary or a body.
    pub(crate) described: bool,
    pub(crate) status: Option<&'static str>,
    pub(crate) status_since: Option<Day>,
    pub(crate) registered: Option<Day>,
    pub(crate) start: Option<Day>,
    pub(crate) due: Option<Day>,
    pub(crate) finished: Option<Day>,
    pub(crate) weight: f64,
    pub(crate) measure: Option<&'static str>,
    pub(crate) reschedules: Vec<Reschedule>,
    /// Date and agency of each handover, in the order of the file (F30).
    pub(crate) handovers: Vec<(Day, String)>,
    pub(crate) milestones: Vec<Milestone>,
    pub(crate) indicators: Vec<Indicator>,
    /// Reports in the record first, then those in the folder (F4).
    pub(crate) updates: Vec<Update>,
    pub(crate) sample: bool,
}

pub(crate) struct Reschedule {
    pub(crate) date: Day,
    pub(crate) due: Day,
}

pub(crate) struct Milestone {
    title: String,
    pub(crate) due: Option<Day>,
    /// All statements that it is done: its own and those of updates.
    pub(crate) done: Vec<Said>,
    pub(crate) weight: f64,
}

pub(crate) struct Indicator {
    title: String,
    pub(crate) baseline: Option<f64>,
    pub(crate) target: Option<f64>,
    pub(crate) direction: Option<&'static str>,
    /// Its own values first, then those of updates, in their order.
    pub(crate) values: Vec<(Said, f64)>,
}

/// The date of an entry and the day of its registration, which is the date where absent (F2).
#[derive(Clone, Copy)]
pub(crate) struct Said {
    pub(crate) date: Day,
    pub(crate) registered: Day,
}

impl Said {
    fn on(date: Day) -> Self {
        Self { date, registered: date }
    }

    fn of(fields: &Fields) -> Self {
        let date = fields.date("date", "تاریخ").expect("required");
        Self { date, registered: fields.date("registered", "تاریخ ثبت").unwrap_or(date) }
    }
}

pub(crate) struct Update {
    pub(crate) said: Said,
    pub(crate) progress: Option<f64>,
}

pub(crate) struct Visit {
    pub(crate) said: Said,
    pub(crate) neighborhood: String,
    pub(crate) findings: Vec<Finding>,
}

pub(crate) struct Finding {
    pub(crate) activity: String,
    pub(crate) progress: Option<f64>,
}

pub(crate) struct Meeting {
    pub(crate) date: Day,
    pub(crate) decisions: Vec<Decision>,
}

pub(crate) struct Decision {
    pub(crate) agency: Option<String>,
    pub(crate) due: Option<Day>,
    pub(crate) done: Option<Day>,
}

/// Normalizes text: Persian letters, trimmed, without invisible characters from pasting.
fn tidy(text: &str) -> String {
    let letters = text.chars().filter_map(|letter| match letter {
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{ad}' => None,
        letter => Some(letter),
    });
    letters.collect::<String>().trim().to_owned()
}

/// Converts the digits of all scripts.
fn latin_digits(text: &str) -> String {
    let digit = |letter: char| match letter {
        '۰'..='۹' => char::from_digit(letter as u32 - '۰' as u32, 10).expect("a digit"),
        '٠'..='٩' => char::from_digit(letter as u32 - '٠' as u32, 10).expect("a digit"),
        other => other,
    };
    text.chars().map(digit).collect()
}

/// Folds text: ignores letter case, white space, ZWNJ, `_`, `-`, the hamza of «هٔ», and Arabic or Persian yeh and kaf.
pub(crate) fn fold(text: &str) -> String {
    let kept =
        |letter: &char| !letter.is_whitespace() && !matches!(letter, '\u{200c}' | '_' | '-' | '\u{654}');
    let text = latin_digits(&tidy(text)).replace('ۀ', "ه").to_lowercase();
    text.chars().filter(kept).collect()
}

/// A YAML map with folded keys; fields are looked up by either of their two names.
struct Fields<'a>(Vec<(String, &'a Value)>);

impl<'a> Fields<'a> {
    fn of(map: &'a Value) -> Self {
        let fields = map.as_mapping().into_iter().flatten();
        Self(fields.map(|(key, value)| (fold(&scalar(key)), value)).collect())
    }

    fn value(&self, english: &str, persian: &str) -> Option<&'a Value> {
        let (english, persian) = (fold(english), fold(persian));
        let found = self.0.iter().find(|(key, _)| *key == english || *key == persian)?.1;
        // An empty value or blank text counts as missing.
        let absent = found.is_null() || found.as_str().is_some_and(|text| tidy(text).is_empty());
        (!absent).then_some(found)
    }

    fn text(&self, english: &str, persian: &str) -> Option<String> {
        self.value(english, persian).map(scalar)
    }

    /// A single value counts as a list with one item.
    fn list(&self, english: &str, persian: &str) -> Vec<&'a Value> {
        match self.value(english, persian) {
            None => Vec::new(),
            Some(Value::Sequence(items)) => items.iter().collect(),
            Some(one) => vec![one],
        }
    }

    fn maps(&self, english: &str, persian: &str) -> Vec<Fields<'a>> {
        self.list(english, persian).into_iter().map(Fields::of).collect()
    }

    fn date(&self, english: &str, persian: &str) -> Option<Day> {
        let text = latin_digits(&self.text(english, persian)?);
        Some(calendar::parse(&text).unwrap_or_else(|| panic!("«{text}» is no date")))
    }

    fn number(&self, english: &str, persian: &str) -> Option<f64> {
        let text = latin_digits(&self.text(english, persian)?);
        let plain: String = text
            .chars()
            .filter(|letter| !matches!(letter, '%' | '٪' | ',' | '٬' | ' '))
            .map(|letter| match letter {
                '٫' => '.',
                '\u{2212}' => '-',
                other => other,
            })
            .collect();
        Some(plain.parse().unwrap_or_else(|_| panic!("«{text}» is no number")))
    }

    fn yes(&self, english: &str, persian: &str) -> bool {
        let text = self.text(english, persian).unwrap_or_default();
        ["true", "بله"].contains(&fold(&text).as_str())
    }

    /// Returns the English keyword of a choice, from pairs in both languages.
    fn choice(
        &self,
        english: &str,
        persian: &str,
        words: &[(&'static str, &'static str)],
    ) -> Option<&'static str> {
        let text = fold(&self.text(english, persian)?);
        let found = words.iter().find(|(english, persian)| text == fold(english) || text == fold(persian));
        Some(found.unwrap_or_else(|| panic!("«{text}» is no choice of {english}")).0)
    }
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => tidy(text),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        other => panic!("{other:?} is no scalar"),
    }
}

/// A record whose kind is not determined yet.
struct Raw {
    stem: String,
    fields: Value,
    body: bool,
}

impl Raw {
    fn fields(&self) -> Fields<'_> {
        Fields::of(&self.fields)
    }

    fn named(&self) -> Named {
        let fields = self.fields();
        let id = fields.text("id", "شناسه").map_or_else(|| self.stem.clone(), |id| latin_digits(&id));
        let aliases = fields.list("aliases", "نام‌های دیگر").into_iter().map(scalar).collect();
        Named { id, title: fields.text("title", "عنوان").unwrap_or_default(), aliases }
    }
}

/// Returns the published records of a folder, by file path and position in the file.
fn folder(content: &Path, name: &str) -> Vec<Raw> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(content.join(name)).into_iter().flatten() {
        let shown = entry.file_name().to_string_lossy().to_lowercase();
        let record = [".md", ".yml", ".yaml"].iter().any(|end| shown.ends_with(end));
        if entry.file_type().is_file() && record && !shown.starts_with(['.', '~']) {
            let below =
                entry.path().strip_prefix(content).expect("below").to_string_lossy().replace('\\', "/");
            files.push((below, entry.into_path()));
        }
    }
    files.sort();
    let mut records = Vec::new();
    for (_, path) in files {
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("UTF-8");
        let parsed = |text: &str| -> Value {
            serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("md")) {
            let inner = text.strip_prefix("---\n").expect("front matter");
            let (front, body) = inner.split_once("\n---\n").expect("its end");
            records.push(Raw { stem, fields: parsed(front), body: !body.trim().is_empty() });
        } else {
            let list = match parsed(&text) {
                Value::Sequence(list) => list,
                Value::Null => Vec::new(),
                one => vec![one],
            };
            for fields in list {
                let body = Fields::of(&fields).value("body", "شرح کامل").is_some();
                records.push(Raw { stem: stem.clone(), fields, body });
            }
        }
    }
    // Drafts are omitted (F5).
    records.retain(|record| !record.fields().yes("draft", "پیش‌نویس"));
    records
}

/// A reference: an id, otherwise a folded title or alias.
fn resolve<'a>(text: &str, among: impl IntoIterator<Item = &'a Named>) -> String {
    let among: Vec<&Named> = among.into_iter().collect();
    let id = latin_digits(text);
    let folded = fold(text);
    let by_name = |named: &&Named| {
        fold(&named.title) == folded || named.aliases.iter().any(|alias| fold(alias) == folded)
    };
    let found =
        among.iter().find(|named| named.id == id).or_else(|| among.iter().find(|named| by_name(named)));
    found.unwrap_or_else(|| panic!("«{text}» names nothing")).id.clone()
}

/// Reads a `content/` folder.
pub(crate) fn read(content: &Path) -> Content {
    let site: Value =
        serde_yaml::from_str(&fs::read_to_string(content.join("site.yml")).expect("site.yml")).expect("YAML");
    let site = Fields::of(&site);
    let none = Value::Null;
    let progress = Fields::of(site.value("progress", "پیشرفت").unwrap_or(&none));
    let days = |english, persian, default: &str| {
        let text = progress.text(english, persian).unwrap_or_else(|| default.to_owned());
        latin_digits(&text).parse().expect("days")
    };

    let neighborhoods: Vec<Neighborhood> = folder(content, "neighborhoods")
        .iter()
        .map(|raw| Neighborhood { named: raw.named(), county: raw.fields().text("county", "شهرستان") })
        .collect();
    let domains: Vec<Named> = folder(content, "domains").iter().map(Raw::named).collect();
    let agencies: Vec<Named> = folder(content, "agencies").iter().map(Raw::named).collect();
    let neighborhood = |text: &str| resolve(text, neighborhoods.iter().map(|each| &each.named));

    let mut activities: Vec<Activity> = Vec::new();
    for raw in folder(content, "activities") {
        let fields = raw.fields();
        let mut places: Vec<String> = Vec::new();
        for named in fields.list("neighborhood", "محله") {
            let id = neighborhood(&scalar(named));
            // A reference that occurs twice counts once.
            if !places.contains(&id) {
                places.push(id);
            }
        }
        activities.push(activity(&raw, places, &domains, &agencies));
    }
    for raw in folder(content, "updates") {
        apply(&raw, &mut activities);
    }

    let mut visits = Vec::new();
    for raw in folder(content, "visits") {
        let fields = raw.fields();
        let finding = |each: Fields| Finding {
            activity: resolve(
                &each.text("activity", "فعالیت").expect("required"),
                activities.iter().map(|activity| &activity.named),
            ),
            progress: each.number("progress", "پیشرفت"),
        };
        visits.push(Visit {
            said: Said::of(&fields),
            neighborhood: neighborhood(&fields.text("neighborhood", "محله").expect("required")),
            findings: fields.maps("findings", "یافته‌ها").into_iter().map(finding).collect(),
        });
    }

    let mut meetings = Vec::new();
    for raw in folder(content, "meetings") {
        let fields = raw.fields();
        let decision = |each: Fields| Decision {
            agency: each.text("agency", "دستگاه").map(|agency| resolve(&agency, agencies.iter())),
            due: each.date("due", "مهلت"),
            done: each.date("done", "انجام"),
        };
        meetings.push(Meeting {
            date: fields.date("date", "تاریخ").expect("required"),
            decisions: fields.maps("decisions", "مصوبات").into_iter().map(decision).collect(),
        });
    }

    Content {
        title: site.text("title", "عنوان").expect("required"),
        as_of: site.date("as_of", "تاریخ گزارش"),
        tolerance: progress.number("tolerance", "رواداری").unwrap_or(15.0),
        supervision_days: days("supervision_days", "بازهٔ نظارت", "90"),
        stale_days: days("stale_days", "مهلت گزارش", "30"),
        neighborhoods,
        domains,
        agencies,
        activities,
        visits,
        meetings,
    }
}

fn activity(raw: &Raw, neighborhoods: Vec<String>, domains: &[Named], agencies: &[Named]) -> Activity {
    let fields = raw.fields();
    let milestone = |each: Fields| Milestone {
        title: each.text("title", "عنوان").expect("required"),
        due: each.date("due", "مهلت"),
        done: each.date("done", "انجام").map(Said::on).into_iter().collect(),
        weight: each.number("weight", "وزن").unwrap_or(1.0),
    };
    let value = |each: Fields| {
        // A value in the record has no registration of its own.
        let date = each.date("date", "تاریخ").expect("required");
        (Said::on(date), each.number("value", "مقدار").expect("required"))
    };
    let indicator = |each: Fields| Indicator {
        title: each.text("title", "عنوان").expect("required"),
        baseline: each.number("baseline", "پایه"),
        target: each.number("target", "هدف"),
        direction: each.choice("direction", "جهت", &[("up", "افزایش"), ("down", "کاهش")]),
        values: each.maps("values", "مقادیر").into_iter().map(value).collect(),
    };
    let update =
        |each: Fields| Update { said: Said::of(&each), progress: each.number("progress", "پیشرفت") };
    let handover = |each: Fields| {
        let lead = each.text("lead", "دستگاه").expect("required");
        (each.date("date", "تاریخ").expect("required"), resolve(&lead, agencies.iter()))
    };
    let reschedule = |each: Fields| Reschedule {
        date: each.date("date", "تاریخ").expect("required"),
        due: each.date("due", "مهلت").expect("required"),
    };
    Activity {
        named: raw.named(),
        neighborhoods,
        domain: resolve(&fields.text("domain", "حوزه").expect("required"), domains.iter()),
        lead: fields.text("lead", "دستگاه مسئول").map(|lead| resolve(&lead, agencies.iter())),
        responsible: fields.text("responsible", "مسئول").is_some(),
        described: raw.body || fields.text("summary", "خلاصه").is_some(),
        status: fields.choice(
            "status",
            "وضعیت",
            &[
                ("planned", "برنامه‌ریزی‌شده"),
                ("active", "در حال اجرا"),
                ("paused", "متوقف"),
                ("done", "پایان‌یافته"),
                ("cancelled", "لغوشده"),
            ],
        ),
        status_since: fields.date("status_since", "وضعیت از"),
        registered: fields.date("registered", "تاریخ ثبت"),
        start: fields.date("start", "شروع"),
        due: fields.date("due", "مهلت"),
        finished: fields.date("finished", "پایان"),
        weight: fields.number("weight", "وزن").unwrap_or(1.0),
        measure: fields.choice(
            "measure",
            "سنجه",
            &[("milestones", "مراحل"), ("reported", "گزارش"), ("indicators", "شاخص‌ها")],
        ),
        reschedules: fields.maps("reschedules", "تغییرات مهلت").into_iter().map(reschedule).collect(),
        handovers: fields.maps("handovers", "تغییرات دستگاه").into_iter().map(handover).collect(),
        milestones: fields.maps("milestones", "مراحل").into_iter().map(milestone).collect(),
        indicators: fields.maps("indicators", "شاخص‌ها").into_iter().map(indicator).collect(),
        updates: fields.maps("updates", "گزارش‌ها").into_iter().map(update).collect(),
        sample: fields.yes("sample", "نمایشی"),
    }
}

/// A record in `updates/`: a report, possibly with a milestone or an indicator.
fn apply(raw: &Raw, activities: &mut [Activity]) {
    let fields = raw.fields();
    let said = Said::of(&fields);
    let text = fields.text("activity", "فعالیت").expect("required");
    let id = resolve(&text, activities.iter().map(|activity| &activity.named));
    let activity = activities.iter_mut().find(|activity| activity.named.id == id).expect("resolved");
    activity.updates.push(Update { said, progress: fields.number("progress", "پیشرفت") });
    if let Some(title) = fields.text("milestone", "مرحله") {
        let named = |milestone: &&mut Milestone| fold(&milestone.title) == fold(&title);
        activity.milestones.iter_mut().find(named).expect("a milestone of it").done.push(said);
    }
    if let Some(title) = fields.text("indicator", "شاخص") {
        let value = fields.number("value", "مقدار").expect("with an indicator");
        let named = |indicator: &&mut Indicator| fold(&indicator.title) == fold(&title);
        activity.indicators.iter_mut().find(named).expect("an indicator of it").values.push((said, value));
    }
}
