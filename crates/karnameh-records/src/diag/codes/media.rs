//! K07xx: photos and documents.

use super::codes;

codes! {
    OTHER_CONTENT "K0701" "other-content" Error
        "درون فایل با پسوند نامش یکی نیست: تصویر HEIC گوشی که نامش jpg شده، صفحهٔ وبی که به نام pdf ذخیره شده، یا سندی با پسوند دیگر. پسوند نامِ فایل چیزی را تبدیل نمی‌کند؛ فایل را در برنامهٔ خودش باز و با نوع درست ذخیره کنید. تصویر HEIC باید به JPEG تبدیل شود."
        "The file is not what its extension says: a phone's HEIC photo named jpg, a web page saved as pdf, a document with another extension. Changing the extension converts nothing: open the file in its program and save it in the right format. Save HEIC photos as JPEG.";
    BROKEN_FILE "K0702" "broken-file" Error
        "فایل خالی یا خراب است، یا پیش از پایان تصویر تمام می‌شود؛ بیشتر وقت‌ها چون کپی یا دریافت آن نیمه‌کاره مانده است. فایل را دوباره از دوربین، گوشی یا فرستنده بگیرید."
        "The file is empty, damaged or ends before the picture does, usually because a copy or a download was interrupted. Get the file again from the camera, the phone or its sender.";
    GIANT_PICTURE "K0703" "giant-picture" Error
        "تصویر بزرگ‌تر از آن است که باز شود: هر ضلع تا ۲۰٬۰۰۰ و در همه تا ۶۵ میلیون پیکسل، و فایل تا ۱۲۸ مگابایت. صفحه‌ها تصویر را با پهنای ۱۲۸۰ پیکسل نشان می‌دهند؛ آن را در برنامهٔ عکس کوچک کنید."
        "The picture is too large to be opened: up to 20,000 pixels a side, 65 million in all, and a file of 128 MiB. Pages show it 1,280 pixels wide: make it smaller in a photo program.";
    PHOTO_NO_ALT "K0704" "photo-without-description" Warning
        "تصویر شرح ندارد. کسی که صفحه را می‌شنود یا تصویر برایش باز نمی‌شود، تنها شرح را دارد: به جای نام فایل بنویسید «{فایل: a.jpg, شرح تصویر: …}» و در یک جمله بگویید در تصویر چه هست."
        "The photo has no description. Whoever listens to the page, or can't load the photo, has only the description: instead of the file's name write `{file: a.jpg, alt: …}` and say in a sentence what is in it.";
    UNNAMED_MEDIA "K0705" "unnamed-media" Advice
        "هیچ رکوردی این فایل را نام نبرده است، پس منتشر نمی‌شود. نام آن را در «تصاویر»، «مستندات» یا متن یک رکورد بنویسید، یا فایل را پاک کنید."
        "No record names this file, so it is not published. Name it in the `photos`, the `evidence` or the text of a record, or delete it.";
}
