"""Reads messages, feeds and calendars as programs of readers do, and tells what they find as JSON."""

import email
import email.policy
import hashlib
import json
import sys

import feedparser
import icalendar


def message(path):
    with open(path, "rb") as file:
        parsed = email.message_from_binary_file(file, policy=email.policy.default)
    plain, markup = (parsed.get_body((kind,)) for kind in ("plain", "html"))
    return {
        "defects": [str(defect) for part in parsed.walk() for defect in part.defects],
        "headers": {name.lower(): str(value) for name, value in parsed.items()},
        "text": plain.get_content(),
        "html": markup.get_content(),
        "languages": [plain["content-language"], markup["content-language"]],
        "files": [
            {
                "name": part.get_filename(),
                "type": part.get_content_type(),
                "sha256": hashlib.sha256(part.get_content()).hexdigest(),
            }
            for part in parsed.iter_attachments()
        ],
    }


def feed(path):
    parsed = feedparser.parse(path)
    return {
        "faults": [str(parsed.bozo_exception)] if parsed.bozo else [],
        "version": parsed.version,
        "title": parsed.feed.title,
        "entries": [entry.title for entry in parsed.entries],
        "links": [link.href for entry in parsed.entries for link in entry.links],
    }


def calendar(path):
    with open(path, "rb") as file:
        parsed = icalendar.Calendar.from_ical(file.read())
    return {
        "faults": [str(error) for component in parsed.walk() for error in component.errors],
        "events": [
            {"id": str(event["UID"]), "day": event.decoded("DTSTART").isoformat(), "title": str(event["SUMMARY"])}
            for event in parsed.walk("VEVENT")
        ],
    }


readers = {"eml": message, "atom": feed, "ics": calendar}
print(json.dumps([readers[path.rsplit(".", 1)[1]](path) for path in sys.argv[1:]]))
