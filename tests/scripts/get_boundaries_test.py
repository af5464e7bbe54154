"""scripts/get-boundaries against a server of our own: two pages, an error, no server."""

import http.server
import json
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts/get-boundaries"


def ward(number):
    ring = [[number, 0], [number + 1, 0], [number + 1, 1], [number, 0]]
    return {"type": "Feature", "properties": {"WD24CD": f"E0500{number:04}", "WD24NM": f"Ward {number}"},
            "geometry": {"type": "Polygon", "coordinates": [ring]}}


class Portal(http.server.BaseHTTPRequestHandler):
    wards = [ward(i) for i in range(3)]
    asked = []

    def do_GET(self):
        path, _, query = self.path.partition("?")
        words = dict(urllib.parse.parse_qsl(query))
        Portal.asked.append((path, words))
        if path == "/":
            answer = {"services": [{"name": "Wards_May_2024_Boundaries_UK_BGC"}, {"name": "Rivers_2024"},
                                   {"name": "Wards_December_2017_GCB_in_Great_Britain"}]}
        elif path.endswith("/query"):
            at = int(words["resultOffset"])
            answer = {"type": "FeatureCollection", "features": self.wards[at:at + 2],
                      "exceededTransferLimit": at + 2 < len(self.wards)}
        elif "2017" in path:
            answer = {"fields": [{"name": "wd17cd"}, {"name": "wd17nm"}]}
        else:
            answer = {"fields": [{"name": "FID"}, {"name": "WD24CD"}, {"name": "WD24NM"}, {"name": "LAD24CD"}]}
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class GetBoundaries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Portal)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.url = f"http://127.0.0.1:{cls.server.server_port}/"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def run_script(self, *words, url=None):
        return subprocess.run([sys.executable, str(SCRIPT), *words, "--base-url", (url or self.url).rstrip("/") + "/"],
                              capture_output=True, text=True, check=False)

    def test_all_pages_are_fetched_and_the_district_is_asked_for(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "wards.geojson"
            done = self.run_script("--year", "2024", "--lad", "E07000110", "--out", str(out))
            self.assertEqual(done.returncode, 0, done.stderr)
            content = json.loads(out.read_text())
            self.assertEqual([f["properties"]["WD24NM"] for f in content["features"]], ["Ward 0", "Ward 1", "Ward 2"])
            self.assertIn("27700", content["crs"]["properties"]["name"])
            self.assertIn('code = "WD24CD"', done.stdout)
            self.assertEqual([p.name for p in pathlib.Path(folder).iterdir()], ["wards.geojson"])
        asked = [w for p, w in Portal.asked if p.endswith("/query")]
        self.assertEqual(asked[-1]["where"], "LAD24CD='E07000110'")

    def assert_one_line(self, done, start):
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertTrue(done.stderr.startswith("get-boundaries: " + start), done.stderr)

    def test_without_a_network_it_fails_with_one_line(self):
        done = self.run_script("--all", url="http://127.0.0.1:1/")
        self.assert_one_line(done, "the boundaries could not be fetched from 127.0.0.1:1")

    def test_a_year_that_is_not_there_names_those_that_are(self):
        self.assert_one_line(self.run_script("--year", "2019", "--all"),
                             "there are no BGC wards of 2019; there are 2017, 2024")

    def test_wards_without_their_district_cannot_be_chosen_by_it(self):
        self.assert_one_line(self.run_script("--year", "2017", "--lad", "E07000110"),
                             "the wards of 2017 do not say their district")


if __name__ == "__main__":
    unittest.main()
