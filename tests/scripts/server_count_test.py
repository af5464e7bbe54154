"""Incidents counted by PostgreSQL servers, which the test starts for itself."""

import csv
import glob
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("WARDMAP", ROOT / "build" / "ci" / "src" / "wardmap"))
WARDS = ROOT / "geodata/maidstone/wards/maidstone_wards.shp"
BIN = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
POSTGIS = glob.glob("/usr/share/postgresql/*/extension/postgis.control")
QUIET = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
PASSWORD = "S3cret!pw"
TYPES, MONTHS = 1000, 100  # each made-up point has a pair of its own


def as_user(command):
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] + command if os.geteuid() == 0 else command


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        data = str(folder / f"data{self.port}")
        subprocess.run(as_user([BIN[-1] + "/initdb", "-D", data, "-A", "trust", "-U", "postgres", "--no-sync"]), **QUIET)
        options = f"-k {folder} -p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off"
        self.control = as_user([BIN[-1] + "/pg_ctl", "-D", data, "-w", "-l", str(folder / f"log{self.port}")])
        subprocess.run(self.control + ["-o", options, "start"], **QUIET)
        self.psql("create extension postgis")

    def stop(self):
        subprocess.run(self.control + ["-m", "immediate", "stop"], check=False, capture_output=True, cwd="/")

    def psql(self, *statements):
        command = [BIN[-1] + "/psql", "-h", str(self.folder), "-p", str(self.port), "-U", "postgres", "-tAq"]
        for statement in statements:
            command += ["-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def load_wards(self):
        target = f"PG:host=127.0.0.1 port={self.port} user=postgres dbname=postgres"
        options = ["-nln", "wards", "-nlt", "PROMOTE_TO_MULTI", "-lco", "GEOMETRY_NAME=geom", "-lco", "LAUNDER=YES"]
        subprocess.run(["ogr2ogr", "-f", "PostgreSQL", target, str(WARDS), "-a_srs", "EPSG:27700"] + options, **QUIET)

    def load_incidents(self, rows, table="incidents"):
        self.psql(
            f"create table {table}(id int, occurred date, easting float8, northing float8, type text)",
            f"\\copy {table} from {rows} csv header",
            f"alter table {table} add geom geometry(Point, 27700)",
            f"update {table} set geom = ST_SetSRID(ST_MakePoint(easting, northing), 27700) where easting is not null",
            "analyze",
        )

    def connection(self, user="postgres"):
        password = f" password={PASSWORD}" if user != "postgres" else ""
        return f"PG:host=127.0.0.1 port={self.port} dbname=postgres user={user}{password}"


def corners():
    """Of the wards: points exactly on borders."""
    text = subprocess.run(
        ["ogr2ogr", "-f", "CSV", "/vsistdout/", str(WARDS), "-lco", "GEOMETRY=AS_WKT"],
        check=True, capture_output=True, text=True).stdout
    csv.field_size_limit(10**9)
    points = []
    for row in csv.DictReader(text.splitlines()):
        wkt = row["WKT"].replace("(", " ").replace(")", " ").split(" ", 1)[1]
        points += [tuple(pair.split()[:2]) for pair in wkt.split(",")]
    return points


def make_points(path):
    """100,000 rows: most within the box of the wards, some on borders, some without a place."""
    random.seed(18)
    on_border = random.choices(corners(), k=500)
    rows = []
    for n in range(TYPES * MONTHS):
        x, y = f"{random.uniform(563000, 599000):.2f}", f"{random.uniform(138000, 169000):.2f}"
        if n % 200 == 7:
            x, y = on_border[n // 200]
        if n % 200 == 9:
            x = y = ""
        month = n // TYPES
        rows.append([n, f"{2010 + month // 12}-{month % 12 + 1:02}-{n % 28 + 1:02}", x, y, f"type {n % TYPES}"])
    random.shuffle(rows)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "occurred", "easting", "northing", "type"])
        writer.writerows(rows)


