//! Tests of reading valid content: references in every spelling, merged reports, omitted drafts, order.

use karnameh::config::Config;
use karnameh::content;
use karnameh::model::{Activity, Dataset};
use karnameh::persian::Day;

use crate::support::Site;

fn read(site: &Site) -> (Dataset, Config) {
    let reading = content::read(site.path()).expect("readable");
    let found: Vec<String> = reading
        .diagnostics
        .iter()
        .map(|found| format!("{} {}: {}", found.code.id, found.at.file, found.message.sentence.en))
        .collect();
    let Some(dataset) = reading.dataset else { panic!("{found:#?}") };
    (dataset, reading.config.expect("settings"))
}

fn dataset(site: &Site) -> Dataset {
    read(site).0
}

fn activity<'d>(dataset: &'d Dataset, id: &str) -> &'d Activity {
    dataset.activities.iter().find(|activity| &*activity.record.id == id).expect("the activity is there")
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_jalali(year, month, day).expect("a day")
}

#[test]
fn references_by_id_title_and_alias_in_both_languages() {
    let site = Site::new();
    site.write(
        "content/agencies/more.yml",
        "- {id: city, title: شهرداری, aliases: [شهرداري قم, Municipality]}\n",
    );
    site.write(
        "content/activities/park.md",
        "\u{feff}---\r\nعنوان: زمین بازی\r\nمحله: [شيخ آباد, pardisan]\r\nحوزه: ورزش\r\nدستگاه مسئول: شهرداری‌قم\r\n\
         همکاران: MUNICIPALITY\r\n---\r\n\r\nمتن [زمین](activity:pitch).\r\n",
    );
    let dataset = dataset(&site);
    let park = activity(&dataset, "park");
    let ids: Vec<_> = park.neighborhoods.iter().map(|&idx| &*dataset[idx].record.id).collect();
    assert_eq!(ids, ["sheikhabad", "pardisan"]);
    assert_eq!(&*dataset[park.domain].record.id, "sport");
    assert_eq!(&*dataset[park.first_lead.expect("a lead")].record.id, "city");
    assert_eq!(park.partners, [park.first_lead.expect("a lead")]);
    assert!(park.record.body.as_ref().expect("a body").value.plain.contains("متن"));
}

#[test]
fn records_are_in_the_byte_order_of_their_ids() {
    let site = Site::new();
    site.write(
        "content/domains/all.yml",
        "- {id: b-2, title: ب}\n- {id: b, title: الف}\n- {id: '۱', title: یک}\n",
    );
    let ids: Vec<_> = dataset(&site).domains.into_iter().map(|domain| domain.record.id).collect();
    assert_eq!(ids.iter().map(|id| &**id).collect::<Vec<_>>(), ["1", "b", "b-2", "sport"]);
}

/// F4: first the reports in the record, then those in the folder by date, file path and position in the file.
#[test]
fn reports_join_their_activity_in_order() {
    let site = Site::new();
    site.write(
        "content/activities/park.yml",
        "title: زمین بازی\nneighborhood: sheikhabad\ndomain: sport\nmilestones:\n  - {title: طرح, done: 1404/05/01}\n  \
         - {title: ساخت}\nindicators:\n  - {title: کاربران, values: [{date: 1404/05/01, value: 3}]}\nupdates:\n  \
         - {date: 1404/06/01, progress: 30}\n",
    );
    site.write("content/updates/b.yml", "activity: زمین بازی\ndate: 1404/03/01\nprogress: 10\n");
    site.write(
        "content/updates/a.yml",
        "- {activity: park, date: 1404/03/01, milestone: طرح}\n- {activity: park, date: 1404/03/01, text: دوم}\n\
         - {activity: park, date: 1404/02/01, indicator: كاربران, value: ۷, source: شمارش}\n",
    );
    site.write(
        "content/updates/c.md",
        "---\nactivity: park\ndate: 1404/07/01\nmilestone: ساخت\n---\nمتن گزارش.\n",
    );
    let dataset = dataset(&site);
    let park = activity(&dataset, "park");
    let ids: Vec<_> = park.updates.iter().map(|update| &*update.id).collect();
    assert_eq!(ids, ["", "park-1404-02-01-1", "park-1404-03-01-1", "park-1404-03-01-2", "b", "c"]);
    assert_eq!(park.milestones[0].done, Some(day(1404, 3, 1)), "the earlier date");
    assert_eq!(park.milestones[1].done, Some(day(1404, 7, 1)));
    let values: Vec<_> = park.indicators[0].values.iter().map(|value| value.value).collect();
    assert_eq!(values, [3.0, 7.0], "inline values come first");
    assert_eq!(park.updates[5].text.as_ref().expect("the body is the text").value.plain, "متن گزارش.");
}

