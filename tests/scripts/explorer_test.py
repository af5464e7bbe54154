"""The explorer in Chromium: tests/explorer with Node, or without it whether the page loads."""

import html
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "ci" / "src" / "wardmap"
TESTS = ROOT / "tests" / "explorer"
CHROMIUM = shutil.which("chromium")


@unittest.skipUnless(PROGRAM.exists(), "build/ci is not built: run scripts/test")
@unittest.skipUnless(CHROMIUM, "chromium is not installed: run scripts/install-deps")
class Explorer(unittest.TestCase):
    def test_page_comes_up_with_every_ward(self):
        with tempfile.TemporaryDirectory() as folder:
            project = ROOT / "geodata" / "maidstone" / "maidstone.toml"
            words = ["draw", str(project), "--only", "explorer", "--quiet", "--out", folder + "/out"]
            subprocess.run([str(PROGRAM)] + words, check=True)
            page = pathlib.Path(folder, "out", "explorer.html")
            done = subprocess.run(
                [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
                + ["--user-data-dir=" + folder + "/profile", page.as_uri()],
                check=True,
                capture_output=True,
                text=True,
                timeout=900,
            )
            static = re.findall(r'<tr><th scope="row">(.*?)</th><td>.*?</td><td>(.*?)</td>', page.read_text())
            table = done.stdout.split('<table id="table">')[1].split("</table>")[0]
            rows = re.findall(r"<tr.*?</tr>", table.split("<tbody>")[1], re.S)
            self.assertEqual(len(rows), 26)
            shown = {}
            for row in rows:
                cells = re.findall(r"<t[hd].*?</t[hd]>", row, re.S)
                texts = [html.unescape(re.sub(r"<.*?>", "", cell)) for cell in cells]
                shown[texts[0]] = texts[2]  # name, count, rate
            self.assertEqual(shown, {html.unescape(name): value for name, value in static})
            self.assertIn('<main id="explorer">', done.stdout)

    def test_in_chromium(self):
        node = shutil.which("node")
        if not node or not (TESTS / "node_modules" / "playwright-core").exists():
            self.skipTest("needs npm with Node 20 and a network: then scripts/install-deps fetches playwright-core and axe-core")
        done = subprocess.run([node, "--test"], cwd=TESTS, capture_output=True, text=True, timeout=3000)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
