// SPDX-License-Identifier: MIT
// No product discloses a suppressed figure, in whatever kind of table: small projects drawn by the
// built program, checking only its published files.
#include <filesystem>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/csv.h"
#include "support/program.h"
#include "support/project_files.h"
#include "support/zip_file.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* head = "hotspots = false\n[project]\ntitle = \"T\"\narea = \"Testshire\"\n"
                             "[boundaries]\nsource = \"wards.geojson\"\n";
constexpr const char* rule = "[suppression]\npublish_below = 5\n";

std::string code(std::size_t i) {
    return fmt::format("E0500{:04}", i + 1);
}

std::string category(const std::string& id, const std::string& keys) {
    return fmt::format("[[category]]\nid = \"{}\"\n{}\n", id, keys);
}

/// A project in its own folder; wards are numbered from 0.
class Project {
public:
    explicit Project(std::size_t wards = 6) {
        std::vector<NamedCode> names;
        for (std::size_t i = 0; i < wards; ++i) {
            names.push_back({code(i), fmt::format("Ward {}", i + 1)});
        }
        write("wards.geojson", squares_geojson(names));
    }

    std::string write(const std::string& name, const std::string& content) const {
        return m_folder.write(name, content);
    }

    /// One column of figures for each ward, with lines below it.
    void table(const std::string& name, const std::string& columns,
               const std::vector<std::string>& rows, const std::string& below = "") const {
        std::string csv = "code," + columns + "\n";
        for (std::size_t i = 0; i < rows.size(); ++i) {
            csv += code(i) + "," + rows[i] + "\n";
        }
        write(name, csv + below);
    }

    [[nodiscard]] Run run(const std::string& words) const {
        return wardmap::testing::run(m_folder.path(), words);
    }

    void draw(const std::string& more = "--only data") const {
        const auto done = run("draw project.toml --out out --quiet " + more);
        INFO(done.err);
        REQUIRE(done.code == 0);
    }

    struct Figure {
        std::string text;
        double low = 0;
        double high = 0;
    };

    /// A figure in data/wards.csv.
    [[nodiscard]] Figure figure(const std::string& id, std::size_t ward) const {
        const auto lines = csv_lines(read_file(m_folder.path() / "out/data/wards.csv"));
        const auto cell = [&](const std::string& column) -> std::string {
            const auto at = std::find(lines[0].begin(), lines[0].end(), column);
            return at == lines[0].end()
                       ? ""
                       : lines[ward + 1][static_cast<std::size_t>(at - lines[0].begin())];
        };
        const auto text = cell(id + "_figure");
        if (text != "[c]") {
            const double value = text.starts_with("[") ? 0 : std::stod(text);
            return {text, value, value};
        }
        return {text, std::stod(cell(id + "_low")), std::stod(cell(id + "_high"))};
    }

    /// Number of counts under 5 that remain possible for a whole minus its part.
    [[nodiscard]] int left_between(const std::string& whole, const std::string& part,
                                   std::size_t ward) const {
        const auto all = figure(whole, ward);
        const auto some = figure(part, ward);
        int left = 0;
        for (int rest = 1; rest < 5; ++rest) {
            if (all.high - some.low >= rest && all.low - some.high <= rest) ++left;
        }
        return left;
    }

    /// Every file that was published.
    [[nodiscard]] std::map<std::string, std::string> files(const std::string& out = "out") const {
        std::map<std::string, std::string> all;
        const auto folder = m_folder.path() / out;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) continue;
            all[entry.path().lexically_relative(folder).string()] = read_file(entry.path());
        }
        return all;
    }

    [[nodiscard]] const fs::path& path() const { return m_folder.path(); }

private:
    TempFolder m_folder;
};

void check_small(const Project::Figure& figure) {
    CHECK(figure.text == "[c]");
    CHECK(figure.low <= 1);
    CHECK(figure.high >= 4);
}

const std::vector<std::string> shop_and_bike = {"61,20", "60,22", "97,3",
                                                "60,30", "70,33", "55,17"};

} // namespace

