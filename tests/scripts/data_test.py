"""The data products, read by other programs: a JSON Schema validator, LibreOffice, QGIS."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "ci" / "src" / "wardmap"

# Opens the layer as a user does, and reports its legend and its pixels.
QGIS = """
import collections, json, sys
from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(sys.argv[1] + "|layername=wards", "wards", "ogr")
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setBackgroundColor(QColor("white"))
settings.setOutputSize(QSize(400, 400))
settings.setExtent(layer.extent())
settings.setDestinationCrs(layer.crs())
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
seen = collections.Counter(
    image.pixelColor(x, y).name() for x in range(0, 400, 4) for y in range(0, 400, 4)
)
print("result:" + json.dumps({
    "legend": [item.label() for item in layer.renderer().legendSymbolItems()],
    "styles": layer.listStylesInDatabase()[2],
    "colours": [colour for colour, n in seen.items() if n > 3],
}))
app.exitQgis()
"""


def python_with(module):
    """A Python with the module; QGIS's is installed for the system's Python."""
    for python in (sys.executable, "/usr/bin/python3"):
        if os.path.exists(python) and not subprocess.run(
            [python, "-c", "import " + module], capture_output=True
        ).returncode:
            return python
    return None


@unittest.skipUnless(PROGRAM.exists(), "build/ci is not built: run scripts/test")
class Data(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        out = pathlib.Path(cls.folder.name)
        for name in ("maidstone", "kent"):
            subprocess.run(
                [str(PROGRAM), "draw", str(ROOT / "geodata" / name / (name + ".toml")), "--quiet"]
                + ["--only", "data", "--out", str(out / name)],
                check=True,
            )
        cls.data = out / "maidstone" / "data"
        cls.kent = out / "kent" / "data"

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_study_json_fits_its_schema(self):
        python = python_with("jsonschema")
        if python is None:
            self.skipTest("python3-jsonschema is not here")
        check = (
            "import json, sys, jsonschema\n"
            "schema, study = (json.load(open(path)) for path in sys.argv[1:])\n"
            "jsonschema.Draft202012Validator.check_schema(schema)\n"
            "jsonschema.Draft202012Validator(schema).validate(study)\n"
        )
        for data in (self.data, self.kent):
            done = subprocess.run(
                [python, "-c", check, str(data / "study.schema.json"), str(data / "study.json")],
                capture_output=True,
                text=True,
            )
            self.assertEqual(done.returncode, 0, done.stderr[-2000:])

    def test_libreoffice_reads_the_workbook(self):
        office = shutil.which("soffice")
        if office is None:
            self.skipTest("LibreOffice is not here")
        with tempfile.TemporaryDirectory() as folder:
            # One CSV for each sheet: UTF-8, numbers in full.
            done = subprocess.run(
                [office, "-env:UserInstallation=file://" + folder + "/profile", "--headless"]
                + ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"]
                + ["--outdir", folder, str(self.data / "wards.xlsx")],
                check=True,
                capture_output=True,
                text=True,
                timeout=900,
            )
            if "could not be loaded" in done.stderr:
                self.skipTest("LibreOffice is here without Calc")
            sheets = {path.stem.split("wards-", 1)[1]: path for path in pathlib.Path(folder).glob("*.csv")}
            study = json.loads((self.data / "study.json").read_text())
            ids = {mapped["id"] for mapped in study["categories"] + study["bivariates"]}
            self.assertEqual(set(sheets), ids | {"Cover", "Notes", "Definitions", "Wards"})
            asb = sheets["asb"].read_text(encoding="utf-8").splitlines()
            self.assertTrue(asb[0].startswith('"Anti-social behaviour, January'), asb[0])
            self.assertIn("E05004996,High Street,853,9690,88.0288957688,82.2197486639,94.1401694503,1,", "\n".join(asb))

    def test_qgis_opens_coloured(self):
        python = python_with("qgis.core")
        if python is None:
            self.skipTest("python3-qgis is not here")
        done = subprocess.run(
            [python, "-c", QGIS, str(self.data / "wards.gpkg")],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=900,
        )
        line = [line for line in done.stdout.splitlines() if line.startswith("result:")]
        self.assertTrue(line, done.stderr[-2000:])
        found = json.loads(line[0][7:])
        study = json.loads((self.data / "study.json").read_text())
        bands = study["categories"][0]["banding"]["bands"]
        self.assertEqual(found["legend"], [band["range"] for band in reversed(bands)])
        self.assertEqual(found["styles"], [category["title"] for category in study["categories"]])
        for band in bands:
            self.assertIn(band["colour"], found["colours"])


if __name__ == "__main__":
    unittest.main()
