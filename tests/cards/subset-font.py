"""Cuts the three faces of the cards down to the characters that the cards print.

    pip install fonttools
    python3 tests/cards/subset-font.py FOLDER

FOLDER holds NotoSansCJK-Regular.ttc, NotoSansCJK-Bold.ttc and NotoSerifCJK-Bold.ttc, as in
Debian's fonts-noto-cjk (/usr/share/fonts/opentype/noto). Run it again after a card's words changed.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SIMPLIFIED = 2  # number of the Simplified Chinese face in each Noto CJK collection
FACES = {
    "sans.otf": "NotoSansCJK-Regular.ttc",
    "bold.otf": "NotoSansCJK-Bold.ttc",
    "serif.otf": "NotoSerifCJK-Bold.ttc",
}


def main() -> None:
    tests = pathlib.Path(__file__).resolve().parent.parent
    source = pathlib.Path(sys.argv[1])
    words = "".join(map(chr, range(0x20, 0x7F)))
    for path in [*sorted((tests / "cards").glob("*.toml")), tests / "src/cards/layout/waybill.rs"]:
        words += path.read_text(encoding="utf-8")
    letters = {ord(c) for c in words if c >= " "}
    out = tests / "cards/font"
    out.mkdir(exist_ok=True)
    for name, file in FACES.items():
        font = TTFont(source / file, fontNumber=SIMPLIFIED)
        options = subset.Options()
        options.layout_features = []
        options.hinting = False
        options.desubroutinize = True
        options.name_IDs = [0, 1, 2, 13, 14]  # whose it is and its licence
        options.drop_tables += ["GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx"]
        cut = subset.Subsetter(options)
        cut.populate(unicodes=letters)
        cut.subset(font)
        font.save(out / name)
        print(name, len(letters), "characters,", (out / name).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
