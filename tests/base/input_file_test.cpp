// SPDX-License-Identifier: MIT
#include "base/input_file.h"

#include "base/error.h"
#include "base/hash.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using Catch::Matchers::Contains;

TEST_CASE("A file that changes while it is read is named", "[base]") {
    const testing::TempFolder folder;
    const auto path = folder.write("t.csv", "one");
    InputWatch watch;
    watch.note(path);
    const auto read = watch.look_again("data/t.csv", path);
    REQUIRE(read.size() == 1);
    CHECK(read.front().path == "data/t.csv");
    CHECK(read.front().sha256 == sha256("one"));
    folder.write("t.csv", "two"); // of the same length
    CHECK_THROWS_WITH(watch.look_again("data/t.csv", path),
                      Contains("error: data/t.csv: changed while it was read"));
}

TEST_CASE("The log of a database is read with it", "[base]") {
    const testing::TempFolder folder;
    const auto path = folder.write("w.gpkg", "database");
    folder.write("w.gpkg-wal", "log");
    InputWatch watch;
    watch.note(path);
    const auto read = watch.look_again("w.gpkg", path);
    REQUIRE(read.size() == 2);
    CHECK(read.back().path == "w.gpkg-wal");
    folder.write("w.gpkg-wal", "longer log");
    CHECK_THROWS_AS(watch.look_again("w.gpkg", path), InputError);
}

TEST_CASE("Before publishing a file may be touched, not changed or removed", "[base]") {
    const testing::TempFolder folder;
    const auto path = folder.write("t.csv", "one");
    const auto file = look_at_input("t.csv", path);
    folder.write("t.csv", "one");
    CHECK_NOTHROW(stop_if_changed({file}));
    folder.write("t.csv", "two");
    CHECK_THROWS_WITH(stop_if_changed({file}),
                      Contains("error: t.csv: changed while the run lasted"));
    std::filesystem::remove(path);
    CHECK_THROWS_AS(stop_if_changed({file}), InputError);
}
