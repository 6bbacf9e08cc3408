#!/usr/bin/env python3
"""api.py CLASSES ANDROID_ALL ALLOWED: each platform member that the classes name exists in that Android,
or stands in ALLOWED, the list of those that are asked for only after a look at the version.
Java's own classes are not in that file: they are not looked at here."""
import pathlib, struct, sys, zipfile

def parse(data):
    """(name, super, interfaces, own members, named members) of a class file."""
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

classes, jar, allowed = map(pathlib.Path, sys.argv[1:4])
platform = zipfile.ZipFile(jar)
there, known = set(platform.namelist()), {}
def look(name):
    if name not in known:
        file = name + ".class"
        known[name] = parse(platform.read(file)) if file in there else None
    return known[name]
OBJECT = {"hashCode", "equals", "toString", "getClass", "<init>", "notify", "wait"}
def has(name, member):
    if name.startswith("java/"): return member[0] in OBJECT or name != "java/lang/Object"
    found = look(name)
    return bool(found) and (member in found[2] or any(has(a, member) for a in found[1]))
guarded = {l.split("#")[0].strip() for l in allowed.read_text().splitlines()} - {""}
wrong, used = set(), set()
mine = {}
for f in classes.rglob("*.class"):
    c = parse(f.read_bytes()); mine[c[0]] = c
for c in mine.values():
    for owner, member, shape in c[3]:
        while owner in mine and (member, shape) not in mine[owner][2]:
            owner = mine[owner][1][-1]  # inherited: the platform's class above ours
        if not owner.startswith("android/"):
            continue
        word = f"{owner}.{member}{shape}"
        if not has(owner, (member, shape)):
            (used if word in guarded else wrong).add(word)
for w in sorted(wrong): print(f"not in the oldest Android: {w}", file=sys.stderr)
for w in sorted(guarded - used): print(f"allowed but not used: {w}", file=sys.stderr)
sys.exit(bool(wrong or guarded - used))
