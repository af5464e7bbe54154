"""PNG, SVG and PDF of one sheet show the same: painted, and compared patch by patch."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
from xml.etree import ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "ci" / "src" / "wardmap"
DPI = 96  # that of a browser
PATCH = 6  # pixels

STYLE = """
extends = "committee"
[output]
formats = ["png", "svg", "pdf"]
dpi = 96
"""


class Painted:
    """A picture as the means of its patches."""

    def __init__(self, ppm):
        data = ppm.read_bytes()
        magic, width, height, depth = data.split(maxsplit=4)[:4]
        assert magic == b"P6" and depth == b"255"
        width, height = int(width), int(height)
        pixels = data[len(data) - 3 * width * height :]
        self.columns, self.rows = width // PATCH, height // PATCH
        self.means = [
            self._mean(pixels, width, column * PATCH, row * PATCH)
            for row in range(self.rows)
            for column in range(self.columns)
        ]

    @staticmethod
    def _mean(pixels, width, x, y):
        sums = [0, 0, 0]
        for line in range(y, y + PATCH):
            start = 3 * (line * width + x)
            stretch = pixels[start : start + 3 * PATCH]
            for channel in range(3):
                sums[channel] += sum(stretch[channel::3])
        return [s / PATCH**2 for s in sums]

    def unlike(self, other):
        """The share of patches with a channel mean that differs by more than a fifth of its range."""
        columns, rows = min(self.columns, other.columns), min(self.rows, other.rows)
        differ = sum(
            max(abs(a - b) for a, b in zip(self._at(c, r), other._at(c, r))) > 51
            for r in range(rows)
            for c in range(columns)
        )
        return differ / (columns * rows)

    def _at(self, column, row):
        return self.means[row * self.columns + column]


@unittest.skipUnless(PROGRAM.exists(), "build/ci is not built: run scripts/test")
class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        (cls.path / "style.toml").write_text(STYLE)
        subprocess.run(
            [
                PROGRAM, "draw", ROOT / "geodata/maidstone/maidstone.toml", "--quiet",
                "--style", cls.path / "style.toml", "--only", "maps", "--out", cls.path / "out",
                "--category", "asb", "--category", "assault", "--category", "asb-count",
            ],
            check=True,
        )  # fmt: skip
        cls.maps = cls.path / "out" / "maps"
        cls.png = {name: cls.of_png(cls.maps / (name + ".png")) for name in ("asb", "assault", "asb-count")}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def of_png(cls, png):
        ppm = cls.path / (png.stem + png.suffix + ".ppm")
        bands = [word for band in "123" for word in ("-b", band)]
        subprocess.run(["gdal_translate", "-q", "-of", "PNM", *bands, png, ppm], check=True)
        return Painted(ppm)

    def test_pdf_shows_what_png_shows(self):
        for name, png in self.png.items():
            with self.subTest(name):
                page = self.path / (name + "-pdf")
                subprocess.run(
                    ["pdftoppm", "-r", str(DPI), "-singlefile", self.maps / (name + ".pdf"), page],
                    check=True,
                )
                self.assertLess(png.unlike(Painted(page.with_suffix(".ppm"))), 0.001)

    @unittest.skipUnless(shutil.which("chromium"), "there is no chromium")
    def test_svg_shows_what_png_shows(self):
        for name, png in self.png.items():
            with self.subTest(name):
                shot = self.path / (name + "-svg.png")
                subprocess.run(
                    [
                        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                        f"--user-data-dir={self.path / 'profile'}", "--window-size=794,1123",
                        f"--screenshot={shot}", (self.maps / (name + ".svg")).as_uri(),
                    ],
                    check=True, capture_output=True, timeout=900, env={**os.environ, "HOME": str(self.path)},
                )  # fmt: skip
                self.assertLess(png.unlike(self.of_png(shot)), 0.001)

    def test_no_two_elements_of_all_svgs_share_an_id(self):
        ids = []
        for svg in sorted(self.maps.glob("*.svg")):
            root = ElementTree.parse(svg).getroot()
            own = [element.get("id") for element in root.iter() if element.get("id")]
            self.assertIn(root.get("aria-labelledby"), own)
            self.assertIn(root.get("aria-describedby"), own)
            ids += own
        self.assertGreater(len(ids), 4 * 26)
        self.assertEqual(sorted(ids), sorted(set(ids)))

    @unittest.skipUnless(shutil.which("soffice"), "there is no LibreOffice")
    def test_libreoffice_spaces_the_letters_of_an_svg_well(self):
        office = ["soffice", "--headless", f"-env:UserInstallation={(self.path / 'office').as_uri()}"]
        subprocess.run(
            [*office, "--convert-to", "pdf", "--outdir", self.path, self.maps / "assault.svg"],
            check=True, capture_output=True, timeout=900,
        )  # fmt: skip
        pdf = self.path / "assault.pdf"
        if not pdf.exists():
            self.skipTest("LibreOffice is here without Draw")
        words = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
        for said in ("Admissions per 1,000 residents", "Marden and Yalding", "Denominator"):
            self.assertIn(said, words)

    def test_other_sheets_differ(self):
        self.assertGreater(self.png["asb"].unlike(self.png["assault"]), 0.02)
        self.assertGreater(self.png["asb"].unlike(self.png["asb-count"]), 0.02)


if __name__ == "__main__":
    unittest.main()