TEST_CASE("Spelling makes no difference to which figures are linked", "[cli][secrecy]") {
    const Project project;
    project.table("t.csv", "shop,bike", shop_and_bike);
    project.write("copy/other.csv", read_file(project.path() / "t.csv"));
    project.write("project.toml",
                  std::string(head) + rule +
                      category("all", "table = \"t.csv\"\nvalue = [\"shop\", \"bike\"]") +
                      category("shop", "table = \"./copy/../copy/other.csv\"\nvalue = \"Shop\"") +
                      category("same", "table = \"copy/other.csv\"\nrange = \"A1:C7\"\n"
                                       "value = \"shop\""));
    project.draw();
    CHECK(project.figure("all", 2).text == "100");
    for (const std::string part : {"shop", "same"}) {
        CHECK(project.left_between("all", part, 2) == 4);
        CHECK(project.figure(part, 1).text == "60");
    }
}

TEST_CASE("Rows of a long table are linked whatever the case of their texts", "[cli][secrecy]") {
    const Project project;
    std::string csv = "code,kind,n\n";
    for (std::size_t i = 0; i < 6; ++i) {
        csv += fmt::format("{},Shop,{}\n{},Bike,{}\n", code(i), 60 + i, code(i), i == 2 ? 3 : 20);
    }
    project.write("t.csv", csv);
    project.write("project.toml",
                  std::string(head) + rule +
                      category("all", "table = \"t.csv\"\nvalue = \"n\"\nduplicates = \"sum\"") +
                      category("shop", "table = \"t.csv\"\nvalue = \"n\"\n"
                                       "where = { kind = \"SHOP\" }"));
    project.draw();
    CHECK(project.left_between("all", "shop", 2) == 4);
}

TEST_CASE("Figures that are also in other tables are linked through both", "[cli][secrecy]") {
    const Project project;
    project.table("t.csv", "shop,bike", shop_and_bike);
    project.table("s.csv", "n", {"61", "60", "97", "60", "70", "55"});
    project.table("sum.csv", "n", {"81", "82", "100", "90", "103", "72"});
    project.table("bike.csv", "n", {"20", "22", "3", "30", "33", "17"});
    project.write("project.toml",
                  std::string(head) + rule + category("own", "table = \"s.csv\"\nvalue = \"n\"") +
                      category("shop", "table = \"t.csv\"\nvalue = \"shop\"") +
                      category("all", "table = \"t.csv\"\nvalue = [\"shop\", \"bike\"]"));
    project.draw();
    CHECK(project.left_between("all", "own", 2) == 4);
    CHECK(project.left_between("all", "shop", 2) == 4);
    // A whole in one table, and two parts in two others.
    project.write("project.toml", std::string(head) + rule +
                                      category("own", "table = \"s.csv\"\nvalue = \"n\"") +
                                      category("bike", "table = \"bike.csv\"\nvalue = \"n\"") +
                                      category("all", "table = \"sum.csv\"\nvalue = \"n\""));
    project.draw();
    CHECK(project.left_between("all", "own", 2) == 4);
    check_small(project.figure("bike", 2));
}

TEST_CASE("A year and its months do not disclose a month", "[cli][secrecy]") {
    const Project project;
    std::string months = "code,month,n\n";
    std::vector<std::string> year;
    for (std::size_t i = 0; i < 6; ++i) {
        const std::size_t january = i == 2 ? 3 : 21 + i;
        months += fmt::format("{},2014-01,{}\n{},2014-02,{}\n{},2014-03,{}\n", code(i), january,
                              code(i), 30 + i, code(i), 40 + 2 * i);
        year.push_back(fmt::format("{}", january + 70 + 3 * i));
    }
    project.write("months.csv", months);
    project.table("year.csv", "n", year);
    project.write("project.toml",
                  std::string(head) + rule +
                      category("year", "table = \"year.csv\"\nvalue = \"n\"") +
                      category("months", "table = \"months.csv\"\nvalue = \"n\"\n"
                                         "steps = \"month\"\nduplicates = \"sum\""));
    project.draw();
    const auto json = project.files().at("data/study.json");
    CHECK(project.figure("year", 2).text == "79");
    // The other two months are not both shown in full.
    CHECK_FALSE((json.find("\"figure\": 32,") != std::string::npos &&
                 json.find("\"figure\": 44,") != std::string::npos &&
                 json.find("\"figure\": 3,") != std::string::npos));
}

