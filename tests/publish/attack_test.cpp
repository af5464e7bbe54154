// SPDX-License-Identifier: MIT
// Whether suppressed figures can be recovered from published ones: by solving for them, and by
// comparing the output for different true counts.
#include <array>
#include <filesystem>
#include <random>

#include <fmt/format.h>

#include "audit/audit.h"
#include "data/columns.h"
#include "data/csv.h"
#include "data/study_json.h"
#include "data/summary.h"
#include "paint/picture_format.h"
#include "project/read_project.h"
#include "publish/publish.h"
#include "study/run_study.h"
#include "style/read_style.h"
#include "support/attacker.h"
#include "support/catch.h"
#include "support/crime_project.h"
#include "support/project_files.h"
#include "support/same_figures.h"
#include "support/sanitizers.h"
#include "words/alt_text.h"

using namespace wardmap;
using testing::Attacker;
using testing::Folder;
using testing::NamedCode;
using testing::Outside;
using testing::TempFolder;

namespace {

using project::Product;

/// The texts that a folder of this study would have.
Folder published(const Study& study) {
    Folder folder;
    const auto columns = data::ward_columns(study);
    folder["data/wards.csv"] = data::to_csv(study, columns);
    folder["data/summary.txt"] = data::summary_text(study);
    folder["data/study.json"] = data::study_json(study, style::Style(), columns);
    folder["audit.json"] = audit::audit_json(study, {});
    folder["audit.txt"] = audit::audit_text(study, {});
    for (const auto& category : study.categories) {
        const auto words = words::words_of(study, category);
        folder["maps/" + category.spec.id + ".txt"] = words.alt + "\n\n" + words.description;
    }
    return folder;
}

/// All files of a folder on disk.
Folder contents(const std::filesystem::path& path) {
    Folder folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
        if (!entry.is_regular_file()) continue;
        folder[std::filesystem::relative(entry.path(), path).generic_string()] =
            testing::read_file(entry.path());
    }
    return folder;
}

const std::vector<NamedCode>& twelve_wards() {
    static const std::vector<NamedCode> wards = {
        {"E05000001", "Alder"},   {"E05000002", "Birch"}, {"E05000003", "Cedar"},
        {"E05000004", "Damson"},  {"E05000005", "Elder"}, {"E05000006", "Fig"},
        {"E05000007", "Gorse"},   {"E05000008", "Hazel"}, {"E05000009", "Iris"},
        {"E05000010", "Juniper"}, {"E05000011", "Kale"},  {"E05000012", "Larch"}};
    return wards;
}

/// One table with three columns of counts per ward.
using Table = std::vector<std::array<int, 3>>;

enum class Totals { none, whole, parts };

constexpr std::size_t north = 5; // wards with their own total

void write_table(const TempFolder& folder, const Table& table, Totals totals) {
    std::string csv = "code,shops,bikes,others\n";
    std::array<int, 3> sum{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        csv += fmt::format("{},{},{},{}\n", twelve_wards()[i].code, table[i][0], table[i][1],
                           table[i][2]);
        for (std::size_t k = 0; k < 3; ++k) {
            sum.at(k) += table[i].at(k);
        }
        if (totals == Totals::parts && i + 1 == north) {
            csv += fmt::format("Total of the north,{},{},{}\n", sum[0], sum[1], sum[2]);
        }
    }
    if (totals != Totals::none) csv += fmt::format("Testshire,{},{},{}\n", sum[0], sum[1], sum[2]);
    folder.write("theft.csv", csv);
}

void write_wards(const TempFolder& folder) {
    folder.write("wards.geojson", testing::squares_geojson(twelve_wards()));
    std::string people = "code,residents\n";
    for (std::size_t i = 0; i < twelve_wards().size(); ++i) {
        people += fmt::format("{},{}\n", twelve_wards()[i].code, 1000 + 137 * i);
    }
    folder.write("population.csv", people);
}

