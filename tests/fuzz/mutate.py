"""Damages small real files, and runs the built program on each.

A shapefile, a GeoPackage, GeoJSON, an .xlsx, an .ods and a dBase table are made with ogr2ogr, changed at random
(always the same changes for a seed), and read by `wardmap check`. It may accept or refuse them (exit code 0, 1
or 2). A signal, another exit code, a run that takes too long or too much memory, or a message that calls it a
fault of Wardmap is a failure: the files are kept, and the command is printed.

usage: mutate.py PROGRAM [--runs N] [--seconds S] [--seed N] [--only KIND] [--keep FOLDER]
"""

import argparse
import collections
import io
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

LONGEST = 20  # seconds of work of one run
HANGS = 600  # seconds of the clock, after which a run that does nothing is ended: a machine may be busy
MEMORY = 3 << 30  # bytes of address space: the program reserves far more than it uses
NAMES = ["North", "North Downs", "Park Wood", "High Street"]

PROJECT = """[project]
title = "Test"
area = "Testshire"

[boundaries]
source = "{wards}"
code = "WD13CD"
name = "WD13NM"

[[category]]
id = "asb"
title = "Anti-social behaviour"
unit = "incidents"
period = "2014"
source = "Police"
table = "{table}"
key = "Ward"
value = "n"
measure = "count"
"""


