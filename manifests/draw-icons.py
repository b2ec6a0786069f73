#!/usr/bin/env python3
"""Draws teams/color.png and teams/outline.png: two speech bubbles; what they share is the thanks.

Only the standard library, so that the icons can be changed on any machine: edit, run, look, commit.
Shapes are signed distances (negative is inside), in pixels of the icon; a pixel's colour is the mean of its samples.
"""
import math
import pathlib
import struct
import zlib

SAMPLES = 5  # a pixel, in each direction

TEAL, MINT, WHITE, AMBER = (0x1F, 0x5F, 0x6B), (0x7F, 0xC4, 0xC0), (0xFF, 0xFF, 0xFF), (0xF4, 0xB9, 0x42)


def rounded_box(x, y, left, top, right, bottom, radius):
    dx = abs(x - (left + right) / 2) - (right - left) / 2 + radius
    dy = abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius
    return math.hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius


def triangle(x, y, corners):
    """The farthest of the three edges' lines; corners run clockwise as seen. Exact inside, where strokes are drawn."""
    (ax, ay), (bx, by), (cx, cy) = corners
    return max(past(x, y, ax, ay, bx, by), past(x, y, bx, by, cx, cy), past(x, y, cx, cy, ax, ay))


def past(x, y, ax, ay, bx, by):
    """How far a point lies to the left of the line from a to b."""
    ex, ey = bx - ax, by - ay
    return ((x - ax) * ey - (y - ay) * ex) / math.hypot(ex, ey)


def bubble(box, radius, tail):
    return lambda x, y: min(rounded_box(x, y, *box, radius), triangle(x, y, tail))


def color_icon():
    """Full bleed; the mark stays inside the centre 120 x 120, which is all that a round mask leaves."""
    back = bubble((36, 40, 118, 102), 20, [(48, 80), (84, 94), (48, 126)])
    front = bubble((74, 68, 156, 130), 20, [(144, 108), (144, 154), (108, 122)])

    def colour(x, y):
        if front(x, y) < 0:
            return (*(AMBER if back(x, y) < 0 else WHITE), 255)
        return (*(MINT if back(x, y) < 0 else TEAL), 255)

    return colour


def outline_icon():
    """White and transparent only: the platform gives it its colour."""
    back = bubble((2, 2, 21, 17), 4.5, [(5, 13), (11, 15), (5, 22)])
    front = bubble((11, 11, 30, 26), 4.5, [(27, 22), (27, 31), (21, 24)])
    stroke = 2

    def colour(x, y):
        b, f = back(x, y), front(x, y)
        drawn = (b < 0 and f < 0) or -stroke < b < 0 or -stroke < f < 0
        return (*WHITE, 255 if drawn else 0)

    return colour


def raster(size, colour):
    offsets = [(i + 0.5) / SAMPLES for i in range(SAMPLES)]
    for row in range(size):
        line = bytearray()
        for column in range(size):
            samples = [colour(column + dx, row + dy) for dy in offsets for dx in offsets]
            seen = [s for s in samples if s[3]]
            tint = [round(sum(s[c] for s in seen) / len(seen)) for c in range(3)] if seen else [255, 255, 255]
            line += bytes([*tint, round(sum(s[3] for s in samples) / len(samples))])
        yield bytes(line)


def write_png(path, size, colour, alpha):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = raster(size, colour)
    if not alpha:
        rows = (bytes(v for i, v in enumerate(row) if i % 4 != 3) for row in rows)
    pixels = b"".join(b"\0" + row for row in rows)
    header = struct.pack(">IIBBBBB", size, size, 8, 6 if alpha else 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels, 9)) + chunk(b"IEND", b""))


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent / "teams"
    write_png(folder / "color.png", 192, color_icon(), alpha=False)
    write_png(folder / "outline.png", 32, outline_icon(), alpha=True)
