//! The counts of rows fit the heights that `booklet.css` declares: a row that grows fails here, and so does a count.

use super::*;

const CSS: &str = include_str!("../../../../../../../themes/default/assets/booklet.css");
/// A unit of the province's sheet.
const UNIT: f64 = 3.0;

/// What a rule for paper declares, lengths in mm.
fn declared(selector: &str, property: &str) -> f64 {
    let (_, paper) = CSS.split_once("@media print, (min-width: 70em)").expect("the rules for paper");
    let start = format!("\n  {selector} {{");
    let rules = paper.split(&start).skip(1).filter_map(|rest| rest.split('}').next());
    let values = rules.flat_map(|rule| rule.split(';')).filter_map(|line| line.trim().split_once(": "));
    let value = values.filter(|(name, _)| *name == property).map(|(_, value)| value).last();
    let value = value.unwrap_or_else(|| panic!("{selector} declares no {property}"));
    let value = value.split_whitespace().next().unwrap_or_default();
    let unit = value.trim_start_matches(|sign: char| sign.is_ascii_digit() || ".-".contains(sign));
    let number: f64 = value[..value.len() - unit.len()].parse().expect("a number");
    number
        * match unit {
            "" | "mm" => 1.0,
            "pt" => 25.4 / 72.0,
            "px" => 25.4 / 96.0,
            _ => panic!("{selector}: {property} is in {unit}"),
        }
}

fn line(selector: &str) -> f64 {
    declared(selector, "font-size") * declared(selector, "line-height")
}

fn rows(count: usize) -> f64 {
    count as f64 * declared(".lines > li", "block-size")
}

fn units(count: usize) -> f64 {
    count as f64 * UNIT
}

/// The head of a part with the gap above it.
fn head() -> f64 {
    let text = 11.0 * 25.4 / 72.0 * declared(".sheet .section-head h2", "line-height");
    text + 1.6 + 0.6 + declared(".sheet", "gap")
}

#[track_caller]
fn fits(height: f64, room: f64) {
    assert!(height <= room, "{height:.1} mm do not fit {room:.1} mm");
}

#[test]
fn rows_of_domains_grow_into_the_cover() {
    let domain =
        line(".sheet .table") + 2.0 * declared(".sheet .domain-rows tbody :is(th, td)", "padding-block");
    let cover = 42.0 - declared(".cover", "min-block-size");
    assert!(CSS.contains(".cover { margin: -11mm -16mm 0; flex: 1 1 42mm;"));
    fits(ROWS as f64 * domain + rows(ROWS), rows(FIRST) + cover);
}

#[test]
fn an_activity_takes_a_row_of_each_list() {
    let schedule = declared(".sheet .gantt > .gantt-row", "block-size");
    let duty = line(".sheet .duty-rows :is(th, td, .state)")
        + 2.0 * declared(".sheet .table :is(th, td)", "padding");
    // Two tenths of a millimeter more a row, which the gaps between the parts give.
    fits(LONG as f64 * (schedule + duty), rows(SECOND) + declared(".sheet", "gap"));
}

#[test]
fn a_roomy_activity_takes_two_rows_of_each_list() {
    let schedule = declared(".is-roomy .gantt > .gantt-row", "block-size");
    let duty = declared(".is-roomy .duty-rows tbody :is(th, td)", "block-size");
    fits(ROOMY as f64 * (schedule + duty), rows(SECOND));
}

#[test]
fn heads_and_notes_fit_their_rows() {
    fits(head(), rows(HEAD));
    fits(head() + line(".lines > li"), rows(EMPTY));
    fits(declared(".by-hand", "min-block-size") + declared(".sheet", "gap"), rows(NOTES));
}

#[test]
fn an_airy_sheet_grows_by_no_more_than_is_left() {
    let domain = ".domain-rows tbody :is(th, td)";
    let growth =
        |airy: &str, plain: &str, property: &str| declared(airy, property) - declared(plain, property);
    let row = 2.0 * growth(&format!(".is-airy {domain}"), &format!(".sheet {domain}"), "padding-block");
    let ring = growth(".is-airy .ring", ".sheet-figures .ring", "block-size");
    assert!(row >= growth(".is-airy .lines > li", ".lines > li", "block-size"), "rows of domains grow most");
    fits((FIRST - AIRY) as f64 * row + ring, rows(AIRY));
}

#[test]
fn parts_of_the_province_fit_their_units() {
    let gap = declared(".sheet", "gap");
    fits(rows(1), units(2));
    fits(head() - gap, units(PART));
    fits(declared(".is-upright .matrix thead th:not(:first-child)", "height"), units(UPRIGHT_HEADS));
    fits(declared(".signs > div", "block-size") + gap, units(SIGNED_ONCE));
    let two = 2.0 * declared(".signs:has(> :nth-child(6)) > div", "block-size");
    fits(two + 2.0 + gap, units(SIGNED_TWICE));
    // A bar is 16 px high; its margins on paper are negative.
    let bar = 16.0 * 25.4 / 96.0;
    let dense = line(".is-dense .cell-figure") + bar - 6.0 * 25.4 / 96.0 + 0.7;
    fits(dense, units(DENSE_ROW));
    let noted = line(".sheet-matrix .cell-figure") + bar - 4.0 * 25.4 / 96.0
        + line(".sheet-matrix .matrix .cell-note")
        + 0.8;
    // A fifth of a millimeter more, in five rows at most.
    fits((NOTED + 1) as f64 * noted, units((NOTED + 1) * NOTED_ROW) + gap);
    // The curve is drawn 100 px high, with 44 px for its axis, below a head.
    fits(144.0 * 25.4 / 96.0 + head() - gap, units(CURVE) + gap);
}
