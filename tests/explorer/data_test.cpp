// SPDX-License-Identifier: MIT
// The explorer's texts for every ward are those of the sheets and their tables.
#include "explorer/explorer_data.h"

#include <set>

#include "data/columns.h"
#include "hotspots/reading.h"
#include "maps/sheets/theme.h"
#include "paint/colour.h"
#include "study/series/step_categories.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "support/project_files.h"
#include "support/study.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

using namespace wardmap;
using namespace wardmap::testing;

namespace {

void check_ward(const Json& data, const Json& wording, const Study& study,
                const CategoryResult& category, std::size_t ward) {
    CHECK(words_of(data, wording, "value", ward) == words::printed(category, ward));
    CHECK(words_of(data, wording, "rank", ward) == words::rank_text(category, ward));
    CHECK(words_of(data, wording, "limits", ward) == words::limits_text(category, ward));
    CHECK(sentence_of(data, wording, ward) == words::ward_sentence(study, category, ward));
    const auto& place = wording.at("wards").at("place").at(ward);
    REQUIRE(place.is_null() == !category.standings[ward].has_value());
    if (!place.is_null()) CHECK(place.get<std::size_t>() == category.standings[ward]->rank);
    if (words::shows_counts(category)) {
        CHECK(words_of(data, wording, "count", ward) == words::count_text(category.figures[ward]));
        CHECK(wording.at("wards").at("countNumber").at(ward).is_null() ==
              !category.figures[ward].is_known());
    } else {
        CHECK_FALSE(wording.at("wards").contains("count"));
    }
    if (category.hotspots) {
        CHECK(words_of(data, wording, "readingWords", ward) ==
              words::reading_text(study, category, ward));
        const auto row = wording.at("wards").at("reading").at(ward).get<std::size_t>();
        auto name = hotspots::name(category.hotspots->wards[ward].reading.level);
        std::ranges::replace(name, ' ', '-');
        CHECK(wording.at("legend").at("readings").at(row).at("name").get<std::string>() == name);
    }
}

/// The ward's colour is the sheet's, and its row in the legend has the ward's band.
void check_colour(const Json& data, const Json& wording, const CategoryResult& category,
                  const maps::Theme& theme, std::size_t ward) {
    const auto& look =
        data.at("looks").at(wording.at("wards").at("look").at(ward).get<std::size_t>());
    CHECK(look.at("colour").get<std::string>() == paint::to_hex(theme.fills[ward].colour));
    CHECK(look.at("ink").get<std::string>() == paint::to_hex(theme.fills[ward].ink));
    CHECK(look.contains("hatch") == theme.fills[ward].hatch.has_value());
    const auto row = wording.at("wards").at("row").at(ward).get<int>();
    if (!theme.radii.empty()) return;
    REQUIRE(row >= 0);
    const auto& shown = wording.at("legend").at("rows").at(static_cast<std::size_t>(row));
    CHECK(shown.at("look") == wording.at("wards").at("look").at(ward));
    if (!category.values[ward].is_known()) return;
    CHECK(shown.at("range").get<std::string>() ==
          category.banding.bands[*category.banding.band_of[ward]].range);
    CHECK(words_of(data, wording, "band", ward) == words::band_text(category, ward));
}

void check_category(const Json& data, const Json& wording, const Study& study,
                    const CategoryResult& category) {
    INFO(category.spec.id << " " << category.spec.period);
    const auto theme = maps::theme_of(study, category, style::Style(), 100);
    CHECK(wording.at("title").get<std::string>() == category.spec.title);
    CHECK(wording.at("subtitle").get<std::string>() == words::subtitle(study, category));
    CHECK(wording.at("alt").get<std::string>() == words::words_of(study, category).alt);
    CHECK(wording.at("foot").get<std::vector<std::string>>() == words::foot_lines(study, category));
    CHECK(wording.at("legend").at("whole").get<std::string>() == theme.legend.whole_area);
    std::map<int, std::size_t> drawn;
    for (std::size_t ward = 0; ward < category.values.size(); ++ward) {
        INFO(study.wards.wards[ward].name);
        check_ward(data, wording, study, category, ward);
        check_colour(data, wording, category, theme, ward);
        ++drawn[wording.at("wards").at("row").at(ward).get<int>()];
    }
    const auto& rows = wording.at("legend").at("rows");
    REQUIRE(rows.size() == theme.legend.rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        CHECK(rows.at(row).at("range").get<std::string>() == theme.legend.rows[row].range);
        CHECK(rows.at(row).at("words").get<std::string>() == theme.legend.rows[row].words);
        CHECK(rows.at(row).at("wards").get<std::size_t>() == drawn[static_cast<int>(row)]);
    }
}

void check_study(const Study& study) {
    const auto data = data_of(study);
    REQUIRE(data.at("categories").size() == study.categories.size());
    for (std::size_t k = 0; k < study.categories.size(); ++k) {
        const auto& category = study.categories[k];
        const auto& wording = data.at("categories").at(k);
        check_category(data, wording, study, category);
        const auto steps = step_categories(study, category);
        REQUIRE((wording.contains("steps") ? wording.at("steps").size() : 0) == steps.size());
        for (std::size_t s = 0; s < steps.size(); ++s) {
            check_category(data, wording.at("steps").at(s), study, steps[s]);
        }
    }
}

Study four_wards_study(const std::string& asb, const std::string& suppression) {
    const TempFolder folder;
    std::string text = four_wards_project;
    const std::string given = R"({ marks = { "*" = [0, 4] } })";
    const auto project =
        write_four_wards(folder, text.replace(text.find(given), given.size(), suppression));
    folder.write("asb.csv", asb);
    return run_study(project::read_project(project), {});
}

std::string table_with(const std::string& count) {
    return "code,name,incidents\nE05000001,North,10\nE05000002,North Downs," + count +
           "\nE05000003,Park Wood,100\nE05000004,High Street,1000\n";
}

const std::vector<data::Value>& column_of(const std::vector<data::Column>& columns,
                                          const std::string& name) {
    const auto at = std::find_if(columns.begin(), columns.end(),
                                 [&](const auto& column) { return column.name == name; });
    REQUIRE(at != columns.end());
    return at->values;
}

/// The page's numbers are the published ones; if none is published the page has none.
void check_numbers(const Json& wards, const char* column,
                   const std::vector<data::Value>& published) {
    for (std::size_t ward = 0; ward < published.size(); ++ward) {
        INFO(column << " of ward " << ward);
        const auto& number = wards.at(column).at(ward);
        if (const auto* whole = std::get_if<std::int64_t>(&published[ward])) {
            CHECK(number.get<double>() == static_cast<double>(*whole));
        } else if (const auto* real = std::get_if<double>(&published[ward])) {
            CHECK(number.get<double>() == Approx(*real).margin(0.05));
        } else {
            CHECK(number.is_null());
        }
    }
}

} // namespace

