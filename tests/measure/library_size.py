#!/usr/bin/env python3
"""Prints what each part of the phone's library weighs, as the table of docs/library-size.md.

    cargo build --locked --profile dist --config 'profile.dist.strip="none"' -p yanka
    tests/measure/library_size.py > docs/library-size.md

Code and named data: the sizes of the symbols, by crate; a symbol of C belongs to the archive that has
it. Data without a symbol: the files that the sources embed, and the rest by section. Needs binutils.
"""
import collections, os, re, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "target/dist/libyanka.so"
C_LIBRARIES = [("OpenSSL", "openssl-sys-*/out/openssl-build/install/lib/libcrypto.a"), ("SQLCipher", "libsqlite3-sys-*/out/libsqlcipher.a")]
EMBEDDED = re.compile(r'include_(?:bytes|str)!\(\s*"([^"]+)"')
# Parts below this many kB are added up in one row.
LEAST = 25
OURS = "yanka"


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def sections(library):
    rows = (line.split() for line in output("size", "-A", library).splitlines())
    return {row[0]: int(row[1]) for row in rows if len(row) == 3 and row[0].startswith(".")}


def symbols(library):
    """(size, name) of each symbol with a size; aliases of one address count once."""
    by_address = {}
    for line in output("nm", "-S", "-C", "--defined-only", library).splitlines():
        address, size, _, name = line.split(" ", 3) if line.count(" ") > 2 else ("", "", "", "")
        if size and re.fullmatch("[0-9a-f]+", size):
            by_address[address] = (int(size, 16), name)
    return by_address.values()


def c_symbols():
    """Name of each C symbol to the library that has it."""
    owners = {}
    for owner, pattern in C_LIBRARIES:
        archive = max((ROOT / "target/dist/build").glob(pattern), key=os.path.getmtime)
        for line in output("nm", "--defined-only", archive).splitlines():
            owners.setdefault(line.split(" ")[-1], owner)
    return owners


def part(name, owners):
    """The crate or C library of a symbol: for `<T as Trait>::f`, that of T."""
    base = re.sub(r"\.(part|isra|constprop|cold|llvm|lto_priv|str).*", "", name)
    if base in owners:
        return owners[base]
    crate = re.search(r"([a-z][a-z0-9_]*)(?:\[[0-9a-f]+\])?::", name)
    if not crate:
        return "without a crate's name"
    crate = crate.group(1)
    if crate in ("core", "alloc", "std", "gimli", "addr2line", "rustc_demangle", "hashbrown"):
        return "the standard library, and its generics"
    return crate.replace("_", "-")


def embedded():
    """Files that the sources of the core embed, by size."""
    files = {}
    for source in sorted((ROOT / "core").rglob("*.rs")):
        if "/tests" not in str(source):
            for name in EMBEDDED.findall(source.read_text(encoding="utf-8")):
                path = (source.parent / name).resolve()
                files[path.relative_to(ROOT)] = path.stat().st_size
    return files


def main():
    with tempfile.NamedTemporaryFile() as stripped:
        output("strip", "-o", stripped.name, LIBRARY)
        total = os.path.getsize(stripped.name)
    size = sections(LIBRARY)
    owners = c_symbols()
    parts = collections.Counter()
    for length, name in symbols(LIBRARY):
        parts[part(name, owners)] += length
    named = sum(parts.values())
    loaded = [".text", ".rodata", ".data", ".data.rel.ro", ".tdata"]
    files = embedded()
    without_symbol = sum(size.get(s, 0) for s in loaded) - named - sum(files.values())
    for path, length in files.items():
        parts[f"`{path}`"] += length
    parts["constants without a symbol: texts, tables of dependencies"] += without_symbol
    parts["relocations, unwinding tables, symbol tables"] += total - sum(size.get(s, 0) for s in loaded)
    small = {p for p, n in parts.items() if n < LEAST * 1000}
    rows = [(n, p) for p, n in parts.items() if p not in small]
    rows.append((sum(parts[p] for p in small), f"{len(small)} parts below {LEAST} kB"))
    print("# What the phone's library weighs\n")
    print("Made by `tests/measure/library_size.py` from the profile `dist` on x86_64; do not edit it.\n")
    print(f"**{total / 1e6:.1f} MB** stripped. [0008](decisions/0008-first-minutes.md) says what keeps it small.\n")
    print("| part | kB | share |\n|---|---:|---:|")
    for length, name in sorted(rows, reverse=True):
        print(f"| {name} | {length / 1000:,.0f} | {length / total:.1%} |")


if __name__ == "__main__":
    sys.exit(main())
