//! K01xx: the shape of the YAML.

use super::codes;

codes! {
    SYNTAX "K0100" "yaml-syntax" Error
        "فایل از جایی که نشان داده شده به عنوان YAML خوانده نمی‌شود. بیشتر وقت‌ها نشانه‌ای (مانند ‎: # [ { \" '‎) درون متنی بدون گیومه آمده است؛ متن را میان دو ' بگذارید."
        "The file can't be read as YAML from the place shown onward. Usually a text without quotes contains a character such as : # [ { \" '; put the text between two '.";
    COLON_IN_VALUE "K0101" "colon-in-value" Error
        "در YAML «: » نام فیلد را از مقدار آن جدا می‌کند. اگر خود مقدار «: » دارد، همهٔ مقدار را میان دو ' بگذارید: title: 'گزارش: کتابخانه'."
        "In YAML «: » separates a field's name from its value. If the value itself contains one, put the whole value in quotes: title: 'Report: the library'.";
    INDENT_NOT_SPACE "K0102" "indent-not-space" Error
        "تورفتگی سطر باید با فاصله باشد؛ Tab و فاصله‌های ویژه پذیرفته نمی‌شوند. در ویرایشگر، Tab را با دو فاصله جایگزین کنید."
        "A line is indented with spaces; tabs and special spaces are refused. Replace each tab with two spaces in the editor.";
    WRONG_COMMA "K0103" "wrong-comma" Error
        "در فهرستی که میان [ و ] نوشته می‌شود، موردها با «,» لاتین جدا می‌شوند؛ «،» و «٬» و «؛» جزو متن‌اند. اگر ویرگول جزو متن است، آن مورد را میان دو ' بگذارید، یا هر مورد را در سطری جدا با «- » بنویسید."
        "In a list between [ and ] a Latin «,» separates the items; «،», «٬» and «؛» are part of a text. If the comma belongs to the text, quote the item, or write each item on its own line after «- ».";
    MISSING_SPACE "K0104" "missing-space" Error
        "پس از «:» و پس از «-» یک فاصله لازم است: title: کتابخانه، - کتابخانه."
        "A space must follow «:» and «-»: title: Library, - Library.";
    UNCLOSED_QUOTE "K0105" "unclosed-quote" Error
        "متنی با ' یا \" باز شده و بسته نشده است. پایان متن را با همان نشانه ببندید."
        "A text was opened with ' or \" and never closed. Close it with the same character.";
    UNCLOSED_BRACKET "K0106" "unclosed-bracket" Error
        "‏[ یا { باز شده و بسته نشده، یا با نشانهٔ دیگری بسته شده است."
        "A [ or { was opened and never closed, or closed with the wrong character.";
    INDENTATION "K0107" "indentation" Error
        "تورفتگی سطر با سطرهای دیگر نمی‌خواند. فیلدهای یک رکورد همه از یک ستون آغاز می‌شوند، و آنچه درون یک فیلد است دو فاصله تورفته‌تر است."
        "The line's indentation matches none of the lines before it. The fields of a record all begin in one column; what belongs to a field is indented two spaces more.";
    WRONG_COLON "K0108" "wrong-colon" Error
        "پس از نام فیلد باید «:» سادهٔ لاتین بیاید و پس از آن یک فاصله؛ نویسه‌های همانند آن (مانند «：» و «؛») پذیرفته نمی‌شوند."
        "A plain Latin «:» and a space must follow a field's name; characters that look like it (such as «：» and «؛») are refused.";
    RESERVED_START "K0109" "reserved-start" Error
        "در YAML مقدار بدون گیومه نمی‌تواند با ‎@ ` % & * ! | > , ? ] }‎ آغاز شود. همهٔ مقدار را میان دو ' بگذارید."
        "In YAML an unquoted value can't begin with @ ` % & * ! | > , ? ] or }. Put the whole value between two '.";
    NO_COLON "K0110" "no-colon" Error
        "هر سطر باید «نام فیلد: مقدار» باشد یا با «- » آغاز شود. اگر سطر دنبالهٔ متن سطر پیش است، متن را با | آغاز کنید و همهٔ سطرهایش را دو فاصله تو ببرید."
        "Every line is «field: value» or begins with «- ». If the line continues the text of the one before, begin that text with | and indent all its lines by two spaces.";
    AFTER_QUOTE "K0111" "after-quote" Error
        "پس از بسته شدن گیومه یا کروشه، متن دیگری آمده است. اگر خود متن ' دارد، آن را '' بنویسید یا همهٔ متن را میان دو \" بگذارید."
        "Text follows a closing quote or bracket. If the text itself contains a ', write '' or put the whole text between two \".";
    ESCAPE "K0112" "escape" Error
        "میان دو \" نویسهٔ \\ معنای ویژه دارد. متن را میان دو ' بگذارید، یا \\\\ بنویسید."
        "Between two \" the character \\ begins an escape sequence. Put the text between two ' or write \\\\.";
    BLOCK_HEADER "K0113" "block-header" Error
        "پس از | یا > در همان سطر چیزی نوشته نمی‌شود؛ متن از سطر بعد و با دو فاصله تورفتگی آغاز می‌شود."
        "Nothing follows | or > on its line; the text begins on the next line, indented by two spaces.";
    LIST_ON_KEY_LINE "K0114" "list-on-key-line" Error
        "فهرستِ زیر یک فیلد از سطر بعد آغاز می‌شود، هر مورد در سطری با «- »؛ یا همه در یک سطر میان [ و ]."
        "A field's list begins on the next line, each item on a line after «- »; or all on one line between [ and ].";
    MIXED "K0115" "list-and-fields-mixed" Error
        "در یک جا هم فهرست («- ») و هم فیلد («نام: مقدار») آمده است؛ تنها یکی می‌تواند باشد."
        "A list («- ») and fields («name: value») are in one place; it can only be one of them.";
    EMPTY_ITEM "K0116" "flow-separator" Error
        "میان [ و ] یا { و } هر دو مورد با یک «,» جدا می‌شوند، نه کمتر و نه بیشتر."
        "Between [ and ] or { and } exactly one «,» separates two items.";
    HASH_IN_VALUE "K0117" "hash-in-value" Error
        "در YAML آنچه پس از فاصله و # می‌آید یادداشت است و خوانده نمی‌شود. اگر # جزو مقدار است، همهٔ مقدار را میان دو ' بگذارید؛ اگر یادداشت است، پس از # یک فاصله بگذارید."
        "In YAML, text after a space and # is a comment and is not read. If # belongs to the value, put the whole value between two '; if it begins a comment, put a space after #.";
    ANCHOR "K0118" "anchor-or-alias" Error
        "لنگر (&نام) و ارجاع به آن (*نام) پذیرفته نمی‌شود. مقدار را در هر دو جا کامل بنویسید؛ اگر & یا * جزو متن است، متن را میان دو ' بگذارید."
        "Anchors (&name) and aliases (*name) are refused. Write out the value in both places; if & or * belongs to the text, quote it.";
    TAG "K0119" "tag" Error
        "برچسب نوع (!نام) پذیرفته نمی‌شود؛ نوع هر مقدار از فیلد آن دانسته می‌شود. اگر ! جزو متن است، متن را میان دو ' بگذارید."
        "Tags (!name) are refused; a value's type comes from its field. If ! belongs to the text, quote it.";
    MERGE_KEY "K0120" "merge-key" Error
        "کلید ادغام (<<) پذیرفته نمی‌شود. فیلدها را یک به یک بنویسید."
        "Merge keys (<<) are refused. Write the fields themselves.";
    SECOND_DOCUMENT "K0121" "second-document" Error
        "یک فایل YAML یک سند است و «---» در میان آن نمی‌آید. برای چند رکورد در یک فایل، فهرستی با «- » بنویسید."
        "A YAML file is one document, without «---» in its middle. To write several records in one file, write a list with «- ».";
    DIRECTIVE "K0122" "directive" Error
        "سطرهایی که با % آغاز می‌شوند (دستورهای YAML) پذیرفته نمی‌شوند. سطر را پاک کنید، یا اگر متن است آن را میان دو ' بگذارید."
        "Lines that begin with % (YAML directives) are refused. Delete the line, or quote it if it is text.";
    COMPLEX_KEY "K0123" "key-not-a-name" Error
        "نام فیلد یک واژهٔ ساده است؛ فهرست یا نگاشت یا جای خالی نمی‌تواند نام فیلد باشد."
        "A field's name is a plain word; it can't be a list, a map or empty.";
    TOO_DEEP "K0124" "too-deep" Error
        "بیش از ۳۲ لایه درون هم رفته است. هیچ رکوردی به این اندازه لایه ندارد؛ نشانه‌های [ و { و - را بازبینی کنید."
        "Values are nested more than 32 levels deep. No record needs so many; check the [, { and - characters.";
    NO_FRONT_MATTER "K0125" "no-front-matter" Error
        "فایل Markdown یک رکورد باید با سطر ‎---‎ آغاز شود؛ پس از آن فیلدها می‌آیند، سپس سطر ‎---‎ دوم و متن."
        "A record's Markdown file begins with a line ---, then its fields, then a second line --- and the text.";
    UNCLOSED_FRONT_MATTER "K0126" "unclosed-front-matter" Error
        "بخش بالای فایل با سطر ‎---‎ باز شده ولی سطر ‎---‎ دوم پیدا نشد. پس از آخرین فیلد، سطری تنها با سه خط تیره بگذارید."
        "The front matter begins with a line --- but there is no second one. After the last field write a line of three hyphens.";
    LONG_FRONT_MATTER "K0127" "long-front-matter" Error
        "بخش بالای فایل از ۱ مبی‌بایت بزرگ‌تر است. متن‌های بلند را زیر سطر ‎---‎ دوم بنویسید."
        "The front matter is larger than 1 MiB. Write long text below the second line ---.";
    CONTROL "K0128" "control-character" Error
        "نویسه‌ای نادیدنی که در متن جایی ندارد در فایل هست. سطر را از نو بنویسید."
        "There is an invisible character that is not allowed in a text. Type the line again.";
}
