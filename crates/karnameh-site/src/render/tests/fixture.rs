//! Every component in every state, with the invented figures of the design, as one page.

pub(in crate::render) mod edges;
mod large;
pub(in crate::render) mod maps;

use serde::Serialize;

use crate::persian::numbers::percent;
use crate::site::charts::{
    Atlas, Axis, Bar, Curve, CurvePoint, Gantt, GanttGroup, GanttRow, IndicatorChart, IndicatorPoint, Mark,
    Mile, Month, Multiples, Ring, Spark, StateCount, VisitCalendar,
};
use crate::site::view::{
    Alert, Attention, Cell, Chrome, Dated, DayMark, Density, Empty, EvidenceFile, Fact, Flag, Frame,
    KeyFigure, KindWords, Knot, Link, Matrix, MatrixHead, MatrixRow, Owed, Pager, Picture, Pillar, Sample,
    Section, Stamp, Tally, TermForms, Why, Words,
};

/// The words of the states, as product.md has them.
const STATES: [(&str, &str); 10] = [
    ("done", "پایان‌یافته"),
    ("ahead", "جلوتر از برنامه"),
    ("on-track", "مطابق برنامه"),
    ("behind", "عقب‌تر از برنامه"),
    ("overdue", "مهلت‌گذشته"),
    ("unreported", "بدون گزارش"),
    ("unscheduled", "بدون زمان‌بندی"),
    ("paused", "متوقف"),
    ("not-started", "آغازنشده"),
    ("cancelled", "لغوشده"),
];

/// What every page of the fixture shares.
pub(in crate::render) fn chrome() -> Chrome {
    let section = |key: &str, title: &str, href: &str, primary: bool| Section {
        key: key.to_owned(),
        title: title.to_owned(),
        href: href.to_owned(),
        menu: true,
        primary,
    };
    let foot =
        |key: &str, title: &str, href: &str| Section { menu: false, ..section(key, title, href, false) };
    let own =
        |pairs: &[(&str, &str)]| pairs.iter().map(|&(key, word)| (key.to_owned(), word.to_owned())).collect();
    let term = TermForms {
        one: "محله".to_owned(),
        many: "محله‌ها".to_owned(),
        of: "محلهٔ".to_owned(),
        many_of: "محله‌های".to_owned(),
        any: "محله‌ای".to_owned(),
    };
    Chrome {
        title: "کارنامهٔ طرح محله‌محوری قم".to_owned(),
        programme: "کارنامهٔ طرح محله‌محوری".to_owned(),
        authority: "استانداری قم".to_owned(),
        date: stamp("2025-10-18", "۱۴۰۴/۰۷/۲۶"),
        as_of: stamp("2025-10-18", "شنبه ۲۶ مهر ۱۴۰۴"),
        number: "۱۴۰۴/۲۱/۷".to_owned(),
        edition: "هفتم".to_owned(),
        sections: vec![
            section("home", "نمای کلی", "index.html", true),
            section("neighborhoods", "محله‌ها", "neighborhoods/index.html", true),
            section("domains", "حوزه‌ها", "domains/index.html", true),
            section("agencies", "دستگاه‌ها", "agencies/index.html", false),
            section("schedule", "زمان‌بندی", "schedule.html", false),
            section("meetings", "جلسه‌ها و مصوبه‌ها", "meetings/index.html", false),
            section("search", "جست‌وجو", "search.html", false),
            foot("method", "روش محاسبه", "method.html"),
            foot("about", "درباره", "about.html"),
        ],
        publisher: "دفتر امور اجتماعی و فرهنگی استانداری قم".to_owned(),
        license: "بازنشر با یادکرد منبع آزاد است.".to_owned(),
        fingerprint: "اثر انگشت ویرایش پیشین: \u{2066}sha256 4f9c…a71e\u{2069}".to_owned(),
        words: Words {
            states: own(&STATES),
            stages: own(&[("model", "محلهٔ نمونه"), ("extension", "گسترش"), ("planned", "در نوبت")]),
            kinds: [("visit", "بازدید"), ("problem", "مسئله")]
                .map(|(key, one)| {
                    (key.to_owned(), KindWords { one: one.to_owned(), many: format!("{one}ها") })
                })
                .into(),
            terms: [("neighborhood".to_owned(), term)].into(),
        },
        ..Chrome::default()
    }
}