std::string category_of(const std::string& id, const std::string& columns,
                        const std::string& more = "") {
    return fmt::format("[[category]]\nid = \"{}\"\ntable = \"theft.csv\"\nkey = \"code\"\n"
                       "value = [{}]\nunit = \"offences\"\n{}\n",
                       id, columns, more);
}

/// A whole, two of its three parts, all three, the same as a rate, and derived categories.
std::string theft_project(const std::string& rule, bool all_parts) {
    return "[project]\narea = \"Testshire\"\n[boundaries]\nsource = \"wards.geojson\"\n"
           "[denominator.residents]\ntable = \"population.csv\"\nvalue = \"residents\"\n"
           "[suppression]\n" +
           rule + "\n" + category_of("theft", R"("shops", "bikes", "others")") +
           category_of("shops", R"("shops")") + category_of("bikes", R"("bikes")") +
           category_of("shops-rate", R"("shops")",
                       "measure = \"rate\"\ndenominator = \"residents\"") +
           (all_parts ? category_of("others", R"("others")") : std::string()) +
           "[[category]]\nid = \"both\"\nmeasure = \"count\"\nparts = [\"shops\", \"bikes\"]\n"
           "[[category]]\nid = \"mix\"\nmeasure = \"quotient\"\npart = \"shops\"\n"
           "whole = \"theft\"\n";
}

Table random_table(std::mt19937& random) {
    Table table;
    for (std::size_t i = 0; i < twelve_wards().size(); ++i) {
        std::array<int, 3> row{};
        for (auto& count : row) {
            // Small, medium or large, mixing hard and easy cases.
            const auto kind = random() % 4;
            const unsigned most = kind == 0 ? 1 : kind == 1 ? 6 : kind == 2 ? 15 : 120;
            count = static_cast<int>(random() % (most + 1));
        }
        table.push_back(row);
    }
    return table;
}

Outside outside_of(const Table& table, Totals totals, double below) {
    Outside outside;
    for (std::size_t i = 0; i < twelve_wards().size(); ++i) {
        outside.denominators["shops-rate"].push_back(1000 + 137 * double(i));
    }
    outside.made_of["both"] = {"shops", "bikes"};
    if (totals == Totals::none) return outside;
    std::map<std::string, Outside::Part> parts;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto& row = table[i];
        const std::map<std::string, double> figures = {
            {"theft", row[0] + row[1] + row[2]}, {"shops", row[0]}, {"bikes", row[1]}};
        for (const auto& [id, figure] : figures) {
            outside.totals[id] += figure;
            if (i >= north) continue;
            parts[id].wards.push_back(i);
            parts[id].sum += figure;
        }
    }
    if (totals == Totals::whole) return outside;
    for (const auto& [id, part] : parts) {
        const bool small = part.sum > 0 && part.sum < below; // suppressed like any small count
        if (!small) outside.parts[id].push_back(part);
    }
    return outside;
}

/// Whether the analyst is warned that the total discloses suppressed figures in any case: all
/// counts of its wards are 0 or 1, and it gives the number of 1s.
bool is_warned(const Study& study) {
    for (const auto& category : study.categories) {
        for (const auto& finding : category.findings) {
            if (finding.found.find("withheld figures nearly follow") != std::string::npos) {
                return true;
            }
        }
    }
    return false;
}

