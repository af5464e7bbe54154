// SPDX-License-Identifier: MIT
// The program's verdicts on small areas, worked out by hand.
#include <map>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

std::vector<NamedCode> wards_of(std::size_t n) {
    std::vector<NamedCode> wards;
    for (std::size_t i = 0; i < n; ++i) {
        wards.push_back({fmt::format("E05{:06}", i), std::string("Ward ") + char('A' + i)});
    }
    return wards;
}

/// A project of `n` wards with one category "n" of a table of rows "code,residents,n".
void write_place(const TempFolder& folder, std::size_t n, const std::string& rows,
                 const std::string& category) {
    folder.write("wards.geojson", squares_geojson(wards_of(n)));
    folder.write("t.csv", rows);
    folder.write("project.toml",
                 "[project]\nproducts = [\"data\", \"maps\"]\narea = \"Anyborough\"\n[boundaries]\n"
                 "source = \"wards.geojson\"\n[[category]]\nid = \"n\"\ntitle = \"Events\"\nunit = "
                 "\"events\"\ntable = \"t.csv\"\nkey = \"code\"\nvalue = \"n\"\n" +
                     category);
}

const std::string residents = "measure = \"rate\"\ndenominator = \"residents\"\n"
                              "[denominator.residents]\ntable = \"people.csv\"\nkey = \"code\"\n"
                              "value = \"residents\"\nunit = \"residents\"\n";

void write_people(const TempFolder& folder, std::size_t n, int people) {
    std::string rows = "code,residents\n";
    for (const auto& ward : wards_of(n)) {
        rows += fmt::format("{},{}\n", ward.code, people);
    }
    folder.write("people.csv", rows);
}

std::string table_of(const std::vector<std::string>& counts) {
    std::string rows = "code,n\n";
    const auto wards = wards_of(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        rows += fmt::format("{},{}\n", wards[i].code, counts[i]);
    }
    return rows;
}

/// The rows of the category in data/study.json, in order of code; members as text.
std::vector<std::map<std::string, std::string>> drawn(const TempFolder& folder) {
    const auto done = run(folder.path(), "draw project.toml -o out --quiet");
    INFO(done.err);
    REQUIRE(done.code == 0);
    const auto study = nlohmann::json::parse(read_file(folder.path() / "out/data/study.json"));
    std::vector<std::map<std::string, std::string>> rows;
    for (const auto& ward : study["categories"][0]["wards"]) {
        auto& row = rows.emplace_back();
        for (const auto& [name, value] : ward.items()) {
            row["n_" + name] = value.is_string() ? value.get<std::string>() : value.dump();
        }
    }
    return rows;
}

} // namespace

TEST_CASE("The ratio and the legend use the same rate, that of the totals row", "[verdicts]") {
    const TempFolder folder;
    std::string rows = "code,n\n";
    const std::vector<int> counts = {17, 9, 8, 7, 6, 5}; // 52 in six of twelve wards
    for (std::size_t i = 0; i < counts.size(); ++i) {
        rows += fmt::format("{},{}\n", wards_of(12)[i].code, counts[i]);
    }
    write_place(folder, 12, rows + "Anyborough,52\n", residents);
    write_people(folder, 12, 5000);
    const auto wards = drawn(folder);
    // 52 of 60,000: 0.87 per 1,000; 17 of 5,000 is 3.4.
    CHECK(std::stod(wards[0].at("n_ratio")) == Approx(3.4 / (52.0 / 60)).epsilon(1e-9));
    CHECK(wards[0].at("n_compared") == "much higher");
    CHECK(wards[0].at("n_compared_to") == "Anyborough");
    CHECK(wards[0].at("n_sentence").find("3.9 times the Anyborough rate") != std::string::npos);
    CHECK(wards[8].at("n_compared") == "no figure");
    const auto alt = read_file(folder.path() / "out/maps/n.txt");
    CHECK(alt.find("Anyborough: 0.9") != std::string::npos);

    // Without the totals row wards are compared with those that have a figure, by name.
    folder.write("t.csv", rows);
    const auto some = drawn(folder);
    CHECK(std::stod(some[0].at("n_ratio")) == Approx(17 / (52.0 / 6)).epsilon(1e-9));
    CHECK(some[0].at("n_compared_to") == "the 6 wards with a figure");
    CHECK(read_file(folder.path() / "out/maps/n.txt").find("The 6 wards with a figure: 1.7") !=
          std::string::npos);
}

TEST_CASE("Observed over expected has limits and is compared with 100", "[verdicts]") {
    const TempFolder folder;
    const std::vector<std::pair<int, double>> wards = {
        {40, 12.1}, {12, 11.2}, {11, 10.4}, {9, 9.8},  {10, 10.1}, {8, 9.4},
        {13, 12.0}, {9, 10.2},  {11, 10.9}, {10, 9.7}, {12, 11.3}, {8, 9.0}};
    std::string rows = "code,n,exp\n";
    for (std::size_t i = 0; i < wards.size(); ++i) {
        rows += fmt::format("{},{},{}\n", wards_of(12)[i].code, wards[i].first, wards[i].second);
    }
    write_place(folder, 12, rows,
                "measure = \"index\"\ndenominator = \"exp\"\n[denominator.exp]\n"
                "table = \"t.csv\"\nkey = \"code\"\nvalue = \"exp\"\n");
    const auto data = drawn(folder);
    CHECK(data[0].at("n_compared") == "much higher");
    CHECK(data[0].at("n_compared_to") == "expected");
    // Byar's limits of 40, over 12.1: 236 to 450.
    CHECK(std::stod(data[0].at("n_limit_low")) == Approx(236.1).margin(0.5));
    CHECK(std::stod(data[0].at("n_limit_high")) == Approx(450.2).margin(0.5));
    CHECK(data[1].at("n_compared") == "similar");
    CHECK(data[0].at("n_sentence").find("3.3 times the expected number") != std::string::npos);
}

