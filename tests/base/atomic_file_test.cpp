// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"

#include <filesystem>

#include "base/error.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;

TEST_CASE("A file is written whole, over the previous one, in a new folder", "[base]") {
    const testing::TempFolder folder;
    const auto path = (folder.path() / "a/b.txt").string();
    write_file_atomically(path, "one");
    write_file_atomically(path, "two");
    CHECK(testing::read_file(path) == "two");
    const auto files = std::distance(std::filesystem::directory_iterator(folder.path() / "a"), {});
    CHECK(files == 1);
}

TEST_CASE("A file that cannot be written is an error with the system's reason", "[base]") {
    const testing::TempFolder folder;
    CHECK_THROWS_AS(write_file_atomically(folder.path().string(), "x"), OutputError);
    CHECK_THROWS_WITH(write_file_atomically("/proc/nowhere/x", "x"),
                      "error: /proc/nowhere/x: cannot be written: No such file or directory\n"
                      "  help: choose another place for the file");
}