@unittest.skipUnless(PROGRAM.exists(), "build/ci is not built: run scripts/test")
@unittest.skipUnless(BIN, "there is no PostgreSQL server here: install postgresql to test counting on servers")
@unittest.skipUnless(POSTGIS, "there is no PostGIS here: install postgresql-postgis to test counting on servers")
@unittest.skipUnless(shutil.which("ogr2ogr"), "there is no ogr2ogr here: install gdal-bin to test counting on servers")
class ServerCount(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.clusters = []
        cls.addClassCleanup(cls.clean_up)
        if os.geteuid() == 0:
            shutil.chown(cls.folder, "postgres")
        os.chmod(cls.folder, 0o755)
        cls.points = cls.folder / "points.csv"
        make_points(cls.points)
        cls.server = cls.start()
        cls.server.load_wards()
        cls.server.load_incidents(cls.points)
        cls.some = cls.folder / "some.csv"
        cls.some.write_text("\n".join(cls.points.read_text().splitlines()[:3001]) + "\n")
        cls.server.load_incidents(cls.some, "sampled")
        cls.server.psql(
            f"create role analyst login password '{PASSWORD}'",
            f"create role reader login password '{PASSWORD}'",
            "revoke temporary on database postgres from public",
            "grant temporary on database postgres to analyst",
            "grant select on all tables in schema public to analyst, reader",
            "grant delete on incidents to analyst",
        )

    @classmethod
    def start(cls):
        cls.clusters.append(Cluster(cls.folder))
        return cls.clusters[-1]

    @classmethod
    def clean_up(cls):
        for cluster in cls.clusters:
            cluster.stop()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def count(self, source, *words, code=0):
        command = [str(PROGRAM), "count", source, "--boundaries", str(WARDS), "--quiet", "--force", *words]
        run = subprocess.run(command, capture_output=True, text=True, cwd=self.folder)
        self.assertEqual(run.returncode, code, run.stderr)
        self.assertNotIn(PASSWORD, run.stdout + run.stderr)
        return run

    def table(self, source, *words):
        out = pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / "t.csv"
        self.count(source, "--out", str(out), *words)
        with open(out, newline="", encoding="utf-8") as file:
            lines = csv.reader(file)
            next(lines)
            return {tuple(line[:-1]): int(line[-1]) for line in lines if line[-1] != "0"}

    def test_point_for_point(self):
        """Each point is alone in its type and month: every one is in the ward that PostGIS finds."""
        found = self.server.psql(
            "select type, to_char(occurred, 'YYYY-MM'), (select min(wd13cd) from wards w where ST_Intersects(w.geom, i.geom)) from incidents i")
        wanted = {(kind, month): ward for kind, month, ward in (row.split("|") for row in found.splitlines()) if ward}
        self.assertGreater(len(wanted), 30000)
        for source, words in ((str(self.points), []), (self.server.connection(), ["--table", "incidents"])):
            table = self.table(source, *words)
            self.assertEqual(set(table.values()), {1})
            self.assertEqual({(kind, month): ward for ward, _, kind, month in table}, wanted)

    def test_every_way_to_send_the_wards(self):
        wanted = self.table(str(self.some), "--by", "year")
        for words in (
            ["--table", "sampled"],
            ["--table", "public.sampled", "--wards-table", "wards"],
            ["--query", "SELECT * FROM sampled WHERE id >= 0 -- all"],
            ["--query", "SELECT id, occurred::text AS date, type, geom FROM sampled;"],
            ["--table", "sampled", "--x", "easting", "--y", "northing"],
        ):
            for user in ("analyst", "reader"):  # into a temporary table, and within the statement
                self.assertEqual(self.table(self.server.connection(user), *words, "--by", "year"), wanted, words)
        sql = self.count(self.server.connection("reader"), "--table", "sampled", "--show-sql").stdout
        self.assertIn("WITH wardmap_wards (ward, geom) AS MATERIALIZED (VALUES\n(0, ST_GeomFromText(", sql)
        sql = self.count(self.server.connection("analyst"), "--table", "sampled", "--show-sql").stdout
        self.assertIn("-- wardmap_wards is a temporary table of 26 wards", sql)
        self.assertNotIn("MULTIPOLYGON", sql)

    def test_every_row_has_a_fate(self):
        files = self.count(str(self.points), "--json", "--by", "year", "--from", "2012-01").stdout
        server = self.count(self.server.connection(), "--table", "incidents", "--json", "--by", "year",
                            "--from", "2012-01").stdout
        by_file, by_server = json.loads(files), json.loads(server)
        self.assertEqual(by_server["fates"], by_file["fates"])
        self.assertEqual(by_server["rows"], TYPES * MONTHS)
        self.assertEqual([(w["code"], w["incidents"]) for w in by_server["wards"]],
                         [(w["code"], w["incidents"]) for w in by_file["wards"]])
        self.assertNotIn("outside", by_server)  # no distances: no point came here

    def test_nothing_is_written(self):
        before = self.server.psql("select count(*) from incidents")
        delete = "WITH gone AS (DELETE FROM incidents RETURNING *) SELECT * FROM gone"
        run = self.count(self.server.connection("analyst"), "--query", delete, code=1)
        self.assertRegex(run.stderr, "read-only transaction|must be at the top level")
        run = self.count(self.server.connection("analyst"), "--query", "SELECT 1; DELETE FROM incidents", code=1)
        self.assertIn("is not a single SELECT", run.stderr)
        self.assertEqual(self.server.psql("select count(*) from incidents"), before)
        self.assertEqual(self.server.psql("select count(*) from pg_class where relname = 'wardmap_wards'"), "0")

    def test_refusals(self):
        self.server.psql(
            "create table lines as select 1 as id, date '2014-01-01' as date, ST_MakeLine(ST_Point(0, 0), ST_Point(1, 1)) as geom",
            "create table few as select * from wards where wd13cd <> 'E05005004'",
            "create table words as select '03/04/2014' as date, geom from incidents limit 5",
        )
        for words, message in (
            (["--table", "incident"], 'did you mean "incidents"?'),
            ([], "no table of incidents is named"),
            (["--table", "incidents", "--query", "SELECT 1"], "both tables and a query are named"),
            (["--table", "lines"], "no column says where an incident was|holds an ST_LineString"),
            (["--table", "words"], "does not hold dates such as 2014-01-31"),
            (["--table", "incidents", "--wards-table", "few"], "lacks 1 of the 26 wards: E05005004"),
            (["--table", "incidents", "--repeats", "left-out"], "are not left out by a server"),
        ):
            run = self.count(self.server.connection(), *words, code=1)
            self.assertRegex(run.stderr, message)

    def test_other_reference_systems(self):
        self.server.psql(
            "create table degrees as select id, occurred, type, ST_Transform(geom, 4326) as point from incidents",
            "create table columns as select id, occurred::timestamptz as at, type, ST_X(point) as longitude, ST_Y(point) as latitude from degrees",
        )
        wanted = self.table(str(self.points), "--by", "all")
        for table in ("degrees", "columns"):
            got = self.table(self.server.connection(), "--table", table, "--by", "all")
            moved = sum(abs(got.get(key, 0) - wanted.get(key, 0)) for key in {*got, *wanted})
            # Two ways from the grid to degrees and back may move a point on a border across it.
            self.assertLess(moved, 1000)
            self.assertGreater(sum(got.values()), 30000)

    def test_a_project(self):
        project = self.folder / "project.toml"
        text = f"""
            [project]
            title = "Test"
            area = "Maidstone"
            products = ["data"]
            output = "out"
            [boundaries]
            source = "{WARDS}"
            [incidents.police]
            source = "{self.server.connection('analyst')}"
            table = "incidents"
            [[category]]
            id = "all"
            incidents = "police"
            {{rule}}
            """
        wanted = self.table(str(self.points), "--by", "all")
        sums = {}
        for (ward, _, _), n in wanted.items():
            sums[ward] = sums.get(ward, 0) + n
        for rule in ("", "suppression = { publish_below = 5 }"):
            project.write_text(text.format(rule=rule))
            run = subprocess.run([str(PROGRAM), "draw", str(project), "--quiet"], capture_output=True, text=True, cwd=self.folder)
            self.assertEqual((run.returncode, PASSWORD in run.stderr), (0, False), run.stderr)
            rows = list(csv.DictReader((self.folder / "out/data/wards.csv").read_text(encoding="utf-8-sig").splitlines()))
            self.assertEqual({row["ward_code"]: int(row["all_figure"]) for row in rows}, sums)
            for path in (self.folder / "out").rglob("*"):
                if path.is_file():
                    self.assertNotIn(PASSWORD.encode(), path.read_bytes(), path.name)

    def test_rows_stay_on_the_servers_that_hold_them(self):
        """Two servers hold a half each; a third, which is asked, holds none."""
        parts = []
        lines = self.points.read_text().splitlines()
        for half in range(2):
            path = self.folder / f"half{half}.csv"
            path.write_text("\n".join([lines[0]] + lines[1 + half :: 2]) + "\n")
            server = self.start()
            server.load_wards()
            server.load_incidents(path)
            parts.append(server)
        asked = self.start()
        asked.psql("create extension postgres_fdw")
        words = []
        for number, server in enumerate(parts, 1):
            asked.psql(
                f"create schema s{number}",
                f"create server s{number} foreign data wrapper postgres_fdw options (host '127.0.0.1', port '{server.port}', dbname 'postgres', extensions 'postgis')",
                f"create user mapping for postgres server s{number} options (user 'postgres')",
                f"import foreign schema public limit to (incidents, wards) from server s{number} into s{number}",
            )
            words += ["--table", f"s{number}.incidents", "--wards-table", f"s{number}.wards"]
        wanted = self.table(str(self.points), "--by", "quarter")
        self.assertEqual(self.table(asked.connection(), *words, "--by", "quarter"), wanted)
        sql = self.count(asked.connection(), *words, "--by", "quarter", "--show-sql").stdout
        plan = asked.psql("explain (verbose, costs off) " + sql)
        self.assertEqual(plan.count("Foreign Scan"), 2, plan)
        self.assertEqual(plan.count("Relations: Aggregate on"), 2, plan)
        for line in plan.splitlines():
            if "Remote SQL" in line:
                self.assertRegex(line, r"SELECT .*count\(\*\).* GROUP BY")


if __name__ == "__main__":
    unittest.main()
