//! K05xx: themes and templates.

use super::codes;

codes! {
    UNKNOWN_THEME "K0501" "unknown-theme" Error
        "پوسته‌ای که در `theme` نام برده شده پوشه‌ای به همین نام در `themes/` ندارد. یکی از پوسته‌های موجود را بنویسید یا این سطر را بردارید تا پوستهٔ «default» به کار رود."
        "The theme named in `theme` has no folder of that name under `themes/`. Name one that exists, or delete the line to use `default`.";
    LINK_OUT "K0502" "theme-link-out" Error
        "در پوشهٔ پوسته پیوندی نمادین به بیرون از آن هست. فایل را در خود پوشه بگذارید؛ پوسته باید با پوشه‌اش کامل باشد."
        "The theme's folder contains a symbolic link that leads out of it. Put the file itself into the folder: the folder has to be complete.";
    UNREADABLE "K0503" "theme-file-unreadable" Error
        "یکی از فایل‌های پوسته خوانده نمی‌شود: فایل معمولی نیست، بزرگ‌تر از ۴ مگابایت است، متن آن UTF-8 نیست یا اجازهٔ خواندن آن را ندارید."
        "A file of the theme cannot be read: it is not a regular file, is larger than 4 MiB, is not UTF-8 text, or you have no permission to read it.";
    TEMPLATE_SYNTAX "K0504" "template-syntax" Error
        "نوشتار قالب درست نیست: برچسبی باز مانده، واژه‌ای کلیدی نابجاست یا نشانه‌ای کم است. سطر و ستون نخستین جای نادرست گفته می‌شود."
        "The template does not parse: a tag is left open, a keyword is out of place or a sign is missing. The first such place is reported.";
    TEMPLATE_NAME "K0505" "template-unknown-name" Error
        "قالب از چیزی نام می‌برد که نیست: صافی، تابع، جزء، بلوک یا قالبی دیگر. فهرست صافی‌ها و جزءها در `themes/README.md` است."
        "The template names something that does not exist: a filter, a function, a component, a block or another template. Filters and components are listed in `themes/README.md`.";
    TEMPLATE_RENDER "K0506" "template-render" Error
        "قالب هنگام ساختن یک صفحه شکست خورد: مقداری که چاپ می‌کند تعریف نشده، آرگومانی کم یا زیاد است، یا گونهٔ آن درست نیست."
        "The template failed while a page was rendered: a value that it prints is not defined, an argument is missing or unknown, or is of the wrong kind.";
    SAFE_FILTER "K0507" "template-safe-filter" Error
        "صافی `safe` در پوسته‌ها مجاز نیست: متنی را که از رکوردها آمده بی‌پرده در صفحه می‌گذارد. متن روایت رکوردها خود HTML امن است و به صافی نیاز ندارد."
        "The filter `safe` is not allowed in themes: it would print text from records unescaped. The narrative of records is safe HTML already and needs no filter.";
    STYLE_REFERENCE "K0508" "style-reference" Error
        "برگهٔ سبک به فایلی نشانی می‌دهد که در `assets/` پوسته نیست یا روی میزبانی دیگر است. سایت از هیچ جای دیگری چیزی نمی‌گیرد؛ فایل را در پوسته بگذارید."
        "A style sheet refers to a file that is not in the theme's `assets/`, or on another host. The site fetches nothing from other hosts: put the file into the theme.";
    ACCENT_COLOR "K0509" "accent-color" Error
        "رنگ `accent` باید شش رقم شانزده‌شانزدهی پس از # باشد، مانند `#0a7c80`."
        "The color `accent` is six hexadecimal digits after #, such as `#0a7c80`.";
    ACCENT_MOVED "K0510" "accent-moved" Advice
        "رنگ `accent` با زمینه به اندازه تضاد نداشت و تیره‌تر شد تا نوارها خوانا بماند. اگر رنگ دیگری می‌خواهید، رنگی تیره‌تر بنویسید."
        "The color `accent` did not contrast enough with the page and was darkened, so that bars stay readable. Choose a darker color to change that.";
}