#[test]
fn findings_and_decisions_join_their_activity() {
    let site = Site::new();
    site.write(
        "content/visits/later.yml",
        "date: 1404/06/01\nneighborhood: sheikhabad\nby: دبیر\nfindings: {activity: pitch, progress: 40}\n",
    );
    site.write(
        "content/visits/earlier.yml",
        "date: 1404/05/01\nneighborhood: sheikhabad\nby: دبیر\nfindings:\n  - activity: زمین چمن\n    progress: 20\n",
    );
    site.write(
        "content/activities/park.yml",
        "title: زمین بازی\nneighborhood: sheikhabad\ndomain: sport\ndecision: جلسه ۲۶ مهر ۱۴۰۴/d1\n",
    );
    site.write(
        "content/meetings/second.yml",
        "date: 1404/08/01\ndecisions:\n  - {id: d1, text: نیمکت گذاشته شود, activity: park}\n",
    );
    let dataset = dataset(&site);
    let pitch = activity(&dataset, "pitch");
    let progress: Vec<_> =
        pitch.findings.iter().map(|&finding| dataset[finding].progress.expect("given").get()).collect();
    assert_eq!(progress, [20.0, 40.0]);
    let park = activity(&dataset, "park");
    let texts: Vec<_> = park.decisions.iter().map(|&decision| dataset[decision].text.typed()).collect();
    assert_eq!(texts, ["زمین آماده شود", "نیمکت گذاشته شود"]);
    for &decision in &park.decisions {
        assert_eq!(&*dataset[dataset[decision].activity.expect("both sides")].record.id, "park");
    }
}

#[test]
fn titles_are_made_of_the_date_where_there_are_none() {
    let site = Site::new();
    site.write("content/visits/v.yml", "date: 2025-10-18\nneighborhood: sheikhabad\nby: دبیر\n");
    let dataset = dataset(&site);
    assert_eq!(dataset.visits[0].record.title.typed(), "بازدید ۲۶ مهر ۱۴۰۴");
    assert_eq!(dataset.meetings[0].record.title.typed(), "جلسهٔ ۲۶ مهر ۱۴۰۴");
}

/// F5: drafts are checked, and then omitted everywhere.
#[test]
fn drafts_are_left_out() {
    let site = Site::new();
    site.write("content/domains/a-draft.yml", "title: سلامت\ndraft: بله\n");
    site.write(
        "content/activities/a-draft.yml",
        "title: پیش‌نویس\nneighborhood: sheikhabad\ndomain: سلامت\ndraft: بله\ndecision: review/d1\ndepends_on: pitch\n",
    );
    site.write("content/updates/d.yml", "activity: pitch\ndate: 1404/03/01\nprogress: 10\ndraft: بله\n");
    site.write(
        "content/updates/of-draft.yml",
        "activity: a-draft\ndate: 1404/03/01\nprogress: 10\ndraft: بله\n",
    );
    site.write(
        "content/visits/d.yml",
        "date: 1404/05/01\nneighborhood: sheikhabad\nby: دبیر\ndraft: بله\nfindings: {activity: pitch}\n",
    );
    let dataset = dataset(&site);
    assert_eq!((dataset.domains.len(), dataset.activities.len(), dataset.visits.len()), (1, 1, 0));
    let pitch = activity(&dataset, "pitch");
    assert!(pitch.updates.is_empty() && pitch.findings.is_empty());
    assert_eq!(&*dataset[pitch.domain].record.id, "sport");
    assert_eq!(dataset.meetings[0].decisions[0].activity, None);
}

