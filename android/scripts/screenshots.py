#!/usr/bin/env python3
"""Arranges the screenshots that `./test -Dtest=ScreenshotTest` has drawn: one sheet for each screen under
docs/screens (rows: Chinese, English; columns: normal and large text, light and dark theme), the pictures of the
READMEs and the screenshots of the stores. Needs Debian's python3-pil. Review every sheet before it is committed."""
import pathlib
from PIL import Image

android = pathlib.Path(__file__).resolve().parent.parent
screenshots, docs = android / "target/screenshots", android.parent / "docs/screens"
LOOKS = [f"{l}-{s}-{d}" for l in ("zh", "en") for s in (100, 200) for d in ("light", "dark")]
STORE = ["home-{}-100-light", "result-photo-{}", "result-photo-codes-{}", "result-{}-100-light", "situation-{}-100-light",
         "emergency-{}-100-dark", "call-{}-100-light", "checklist-{}-200-light"]
GAP, BACKGROUND = 8, (150, 155, 153)


def resized(picture, width):
    return picture.convert("RGB").resize((width, picture.height * width // picture.width), Image.LANCZOS)


def sheet(pictures, columns):
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    out = Image.new("RGB", ((width + GAP) * columns + GAP, (height + GAP) * rows + GAP), BACKGROUND)
    for i, one in enumerate(pictures):
        out.paste(one, (GAP + i % columns * (width + GAP), GAP + i // columns * (height + GAP)))
    return out


def save(picture, file, colours):
    file.parent.mkdir(parents=True, exist_ok=True)
    # With few colours, keep rare ones: those of the verdicts are rare.
    method = Image.Quantize.MAXCOVERAGE if colours < 256 else Image.Quantize.MEDIANCUT
    picture.convert("RGB").quantize(colours, method=method, dither=Image.Dither.NONE).save(file, optimize=True)


for screen in sorted(f.name.removesuffix("-zh-100-light.png") for f in screenshots.glob("*-zh-100-light.png")):
    save(sheet([resized(Image.open(screenshots / f"{screen}-{look}.png"), 300) for look in LOOKS], 4), docs / f"{screen}.png", 48)
for language, store in (("zh", "zh-CN"), ("en", "en-US")):
    shots = [Image.open(screenshots / f"{name.format(language)}.png") for name in STORE]
    folder = android / f"fastlane/metadata/android/{store}/images/phoneScreenshots"
    for old in folder.glob("*.png"):
        old.unlink()
    for i, shot in enumerate(shots):
        save(shot, folder / f"{i + 1}.png", 256)
    save(sheet([resized(shots[i], 300) for i in (0, 1, 5)], 3), docs / f"app-{language}.png", 256)
# Screenshots in one language only.
save(sheet([resized(Image.open(screenshots / f"{n}.png"), 300) for n in ("result-several", "checklist-card", "log-choosing")], 3), docs / "several.png", 256)
