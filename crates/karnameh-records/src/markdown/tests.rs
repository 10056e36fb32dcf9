//! Pairs of Markdown and the HTML or the diagnostics that it produces.

use std::borrow::Cow;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::diag::Message;
use crate::kinds::RecordKind;

/// A site with one activity, one page and one picture.
struct Site;

impl Addresses for Site {
    fn page(&self, target: &Target) -> Option<Cow<'_, str>> {
        match target {
            Target::Record { kind: RecordKind::Activity, id, .. } if id == "park" => {
                Some("activities/park.html".into())
            }
            Target::Record { kind: RecordKind::Problem, id, .. } if id == "dust" => {
                Some("problems/index.html#dust".into())
            }
            Target::Path { path, .. } if path == "data/index.html" => Some("data/index.html".into()),
            _ => None,
        }
    }

    fn picture(&self, file: &str) -> Option<Picture<'_>> {
        let smaller = match file {
            "park.jpg" => Vec::new(),
            "wide.jpg" => vec![("media/park-9f.jpg".into(), 480)],
            _ => return None,
        };
        Some(Picture { address: "media/park-1a2b.jpg".into(), width: 800, height: 600, smaller })
    }
}

fn origin() -> Origin {
    Origin { file: "content/pages/about.md".into(), line: 5, indent: 0 }
}

fn read(source: &str) -> (Document, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let document = inspect(source, &origin(), &mut findings);
    (document, findings)
}

fn html(source: &str) -> String {
    let page = PageOptions { root: "../", level: 2, id_prefix: "s-" };
    read(source).0.render(&page, &Site)
}

/// Checks the HTML of bodies without errors.
fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(html(source).trim_end(), *expected, "{source}");
        assert_eq!(read(source).1, [], "{source}");
    }
}

/// Returns the English hint.
fn hint(finding: &Diagnostic) -> &str {
    &finding.message.hint.as_ref().expect("every finding has a hint").en
}

/// Returns the codes of the diagnostics of a body, each with its place.
fn findings(source: &str) -> Vec<(&'static str, u32, u32, u32)> {
    let found = read(source).1;
    for finding in &found {
        let Message { sentence, hint } = &finding.message;
        let hint = hint.as_ref().expect("every finding has a hint");
        for text in [&sentence.fa, &sentence.en, &hint.fa, &hint.en] {
            assert!(!text.is_empty(), "{source}");
        }
    }
    found
        .into_iter()
        .map(|finding| (finding.code.id, finding.at.line, finding.at.column, finding.at.length))
        .collect()
}

#[test]
fn blocks_and_spans() {
    check(&[
        ("", ""),
        ("سلام **دنیا** و *قم*", "<p>سلام <strong>دنیا</strong> و <em>قم</em></p>"),
        ("- یک\n- دو", "<ul>\n<li>یک</li>\n<li>دو</li>\n</ul>"),
        ("3. سه\n4. چهار", "<ol start=\"3\">\n<li>سه</li>\n<li>چهار</li>\n</ol>"),
        ("> نقل", "<blockquote>\n<p>نقل</p>\n</blockquote>"),
        ("الف  \nب\nپ", "<p>الف<br>\nب\nپ</p>"),
        ("---", "<hr>"),
        ("`a<b> 12`", "<p><code dir=\"auto\">a&lt;b&gt; 12</code></p>"),
        (
            "```yaml x\ndue: 1404\n```",
            "<pre dir=\"auto\" tabindex=\"0\"><code class=\"language-yaml\">due: 1404\n</code></pre>",
        ),
        ("    x = 12", "<pre dir=\"auto\" tabindex=\"0\"><code>x = 12</code></pre>"),
        ("a & b &amp; &lt;c&gt; \"'", "<p>a &amp; b &amp; &lt;c&gt; &quot;&#39;</p>"),
    ]);
}