/// The frame of the fixture page.
pub(in crate::render) fn frame() -> Frame {
    let mut frame = Frame::new("about/states.html", "states.html", "همهٔ اجزا");
    frame.description = "هر جزء سایت در همهٔ حالت‌هایش.".to_owned();
    frame.crumbs = vec![link("نمای کلی", "index.html"), link("درباره", "about.html"), link("همهٔ اجزا", "")];
    "about".clone_into(&mut frame.section);
    frame.sample = Sample::Whole;
    frame
}

/// What the fixture page shows.
#[derive(Debug, Serialize)]
pub(super) struct View {
    lede: String,
    figures: Vec<KeyFigure>,
    states: Vec<StateRow>,
    matrix: Matrix,
    dense: Matrix,
    bare: Matrix,
    lines: Vec<large::Line>,
    lines_below: Vec<large::Line>,
    curve: Curve,
    curves: Vec<Curve>,
    pillars: Vec<Pillar>,
    large: Bar,
    tally: Tally,
    rings: Vec<Ring>,
    sparks: Vec<Spark>,
    atlases: Vec<Atlas>,
    multiples: Multiples,
    calendar: VisitCalendar,
    gantt: Gantt,
    knots: Vec<Knot>,
    files: Vec<EvidenceFile>,
    photos: Vec<Picture>,
    indicator: IndicatorChart,
    indicators: Vec<IndicatorChart>,
    attention: Vec<Attention>,
    dated: Vec<Dated>,
    owes: Vec<Owed>,
    facts: Vec<Fact>,
    why: Why,
    empty: Vec<Empty>,
    alerts: Vec<Alert>,
    table: Vec<AgencyRow>,
    pager: Pager,
    icons: Vec<String>,
}

#[derive(Debug, Serialize)]
struct StateRow {
    key: &'static str,
    text: &'static str,
    bar: Bar,
    meaning: &'static str,
}

#[derive(Debug, Serialize)]
struct AgencyRow {
    agency: Link,
    count: &'static str,
    actual: String,
    planned: String,
    deviation: String,
    bar: Bar,
}

/// The fixture page.
pub(super) fn view(icons: impl Iterator<Item = String>) -> View {
    View {
        lede: "هر جزء سایت در همهٔ حالت‌هایش. وضعیت همیشه شکل و واژه دارد؛ رنگ تنها نشانهٔ سوم است.".to_owned(),
        figures: figures(),
        states: states(),
        matrix: matrix(),
        dense: large::small_matrix(Density::Dense),
        bare: large::small_matrix(Density::Bare),
        lines: large::lines(),
        lines_below: large::lines(),
        curve: curve(),
        curves: edges::curves(),
        pillars: pillars(),
        large: Bar { verified: Some(28.0), ..behind(45.0, 75.0) },
        tally: tally(),
        rings: vec![
            ring("r1", Some(61.09), Some(68.96)),
            ring("r2", Some(100.0), Some(100.0)),
            ring("r3", None, Some(12.0)),
        ]
        .into_iter()
        .chain(edges::rings())
        .collect(),
        sparks: sparks(),
        atlases: vec![maps::mixed(), maps::many(), maps::tiles(), maps::folded()],
        multiples: maps::multiples(),
        calendar: edges::calendar(),
        gantt: gantt(),
        knots: knots(),
        files: vec![
            EvidenceFile {
                title: "صورت‌جلسهٔ تحویل زمین".to_owned(),
                href: "media/x.pdf".to_owned(),
                at: Some(stamp("2025-04-10", "۱۴۰۴/۰۱/۲۱")),
                format: "PDF".to_owned(),
                size: "۱٫۲ مگابایت".to_owned(),
                ..EvidenceFile::default()
            },
            EvidenceFile {
                title: "عکس زیرسازی".to_owned(),
                href: "media/x.jpg".to_owned(),
                picture: Some(photo()),
                ..EvidenceFile::default()
            },
            EvidenceFile {
                title: "عکس زیرسازی، همان‌گونه که گرفته شد".to_owned(),
                href: "media/x.jpg".to_owned(),
                picture: Some(photo()),
                original: true,
                format: "JPEG".to_owned(),
                size: "۳٫۴ مگابایت".to_owned(),
                ..EvidenceFile::default()
            },
            EvidenceFile {
                title: "خبر آغاز کار".to_owned(),
                href: "https://example.ir/news".to_owned(),
                external: true,
                ..EvidenceFile::default()
            },
        ],
        photos: vec![photo(), photo(), photo()],
        indicator: indicator(),
        indicators: edges::indicators(),
        attention: attention(),
        dated: dated(),
        owes: owes(),
        facts: facts(),
        why: why(),
        empty: empty(),
        alerts: alerts(),
        table: table(),
        pager: pager(),
        icons: icons.collect(),
    }
}

