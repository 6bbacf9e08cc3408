#!/usr/bin/env python3
"""Writes the licence notices of all dependencies to the app's assets, from `cargo metadata`."""
import json, pathlib, subprocess
root = pathlib.Path(__file__).resolve().parent.parent.parent
metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--format-version", "1", "--locked"], cwd=root))
packages = {p["id"]: p for p in metadata["packages"]}
nodes = {n["id"]: n for n in metadata["resolve"]["nodes"]}
seen, todo = set(), [next(i for i, p in packages.items() if p["name"] == "yanka")]
while todo:
    one = todo.pop()
    if one in seen:
        continue
    seen.add(one)
    todo += [d["pkg"] for d in nodes[one]["deps"] if any(k["kind"] is None for k in d["dep_kinds"])]
lines = ["Yanka\nApache-2.0", "JNA 5.18.1\nApache-2.0 OR LGPL-2.1-or-later", "Kotlin standard library\nApache-2.0"]
lines += [f"{p['name']} {p['version']}\n{p['license'] or 'see its source'}" for p in sorted((packages[i] for i in seen), key=lambda p: p["name"]) if p["name"] != "yanka"]
(root / "android/app/src/main/assets/licences.txt").write_text("\n\n".join(lines) + "\n")