#[test]
fn digits_become_persian_outside_code_and_addresses() {
    check(&[
        ("12 کارگاه در 1404/07/26", "<p>۱۲ کارگاه در ۱۴۰۴/۰۷/۲۶</p>"),
        ("کاغذ A4، COVID\\_19 و `12`", "<p>کاغذ A4، COVID_19 و <code dir=\"auto\">12</code></p>"),
        (
            "[فاز 2](https://x.ir/2)",
            "<p><a href=\"https://x.ir/2\" rel=\"noopener noreferrer\">فاز ۲</a></p>",
        ),
        (
            "<https://1404.ir/2>",
            "<p><a href=\"https://1404.ir/2\" rel=\"noopener noreferrer\"><bdi dir=\"ltr\">https://1404.ir/2</bdi></a></p>",
        ),
        ("<a2@x.ir>", "<p><a href=\"mailto:a2@x.ir\"><bdi dir=\"ltr\">a2@x.ir</bdi></a></p>"),
    ]);
}

#[test]
fn headings_shift_and_never_skip() {
    check(&[
        ("# الف", "<h2 id=\"s-الف\">الف</h2>"),
        ("## الف", "<h2 id=\"s-الف\">الف</h2>"),
        (
            "# A\n### B\n## C\n# D\n#### E",
            "<h2 id=\"s-a\">A</h2>\n<h3 id=\"s-b\">B</h3>\n<h3 id=\"s-c\">C</h3>\n<h2 id=\"s-d\">D</h2>\n<h3 id=\"s-e\">E</h3>",
        ),
        ("### ب\n# الف", "<h2 id=\"s-ب\">ب</h2>\n<h2 id=\"s-الف\">الف</h2>"),
    ]);
    let (document, _) = read("# شیخ‌آباد: گام 2\n## گام 2\n## گام 2\n## گام 2-2\n## *!*\n## note 1\n");
    let ids: Vec<&str> = document.headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["شیخ-آباد-گام-2", "گام-2", "گام-2-2", "گام-2-2-2", "بخش", "a-note-1"]);
    assert_eq!(document.headings[0].text, "شیخ‌آباد: گام ۲");
    let deep = document.render(&PageOptions { root: "", level: 6, id_prefix: "x-" }, &Site);
    assert!(deep.contains("<h6 id=\"x-گام-2-2\">گام ۲</h6>"), "{deep}");
}

#[test]
fn links_of_every_kind() {
    check(&[
        ("[x](http://a.ir)", "<p><a href=\"http://a.ir\" rel=\"noopener noreferrer\">x</a></p>"),
        (
            "[x](HTTPS://a.ir \"عنوان 2\")",
            "<p><a href=\"HTTPS://a.ir\" rel=\"noopener noreferrer\" title=\"عنوان ۲\">x</a></p>",
        ),
        ("[x](mailto:a@b.ir)", "<p><a href=\"mailto:a@b.ir\">x</a></p>"),
        ("[x](tel:+98-۲۵)", "<p><a href=\"tel:+98-25\">x</a></p>"),
        ("[x](activity:park)", "<p><a href=\"../activities/park.html\">x</a></p>"),
        ("[x](فعالیت:park#goal)", "<p><a href=\"../activities/park.html#goal\">x</a></p>"),
        ("[x](problem:dust#goal)", "<p><a href=\"../problems/index.html#dust\">x</a></p>"),
        ("[x](data/index.html?a=1&b#c)", "<p><a href=\"../data/index.html?a=1&amp;b#c\">x</a></p>"),
        ("[x][y]\n\n[y]: data/index.html", "<p><a href=\"../data/index.html\">x</a></p>"),
        (
            "# گام نخست\n\n[x](#گام-نخست)",
            "<h2 id=\"s-گام-نخست\">گام نخست</h2>\n<p><a href=\"#s-گام-نخست\">x</a></p>",
        ),
        (
            "[x](<#گام نخست>)\n\n# گام نخست",
            "<p><a href=\"#s-گام-نخست\">x</a></p>\n<h2 id=\"s-گام-نخست\">گام نخست</h2>",
        ),
        ("# Ab\n\n[x](#%61B)", "<h2 id=\"s-ab\">Ab</h2>\n<p><a href=\"#s-ab\">x</a></p>"),
    ]);
}