TEST_CASE("The explorer agrees with the study and its sheets on every ward", "[explorer]") {
    check_study(maidstone());
}

TEST_CASE("The explorer agrees on districts, withheld figures and scores", "[explorer]") {
    check_study(run_study(project::read_project(source_file("geodata/kent/kent.toml")), {}));
}

TEST_CASE("Each period of a series is a separate map, all in the same bands", "[explorer]") {
    const TempFolder folder;
    const auto maidstone_data = source_file("geodata/maidstone/");
    const auto study = run_study(
        project::read_project(folder.write(
            "project.toml", "[boundaries]\nsource = \"" + maidstone_data +
                                "wards/maidstone_wards.shp\"\n[[category]]\nid = \"asb\"\n"
                                "title = \"Anti-social behaviour\"\nunit = \"incidents\"\n"
                                "measure = \"count\"\ntable = \"" +
                                maidstone_data +
                                "tables/crime_2014_by_month.csv\"\nvalue = \"count\"\n"
                                "where = { crime_type = \"Anti-social behaviour\" }\n"
                                "duplicates = \"sum\"\nsteps = \"month\"\n"
                                "if_row_missing = \"zero\"\n")),
        {});
    check_study(study);
    const auto data = data_of(study);
    std::size_t series = 0;
    for (const auto& category : data.at("categories")) {
        if (!category.contains("steps")) continue;
        ++series;
        std::set<std::string> periods;
        for (const auto& step : category.at("steps")) {
            periods.insert(step.at("period").get<std::string>());
            for (const auto& row : step.at("legend").at("rows")) {
                if (row.at("range") == "") continue; // states of wards may not occur
                const auto& first = category.at("steps").at(0).at("legend").at("rows");
                CHECK(std::any_of(first.begin(), first.end(), [&](const Json& other) {
                    return other.at("range") == row.at("range") &&
                           other.at("look") == row.at("look");
                }));
            }
        }
        CHECK(periods.size() == category.at("steps").size());
    }
    CHECK(series == 1);
    CHECK(data.at("categories").at(0).at("steps").size() == 11);
}