fn photo() -> Picture {
    // The page lies beside no media: the smallest picture there is.
    let src = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";
    Picture {
        src: src.to_owned(),
        srcset: Vec::new(),
        alt: "تصویر نمایشی: زیرسازی زمین".to_owned(),
        width: 1280,
        height: 960,
    }
}

fn stamp(iso: &str, text: &str) -> Stamp {
    Stamp { iso: iso.to_owned(), text: text.to_owned() }
}

fn day(iso: &str, day: &str, month: &str) -> DayMark {
    DayMark { iso: iso.to_owned(), day: day.to_owned(), month: month.to_owned() }
}

fn link(text: &str, href: &str) -> Link {
    Link { text: text.to_owned(), href: href.to_owned() }
}

/// A bar of these shares.
pub(in crate::render) fn bar(actual: f64, planned: f64) -> Bar {
    Bar { actual: Some(actual), planned: Some(planned), ..Bar::default() }
}

fn behind(actual: f64, planned: f64) -> Bar {
    Bar { behind: true, ..bar(actual, planned) }
}

fn late(actual: f64) -> Bar {
    Bar { late: true, ..bar(actual, 100.0) }
}

fn figures() -> Vec<KeyFigure> {
    let figure = |label: &str, value: &str, small: &str, note: &str| KeyFigure {
        label: label.to_owned(),
        value: value.to_owned(),
        small: small.to_owned(),
        note: note.to_owned(),
        why: Some(Why {
            lines: vec!["فعالیت‌هایی که تاریخ پایان آن‌ها ثبت شده است.".to_owned()],
            ..Why::default()
        }),
        ..KeyFigure::default()
    };
    let lead = KeyFigure {
        bar: Some(bar(57.64, 63.96)),
        why: Some(why()),
        ..figure(
            "پیشرفت واقعی",
            &percent(58.0),
            &format!("از {} برنامه", percent(64.0)),
            "میانگین ۲۸ از ۳۰ فعالیت",
        )
    };
    let open = KeyFigure {
        flag: Some(Flag { text: "۵ مصوبه از مهلت گذشته است.".to_owned(), late: true }),
        ..figure("مصوبه‌های انجام‌نشده", "۹", "از ۱۵ مصوبه", "")
    };
    vec![
        lead,
        figure(
            "پایان‌یافته",
            "۲",
            "از ۳۰ فعالیت",
            "یک فعالیت دیگر به \u{61c}۱۰۰٪ رسیده و پایانش اعلام نشده است.",
        ),
        figure(
            "پوشش نظارت میدانی",
            &percent(42.0),
            "",
            "۱۱ از ۲۶ فعالیت جاری در ۹۰ روز گذشته بازدید شده است.",
        ),
        open,
    ]
}

fn states() -> Vec<StateRow> {
    let row = |key, bar, meaning| StateRow { key, text: "", bar, meaning };
    vec![
        row("done", Bar { planned: None, ..bar(100.0, 0.0) }, "پایان تا تاریخ گزارش ثبت شده است."),
        row("ahead", bar(78.0, 60.0), "بیش از ۱۵ واحد جلوتر از برنامه."),
        row("on-track", bar(62.0, 63.0), "در حال اجرا، کمتر از ۱۵ واحد دور از برنامه."),
        row("behind", behind(45.0, 75.0), "بیش از ۱۵ واحد عقب‌تر از برنامه."),
        row("overdue", late(85.0), "مهلت گذشته و پایان ثبت نشده است."),
        StateRow {
            key: "on-track",
            text: "\u{61c}۱۰۰٪، پایان اعلام نشده",
            bar: bar(100.0, 87.0),
            meaning: "پیشرفت به ۱۰۰ رسیده و پایان ثبت نشده است.",
        },
        row("paused", bar(35.0, 65.0), "دستگاه کار را متوقف کرده است."),
        row("cancelled", Bar { planned: None, ..bar(20.0, 0.0) }, "از میانگین‌ها بیرون است و شمارش می‌شود."),
        row("not-started", bar(0.0, 0.0), "پیش از تاریخ آغاز."),
        row(
            "unreported",
            Bar { planned: Some(65.0), ..Bar::default() },
            "هنوز گزارشی نرسیده است. هرگز صفر نیست.",
        ),
        row(
            "unscheduled",
            Bar { planned: None, ..bar(30.0, 0.0) },
            "آغاز یا مهلت ندارد؛ برنامه‌ای نامعلوم است.",
        ),
    ]
}

