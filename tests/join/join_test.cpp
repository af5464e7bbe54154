// SPDX-License-Identifier: MIT
#include "join/join.h"

#include "base/error.h"
#include "join/fold_name.h"
#include "support/catch.h"
#include "support/files.h"
#include "tables/read_table.h"
#include "wards/read_wards.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

const WardSet& maidstone() {
    static const WardSet set = [] {
        wards::BoundarySource source;
        source.file.resolved = testing::source_file("geodata/maidstone/wards/maidstone_wards.shp");
        source.file.written = "maidstone_wards.shp";
        return wards::read_wards(source);
    }();
    return set;
}

std::size_t ward(const std::string& name) {
    for (std::size_t i = 0; i < maidstone().wards.size(); ++i) {
        if (maidstone().wards[i].name == name) return i;
    }
    FAIL("no ward " << name);
    return 0;
}

join::Request request(const std::string& key, const std::string& value) {
    join::Request r;
    if (!key.empty()) r.keys = {key};
    r.values = {value};
    r.marks = {{"*", 0, 4}};
    r.area = "Maidstone";
    return r;
}

join::JoinResult join_file(const std::string& path, const join::Request& r) {
    tables::TableSource source;
    source.file.resolved = path;
    source.file.written = std::filesystem::path(path).filename().string();
    source.wanted = r.keys;
    source.wanted.insert(source.wanted.end(), r.values.begin(), r.values.end());
    return join::join_table(tables::read_table(source), maidstone(), r);
}

join::JoinResult join_text(const std::string& csv, const join::Request& r) {
    const TempFolder folder;
    return join_file(folder.write("t.csv", csv), r);
}