/// Fails if any suppressed figure, or small difference, is known more closely than the rule allows.
/// If the analyst was warned that some are, returns whether any is.
bool check_attack(Attacker& attacker, const Table& table, double below, bool reported) {
    bool known = false;
    const auto check = [&](double choices) {
        if (reported && choices < below - 1) known = true;
        if (!reported) CHECK(choices >= below - 1);
    };
    attacker.solve();
    for (const auto& id : attacker.categories()) {
        if (id == "mix" || id == "both") continue; // these follow from the others
        for (std::size_t ward = 0; ward < attacker.wards().size(); ++ward) {
            const auto& row = table[ward];
            const double truth = id == "theft"    ? row[0] + row[1] + row[2]
                                 : id == "bikes"  ? row[1]
                                 : id == "others" ? row[2]
                                                  : row[0];
            const auto left = attacker.left(id, ward);
            INFO(id << " " << attacker.wards()[ward] << ": " << truth << ", left " << left.low
                    << " to " << left.high);
            CHECK(left.low <= truth);
            CHECK(left.high >= truth);
            const bool small = truth > 0 && truth < below;
            CHECK(attacker.is_withheld(id, ward) >= small);
            if (small) check(left.choices());
        }
    }
    for (const auto& element : attacker.elements()) {
        for (std::size_t ward = 0; ward < attacker.wards().size(); ++ward) {
            double truth = 0;
            for (const auto& column : element.columns) {
                truth += column.ends_with("shops")   ? table[ward][0]
                         : column.ends_with("bikes") ? table[ward][1]
                                                     : table[ward][2];
            }
            const auto left = element.wards[ward];
            INFO(element.columns.front() << " " << attacker.wards()[ward] << ": " << truth
                                         << ", left " << left.low << " to " << left.high);
            if (truth > 0 && truth < below) check(left.choices());
        }
    }
    return known;
}

} // namespace

TEST_CASE("No small count of random tables follows from what is published", "[publish][attack]") {
    std::mt19937 random(20140101); // NOLINT: the same tables each time
    const TempFolder folder;
    write_wards(folder);
    int known = 0;
    const int rounds = testing::has_sanitizers ? 24 : 240; // those of a tenth of them take as long
    for (int round = 0; round < rounds; ++round) {
        const auto table = random_table(random);
        const auto totals = round % 2 == 0  ? Totals::none
                            : round % 8 < 4 ? Totals::whole
                                            : Totals::parts;
        const bool all_parts = round % 4 >= 2;
        const double below = round % 3 == 0 ? 3 : round % 3 == 1 ? 5 : 8;
        INFO("round " << round);
        write_table(folder, table, totals);
        const auto path = folder.write(
            "project.toml", theft_project(fmt::format("publish_below = {}", below), all_parts));
        const auto study = run_study(project::read_project(path), {});
        const auto files = published(study);
        testing::check_same_json(testing::WardTable(files.at("data/wards.csv")),
                                 files.at("data/study.json"));
        Attacker attacker(files, outside_of(table, totals, below));
        if (check_attack(attacker, table, below, is_warned(study))) ++known;
    }
    CHECK(known <= 2); // of five wards with their own total
}

TEST_CASE("No suppressed figure in the Maidstone example follows from published ones",
          "[publish][attack]") {
    // Unchanged, with figures suppressed by the NHS; and with small counts of crimes also
    // suppressed.
    for (const std::string rule : {"", "\n[suppression]\npublish_below = 8\n"}) {
        auto project = testing::read_file(testing::source_file("geodata/maidstone/maidstone.toml"));
        for (const std::string part : {"\"tables/", "\"wards/"}) {
            for (auto at = project.find(part); at != std::string::npos;
                 at = project.find(part, at + 1)) {
                project.replace(at, 1, "\"" + testing::source_file("geodata/maidstone/"));
            }
        }
        const TempFolder folder;
        RunOptions options;
        options.categories = {"assault", "alcohol", "psychoactive", "burglary", "vehicle-crime"};
        const auto study =
            run_study(project::read_project(folder.write("p.toml", project + rule)), options);
        Outside outside;
        outside.area = "Maidstone";
        for (const auto& category : study.categories) {
            const auto* const denominator = find_denominator(study, category.spec);
            if (denominator == nullptr) continue;
            for (const auto& people : denominator->cells) {
                outside.denominators[category.spec.id].push_back(people.value());
            }
        }
        Attacker attacker(published(study), outside);
        attacker.solve();
        std::size_t withheld = 0;
        for (const auto& category : study.categories) {
            const auto& id = category.spec.id;
            for (std::size_t ward = 0; ward < study.wards.wards.size(); ++ward) {
                if (!attacker.is_withheld(id, ward)) continue;
                ++withheld;
                const auto left = attacker.left(id, ward);
                INFO(id << " " << attacker.wards()[ward] << " " << left.low << " " << left.high);
                CHECK(left.low <= category.figures[ward].low());
                CHECK(left.high >= category.figures[ward].high());
            }
        }
        CHECK((rule.empty() ? withheld == 18 : withheld > 18));
    }
}

