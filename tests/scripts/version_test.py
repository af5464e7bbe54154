"""The commit reported by the program, and the places with the version."""

import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def git(folder, *words):
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=t", "-c", "user.email=t@example.org", *words],
        check=True, capture_output=True,
    )


def commit_of(folder):
    """The output of cmake/commit.cmake for sources in the folder, and the time of writing."""
    header = folder / "build" / "commit.h"
    subprocess.run(
        ["cmake", f"-DSOURCE_DIR={folder}", f"-DHEADER={header}", "-P", str(ROOT / "cmake/commit.cmake")],
        check=True, capture_output=True,
    )
    return re.search('WARDMAP_COMMIT "(.*)"', header.read_text()).group(1), header.stat().st_mtime_ns


class Version(unittest.TestCase):
    def test_commit_of_a_checkout_clean_and_modified_and_of_an_archive(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            git(folder, "init", "-q")
            (folder / "a").write_text("1")
            git(folder, "add", "a")
            git(folder, "commit", "-qm", "one")
            git(folder, "tag", "v9")
            commit, written = commit_of(folder)
            self.assertRegex(commit, "^[0-9a-f]{7,}$")
            self.assertEqual(commit_of(folder), (commit, written), "nothing changed, nothing is built again")
            (folder / "a").write_text("2")
            self.assertEqual(commit_of(folder)[0], commit + ", modified")
            archive = folder / "wardmap-0.2.0"  # unpacked within a checkout of something else
            archive.mkdir()
            self.assertEqual(commit_of(archive)[0], "")

    def test_every_file_names_the_same_version(self):
        version = re.search(r"project\(wardmap VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
        for path in ["CHANGELOG.md", "packaging/changelog", "docs/install/wardmap.1", "README.md"]:
            first = re.search(r"(?<![\d./])\d+\.\d+\.\d+(?![\d./])", (ROOT / path).read_text())
            self.assertEqual(first.group(0), version, path)


if __name__ == "__main__":
    unittest.main()
