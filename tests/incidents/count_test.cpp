// SPDX-License-Identifier: MIT
#include "incidents/count.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/philox.h"
#include "geo/transform.h"
#include "incidents/caveats.h"
#include "incidents/count_table.h"
#include "incidents/periods.h"
#include "incidents/read_lookup.h"
#include "support/catch.h"
#include "support/csv.h"
#include "support/files.h"
#include "support/two_wards.h"
#include "wards/read_wards.h"

using namespace wardmap;
using namespace wardmap::incidents;
using wardmap::testing::TempFolder;
using wardmap::testing::two_wards;

namespace {

Count count(const std::string& file, Request request = {}) {
    request.source.files = {{file, file}};
    return count_incidents(request, two_wards());
}

std::uint64_t rows(const Count& count, Fate fate) {
    return at(count.rows, fate);
}

std::string message(const std::function<void()>& work) {
    try {
        work();
    } catch (const InputError& error) {
        return to_text(error.findings().front());
    }
    return "nothing was refused";
}

bool says(const Findings& findings, const std::string& part) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& f) { return f.found.find(part) != std::string::npos; });
}

const std::string header = "id,date,easting,northing,type\n";

} // namespace

TEST_CASE("Every row has one fate, and the sums agree", "[incidents]") {
    const TempFolder folder;
    const auto file = folder.write("calls.csv", header +
                                                    "1,2014-01-05,576500,155500,Burglary\n"
                                                    "2,2014-02-05,577500,155500,Theft\n"
                                                    "2,2014-02-06,577500,155500,Theft\n"
                                                    "3,2014-02-07,577000,155500,Theft\n"
                                                    "4,2014-02-07,,,Theft\n"
                                                    "5,2014-02-07,0,0,Theft\n"
                                                    "6,2014-02-07,abc,155500,Theft\n"
                                                    "7,2014-02-07,575990,155500,Theft\n"
                                                    "8,2014-02-07,575500,155500,Theft\n"
                                                    "9,2014-02-07,400000,400000,Theft\n"
                                                    "10,soon,576500,155500,Theft\n"
                                                    "11,2014-02-07\n"
                                                    "12,2014-02-07,576500,155500,Theft,x\n"
                                                    "\n" +
                                                    header + "13,2014-02-07,5765");
    const auto c = count(file);
    CHECK(sum(c.rows) == 15);
    CHECK(rows(c, Fate::counted) == 4);
    CHECK(rows(c, Fate::without_place) == 2);
    CHECK(rows(c, Fate::unreadable_place) == 1);
    CHECK(rows(c, Fate::outside) == 3);
    CHECK(c.outside_within_50_m == 1);
    CHECK(c.outside_within_1_km == 1);
    CHECK(rows(c, Fate::unreadable_date) == 1);
    CHECK(rows(c, Fate::malformed) == 3); // the half-written last line too
    CHECK(rows(c, Fate::heading) == 1);
    CHECK(c.repeated_ids == 1);
    CHECK(c.on_border == 1);
    CHECK(c.files.front().blank_lines == 1);
    CHECK(c.files.front().examples.at(Fate::malformed) == std::vector<std::size_t>{13, 14, 17});
    CHECK(c.files.front().examples.at(Fate::outside) == std::vector<std::size_t>{9, 10, 11});
    CHECK(c.ward_totals() == std::vector<std::uint64_t>{2, 2}); // the border's point is West's
    const auto wards = two_wards();
    const auto table = count_table(c, wards, Step::month);
    CHECK(table.sum == rows(c, Fate::counted));
    CHECK(to_csv(table, wards) == "ward_code,ward_name,type,period,incidents\n"
                                  "E05000001,West,Burglary,2014-01,1\n"
                                  "E05000001,West,Burglary,2014-02,0\n"
                                  "E05000001,West,Theft,2014-01,0\n"
                                  "E05000001,West,Theft,2014-02,1\n"
                                  "E05000002,East,Burglary,2014-01,0\n"
                                  "E05000002,East,Burglary,2014-02,0\n"
                                  "E05000002,East,Theft,2014-01,0\n"
                                  "E05000002,East,Theft,2014-02,2\n");
}

