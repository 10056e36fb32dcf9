//! K06xx: what should not be published about people.

use super::codes;

codes! {
    NATIONAL_ID "K0601" "national-id" Error
        "در متنی که منتشر می‌شود، ده رقم آمده است که با قاعدهٔ رقم کنترل کد ملی می‌خواند. کد ملی کسی را منتشر نکنید؛ آن را پاک کنید. اگر این عدد کد ملی نیست (برای نمونه شمارهٔ پرونده است)، در همان رکورد بنویسید «مجاز: [K0601]»."
        "Published text contains ten digits that pass the checksum of an Iranian national id. Never publish a person's id: delete it. If the number is something else, such as a file number, write `allow: [K0601]` in the same record.";
    MOBILE "K0602" "mobile" Warning
        "در متنی که منتشر می‌شود، شمارهٔ تلفن همراه آمده است. اگر شمارهٔ کسی است، آن را پاک کنید؛ اگر شمارهٔ کاری است و باید منتشر شود، در همان رکورد بنویسید «مجاز: [K0602]»."
        "Published text contains a mobile number. Delete it if it belongs to a person; if it belongs to an office and should be published, write `allow: [K0602]` in the same record.";
    CARD "K0603" "card" Warning
        "در متنی که منتشر می‌شود، شانزده رقم آمده است که با قاعدهٔ شمارهٔ کارت بانکی می‌خواند. آن را پاک کنید یا اگر شمارهٔ کارت نیست، در همان رکورد بنویسید «مجاز: [K0603]»."
        "Published text contains sixteen digits that pass the checksum of bank cards. Delete them, or if they are something else write `allow: [K0603]` in the same record.";
    IBAN "K0604" "iban" Warning
        "در متنی که منتشر می‌شود، شمارهٔ شبا آمده است. آن را پاک کنید یا اگر شمارهٔ حساب رسمی است و باید منتشر شود، در همان رکورد بنویسید «مجاز: [K0604]»."
        "Published text contains an account number (IBAN). Delete it; if it is an official account that should be published, write `allow: [K0604]` in the same record.";
}
