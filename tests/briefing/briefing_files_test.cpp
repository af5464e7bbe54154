// SPDX-License-Identifier: MIT
// The briefing as written by the program.
#include "support/catch.h"
#include "support/crime_project.h"
#include "support/program.h"

using namespace wardmap;
using testing::all_but;
using testing::run;
using testing::TempFolder;
using testing::write_orchard;

namespace {

const std::vector<testing::Month>& two_months() {
    static const std::vector<testing::Month> months = {{"2014-10", all_but("10", {{1, "100"}})},
                                                       {"2014-11", all_but("10", {{0, "100"}})}};
    return months;
}

} // namespace

TEST_CASE("wardmap draw writes the briefing, the same with any number of threads",
          "[cli][briefing]") {
    const TempFolder folder;
    write_orchard(folder, two_months(),
                  "audience = \"Tasking group\"\ndate = \"3 December 2014\"\n"
                  "priorities = [\"Kale\"]\nwards = 3");
    const auto one = run(folder.path(), "draw project.toml -o one --threads 1");
    INFO(one.err);
    REQUIRE(one.code == 0);
    const auto two = run(folder.path(), "draw project.toml -o two --threads 2", "TZ=Asia/Tokyo");
    REQUIRE(two.code == 0);
    for (const char* const file : {"briefing.pdf", "briefing.html"}) {
        CHECK(testing::read_file(folder.path() / "one" / file) ==
              testing::read_file(folder.path() / "two" / file));
    }
    const auto html = testing::read_file(folder.path() / "one/briefing.html");
    CHECK(html.find("<p class=\"quiet\">For: Tasking group</p>") != std::string::npos);
    CHECK(html.find("<p class=\"quiet\">3 December 2014</p>") != std::string::npos);
    CHECK(html.find("<h3>1 Alder</h3>") != std::string::npos);
    CHECK(html.find("<h3>A Kale</h3>") != std::string::npos);
    CHECK(html.find("Entered: Alder (1st; last time without points).") != std::string::npos);
    CHECK(html.find("November 2014") != std::string::npos);
}

TEST_CASE("Invalid keys of [briefing] are refused with their line", "[cli][briefing]") {
    const TempFolder folder;
    const auto refused = [&](const std::string& briefing, const std::string& found) {
        write_orchard(folder, two_months(), briefing);
        const auto result = run(folder.path(), "draw project.toml -o out");
        INFO(briefing << "\n" << result.err);
        CHECK(result.code == 1);
        CHECK(result.err.find(found) != std::string::npos);
        CHECK(result.err.find("project.toml:") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
    };
    refused("wards = 0", "wards = 0");
    refused("wards = 21", "1 to 20");
    refused("pages = 3", "1 to 2");
    refused("categories = [\"thefts\"]", "there is no category \"thefts\"");
    refused("categories = [\"theft\", \"theft\"]", "is named twice");
    refused("categories = []", "categories is empty");
    refused("weights = { theft = 0 }", "the weight of \"theft\" is not above 0");
    refused("weights = { burglary = 2 }", "there is no category \"burglary\"");
    refused("priority = [\"Alder\"]", "priority");
    refused("priorities = [\"Aldr\"]", "the priority \"Aldr\" is not a ward");
}