TEST_CASE("Other true values of suppressed figures leave every published byte the same",
          "[publish][attack]") {
    const TempFolder folder;
    write_wards(folder);
    Table table(12, {40, 30, 20});
    table[1] = {60, 0, 25};
    table[4] = {33, 3, 28}; // to be varied
    table[6] = {2, 17, 90};
    table[9] = {51, 4, 12};
    const auto path = folder.write("project.toml", theft_project("publish_below = 5", false));
    auto style = style::read_style("committee");
    style.formats = {paint::PictureFormat::svg};
    publish::Options options;
    options.products = {Product::maps,     Product::readings, Product::data,    Product::explorer,
                        Product::briefing, Product::book,     Product::snippets};
    Folder first;
    for (const int hidden : {1, 2, 3, 4}) {
        table[4] = {33, hidden, 31 - hidden}; // the unmapped part makes up for it
        table[9][1] = 5 - hidden;
        table[9][2] = 11 + hidden;
        write_table(folder, table, Totals::none);
        const auto study = run_study(project::read_project(path), {});
        options.folder = (folder.path() / fmt::format("out{}", hidden)).string();
        (void)publish::publish(study, style, options);
        auto files = contents(options.folder);
        REQUIRE(files.size() > 10);
        for (const char* const file :
             {"study.json", "wards.xlsx", "wards.gpkg", "wards.csv-metadata.json"}) {
            CHECK(files.contains(std::string("data/") + file));
        }
        const testing::WardTable csv(files.at("data/wards.csv"));
        testing::check_same_geopackage(csv, options.folder + "/data/wards.gpkg");
        testing::check_same_workbook(csv, options.folder + "/data/wards.xlsx");
        if (first.empty()) first = files;
        REQUIRE(files.size() == first.size());
        for (const auto& [file, content] : files) {
            INFO(file << " with " << hidden);
            CHECK((content == first.at(file)));
        }
    }
}

TEST_CASE("A briefing and maps of months reveal no more of a suppressed month than the rule allows",
          "[publish][attack][briefing]") {
    const TempFolder folder;
    auto style = style::read_style("committee");
    style.formats = {paint::PictureFormat::svg, paint::PictureFormat::pdf};
    Folder first;
    for (const int hidden : {1, 2, 3, 4}) {
        std::vector<testing::Month> months = {{"2014-10", testing::all_but("40", {{0, "200"}})},
                                              {"2014-11", testing::all_but("40", {{1, "200"}})}};
        months[0].counts[5] = std::to_string(35 - hidden);
        months[1].counts[5] = std::to_string(hidden);
        const auto path = testing::write_orchard(folder, months, "priorities = [\"Fig\"]",
                                                 std::string("[suppression]\npublish_below = 5\n") +
                                                     testing::thefts);
        const auto study = run_study(project::read_project(path), {});
        REQUIRE(study.categories[0].steps.size() == 2);
        REQUIRE(study.categories[0].steps[1].figures[5].is_suppressed());
        publish::Options options;
        options.folder = (folder.path() / fmt::format("out{}", hidden)).string();
        options.products = {Product::briefing, Product::maps};
        (void)publish::publish(study, style, options);
        const auto files = contents(options.folder);
        CHECK(files.at("briefing.html").find("A Fig") != std::string::npos);
        CHECK(files.at("maps/theft.periods.txt").find("Withheld: Fig") != std::string::npos);
        if (first.empty()) first = files;
        REQUIRE(files.size() == first.size());
        for (const auto& [file, content] : files) {
            INFO(file << " with " << hidden);
            CHECK((content == first.at(file)));
        }
    }
}
