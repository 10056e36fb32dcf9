//! K00xx: files and folders.

use super::codes;

codes! {
    UNKNOWN_FOLDER "K0001" "unknown-folder" Error
        "نام هر پوشهٔ content نوع رکوردهای آن را می‌گوید: neighborhoods، domains، agencies، problems، activities، updates، visits، meetings، models، pages، و media و static برای فایل‌ها. پوشه‌ای با نام دیگر خوانده نمی‌شود؛ نامش را درست کنید یا آن را از content بردارید."
        "A folder's name determines the kind of its records: neighborhoods, domains, agencies, problems, activities, updates, visits, meetings, models, pages; media and static hold files. A folder with another name is not read: correct the name or move it out of `content/`.";
    STRAY_RECORD "K0002" "stray-record" Error
        "رکوردی مستقیم در content گذاشته شده است. تنها site.yml و archive.yml آنجا جا دارند؛ هر رکورد دیگر را به پوشهٔ نوع خودش ببرید."
        "A record is directly under `content/`. Only `site.yml` and `archive.yml` belong there: move any other record to the folder of its kind.";
    STRAY_FILE "K0003" "stray-file" Warning
        "فایلی در پوشهٔ رکوردها هست که رکورد نیست و کسی آن را نمی‌خواند. اگر تصویر یا سند است، آن را به content/media ببرید."
        "A file among the records is not a record, and nothing reads it. Move photos and documents to `content/media`.";
    TOO_LARGE "K0004" "too-large" Error
        "فایل رکورد بزرگ‌تر از ۴ مگابایت است. آن را به چند فایل بخش کنید؛ تصویر و سند را در content/media بگذارید."
        "A record file is larger than 4 MiB. Split it into several; put photos and documents into `content/media`.";
    NOT_UTF8 "K0005" "not-utf8" Error
        "متن فایل با کدگذاری UTF-8 نیست. در Notepad آن را با «Save as» و «Encoding: UTF-8» ذخیره کنید."
        "The file's text is not UTF-8. Save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8).";
    SPECIAL_FILE "K0006" "special-file" Error
        "در content چیزی هست که فایل معمولی نیست: لوله، سوکت یا دستگاه. چنین چیزی خوانده نمی‌شود."
        "Something in `content/` is not a regular file but a pipe, a socket or a device, which are not read.";
    LINK_OUTSIDE "K0007" "link-outside" Error
        "پیوند نمادینی در content به بیرون از آن می‌رود. پوشهٔ content باید همهٔ خود را در خود داشته باشد؛ فایل را به جای پیوند بگذارید."
        "A symbolic link leads out of `content/`. The folder has to be complete in itself: replace the link with the file.";
    LINK_LOOP "K0008" "link-loop" Error
        "پیوند نمادینی در content به پوشه‌ای می‌رسد که خودش در آن است و خواندن پایان نمی‌یابد. آن را پاک کنید."
        "A symbolic link leads to a folder that contains it, so reading would never end. Delete the link.";
    DANGLING_LINK "K0009" "dangling-link" Error
        "پیوند نمادینی در content به جایی نمی‌رسد. آن را پاک کنید یا فایل را به جایش بگذارید."
        "A symbolic link leads nowhere. Delete it, or replace it with the file.";
    BAD_NAME "K0010" "bad-name" Error
        "نام فایل یا پوشه‌ای نویسهٔ کنترلی، خط کج وارونه یا بایت‌های نادرست دارد؛ یا در static نشانه‌ای دارد که هر میزبانی نمی‌پذیرد، مانند : و ? و نقطه در پایان، یا نام یکی از دستگاه‌های ویندوز است، مانند con و nul و com1. نامش را از نو بنویسید."
        "The name of a file or folder contains a control character, a backslash or invalid bytes; or, in `static/`, something that not every host accepts: characters such as : and ?, a dot at the end, or a Windows device name such as con, nul or com1. Rename it.";
    REFUSED_TYPE "K0011" "refused-type" Error
        "در media و static تنها فایل‌هایی جا دارند که بی‌خطر منتشر می‌شوند: jpg، png، webp، pdf، docx، xlsx، csv، mp3 و mp4؛ در static نیز txt، xml، json و فایل بی‌پسوند. SVG و HTML پذیرفته نمی‌شوند و تصویر HEIC باید به JPEG تبدیل شود."
        "`media/` and `static/` accept only types that are safe to publish: jpg, png, webp, pdf, docx, xlsx, csv, mp3 and mp4; `static/` also txt, xml, json and files without an extension. SVG and HTML are refused; convert HEIC photos to JPEG.";
    EMPTY_FILE "K0012" "empty-file" Warning
        "فایل رکورد خالی است یا فهرستی بی‌عضو دارد. رکورد را در آن بنویسید یا فایل را پاک کنید."
        "A record file is empty or contains an empty list. Write the record into it or delete the file.";
    NO_SETTINGS "K0013" "no-settings" Error
        "فایل content/site.yml نیست. آن را با دست‌کم «عنوان» و «استان» بسازید."
        "There is no `content/site.yml`. Create it with at least `title` and `province`.";
    TWO_SETTINGS "K0014" "two-settings" Error
        "از یک فایل تنظیم دو تا هست، با پسوندهای گوناگون. یکی را نگه دارید."
        "A settings file exists twice, with different extensions. Keep one of them.";
    TOO_MANY "K0015" "too-many-records" Error
        "شمار رکوردها از یک میلیون گذشته است. سال‌های گذشته را با «snapshot» بایگانی کنید و از content بردارید."
        "There are more than 1,000,000 records. Archive past years with `snapshot` and remove them from `content/`.";
    MISSING_FILE "K0016" "missing-file" Error
        "رکوردی از فایلی نام می‌برد که در content/media (برای مرز: content/neighborhoods) نیست. بزرگی و کوچکی حرف‌ها در نام فایل مهم است."
        "A record names a file that is not under `content/media` (for a boundary: `content/neighborhoods`). File names are case-sensitive.";
    BAD_BOUNDARY "K0017" "bad-boundary" Error
        "فایل مرز باید GeoJSON درست باشد: یک شیء JSON با «type» از نوع Feature، FeatureCollection یا شکل هندسی."
        "A boundary has to be valid GeoJSON: a JSON object whose `type` is Feature, FeatureCollection or a geometry.";
    BOUNDARY_LICENSE "K0018" "boundary-license" Error
        "فایل مرز در بالاترین سطح خود متن «license» ندارد. مرزها مال کسی هستند؛ بنویسید با چه مجوزی منتشر می‌شوند."
        "A boundary file has no top-level `license` text. Boundaries have an owner: write the license under which they are published.";
    ADDRESS_TAKEN "K0019" "address-taken" Error
        "فایلی در content/static نشانی‌ای دارد که در سایت از آنِ صفحه یا فایل دیگری است؛ حروف بزرگ و کوچک یکی شمرده می‌شود. نام فایل را عوض کنید."
        "A file of `content/static/` has an address that belongs to a page or another file of the site; addresses that differ only in letter case count as the same. Rename the file.";
    BOUNDARY_SHAPE "K0020" "boundary-shape" Error
        "شکل مرز نادرست است: مرز باید چندضلعی (Polygon یا MultiPolygon) با حلقه‌های بسته و مختصات WGS 84 باشد."
        "The shape of a boundary is wrong: it has to be a Polygon or MultiPolygon with closed rings, in WGS 84.";
    LOST_RECORD "K0021" "lost-record" Error
        "در پوشهٔ رکوردها فایلی هست که برنامه آن را نمی‌خواند و بی آن سایت ناقص می‌شود: نامی مانند library.yml.txt که ویندوز پسوندش را پنهان می‌کند، سند Word یا کاربرگ Excel. نامش را درست کنید، یا متن آن را در فایلی با پسوند md یا yml بنویسید."
        "Among the records there is a file that the program does not read and without which the site would be incomplete: a name such as library.yml.txt, whose ending Windows hides, a Word document or a spreadsheet. Correct the name, or write its text into a file that ends in md or yml.";
    BOUNDARY_REFERENCE "K0022" "boundary-reference" Error
        "فایل مرز در «crs» دستگاه مختصات دیگری را نام می‌برد، مانند UTM که به متر است. نقشه تنها با WGS 84 (EPSG:4326) و درجه کشیده می‌شود. در برنامهٔ نقشه (مانند QGIS) هنگام ذخیره همین دستگاه را انتخاب کنید."
        "The boundary's `crs` names another coordinate system, such as UTM, which counts meters. The map takes WGS 84 (EPSG:4326) in degrees alone. Choose it when you save the file in the map program (such as QGIS).";
}