TEST_CASE("Types and months that were not requested are omitted and counted", "[incidents]") {
    const TempFolder folder;
    const auto file = folder.write("calls.csv", header + "1,2014-01-05,576500,155500,Burglary\n"
                                                         "2,2014-02-05,577500,155500,burglary \n"
                                                         "3,2014-03-05,577500,155500,Theft\n"
                                                         "4,2014-04-05,577500,155500,Burglary\n");
    Request request;
    request.types = {"BURGLARY"};
    request.to = month_labelled("2014-03");
    const auto c = count(file, request);
    CHECK(rows(c, Fate::counted) == 2);
    CHECK(rows(c, Fate::other_type) == 1);
    CHECK(rows(c, Fate::other_period) == 1);
    request.types = {"Burglarly"};
    CHECK(message([&] {
              (void)count(file, request);
          }).find("no row is of the type \"Burglarly\"") != std::string::npos);
}

TEST_CASE("Rows with the id of an earlier row are counted, or omitted on request", "[incidents]") {
    const TempFolder folder;
    const auto file = folder.write("calls.csv", header + "a,2014-01-05,576500,155500,Theft\n"
                                                         ",2014-01-05,576500,155500,Theft\n"
                                                         ",2014-01-05,576500,155500,Theft\n"
                                                         "a,2014-01-05,577500,155500,Theft\n");
    CHECK(count(file).ward_totals() == std::vector<std::uint64_t>{3, 1});
    Request request;
    request.repeats = Repeats::left_out;
    const auto c = count(file, request);
    CHECK(c.ward_totals() == std::vector<std::uint64_t>{3, 0});
    CHECK(rows(c, Fate::repeated) == 1);
    CHECK(rows(c, Fate::counted) == 3);
}

TEST_CASE("The same points are counted from every kind of location", "[incidents]") {
    const TempFolder folder;
    const geo::Transform back("EPSG:27700", "EPSG:4326", "test");
    const auto west = *back({576'512, 155'512});
    const auto east = *back({577'512, 155'512});
    const auto degrees = [](double value) { return fmt::format("{:.6f}", value); };
    const auto with_comma = [&](double value) {
        auto text = degrees(value);
        text[text.find('.')] = ',';
        return text;
    };
    const std::map<std::string, std::string> files = {
        {"lonlat.csv", "Longitude,Latitude\n" + degrees(west.x) + "," + degrees(west.y) + "\n" +
                           degrees(east.x) + "," + degrees(east.y) + "\n"},
        {"swapped.csv", "Longitude,Latitude\n" + degrees(west.y) + "," + degrees(west.x) + "\n" +
                            degrees(east.y) + "," + degrees(east.x) + "\n"},
        {"decimal_commas.csv", "lon;lat\r\n" + with_comma(west.x) + ";" + with_comma(west.y) +
                                   "\r\n" + with_comma(east.x) + ";" + with_comma(east.y) + "\r\n"},
        {"thousands.csv", "Easting,Northing\n\"576,512\",\"155,512\"\n\"577,512\",\"155,512\"\n"},
        {"references.csv", "ref no,place\n1,TQ 765 555\n2,TQ 77512 55512\n"},
        {"wkt.csv", "n,geom\n1,POINT(576512 155512)\n2,SRID=27700;POINT(577512 155512)\n"},
        {"points.geojson",
         R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1},)"
         R"("geometry":{"type":"Point","coordinates":[)" +
             degrees(west.x) + "," + degrees(west.y) +
             R"(]}},{"type":"Feature","properties":{"n":2},"geometry":{"type":"Point",)"
             R"("coordinates":[)" +
             degrees(east.x) + "," + degrees(east.y) + "]}}]}"}};
    for (const auto& [name, content] : files) {
        INFO(name);
        const auto c = count(folder.write(name, content));
        CHECK(c.ward_totals() == std::vector<std::uint64_t>{1, 1});
        CHECK(says(c.findings, "the axes are swapped") == (name == "swapped.csv"));
    }
}

TEST_CASE("Points near a border are reported by the precision of their coordinates",
          "[incidents]") {
    const TempFolder folder;
    const auto references =
        count(folder.write("r.csv", "n,place\n1,TQ 770 555\n2,TQ 765 555\n3,TQ 775 555\n"));
    CHECK(references.files.front().precision_m == 50); // squares of 100 m
    CHECK(references.near_border == 1);
    const auto metres =
        count(folder.write("m.csv", "easting,northing\n577001,155500\n577000,155500\n"));
    CHECK(metres.files.front().precision_m == 0.5);
    CHECK(metres.near_border == 1);
    CHECK(metres.wards[0].near_border + metres.wards[1].near_border == 2);
}