std::string failure(const std::string& csv, const join::Request& r) {
    try {
        (void)join_text(csv, r);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

bool reported(const join::JoinResult& result, const std::string& words) {
    for (const auto& finding : result.findings) {
        if (finding.found.find(words) != std::string::npos) return true;
    }
    return false;
}

} // namespace

TEST_CASE("Two suppressed wards of the psychoactive table share exactly 6", "[join]") {
    const auto result =
        join_file(testing::source_file("geodata/maidstone/tables/psychoactive_admissions.csv"),
                  request("Ward name", "Total"));
    REQUIRE(result.account.totals.size() == 1);
    const auto& total = result.account.totals[0];
    CHECK(total.stated == 649);
    CHECK(total.sum_known == 643);
    CHECK(total.residual() == 6);
    CHECK(total.agrees);
    REQUIRE(total.narrowed.size() == 2);
    CHECK(total.narrowed[0].low == 2);
    CHECK(total.narrowed[0].high == 4);
    CHECK(reported(result, "the 2 suppressed wards (Boughton Monchelsea and Chart Sutton; North "
                           "Downs) share exactly 6, "
                           "so each is 2 to 4"));
    CHECK(result.cells[ward("North Downs")] ==
          Cell::suppressed(0, 4)); // as declared by its publisher
    CHECK(result.account.sum_before == result.account.sum_after);
    CHECK(result.account.wards_joined == 26);
    CHECK(result.account.rows.size() == 27);
    CHECK(result.account.asides.size() == 2);
}

TEST_CASE("The alcohol table leaves 16 for 8 wards and 13 wards without a row", "[join]") {
    const auto result =
        join_file(testing::source_file("geodata/maidstone/tables/alcohol_admissions.csv"),
                  request("Ward name", "Total"));
    CHECK(result.account.totals.at(0).residual() == 16);
    CHECK(result.account.wards_suppressed == 8);
    CHECK(result.account.wards_without_row.size() == 13);
    CHECK(result.cells[ward("Bearsted")].is_missing());
    auto zero = request("Ward name", "Total");
    zero.if_row_missing = join::MissingRow::zero;
    const auto counted =
        join_file(testing::source_file("geodata/maidstone/tables/alcohol_admissions.csv"), zero);
    CHECK(counted.cells[ward("Bearsted")] == Cell::known(0));
}

TEST_CASE("The assault table joins by name and its wrong codes are reported; by code it is refused",
          "[join]") {
    const auto path = testing::source_file("geodata/maidstone/tables/assault_admissions.csv");
    const auto result = join_file(path, request("Ward name", "Total"));
    CHECK(reported(result,
                   "Ward name \"South\" does not agree with Ward \"29UHHE\", which is Shepway "
                   "South; joined by "
                   "name (the code of South is 29UHHF)"));
    CHECK(reported(result, "the code of North Downs is 29UHHB"));
    CHECK(reported(result, "the code of Staplehurst is 29UHHG"));
    CHECK(result.account.totals.at(0).residual() == 14);
    try {
        (void)join_file(path, request("Ward", "Total"));
        FAIL("joined by code");
    } catch (const InputError& error) {
        const std::string text = error.what();
        CHECK(text.find("line 12: Ward \"29UHHE\" does not agree with Ward name \"South\", which "
                        "is South\n") != std::string::npos);
        CHECK(text.find("  expected: Shepway South (E05005004)\n"
                        "  help: correct the table, or join it by name: key = \"Ward name\"") !=
              std::string::npos);
        CHECK(text.find("line 12: Shepway South is here and on line 7, with another figure") !=
              std::string::npos);
    }
}

TEST_CASE("Names match after folding, and no further", "[join]") {
    using join::fold_name;
    CHECK(fold_name("Detling & Thurnham") == fold_name("Detling and Thurnham"));
    CHECK(fold_name("  high  STREET Ward ") == fold_name("High Street"));
    CHECK(fold_name("St. Mary\u2019s") == fold_name("Saint Marys"));
    CHECK(fold_name("Stoke\u2013on\u2013Trent") == fold_name("Stoke-on-Trent"));
    CHECK(fold_name("North") != fold_name("North Downs"));
    CHECK(fold_name("Ward") == "ward");
    const auto result = join_text("Ward,Total\nDETLING & THURNHAM,3\nnorth,4\nNorth Downs Ward,5\n",
                                  request("Ward", "Total"));
    CHECK(result.cells[ward("Detling and Thurnham")] == Cell::known(3));
    CHECK(result.cells[ward("North")] == Cell::known(4));
    CHECK(result.cells[ward("North Downs")] == Cell::known(5));
}

TEST_CASE("Errors of a join are reported together, each with help", "[join]") {
    const auto r = request("Ward", "Total");
    CHECK(failure("Ward,Total\nHigh Street,1\nHarietsham and Lenham,2\n", r) ==
          "error: t.csv:3: \"Harietsham and Lenham\" is not a ward of maidstone_wards.shp\n"
          "  expected: a code or name of the boundaries\n"
          "  help: did you mean \"Harrietsham and Lenham\"? then: [aliases] \"Harietsham and "
          "Lenham\" = "
          "\"Harrietsham and Lenham\"");
    CHECK(failure("Ward,Total\nLoose,1\nLoose,2\n", r) ==
          "error: t.csv:3: Loose is here and on line 2, with another figure\n  expected: each "
          "ward once\n"
          "  help: add the rows up, or delete the wrong one");
    CHECK(failure("About,Total\nx,1\n* 4 or less have been suppressed\nWard,Total\nLoose,c\n", r) ==
          "error: t.csv:5:2: column \"Total\": \"c\" is neither a figure nor a declared mark\n"
          "  expected: a figure\n"
          "  help: suppression = { marks = { \"c\" = [0, 4] } } if it means 0 to 4; line 3 "
          "says \"* 4 or less "
          "have been suppressed\"");
    CHECK(failure("Ward,Total\nParis,1\nLyon,2\n", r) ==
          "error: t.csv:1: no row of column \"Ward\" names a ward of maidstone_wards.shp: the "
          "table has Paris, Lyon; "
          "the boundaries have Allington, Barming, Bearsted, Boughton Monchelsea and Chart Sutton, "
          "Boxley\n"
          "  expected: the same wards on both sides\n  help: name the column with the wards: key = "
          "\"...\"");
    const auto vintage =
        failure("Ward,Total\nE05004996,1\nE05099001,1\nE05099002,1\nE05099003,1\n", r);
    CHECK(
        vintage ==
        "error: t.csv:1:1: \"E05099001\" is not among the 26 wards of maidstone_wards.shp; 3 of 4 "
        "codes of column Ward belong to other boundaries than WD13CD (2013); their numbers are "
        "higher, so the table's wards are newer; 25 wards of the map have no figure: Allington; "
        "Barming; Bearsted; Boughton Monchelsea and Chart Sutton; Boxley; Bridge; Detling and "
        "Thurnham; Downswood and Otham; East; Fant; Harrietsham and Lenham; Headcorn; Heath; "
        "Leeds; Marden and Yalding; North; North Downs; Park Wood; Shepway North; Shepway South; "
        "5 more\n"
        "  expected: codes of the same year as the boundaries\n"
        "  help: scripts/get-boundaries --year YYYY fetches the wards of a year; a [lookup] table "
        "carries old wards onto new: from = \"Ward\", to = \"WD13CD\"; [project] require_coverage "
        "= 0.03 "
        "draws what matches");
}

TEST_CASE("A total that its parts cannot add up to is reported with both figures", "[join]") {
    const auto result = join_text("Ward,Total\nLoose,10\nLeeds,*\nMaidstone,99\nUnknown,3\n",
                                  request("Ward", "Total"));
    CHECK(reported(result, "the total 99 (Maidstone) is not the sum of its parts, 10 to 14"));
    CHECK(reported(result, "\"Unknown\" is not a ward of the map: its figure 3 is left out"));
    CHECK(result.account.sum_after == 10);
}

TEST_CASE("A ward renamed under its code joins with a warning; another name is refused", "[join]") {
    const std::string head = "Code,Ward,Total\nE05004996,High Street,1\nE05004982,Allington,4\n";
    CHECK(reported(join_text(head + "E05004983,Barming and Teston,2\n", request("Code", "Total")),
                   "\"Barming and Teston\" has the name \"Barming\" in the boundaries"));
    CHECK(failure(head + "E05004983,Boxley,2\n", request("Code", "Total"))
              .starts_with("error: t.csv:4: Code \"E05004983\" does not agree with Ward "
                           "\"Boxley\", which is Boxley"));
}

TEST_CASE("Key columns are detected, codes folded, aliases applied", "[join]") {
    auto r = request("", "Total");
    r.aliases["The Town"] = "High Street";
    const auto result =
        join_text("Code,Name,Total\n e05004982 ,Allington,5\n29UHGG,Barming,6\n,The Town,7\n", r);
    CHECK(result.cells[ward("Allington")] == Cell::known(5));
    CHECK(result.cells[ward("Barming")] == Cell::known(6));
    CHECK(result.cells[ward("High Street")] == Cell::known(7));
    CHECK(reported(result, "wards are matched on column \"Code\""));
}

TEST_CASE("Several columns add up, suppressed figures as intervals", "[join]") {
    auto r = request("Ward", "a");
    r.values = {"a", "b"};
    const auto result = join_text("Ward,a,b\nLoose,1,2\nLeeds,3,*\nHeath,,4\n", r);
    CHECK(result.cells[ward("Loose")] == Cell::known(3));
    CHECK(result.cells[ward("Leeds")] == Cell::suppressed(3, 7));
    CHECK(result.cells[ward("Heath")].is_missing());
}

TEST_CASE("Totals of some wards are compared with the rows above or below them", "[join]") {
    auto r = request("ward", "n");
    const std::string urban = "ward,n\nAllington,10\nBridge,*\nEast,7\n";
    const auto above =
        join_text(urban + "Urban wards total,20\nLeeds,5\nLoose,*\nRural sub-total,6\n"
                          "Maidstone,26\n",
                  r);
    REQUIRE(above.account.totals.size() == 3);
    const auto& urban_total = above.account.totals[0];
    CHECK(urban_total.agrees);
    CHECK(urban_total.wards == std::vector{ward("Allington"), ward("Bridge"), ward("East")});
    REQUIRE(urban_total.narrowed.size() == 1);
    CHECK(urban_total.narrowed[0].ward == ward("Bridge"));
    CHECK(urban_total.narrowed[0].low == 3);
    CHECK(urban_total.narrowed[0].high == 3);
    CHECK(reported(above, "the suppressed ward (Bridge) is exactly 3"));
    CHECK(reported(above, "the suppressed ward (Loose) is exactly 1"));
    CHECK(above.account.totals[2].wards.empty());
    CHECK(above.account.totals[2].agrees);

    const auto below = join_text("ward,n\nUrban total,17\nAllington,10\nEast,7\nTotal rural,5\n"
                                 "Leeds,5\n",
                                 r);
    CHECK(below.account.totals[0].agrees);
    CHECK(below.account.totals[0].wards == std::vector{ward("Allington"), ward("East")});
    CHECK(below.account.totals[1].wards == std::vector{ward("Leeds")});

    const auto wrong = join_text("ward,n\nAllington,10\nEast,7\nUrban total,99\nLeeds,5\n", r);
    CHECK_FALSE(wrong.account.totals[0].agrees);
    CHECK(reported(wrong, "the total 99 (Urban total) is not the sum of its parts, 17"));
}

TEST_CASE("The remainder of a total after totals of some wards is also reported", "[join]") {
    const auto result =
        join_text("ward,n\nAllington,10\nEast,*\nBridge,*\nUrban total,16\nLeeds,5\n"
                  "Loose,*\nMaidstone,25\n",
                  request("ward", "n"));
    CHECK(reported(result,
                   "the total 9 (remainder of the totals) leaves 4 for the withheld figures: the "
                   "suppressed ward (Loose) is exactly 4"));
}
