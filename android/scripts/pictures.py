#!/usr/bin/env python3
"""Lays out what `./test -Dtest=PicturesTest` has drawn: one sheet a screen under docs/screens, each with
Chinese above English and normal type before large, by day and by night; the pictures of the README; the
store's. Needs Debian's python3-pil. Look at every sheet before it is committed."""
import pathlib
from PIL import Image

android = pathlib.Path(__file__).resolve().parent.parent
drawn, docs = android / "target/pictures", android.parent / "docs/screens"
LOOKS = [f"{l}-{s}-{d}" for l in ("zh", "en") for s in (100, 200) for d in ("light", "dark")]
STORE = ["home-{}-100-light", "result-photo-{}", "result-photo-codes-{}", "result-{}-100-light", "situation-{}-100-light",
         "emergency-{}-100-dark", "call-{}-100-light", "checklist-{}-200-light"]
GAP, GROUND = 8, (150, 155, 153)


def small(picture, to):
    return picture.convert("RGB").resize((to, picture.height * to // picture.width), Image.LANCZOS)


def sheet(pictures, across):
    width, height = pictures[0].size
    rows = -(-len(pictures) // across)
    out = Image.new("RGB", ((width + GAP) * across + GAP, (height + GAP) * rows + GAP), GROUND)
    for i, one in enumerate(pictures):
        out.paste(one, (GAP + i % across * (width + GAP), GAP + i // across * (height + GAP)))
    return out


def keep(picture, file, colours):
    file.parent.mkdir(parents=True, exist_ok=True)
    # Few colours: the rare ones, which are those of the verdicts, must not be the first to go.
    method = Image.Quantize.MAXCOVERAGE if colours < 256 else Image.Quantize.MEDIANCUT
    picture.convert("RGB").quantize(colours, method=method, dither=Image.Dither.NONE).save(file, optimize=True)


for screen in sorted(f.name.removesuffix("-zh-100-light.png") for f in drawn.glob("*-zh-100-light.png")):
    keep(sheet([small(Image.open(drawn / f"{screen}-{look}.png"), 300) for look in LOOKS], 4), docs / f"{screen}.png", 48)
for language, store in (("zh", "zh-CN"), ("en", "en-US")):
    shots = [Image.open(drawn / f"{name.format(language)}.png") for name in STORE]
    folder = android / f"fastlane/metadata/android/{store}/images/phoneScreenshots"
    for old in folder.glob("*.png"):
        old.unlink()
    for i, shot in enumerate(shots):
        keep(shot, folder / f"{i + 1}.png", 256)
    keep(sheet([small(shots[i], 300) for i in (0, 1, 5)], 3), docs / f"app-{language}.png", 256)
# Where only one language was drawn.
keep(sheet([small(Image.open(drawn / f"{n}.png"), 300) for n in ("result-several", "checklist-card", "log-choosing")], 3), docs / "several.png", 256)