#[test]
fn links_that_lead_nowhere_become_text() {
    let (document, found) = read("[الف](activity:none) [ب](no/page.html)\n\n![شرح](no.jpg)");
    assert_eq!(found, []);
    assert_eq!(document.render(&PageOptions::default(), &Site), "<p>الف ب</p>\n<p>شرح</p>\n");
    let findings: Vec<Diagnostic> = document.links.iter().map(|link| link.missing_target(None)).collect();
    assert_eq!((findings[0].code.id, findings[0].at.column), ("K0404", 1));
    assert_eq!(findings[0].message.sentence.fa, "«none» شناسهٔ هیچ فعالیت منتشرشده‌ای نیست.");
    assert_eq!((findings[1].code.id, findings[1].at.column), ("K0405", 22));
    let missing = document.pictures[0].missing_file(Some("park.jpg"));
    assert_eq!(
        (missing.code.id, missing.at.line, hint(&missing)),
        ("K0407", 7, "Did you mean \"park.jpg\"?")
    );
}

#[test]
fn hostile_addresses_are_refused() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "java&#10;script:alert(1)",
        "java&#x9;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&nbsp;javascript:alert(1)",
        "&#x200E;javascript:alert(1)",
        "<java script:alert(1)>",
        "< javascript:alert(1)>",
        "%6aavascript:alert(1)",
        "javascript%3aalert(1):x",
        "jav\\ascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:x",
        "about:blank",
        "C:\\\\x",
        "ftp://x.ir",
        "view-source:http://x.ir",
        "&#106;avascript:alert(1)",
        "activty:park",
    ] {
        let source = format!("[x]({address})");
        let shown = html(&source);
        assert!(!shown.contains("<a"), "{address}: {shown}");
        let found = findings(&source);
        assert!(matches!(found[..], [("K0400" | "K0401" | "K0402", 5, 1, _)]), "{address}: {found:?}");
        let picture = format!("![x]({address})");
        assert!(!html(&picture).contains("<img"), "{address}");
        assert!(matches!(findings(&picture)[..], [("K0406", 5, 1, _)]), "{address}");
    }
    assert_eq!(html("<javascript:alert(1)>"), "<p><bdi dir=\"ltr\">javascript:alert(1)</bdi></p>\n");
    assert_eq!(findings("<javascript:alert(1)>"), [("K0400", 5, 1, 21)]);
    assert_eq!(html("[a][b]\n\n[b]: javascript:alert(1)"), "<p>a</p>\n");
}

