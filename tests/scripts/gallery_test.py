"""The review sheet shows every style, and every picture that it names exists."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GALLERY = ROOT / "docs" / "gallery"


class Gallery(unittest.TestCase):
    def test_pictures(self):
        named = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (GALLERY / "README.md").read_text(encoding="utf-8"))
        drawn = {str(path.relative_to(GALLERY)) for path in GALLERY.glob("*/*.png")}
        self.assertEqual(set(named), drawn)
        styles = {f"styles/{path.stem}.png" for path in (ROOT / "styles").glob("*.toml")}
        self.assertLessEqual(styles, drawn)


if __name__ == "__main__":
    unittest.main()
