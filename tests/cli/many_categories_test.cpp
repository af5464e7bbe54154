// SPDX-License-Identifier: MIT
// More categories than a table of a GeoPackage has columns.
#include <cmath>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "gdal/attribute_table.h"
#include "gdal/vector_source.h"
#include "support/catch.h"
#include "support/csv.h"
#include "support/limited_program.h"
#include "support/project_files.h"
#include "support/rates_project.h"

using namespace wardmap::testing;

namespace {

constexpr int categories = 400;

void write_many_rates(const TempFolder& folder) {
    constexpr std::size_t wards = 12;
    std::vector<NamedCode> names;
    for (std::size_t w = 0; w < wards; ++w) {
        names.push_back({made_up_code(w), fmt::format("Ward {}", w)});
    }
    write_rates_project(folder, squares_geojson(names), wards, categories);
}

/// The sums of all columns of numbers.
std::map<std::string, double> sums_of(const wardmap::gdal::Layer& layer) {
    std::map<std::string, double> sums;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        for (const auto& feature : layer.features) {
            const auto number =
                feature.texts[i] ? wardmap::text::parse_number(*feature.texts[i]) : std::nullopt;
            sums[layer.fields[i]] += number.value_or(0);
        }
    }
    return sums;
}

std::map<std::string, double> sums_of_csv(const std::string& text) {
    const auto lines = csv_lines(text);
    std::map<std::string, double> sums;
    for (std::size_t i = 0; i < lines.front().size(); ++i) {
        for (std::size_t row = 1; row < lines.size(); ++row) {
            sums[lines.front()[i]] += wardmap::text::parse_number(lines[row][i]).value_or(0);
        }
    }
    return sums;
}

} // namespace

TEST_CASE("400 rates are published: the GeoPackage in layers, each whole", "[cli][data]") {
    const TempFolder folder;
    write_many_rates(folder);
    const auto run = run_limited(
        folder.path(), {"draw", "project.toml", "--only", "data", "-o", "out", "--quiet"});
    INFO(run.err);
    REQUIRE(run.code == 0);
    if (!has_sanitizers) CHECK(run.seconds < 60);
    const auto data = folder.path() / "out/data";
    const auto csv = sums_of_csv(read_file(data / "wards.csv"));
    std::set<std::string> seen;
    std::size_t layers = 0;
    for (;; ++layers) {
        const auto name = layers == 0 ? std::string("wards") : fmt::format("wards_{}", layers + 1);
        if (layers > 0 && seen.contains("c399_value")) break;
        const auto layer = wardmap::gdal::read_layer(
            {(data / "wards.gpkg").string(), "wards.gpkg", name, "", "", "[boundaries]"});
        CHECK(layer.features.size() == 12);
        CHECK(layer.fields.size() <= 1998);
        CHECK(layer.fields.front() == "ward_code");
        CHECK_FALSE(layer.features.front().shape.empty());
        for (const auto& [field, sum] : sums_of(layer)) {
            INFO(name << " " << field);
            const auto found = csv.find(field);
            REQUIRE(found != csv.end());
            CHECK(std::abs(found->second - sum) < 1e-6);
            seen.insert(field);
        }
    }
    CHECK(layers > 1);
    for (int c = 0; c < categories; ++c) {
        CHECK(seen.contains(fmt::format("c{}_value", c)));
        CHECK(seen.contains(fmt::format("c{}_figure", c)));
    }
    const auto styles = wardmap::gdal::read_sheet(
        {(data / "wards.gpkg").string(), "wards.gpkg", "",
         "SELECT f_table_name, count(*) AS n, sum(useAsDefault) AS first FROM layer_styles "
         "GROUP BY f_table_name",
         ""});
    REQUIRE(styles.rows.size() == layers + 1); // the first holds the names
    double all = 0;
    for (std::size_t i = 1; i < styles.rows.size(); ++i) {
        CHECK(styles.rows[i].cells[0].starts_with("wards"));
        CHECK(styles.rows[i].cells[2] == "1");
        all += wardmap::text::parse_number(styles.rows[i].cells[1]).value_or(0);
    }
    CHECK(all == categories);
}