TEST_CASE("No cell of a cross-tabulation follows from its margins", "[cli][secrecy]") {
    const Project project;
    std::string csv = "code,sex,age,n\n";
    for (std::size_t i = 0; i < 6; ++i) {
        csv += fmt::format("{0},F,young,{1}\n{0},F,old,{2}\n{0},M,young,{3}\n{0},M,old,{4}\n",
                           code(i), 22 + i, 38, 35 + i, i == 2 ? 2 : 41);
    }
    project.write("t.csv", csv);
    const std::string from = "table = \"t.csv\"\nvalue = \"n\"\nduplicates = \"sum\"\n";
    project.write("project.toml",
                  std::string(head) + rule + category("all", from) +
                      category("women", from + "where = { sex = \"F\" }") +
                      category("young", from + "where = { age = \"young\" }") +
                      category("both", from + "where = { sex = \"F\", age = \"young\" }"));
    project.draw();
    const auto all = project.figure("all", 2);
    const auto women = project.figure("women", 2);
    const auto young = project.figure("young", 2);
    const auto both = project.figure("both", 2);
    CHECK(all.low - women.high - young.high + both.low <= 1);
    CHECK(all.high - women.low - young.low + both.high >= 4);
    CHECK(project.figure("both", 1).text == "23");
}

TEST_CASE("A part of a sum of categories is linked to the sum", "[cli][secrecy]") {
    const Project project;
    project.table("a.csv", "n", {"61", "60", "45", "60", "70", "55"});
    project.table("b.csv", "n", {"31", "60", "55", "20", "72", "65"});
    project.table("c.csv", "n", {"41", "50", "97", "40", "80", "55"});
    project.write("project.toml",
                  std::string(head) + rule +
                      category("violence", "table = \"a.csv\"\nvalue = \"n\"") +
                      category("theft", "table = \"b.csv\"\nvalue = \"n\"") +
                      category("all", "measure = \"count\"\nparts = [\"violence\", \"theft\"]") +
                      category("night", "table = \"c.csv\"\nvalue = \"n\"\npart_of = \"all\""));
    project.draw();
    CHECK(project.left_between("all", "night", 2) == 4);
}

TEST_CASE("Totals of all wards, of some, of a period and with an unknown rest are treated as known",
          "[cli][secrecy]") {
    const Project project;
    const std::string wide = category("n", "table = \"t.csv\"\nvalue = \"n\"");
    project.write("project.toml", std::string(head) + rule + wide);
    const std::vector<std::string> counts = {"61", "60", "2", "15", "70", "44"};
    for (const std::string below : {"Testshire,252\n", "Unknown,7\nTestshire,259\n"}) {
        INFO(below);
        project.table("t.csv", "n", counts, below);
        project.draw();
        check_small(project.figure("n", 2));
        // The ward that makes up for it: 44, or that plus or minus a small count.
        CHECK(project.figure("n", 5).text == "[c]");
        CHECK(project.figure("n", 5).low <= 42);
        CHECK(project.figure("n", 5).high >= 45);
        CHECK(project.figure("n", 4).text == "70");
    }
    project.write("t.csv", "code,n\nE05000001,61\nE05000002,60\nE05000003,50\n"
                           "Urban wards total,171\nE05000004,0\nE05000005,3\nE05000006,0\n"
                           "Testshire,174\n");
    const auto check = project.run("check project.toml");
    CHECK((check.out + check.err).find("withheld figures nearly follow from the total") !=
          std::string::npos);
    project.draw();
    CHECK(project.figure("n", 0).text == "61");
    CHECK(project.figure("n", 3).text == "[c]");
    CHECK(project.figure("n", 3).high == project.figure("n", 4).high);
}

TEST_CASE("The total of a month does not disclose its small count", "[cli][secrecy]") {
    const Project project;
    const auto months = [&](int small) {
        std::string csv = "code,month,n\n";
        for (const std::string month : {"2014-01", "2014-02"}) {
            int sum = 0;
            for (int i = 0; i < 6; ++i) {
                // The other month and the last ward make up for it: all totals stay.
                const int more = month == "2014-01" ? small : -small;
                const int n = i == 2   ? (more > 0 ? small : 45 - small)
                              : i == 5 ? 75 - more
                                       : 20 + 10 * i;
                csv += fmt::format("{},{},{}\n", code(static_cast<std::size_t>(i)), month, n);
                sum += n;
            }
            csv += fmt::format("Testshire,{},{}\n", month, sum);
        }
        project.write("t.csv", csv);
        project.draw("--only data --only maps");
        return project.files();
    };
    project.write("project.toml",
                  std::string(head) + rule +
                      category("n", "table = \"t.csv\"\nvalue = \"n\"\nsteps = \"month\"\n"
                                    "duplicates = \"sum\""));
    const auto first = months(1);
    for (const int other : {2, 3, 4}) {
        const auto files = months(other);
        for (const auto& [name, bytes] : first) {
            INFO(name << " with " << other);
            CHECK((files.at(name) == bytes));
        }
    }
}

