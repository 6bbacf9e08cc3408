#!/usr/bin/env python3
"""Says how many tests ran; none or a skipped one is a failure."""
import pathlib, sys, xml.etree.ElementTree as tree
suites = [tree.parse(f).getroot() for f in pathlib.Path(sys.argv[1]).glob("TEST-*.xml")]
def total(what): return sum(int(s.get(what, 0)) for s in suites)
print(f"android: {total('tests')} tests, {total('failures') + total('errors')} failed, {total('skipped')} skipped")
sys.exit(not total("tests") or bool(total("failures") + total("errors") + total("skipped")))
