"""Drives the door from another language over the real library. Arguments: a card's photo, a folder."""

import sys

import yanka
from yanka import (
    ApiError, Cancel, Checker, Language, NumberStatus, OpenOptions, Options, Origin, Photo,
    Point, Progress, Severity, Situation, Verdict, Word,
)

photo, folder = sys.argv[1:3]
KEY = bytes(range(32))


def options(origin=Origin.PARCEL, keep=True):
    return Options(origin=origin, language=Language.ZH_HANS, situations=[], keep=keep, offset_minutes=480)


class Counting(Progress):
    def __init__(self):
        self.steps = 0

    def step(self, done, of):
        assert done <= of, (done, of)
        self.steps += 1


def opened(key=KEY):
    return Checker.open(OpenOptions(language=Language.ZH_HANS, folder=folder, journal_key=key))


checker = opened()
with open(photo, "rb") as file:
    encoded = file.read()

# A photo, with progress.
counting = Counting()
report = checker.check_photo(Photo.ENCODED(encoded), options(), counting, None)
assert report.verdict == Verdict.DANGER, report.verdict
assert report.codes[0].kind == "wechat-contact"
assert len(report.codes[0].corners) == 4
assert report.findings and report.findings[0].severity == Severity.DANGER
assert report.findings[0].source.source and report.advice and report.entry == 1
assert counting.steps > 0

# Pixels instead of a file: a plain grey picture holds nothing.
grey = Photo.LUMA(64, 48, 80, bytes([200]) * (80 * 48))
assert checker.check_photo(grey, options(keep=False), None, None).verdict == Verdict.UNREADABLE
# A shape that does not fit its bytes is described, not an error.
short = Photo.RGBA(64, 48, 256, b"\0" * 10)
assert checker.check_photo(short, options(keep=False), None, None).notices

# Lines that the platform read come in with the photo and are told apart.
line = Word(text="请下载会议软件，打开屏幕共享，客服教您办理退款", corners=[])
read = checker.open_photo(grey, None, None).check([line], options(keep=False))
assert read.words and read.words[0].text == line.text
assert read.verdict != Verdict.UNREADABLE, read.verdict

# The card made straight, and a line that was read on it: the report has its place in the photo.
session = checker.open_photo(Photo.ENCODED(encoded), None, None)
card = session.straight_card()
assert card.bytes[:2] == b"\xff\xd8" and card.width * card.height <= 2_000_000
middle = Point(x=card.width / 2, y=card.height / 2)
line = Word(text="扫码领取售后理赔", corners=[middle], straight=True)
read = session.check([line], options(keep=False))
assert not read.words[0].straight and read.words[0].corners[0] != middle

# A raised flag stops a check.
cancel = Cancel()
cancel.cancel()
try:
    checker.open_photo(Photo.ENCODED(encoded), None, cancel)
    raise SystemExit("a raised flag did not stop the check")
except ApiError.Cancelled:
    pass

# A text: its spans count UTF-16 units of the original.
text = "💰客服说让我打开屏幕共享退款"
report = checker.check_text(text, options(Origin.MESSAGE))
units = text.encode("utf-16-le")
for finding in report.findings:
    for span in finding.spans:
        words = units[span.start * 2:span.end * 2].decode("utf-16-le")
        assert words and words in text, words
assert any(finding.spans for finding in report.findings)
assert report.entry == 2

# Advice, numbers both ways.
page = checker.advice([Situation.SCREEN_SHARED], None, Language.ZH_HANS)
assert page.advice and page.hotlines
assert any("950618" in h.number for h in checker.hotlines("京东", Language.ZH_HANS))
assert checker.number("96110", Language.ZH_HANS).status == NumberStatus.OFFICIAL

# The journal: page, entry, delete, erase.
page = checker.log_page(None, None, 50)
assert [line.entry for line in page] == [2, 1]
assert checker.log_entry(1).report.verdict == Verdict.DANGER
checker.log_delete(1)
try:
    checker.log_entry(1)
    raise SystemExit("a deleted entry is still there")
except ApiError.NoSuchEntry as error:
    assert "u.wechat" not in str(error)
checker.log_erase(False)
assert checker.log_page(None, None, 50) == []

# A pack that is none is refused and the old one still serves.
before = checker.pack(Language.ZH_HANS).version
try:
    checker.install_pack(b"not a pack", Language.ZH_HANS)
    raise SystemExit("a false pack was installed")
except ApiError.PackUnusable:
    pass
assert checker.pack(Language.ZH_HANS).version == before
assert checker.check_text("你好", options(Origin.MESSAGE, keep=False)).verdict == Verdict.NOTHING_FOUND

# Another key opens nothing and says so.
del checker
try:
    opened(bytes(32))
    raise SystemExit("a wrong key opened the journal")
except ApiError.JournalKeyWrong:
    pass

print("driven")