fn cell(domain: &str, bar: Bar, note: &str) -> Cell {
    let plain = note.ends_with("فعالیت");
    Cell {
        domain: domain.to_owned(),
        href: "neighborhoods/sheikhabad/sport.html".to_owned(),
        figure: bar.actual.map(percent).unwrap_or_default(),
        bar,
        note: note.to_owned(),
        quiet: plain,
        ..Cell::default()
    }
}

/// Neighborhoods and domains.
pub(in crate::render) fn matrix() -> Matrix {
    let heads = [
        ("آموزش", "education"),
        ("ورزش", "sport"),
        ("بهداشت", "health"),
        ("عفاف و حجاب", "modesty"),
        ("اشتغال", "employment"),
    ];
    let noted = |domain, bar, state: &str, ground: &str, note| Cell {
        state: state.to_owned(),
        ground: ground.to_owned(),
        ..cell(domain, bar, note)
    };
    let row = |title: &str, stage: &str, cells| MatrixRow {
        title: title.to_owned(),
        href: "neighborhoods/sheikhabad.html".to_owned(),
        stage: stage.to_owned(),
        cells,
        ..MatrixRow::default()
    };
    let total = |actual, planned| Cell {
        quiet: false,
        ..cell("همهٔ حوزه‌ها", bar(actual, planned), "برنامه‌ای \u{61c}۶۹٪")
    };
    let unknown = Bar { planned: Some(64.84), ..Bar::default() };
    Matrix {
        corner: "محله".to_owned(),
        total: "همهٔ حوزه‌ها".to_owned(),
        columns: heads
            .iter()
            .map(|&(title, icon)| MatrixHead {
                title: title.to_owned(),
                href: "domains/sport.html".to_owned(),
                icon: icon.to_owned(),
            })
            .collect(),
        rows: vec![
            row(
                "شیخ‌آباد",
                "model",
                vec![
                    total(61.09, 68.96),
                    cell("آموزش", bar(84.0, 85.06), "۳ فعالیت"),
                    noted("ورزش", bar(52.5, 61.53), "behind", "", "۱ فعالیت عقب‌تر"),
                    noted("بهداشت", bar(45.0, 58.39), "overdue", "overdue", "۱ مهلت‌گذشته"),
                    noted("عفاف و حجاب", unknown, "unreported", "", "بدون گزارش"),
                    cell("اشتغال", bar(60.0, 66.21), "۳ فعالیت"),
                ],
            ),
            row(
                "چهارمردان",
                "extension",
                vec![
                    noted("همهٔ حوزه‌ها", behind(46.75, 57.61), "behind", "behind", "۱۷ واحد عقب‌تر"),
                    cell("آموزش", bar(15.0, 16.78), "۱ فعالیت"),
                    noted("ورزش", unknown, "unreported", "", "بدون گزارش"),
                    noted("بهداشت", behind(60.0, 96.75), "behind", "behind", "۳۷ واحد عقب‌تر"),
                    noted("عفاف و حجاب", late(70.0), "overdue", "overdue", "۱ مهلت‌گذشته"),
                    Cell {
                        empty: true,
                        domain: "اشتغال".to_owned(),
                        note: "فعالیتی ثبت نشده است".to_owned(),
                        ..Cell::default()
                    },
                ],
            ),
            row(
                "نیروگاه",
                "planned",
                vec![
                    noted("همهٔ حوزه‌ها", bar(78.0, 59.9), "ahead", "", "۱۸ واحد جلوتر"),
                    cell("آموزش", bar(28.0, 25.3), "۱ فعالیت"),
                    cell("ورزش", bar(50.0, 46.7), "۱ فعالیت"),
                    cell("بهداشت", bar(50.0, 46.7), "۱ فعالیت"),
                    cell("عفاف و حجاب", bar(7.1, 6.7), "۱ فعالیت"),
                    cell("اشتغال", bar(12.5, 24.0), "۱ فعالیت"),
                ],
            ),
        ],
        foot: Some(MatrixRow {
            title: "همهٔ محله‌ها".to_owned(),
            cells: ["همهٔ حوزه‌ها", "آموزش", "ورزش", "بهداشت", "عفاف و حجاب", "اشتغال"]
                .iter()
                .map(|domain| Cell {
                    quiet: false,
                    href: String::new(),
                    ..cell(domain, bar(57.64, 63.96), "۲۸ از ۳۰ فعالیت")
                })
                .collect(),
            ..MatrixRow::default()
        }),
        ..Matrix::default()
    }
}

