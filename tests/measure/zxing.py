"""Reads grey pictures from standard input with zxing-cpp and its defaults, QR codes only.

A picture is a line "WIDTH HEIGHT" and its pixels; the answer is one JSON line with the texts and the
milliseconds of processor time. Test-only: pip install zxing-cpp numpy.
"""

import json
import sys
import time

import numpy
import zxingcpp

source, out = sys.stdin.buffer, sys.stdout
while line := source.readline():
    width, height = map(int, line.split())
    pixels = numpy.frombuffer(source.read(width * height), dtype=numpy.uint8).reshape(height, width)
    begin = time.process_time()
    codes = zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormat.QRCode)
    ms = (time.process_time() - begin) * 1000
    print(json.dumps({"texts": [code.text for code in codes], "ms": ms}), file=out, flush=True)
