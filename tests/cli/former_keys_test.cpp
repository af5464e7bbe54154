// SPDX-License-Identifier: MIT
// Keys of 0.1.0: warned about on the screen and in the audit, refused by --strict.
#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

const std::string former = "absent = \"zero\"\n[briefing]\nmade_for = \"Group\"\n";

bool holds(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("Former keys are warned about, once each and in the order of lines", "[program]") {
    const TempFolder folder;
    write_four_wards(folder, four_wards_project + former);
    const std::string warnings =
        "warning: project.toml:25:1: the key \"absent\" is now \"if_row_missing\"; \"absent\" is "
        "accepted until 0.3.0\n  absent = \"zero\"\n  ^\n  help: rename it in line 25\n"
        "warning: project.toml:27:1: the key \"made_for\" is now \"audience\"; \"made_for\" is "
        "accepted until 0.3.0\n  made_for = \"Group\"\n  ^\n  help: rename it in line 27\n";
    const auto check = run(folder.path(), "check project.toml");
    CHECK(check.code == 0);
    CHECK(holds(check.out, warnings));
    const auto draw = run(folder.path(), "draw project.toml --out out --only data");
    CHECK(draw.code == 0);
    CHECK(draw.err.starts_with(warnings));
    CHECK(holds(read_file(folder.path() / "out/audit.txt"), warnings));
    CHECK(holds(read_file(folder.path() / "out/audit.json"), "\\\"made_for\\\" is accepted"));
}

TEST_CASE("Former keys are errors with --strict", "[program]") {
    const TempFolder folder;
    write_four_wards(folder, four_wards_project + former);
    for (const char* const command : {"check", "draw"}) {
        const auto strict = run(folder.path(), command + std::string(" project.toml --strict"));
        CHECK(strict.code == 1);
        CHECK(strict.out.empty());
        CHECK(holds(strict.err, "error: project.toml:25:1: the key \"absent\" is now "));
        CHECK(holds(strict.err, "error: project.toml:27:1: the key \"made_for\" is now "));
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "output"));
}

TEST_CASE("A key under both its names stops the run", "[program]") {
    const TempFolder folder;
    write_four_wards(folder, four_wards_project + former + "audience = \"Group\"\n");
    const auto done = run(folder.path(), "draw project.toml");
    CHECK(done.code == 1);
    CHECK(holds(done.err, "error: project.toml:27:1: both made_for and audience are given\n"));
}
