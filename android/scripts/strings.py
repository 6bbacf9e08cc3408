#!/usr/bin/env python3
"""Lays tests/words/shell-words.toml out as the three strings.xml; `--check` says whether they still agree."""
import pathlib, re, sys, tomllib
root = pathlib.Path(__file__).resolve().parent.parent
words = tomllib.loads((root.parent / "tests/words/shell-words.toml").read_text())
folders = {"zh-hans": "values", "zh-hant": "values-b+zh+Hant", "en": "values-en"}
elsewhere = set((root / "elsewhere.txt").read_text().split())  # words that only the other app says
wrong = False
for language, folder in folders.items():
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!-- Laid out by scripts/strings.py from tests/words/shell-words.toml. -->", "<resources>"]
    lines.append(f'    <string name="core_language" translatable="false">{language}</string>')
    for section, entries in words.items():
        for word, said in entries.items():
            name = re.sub(r"[.-]", "_", f"{section}.{word}")
            if name in elsewhere:
                continue
            text = said[language].replace("&", "&amp;").replace("<", "&lt;").replace("'", "\\'").replace('"', '\\"')
            lines.append(f'    <string name="{name}">{text}</string>')
    text = "\n".join(lines + ["</resources>", ""])
    file = root / "app/src/main/res" / folder / "strings.xml"
    if "--check" in sys.argv:
        if not file.exists() or file.read_text() != text:
            print(f"{file.relative_to(root)} is not what the words say: run scripts/strings.py", file=sys.stderr)
            wrong = True
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
sys.exit(wrong)
