//! K02xx: fields and their values.

use super::codes;

codes! {
    UNKNOWN_FIELD "K0201" "unknown-field" Error
        "رکورد فیلدی دارد که این گونه رکورد ندارد. بیشتر وقت‌ها نام فیلد اشتباه تایپ شده یا فیلد در جای دیگری (یک لایه درون‌تر یا بیرون‌تر) باید بیاید."
        "The record has a field that this kind of record doesn't have. Usually its name is mistyped, or it belongs one level further in or out.";
    FIELD_TWICE "K0202" "field-twice" Error
        "یک فیلد دو بار آمده است، شاید یک بار به فارسی و یک بار به انگلیسی. تنها یکی را نگه دارید."
        "A field is written twice, perhaps once in Persian and once in English. Keep one of them.";
    MISSING_FIELD "K0203" "missing-field" Error
        "فیلدی که این رکورد بی آن معنا ندارد نوشته نشده یا خالی است."
        "A field that the record requires is missing or empty.";
    NOT_A_MAP "K0204" "not-a-map" Error
        "در جایی که باید چند فیلد («نام: مقدار») زیر هم بیاید، متن یا فهرست آمده است."
        "There is a text or a list where fields («name: value») are expected, one below the other.";
    LIST_FOR_ONE "K0205" "list-for-one" Error
        "این فیلد یک مقدار می‌گیرد، ولی فهرست به آن داده شده است."
        "This field takes one value, but it has a list.";
    MAP_FOR_TEXT "K0206" "map-for-text" Error
        "این فیلد یک مقدار ساده می‌گیرد، ولی فیلدهایی درون آن آمده است. اگر متن «: » دارد، آن را میان دو ' بگذارید."
        "This field takes a plain value, but it contains fields. If the text contains a «: », put it between two '.";
    LINE_BREAK "K0207" "line-break" Error
        "این فیلد یک سطر است و شکستن سطر در آن پذیرفته نمی‌شود. متن بلند را در «شرح کامل» یا متن زیر بخش بالای فایل بنویسید."
        "This field takes one line, without a line break. Write long text in `body`, or below the front matter.";
    TOO_LONG "K0208" "too-long" Error
        "عنوان بیش از ۳۰۰ نویسه دارد. عنوان را کوتاه کنید و باقی را در خلاصه یا شرح کامل بنویسید."
        "A title has more than 300 characters. Shorten it, and write the rest in `summary` or `body`.";
    BAD_ID "K0209" "bad-id" Error
        "شناسه تنها حروف کوچک لاتین، رقم و خط تیره دارد، با حرف یا رقم آغاز و تمام می‌شود و ۱ تا ۸۰ نویسه است؛ نام فایل صفحه از آن ساخته می‌شود."
        "An id has only lower-case Latin letters, digits and hyphens, begins and ends with a letter or digit, and has 1–80 characters; it becomes the file name of a page.";
    BAD_DATE "K0210" "bad-date" Error
        "تاریخ خوانده نمی‌شود یا چنین روزی نیست. شکل درست: ۱۴۰۴/۰۷/۲۶ یا 2025-10-18 یا «۲۶ مهر ۱۴۰۴»."
        "The date can't be read, or there is no such day. Valid forms: 1404/07/26, 2025-10-18, «26 مهر 1404».";
    BAD_NUMBER "K0211" "bad-number" Error
        "عدد خوانده نمی‌شود. شکل درست: ۱٬۲۰۰٬۰۰۰ یا 1200000 یا ۳٫۵ یا 3.5؛ بدون واحد."
        "The number can't be read. Valid forms: 1,200,000 or 1200000, 3.5 or ۳٫۵; without a unit.";
    OUT_OF_RANGE "K0212" "out-of-range" Error
        "عدد از اندازه‌ای که این فیلد می‌پذیرد کمتر یا بیشتر است."
        "The number is less or more than this field takes.";
    BAD_BOOL "K0213" "bad-yes-or-no" Error
        "این فیلد تنها «بله» یا «خیر» (true یا false) می‌گیرد."
        "This field takes only true or false («بله» or «خیر»).";
    BAD_CHOICE "K0214" "bad-choice" Error
        "این فیلد یکی از چند واژهٔ معین را می‌گیرد؛ فهرست آن‌ها در راهنمای قالب (docs/FORMAT.md) هست."
        "This field takes one of a few fixed words; docs/FORMAT.md lists them.";
    BAD_URL "K0215" "bad-url" Error
        "نشانی باید کامل باشد و با http:// یا https:// آغاز شود، بدون فاصله و نام کاربری، و حداکثر ۲۰۰۰ نویسه."
        "An address is complete, begins with http or https, contains no spaces and no user name, and has at most 2,000 characters.";
    BAD_EMAIL "K0216" "bad-email" Error
        "رایانامه به شکل name@example.ir نوشته می‌شود."
        "An e-mail address is written like name@example.ir.";
    BAD_PHONE "K0217" "bad-phone" Error
        "شمارهٔ تلفن از رقم، فاصله، خط تیره، پرانتز و + ساخته می‌شود، و اگر داخلی دارد با واژهٔ «داخلی»."
        "A telephone number is made of digits, spaces, hyphens, parentheses and +; an extension follows the word «داخلی» or ext.";
    BAD_COLOR "K0218" "bad-color" Error
        "رنگ به شکل '#0a7c80' نوشته می‌شود: # و شش رقم شانزده‌شانزدهی، میان دو '."
        "A color is written like '#0a7c80': # and six hexadecimal digits, between two '.";
    BAD_DECISION "K0219" "bad-decision" Error
        "مصوبه به صورت «جلسه/مصوبه» نوشته می‌شود: شناسه یا نام جلسه، سپس / و شناسهٔ مصوبه."
        "A decision is written as meeting/decision: the meeting's id or title, then / and the decision's id.";
    BAD_PATH "K0220" "bad-file-path" Error
        "نام فایل نسبت به پوشهٔ خودش (content/media یا content/neighborhoods) نوشته می‌شود، با / و بدون .. و \\ و نشانی اینترنتی."
        "The name of a file is relative to its folder (content/media or content/neighborhoods), with / and without .., \\ or a web address.";
    BAD_CODE "K0221" "bad-guard-code" Error
        "در «مجاز» تنها کد یافته‌های حریم خصوصی (مانند K0602) و هشدارهای «بعید است درست باشد» (مانند K0850) می‌آید."
        "`allow` takes only codes of the privacy guard, such as K0602, and of what can hardly be true, such as K0850.";
    BAD_DIGEST "K0222" "bad-digest" Error
        "چکیدهٔ SHA-256 شصت‌وچهار رقم شانزده‌شانزدهی است. این فیلد را برنامه می‌نویسد؛ آن را دستی عوض نکنید."
        "A SHA-256 digest is 64 hexadecimal digits. The program writes this field; don't change it by hand.";
    BAD_NAME "K0223" "bad-name" Error
        "نام نماد یا پوسته تنها حروف لاتین، رقم، خط تیره و زیرخط دارد."
        "The name of an icon or a theme has only Latin letters, digits, hyphens and underscores.";
    HIDDEN_DROPPED "K0224" "hidden-characters-dropped" Advice
        "در متن این فایل نویسه‌های نادیدنی هست که با رونوشت از جاهای دیگر می‌آیند (مانند فاصلهٔ صفر و خط تیرهٔ نرم). برنامه آن‌ها را نادیده می‌گیرد و فایل را عوض نمی‌کند."
        "The text of this file contains invisible characters that were pasted with it (zero-width spaces, soft hyphens). The site leaves them out; the file is not changed.";
    HIDDEN_REFUSED "K0225" "hidden-character" Error
        "در متن نویسه‌ای هست که ترتیب خواندن را عوض می‌کند یا معنایی ندارد (کنترلی، برگردانندهٔ جهت، نانویسه). آن را پاک کنید؛ ساده‌ترین راه، تایپ دوبارهٔ همان چند واژه است."
        "The text contains a character that changes the reading order or has no meaning (a control character, a direction override, a noncharacter). Delete it; it is easiest to type the words again.";
    MONEY_IN_WORDS "K0226" "money-in-words" Advice
        "مبلغ با واژه یا به تومان نوشته شده و به ریال خوانده شده است؛ رقم ریالی در یافته آمده است. اگر همان است، نیازی به اقدام نیست."
        "An amount is written in words or in toman and was read in rial; the finding says how many rials. If that is right, nothing needs to be done.";
    UNKNOWN_ICON "K0227" "unknown-icon" Error
        "«نماد» حوزه نام نمادی است که پوسته ندارد و جای آن در صفحه‌ها خالی می‌ماند. یکی از نمادهای پوسته را بنویسید یا این سطر را بردارید."
        "The `icon` of a domain is none of the theme's icons, so its place on the pages would stay empty. Write one of the theme's icons, or delete the line.";
}
