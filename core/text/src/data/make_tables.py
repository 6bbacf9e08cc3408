#!/usr/bin/env python3
"""Generates the two tables in this folder from permissively licensed lists (see NOTICE.md).

    make_tables.py DICT TSCHARACTERS

DICT          dict.txt of jieba-rs (MIT): "word frequency tag"
TSCHARACTERS  TSCharacters.txt of OpenCC (Apache-2.0): "traditional<TAB>simplified ..."

Deterministic: the same inputs give the same bytes. `word_frequencies.z` is raw deflate of "word frequency" lines.
"""
import sys, zlib
from pathlib import Path

HERE = Path(__file__).parent
MAX_WORDS, MAX_WORD_LENGTH = 50_000, 4


def rows(path):
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 2 and parts[1].isdigit():
            yield parts[0], int(parts[1])


def main(dictionary, traditional_characters):
    ranked = sorted(rows(dictionary), key=lambda row: (-row[1], row[0]))
    kept = [row for row in ranked if len(row[0]) <= MAX_WORD_LENGTH][:MAX_WORDS]
    text = "".join(f"{word} {count}\n" for word, count in kept).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    (HERE / "word_frequencies.z").write_bytes(packer.compress(text) + packer.flush())

    pairs = []
    for line in Path(traditional_characters).read_text(encoding="utf-8").splitlines():
        traditional, _, candidates = line.partition("\t")
        simplified = candidates.split(" ")[0]
        if len(traditional) == 1 and len(simplified) == 1 and traditional != simplified:
            pairs.append(traditional + simplified)
    (HERE / "traditional.txt").write_text("".join(sorted(pairs)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
