"""Runs the tests of the scripts; ends with the skipped ones by reason, and the numbers of passed, failed and skipped tests."""

import collections
import pathlib
import sys
import unittest


def main():
    folder = pathlib.Path(__file__).resolve().parent
    suite = unittest.defaultTestLoader.discover(str(folder), pattern="*_test.py")
    result = unittest.TextTestRunner(stream=sys.stdout).run(suite)
    skipped = collections.defaultdict(list)
    for test, reason in result.skipped:
        skipped[reason].append(test.id())
    for reason in sorted(skipped):
        print(f"skipped, for {reason}:")
        for name in skipped[reason]:
            print("  " + name)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    passed = result.testsRun - failed - len(result.skipped)
    print(f"{passed} passed, {failed} failed, {len(result.skipped)} skipped")
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
