// SPDX-License-Identifier: MIT
// Backtests of past lists, on figures worked out by hand.
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

/// Twelve wards and months; `count` is the number of events of a ward in a month.
template <typename Count>
void write_series(const TempFolder& folder, int months, const Count& count) {
    std::vector<NamedCode> wards;
    std::string rows = "code,month,n\n";
    std::string people = "code,residents\n";
    for (int i = 0; i < 12; ++i) {
        wards.push_back({fmt::format("E05{:06}", i), std::string("Ward ") + char('A' + i)});
        people += fmt::format("{},5000\n", wards.back().code);
        for (int month = 1; month <= months; ++month) {
            rows += fmt::format("{},2014-{:02},{}\n", wards.back().code, month, count(i, month));
        }
    }
    folder.write("wards.geojson", squares_geojson(wards));
    folder.write("t.csv", rows);
    folder.write("people.csv", people);
    folder.write("project.toml",
                 "[project]\n[boundaries]\nsource = \"wards.geojson\"\n[[category]]\nid = \"n\"\n"
                 "title = \"Events\"\nunit = \"events\"\ntable = \"t.csv\"\nkey = \"code\"\n"
                 "value = \"n\"\nsteps = \"month\"\nduplicates = \"sum\"\nmeasure = \"rate\"\n"
                 "denominator = \"residents\"\n[denominator.residents]\ntable = \"people.csv\"\n"
                 "key = \"code\"\nvalue = \"residents\"\n");
}

} // namespace

TEST_CASE("A list is tested against the next month, the last counts, chance and the best",
          "[backtest]") {
    const TempFolder folder;
    // Ward A has 45 of 100 events in each of four months, all others 5.
    write_series(folder, 4, [](int ward, int) { return ward == 0 ? 45 : 5; });
    const auto done = run(folder.path(), "backtest project.toml --wards 1,3 --json");
    REQUIRE(done.code == 0);
    const auto json = nlohmann::json::parse(done.out);
    REQUIRE(json["rows"].size() == 2);
    const auto& one = json["rows"][0];
    CHECK(one["wards"] == 1);
    CHECK(one["periods"] == 3);
    CHECK(one["hit_rate"].get<double>() == Approx(0.45));
    CHECK(one["hit_rate_by_count"].get<double>() == Approx(0.45));
    CHECK(one["by_chance"].get<double>() == Approx(1.0 / 12));
    CHECK(one["predictive_accuracy_index"].get<double>() == Approx(0.45 * 12));
    CHECK(one["efficiency"].get<double>() == Approx(1));
    CHECK(json["rows"][1]["hit_rate"].get<double>() == Approx(0.55));
    const auto text = run(folder.path(), "backtest project.toml");
    CHECK(text.code == 0);
    CHECK(text.out.find("Events        1        3     45%       45%         8%      5.4         "
                        "100%\n") != std::string::npos);
}

TEST_CASE("A hotspot that moves each month is found by no list", "[backtest]") {
    const TempFolder folder;
    write_series(folder, 6, [](int ward, int month) { return ward == month ? 60 : 4; });
    const auto json =
        nlohmann::json::parse(run(folder.path(), "backtest project.toml --wards 1 --json").out);
    const auto& row = json["rows"][0];
    CHECK(row["hit_rate"].get<double>() == Approx(4.0 / 104));
    CHECK(row["efficiency"].get<double>() == Approx(4.0 / 60));
    CHECK(row["predictive_accuracy_index"].get<double>() < 1);
}

TEST_CASE("Without a series there is nothing to test, and the message says what is needed",
          "[backtest]") {
    const TempFolder folder;
    write_series(folder, 2, [](int ward, int month) { return ward + month; });
    const auto done = run(folder.path(), "backtest project.toml");
    CHECK(done.code == 1);
    CHECK(done.out.empty());
    CHECK(done.err.find("there is nothing to test: Events: no series of at least three periods") !=
          std::string::npos);
    CHECK(done.err.find("help: steps = \"month\" in the category") != std::string::npos);
    CHECK(run(folder.path(), "backtest project.toml --wards 0").code == 2);
}
