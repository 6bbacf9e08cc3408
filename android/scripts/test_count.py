#!/usr/bin/env python3
"""Prints the number of tests in Surefire's reports. Fails where no test ran and where one failed or was skipped."""
import pathlib, sys, xml.etree.ElementTree as tree
suites = [tree.parse(f).getroot() for f in pathlib.Path(sys.argv[1]).glob("TEST-*.xml")]
def total(attribute): return sum(int(s.get(attribute, 0)) for s in suites)
print(f"android: {total('tests')} tests, {total('failures') + total('errors')} failed, {total('skipped')} skipped")
sys.exit(not total("tests") or bool(total("failures") + total("errors") + total("skipped")))