def geojson():
    features = []
    for i, name in enumerate(NAMES):
        x, y = 576000 + 1000 * (i % 2), 155000 + 1000 * (i // 2)
        ring = [[x, y], [x + 1000, y], [x + 1000, y + 1000], [x, y + 1000], [x, y]]
        features.append(
            {
                "type": "Feature",
                "properties": {"WD13CD": f"E0500000{i + 1}", "WD13NM": name},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
    return json.dumps({"type": "FeatureCollection", "crs": crs, "features": features})


def convert(folder, driver, source, target):
    subprocess.run(
        ["ogr2ogr", "-f", driver, str(folder / target), str(folder / source), "-nln", "wards"],
        check=True,
        capture_output=True,
    )


def make_seeds(folder):
    """Writes every format; returns by kind: boundaries, table, and the files to damage."""
    (folder / "wards.geojson").write_text(geojson())
    rows = "".join(f"{name},{i + 3}\n" for i, name in enumerate(NAMES))
    (folder / "asb.csv").write_text("Ward,n\n" + rows)
    convert(folder, "ESRI Shapefile", "wards.geojson", "wards.shp")
    convert(folder, "GPKG", "wards.geojson", "wards.gpkg")
    for driver, target in (("XLSX", "asb.xlsx"), ("ODS", "asb.ods"), ("ESRI Shapefile", "asb.dbf")):
        convert(folder, driver, "asb.csv", target)
    parts = [f"wards.{ending}" for ending in ("shp", "shx", "dbf", "prj")]
    return {
        "shapefile": ("wards.shp", "asb.csv", parts),
        "geopackage": ("wards.gpkg", "asb.csv", ["wards.gpkg"]),
        "geojson": ("wards.geojson", "asb.csv", ["wards.geojson"]),
        "xlsx": ("wards.geojson", "asb.xlsx", ["asb.xlsx"]),
        "ods": ("wards.geojson", "asb.ods", ["asb.ods"]),
        "dbase": ("wards.geojson", "asb.dbf", ["asb.dbf"]),
    }


def damage_number(dice, data):
    """Replaces a number in text by a strange one."""
    numbers = list(re.finditer(rb"-?\d+(\.\d+)?", data))
    if not numbers:
        return data
    at = dice.choice(numbers)
    strange = [b"0", b"-1", b"2147483648", b"1e999", b"nan", b"99999999999999999999", b"1.5", b"", b"[[[["]
    return data[: at.start()] + dice.choice(strange) + data[at.end() :]


def damage_bytes(dice, data):
    """Changes some bytes, or sets integers to extreme values."""
    at = dice.randrange(len(data))
    width = dice.choice([1, 1, 2, 4, 8])
    extreme = [b"\x00" * width, b"\xff" * width, b"\x7f" + b"\xff" * (width - 1), dice.randbytes(width)]
    return data[:at] + dice.choice(extreme) + data[at + width :]


def damage_length(dice, data):
    """Removes or doubles a part, or cuts off the end."""
    start = dice.randrange(len(data))
    end = min(len(data), start + dice.choice([1, 4, 16, 64, 1024]))
    return dice.choice(
        [data[:start], data[:start] + data[end:], data[:end] + data[start:end] * dice.choice([1, 2, 50]) + data[end:]]
    )


def damage(dice, data):
    for _ in range(dice.choice([1, 1, 2, 4])):
        if data:
            data = dice.choice([damage_number, damage_bytes, damage_bytes, damage_length])(dice, data)
    return data


def damage_zip(dice, data):
    """Damages one part of an archive; the archive itself stays valid."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = dice.choice(names)
        for name in names:
            part = old.read(name)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(info, damage(dice, part) if name == chosen else part)
    return out.getvalue()


def limit():
    """Limit of address space; a program with sanitizers reserves far more, and limits its own memory."""
    if not os.environ.get("ASAN_OPTIONS"):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST + 1))


def fault_of(program, folder):
    """The problem of a run; None if there is none."""
    try:
        done = subprocess.run(
            [program, "check", "project.toml", "--threads", "1"],
            cwd=folder,
            capture_output=True,
            timeout=HANGS,
            preexec_fn=limit,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return f"no end after {HANGS} s"
    if done.returncode == -signal.SIGXCPU:
        return f"no end after {LONGEST} s of work"
    if done.returncode < 0:
        return f"signal {-done.returncode}"
    if done.returncode not in (0, 1, 2):
        return f"exit code {done.returncode}"
    said = done.stdout + done.stderr
    if b"not enough memory" in said:
        return "takes too much memory"
    if b"defect of Wardmap" in said or b"internal error" in said:
        return "calls it a defect of Wardmap: " + said.decode("utf-8", "replace")[:300]
    if done.returncode and b"error: " not in done.stderr:
        return "refused without a message"
    return None


class Mutants:
    def __init__(self, words):
        self.words = words
        self.program = str(pathlib.Path(words.program).resolve())
        self.runs = collections.Counter()
        self.failures = 0

    def check_seeds(self, seeds, kinds):
        """Undamaged files are accepted."""
        for kind, (wards, table, _) in kinds.items():
            (seeds / "project.toml").write_text(PROJECT.format(wards=wards, table=table))
            done = subprocess.run([self.program, "check", "project.toml"], cwd=seeds, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"mutate: the undamaged {kind} is refused: {done.stderr}")

    def run(self, seeds, kinds, kind, number):
        wards, table, damaged = kinds[kind]
        dice = random.Random(f"{self.words.seed} {kind} {number}")
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for file in {wards, table, *damaged}:
                shutil.copy(seeds / file, folder / file)
            (folder / "project.toml").write_text(PROJECT.format(wards=wards, table=table))
            target = folder / dice.choice(damaged)
            zipped = target.suffix in (".xlsx", ".ods") and dice.random() < 0.7
            target.write_bytes((damage_zip if zipped else damage)(dice, target.read_bytes()))
            self.runs[kind] += 1
            fault = fault_of(self.program, folder)
            if fault:
                self.keep(folder, kind, number, fault)

    def keep(self, folder, kind, number, fault):
        self.failures += 1
        kept = pathlib.Path(self.words.keep) / f"{kind}-{number}"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept)
        print(f"FAILED: {kind} {number}: {fault}\n  {self.program} check {kept}/project.toml", flush=True)


def main():
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("program")
    reader.add_argument("--runs", type=int, default=100, help="of each kind")
    reader.add_argument("--seconds", type=float, help="at the most, in all (default: as long as the runs take)")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--only", help="one kind")
    reader.add_argument("--keep", default="build/fuzz/found", help="folder of the files that failed")
    words = reader.parse_args()
    mutants = Mutants(words)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        seeds = pathlib.Path(name)
        kinds = make_seeds(seeds)
        mutants.check_seeds(seeds, kinds)
        for number in range(words.runs):
            for kind in [words.only] if words.only else kinds:
                if words.seconds is None or time.monotonic() - start < words.seconds:
                    mutants.run(seeds, kinds, kind, number)
    counts = ", ".join(f"{count} {kind}" for kind, count in mutants.runs.items())
    print(f"mutate: {counts}: {mutants.failures} failed, {time.monotonic() - start:.0f} s")
    return 1 if mutants.failures or not mutants.runs else 0


if __name__ == "__main__":
    sys.exit(main())