TEST_CASE("A share of the total is not tested by itself, and no list omits its highest ward",
          "[verdicts]") {
    const TempFolder folder;
    write_place(folder, 12,
                table_of({"600", "3", "4", "2", "5", "3", "4", "4", "3", "5", "4", "4"}),
                "measure = \"share\"\n");
    const auto data = drawn(folder);
    CHECK(data[0].at("n_compared") == "not tested");
    CHECK(data[0].at("n_label").starts_with("Not tested by itself"));
    CHECK(data[0].at("n_sentence").find("shares of their own total") != std::string::npos);
    const auto text = read_file(folder.path() / "out/maps/n.txt");
    CHECK(text.find("no evidence") == std::string::npos);
    CHECK(text.find("Ward A") != std::string::npos);
}

TEST_CASE("Shares of a total with withheld parts are intervals", "[verdicts]") {
    const TempFolder folder;
    write_place(folder, 4, table_of({"60", "30", "c", "6"}),
                "measure = \"share\"\nsuppression = { marks = { \"c\" = [0, 4] } }\n");
    const auto data = drawn(folder);
    CHECK(data[0].at("n_state") == "suppressed"); // 60 of 96 to 100
    CHECK(data[0].at("n_sentence").find("60.0 to 62.5") != std::string::npos);
}

TEST_CASE("p values of the data are never rounded to 0, and limits and denominators are there",
          "[verdicts]") {
    const TempFolder folder;
    std::vector<std::string> counts(26, "20");
    counts[0] = "900";
    write_place(folder, 26, table_of(counts), residents);
    write_people(folder, 26, 5000);
    const auto data = drawn(folder);
    const double p = std::stod(data[0].at("n_exceptional_p"));
    CHECK(p > 0);
    CHECK(p < 1e-12);
    CHECK(data[0].at("n_denominator") == "5000");
    CHECK(data[0].at("n_exceptional") == "high");
    CHECK(data[0].at("n_compared") == "much higher");
    CHECK(std::stod(data[0].at("n_probability_above")) > 0.999);
    const auto study = nlohmann::json::parse(read_file(folder.path() / "out/data/study.json"));
    const auto& category = study["categories"][0];
    CHECK(category["whole_area_value"]["value"].get<double>() == Approx(1000.0 * 1400 / 130000));
    CHECK(category["concentration"]["top_share"].get<double>() == Approx(920.0 / 1400));
    CHECK(category["concentration"]["gini"].get<double>() > 0.5);
}

TEST_CASE("Decile 1 is the most deprived, in a separate column", "[verdicts]") {
    const TempFolder folder;
    std::vector<std::string> scores;
    for (int i = 0; i < 20; ++i) {
        scores.push_back(std::to_string(50 - 2 * i));
    }
    write_place(folder, 20, table_of(scores),
                "measure = \"mean\"\nrank_meaning = \"most deprived\"\n"
                "bands = { scheme = \"deciles\" }\n");
    const auto data = drawn(folder);
    CHECK(data[0].at("n_decile") == "1");
    CHECK(data[1].at("n_decile") == "1");
    CHECK(data[2].at("n_decile") == "2");
    CHECK(data[19].at("n_decile") == "10");
    CHECK(read_file(folder.path() / "out/data/README.txt")
              .find("n_decile: Events: decile, 1 = "
                    "most deprived") != std::string::npos);
}

TEST_CASE("The latest of thirteen months is compared with each ward's own history", "[verdicts]") {
    const TempFolder folder;
    std::string rows = "code,month,n\n";
    for (int month = 1; month <= 13; ++month) {
        const auto label = fmt::format("{}-{:02}", month <= 12 ? 2013 : 2014, (month - 1) % 12 + 1);
        for (std::size_t i = 0; i < 12; ++i) {
            // Ward B jumps in the last month; all others vary by one.
            const int count = i == 1 && month == 13 ? 40 : 10 + (month + int(i)) % 3;
            rows += fmt::format("{},{},{}\n", wards_of(12)[i].code, label, count);
        }
    }
    write_place(folder, 12, rows, "steps = \"month\"\nduplicates = \"sum\"\n" + residents);
    write_people(folder, 12, 5000);
    const auto data = drawn(folder);
    CHECK(data[1].at("n_alert") == "yes");
    CHECK(data[1].at("n_latest") == "40");
    CHECK(data[1].at("n_sentence").find("January 2014: 40, where ") != std::string::npos);
    CHECK(data[1].at("n_sentence").ends_with(": an alert."));
    CHECK(data[0].at("n_alert") == "no");
}
