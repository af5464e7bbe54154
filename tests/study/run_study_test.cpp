// SPDX-License-Identifier: MIT
#include "audit/audience.h"
#include "study/run_study.h"

#include "base/error.h"
#include "project/read_project.h"
#include "support/catch.h"
#include "support/project_files.h"

using namespace wardmap;
using testing::TempFolder;
using testing::write_four_wards;

namespace {

/// Whether a product could read the tables' own accounts.
template <typename Studied>
concept ReadsAccounts = requires(const Studied& study) {
    study.accounts.m_categories;
};

} // namespace

static_assert(!ReadsAccounts<Study>, "only the audit can look into the analyst's accounts");

TEST_CASE("Figures of several tables add up, suppressed ones as intervals", "[study]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("more.csv", "part,code,n\n1,E05000001,5\n2,E05000001,1\n1,E05000002,7\n"
                             "1,E05000003,<3\n1,E05000004,2\n1,Total,15\n2,Total,1\n");
    const auto project = folder.write(
        "plus.toml", "[project]\narea = \"Testshire\"\n[boundaries]\nsource = \"wards.geojson\"\n"
                     "[[category]]\nid = \"all\"\ntable = \"asb.csv\"\nvalue = \"incidents\"\n"
                     "suppression = \"le4\"\n"
                     "plus = [{ table = \"more.csv\", value = \"n\", duplicates = \"sum\" }]\n");
    const auto study = run_study(project::read_project(project), {});
    const auto& all = study.categories.at(0);
    CHECK(all.figures[0] == Cell::known(16));
    CHECK(all.figures[1] == Cell::suppressed(7, 11));
    CHECK(all.figures[2] == Cell::suppressed(100, 102));
    const auto& accounts = audit::AccountReader::accounts_for(audit::Audience::analyst, study, all);
    REQUIRE(accounts.size() == 2);
    CHECK(accounts[1].totals.at(0).stated == 16); // of both parts
    CHECK(accounts[1].totals.at(0).agrees);
    // The totals would reveal more of the suppressed figures than the tables do.
    double low = 0;
    double high = 0;
    for (const auto& cell : all.figures) {
        low += cell.low();
        high += cell.high();
    }
    CHECK(all.area_value == Cell::suppressed(low, high));
}

TEST_CASE("A study goes from files to bands, with every row accounted for", "[study]") {
    const TempFolder folder;
    const auto study = run_study(project::read_project(write_four_wards(folder)), {});
    REQUIRE(study.wards.wards.size() == 4);
    REQUIRE(study.categories.size() == 1);
    const auto& asb = study.categories[0];
    CHECK(asb.unit.title() == "incidents per 1,000 residents");
    CHECK(asb.denominator_label == "residents, 2011 Census");
    CHECK(asb.values[0] == Cell::known(10));
    CHECK(asb.values[1] == Cell::suppressed(0, 2)); // 0 to 4 among 2,000
    CHECK(asb.values[2] == Cell::known(25));
    CHECK(asb.values[3] == Cell::known(200));
    CHECK(asb.standings[3]->rank == 1);
    CHECK(asb.banding.bands.size() == 2);
    const auto& account =
        audit::AccountReader::accounts_for(audit::Audience::analyst, study, asb).front();
    REQUIRE(account.totals.size() == 1);
    CHECK(account.totals[0].agrees);
    CHECK(account.totals[0].residual() == 2);
    CHECK(account.rows.size() == 5);
    // The accounts available to products say only that it agrees.
    CHECK(asb.accounts.front().totals.at(0).redacted);
    CHECK(asb.accounts.front().totals.at(0).stated == 0);
    // Per 1,000 of 12,000. The total, 1,112, would reveal the withheld figure.
    REQUIRE(asb.area_value.is_suppressed());
    CHECK(asb.area_value.low() == Approx(1110.0 / 12));
    CHECK(asb.area_value.high() == Approx(1114.0 / 12));

    std::vector<std::string> inputs;
    for (const auto& input : study.inputs) {
        inputs.push_back(input.path);
        CHECK(input.sha256.size() == 64);
    }
    CHECK(inputs ==
          std::vector<std::string>{"asb.csv", "population.csv", "project.toml", "wards.geojson"});
}

TEST_CASE("Errors in several tables are reported together", "[study]") {
    const TempFolder folder;
    const auto project = project::read_project(write_four_wards(folder));
    folder.write("population.csv", "code,name,residents\nE05000001,North,many\n");
    folder.write("asb.csv", "");
    try {
        (void)run_study(project, {});
        FAIL("no exception");
    } catch (const InputError& error) {
        const std::string text = error.what();
        CHECK(text.find("asb.csv") != std::string::npos);
        CHECK(text.find("population.csv") != std::string::npos);
    }
}

TEST_CASE("An unknown category is refused with the nearest", "[study]") {
    const TempFolder folder;
    const auto project = project::read_project(write_four_wards(folder));
    RunOptions options;
    options.categories = {"abs"};
    try {
        (void)run_study(project, options);
        FAIL("no exception");
    } catch (const InputError& error) {
        const std::string text = error.what();
        CHECK(text.find("there is no category \"abs\"") != std::string::npos);
        CHECK(text.find("did you mean \"asb\"?") != std::string::npos);
    }
}

TEST_CASE("Progress rises to exactly 1", "[study]") {
    const TempFolder folder;
    RunOptions options;
    double last = -1;
    options.progress = [&](double share, std::string_view) {
        CHECK(share >= last);
        last = share;
    };
    (void)run_study(project::read_project(write_four_wards(folder)), options);
    CHECK(last == 1);
}
