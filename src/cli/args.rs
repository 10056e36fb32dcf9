//! The command line: every command, flag and default of product.md, and nothing of what they do.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::diag::Lang;

/// کارنامه: از پوشه‌ای از رکوردها سایت کامل گزارش می‌سازد.
///
/// Karnameh builds a complete Persian report site from a folder of YAML and Markdown records.
#[derive(Debug, Parser)]
#[command(name = "karnameh", version, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// پوشه‌ای که content/ در آن است · the folder that holds content/
    #[arg(long, value_name = "DIR", default_value = ".", global = true)]
    pub(super) source: PathBuf,
    /// زبان پیام‌ها · the language of messages
    #[arg(long, value_parser = languages(), default_value = "fa", global = true)]
    pub(super) lang: Lang,
    /// رنگ در پایانه · colors in the terminal
    #[arg(long, value_enum, default_value_t = Color::Auto, global = true)]
    pub(super) color: Color,
    /// فقط خطاها · say nothing but errors
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    /// شکل گزارش خطاها · how findings are written
    #[arg(long, value_enum, default_value_t = Format::Human, global = true)]
    pub(super) format: Format,
}

/// The names of the languages. `Lang` belongs to another crate, so it can't be a `ValueEnum` itself.
fn languages() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["fa", "en"]).map(|name| if name == "en" { Lang::En } else { Lang::Fa })
}

/// When to color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// پروژهٔ تازه می‌سازد · makes a small commented project of one's own
    Init(InitArgs),
    /// سایت را می‌سازد · builds the site
    Build(BuildArgs),
    /// بی‌آن‌که چیزی بنویسد همه چیز را بررسی می‌کند · does everything that build does but writing
    Check(CheckArgs),
    /// الگوهای موفق را در یک فایل می‌گذارد · packs success models as one file
    Share(ShareArgs),
    /// الگویی از جای دیگر را پیش‌نویس می‌کند · takes a success model of elsewhere in, as drafts
    Adopt(AdoptArgs),
    /// ویرایش را در بستهٔ بایگانی می‌گذارد · packs the edition for an archive
    Snapshot(SnapshotArgs),
    /// درستی یک بسته را بررسی می‌کند · proves a package, a signed file or a published folder
    Verify(VerifyArgs),
    /// کلید امضا می‌سازد · makes a key to sign packages with
    Keygen {
        /// فایل کلید؛ کلید عمومی در FILE.pub · the key's file; the public key goes to FILE.pub
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// سایت ساخته‌شده را در پوشه یا حافظه‌ای می‌گذارد · copies the finished site to a folder, share or stick
    Publish(PublishArgs),
    /// تفاوت دو ویرایش را می‌گوید · says what changed between two editions
    Diff(DiffArgs),
    /// یک کد خطا، نوع رکورد یا فیلد را شرح می‌دهد · tells more of a code, a kind of record or a field
    Explain {
        /// کد، مانند K0104، یا نوع، مانند فعالیت، یا فیلد، مانند شروع · a code, a kind or a field
        #[arg(value_name = "CODE|KIND|FIELD")]
        name: String,
    },
    /// تکمیل خودکار برای پوستهٔ خط فرمان · completions for a shell
    Completions {
        /// پوسته · the shell
        shell: Shell,
    },
}

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// پوشهٔ پروژه · the project's folder
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) dir: PathBuf,
    /// عنوان سایت · the site's title
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// نام استان · the province
    #[arg(long, value_name = "NAME")]
    pub(super) province: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    /// پوشهٔ خروجی، پیش‌فرض output/site · the output folder
    #[arg(long, short, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// تاریخ گزارش · the day of the report (1404/10/15 or 2026-01-05)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// هشدارها هم خطا شمرده شود · warnings fail, and every running activity needs its three pillars
    #[arg(long)]
    pub(super) strict: bool,
    /// پوشه‌ای را هم که از ما نیست جایگزین کن · replace a folder that is not ours
    #[arg(long)]
    pub(super) force: bool,
    /// زمان هر مرحله · print what each stage took
    #[arg(long)]
    pub(super) timings: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// هشدارها هم خطا شمرده شود · warnings fail, and every running activity needs its three pillars
    #[arg(long)]
    pub(super) strict: bool,
    /// تاریخ گزارش · the day of the report
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// گزارش خطاها به شکل صفحهٔ وب · the findings as a page, for consoles that can't show Persian
    #[arg(long, value_name = "FILE.html")]
    pub(super) report: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ShareArgs {
    /// الگو، با شناسه یا عنوان · the models, by id or title
    #[arg(value_name = "MODEL", required = true)]
    pub(super) models: Vec<String>,
    /// فایل بسته، پیش‌فرض output/models/<id>.karnameh.zip · the package's file
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct AdoptArgs {
    /// فایل بسته · the package's file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// محله‌ای که الگو به آن گرفته می‌شود · the neighborhood that takes it up, by id or title
    #[arg(long, value_name = "NEIGHBORHOOD")]
    pub(super) into: Option<String>,
    /// روز شروع نخستین فعالیت، پیش‌فرض روز گزارش · the first activity's first day; the day of the report by default
    #[arg(long, value_name = "DATE")]
    pub(super) start: Option<String>,
    /// حوزه یا دستگاه آن‌ها نزد شما کدام است · what of theirs is what of yours (domain:sport=varzesh)
    #[arg(long, value_name = "KIND:THEIRS=OURS")]
    pub(super) map: Vec<String>,
    /// آنچه نزد شما نیست پیش‌نویس شود · make drafts of domains and agencies that are none of yours
    #[arg(long)]
    pub(super) create: bool,
    /// چیزی ننویس، فقط نشان بده · write nothing, only show
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct SnapshotArgs {
    /// فایل بسته، پیش‌فرض output/snapshots/karnameh-1404-10-15.zip · the package's file
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// تاریخ گزارش · the day of the report
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// همراه با content و themes؛ بسته درونی است و منتشر نمی‌شود · with the sources: an internal package
    #[arg(long)]
    pub(super) with_sources: bool,
    /// کنار آن یک WACZ هم بساز · a WACZ beside it
    #[arg(long)]
    pub(super) wacz: bool,
    /// با این کلید امضا کن · sign each with this key
    #[arg(long, value_name = "KEY")]
    pub(super) sign: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// بسته، پوشهٔ منتشرشده یا فایل امضاشده · a bag, its zip, a WACZ, a published folder or a signed file
    pub(super) path: PathBuf,
    /// کلید عمومی امضاکننده · the signer's public key
    #[arg(long, value_name = "FILE")]
    pub(super) key: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// ویرایش نخست: پوشهٔ سایت، بستهٔ snapshot یا تاریخ · the first edition: a site's folder, a package of snapshot, or a day of the content
    pub(super) a: String,
    /// ویرایش دوم · the second edition
    pub(super) b: String,
    /// تفاوت‌ها به شکل صفحهٔ وب · the difference as a page
    #[arg(long, value_name = "FILE.html")]
    pub(super) report: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct PublishArgs {
    /// پوشهٔ مقصد · the folder to publish to
    pub(super) dir: PathBuf,
    /// فقط بگو چه می‌شود · only say what would be done
    #[arg(long)]
    pub(super) dry_run: bool,
    /// آنچه در سایت دیگر نیست از مقصد پاک شود · delete what the site has no more
    #[arg(long)]
    pub(super) delete: bool,
    /// پوشهٔ سایت، پیش‌فرض output/site · the site's folder
    #[arg(long, short, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
}
