//! K08xx: what can hardly be meant as it was typed.

use super::codes;

codes! {
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
