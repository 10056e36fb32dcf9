//! K08xx: what can hardly be meant as it was typed.

use super::codes;

codes! {
    PROGRESS_FALLS "K0801" "progress-falls" Warning
        "پیشرفت یک فعالیت در گزارشی (یا بازدیدی) تازه‌تر کمتر از گزارش پیش از آن است. شاید رقمی جا افتاده یا تاریخ‌ها جابه‌جا شده باشد. عدد یا تاریخ را درست کنید؛ اگر کار به‌راستی عقب رفته است، در همان رکورد بنویسید «مجاز: [K0801]»."
        "A later report (or visit) gives less progress than the one before it. Perhaps a digit is missing or two dates are mixed up. Correct the number or the date; if work was really undone, write `allow: [K0801]` in the same record.";
    TWO_FIGURES "K0802" "two-figures-one-day" Warning
        "برای یک روز دو عدد متفاوت نوشته شده است: دو پیشرفت یک فعالیت یا دو مقدار یک شاخص. آخرین عدد به کار می‌رود. یکی را پاک کنید یا تاریخش را درست کنید؛ اگر هر دو درست است، در همان رکورد بنویسید «مجاز: [K0802]»."
        "There are two different numbers for one day: two figures of an activity's progress or two values of an indicator. The last one counts. Delete one or correct its date; if both are right, write `allow: [K0802]` in the same record.";
    PERCENT_FRACTION "K0803" "percent-fraction" Warning
        "پیشرفت میان ۰ و ۱ نوشته شده است و کمتر از یک درصد به شمار می‌آید. خانه‌های درصد اکسل ۴۰٪ را ۰٫۴ نگه می‌دارند؛ درصد را کامل بنویسید. اگر به‌راستی کمتر از یک درصد است، در همان رکورد بنویسید «مجاز: [K0803]»."
        "Progress is written as a number between 0 and 1 and counts as less than one percent. Percent cells of Excel hold 40 % as 0.4: write the percent itself. If it is really less than one percent, write `allow: [K0803]` in the same record.";
    FAR_DATE "K0804" "far-date" Warning
        "تاریخی بیش از ده سال از تاریخ گزارش یا از دیگر تاریخ‌های همان فعالیت دور است؛ شاید رقم‌های سال جابه‌جا تایپ شده باشد (۱۴۴۰ به جای ۱۴۰۴). تاریخ را درست کنید؛ اگر درست است، در همان رکورد بنویسید «مجاز: [K0804]»."
        "A date is more than ten years from the day of the report or from the activity's other dates; perhaps two digits of the year are mixed up (1440 for 1404). Correct it; if it is right, write `allow: [K0804]` in the same record.";
    AFTER_TODAY "K0805" "after-today" Warning
        "رویدادی مانند گزارش، بازدید یا پایان کار تاریخی پس از امروز دارد و هنوز نمی‌تواند رخ داده باشد. تاریخ را درست کنید، یا ساعت رایانه را ببینید؛ اگر درست است، در همان رکورد بنویسید «مجاز: [K0805]»."
        "An event such as a report, a visit or the end of work is dated after today, so it can't have happened yet. Correct the date, or look at the computer's clock; if it is right, write `allow: [K0805]` in the same record.";
    TITLE_TWICE "K0806" "title-twice" Warning
        "دو رکورد در یک محله و یک حوزه یک عنوان دارند؛ شاید یکی دو بار ثبت شده باشد و دو بار شمرده شود. یکی را پاک کنید یا عنوان‌ها را از هم جدا کنید؛ اگر دو کار جداست، در یکی از دو رکورد بنویسید «مجاز: [K0806]»."
        "Two records of one neighborhood and domain have the same title; perhaps one thing is recorded and counted twice. Delete one or give them different titles; if they are two things, write `allow: [K0806]` in one of the records.";
    REPORT_TWICE "K0807" "report-twice" Warning
        "یک گزارش یا بازدید دو بار ثبت شده است، شاید در رونوشتی از همان فایل. یکی را پاک کنید؛ اگر دو گزارش جداست، در همان رکورد بنویسید «مجاز: [K0807]»."
        "A report or a visit is recorded twice, perhaps in a copy of the same file. Delete one; if they are two, write `allow: [K0807]` in the same record.";
    STATUS_CONTRADICTED "K0808" "status-contradicted" Warning
        "«وضعیت» نوشته‌شده با تاریخ‌ها یا گزارش‌های همان فعالیت نمی‌خواند. وضعیت، «وضعیت از» یا تاریخ‌ها را درست کنید؛ اگر وضعیت از تاریخ‌ها برمی‌آید، نیازی به نوشتن آن نیست. اگر درست است، در همان رکورد بنویسید «مجاز: [K0808]»."
        "The written `status` disagrees with the activity's dates or reports. Correct `status`, `status_since` or the dates; a status that follows from the dates need not be written. If it is right, write `allow: [K0808]` in the same record.";
    STEPS_AND_REPORTS "K0809" "milestones-and-reports" Warning
        "پیشرفتی که مراحل انجام‌شده نشان می‌دهد با پیشرفت آخرین گزارش بیش از حد مجاز فاصله دارد. تنها یکی از این دو پیشرفت فعالیت را می‌سازد. مراحل انجام‌شده یا گزارش را کامل کنید؛ اگر هر دو درست است، در همان رکورد بنویسید «مجاز: [K0809]»."
        "The progress by completed milestones and the progress of the last report differ by more than the tolerance. Only one of them is the activity's progress. Complete the milestones or the report; if both are right, write `allow: [K0809]` in the same record.";
    FAR_OVER_PLANNED "K0810" "far-over-planned" Warning
        "«تحقق» یا «هزینه‌کرد» بیش از سه برابر پیش‌بینی یا مصوب است. شاید رقمی زیاد نوشته شده یا یکی به تومان باشد. عدد را درست کنید؛ اگر درست است، در همان رکورد بنویسید «مجاز: [K0810]»."
        "`reached` or `spent` is more than three times what was planned. Perhaps there is a digit too many, or one of them is in toman. Correct it; if it is right, write `allow: [K0810]` in the same record.";
    OUTSIDE_IRAN "K0811" "outside-iran" Warning
        "موقعیت یا مرز محله بیرون از ایران است و روی نقشه نمی‌آید. بیشتر وقت‌ها عرض و طول جابه‌جا نوشته شده، صفر مانده یا دستگاه مختصات دیگری به کار رفته است. آن را درست کنید؛ اگر درست است، در همان رکورد بنویسید «مجاز: [K0811]»."
        "A neighborhood's location or boundary is outside Iran and is left off the map. Usually latitude and longitude are swapped, zeros were left, or another coordinate system was used. Correct it; if it is right, write `allow: [K0811]` in the same record.";
    FAR_PLACE "K0812" "far-place" Warning
        "موقعیت یا مرز محله از دیگر محله‌های استان بسیار دور است و روی نقشه نمی‌آید؛ شاید رقمی اشتباه است. آن را درست کنید؛ اگر درست است، در همان رکورد بنویسید «مجاز: [K0812]»."
        "A neighborhood's location or boundary is very far from the province's others and is left off the map; perhaps a digit is wrong. Correct it; if it is right, write `allow: [K0812]` in the same record.";
    SAME_PLACE "K0813" "same-place" Warning
        "دو محله یک موقعیت یا یک مرز دارند و روی نقشه بر هم می‌افتند. موقعیت یا مرز خود هر محله را بنویسید؛ اگر درست است، در یکی از دو رکورد بنویسید «مجاز: [K0813]»."
        "Two neighborhoods have the same location or boundary and cover each other on the map. Write each one's own; if it is right, write `allow: [K0813]` in one of the records.";
    CROSSED_RING "K0814" "crossed-ring" Warning
        "خط مرز محله خودش را قطع می‌کند، پس بخشی از سطح آن روی نقشه بیرون می‌افتد. بیشتر وقت‌ها ترتیب نقطه‌ها به هم ریخته است. مرز را در برنامهٔ نقشه درست کنید؛ اگر درست است، در رکورد محله بنویسید «مجاز: [K0814]»."
        "The line of a neighborhood's boundary crosses itself, so that a part of its area lies outside on the map. Usually the order of its positions is mixed up. Correct it in the map program; if it is right, write `allow: [K0814]` in the neighborhood's record.";
    HIDDEN_EXTENSION "K0815" "hidden-extension" Warning
        "نام فایل بدون پسوند آن نوشته شده است، چون ویندوز پسوند را نشان نمی‌دهد. تنها یک فایل به این نام هست و همان به کار می‌رود. نام کامل را بنویسید؛ در ویندوز با View و سپس «File name extensions» پسوندها دیده می‌شود. اگر می‌خواهید نام همین بماند، در همان رکورد بنویسید «مجاز: [K0815]»."
        "A file is named without its extension, since Windows hides extensions. Only one file has that name, and it is used. Write the whole name; in Windows, View and then «File name extensions» shows the extensions. To keep the name as it is, write `allow: [K0815]` in the same record.";
    MARKS_STAY "K0850" "marks-stay" Warning
        "نشانی از Markdown، مانند ‎**‎ یا ‎](‎ یا ‎![‎، روی صفحه می‌ماند، چون جفت آن نیست یا میان آن و متن فاصله است. آن را کامل کنید یا بردارید؛ اگر خود نشان را می‌خواهید، پیش از آن «\\» بنویسید یا در همان رکورد «مجاز: [K0850]»."
        "A mark of Markdown, such as ** or ]( or ![, stays on the page, since its other half is missing or a space stands between it and the text. Complete or remove it; if you mean the sign itself, write \\ before it or `allow: [K0850]` in the same record.";
    NO_HEADING "K0851" "heading-without-space" Warning
        "سطری با «#» آغاز شده است، ولی پس از «#» فاصله نیست؛ پس عنوان نمی‌شود و «#» روی صفحه می‌ماند. پس از «#» یک فاصله بگذارید. اگر برچسب (هشتگ) است، پیش از آن «\\» بنویسید یا در همان رکورد «مجاز: [K0851]»."
        "A line begins with # without a space after it, so it is not a heading and the # stays on the page. Write a space after it. If it is a hashtag, write \\ before it or `allow: [K0851]` in the same record.";
    NO_TABLE "K0852" "table-without-rule" Warning
        "چند سطر با «|» نوشته شده است، ولی جدول نمی‌شود، چون زیر سطر نخست آن سطری مانند ‎|---|---|‎ با همان تعداد ستون نیست. این سطر را بنویسید. اگر جدول نیست، در همان رکورد بنویسید «مجاز: [K0852]»."
        "Lines are written with | but are not a table, since there is no line such as |---|---| with as many columns under the first. Write it. If no table is meant, write `allow: [K0852]` in the same record.";
    PASTED_SPACES "K0853" "pasted-spaces" Warning
        "متن فارسی با چهار فاصله یا بیشتر (یا Tab) آغاز شده است؛ در Markdown چنین متنی کد است و با حروف ماشینی و بدون شکستن سطر نشان داده می‌شود. این فاصله‌ها بیشتر با چسباندن متن می‌آیند: آن‌ها را بردارید. اگر به‌راستی کد است، در همان رکورد بنویسید «مجاز: [K0853]»."
        "Persian text begins with four or more spaces (or a tab); in Markdown such text is code, shown in a typewriter face and without line breaks. Such spaces usually come with pasted text: remove them. If it is code, write `allow: [K0853]` in the same record.";
    UNDERLINED "K0854" "accidental-heading" Warning
        "زیر یک بند، بدون سطر خالی، خطی از «-» یا «=» آمده است؛ در Markdown چنین خطی بند را عنوان می‌کند. اگر خط جداکننده است، پیش از آن یک سطر خالی بگذارید؛ اگر عنوان است، آن را با «## » بنویسید. اگر درست است، در همان رکورد بنویسید «مجاز: [K0854]»."
        "A line of - or = stands right under a paragraph; in Markdown it makes the paragraph a heading. If it is a rule, leave an empty line before it; if it is a heading, write it with ##. If it is right as it is, write `allow: [K0854]` in the same record.";
}