TEST_CASE("A share and an index do not print suppressed figures of their table", "[cli][secrecy]") {
    const Project project;
    project.table("t.csv", "victims,repeats,expected",
                  {"61,20,50.2", "60,22,55.1", "3,2,11.4", "60,58,58", "70,33,63", "55,17,47"});
    project.write("project.toml",
                  std::string(head) + rule +
                      "[denominator.victims]\ntable = \"t.csv\"\nvalue = \"victims\"\n"
                      "[denominator.expected]\ntable = \"t.csv\"\nvalue = \"expected\"\n" +
                      category("repeat", "measure = \"share\"\ndenominator = \"victims\"\n"
                                         "table = \"t.csv\"\nvalue = \"repeats\"") +
                      category("sar", "measure = \"index\"\ndenominator = \"expected\"\n"
                                      "table = \"t.csv\"\nvalue = \"victims\"") +
                      category("count", "table = \"t.csv\"\nvalue = \"victims\""));
    project.draw();
    check_small(project.figure("count", 2));
    check_small(project.figure("repeat", 2));
    CHECK(project.figure("sar", 2).text == "[c]");
    CHECK(project.left_between("count", "repeat", 3) == 4);
    CHECK(project.figure("repeat", 0).text == "20");
}

TEST_CASE("Shares that a lookup gives a ward are within the printed interval, and stay suppressed",
          "[cli][secrecy]") {
    const Project project;
    project.write("look.csv", "old,new,w\nE05009998,E05000005,0.5\nE05009998,E05000006,0.5\n"
                              "E05009999,E05000003,0.3\nE05009999,E05000004,0.7\n");
    project.write("t.csv", "code,n\nE05000001,16\nE05000002,40\nE05009998,9\nE05009999,10\n");
    project.write("project.toml",
                  std::string(head) +
                      "[lookup]\ntable = \"look.csv\"\nfrom = \"old\"\nto = \"new\"\n"
                      "weight = \"w\"\n" +
                      rule + category("n", "table = \"t.csv\"\nvalue = \"n\""));
    project.draw();
    for (const std::size_t ward : {4U, 5U}) {
        check_small(project.figure("n", ward));
        CHECK(project.figure("n", ward).high >= 4.5);
    }
    // 7 of 10 would say that the other ward has 3.
    check_small(project.figure("n", 2));
    CHECK(project.figure("n", 3).text == "[c]");
    CHECK(project.figure("n", 3).high >= 7);
    // Nor does the audit print the table's sum.
    for (const auto& [name, bytes] : project.files()) {
        INFO(name);
        if (name.starts_with("audit")) CHECK(bytes.find(" 75 ") == std::string::npos);
    }
}

TEST_CASE("The sum of a table with suppressed figures is not in the audit", "[cli][secrecy]") {
    const Project project;
    project.write("look.csv", "old,new\nE05009999,E05000006\n");
    project.write("t.csv", "code,n\nE05000001,16\nE05000002,40\nE05000003,2\nE05000004,15\n"
                           "E05000005,70\nE05009999,4494\n");
    project.write("project.toml", std::string(head) +
                                      "[lookup]\ntable = \"look.csv\"\nfrom = \"old\"\n"
                                      "to = \"new\"\n" +
                                      rule + category("n", "table = \"t.csv\"\nvalue = \"n\""));
    project.draw("--only data --only book");
    for (const auto& [name, bytes] : project.files()) {
        INFO(name);
        CHECK(bytes.find("4,637") == std::string::npos);
        CHECK(bytes.find("4637") == std::string::npos);
    }
    CHECK(project.run("check project.toml --json").out.find("4637") != std::string::npos);
}

TEST_CASE("A ward without a row is missing or 0 according to each category", "[cli][secrecy]") {
    for (const std::string with : {"", rule}) {
        const Project project;
        project.table("t.csv", "n", {"61", "60", "20", "15", "70"}); // not the sixth
        project.write("project.toml", std::string(head) + with +
                                          category("a", "table = \"t.csv\"\nvalue = \"n\"") +
                                          category("b", "table = \"t.csv\"\nvalue = \"n\"\n"
                                                        "if_row_missing = \"zero\""));
        project.draw();
        CHECK(project.figure("a", 5).text == "[x]");
        CHECK(project.figure("b", 5).text == "0");
        CHECK(project.figure("a", 0).text == "61");
    }
}