/// The months of a year.
const MONTHS: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// The year 1404.
pub(in crate::render) fn axis() -> Axis {
    let mut start = 0;
    let months = MONTHS.iter().enumerate().map(|(index, name)| {
        let month = Month { start, name: (*name).to_owned() };
        start += if index < 6 { 31 } else { 30 };
        month
    });
    Axis {
        months: months.collect(),
        days: 365,
        first: "۱۴۰۴/۰۱/۰۱".to_owned(),
        last: "۱۴۰۴/۱۲/۲۹".to_owned(),
        today: Some(Mark { day: 212, label: "تاریخ گزارش: ۲۶ مهر".to_owned() }),
    }
}

/// The curve of the home page.
pub(in crate::render) fn curve() -> Curve {
    let point = |day, name: &str, planned: f64, actual: Option<f64>| CurvePoint {
        day,
        name: name.to_owned(),
        planned: Some(planned),
        actual,
        planned_text: percent(planned),
        actual_text: actual.map_or("—".to_owned(), percent),
        deviation_text: actual.map_or("—".to_owned(), |actual| {
            format!("\u{2066}{}\u{2069}", crate::persian::numbers::points(actual - planned))
        }),
    };
    Curve {
        id: "curve".to_owned(),
        title: "منحنی پیشرفت برنامه‌ای و واقعی در سال ۱۴۰۴".to_owned(),
        desc: "پیشرفت واقعی در ۲۶ مهر ۵۸ درصد و برنامه ۶۴ درصد است.".to_owned(),
        axis: axis(),
        points: vec![
            point(0, "", 0.0, Some(0.0)),
            point(31, "فروردین", 1.0, Some(1.5)),
            point(62, "اردیبهشت", 4.9, Some(6.0)),
            point(93, "خرداد", 12.0, Some(12.8)),
            point(124, "تیر", 22.3, Some(21.0)),
            point(155, "مرداد", 36.8, Some(33.5)),
            point(186, "شهریور", 52.1, Some(48.2)),
            point(212, "۲۶ مهر", 63.96, Some(57.64)),
            point(246, "آبان", 77.1, None),
            point(276, "آذر", 87.1, None),
            point(306, "دی", 93.6, None),
            point(336, "بهمن", 98.4, None),
            point(365, "اسفند", 100.0, None),
        ],
        planned_label: format!("برنامه‌ای {}", percent(64.0)),
        actual_label: format!("واقعی {}", percent(58.0)),
        behind: false,
    }
}

fn pillars() -> Vec<Pillar> {
    [
        ("programme", "برنامهٔ مدون", 87.0),
        ("schedule", "زمان‌بندی مشخص", 97.0),
        ("person", "مسئولیت روشن", 80.0),
    ]
    .into_iter()
    .map(|(icon, title, value)| Pillar {
        icon: icon.to_owned(),
        title: title.to_owned(),
        value: percent(value),
        bar: Bar { actual: Some(value), ..Bar::default() },
        note: "۲۶ از ۳۰ فعالیت شرح و مرحله یا شاخص دارد.".to_owned(),
        link: Some(link("۴ فعالیت ندارد", "status.html")),
    })
    .collect()
}

/// Thirty activities by state.
pub(in crate::render) fn tally() -> Tally {
    let counts = [2, 1, 15, 5, 2, 2, 1, 1, 1];
    let parts = STATES.iter().zip(counts).map(|(&(state, _), count)| StateCount {
        state: state.to_owned(),
        count,
        text: crate::persian::numbers::integer(i64::from(count)),
    });
    Tally { title: "توزیع وضعیت ۳۰ فعالیت".to_owned(), parts: parts.collect() }
}

/// A ring.
pub(in crate::render) fn ring(id: &str, actual: Option<f64>, planned: Option<f64>) -> Ring {
    let shown = |value: Option<f64>| value.map_or("؟".to_owned(), percent);
    Ring {
        id: id.to_owned(),
        actual,
        planned,
        figure: shown(actual),
        note: format!("از {} برنامه", shown(planned)),
        title: format!("پیشرفت واقعی {}، برنامه‌ای {}", shown(actual), shown(planned)),
    }
}

