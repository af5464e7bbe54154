"""The files that `cmake --install` installs."""

import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "ci"


@unittest.skipUnless((BUILD / "src" / "wardmap").exists(), "build/ci is not built: run scripts/test")
class Install(unittest.TestCase):
    def test_program_styles_examples_documents_man_page_and_completion(self):
        with tempfile.TemporaryDirectory() as folder:
            prefix = pathlib.Path(folder)
            subprocess.run(
                ["cmake", "--install", str(BUILD), "--prefix", str(prefix)], check=True, capture_output=True
            )
            files = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file()}
            folders = {"styles": "share/wardmap/", "geodata": "share/wardmap/examples/"}
            wanted = {
                target + str(path.relative_to(ROOT))
                for name, target in folders.items()
                for path in (ROOT / name).rglob("*")
                if path.is_file()
            }
            wanted |= {
                "share/doc/wardmap/" + str(path.relative_to(ROOT))
                for pattern in ["*.md", "decisions/*.md"]
                for path in (ROOT / "docs").glob(pattern)
            }
            wanted |= {"share/doc/wardmap/" + name for name in ["CHANGELOG.md", "changelog.gz", "copyright"]}
            wanted |= {
                "bin/wardmap",
                "share/man/man1/wardmap.1.gz",
                "share/bash-completion/completions/wardmap",
            }
            self.assertEqual(files, wanted)

            # It finds its styles where they are installed, from any folder.
            project = ROOT / "geodata" / "maidstone" / "maidstone.toml"
            out = prefix / "out"
            subprocess.run(
                [str(prefix / "bin" / "wardmap"), "draw", str(project), "--category", "asb", "--quiet"]
                + ["--style", "greyscale", "--out", str(out)],
                check=True,
                cwd=folder,
            )
            self.assertTrue((out / "maps" / "asb.png").exists())


if __name__ == "__main__":
    unittest.main()
