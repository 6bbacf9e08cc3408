#!/usr/bin/env python3
"""Makes the three tables beside this script from three permissively licensed lists (see NOTICE.md).

    make.py DICT TSCHARACTERS PINYIN

DICT          dict.txt of jieba-rs (MIT): "word frequency tag"
TSCHARACTERS  TSCharacters.txt of OpenCC (Apache-2.0): "traditional<TAB>simplified ..."
PINYIN        pinyin_dict.json of pypinyin (MIT): {"<code point>": "reading,reading"}

Same inputs, same bytes. `words.z` is raw deflate of "word frequency" lines.
"""
import json, sys, unicodedata, zlib
from pathlib import Path

HERE = Path(__file__).parent
WORDS, LONGEST = 50_000, 4
CHARACTERS = 7_000


def rows(path):
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 2 and parts[1].isdigit():
            yield parts[0], int(parts[1])


def toneless(reading):
    flat = unicodedata.normalize("NFD", reading)
    return "".join(c for c in flat if c.isascii() and c.isalpha())


def main(dictionary, traditional, pinyin):
    ranked = sorted(rows(dictionary), key=lambda row: (-row[1], row[0]))
    kept = [row for row in ranked if len(row[0]) <= LONGEST][:WORDS]
    text = "".join(f"{word} {count}\n" for word, count in kept).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    (HERE / "words.z").write_bytes(packer.compress(text) + packer.flush())

    pairs = []
    for line in Path(traditional).read_text(encoding="utf-8").splitlines():
        old, _, new = line.partition("\t")
        new = new.split(" ")[0]
        if len(old) == 1 and len(new) == 1 and old != new:
            pairs.append(old + new)
    (HERE / "traditional.txt").write_text("".join(sorted(pairs)) + "\n", encoding="utf-8")

    counts = {}
    for word, count in ranked:
        for char in word:
            counts[char] = counts.get(char, 0) + count
    common = sorted(counts, key=lambda char: (-counts[char], char))[:CHARACTERS]
    readings = json.loads(Path(pinyin).read_text(encoding="utf-8"))
    lines = {}
    for char in common:
        reading = readings.get(str(ord(char)))
        if reading:
            lines.setdefault(toneless(reading.split(",")[0]), []).append(char)
    out = "".join(f"{sound} {''.join(sorted(chars))}\n" for sound, chars in sorted(lines.items()))
    (HERE / "sounds.txt").write_text(out, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
