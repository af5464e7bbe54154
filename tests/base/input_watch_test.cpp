// SPDX-License-Identifier: MIT
#include "base/input_watch.h"

#include <filesystem>

#include "base/error.h"
#include "base/hash.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;

namespace {

/// The message of the InputError that a call throws.
template <typename Call>
std::string message_of(const Call& call) {
    try {
        call();
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("A file that changes while it is read is named", "[base]") {
    const testing::TempFolder folder;
    const auto path = folder.write("t.csv", "one");
    InputWatch watch;
    watch.note("data/t.csv", path);
    const auto read = watch.check_again("data/t.csv", path);
    REQUIRE(read.size() == 1);
    CHECK(read.front().written == "data/t.csv");
    CHECK(read.front().sha256 == sha256("one"));
    folder.write("t.csv", "two"); // of the same length
    const auto message = message_of([&] { (void)watch.check_again("data/t.csv", path); });
    CHECK(message.starts_with("error: data/t.csv: changed while it was read\n"));
}

TEST_CASE("The log of a database is read with it", "[base]") {
    const testing::TempFolder folder;
    const auto path = folder.write("w.gpkg", "database");
    folder.write("w.gpkg-wal", "log");
    InputWatch watch;
    watch.note("w.gpkg", path);
    const auto read = watch.check_again("w.gpkg", path);
    REQUIRE(read.size() == 2);
    CHECK(read.back().written == "w.gpkg-wal");
    folder.write("w.gpkg-wal", "longer log");
    CHECK_THROWS_AS(watch.check_again("w.gpkg", path), InputError);
}

TEST_CASE("Before publishing a file may be touched, but not changed or removed", "[base]") {
    const testing::TempFolder folder;
    const auto path = folder.write("t.csv", "one");
    InputWatch watch;
    watch.note("t.csv", path);
    folder.write("t.csv", "one");
    CHECK_NOTHROW(watch.stop_if_changed());
    folder.write("t.csv", "two");
    const auto message = message_of([&] { watch.stop_if_changed(); });
    CHECK(message.starts_with("error: t.csv: changed while the run lasted\n"));
    std::filesystem::remove(path);
    CHECK_THROWS_AS(watch.stop_if_changed(), InputError);
}

TEST_CASE("What is not a file is left to its reader", "[base]") {
    const testing::TempFolder folder;
    InputWatch watch;
    watch.note("nowhere.csv", (folder.path() / "nowhere.csv").string());
    watch.note("null", "/dev/null");
    CHECK_NOTHROW(watch.stop_if_changed());
}