#[test]
fn slips_in_addresses_have_codes_and_places() {
    for (source, found) in [
        ("[x](/data)", ("K0401", 5, 1, 10)),
        ("[x](//x.ir)", ("K0401", 5, 1, 11)),
        ("[x](../data)", ("K0401", 5, 1, 12)),
        ("[x](a/%2e%2E/b)", ("K0401", 5, 1, 15)),
        ("[x](./a)", ("K0401", 5, 1, 8)),
        ("[x](a\\\\b)", ("K0401", 5, 1, 9)),
        ("[x](a%5Cb)", ("K0401", 5, 1, 10)),
        ("[x](http://x.ir\\\\@y.ir)", ("K0401", 5, 1, 23)),
        ("[x]()", ("K0402", 5, 1, 5)),
        ("[x](#)", ("K0402", 5, 1, 6)),
        ("[x](?a)", ("K0402", 5, 1, 7)),
        ("[x](http:x.ir)", ("K0402", 5, 1, 14)),
        ("[x](http://)", ("K0402", 5, 1, 12)),
        ("[x](http://:80)", ("K0402", 5, 1, 15)),
        ("[x](http://bank.ir@x.ir)", ("K0402", 5, 1, 24)),
        ("[x](mailto:a)", ("K0402", 5, 1, 13)),
        ("[x](tel:abc)", ("K0402", 5, 1, 12)),
        ("[x](activity:)", ("K0402", 5, 1, 14)),
        ("[x](a%00b)", ("K0402", 5, 1, 10)),
        ("[x](a%ff)", ("K0402", 5, 1, 9)),
        ("سلام\n\nمحلهٔ **[پیوند](#نیست)** است", ("K0403", 7, 9, 14)),
        ("![](park.jpg)", ("K0408", 5, 1, 13)),
        ("![x](http://x.ir/a.jpg)", ("K0406", 5, 1, 23)),
        ("![x](../a.jpg)", ("K0406", 5, 1, 14)),
        ("[](http://x.ir)", ("K0409", 5, 1, 15)),
        ("سلام <b>", ("K0410", 5, 6, 3)),
    ] {
        assert_eq!(findings(source), [found], "{source}");
    }
    let long = format!("[x](https://x.ir/{})", "a".repeat(2000));
    assert_eq!(findings(&long)[0].0, "K0402");
    assert_eq!(hint(&read("[x](activty:park)").1[0]), "Did you mean \"activity:\"?");
    assert_eq!(hint(&read("# Goals\n[x](#goal)").1[0]), "Did you mean \"#goals\"?");
    let mut found = Vec::new();
    inspect("a\nb [x](/)", &Origin { indent: 4, ..origin() }, &mut found);
    assert_eq!((found[0].at.line, found[0].at.column), (6, 7));
}

#[test]
fn many_links_on_a_line_have_their_places() {
    let found = findings("آ [x](/) **[y](/)** ![![](a.jpg)](b.jpg) [z](/)");
    assert_eq!(found, [("K0401", 5, 3, 6), ("K0401", 5, 12, 6), ("K0408", 5, 21, 20), ("K0401", 5, 42, 6)]);
}

#[test]
fn pictures() {
    let picture = "<img src=\"../media/park-1a2b.jpg\" alt=\"بوستان ۲\" width=\"800\" height=\"600\" loading=\"lazy\" \
                   decoding=\"async\">";
    check(&[
        ("![بوستان **2**](park.jpg)", format!("<p>{picture}</p>").as_str()),
        (
            "[![بوستان 2](park.jpg)](activity:park)",
            format!("<p><a href=\"../activities/park.html\">{picture}</a></p>").as_str(),
        ),
    ]);
    assert_eq!(
        html("![x](wide.jpg)"),
        "<p><img src=\"../media/park-1a2b.jpg\" srcset=\"../media/park-9f.jpg 480w, ../media/park-1a2b.jpg 800w\" \
         sizes=\"(min-width: 48em) 38rem, 100vw\" alt=\"x\" width=\"800\" height=\"600\" loading=\"lazy\" \
         decoding=\"async\"></p>\n"
    );
    let shown = html("![a\"<b> `c` [d](/e)](park.jpg \"x\\\"y\")");
    assert_eq!(
        shown,
        "<p><img src=\"../media/park-1a2b.jpg\" alt=\"a&quot;&lt;b&gt; c d\" width=\"800\" height=\"600\" \
         loading=\"lazy\" decoding=\"async\" title=\"x&quot;y\"></p>\n"
    );
}

#[test]
fn raw_html_is_text() {
    for (source, expected) in [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>\n"),
        ("<!-- 12 -->\n\nسلام", "<p>&lt;!-- 12 --&gt;</p>\n<p>سلام</p>\n"),
        ("<div>\n*a*\n</div>", "<p>&lt;div&gt;\n*a*\n&lt;/div&gt;</p>\n"),
        (
            "```x\"><script>\n```",
            "<pre dir=\"auto\" tabindex=\"0\"><code class=\"language-x&quot;&gt;&lt;script&gt;\"></code></pre>\n",
        ),
    ] {
        assert_eq!(html(source), expected);
    }
    assert_eq!(findings("<b>\n\n<i> <u>").len(), 1);
}

