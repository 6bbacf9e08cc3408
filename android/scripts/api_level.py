#!/usr/bin/env python3
"""api_level.py CLASSES ANDROID_ALL GUARDED: fails where compiled classes refer to a member of Android that is
neither in the jar of the oldest supported version nor in GUARDED, the list of members that the app calls only behind
a version check. Fails for unused lines of GUARDED, too. Classes of Java are not checked."""
import pathlib, struct, sys, zipfile

def parse(data):
    """Returns (name, superclasses and interfaces, declared members, referenced members) of a class file."""
    count = struct.unpack_from(">H", data, 8)[0]
    pool, at, i = [None] * count, 10, 1
    while i < count:
        tag = data[at]
        if tag == 1:
            size = struct.unpack_from(">H", data, at + 1)[0]
            pool[i] = (1, data[at + 3:at + 3 + size].decode("utf-8", "replace")); at += 3 + size
        elif tag in (5, 6): at += 9; i += 1
        elif tag == 15: at += 4
        elif tag in (7, 8, 16, 19, 20): pool[i] = (tag, struct.unpack_from(">H", data, at + 1)[0]); at += 3
        else: pool[i] = (tag, *struct.unpack_from(">HH", data, at + 1)); at += 5
        i += 1
    text = lambda n: pool[n][1]
    name = lambda n: text(pool[n][1]) if n else None
    this, parent, faces = struct.unpack_from(">HHH", data, at + 2)
    above = [name(n) for n in struct.unpack_from(f">{faces}H", data, at + 8)] + [name(parent)]
    at += 8 + 2 * faces
    own = set()
    for _ in range(2):
        n = struct.unpack_from(">H", data, at)[0]; at += 2
        for _ in range(n):
            _, nm, ds, attrs = struct.unpack_from(">HHHH", data, at); at += 8
            own.add((text(nm), text(ds)))
            for _ in range(attrs): at += 6 + struct.unpack_from(">I", data, at + 2)[0]
    named = [(name(p[1]), text(pool[p[2]][1]), text(pool[p[2]][2])) for p in pool if p and p[0] in (9, 10, 11)]
    return name(this), [a for a in above if a], own, named

classes, jar, guarded_file = map(pathlib.Path, sys.argv[1:4])
platform = zipfile.ZipFile(jar)
platform_files, parsed = set(platform.namelist()), {}
def platform_class(name):
    if name not in parsed:
        file = name + ".class"
        parsed[name] = parse(platform.read(file)) if file in platform_files else None
    return parsed[name]
OBJECT_METHODS = {"hashCode", "equals", "toString", "getClass", "<init>", "notify", "wait"}
def has_member(name, member):
    if name.startswith("java/"): return member[0] in OBJECT_METHODS or name != "java/lang/Object"
    found = platform_class(name)
    return bool(found) and (member in found[2] or any(has_member(a, member) for a in found[1]))
guarded = {l.split("#")[0].strip() for l in guarded_file.read_text().splitlines()} - {""}
missing, used = set(), set()
app = {}
for f in classes.rglob("*.class"):
    c = parse(f.read_bytes()); app[c[0]] = c
for c in app.values():
    for owner, member, descriptor in c[3]:
        while owner in app and (member, descriptor) not in app[owner][2]:
            owner = app[owner][1][-1]  # inherited: resolve in the platform's superclass
        if not owner.startswith("android/"):
            continue
        reference = f"{owner}.{member}{descriptor}"
        if not has_member(owner, (member, descriptor)):
            (used if reference in guarded else missing).add(reference)
for m in sorted(missing): print(f"not in the oldest supported Android: {m}", file=sys.stderr)
for m in sorted(guarded - used): print(f"guarded but not used: {m}", file=sys.stderr)
sys.exit(bool(missing or guarded - used))