/// Lines the size of a word.
pub(in crate::render) fn sparks() -> Vec<Spark> {
    let points = |values: &[f64]| (0..).map(|month| month * 31).zip(values.iter().copied()).collect();
    vec![
        Spark { points: points(&[120.0, 135.0, 150.0, 185.0, 210.0, 240.0, 260.0]), target: Some(600.0) },
        Spark { points: points(&[22.0, 20.0, 20.0, 17.0, 15.0, 14.0, 13.0]), target: Some(8.0) },
        Spark { points: points(&[5.0]), target: None },
        Spark::default(),
    ]
}

/// A schedule with every kind of row.
pub(in crate::render) fn gantt() -> Gantt {
    let row = |title: &str, state: &str, start, due, done: Option<f64>| GanttRow {
        title: title.to_owned(),
        href: "activities/x.html".to_owned(),
        state: state.to_owned(),
        tell: state != "on-track",
        start,
        due,
        done,
        start_at: start.map(|_| stamp("2025-04-21", "۱۴۰۴/۰۲/۰۱")),
        due_at: due.map(|_| stamp("2025-12-21", "۱۴۰۴/۰۹/۳۰")),
        done_text: done.map_or("—".to_owned(), percent),
        ..GanttRow::default()
    };
    let group =
        |title: &str, icon: &str, rows| GanttGroup { title: title.to_owned(), icon: icon.to_owned(), rows };
    let mile = |day, done| Mile { day, done };
    Gantt {
        axis: axis(),
        groups: vec![
            group(
                "آموزش",
                "education",
                vec![
                    row("کلاس تقویتی عصرگاهی پایهٔ ششم", "on-track", Some(31), Some(276), Some(72.0)),
                    GanttRow {
                        miles: vec![mile(92, true), mile(154, true), mile(246, false)],
                        ..row("کتابخانهٔ کوچک محله", "on-track", Some(62), Some(246), Some(80.0))
                    },
                    row("دورهٔ سوادآموزی بزرگسالان", "done", Some(19), Some(170), Some(100.0)),
                ],
            ),
            group(
                "ورزش",
                "sport",
                vec![
                    GanttRow {
                        first_due: Some(186),
                        miles: vec![mile(40, true), mile(131, true), mile(206, false), mile(246, false)],
                        ..row(
                            "ساماندهی زمین ورزشی شیخ‌آباد، زیرسازی، چمن، رختکن و نورافکن برای گروه‌های نوجوان",
                            "behind",
                            Some(19),
                            Some(276),
                            Some(45.0),
                        )
                    },
                    row("لیگ فوتسال نوجوانان محله", "on-track", Some(-40), Some(305), Some(60.0)),
                ],
            ),
            group(
                "بهداشت",
                "health",
                vec![
                    GanttRow {
                        late_to: Some(212),
                        ..row("غربالگری فشار خون و قند", "overdue", Some(45), Some(201), Some(85.0))
                    },
                    row("بهداشت دهان در دبستان‌ها", "on-track", Some(186), Some(420), Some(20.0)),
                    row("پایش ماهانهٔ سالمندان تنها", "unscheduled", Some(62), None, Some(30.0)),
                ],
            ),
            group(
                "عفاف و حجاب",
                "modesty",
                vec![GanttRow {
                    unknown: true,
                    ..row("کارگاه گفت‌وگوی خانواده", "unreported", Some(93), Some(276), None)
                }],
            ),
            group(
                "اشتغال",
                "employment",
                vec![
                    GanttRow {
                        flag: "۹۰ روز دیرتر".to_owned(),
                        ..row("بازارچهٔ هفتگی محله", "paused", Some(93), Some(275), Some(35.0))
                    },
                    row(edges::LONG, "ahead", Some(10), Some(330), Some(88.0)),
                ],
            ),
        ],
    }
}

