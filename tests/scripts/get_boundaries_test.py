"""scripts/get-boundaries against a local server, and without one."""

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

# Names as in the portal.
SERVICES = [
    "Wards_December_2017_GCB_in_Great_Britain_2022", "Wards_December_2018_GCB_GB_2022", "WD_MAY_2023_UK_BGC",
    "Wards_December_2023_Boundaries_UK_BFE", "Wards_May_2024_Boundaries_UK_BGC", "WD18_LAD18_CTY18_OTH_UK_LU",
    "OA11_WD18_LAD18_EW_LU", "Rivers_May_2024_UK_BGC", "Wards_December_2022_Boundaries_UK_BGC",
    "Wards_December_2021_Boundaries_UK_BGC"]
LOOKUP = {"E05000000": "E07000110", "E05000001": "E07000111", "E05000002": "E07000110"}


def ward(number, year, words):
    ring = [[number, 0], [number + 1, 0], [number + 1, 1], [number, 0]]
    properties = {f"WD{year}CD": f"E0500{number:04}", f"WD{year}NM": f"Ward {number}"}
    return {"type": "Feature", "properties": properties | words,
            "geometry": {"type": "Polygon", "coordinates": [ring]}}


class Portal(http.server.BaseHTTPRequestHandler):
    """Sends two features per page, whatever the request."""

    asked = []

    def rows(self, words):
        if "_LU" in self.path:
            return [{"attributes": {"WD18CD": w}} for w, d in LOOKUP.items() if f"'{d}'" in words["where"]]
        if "2018" in self.path:
            return [w for w in (ward(i, 18, {}) for i in range(3)) if w["properties"]["WD18CD"] in words["where"]]
        return [ward(i, 24, {"LAD24CD": "E07000110"}) for i in range(3)]

    def answer(self, path, words):
        if path == "":
            return {"services": [{"name": name} for name in SERVICES]}
        if "2023" in path:
            return {"error": {"code": 400, "message": "Invalid URL"}}
        if path.endswith("/query"):
            rows, at = self.rows(words), int(words.get("resultOffset", 0))
            if words.get("returnCountOnly"):
                return {"count": len(rows) + ("December_2022" in path)}  # it has promised one too many
            return {"type": "FeatureCollection", "features": rows[at:at + 2],
                    "exceededTransferLimit": at + 2 < len(rows)}
        fields = {"_LU": ["WD18CD", "LAD18CD"], "2017": ["wd17cd", "wd17nm"], "2018": ["OBJECTID", "WD18CD", "WD18NM"]}
        names = next((f for key, f in fields.items() if key in path), ["FID", "WD24CD", "WD24NM", "LAD24CD"])
        return {"fields": [{"name": name} for name in names], "objectIdField": names[0]}

    def do_GET(self):
        path, _, query = self.path.partition("?")
        words = dict(urllib.parse.parse_qsl(query))
        Portal.asked.append((path, words))
        content = json.dumps(self.answer(path.rstrip("/"), words)).encode()
        if "2021" in path:
            content = b"<html>Down for maintenance</html>"
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
        cls.url = f"http://127.0.0.1:{cls.server.server_port}"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def setUp(self):
        Portal.asked.clear()
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.out = pathlib.Path(self.folder.name) / "wards.geojson"

    def run_script(self, *words, url=None):
        return subprocess.run([sys.executable, str(SCRIPT), *words, "--base-url", url or self.url, "--out", self.out],
                              capture_output=True, text=True, check=False)

    def names_written(self):
        content = json.loads(self.out.read_text())
        self.assertEqual(content["crs"]["properties"]["name"], "urn:ogc:def:crs:EPSG::27700")
        self.assertEqual([path.name for path in self.out.parent.iterdir()], ["wards.geojson"])
        return [f["properties"].get("WD24NM") or f["properties"]["WD18NM"] for f in content["features"]]

    def asked_where(self):
        return [words["where"] for path, words in Portal.asked if path.endswith("/query")]

    def test_all_pages_are_fetched_and_the_district_is_asked_for(self):
        done = self.run_script("--year", "2024", "--lad", "E07000110")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.names_written(), ["Ward 0", "Ward 1", "Ward 2"])
        self.assertEqual(done.stdout, f"""\
3 wards in {self.out}, from {self.url}/Wards_May_2024_Boundaries_UK_BGC/FeatureServer/0
fields: FID, WD24CD, WD24NM, LAD24CD
For the project file (the path is relative to it):

[boundaries]
source      = "{self.out}"
code        = "WD24CD"
name        = "WD24NM"
attribution = "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. \
Contains OS data © Crown copyright and database right 2024"
""")
        self.assertEqual(set(self.asked_where()), {"LAD24CD='E07000110'"})
        pages = [words for _, words in Portal.asked if "resultOffset" in words]
        self.assertEqual([words["resultOffset"] for words in pages], ["0", "2"])
        self.assertEqual({words["outSR"] for words in pages}, {"27700"})
        self.assertEqual({words["orderByFields"] for words in pages}, {"FID"})

    def test_wards_without_their_district_are_found_through_the_lookup(self):
        done = self.run_script("--year", "2018", "--lad", "E07000110")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.names_written(), ["Ward 0", "Ward 2"])
        self.assertEqual(set(self.asked_where()), {"LAD18CD='E07000110'", "WD18CD IN ('E05000000','E05000002')"})

    def test_the_list_names_ward_layers_only_oldest_first(self):
        done = self.run_script("--list")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, """\
2017 BGC Wards_December_2017_GCB_in_Great_Britain_2022
2018 BGC Wards_December_2018_GCB_GB_2022
2021 BGC Wards_December_2021_Boundaries_UK_BGC
2022 BGC Wards_December_2022_Boundaries_UK_BGC
2023 BFE Wards_December_2023_Boundaries_UK_BFE
2023 BGC WD_MAY_2023_UK_BGC
2024 BGC Wards_May_2024_Boundaries_UK_BGC
""")

    def assert_fails(self, done, message):
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual(done.stderr, f"get-boundaries: {message}\n")
        self.assertEqual(list(self.out.parent.iterdir()), [])

    def test_without_a_network_it_fails_with_one_line(self):
        self.assert_fails(self.run_script("--all", url="http://127.0.0.1:1"),
                          "the boundaries could not be fetched from 127.0.0.1:1: [Errno 111] Connection refused")

    def test_a_local_file_is_no_portal(self):
        listing = self.out.parent / "none"
        done = self.run_script("--all", url=listing.as_uri())
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertTrue(done.stderr.startswith("get-boundaries: the boundaries could not be fetched from file://"))

    def test_an_error_that_the_portal_sends_is_passed_on(self):
        self.assert_fails(self.run_script("--year", "2023", "--all"),
                          f"{self.url}/WD_MAY_2023_UK_BGC/FeatureServer/0 answered: Invalid URL")

    def test_a_page_of_html_is_no_answer(self):
        self.assert_fails(self.run_script("--year", "2021", "--all"),
                          f"{self.url}/Wards_December_2021_Boundaries_UK_BGC/FeatureServer/0 did not answer with JSON")

    def test_fewer_wards_than_the_portal_counts_are_not_written(self):
        self.assert_fails(self.run_script("--year", "2022", "--all"),
                          f"{self.url}/Wards_December_2022_Boundaries_UK_BGC/FeatureServer/0 sent 3 of 4")

    def test_a_year_that_is_not_there_names_those_that_are(self):
        self.assert_fails(self.run_script("--year", "2019", "--all"),
                          "there are no BGC wards of 2019; there are 2017, 2018, 2021, 2022, 2023, 2024")

    def test_a_district_without_field_and_lookup_cannot_be_chosen(self):
        self.assert_fails(self.run_script("--year", "2017", "--lad", "E07000110"),
                          "the wards of 2017 do not say their district, and there is no lookup that does: fetch them "
                          "with --all, then use [boundaries] where in the project file")

    def test_a_folder_that_is_not_there_is_named(self):
        self.out = self.out.parent / "none" / "wards.geojson"
        done = self.run_script("--year", "2024", "--all")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual(done.stderr, f"get-boundaries: {self.out} could not be written: No such file or directory\n")

    def test_a_district_and_all_at_once_are_refused(self):
        done = self.run_script("--all", "--lad", "E07000110")
        self.assertEqual(done.returncode, 2)
        self.assertIn("say which wards: --lad CODE or --all (or --list)", done.stderr)


if __name__ == "__main__":
    unittest.main()
