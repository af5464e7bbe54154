"""The content and dependencies of the Debian package. scripts/prove-package installs one."""

import gzip
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "ci"


def lines(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()


@unittest.skipUnless((BUILD / "src" / "wardmap").exists(), "build/ci is not built: run scripts/test")
@unittest.skipUnless(shutil.which("dpkg-shlibdeps"), "dpkg-shlibdeps is not here: scripts/install-deps")
class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        lines("cpack", "--config", str(BUILD / "CPackConfig.cmake"), "-B", cls.folder.name)
        (package,) = pathlib.Path(cls.folder.name).glob("*.deb")
        cls.package = package

    def test_named_as_readme_says(self):
        self.assertRegex((ROOT / "README.md").read_text(), re.escape(self.package.name.rsplit("_", 1)[0]))

    def test_files_are_those_of_an_installed_wardmap(self):
        listing = [line.split(None, 5) for line in lines("dpkg-deb", "-c", str(self.package))]
        self.assertEqual({words[1] for words in listing}, {"root/root"})
        self.assertEqual({words[0] for words in listing}, {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x"})
        files = {words[5] for words in listing if not words[5].endswith("/")}
        self.assertEqual([f for f in files if not f.startswith("./usr/")], [])
        for path in ["bin/wardmap", "share/man/man1/wardmap.1.gz", "share/doc/wardmap/copyright",
                     "share/doc/wardmap/changelog.gz", "share/bash-completion/completions/wardmap",
                     "share/wardmap/examples/geodata/maidstone/maidstone.toml"]:
            self.assertIn("./usr/" + path, files)

    def test_depends_on_the_libraries_the_font_and_the_data_of_projections(self):
        depends = lines("dpkg-deb", "-f", str(self.package), "Depends")[0]
        for name in ["fonts-open-sans", "proj-data", "libc6 (>= ", "libgdal", "libgeos", "libproj", "libcairo2 (>= "]:
            self.assertIn(name, depends)
        self.assertNotIn("-dev", depends)

    def test_program_is_stripped_and_files_have_sums(self):
        lines("dpkg-deb", "-R", str(self.package), self.folder.name + "/root")
        root = pathlib.Path(self.folder.name) / "root"
        self.assertNotIn("not stripped", lines("file", str(root / "usr/bin/wardmap"))[0])
        sums = (root / "DEBIAN/md5sums").read_text().splitlines()
        self.assertEqual(len(sums), len([p for p in (root / "usr").rglob("*") if p.is_file()]))
        page = gzip.decompress((root / "usr/share/man/man1/wardmap.1.gz").read_bytes())
        self.assertEqual(page, (ROOT / "docs/install/wardmap.1").read_bytes())


if __name__ == "__main__":
    unittest.main()