TEST_CASE("With marks alone the analyst is warned of figures that can be deduced",
          "[cli][secrecy]") {
    const Project project;
    project.table("t.csv", "theft,bike,shop",
                  {"60,20,40", "80,30,50", "100,97,*", "50,10,40", "70,33,37", "44,22,22"});
    const auto column = [](const std::string& id, const std::string& more) {
        return category(id, "table = \"t.csv\"\nvalue = \"" + id + "\"\nsuppression = \"le4\"\n" +
                                more);
    };
    project.write("project.toml", std::string(head) + column("theft", "") +
                                      column("bike", "part_of = \"theft\"") +
                                      column("shop", "part_of = \"theft\""));
    const auto check = project.run("check project.toml");
    INFO(check.out);
    CHECK((check.out + check.err)
              .find("the other figures of Ward 3 leave the withheld one exactly 3") !=
          std::string::npos);
    project.draw();
    CHECK(project.figure("shop", 2).low == 0);
    CHECK(project.figure("shop", 2).high == 4);
    for (const auto& [name, bytes] : project.files()) {
        INFO(name);
        CHECK(bytes.find("exactly 3") == std::string::npos);
    }
}

TEST_CASE("One category of a project with an overlap can be drawn under a rule", "[cli][secrecy]") {
    const Project project;
    project.table("t.csv", "a,b,c",
                  {"10,50,20", "17,45,21", "24,40,24", "31,35,29", "38,30,36", "45,25,45"});
    project.write(
        "project.toml",
        std::string(head) + rule + category("a", "table = \"t.csv\"\nvalue = \"a\"") +
            category("b", "table = \"t.csv\"\nvalue = \"b\"") +
            category("c", "table = \"t.csv\"\nvalue = \"c\"\nbands = { same_as = \"b\" }") +
            category("ov", "measure = \"overlap\"\nparts = [\"a\", \"b\"]"));
    project.draw("--only data --category a");
    CHECK(project.run("check project.toml --category a").code == 0);
    CHECK(project.run("bands project.toml --category a").code == 0);
    project.draw("--only data --category ov");
}

TEST_CASE("No hash of a table with suppressed figures is published, whatever path leads to it",
          "[cli][secrecy]") {
    const Project project;
    project.table("t.csv", "n,residents",
                  {"61,500", "60,600", "2,700", "15,800", "70,900", "44,1000"});
    fs::create_symlink("t.csv", project.path() / "link.csv");
    fs::copy_file(project.path() / "t.csv", project.path() / "copy.csv");
    project.write("project.toml",
                  std::string(head) + rule +
                      "[denominator.residents]\ntable = \"link.csv\"\nvalue = \"residents\"\n"
                      "[denominator.more]\ntable = \"copy.csv\"\nvalue = \"residents\"\n" +
                      category("n", "table = \"./t.csv\"\nvalue = \"n\"") +
                      category("rate", "table = \"t.csv\"\nvalue = \"n\"\nmeasure = \"rate\"\n"
                                       "denominator = \"residents\"") +
                      category("more", "table = \"t.csv\"\nvalue = \"n\"\nmeasure = \"rate\"\n"
                                       "denominator = \"more\""));
    project.draw();
    const auto manifest = project.files().at("manifest.json");
    const auto sum = run(project.path(), "--version >/dev/null; sha256sum t.csv").out.substr(0, 64);
    REQUIRE(sum.size() == 64);
    CHECK(manifest.find(sum) == std::string::npos);
    CHECK(manifest.find("copy.csv") != std::string::npos);
}