#[test]
fn tables() {
    check(&[(
        "| محله | شمار |\n|---|--:|\n| باجک | 12 |",
        "<div class=\"table-frame\" tabindex=\"0\" role=\"group\" aria-label=\"جدول\"><table class=\"table table--tight\">\n\
         <thead><tr><th scope=\"col\">محله</th><th scope=\"col\" data-align=\"right\">شمار</th></tr></thead><tbody>\n\
         <tr><td>باجک</td><td data-align=\"right\">۱۲</td></tr>\n</tbody></table></div>",
    )]);
    assert_eq!(read("| محله | شمار |\n|---|--:|\n| باجک | 12 |\n\nپس").0.plain, "محله شمار\nباجک 12\nپس");
}

#[test]
fn footnotes_come_last_and_lead_back() {
    let source = "الف[^b] ب[^a] پ[^b]\n\n[^a]: [x](activity:park)\n[^b]: دو";
    assert_eq!(
        html(source),
        "<p>الف<sup class=\"note-ref\"><a id=\"s-note-ref-1\" href=\"#s-note-1\" aria-label=\"پانوشت ۱\">۱</a></sup> \
         ب<sup class=\"note-ref\"><a id=\"s-note-ref-2\" href=\"#s-note-2\" aria-label=\"پانوشت ۲\">۲</a></sup> \
         پ<sup class=\"note-ref\"><a id=\"s-note-ref-1-2\" href=\"#s-note-1\" aria-label=\"پانوشت ۱\">۱</a></sup></p>\n\
         <ol class=\"notes\">\n\
         <li id=\"s-note-1\"><p>دو <a class=\"note-back\" href=\"#s-note-ref-1\">بازگشت</a> \
         <a class=\"note-back\" href=\"#s-note-ref-1-2\">بازگشت</a></p>\n</li>\n\
         <li id=\"s-note-2\"><p><a href=\"../activities/park.html\">x</a> \
         <a class=\"note-back\" href=\"#s-note-ref-2\">بازگشت</a></p>\n</li>\n</ol>\n"
    );
    assert_eq!(read(source).0.plain, "الف ب پ\nدو\nx");
    assert_eq!(html("a[^x]"), "<p>a[^x]</p>\n");
    // HTML allows no link inside another link: the footnote wins.
    assert!(html("[a[^b]](http://x.ir)\n\n[^b]: c").contains("</sup>](<a href=\"http://x.ir\""));
}

#[test]
fn the_plain_text() {
    for (source, plain) in [
        ("# عنوان\n\nمتن *کج*  \nسطر 2\nسطر\n\n- الف\n  - ب\n- پ", "عنوان\nمتن کج سطر 2 سطر\nالف\nب\nپ"),
        ("> نقل\n\n```\na\nb\n```\n![شرح](x.jpg) پس", "نقل\na\nb\nشرح  پس"),
        ("<b>x</b>", "<b>x</b>"),
        ("", ""),
    ] {
        assert_eq!(read(source).0.plain, plain, "{source}");
    }
}

#[test]
fn several_bodies_on_one_page_and_in_a_feed() {
    let (document, _) = read("# الف\n\n[x](activity:park) [y](#الف)");
    let page = PageOptions { root: "https://x.ir/qom/", level: 3, id_prefix: "u2-" };
    assert_eq!(
        document.render(&page, &Site),
        "<h3 id=\"u2-الف\">الف</h3>\n<p><a href=\"https://x.ir/qom/activities/park.html\">x</a> \
         <a href=\"#u2-الف\">y</a></p>\n"
    );
}