TEST_CASE("Every number of a ward in the explorer is that of the published table", "[explorer]") {
    const auto kent = run_study(project::read_project(source_file("geodata/kent/kent.toml")), {});
    const auto theft = four_wards_study(table_with("2"), "{ publish_below = 5 }");
    std::size_t withheld = 0;
    for (const auto* study : {&maidstone(), &kent, &theft}) {
        const auto data = data_of(*study);
        const auto columns = data::ward_columns(*study);
        for (const auto& wording : data.at("categories")) {
            const auto id = wording.at("id").get<std::string>();
            INFO(id);
            check_numbers(wording.at("wards"), "place", column_of(columns, id + "_rank"));
            if (!wording.at("wards").contains("countNumber")) continue;
            const auto& figures = column_of(columns, id + "_figure");
            check_numbers(wording.at("wards"), "countNumber", figures);
            const auto& states = column_of(columns, id + "_state");
            for (std::size_t ward = 0; ward < figures.size(); ++ward) {
                if (std::get<std::string>(states[ward]) != "suppressed") continue;
                ++withheld;
                CHECK(wording.at("wards").at("countNumber").at(ward).is_null());
            }
        }
    }
    CHECK(withheld > 0);
}

TEST_CASE("A suppressed count is nowhere in the explorer, whatever it is", "[explorer]") {
    const std::string rule = "{ publish_below = 5 }";
    const auto of_two = four_wards_study(table_with("2"), rule);
    const auto of_four = four_wards_study(table_with("4"), rule);
    const auto of_nine = four_wards_study(table_with("9"), rule);
    REQUIRE(of_two.categories[0].values[1].is_suppressed());
    CHECK(page_of(of_two) == page_of(of_four));
    CHECK(page_of(of_two) != page_of(of_nine)); // 9 is published
    const auto data = data_of(of_two);
    const auto& wards = data.at("categories").at(0).at("wards");
    CHECK(wards.at("place").at(1).is_null());
    CHECK(wards.at("countNumber").at(1).is_null());
    CHECK(words_of(data, data.at("categories").at(0), "value", 1).rfind("withheld", 0) == 0);
    CHECK(words_of(data, data.at("categories").at(0), "count", 1) == "withheld, 1 to 4");
}

TEST_CASE("Texts that wards share are in the explorer once", "[explorer]") {
    const auto data = data_of(maidstone());
    std::set<std::string> texts;
    for (const auto& text : data.at("texts")) {
        CHECK(texts.insert(text.get<std::string>()).second);
    }
    std::set<std::string> looks;
    for (const auto& look : data.at("looks")) {
        CHECK(looks.insert(look.dump()).second);
    }
}
