// SPDX-License-Identifier: MIT
#include "study/unprintable.h"

#include "project/category.h"
#include "project/project.h"
#include "support/catch.h"
#include "wards/ward.h"

using namespace wardmap;

TEST_CASE("Signs that the font cannot draw are named with their text", "[study]") {
    project::Project project;
    project.file.written = "p.toml";
    project.title = "Sŵn a thŷ: £5 – ‘ok’ ½ ≥ €"; // all in Open Sans
    auto& category = project.categories.emplace_back();
    category.id = "asb";
    category.title = "ASB 2013 → 2014";
    category.note = "★ and ☎, ★";
    for (char c = ' '; c <= '~'; ++c) {
        category.source += c; // none of it is missing
    }
    WardSet wards;
    wards.source = "wards.shp";
    wards.wards.resize(2);
    wards.wards[0].name = "Llanfair";
    wards.wards[1].name = "Ward ✓";
    const auto findings = unprintable_texts(project, wards);
    REQUIRE(findings.size() == 3);
    CHECK(to_text(findings[0]) ==
          "warning: p.toml: the font cannot draw → in the title of asb, \"ASB 2013 → 2014\": a box "
          "would be printed\n  expected: letters, figures and signs of Open Sans\n"
          "  help: write it in words");
    CHECK(findings[1].found.find("cannot draw ★ and ☎ in the note of asb") != std::string::npos);
    CHECK(findings[2].place.file == "wards.shp");
    CHECK(findings[2].found.find("✓ in a name, \"Ward ✓\"") != std::string::npos);
}