TEST_CASE("Codes of wards or of small areas are used if there are no points", "[incidents]") {
    const TempFolder folder;
    const auto lookup = folder.write("lookup.csv", "LSOA11CD,WD13CD\nE01000001,E05000001\n"
                                                   "E01000002,E05000002\nE01000003,E05000002\n");
    const auto file =
        folder.write("areas.csv", "n,LSOA code\n1,E01000001\n2,E01000003\n3,E01000009\n4,\n");
    CHECK(message([&] { (void)count(file); }).find("--lookup FILE") != std::string::npos);
    Request request;
    request.ward_of_area = read_lookup(lookup, two_wards());
    const auto c = count(file, request);
    CHECK(c.ward_totals() == std::vector<std::uint64_t>{1, 1});
    CHECK(rows(c, Fate::unknown_area) == 1);
    CHECK(rows(c, Fate::without_place) == 1);
    request.source.columns.area = "LSOA code"; // requested, although there are points
    const auto both = folder.write("both.csv", "easting,northing,LSOA code\n"
                                               "576500,155500,E01000002\n");
    CHECK(count(both, request).ward_totals() == std::vector<std::uint64_t>{0, 1});
    request.source.columns.area.clear();
    CHECK(count(both, request).ward_totals() == std::vector<std::uint64_t>{1, 0});
    const auto doubled = folder.write("doubled.csv", "LSOA11CD,WD13CD\nE01000001,E05000001\n"
                                                     "E01000001,E05000002\n");
    CHECK_THROWS_AS(read_lookup(doubled, two_wards()), InputError);
}

TEST_CASE("Files, folders, patterns and archives are expanded", "[incidents]") {
    const TempFolder folder;
    const std::string street = "Crime ID,Month,Falls within,Longitude,Latitude,Crime type\n";
    folder.write("police/2014-01/2014-01-kent-street.csv",
                 street + ",2014-01,Kent Police,0.527,51.272,Theft\n");
    folder.write("police/2014-02/2014-02-kent-street.csv",
                 street + ",2014-02,Kent Police,0.527,51.272,Theft\n");
    folder.write("police/2014-02/2014-02-kent-outcomes.csv", "Crime ID,Outcome type\nx,None\n");
    folder.write("undated.csv", "easting,northing\n576500,155500\n");
    Request mixed;
    for (const char* const name : {"police", "undated.csv"}) {
        mixed.source.files.push_back({name, (folder.path() / name).string()});
    }
    CHECK(message([&] {
              (void)count_incidents(mixed, two_wards());
          }).find("this file has no dates, and others have") != std::string::npos);
    const auto c = count((folder.path() / "police").string());
    CHECK(rows(c, Fate::counted) == 2);
    CHECK(c.files.size() == 2);
    CHECK(c.is_police_uk);
    CHECK(says(c.findings, "2014-02-kent-outcomes.csv"));
    CHECK(rows(count((folder.path() / "police/2014-01/*-street.csv").string()), Fate::counted) ==
          1);
    CHECK(message([&] {
              (void)count((folder.path() / "*.none").string());
          }).find("no file matches this name") != std::string::npos);
    Request twice;
    const auto file = (folder.path() / "police/2014-01/2014-01-kent-street.csv").string();
    twice.source.files = {{file, file}, {file, file}};
    CHECK(message([&] { (void)count_incidents(twice, two_wards()); }).find("named twice") !=
          std::string::npos);
}

TEST_CASE("A column of a million distinct texts is not a type", "[incidents]") {
    const TempFolder folder;
    std::string text = "easting,northing,type\n";
    for (int i = 0; i < 1'000'000; ++i) {
        text += fmt::format("576500,155500,t{}\n", i);
    }
    const auto wording = message([&] { (void)count(folder.write("types.csv", text)); });
    CHECK(wording.find("column \"type\" has more than 1,000 different texts") != std::string::npos);
    CHECK(wording.find("--type-column") != std::string::npos);
}

