//! K03xx: records that disagree, and histories that look odd.

use super::codes;

codes! {
    MISSING_ID "K0301" "missing-id" Error
        "در فایلی که فهرستی از رکوردها دارد، نام فایل نمی‌تواند شناسهٔ همه باشد؛ هر رکورد «شناسه» می‌خواهد. تنها گزارش‌های پوشهٔ updates بی‌شناسه هم می‌شوند."
        "In a file with a list of records, the file's name can't be the id of all of them: each record needs an `id`. Only reports in `updates/` need none.";
    BAD_STEM "K0302" "file-name-no-id" Error
        "رکوردی که «شناسه» ندارد، نام فایلش شناسهٔ آن است و نام صفحه‌اش می‌شود؛ پس باید از حرف‌های کوچک لاتین، رقم و خط تیره باشد. نام فارسی فایل با نوشتن «شناسه» در رکورد پذیرفته است."
        "A record without `id` takes its file's name as its id, which becomes the name of its page: small Latin letters, digits and hyphens. A Persian file name is fine once the record has an `id`.";
    DOUBLED_ID "K0303" "doubled-id" Error
        "دو رکورد از یک نوع (یا دو مصوبهٔ یک جلسه) یک شناسه دارند. شناسه نام صفحه است و باید یکتا باشد؛ یکی را عوض کنید."
        "Two records of one kind (or two decisions of one meeting) have the same id. The id names the page, so it has to be unique: change one of them.";
    UNKNOWN_REFERENCE "K0304" "unknown-reference" Error
        "رکوردی از رکورد دیگری نام می‌برد که نیست. شناسه، عنوان یا یکی از «نام‌های دیگر» آن را بنویسید؛ مصوبه را به شکل «جلسه/مصوبه»."
        "A record refers to another that does not exist. Write its id, its title or one of its aliases; a decision as `meeting/decision`.";
    AMBIGUOUS_REFERENCE "K0305" "ambiguous-reference" Error
        "عنوانی که نوشته شده از آنِ چند رکورد است. به جای آن شناسه را بنویسید."
        "The title belongs to several records. Write the id instead.";
    DOUBLED_REFERENCE "K0306" "doubled-reference" Warning
        "یک رکورد در یک فهرست دو بار نام برده شده است، شاید یک بار با شناسه و یک بار با عنوان. یک بار شمرده می‌شود."
        "One record is named twice in a list, perhaps once by id and once by title. It is counted once.";
    DRAFT_REFERENCE "K0307" "reference-to-draft" Error
        "رکوردی که منتشر می‌شود از پیش‌نویسی نام می‌برد که منتشر نمی‌شود. پیش‌نویس را آمادهٔ انتشار کنید یا نام آن را بردارید."
        "A published record refers to a draft, which is not published. Publish the draft or remove the reference.";
    BODY_IN_FRONT_MATTER "K0308" "body-in-front-matter" Error
        "در فایل Markdown، شرح کامل زیر بخش بالای فایل می‌آید؛ «body» تنها در فایل YAML به کار می‌رود."
        "In a Markdown file the narrative is below the front matter; `body` is for YAML files.";
    TWO_TEXTS "K0309" "two-texts" Error
        "گزارشی هم «متن» دارد و هم متن Markdown یا «شرح کامل». هر دو را در یک جا بنویسید."
        "A report has both a `text` and a Markdown body. Write everything in one place.";
    INDICATOR_VALUE "K0310" "indicator-without-value" Error
        "در گزارش، «شاخص» و «مقدار» با هم می‌آیند؛ «منبع» و «توضیح» هم دربارهٔ همان مقدارند."
        "In a report `indicator` and `value` go together; `source` and `note` describe that value.";
    UNKNOWN_MILESTONE "K0311" "unknown-milestone" Error
        "گزارش مرحله‌ای را نام می‌برد که در «مراحل» آن فعالیت نیست. عنوان مرحله را همان‌گونه که در فعالیت است بنویسید."
        "A report names a milestone that its activity doesn't have. Write the milestone's title as it is there.";
    UNKNOWN_INDICATOR "K0312" "unknown-indicator" Error
        "گزارش شاخصی را نام می‌برد که در «شاخص‌ها»ی آن فعالیت نیست. عنوان شاخص را همان‌گونه که در فعالیت است بنویسید."
        "A report names an indicator that its activity doesn't have. Write the indicator's title as it is there.";
    DECISION_DISAGREEMENT "K0313" "decision-disagreement" Error
        "پیوند مصوبه و فعالیت را می‌توان در هر یک از دو سو نوشت. اینجا جلسه یک فعالیت را نام برده و فعالیت دیگری همان مصوبه را از آنِ خود می‌داند."
        "The link between a decision and an activity may be written on either side. Here the meeting names one activity and another one claims the decision.";
    EVIDENCE_SOURCE "K0314" "evidence-source" Error
        "هر مستند درست یکی از «فایل» و «نشانی» را دارد."
        "A piece of evidence has exactly one of `file` and `url`.";
    NOT_A_PHOTO "K0315" "not-a-photo" Error
        "جای تصویر، فایلی نام برده شده که تصویر نیست. تصویرها jpg، png یا webp هستند؛ سندها در «مستندات» جا دارند."
        "A file that is not a photo is named where a photo belongs. Photos are jpg, png or webp; documents belong in `evidence`.";
    DUE_BEFORE_START "K0316" "due-before-start" Error
        "مهلت فعالیت، یا مهلت تازه‌ای که در «تغییرات مهلت» آمده، پیش از شروع آن است. یکی از دو تاریخ را درست کنید."
        "An activity's due date, or one that a reschedule sets, is before its start. Correct one of the two dates.";
    CANCELLED_FINISHED "K0317" "cancelled-and-finished" Error
        "فعالیت لغوشده نمی‌تواند «پایان» داشته باشد. اگر تمام شده، وضعیت را «پایان‌یافته» بنویسید؛ وگرنه «پایان» را بردارید."
        "A cancelled activity can't have `finished`. If it is finished, write the status `done`; otherwise remove `finished`.";
    DEPENDENCY_CYCLE "K0318" "dependency-cycle" Error
        "پیش‌نیازها دور دارند: فعالیتی، با یک یا چند واسطه، پیش‌نیاز خودش است. یکی از پیوندهای دور را بردارید."
        "`depends_on` contains a circle: an activity, directly or through others, waits for itself. Remove one of the links.";
    STATUS_WITHOUT_DATE "K0321" "status-without-date" Warning
        "وضعیت «متوقف» یا «لغوشده» بی «وضعیت از» برای همهٔ گذشته به شمار می‌آید. تاریخ آن را بنویسید."
        "`paused` or `cancelled` without `status_since` applies to all of the past. Write the date.";
    DONE_WITHOUT_FINISHED "K0322" "done-without-finished" Warning
        "وضعیت «پایان‌یافته» است، ولی تاریخ «پایان» نیامده است؛ پس پایان کار برای همهٔ گذشته به شمار می‌آید. تاریخ را بنویسید."
        "The status is `done` without a `finished` date, so the work counts as finished for all of the past. Write the date.";
    MEASURE_WITHOUT_ROWS "K0323" "measure-without-rows" Warning
        "«سنجه» چیزی را نام می‌برد که فعالیت ندارد: مرحله‌ای، گزارشی با پیشرفت، یا شاخصی که پایه، هدف و مقدار داشته باشد. پیشرفت تا آن زمان نامعلوم می‌ماند."
        "`measure` names something that the activity doesn't have: milestones, reports with progress, or an indicator with baseline, target and a value. Until then its progress stays unknown.";
    GOAL_MET_ALREADY "K0324" "goal-met-already" Warning
        "«پایه»ی شاخص از آغاز به «هدف» رسیده است، پس هدف حفظ وضع موجود شمرده می‌شود. اگر چنین نیست، پایه، هدف یا جهت را درست کنید."
        "The indicator's baseline already meets its target, so the goal counts as maintaining it. If that is not intended, correct `baseline`, `target` or `direction`.";
    TARGET_IS_BASELINE "K0325" "target-is-baseline" Warning
        "«پایه» و «هدف» شاخص برابرند و «جهت» ندارد، پس دستیابی آن را نمی‌شود حساب کرد. هدف را درست کنید یا «جهت» بنویسید."
        "The indicator's baseline and target are equal and there is no `direction`, so its achievement can't be computed. Correct the target or write a `direction`.";
    FINISHED_BEFORE_START "K0326" "finished-before-start" Warning
        "«پایان» فعالیت پیش از «شروع» آن است. یکی از دو تاریخ را درست کنید."
        "The activity was finished before its start. Correct one of the two dates.";
    REPORT_BEFORE_START "K0327" "report-before-start" Warning
        "گزارشی پیش از «شروع» فعالیت تاریخ دارد. یکی از دو تاریخ را درست کنید."
        "A report is dated before its activity's start. Correct one of the two dates.";
    FINDING_ELSEWHERE "K0328" "finding-elsewhere" Warning
        "یافتهٔ بازدید دربارهٔ فعالیتی است که در محلهٔ آن بازدید نیست. محلهٔ بازدید یا فعالیت را درست کنید."
        "A visit's finding is about an activity of another neighborhood. Correct the visit's neighborhood or the activity.";
    SPENT_OVER_PLANNED "K0329" "spent-over-planned" Warning
        "«هزینه‌کرد» از «مصوب» بیشتر است. هر دو به ریال‌اند؛ شاید یکی به تومان یا با رقمی کم نوشته شده باشد."
        "More was spent than planned. Both are in rial; perhaps one is in toman or lacks a digit.";
    MILESTONE_OUTSIDE "K0330" "milestone-outside-plan" Warning
        "«مهلت» مرحله‌ای بیرون از بازهٔ «شروع» تا «مهلت» فعالیت است. یکی از تاریخ‌ها را درست کنید."
        "A milestone's due date is not between its activity's start and due dates. Correct one of the dates.";
    MILESTONES_BEFORE_DUE "K0331" "milestones-before-due" Advice
        "مهلت فعالیت جابه‌جا شده، ولی مهلت‌های مراحل جابه‌جا نشده‌اند و همه پیش از مهلت تازه‌اند؛ پس پیشرفت برنامه‌ای از روی زمان حساب می‌شود. مهلت مراحل را هم تازه کنید."
        "The activity's due date was moved but its milestones' were not: all are before it, so planned progress is computed from time alone. Move the milestones' dates too.";
    AFTER_AS_OF "K0332" "after-as-of" Advice
        "رکوردی تاریخی پس از «تاریخ گزارش» site.yml دارد و در گزارش دیده نمی‌شود. شاید تنظیمی فراموش‌شده باشد؛ تاریخ گزارش را تازه کنید یا بردارید."
        "A record is dated later than the `as_of` of site.yml, so the report doesn't show it. Perhaps a forgotten setting: update or remove `as_of`.";
    MISSING_PILLAR "K0333" "missing-pillar" Warning
        "فعالیتی که در جریان است یکی از سه رکن را ندارد: برنامه (خلاصه یا شرح، و مرحله یا شاخص)، زمان‌بندی (شروع و مهلت)، مسئولیت (دستگاه مسئول و مسئول). تنها با «check --strict» گفته می‌شود."
        "A running activity lacks one of the three pillars: programme (a summary or body, and milestones or indicators), schedule (start and due), responsibility (lead and responsible). Reported under `check --strict` only.";
    NOT_LOCALIZED "K0334" "not-localized" Warning
        "متنی که با «adopt» از جای دیگری آمده هنوز نشان «⟦بومی‌سازی⟧» دارد و با همان نشان منتشر می‌شود. آن را برای محلهٔ خود بنویسید و نشان را بردارید."
        "A text that `adopt` took over still carries the mark `⟦بومی‌سازی⟧` and is published with it. Write it for your own neighborhood and remove the mark.";
    REGISTERED_BEFORE_DATE "K0335" "registered-before-date" Error
        "«تاریخ ثبت» گزارش یا بازدیدی پیش از «تاریخ» آن است. «تاریخ» روزی است که آن اتفاق افتاد و «تاریخ ثبت» روزی که دانسته شد؛ هیچ چیز پیش از آنکه رخ دهد دانسته نمی‌شود."
        "`registered` of a report or a visit is before its `date`. `date` is the day on which it happened and `registered` the day on which it became known; nothing is known before it happens.";
    HANDOVER_BEFORE_REGISTERED "K0336" "handover-before-registered" Warning
        "دستگاه مسئول پیش از «تاریخ ثبت» فعالیت تغییر کرده است. یکی از دو تاریخ را درست کنید."
        "The lead changed before the activity was registered. Correct one of the two dates.";
}
