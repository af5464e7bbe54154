"""The tutorial does what it says: its files are made, its commands run, and they print what it shows."""

import importlib.machinery
import importlib.util
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "ci" / "src" / "wardmap"


def load_script():
    loader = importlib.machinery.SourceFileLoader("tutorial", str(ROOT / "scripts" / "tutorial"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("tutorial", loader))
    loader.exec_module(module)
    return module


class Tutorial(unittest.TestCase):
    def test_commands_print_what_is_shown(self):
        script = load_script()
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "bin").mkdir()
            (folder / "bin" / "wardmap").symlink_to(PROGRAM)
            (folder / "scripts").symlink_to(ROOT / "scripts")
            environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
            ran = 0
            for kind, what, shown in script.steps():
                if kind == "toml":
                    with open(folder / "project.toml", "a", encoding="utf-8") as file:
                        file.write("\n" + what)
                    continue
                done = subprocess.run(what, shell=True, cwd=folder, env=environment, text=True,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                self.assertEqual(done.returncode, 0, f"{what}\n{done.stdout}")
                # "..." replaces lines that are not shown.
                pattern = ".*".join(re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.M))
                self.assertRegex(done.stdout, re.compile(r"\A" + pattern + r"\Z", re.S), what)
                ran += 1
            self.assertGreaterEqual(ran, 6)

    def test_files_are_the_same_each_time(self):
        script = load_script()
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            made = [pathlib.Path(first), pathlib.Path(second)]
            for folder in made:
                script.make(folder)
            files = sorted(path.name for path in made[0].iterdir())
            self.assertEqual(len(files), 5)
            for file in files:
                self.assertEqual((made[0] / file).read_bytes(), (made[1] / file).read_bytes(), file)

    def test_pictures_are_there(self):
        text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
        named = set(re.findall(r"!\[[^\]]+\]\(tutorial/([^)]+)\)", text))
        self.assertGreaterEqual(len(named), 2)
        self.assertEqual(named, {path.name for path in (ROOT / "docs" / "tutorial").glob("*.png")})


if __name__ == "__main__":
    unittest.main()