TEST_CASE("No product names a folder, a user, a computer or a time", "[cli][secrecy]") {
    const Project project;
    const auto table =
        project.write("in/t.csv", "code,n\nE05000001,61\nE05000002,60\nE05000003,20\n"
                                  "E05000004,15\nE05000005,70\nE05000006,44\n");
    const auto wards = (project.path() / "wards.geojson").string();
    project.write("project.toml",
                  "[project]\ntitle = \"T\"\narea = \"Testshire\"\n[boundaries]\nsource = \"" +
                      wards + "\"\n" + category("n", "table = \"" + table + "\"\nvalue = \"n\""));
    std::string products;
    for (const char* const product :
         {"maps", "readings", "data", "book", "snippets", "briefing", "explorer"}) {
        products += std::string(" --only ") + product;
    }
    const auto project_file = (project.path() / "project.toml").string();
    const auto done =
        run(project.path(), "draw '" + project_file + "' --out out --quiet" + products,
            "HOSTNAME=secret-host USER=secret-user LOGNAME=secret-user");
    INFO(done.err);
    REQUIRE(done.code == 0);
    const auto folder = project.path().filename().string();
    const auto files = project.files();
    CHECK(files.size() > 10);
    for (const auto& [name, bytes] : files) {
        INFO(name);
        CHECK(bytes.find(folder) == std::string::npos);
        CHECK(bytes.find("secret-") == std::string::npos);
        CHECK(bytes.find("/tmp/") == std::string::npos);
    }
}

TEST_CASE("A file that refers to others is recognised by its content", "[cli][secrecy]") {
    const Project project;
    project.table("t.csv", "n", {"61", "60", "20", "15", "70", "44"});
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"wards\"><SrcDataSource>" +
                            (project.path() / "wards.geojson").string() +
                            "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    project.write("w.geojson", vrt);
    project.write("w.gml", "\n  " + vrt);
    project.write("w.zip", zip_of({{"inside.geojson", vrt}}));
    const auto with = [&](const std::string& source, const std::string& more) {
        project.write("project.toml", "hotspots = false\n[project]\ntitle = \"T\"\n" + more +
                                          "[boundaries]\nsource = \"" + source + "\"\n" +
                                          category("n", "table = \"t.csv\"\nvalue = \"n\""));
        return project.run("check project.toml");
    };
    for (const std::string file : {"w.geojson", "w.gml", "w.zip"}) {
        const auto refused = with(file, "");
        CHECK(refused.code != 0);
        INFO(refused.err);
        CHECK(refused.err.find("a VRT file points to other files and is not read") !=
              std::string::npos);
    }
    const auto allowed = with("w.geojson", "linked_files = true\n");
    INFO(allowed.err);
    CHECK(allowed.code == 0);
    for (const std::string address :
         {"https://example.org/wards.geojson", "/vsicurl/https://example.org/wards.geojson",
          "/vsizip//vsicurl/https://example.org/wards.zip"}) {
        const auto refused = with(address, "");
        INFO(refused.err);
        CHECK(refused.err.find("this is a network address, not a file") != std::string::npos);
        CHECK(refused.err.find("network = true") != std::string::npos);
    }
}

TEST_CASE("Control characters and direction marks are in no product", "[cli][secrecy]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson({{"E05000001", "Ea\\u0001st"},
                                                   {"E05000002", "We\\u202Est\\u2066"},
                                                   {"E05000003", "North\\u0085"},
                                                   {"E05000004", "South"}}));
    folder.write("t.csv", "code,n\nE05000001,1234\nE05000002,60\nE05000003,20\nE05000004,5\n");
    folder.write("project.toml", "[project]\ntitle = \"T\\u202E\\u0007\"\n[boundaries]\n"
                                 "source = \"wards.geojson\"\n" +
                                     category("n", "table = \"t.csv\"\nvalue = \"n\""));
    const auto done = run(folder.path(), "draw project.toml --out out --quiet --only data --only "
                                         "explorer --only snippets --only maps");
    INFO(done.err);
    REQUIRE(done.code == 0);
    for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "out")) {
        const auto ending = entry.path().extension().string();
        if (!entry.is_regular_file() || ending == ".png" || ending == ".pdf") continue;
        const auto bytes = read_file(entry.path());
        INFO(entry.path());
        CHECK(bytes.find("\xE2\x80\xAE") == std::string::npos);
        CHECK(bytes.find("\\u202e") == std::string::npos);
        const bool is_text = ending == ".csv" || ending == ".txt" || ending == ".svg" ||
                             ending == ".html" || ending == ".json";
        if (is_text) CHECK(bytes.find('\x01') == std::string::npos);
    }
    const auto csv = read_file(folder.path() / "out/data/wards.csv");
    CHECK(csv.find("East") != std::string::npos);
    CHECK(csv.find("West") != std::string::npos);
}