/// Each input takes milliseconds. Quadratic time would take minutes.
#[test]
fn monstrous_bodies_end_soon() {
    let mut table = String::from("|a");
    table.push_str(&"|a".repeat(2000));
    table.push_str("\n|-");
    table.push_str(&"|-".repeat(2000));
    table.push_str(&"\n|b".repeat(20_000));
    let mut footnotes = String::new();
    for number in 0..5000 {
        let _ = write!(footnotes, "[^{number}] ");
    }
    for number in 0..5000 {
        let _ = write!(footnotes, "\n\n[^{number}]: x");
    }
    for source in [
        "[".repeat(10_000),
        "![".repeat(10_000) + &"](a.jpg)".repeat(10_000),
        "[a](".repeat(10_000),
        "*a **a ".repeat(10_000),
        "> ".repeat(10_000) + "a",
        "- ".repeat(2_000) + "a",
        "`".repeat(10_000) + "a",
        "<a ".repeat(10_000),
        "&#x".repeat(10_000),
        "[^a]".repeat(10_000) + "\n\n[^a]: b",
        "[x](#y) ".repeat(50_000),
        "[x](/y) ".repeat(50_000),
        "# a\n".repeat(20_000),
        "# a\n[x](#b)\n".repeat(5_000),
        "**«a»**ی ".repeat(10_000),
        "`**«a»**ی` ".repeat(10_000),
        "۱. a\n".repeat(20_000),
        "```\n۱. a\n```\n\n".repeat(5_000),
        "۲. ب\n".repeat(10_000),
        "[a](b c.jpg) ".repeat(5_000),
        "(http://x.ir/".repeat(10_000),
        "a@a.".repeat(20_000),
        "https://x.ir ".repeat(10_000),
        "| ا\n".repeat(20_000),
        table,
        footnotes,
    ] {
        let (document, _) = read(&source);
        let shown = document.render(&PageOptions::default(), &Site);
        assert!(shown.len() < 60 << 20, "{}", shown.len());
    }
}

#[test]
fn bare_addresses_are_links() {
    let web = |address: &str, shown: &str| {
        format!("<a href=\"{address}\" rel=\"noopener noreferrer\"><bdi dir=\"ltr\">{shown}</bdi></a>")
    };
    let mail = "<a href=\"mailto:info2@example.ir\"><bdi dir=\"ltr\">info2@example.ir</bdi></a>";
    for (source, expected) in [
        (
            "به https://x.ir/a?b=1 بروید.",
            format!("به {} بروید.", web("https://x.ir/a?b=1", "https://x.ir/a?b=1")),
        ),
        ("(http://x.ir/a_(b))، 12", format!("({})، ۱۲", web("http://x.ir/a_(b)", "http://x.ir/a_(b)"))),
        ("«https://x.ir».", format!("«{}».", web("https://x.ir", "https://x.ir"))),
        ("https://x.irرا ببینید", format!("{}را ببینید", web("https://x.ir", "https://x.ir"))),
        (
            "https://x.ir/محله\u{200C}محوری!",
            format!("{}!", web("https://x.ir/محله%E2%80%8Cمحوری", "https://x.ir/محله\u{200C}محوری")),
        ),
        ("www.x.ir:80، ب", format!("{}، ب", web("http://www.x.ir:80", "www.x.ir:80"))),
        ("رایانامه: info2@example.ir.", format!("رایانامه: {mail}.")),
        ("**info2@example.ir**", format!("<strong>{mail}</strong>")),
        ("الف\nhttps://x.ir", format!("الف\n{}", web("https://x.ir", "https://x.ir"))),
    ] {
        assert_eq!(html(source), format!("<p>{expected}</p>\n"), "{source}");
        assert_eq!(read(source).1, [], "{source}");
    }
    for source in [
        "`https://x.ir` و ``a@b.ir``",
        "http://",
        "https://user@x.ir",
        "a@b",
        "@karnameh",
        "www. x.ir",
        "xhttp://x.ir",
        "12:30",
        "a@-b.ir",
    ] {
        assert!(!html(source).contains("<a "), "{source}: {}", html(source));
    }
    let (document, _) = read("الف و https://x.ir و a@b.ir");
    let places: Vec<_> = document.links.iter().map(|link| (link.at.column, link.at.length)).collect();
    assert_eq!(places, [(7, 12), (22, 6)]);
    assert_eq!(document.plain, "الف و https://x.ir و a@b.ir");
    assert!(html("[الف https://x.ir](https://y.ir)").matches("<a ").count() == 1);
}

