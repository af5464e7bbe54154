// SPDX-License-Identifier: MIT
#include "data/csv.h"

#include <nlohmann/json.hpp>

#include "audit/audit.h"
#include "publish/manifest.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/study.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

TEST_CASE("The CSV gives the reason for a missing figure, and is safe in a spreadsheet",
          "[publish]") {
    const auto study = study_of(
        grid_of_wards({"=HYPERLINK(\"x\")", "A, \"B\"", "C", "D"}),
        {Cell::known(1.5), Cell::suppressed(0, 4), Cell::missing(), Cell::not_calculable()});
    const auto csv = data::to_csv(study, data::ward_columns(study));
    CHECK(csv.starts_with(
        "\xEF\xBB\xBFward_code,legacy_code,ward_name,area_ha,asb_figure,asb_low,asb_high,asb_state,"
        "asb_value,asb_band,asb_range,asb_rank,asb_rank_worst,asb_sentence\r\n"));
    CHECK(csv.find("W01,,\"'=HYPERLINK(\"\"x\"\")\",100,1.5,,,known,1.5,1,") != std::string::npos);
    CHECK(csv.find("W02,,\"A, \"\"B\"\"\",100,[c],0,4,suppressed,[c],") != std::string::npos);
    CHECK(csv.find("W03,,C,100,[x],,,missing,[x],,,,,C: no figure was supplied.\r\n") !=
          std::string::npos);
    CHECK(csv.find("W04,,D,100,[z],,,not calculable,[z],,,,,D: not calculable (no denominator)") !=
          std::string::npos);
}

TEST_CASE("Every column of the data is in the dictionary", "[publish]") {
    const auto study = study_of(grid_of_wards({"A"}), {Cell::known(1)});
    const auto columns = data::ward_columns(study);
    const auto wording = data::dictionary(columns);
    for (const auto& column : columns) {
        CHECK(wording.find("\n" + column.name + ": ") != std::string::npos);
        CHECK_FALSE(column.meaning.empty());
    }
}

TEST_CASE("The audit reports totals, rows and lines; as data it is JSON", "[publish]") {
    auto study = study_of(grid_of_wards({"A", "B"}), {Cell::known(643), Cell::suppressed(0, 4)});
    auto& account = study.categories[0].accounts.front();
    account.file = "psychoactive.csv";
    account.encoding = "UTF-8";
    account.header_line = 3;
    account.key_columns = {"Ward"};
    account.value_columns = {"Total"};
    account.rows = {
        {join::RowFate::Kind::total, 30, "Maidstone", std::nullopt, "a total of the wards"}};
    account.asides = {{tables::NonDataLine::Kind::title, 1, "Admissions <script>"}};
    join::Reconciliation total;
    total.line = 30;
    total.key = "Maidstone";
    total.stated = 646;
    total.sum_known = 643;
    total.suppressed = 1;
    total.agrees = true;
    account.totals = {total};
    const auto wording = audit::audit_text(study, {}, audit::Audience::analyst);
    CHECK(wording.find("Line 30, Maidstone: 646 = 643 known + 3 for 1 withheld figure; agrees.") !=
          std::string::npos);
    CHECK(wording.find("Line 1 is a title: \"Admissions <script>\"") != std::string::npos);
    CHECK(wording.find("Line 30, \"Maidstone\": not joined, a total of the wards.") !=
          std::string::npos);
    const auto json = nlohmann::json::parse(audit::audit_json(study, {}));
    CHECK(json["categories"][0]["account"]["totals"][0]["stated"] == 646);
    CHECK(json["categories"][0]["account"]["rows"][0]["fate"] == "total");
}

TEST_CASE("A folder without Wardmap's manifest has none of its files", "[publish]") {
    const testing::TempFolder folder;
    CHECK(publish::formerly_written(folder.path().string()).empty());
    folder.write("manifest.json", "{\"outputs\": 5}");
    CHECK(publish::formerly_written(folder.path().string()).empty());
    folder.write("manifest.json",
                 R"({"wardmap": "0.2.0", "outputs": [{"path": "a"}, 7, {"path": 3}]})");
    CHECK(publish::formerly_written(folder.path().string()) ==
          std::vector<std::string>{"manifest.json", "a"});
}