#[test]
fn a_draft_with_the_title_of_a_published_record_is_no_rival() {
    let site = Site::new();
    site.write("content/domains/new.yml", "title: ورزش\ndraft: بله\n");
    site.write("content/activities/park.yml", "title: زمین بازی\nneighborhood: sheikhabad\ndomain: ورزش\n");
    assert_eq!(dataset(&site).activities.len(), 2);
}

#[test]
fn one_broken_file_is_one_finding() {
    let site = Site::new();
    site.write("content/domains/sport.yml", "title: 'ورزش\n");
    site.write("content/agencies/all.yml", "- id: city\n  title: شهرداری\n  kind: [\n");
    site.write(
        "content/activities/park.yml",
        "title: زمین بازی\nneighborhood: sheikhabad\ndomain: ورزش\nlead: city\npartners: شهرداری\n",
    );
    let found = content::read(site.path()).expect("readable").diagnostics;
    let files: Vec<&str> = found.iter().map(|found| &*found.at.file).collect();
    assert_eq!(files, ["content/agencies/all.yml", "content/domains/sport.yml"]);
}

#[test]
fn all_errors_of_all_files_in_one_run_by_place() {
    let site = Site::new();
    site.write(
        "content/activities/park.yml",
        "title: زمین بازی\nneighborhood: nowhere\ndomain: sport\nstart: 1404/05/01\ndue: 1404/04/01\nweight: -1\n",
    );
    site.write("content/problems/p.yml", "title: مسئله\nneighborhood: nowhere\n");
    site.write("content/visits/v.yml", "by: دبیر\n");
    let found = content::read(site.path()).expect("readable").diagnostics;
    let told: Vec<_> = found.iter().map(|found| (&*found.at.file, found.at.line, found.code.id)).collect();
    assert_eq!(
        told,
        [
            ("content/activities/park.yml", 2, "K0304"),
            ("content/activities/park.yml", 5, "K0316"),
            ("content/activities/park.yml", 6, "K0212"),
            ("content/problems/p.yml", 2, "K0304"),
            ("content/visits/v.yml", 1, "K0203"),
            ("content/visits/v.yml", 1, "K0203"),
        ]
    );
}

#[test]
fn settings_have_defaults_and_words_of_their_own() {
    let site = Site::new();
    let (_, config) = read(&site);
    assert_eq!(config.identity.programme.typed(), "طرح محله‌محوری");
    assert_eq!(&*config.publication.theme, "default");
    assert_eq!(&*config.terms.neighborhood.of, "محلهٔ");
    assert!((config.thresholds.tolerance - 15.0).abs() < f64::EPSILON);
    site.write(
        "content/site.yml",
        "عنوان: کارنامه\nاستان: قم\nناشر: استانداری\nنشانی: https://example.ir/sub/\nرنگ: '#0a7c80'\nتاریخ گزارش: ۱۴۰۴/۱۰/۱۵\n\
         واژه‌ها:\n  محله: {مفرد: روستا}\nپیشرفت:\n  رواداری: ۱۰\n  گروه کوچک: ۱۰\n",
    );
    let (_, config) = read(&site);
    assert_eq!(
        config.identity.authority.as_ref().map(karnameh::persian::text::Text::typed),
        Some("استانداری")
    );
    assert_eq!(config.publication.url.as_deref(), Some("https://example.ir/sub"));
    assert_eq!(config.publication.accent, Some([0x0a, 0x7c, 0x80]));
    assert_eq!(config.as_of, Some(day(1404, 10, 15)));
    let village = &config.terms.neighborhood;
    assert_eq!((&*village.one, &*village.many, &*village.of), ("روستا", "روستاها", "روستای"));
    assert_eq!((config.thresholds.small_group, config.thresholds.stale_days), (10, 30));
}
