// SPDX-License-Identifier: MIT
#include "base/output_folder.h"

#include "base/error.h"
#include "support/catch.h"
#include "support/files.h"

using wardmap::OutputError;
using wardmap::OutputFolder;
using wardmap::testing::read_file;
using wardmap::testing::TempFolder;

namespace {

std::size_t entries(const std::filesystem::path& folder) {
    std::size_t n = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        n += entry.path().empty() ? 0 : 1;
    }
    return n;
}

} // namespace

TEST_CASE("A run's files appear all at once, with parent folders as needed", "[base]") {
    const TempFolder temp;
    const auto target = temp.path() / "a/b/out";
    {
        OutputFolder folder(target.string());
        folder.write("maps/x.txt", "new");
        CHECK_FALSE(std::filesystem::exists(target));
        folder.commit({});
    }
    CHECK(read_file(target / "maps/x.txt") == "new");
    CHECK(entries(temp.path() / "a/b") == 1); // no stage, no lock
}

TEST_CASE("A run that does not commit leaves the former output unchanged", "[base]") {
    const TempFolder temp;
    temp.write("out/x.txt", "former");
    {
        const OutputFolder folder((temp.path() / "out").string());
        folder.write("x.txt", "new");
    }
    CHECK(read_file(temp.path() / "out/x.txt") == "former");
    CHECK(entries(temp.path()) == 1);
}

TEST_CASE("The former run's files are removed, other files stay, a clash is refused", "[base]") {
    const TempFolder temp;
    temp.write("out/ours.txt", "former");
    temp.write("out/notes/mine.txt", "keep me");
    {
        OutputFolder folder((temp.path() / "out").string());
        folder.write("other.txt", "new");
        folder.commit({"ours.txt"});
    }
    CHECK_FALSE(std::filesystem::exists(temp.path() / "out/ours.txt"));
    CHECK(read_file(temp.path() / "out/other.txt") == "new");
    CHECK(read_file(temp.path() / "out/notes/mine.txt") == "keep me");
    OutputFolder folder((temp.path() / "out").string());
    folder.write("notes/mine.txt", "clash");
    CHECK_THROWS_AS(folder.commit({"other.txt"}), OutputError);
    CHECK(read_file(temp.path() / "out/notes/mine.txt") == "keep me");
    CHECK(read_file(temp.path() / "out/other.txt") == "new");
}

TEST_CASE("Remains of a killed run are removed", "[base]") {
    const TempFolder temp;
    temp.write(".out.wardmap-new-abcdef/new/half", "x");
    {
        OutputFolder folder((temp.path() / "out").string());
        folder.commit({});
    }
    CHECK_FALSE(std::filesystem::exists(temp.path() / ".out.wardmap-new-abcdef"));
}

TEST_CASE("Anything in the place of a file to be restored is named, and both are kept", "[base]") {
    const TempFolder temp;
    temp.write("out/list.txt", "put here after the kill");
    temp.write(".out.wardmap-new-abcdef/former/list.txt", "former");
    wardmap::Journal journal;
    journal.former = {"list.txt"};
    const wardmap::WorkFolder work{temp.path() / ".out.wardmap-new-abcdef"};
    write_journal(work, journal);
    const auto out = (temp.path() / "out").string();
    const auto start = [&] { const OutputFolder folder(out); };
    CHECK_THROWS_WITH(start(), "error: " + out +
                                   "/list.txt: this is in the place of a file that has to be "
                                   "restored\n  help: move it away: the file of the former output "
                                   "is " +
                                   (work.former() / "list.txt").string());
    CHECK(read_file(temp.path() / "out/list.txt") == "put here after the kill");
    std::filesystem::remove(temp.path() / "out/list.txt");
    start();
    CHECK(read_file(temp.path() / "out/list.txt") == "former");
    CHECK(entries(temp.path()) == 1);
}

TEST_CASE("A damaged journal is an error, and its files are kept", "[base]") {
    const TempFolder temp;
    temp.write("out/list.txt", "new");
    temp.write(".out.wardmap-new-abcdef/former/list.txt", "former");
    temp.write(".out.wardmap-new-abcdef/journal", "replace");
    CHECK_THROWS_AS(OutputFolder((temp.path() / "out").string()), OutputError);
    CHECK(read_file(temp.path() / ".out.wardmap-new-abcdef/former/list.txt") == "former");
}

TEST_CASE("A target that cannot be a folder is refused", "[base]") {
    const TempFolder temp;
    const auto file = temp.write("file", "x");
    CHECK_THROWS_WITH(OutputFolder(file), "error: " + file +
                                              ": this is a file, not a folder\n"
                                              "  help: choose another folder with --out");
    CHECK_THROWS_AS(OutputFolder(file + "/below"), OutputError);
    CHECK_THROWS_AS(OutputFolder("/proc/wardmap/out"), OutputError);
}
