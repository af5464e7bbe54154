"""Tables and boundaries of a PostgreSQL server, started by the test."""

import glob
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "ci" / "src" / "wardmap"
BIN = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
PASSWORD = "S3cret!pw"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_user(command):
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] + command if os.geteuid() == 0 else command


@unittest.skipUnless(PROGRAM.exists(), "build/ci is not built: run scripts/test")
@unittest.skipUnless(BIN, "there is no PostgreSQL server here: install postgresql to test connections")
class Database(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        if os.geteuid() == 0:
            shutil.chown(cls.folder, "postgres")
        os.chmod(cls.folder, 0o755)
        cls.port = free_port()
        data = str(cls.folder / "data")
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
        subprocess.run(as_user([BIN[-1] + "/initdb", "-D", data, "-A", "trust", "-U", "postgres"]), **quiet)
        options = f"-k {cls.folder} -p {cls.port} -c listen_addresses=127.0.0.1"
        cls.control = as_user([BIN[-1] + "/pg_ctl", "-D", data, "-w", "-l", str(cls.folder / "log")])
        subprocess.run(cls.control + ["-o", options, "start"], **quiet)
        cls.psql(
            "create schema cj",
            "create table cj.crime(ward_code text, ward_name text, month text, crime_type text, count int)",
            "create table places(name text, n int)",
            f"create role analyst login password '{PASSWORD}'",
            "grant usage on schema cj to analyst",
            "grant select, delete on cj.crime to analyst",
            "grant select on places to analyst",
        )
        table = ROOT / "geodata/maidstone/tables/crime_2014_by_month.csv"
        cls.psql(f"\\copy cj.crime from {table} csv header")

    @classmethod
    def tearDownClass(cls):
        subprocess.run(cls.control + ["-m", "immediate", "stop"], check=False, capture_output=True, cwd="/")
        shutil.rmtree(cls.folder, ignore_errors=True)

    @classmethod
    def psql(cls, *statements):
        command = [BIN[-1] + "/psql", "-h", str(cls.folder), "-p", str(cls.port), "-U", "postgres", "-tAq"]
        for statement in statements:
            command += ["-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def connection(self, **changes):
        parts = {"dbname": "postgres", "host": "127.0.0.1", "port": self.port, "user": "analyst"}
        parts["password"] = PASSWORD
        return "PG:" + " ".join(f"{key}={value}" for key, value in {**parts, **changes}.items())

    def draw(self, table, keys):
        out = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        project = out / "project.toml"
        project.write_text(
            f"""
            [project]
            title = "Test"
            area = "Maidstone"
            products = ["maps", "data"]
            output = "out"
            [boundaries]
            source = "{ROOT / "geodata/maidstone/wards/maidstone_wards.shp"}"
            code = "WD13CD"
            name = "WD13NM"
            [[category]]
            id = "burglary"
            title = "Burglary"
            unit = "offences"
            period = "2014"
            source = "Police"
            table = "{table}"
            measure = "count"
            {keys}
            """
        )
        run = subprocess.run([str(PROGRAM), "draw", str(project)], capture_output=True, text=True, cwd=out)
        return run, out / "out"

    def figures(self, out):
        lines = (out / "data" / "wards.csv").read_text(encoding="utf-8-sig").splitlines()
        at = lines[0].split(",").index("burglary_figure")
        return {line.split(",")[0]: int(line.split(",")[at]) for line in lines[1:]}

    def wanted(self):
        rows = self.psql("select ward_code, sum(count) from cj.crime where crime_type = 'Burglary' group by 1")
        return {code: int(n) for code, n in (row.split("|") for row in rows.splitlines())}

    def test_a_query_and_a_table(self):
        select = "SELECT ward_code, sum(count) AS n FROM cj.crime WHERE crime_type = 'Burglary' GROUP BY 1"
        whole = 'sheet = "cj.crime"\nwhere = { crime_type = "Burglary" }\nvalue = "count"\nduplicates = "sum"\nif_row_missing = "zero"'
        address = f"postgresql://analyst:{PASSWORD}@127.0.0.1:{self.port}/postgres"
        for table, keys in (
            (self.connection(), f'query = "{select}"\nvalue = "n"'),
            (self.connection(), whole),
            (address, whole),
        ):
            run, out = self.draw(table, keys)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertEqual(self.figures(out), self.wanted())
            for path in out.rglob("*"):
                if path.is_file():
                    text = path.read_bytes()
                    for secret in (PASSWORD, str(self.port), "analyst"):
                        self.assertNotIn(secret.encode(), text, path.name)

    def test_nothing_is_written(self):
        before = self.psql("select count(*) from cj.crime")
        delete = "WITH gone AS (DELETE FROM cj.crime RETURNING *) SELECT ward_code, 1 AS n FROM gone"
        run, _ = self.draw(self.connection(), f'query = "{delete}"\nvalue = "n"')
        self.assertEqual(run.returncode, 1)
        self.assertIn("read-only transaction", run.stderr)
        run, _ = self.draw(self.connection(), 'query = "DELETE FROM cj.crime"\nvalue = "n"')
        self.assertIn("is not a single SELECT", run.stderr)
        self.assertEqual(self.psql("select count(*) from cj.crime"), before)

    def test_refusals(self):
        for table, keys, message in (
            (self.connection(), 'sheet = "place"\nvalue = "n"', 'there is no table "place"'),
            (self.connection(), 'sheet = "place"\nvalue = "n"', 'did you mean "places"?'),
            (self.connection(), 'query = "SELECT ward FROM cj.crime"\nvalue = "n"', 'column "ward" does not exist'),
            (self.connection(port=1), 'sheet = "places"\nvalue = "n"', "the database cannot be reached"),
        ):
            run, out = self.draw(table, keys)
            self.assertEqual(run.returncode, 1)
            self.assertIn(message, run.stderr)
            self.assertNotIn(PASSWORD, run.stderr + run.stdout)
            self.assertFalse(out.exists())


if __name__ == "__main__":
    unittest.main()