fn knots() -> Vec<Knot> {
    let knot = |state: &str, title: &str, aside: &str| Knot {
        state: state.to_owned(),
        title: title.to_owned(),
        aside: aside.to_owned(),
        ..Knot::default()
    };
    vec![
        Knot {
            lead: "انجام در".to_owned(),
            at: Some(stamp("2025-04-30", "۱۰ اردیبهشت ۱۴۰۴")),
            tail: "، ۵ روز زودتر از مهلت".to_owned(),
            ..knot("done", "تحویل زمین و تسطیح", "وزن ۲")
        },
        Knot {
            lead: "مهلت".to_owned(),
            at: Some(stamp("2025-10-12", "۲۰ مهر ۱۴۰۴")),
            flag: Some(Flag { text: "۶ روز تأخیر".to_owned(), late: true }),
            ..knot("late", "زیرسازی نیمهٔ شمالی", "وزن ۱٫۵")
        },
        Knot {
            lead: "مهلت".to_owned(),
            at: Some(stamp("2025-11-21", "۳۰ آبان ۱۴۰۴")),
            ..knot("next", "چمن مصنوعی و خط‌کشی", "وزن ۲٫۵")
        },
        Knot {
            flag: Some(Flag { text: "بدون مهلت".to_owned(), late: false }),
            ..knot("", "رختکن و نورافکن", "")
        },
    ]
}

/// The indicator of the design.
pub(in crate::render) fn indicator() -> IndicatorChart {
    let values =
        [(14, 120.0), (45, 135.0), (76, 150.0), (112, 185.0), (143, 210.0), (179, 240.0), (203, 260.0)];
    IndicatorChart {
        id: "members".to_owned(),
        title: "تعداد نوجوانان عضو گروه‌های ورزشی محله".to_owned(),
        desc: "از ۱۲۰ نفر در فروردین به ۲۶۰ نفر در مهر رسیده است؛ هدف ۶۰۰ نفر است.".to_owned(),
        axis: Axis { today: Some(Mark { day: 212, label: "۲۶ مهر".to_owned() }), ..axis() },
        points: values
            .into_iter()
            .map(|(day, value)| IndicatorPoint {
                day,
                value,
                at: stamp("2025-04-04", "۱۴۰۴/۰۱/۱۵"),
                text: crate::persian::numbers::decimal(value, 2),
                source: "فهرست هیئت فوتبال".to_owned(),
            })
            .collect(),
        target: Some(600.0),
        target_label: "هدف ۶۰۰ نفر".to_owned(),
        last_label: "۲۶۰ نفر".to_owned(),
    }
}

fn attention() -> Vec<Attention> {
    [
        ("overdue", "نمایشگاه پوشش ایرانی", "۲۷ روز"),
        ("behind", "پایگاه سلامت محله", "۳۷ واحد"),
        ("unreported", "کارگاه گفت‌وگوی خانواده", "۱۱۸ روز از آغاز"),
    ]
    .into_iter()
    .map(|(state, title, measure)| Attention {
        state: state.to_owned(),
        title: title.to_owned(),
        href: "activities/x.html".to_owned(),
        meta: "محلهٔ چهارمردان، بهداشت · مرکز بهداشت شهرستان".to_owned(),
        measure: measure.to_owned(),
        ..Attention::default()
    })
    .collect()
}

fn dated() -> Vec<Dated> {
    vec![
        Dated {
            at: day("2025-10-23", "۱", "آبان"),
            title: "خانهٔ سلامت، فاز ۴".to_owned(),
            href: "activities/x.html".to_owned(),
            text: "زیرسازی آغاز شد؛ مصالح پای کار است.".to_owned(),
            meta: vec![
                "شهرک پردیسان · مرکز بهداشت شهرستان".to_owned(),
                "پیشرفت \u{61c}۹۰٪، ۵ روز پس از تاریخ گزارش".to_owned(),
            ],
            sample: true,
            ..Dated::default()
        },
        Dated {
            at: day("2025-11-21", "۳۰", "آبان"),
            title: "تغییر مهلت".to_owned(),
            meta: vec!["مصوبهٔ جلسهٔ ۲۵ شهریور".to_owned()],
            ..Dated::default()
        },
    ]
}

fn owes() -> Vec<Owed> {
    let owed = |title: &str, bar, state: &str, word: &str| Owed {
        at: day("2025-10-07", "۱۵", "مهر"),
        title: title.to_owned(),
        href: "activities/x.html".to_owned(),
        meta: "محلهٔ شیخ‌آباد، بهداشت".to_owned(),
        text: "گزارش پایانی و تعداد غربالگری‌شدگان.".to_owned(),
        bar: Some(bar),
        pair: format!("{} از {} برنامه", percent(85.0), percent(100.0)),
        state: state.to_owned(),
        word: word.to_owned(),
    };
    vec![
        owed("غربالگری فشار خون و قند", late(85.0), "overdue", "۱۱ روز تأخیر"),
        owed("خانهٔ سلامت، فاز ۴", bar(90.0, 97.69), "on-track", ""),
        owed("پایگاه سلامت محله", behind(60.0, 96.75), "behind", ""),
    ]
}

