//! K04xx: Markdown, links and pictures.

use super::codes;

codes! {
    LINK_SCHEME "K0400" "link-scheme" Error
        "پیوند می‌تواند به نشانی وب (http، https)، رایانامه (mailto)، تلفن (tel)، یک رکورد (مانند activity:ID) یا صفحه‌ای از همین سایت باشد. نوع‌های دیگر، مانند javascript، data و file، پذیرفته نمی‌شوند، چون در صفحهٔ خواننده برنامه اجرا می‌کنند یا تنها روی رایانهٔ نویسنده باز می‌شوند."
        "A link may lead to a web address (http, https), an e-mail address (mailto), a phone (tel), a record (such as activity:ID) or a page of this site. Other kinds, such as javascript, data and file, are refused: they run a program in the reader's page or open only on the writer's computer.";
    LINK_PATH "K0401" "link-path" Error
        "نشانی درون سایت از ریشهٔ سایت نوشته می‌شود، بدون «/» در آغاز و بدون «..» و «\\»، مانند «data/index.html». برنامه خودش آن را برای هر صفحه درست می‌کند، تا سایت در هر پوشه و روی دیسک هم کار کند."
        "An address inside the site is written from the site's root, without a leading \"/\" and without \"..\" and \"\\\", such as \"data/index.html\". The program adapts it to each page, so that the site works in any folder and from a disk.";
    LINK_ADDRESS "K0402" "link-address" Error
        "نشانی پیوند کامل یا درست نیست: نشانی وب نام میزبان می‌خواهد (https://example.ir)، رایانامه «@»، و تلفن تنها رقم. نشانی خالی، نشانی با نویسهٔ کنترلی، نشانی بلندتر از ۲۰۰۰ نویسه و نشانی با نام کاربری پیش از «@» پذیرفته نمی‌شود."
        "The address of the link is incomplete or wrong: a web address needs a host (https://example.ir), an e-mail address an \"@\", a phone digits only. An empty address, one with control characters, one of more than 2,000 characters and one with a user name before \"@\" are refused.";
    LINK_ANCHOR "K0403" "link-anchor" Error
        "پیوندی که با «#» آغاز می‌شود به یکی از عنوان‌های همین متن می‌رود، ولی چنین عنوانی در متن نیست. عنوان را همان‌گونه که نوشته شده است پس از «#» بیاورید، با خط تیره به جای فاصله."
        "A link that begins with \"#\" leads to a heading of the same text, but there is no such heading. Write the heading after the \"#\" as it is in the text, with hyphens for spaces.";
    LINK_RECORD "K0404" "link-record" Error
        "پیوند به رکوردی می‌رود که نیست، یا منتشر نمی‌شود. شناسهٔ رکورد همان id آن است، وگرنه نام فایل آن بدون پسوند."
        "The link leads to a record that does not exist or is not published. A record's id is its `id`, otherwise its file's name without the extension.";
    LINK_PAGE "K0405" "link-page" Error
        "پیوند به نشانی‌ای در همین سایت می‌رود که ساخته نمی‌شود. برای رکوردها به جای نشانی صفحه «activity:ID» و مانند آن بنویسید، که همیشه درست می‌ماند؛ سندها در «media/» هستند."
        "The link leads to an address that this site does not have. For records write \"activity:ID\" and the like instead of a page's address, so that the link always stays correct; documents are under \"media/\".";
    PICTURE_ADDRESS "K0406" "picture-address" Error
        "تصویر تنها از پوشهٔ content/media می‌آید و با نام فایلش نوشته می‌شود، مانند ‎![شرح](park.jpg)‎. تصویر از سایت‌های دیگر آورده نمی‌شود، تا صفحه بدون شبکه و پس از سال‌ها هم کامل باشد."
        "Pictures come only from content/media; write the file's name, such as ![description](park.jpg). Nothing is fetched from other sites, so that the page is complete without a network and after many years.";
    PICTURE_MISSING "K0407" "picture-missing" Error
        "فایل تصویر در content/media نیست. نام فایل، با پسوند و بزرگی و کوچکی حرف‌ها، باید همان باشد."
        "The picture's file is not in content/media. The name must be the same, including the extension and letter case.";
    PICTURE_NO_ALT "K0408" "picture-without-description" Warning
        "تصویر شرح ندارد. کسی که صفحه را می‌شنود یا تصویر برایش باز نمی‌شود، تنها شرح را دارد: میان [ و ] در یک جمله بنویسید که در تصویر چه هست."
        "The picture has no description. Whoever listens to the page, or can't load the picture, has only the description: write between [ and ] in a sentence what is in the picture.";
    LINK_NO_TEXT "K0409" "link-without-text" Warning
        "پیوند متنی ندارد و روی صفحه دیده نمی‌شود. میان [ و ] بنویسید که پیوند به کجا می‌رود."
        "The link has no text and can't be seen on the page. Write between [ and ] where it leads.";
    RAW_HTML "K0410" "raw-html" Advice
        "برچسب‌های HTML در متن اجرا نمی‌شوند و همان‌گونه که نوشته شده‌اند روی صفحه می‌آیند. به جای آن‌ها Markdown بنویسید: ‎**پررنگ**‎، ‎*کج*‎، ‎[متن](نشانی)‎."
        "HTML tags in a text have no effect: they appear on the page as they are typed. Write Markdown instead: **bold**, *italic*, [text](address).";
    LINK_PART "K0411" "link-part" Error
        "پیوند به بخشی از یک صفحه می‌رود («صفحه.html#بخش»)، ولی آن صفحه چنین بخشی ندارد. آنچه پس از «#» می‌آید شناسهٔ بخش در صفحهٔ ساخته‌شده است؛ عنوان‌های متن با «s-» آغاز می‌شوند."
        "The link leads to a part of a page (page.html#part), but the page has no such part. The text after the \"#\" is the id of a part of the built page; the ids of a text's headings begin with \"s-\".";
    LINK_LATER "K0412" "link-later" Advice
        "پیوند به صفحه‌ای می‌رود که در تاریخ گزارش هنوز نیست، چون رکورد آن پس از این تاریخ است. در گزارش این روز متن پیوند بدون پیوند می‌آید و از روزی که صفحه باشد پیوند می‌شود."
        "The link leads to a page that does not exist on the day of the report, since its record is dated after it. In the report of this day the text appears without a link; it becomes a link on the day from which the page exists.";
}
