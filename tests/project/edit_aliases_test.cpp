// SPDX-License-Identifier: MIT
#include "project/edit_project.h"

#include "project/read_project.h"
#include "support/catch.h"

using namespace wardmap;

namespace {

const std::vector<std::pair<std::string, std::string>> two = {{"Nroth", "North"},
                                                              {"the \"Heath\"", "Heath"}};

} // namespace

TEST_CASE("Aliases are added after existing ones, and comments are kept", "[project]") {
    const std::string before = "# mine\n[aliases] # of 2014\n\"Old\" = \"New\" # kept\n\n# about\n";
    const std::string behind = "[boundaries]\nsource = \"w.shp\" # [aliases]\n";
    CHECK(project::with_aliases(before + behind, two) ==
          "# mine\n[aliases] # of 2014\n\"Old\" = \"New\" # kept\n\n# about\n"
          "\"Nroth\" = \"North\"\n\"the \\\"Heath\\\"\" = \"Heath\"\n" +
              behind);
}

TEST_CASE("Without existing aliases they are added at the end, with the text's line ends",
          "[project]") {
    CHECK(project::with_aliases("a = 1", {{"Nroth", "North"}}) ==
          "a = 1\n\n[aliases]\n\"Nroth\" = \"North\"\n");
    CHECK(project::with_aliases("a = 1\r\n", {{"Nroth", "North"}}) ==
          "a = 1\r\n\r\n[aliases]\r\n\"Nroth\" = \"North\"\r\n");
    CHECK(project::with_aliases("[aliases]", {{"Nroth", "North"}}) ==
          "[aliases]\n\"Nroth\" = \"North\"\n");
}

TEST_CASE("The result is read as written", "[project]") {
    const auto toml = project::with_aliases("[boundaries]\nsource = \"w.shp\"\n[[category]]\n"
                                            "id = \"a\"\ntable = \"t.csv\"\nvalue = \"n\"\n",
                                            {{"Felin-f\xC3\xA2\x63h \\ \"x\"", "Felin"}});
    const auto read = project::parse_project(toml, "p.toml");
    CHECK(read.aliases.at("Felin-f\xC3\xA2\x63h \\ \"x\"") == "Felin");
}
