//! Generates a `content/` folder of any size, identical every time, with realistic records that follow `docs/FORMAT.md`.
//!
//! Start reading at [`Corpus::write`].

mod activities;
mod days;
mod form;
mod groups;
mod plan;
mod random;
mod reviews;
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::plan::Plan;
use self::random::Random;

/// The numbers of records.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Corpus {
    pub(crate) activities: usize,
    pub(crate) neighborhoods: usize,
    pub(crate) domains: usize,
    pub(crate) agencies: usize,
}

impl Corpus {
    /// Creates a corpus with a number of activities; the other numbers follow from it.
    pub(crate) fn of(activities: usize) -> Self {
        let activities = activities.max(4);
        Self { activities, neighborhoods: (activities / 25).clamp(4, 400), domains: 12, agencies: 60 }
    }

    /// Replaces the `content/` in a folder and returns the number of files.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<usize> {
        let content = folder.join("content");
        if content.exists() {
            fs::remove_dir_all(&content)?;
        }
        let mut files = Files { content, count: 0 };
        files.put("site.yml", SITE)?;
        for (id, title) in [("about", "دربارهٔ طرح"), ("method", "روش محاسبه")] {
            let text = words::prose(&mut Random::of(id, 0), 120);
            files.put(&format!("pages/{id}.md"), &format!("---\ntitle: {title}\n---\n\n{text}\n"))?;
        }
        self.write_groups(&mut files)?;
        self.write_activities(&mut files)?;
        self.write_reviews(&mut files)?;
        Ok(files.count)
    }

    fn write_groups(&self, files: &mut Files) -> io::Result<()> {
        for n in 0..self.domains {
            files.put(&format!("domains/{}.yml", words::DOMAINS[n].0), &groups::domain(n))?;
        }
        for n in 0..self.agencies {
            files.put(&format!("agencies/{}.yml", groups::agency_id(n)), &groups::agency(n))?;
        }
        for n in 0..self.neighborhoods {
            let id = groups::neighborhood_id(n);
            files.put(&format!("neighborhoods/{id}.md"), &groups::neighborhood(n))?;
            files.put(&format!("problems/{id}.yml"), &groups::problems(self, n))?;
        }
        Ok(())
    }

    /// Writes the reports: three quarters of them as files of their own, the others as lists for a hundred activities each.
    fn write_activities(&self, files: &mut Files) -> io::Result<()> {
        for hundred in 0..self.activities.div_ceil(100) {
            let mut listed = Vec::new();
            for n in hundred * 100..self.activities.min(hundred * 100 + 100) {
                let plan = Plan::of(self, n);
                let path =
                    format!("activities/{}/{}.md", groups::neighborhood_id(plan.neighborhood), plan::id(n));
                files.put(&path, &activities::activity(self, &plan))?;
                if n % 4 == 3 {
                    listed.push(plan);
                    continue;
                }
                for (at, (day, _)) in plan.later.iter().enumerate() {
                    let path = format!("updates/{}/{}-{at}.md", day.year(), plan::id(n));
                    files.put(&path, &activities::report(&plan, at))?;
                }
            }
            if listed.iter().any(|plan| !plan.later.is_empty()) {
                files.put(&format!("updates/list-{hundred}.yml"), &activities::reports(hundred, &listed))?;
            }
        }
        Ok(())
    }

    fn write_reviews(&self, files: &mut Files) -> io::Result<()> {
        for n in 0..(self.activities / 10).max(4) {
            files.put(&format!("visits/visit-{n}.md"), &reviews::visit(self, n))?;
        }
        for n in 0..(self.activities / 50).clamp(2, 400) {
            files.put(&format!("meetings/meeting-{n}.md"), &reviews::meeting(self, n))?;
        }
        for n in 0..(self.activities / 250).clamp(2, 40) {
            files.put(&format!("models/model-{n}.md"), &reviews::model(self, n))?;
        }
        Ok(())
    }
}

const SITE: &str = "\
title: کارنامهٔ محله‌محوری (پیکرهٔ سنجش سرعت)
province: قم
publisher: دبیرخانهٔ طرح
tagline: گزارش پیشرفت محله‌ها
as_of: 1405/03/31
license: CC BY 4.0
contact: تلفن دبیرخانه در روزهای اداری پاسخ می‌دهد.
";

/// The folder to write to.
struct Files {
    content: PathBuf,
    count: usize,
}

impl Files {
    fn put(&mut self, path: &str, text: &str) -> io::Result<()> {
        let path = self.content.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        self.count += 1;
        fs::write(path, text)
    }
}