#[test]
fn lines_that_read_as_items_stay_lines() {
    for (source, expected) in [
        ("نیازها:\nالف) نیمکت\nب) تخته", "نیازها:<br>\nالف) نیمکت<br>\nب) تخته"),
        ("✓ نیمکت\n✓ تخته", "✓ نیمکت<br>\n✓ تخته"),
        ("متن\n۲. برآورد\n3. آغاز", "متن<br>\n۲. برآورد<br>\n۳. آغاز"),
        (
            "متنی که در سطر\nبعد ادامه دارد و در سال\n۱۴۰۴. تمام",
            "متنی که در سطر\nبعد ادامه دارد و در سال\n۱۴۰۴. تمام",
        ),
        ("a\n2. b", "a\n۲. b"),
    ] {
        assert_eq!(html(source), format!("<p>{expected}</p>\n"), "{source}");
    }
}

#[test]
fn marks_that_stay_have_their_place() {
    for (source, found) in [
        ("متن\n\nاین ** پررنگ ** است", vec![("K0850", 7, 5, 2)]),
        ("[متن](یک جا)", vec![("K0850", 5, 5, 2)]),
        ("![متن](یک جا)", vec![("K0850", 5, 1, 2)]),
        ("متن[^1]", vec![("K0850", 5, 4, 2)]),
        ("- ~~متن~~\n- ** متن", vec![("K0850", 5, 3, 2), ("K0850", 6, 3, 2)]),
        ("۱. **«الف»**ی ** ب", vec![("K0850", 5, 15, 2)]),
        ("متن\n##عنوان", vec![("K0851", 6, 1, 2)]),
        ("> #عنوان", vec![("K0851", 5, 3, 1)]),
        ("الف | ب\nپ | ت", vec![("K0852", 5, 1, 7)]),
        ("| الف | ب |", vec![("K0852", 5, 1, 11)]),
        ("متن\n\n    متن دیگر", vec![("K0853", 7, 5, 8)]),
        ("یک جمله.\n---", vec![("K0854", 6, 1, 3)]),
        ("یک\nدو\n===", vec![("K0854", 7, 1, 3)]),
        ("عنوان\n-", vec![("K0854", 6, 1, 1)]),
        ("عنوان\n-----", vec![]),
        ("\\*\\*متن\\*\\* و \\![الف] و `**`", vec![]),
        ("نام: ______ و *****", vec![]),
        ("#محله_محوری و #همدلی\n\n\\#برچسب\n\n#1", vec![]),
        ("    let x = \"a\";", vec![]),
        ("```\n**متن\n```", vec![]),
        ("a | b", vec![]),
    ] {
        assert_eq!(findings(source), found, "{source}");
    }
}

/// Returns whether every tag is closed in order and no attribute contains a script.
fn is_sound(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { return false };
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if tag.matches('"').count() % 2 != 0 || name.is_empty() {
            return false;
        }
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            None if !matches!(name, "br" | "hr" | "img") => open.push(name),
            _ => {}
        }
    }
    open.is_empty()
}

proptest! {
    #[test]
    fn any_text_gives_sound_html(source in any::<String>()) {
        prop_assert!(is_sound(&html(&source)));
    }

    #[test]
    fn any_markdown_gives_sound_html(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "# ", "\n", "\n\n", "*", "**", "`", "```\n", "- ", "1. ", "> ", "[", "](", ")", "![", "](park.jpg)",
                "](activity:park)", "](javascript:x)", "](#a)", "[^a]", "[^a]: ", "<b>", "<!--", "-->", "</p>", "|",
                "|-|-|\n", "a", "محله", "12", "\\", "&lt;", "&", "\"", "'", "    ", "---\n", "<http://x.ir>", "  \n",
            ]),
            0..40,
        )
    ) {
        let source = pieces.concat();
        let shown = html(&source);
        prop_assert!(is_sound(&shown), "{}\n{}", source, shown);
        prop_assert!(!shown.contains("\"javascript"));
    }
}
