#!/usr/bin/env python3
"""Judges the data and feeds of built sites with other people's readers.

    judge_data.py SITE [SITE …]

The first site's files are judged one by one; then the program of docs/DATA.md is run on all of them. Prints a line for
each promise; the exit status is 0 when all hold.
"""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import feedparser
import frictionless
import icalendar
import openpyxl

REPOSITORY = Path(__file__).resolve().parents[1]


def package_is_valid(site):
    """Frictionless: types, constraints, keys, foreign keys, sizes and digests of every CSV table."""
    frictionless.system.trusted = True
    folder = site / "data"
    package = frictionless.Package(str(folder / "datapackage.json"))
    tables = [r for r in package.resources if r.path.endswith(".csv")]
    assert len(tables) > 15, len(tables)
    for resource in [r for r in package.resources if not r.path.endswith(".csv")]:
        package.remove_resource(resource.name)
    report = package.validate()
    assert report.valid, report.flatten(["name", "type", "note", "rowNumber", "fieldName"])[:5]


def workbooks_are_typed(site):
    """openpyxl: dates are dates, percents are shares with the format of a percent, no cell is a formula."""
    for path in sorted((site / "data").glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        assert sheet.sheet_view.rightToLeft, path
        for row in sheet.iter_rows():
            assert not any(cell.data_type == "f" for cell in row), path
    sheet = openpyxl.load_workbook(site / "data" / "activities.xlsx").worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    rows = json.loads((site / "data" / "activities.json").read_text(encoding="utf-8"))
    actual, start = heads.index("پیشرفت واقعی"), heads.index("شروع")
    assert sheet.max_row == len(rows) + 1
    for cells, row in zip(sheet.iter_rows(min_row=2), rows):
        if row["actual"] is not None:
            assert abs(cells[actual].value * 100 - row["actual"]) < 1e-9 and cells[actual].number_format.endswith("%")
        if row["start"]:
            assert cells[start].value.date().isoformat() == row["start"]


def tables_agree(site):
    """Python's own csv: as many rows as the JSON twin, the same ids, a byte order mark and CRLF."""
    for path in sorted((site / "data").glob("*.csv")):
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n"), path
        rows = list(csv.DictReader(io.StringIO(raw[3:].decode("utf-8"), newline="")))
        twin = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert len(rows) == len(twin), path
        if rows and "id" in rows[0]:
            assert [r["id"].removeprefix("'") for r in rows] == [r["id"] for r in twin], path
        assert not rows or list(rows[0]) == list(twin[0]), path


def calendar_is_sound(site):
    """icalendar: every event is a whole day, ends on the next one, and is called by a name of its own."""
    calendar = icalendar.Calendar.from_ical((site / "calendar.ics").read_bytes())
    assert not calendar.errors, calendar.errors
    events = calendar.walk("VEVENT")
    assert events
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(start) is date and end - start == timedelta(days=1), event
        assert not event.errors, event.errors


def feed_is_sound(site):
    """feedparser: the feed is well-formed and every entry has an id, a day and an absolute link."""
    path = site / "atom.xml"
    if not path.exists():
        return
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10" and feed.entries
    ids = [entry.id for entry in feed.entries]
    assert len(set(ids)) == len(ids) and all(name.startswith("tag:") for name in ids)
    for entry in feed.entries:
        assert entry.link.startswith("https://") and entry.updated_parsed and entry.title


def provinces_are_compared(*sites):
    """The program of docs/DATA.md gives a line for each site and one for all."""
    text = (REPOSITORY / "docs" / "DATA.md").read_text(encoding="utf-8")
    program = re.search(r"```python\n(.*?)```", text, re.S).group(1)
    done = subprocess.run([sys.executable, "-c", program, *map(str, sites)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(sites) + 1, done.stdout


def main():
    sites = [Path(name) for name in sys.argv[1:]]
    one = [package_is_valid, workbooks_are_typed, tables_agree, calendar_is_sound, feed_is_sound]
    failed = 0
    for promise in one:
        failed += told(promise, sites[0])
    failed += told(provinces_are_compared, *sites)
    return 1 if failed else 0


def told(promise, *sites):
    try:
        promise(*sites)
    except Exception as error:  # a reader that gives up is a broken promise too
        print(f"FAILED {promise.__name__}: {type(error).__name__}: {str(error)[:600]}")
        return 1
    print(f"ok     {promise.__name__}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