TEST_CASE("Files other than tables of incidents are refused by name", "[incidents]") {
    const TempFolder folder;
    CHECK(message([&] {
              (void)count(folder.write("a.csv", "%PDF-1.4 ..."));
          }).find("this is a PDF") != std::string::npos);
    CHECK(message([&] {
              (void)count(folder.write("b.csv", "<!DOCTYPE html><html>"));
          }).find("this is a web page") != std::string::npos);
    CHECK(message([&] {
              (void)count(folder.write("c.csv", header));
          }).find("a header but no rows") != std::string::npos);
    CHECK(message([&] { (void)count(folder.write("d.csv", "")); }).find("empty") !=
          std::string::npos);
    CHECK(message([&] {
              (void)count((folder.path() / "none.csv").string());
          }).find("no such file") != std::string::npos);
    CHECK(message([&] {
              (void)count(folder.write("e.csv", "easting,northing\n9999999,12\n8888888,13\n"));
          }).find("--crs") != std::string::npos);
}

TEST_CASE("The counts are the same whatever the number of threads", "[incidents]") {
    const TempFolder folder;
    RandomStream random(5, 6);
    std::string text = header;
    for (int i = 0; i < 100'000; ++i) {
        text += fmt::format("{:x},2014-{:02}-01,{},{},type {}\n", random.below(60'000),
                            1 + random.below(12), 575'900 + random.below(2'300),
                            154'900 + random.below(1'300), random.below(7));
    }
    const auto file = folder.write("many.csv", text);
    std::string first;
    for (const int threads : {1, 2, 5}) {
        Request request;
        request.threads = threads;
        request.repeats = Repeats::left_out;
        const auto wards = two_wards();
        const auto c = count(file, request);
        const auto csv = to_csv(count_table(c, wards, Step::month), wards) +
                         fmt::format("{} {} {}", c.repeated_ids, c.on_border, c.places);
        if (first.empty()) first = csv;
        CHECK(csv == first);
    }
}

TEST_CASE("Caveats about the incidents are found", "[incidents]") {
    const TempFolder folder;
    std::string text = "Crime ID,Month,Falls within,Longitude,Latitude,Crime type\n";
    for (const char* const month : {"2013-03", "2013-04", "2013-06"}) {
        for (int i = 0; i < 150; ++i) {
            text += fmt::format(",{},Kent Police,0.52{},51.272,Theft\n", month,
                                i % 3 == 0 ? 7 : 700 + i);
        }
    }
    text += ",2013-06,Kent Police,,,Theft\n";
    const auto wards = two_wards();
    const auto c = count(folder.write("2013-street.csv", text));
    const auto findings = caveats(c, wards, Step::quarter);
    CHECK(says(findings, "1 of 451 rows (0.22%) have no location"));
    CHECK(says(findings, "at least a fifth of the incidents have the same coordinates"));
    CHECK(says(findings, "there are no incidents at all in 2013-05"));
    CHECK(says(findings, "2013 Q2 (2 of 3 months)"));
    CHECK(says(findings, "May 2013"));
    CHECK_FALSE(says(findings, "September 2011"));
}

TEST_CASE("Counts of Kent's incidents of 2014 agree with independent ones",
          "[incidents][official]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(boundaries, "boundaries/kent_wards_2013.shp");
    WARDMAP_REQUIRE_OFFICIAL_DATA(incidents, "incidents");
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/kent_wards_crime_2014.csv");
    wards::BoundarySource source;
    source.file = {boundaries, boundaries};
    const auto wards = wards::read_wards(source);
    Request request;
    request.source.files = {{incidents, incidents}};
    const auto c = count_incidents(request, wards);
    CHECK(sum(c.rows) == 148'133);
    CHECK(rows(c, Fate::without_place) == 1'106);
    CHECK(rows(c, Fate::outside) == 126);
    CHECK(rows(c, Fate::counted) == 146'901);
    const auto table = count_table(c, wards, Step::all);
    const auto rows = testing::csv_lines(testing::read_file(reference));
    REQUIRE(rows.size() == wards.wards.size() + 1);
    std::map<std::string, std::size_t> ward_numbers;
    for (std::size_t i = 0; i < wards.wards.size(); ++i) {
        ward_numbers[wards.wards[i].code] = i;
    }
    std::size_t compared = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto ward = ward_numbers.at(rows[i][0]);
        for (std::size_t type = 0; type < table.types.size(); ++type) {
            REQUIRE(rows[0][type + 2] == table.types[type]);
            const auto own = table.incidents[ward * table.types.size() + type];
            if (std::to_string(own) == rows[i][type + 2]) ++compared;
        }
    }
    CHECK(compared == 305 * 14);
}