TEST_CASE("Two publications that together disclose a figure are named, with the figure",
          "[program][secrecy][against]") {
    const Project project;
    // Of a total of 220, which is published, wards 1 and 2 have 5.
    project.table("t.csv", "n", {"3", "2", "70", "60", "50", "35"});
    const auto keys = category("theft", "table = \"t.csv\"\nvalue = \"n\"");
    project.write("all.toml", head + keys);
    project.write("rule.toml", head + std::string(rule) + keys);
    REQUIRE(project.run("draw all.toml --only data --quiet --out all").code == 0);
    REQUIRE(project.run("draw rule.toml --only data --quiet --out withheld").code == 0);

    const auto both = project.run("verify withheld --against all");
    CHECK(both.code == 1);
    CHECK(says(both.out, "Beside all, 1 category is compared: both together narrow down "));
    CHECK(says(both.out, "  theft: Ward 1 (E05000001) is 3: "));
    CHECK(says(both.out, " here, 3 there\n"));
    const auto json =
        nlohmann::json::parse(project.run("verify all --against withheld --json").out);
    CHECK(json["against"]["categories"][0]["state"] == "compared");
    const auto& figures = json["against"]["categories"][0]["figures"];
    REQUIRE(figures.size() >= 2);
    CHECK(figures[1]["together"] == nlohmann::json({{"low", 2.0}, {"high", 2.0}}));

    const auto same = project.run("verify withheld --against withheld");
    CHECK(same.code == 0);
    CHECK(says(same.out, "no withheld figure is narrower with both than with one of them\n"));
}

TEST_CASE("The area's total of one publication and the wards of another are put together",
          "[program][secrecy][against]") {
    const Project project;
    const auto study = [](const std::string& wards, const std::string& total) {
        std::string names;
        for (std::size_t i = 0; i < 3; ++i) {
            names += fmt::format(R"({}{{"ward_code":"{}","ward_name":"Ward {}"}})",
                                 i == 0 ? "" : ",", code(i), i + 1);
        }
        return R"({"format":2,"wards":[)" + names +
               R"(],"categories":[{"id":"theft","measure":"count","figure_unit":"n",)"
               R"("period":null,"disclosure":{"publish_below":5.0,"round_to":0.0},)"
               R"("whole_area_value":)" +
               total + R"(,"wards":[)" + wards + "]}]}";
    };
    const auto withheld = [](std::size_t i, const std::string& low, const std::string& high) {
        return fmt::format(
            R"({{"ward_code":"{}","figure":null,"low":{},"high":{},"state":"suppressed"}})",
            code(i), low, high);
    };
    const auto known = [](std::size_t i, int figure) {
        return fmt::format(
            R"({{"ward_code":"{}","figure":{},"low":null,"high":null,"state":"known"}})", code(i),
            figure);
    };
    const auto write = [&](const std::string& folder, const std::string& text) {
        project.write(folder + "/data/study.json", text);
        project.write(folder + "/manifest.json",
                      R"({"wardmap":"0.2.0","libraries":{},"settings":{"products":["data"],)"
                      R"("style":"committee","categories":["theft"]},"inputs":[],"outputs":[]})");
    };
    // 20 in all; the third ward has 10, and so the first two have 10: 1 to 4 leaves 6 to 9.
    write("a", study(withheld(0, "1", "4") + "," + withheld(1, "0", "null") + "," +
                         withheld(2, "5", "12"),
                     R"({"value":20})"));
    write("b", study(withheld(0, "0", "9") + "," + withheld(1, "0", "8") + "," + known(2, 10),
                     R"({"low":10,"high":30})"));
    const auto done = project.run("verify a --against b");
    CHECK(done.code == 1);
    CHECK(says(done.out, "  theft: Ward 1 (E05000001) is 2 to 4: 1 to 4 here, 0 to 9 there\n"
                         "  theft: Ward 2 (E05000002) is 6 to 8: 0 or more here, 0 to 8 there\n"
                         "  theft: Ward 3 (E05000003) is 10: 5 to 12 here, 10 there\n"));

    write("c", study(known(0, 7) + "," + known(1, 3) + "," + known(2, 10), R"({"value":20})"));
    CHECK(says(project.run("verify a --against c").out,
               "theft is not compared: it was revised: 1 ward has published figures that exclude "
               "each other\n"));
    project.write("c/data/study.json", R"({"format":1})");
    CHECK(says(project.run("verify a --against c").err, "format 1 of study.json"));
    project.write("c/data/study.json", R"({"format":)");
    CHECK(says(project.run("verify a --against c").err, "the file is damaged"));
    CHECK(says(project.run("verify a --against d").err, "there is no data/study.json"));
}