fn facts() -> Vec<Fact> {
    let fact = |term: &str| Fact { term: term.to_owned(), ..Fact::default() };
    vec![
        Fact {
            values: vec![link("مریم نمونه‌فر", "")],
            aside: "از ۱۵ دی ۱۴۰۳".to_owned(),
            ..fact("مدیر محله")
        },
        Fact { ltr: "۰۲۵-۰۰۰۰۰۰۰۰".to_owned(), ..fact("دفتر مدیر") },
        Fact {
            values: vec![link("شهرداری قم", "agencies/x.html"), link("هیئت امنای محله", "")],
            ..fact("همکاران")
        },
        Fact {
            at: Some(stamp("2025-12-21", "۳۰ آذر ۱۴۰۴")),
            flag: Some(Flag { text: "۹۰ روز پس از مهلت نخست".to_owned(), late: false }),
            ..fact("مهلت")
        },
        Fact {
            flag: Some(Flag { text: "تعیین نشده".to_owned(), late: false }), ..fact("فرد مسئول")
        },
    ]
}

fn why() -> Why {
    Why {
        formula: "پیشرفت واقعی = جمع (وزن × پیشرفت) ÷ جمع وزن‌ها".to_owned(),
        lines: vec![
            "۲۸ فعالیت گزارش دارد و وزن همه ۱ است: \u{2066}۱٬۶۱۴ ÷ ۲۸ = ۵۷٫۶\u{2069}، یعنی \u{61c}۵۸٪."
                .to_owned(),
            "انحراف \u{2066}−۶\u{2069} واحد است.".to_owned(),
        ],
        records: vec![link("کتابخانهٔ کوچک محله", "activities/x.html"), link("مرحله‌ها", "#miles")],
        more: vec![link("روش محاسبه", "method.html")],
        ..Why::default()
    }
}

fn empty() -> Vec<Empty> {
    vec![
        Empty {
            title: "فعالیتی ثبت نشده است".to_owned(),
            text: "در این محله هنوز فعالیتی برای این حوزه ثبت نشده است.".to_owned(),
            link: Some(link("مسئله‌های این محله", "problems/index.html")),
        },
        Empty {
            title: "بازدیدی ثبت نشده است".to_owned(),
            text: "نخستین بازدید که ثبت شود، همین‌جا می‌آید.".to_owned(),
            link: None,
        },
    ]
}

fn alerts() -> Vec<Alert> {
    let alert = |kind: &str, title: &str, text: &str, link| Alert {
        kind: kind.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        link,
    };
    vec![
        alert(
            "info",
            "ویرایش پیشین.",
            "این صفحه وضعیت تا پایان شهریور را نشان می‌دهد.",
            Some(link("ویرایش تازه", "index.html")),
        ),
        alert(
            "warn",
            "گزارش با یافتهٔ بازدید همخوان نیست.",
            "گزارش \u{61c}۴۵٪ و بازدید \u{61c}۲۸٪ است.",
            None,
        ),
        alert("late", "۱۱ روز تأخیر.", "مهلت این فعالیت ۱۵ مهر ۱۴۰۴ بود.", None),
    ]
}

fn table() -> Vec<AgencyRow> {
    let row = |name, count, actual: f64, planned: f64, deviation: &str, bar| AgencyRow {
        agency: link(name, "agencies/x.html"),
        count,
        actual: percent(actual),
        planned: percent(planned),
        deviation: format!("\u{2066}{deviation}\u{2069}"),
        bar,
    };
    vec![
        row("اداره‌کل ورزش و جوانان", "۵", 64.0, 59.0, "−۲", bar(63.75, 58.54)),
        row("کمیتهٔ امداد", "۴", 52.0, 57.0, "−۵", bar(52.25, 57.0)),
        row("شهرداری قم", "۳", 48.0, 65.0, "−۱۷", behind(47.67, 65.12)),
    ]
}

fn pager() -> Pager {
    Pager {
        range: "ردیف ۱۰۱ تا ۲۰۰ از ۱٬۲۴۰".to_owned(),
        previous: Some(link("", "activities/index.html")),
        next: Some(link("", "activities/page/3.html")),
        pages: vec![
            link("۱", "activities/index.html"),
            link("۲", ""),
            link("۳", "activities/page/3.html"),
            link("", ""),
            link("۱۳", "activities/page/13.html"),
        ],
    }
}
