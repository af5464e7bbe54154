// SPDX-License-Identifier: MIT
// The score, the list, movements on it, and the caveats.
#include "briefing/briefing.h"

#include <algorithm>

#include <fmt/format.h>

#include "bands/make_bands.h"
#include "base/error.h"
#include "base/text.h"
#include "briefing/entries.h"
#include "briefing/words.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/crime_project.h"
#include "support/maidstone.h"
#include "support/study.h"

using namespace wardmap;
using briefing::make_briefing;
using hotspots::Evidence;
using hotspots::Level;
using hotspots::Verdict;
using testing::all_but;
using testing::grid_of_wards;
using testing::orchard_study;
using testing::study_of;
using testing::TempFolder;

namespace {

struct Answers {
    Level level = Level::similar;
    hotspots::Tested exceptional;
};

/// Sets the answers for each ward of a category.
void read_as(CategoryResult& category, const std::vector<Answers>& all) {
    hotspots::Hotspots found;
    for (const auto& answers : all) {
        hotspots::WardHotspot ward;
        ward.reading.level = answers.level;
        ward.exceptional = answers.exceptional;
        found.wards.push_back(ward);
    }
    category.hotspots = found;
}

std::vector<std::string> names(const Study& study, const std::vector<briefing::Entry>& entries) {
    std::vector<std::string> all;
    for (const auto& entry : entries) {
        all.push_back(study.wards.wards[entry.score.ward].name);
    }
    return all;
}

std::vector<std::string> listed(const Study& study, std::size_t most) {
    return names(study, briefing::entries_of(make_briefing(study, 1), most));
}

bool holds(const std::vector<std::string>& sentences, const std::string& part) {
    return std::ranges::any_of(
        sentences, [&](const std::string& s) { return s.find(part) != std::string::npos; });
}

/// Six wards and one category; each ward has another reading.
Study six_readings() {
    auto study = study_of(grid_of_wards({"Ash", "Beech", "Clay", "Dell", "Elm", "Fern"}),
                          {Cell::known(60), Cell::known(50), Cell::known(40), Cell::known(30),
                           Cell::known(20), Cell::known(10)});
    read_as(study.categories[0], {{Level::much_higher, {Verdict::high, Evidence::firm}},
                                  {Level::much_higher, {Verdict::high, Evidence::tentative}},
                                  {Level::much_higher, {}},
                                  {Level::higher, {}},
                                  {Level::similar, {}},
                                  {Level::lower, {Verdict::low, Evidence::firm}}});
    return study;
}

briefing::Subject only_subject(const Study& study) {
    briefing::Subject subject;
    subject.category = subject.now = &study.categories[0];
    return subject;
}

} // namespace

TEST_CASE("Points are as documented", "[briefing]") {
    auto study = six_readings();
    const auto subject = only_subject(study);
    const std::vector<double> levels = {3, 2, 2, 1, 0, 0};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        INFO(i);
        const auto points = briefing::points_of(subject, i);
        CHECK(points.level == levels[i]);
        CHECK(points.volume == 0); // among six wards three are no distinction
        CHECK(points.change == 0);
        CHECK(points.sum() == levels[i]);
    }
    // Halved if the band is not stable.
    study.categories[0].stability.resize(6);
    study.categories[0].stability[0] = bands::Stability{.probability = 0.6};
    CHECK(briefing::points_of(subject, 0).sum() == 1.5);
    // An alert is worth a point.
    study.categories[0].alerts.resize(6);
    study.categories[0].alerts[4] = Alert{40, 20, 30, true, false};
    CHECK(briefing::points_of(subject, 4).sum() == 1);
    CHECK(briefing::points_of(subject, 4, briefing::Time::before).sum() == 0);
    const auto wording = testing::read_file(testing::source_file("docs/briefing.md"));
    CHECK(wording.find("| exceptionally high among the wards | 3, tentative 2 |") !=
          std::string::npos);
    CHECK(wording.find("| much higher than the area | 2 |") != std::string::npos);
    CHECK(wording.find("| higher than the area | 1 |") != std::string::npos);
}

TEST_CASE("The three wards with most events score another point, and ties beyond three none",
          "[briefing]") {
    std::vector<std::string> all;
    std::vector<Cell> counts;
    for (int i = 0; i < 26; ++i) {
        all.push_back(std::string("W") + char('A' + i));
        counts.push_back(Cell::known(i < 3 ? 40 - i : 20));
    }
    auto study = study_of(grid_of_wards(all, 6), counts);
    const auto volume = [&](std::size_t ward) {
        return briefing::points_of(only_subject(study), ward).volume;
    };
    CHECK(volume(0) == 1);
    CHECK(volume(2) == 1);
    CHECK(volume(3) == 0);
    study.categories[0].figures[3] = Cell::known(38); // as many as the third
    CHECK(volume(2) == 0);
    CHECK(volume(3) == 0);
    study.categories[0].figures[20] = Cell::suppressed(0, 60); // may have the most
    CHECK(volume(1) == 1);
    CHECK(volume(20) == 0);
    CHECK(briefing::most_points(only_subject(study), 20).volume == 1);
}

TEST_CASE("The list has the wards that score, best first, at most as many as requested",
          "[briefing]") {
    const auto study = six_readings();
    CHECK(listed(study, 5) == std::vector<std::string>{"Ash", "Beech", "Clay", "Dell"});
    CHECK(listed(study, 2) == std::vector<std::string>{"Ash", "Beech"});
}

TEST_CASE("Weights of the project count, and are on the page", "[briefing]") {
    auto study = six_readings();
    auto other = study.categories[0];
    other.spec.id = "theft";
    other.spec.title = "Theft";
    other.figures[4] = other.values[4] = Cell::known(99);
    read_as(other, {{}, {}, {}, {}, {Level::much_higher, {Verdict::high, Evidence::firm}}, {}});
    other.banding.band_of.assign(6, 0);
    study.categories.push_back(other);
    CHECK(listed(study, 1) == std::vector<std::string>{"Ash"});
    study.briefing.weights = {{"theft", 2}};
    CHECK(listed(study, 1) == std::vector<std::string>{"Elm"});
    const auto weighed = make_briefing(study, 1);
    CHECK(weighed.now.front().score == 6); // 2 x 3
    CHECK(briefing::score_words(weighed).find("(Theft 2; others 1)") != std::string::npos);
}

TEST_CASE("Tied wards share a rank, and those without space are named", "[briefing]") {
    auto study = six_readings();
    auto& category = study.categories[0];
    category.figures = category.values = std::vector<Cell>(6, Cell::known(10));
    category.standings = standings(category.values, Order::highest_first);
    category.banding = bands::make_bands(category.values, category.spec.bands, 1);
    read_as(category,
            std::vector<Answers>(6, {Level::much_higher, {Verdict::high, Evidence::firm}}));
    const auto made = make_briefing(study, 1);
    const auto entries = briefing::entries_of(made, 2);
    REQUIRE(entries.size() == 2);
    for (const auto& entry : entries) {
        CHECK(entry.score.rank == 1);
        CHECK(briefing::points_words(entry) == "3 points, tied 1st");
    }
    CHECK(holds(briefing::caveats(made, entries, 2),
                "Tied with the last ward listed but not shown: Clay; Dell; Elm; Fern."));
}

TEST_CASE("Priorities of the partnership are always shown, and marked", "[briefing]") {
    auto study = six_readings();
    study.briefing.priorities = {"fern", "W02"};
    const auto made = make_briefing(study, 1);
    const auto entries = briefing::entries_of(made, 2);
    CHECK(names(study, entries) == std::vector<std::string>{"Ash", "Beech", "Fern"});
    CHECK(briefing::priority_words(made, entries[0]).empty());
    CHECK(briefing::priority_words(made, entries[1]) == "Priority");
    CHECK(entries[2].mark == "A");
    CHECK(briefing::priority_words(made, entries[2]) == "Priority; 6th of 6 by score");
    CHECK(briefing::why(made, entries[2]) ==
          "Not higher than Testshire in any of 1 category, nor with most events in any.");
    CHECK(briefing::details_of(made, entries[2]).size() == 1);
}

TEST_CASE("A priority that is not a ward is an error with the nearest name", "[briefing]") {
    auto study = six_readings();
    study.project.file.written = "project.toml";
    study.briefing.priorities = {"Feern"};
    study.briefing.priorities_line = 7;
    try {
        (void)make_briefing(study, 1);
        FAIL("no error");
    } catch (const InputError& error) {
        const auto& finding = error.findings().front();
        CHECK(finding.place.line == 7);
        CHECK(finding.found == "the priority \"Feern\" is not a ward");
        CHECK(finding.help.find("Fern") != std::string::npos);
    }
}

TEST_CASE("A category is compared with its last month, and a ward that rises enters the list",
          "[briefing]") {
    const TempFolder folder;
    const auto study = orchard_study(folder, {{"2014-10", all_but("10", {{1, "100"}, {2, "60"}})},
                                              {"2014-11", all_but("10", {{0, "100"}, {2, "61"}})}});
    const auto made = make_briefing(study, 1);
    CHECK(names(study, briefing::entries_of(made, 5)) ==
          std::vector<std::string>{"Alder", "Cedar"});
    const auto wording = briefing::since_last_time(made, 5);
    CHECK(wording == std::vector<std::string>{"Entered: Alder (1st; last time without points).",
                                              "Left: Birch (1st last time; now without points).",
                                              "Compared with October 2014, scored the same way."});
    // 100 in 30 days against 10 in 31; 61 against 60.
    const auto& theft = made.subjects.list.front();
    CHECK(briefing::change_words(theft, 0) ==
          "Up 933% since October 2014, more than chance, above the area's change");
    CHECK(briefing::change_words(theft, 2) == "Up 5% since October 2014, within chance");
    CHECK(briefing::change_words(theft, 1) ==
          "Down 90% since October 2014, more than chance, below the area's change");
    CHECK(briefing::persistence_words(theft, 2) == "Top fifth in 2 of 2 periods");
    CHECK(briefing::persistence_words(theft, 0).starts_with("Top fifth in 1 of 2 periods"));
    CHECK(briefing::persistence_words(theft, 5).starts_with("Top fifth in 0 of 2 periods"));
}

TEST_CASE("Wards that change places are reported", "[briefing]") {
    const TempFolder folder;
    const auto study = orchard_study(folder, {{"2014-10", all_but("10", {{1, "100"}, {2, "60"}})},
                                              {"2014-11", all_but("10", {{1, "60"}, {2, "100"}})}});
    const auto wording = briefing::since_last_time(make_briefing(study, 1), 5);
    CHECK(wording.front() == "Moved up: Cedar (2nd to 1st).");
    CHECK(wording[1] == "Moved down: Birch (1st to 2nd).");
    CHECK(briefing::since_last_time(make_briefing(study, 1), 1).front() ==
          "Entered: Cedar (1st; last time 2nd).");
}

TEST_CASE("With one period no change is reported", "[briefing]") {
    const TempFolder folder;
    const auto study = orchard_study(folder, {{"2014-11", all_but("10", {{0, "100"}})}});
    const auto made = make_briefing(study, 1);
    CHECK(made.before.empty());
    CHECK(
        briefing::since_last_time(made, 5) ==
        std::vector<std::string>{"No category has an earlier period here: changes are not known."});
    CHECK(briefing::change_words(made.subjects.list.front(), 0).empty());
    CHECK(briefing::persistence_words(made.subjects.list.front(), 0).empty());
}

TEST_CASE("A change between two categories makes one the earlier period of the other",
          "[briefing]") {
    const TempFolder folder;
    const std::string two = R"([[category]]
id = "theft13"
title = "Theft 2013"
unit = "offences"
period = "2013"
table = "theft.csv"
key = "code"
value = "count"
where = { month = ["2013"] }
measure = "rate"
denominator = "residents"
[[category]]
id = "theft14"
title = "Theft"
unit = "offences"
period = "2014"
table = "theft.csv"
key = "code"
value = "count"
where = { month = ["2014"] }
measure = "rate"
denominator = "residents"
[[category]]
id = "change"
title = "Change of theft"
measure = "change"
from = "theft13"
to = "theft14"
)";
    const auto study = orchard_study(
        folder,
        {{"2013", all_but("10", {{1, "100"}})}, {"2014", all_but("10", {{0, "100"}, {1, "50"}})}},
        "", two);
    const auto made = make_briefing(study, 1);
    REQUIRE(made.subjects.list.size() == 1);
    CHECK(made.subjects.list[0].category->spec.id == "theft14");
    CHECK(made.subjects.list[0].before->spec.id == "theft13");
    CHECK(briefing::change_words(made.subjects.list[0], 1) ==
          "Down 50% since 2013, more than chance, below the area's change");
    CHECK(briefing::since_last_time(made, 5).front() ==
          "Entered: Alder (1st; last time without points).");
}

TEST_CASE("A ward that a withheld figure may put on the list is named, any other is not",
          "[briefing]") {
    const TempFolder folder;
    // With 1 or 2 in most wards, up to 4 may be high; with 10 in most it is low.
    const auto near = orchard_study(folder, {{"2014-11", all_but("1", {{0, "30"}, {3, "*"}})}});
    const auto far = orchard_study(folder, {{"2014-11", all_but("10", {{0, "100"}, {3, "*"}})}});
    const auto caveats_of = [](const Study& study) {
        const auto made = make_briefing(study, 1);
        return briefing::caveats(made, briefing::entries_of(made, 5), 5);
    };
    const auto made_near = make_briefing(near, 1);
    const auto& subject = made_near.subjects.list.front();
    REQUIRE(briefing::points_of(subject, 3).sum() == 0);
    CHECK(holds(caveats_of(near), "May belong on the list: ") ==
          (briefing::most_points(subject, 3).sum() > 0));
    CHECK_FALSE(holds(caveats_of(far), "Damson"));
}

TEST_CASE("The bounds of a withheld figure determine its possible score", "[briefing]") {
    auto study = six_readings();
    auto& category = study.categories[0];
    category.values[5] = category.figures[5] = Cell::suppressed(0, 80);
    category.banding.band_of[5] = std::nullopt;
    auto& ward = category.hotspots->wards[5];
    ward = {};
    ward.reading.level = Level::uncertain;
    ward.own.emplace();
    ward.own->highest = statistics::Comparison::much_higher;
    const auto subject = only_subject(study);
    CHECK(briefing::points_of(subject, 5).sum() == 0);
    CHECK(briefing::most_points(subject, 5).sum() == 2); // much higher
    const auto made = make_briefing(study, 1);
    CHECK(holds(
        briefing::caveats(made, briefing::entries_of(made, 2), 2),
        "May belong on the list: Fern. That depends on withheld figures, which are neither zero "
        "nor missing (Anti-social behaviour)."));
    category.values[5] = category.figures[5] = Cell::suppressed(0, 4);
    category.hotspots->wards[5] = {};
    CHECK(briefing::most_points(subject, 5).sum() == 0);
}

TEST_CASE("Maidstone's briefing has the categories of the project, in its order", "[briefing]") {
    const auto made = make_briefing(testing::maidstone(), 1);
    std::vector<std::string> ids;
    for (const auto& subject : made.subjects.list) {
        ids.push_back(subject.category->spec.id);
    }
    CHECK(ids == testing::maidstone().briefing.categories);
    auto study = testing::maidstone();
    study.briefing.categories.clear();
    const auto all = make_briefing(study, 1);
    for (const auto& subject : all.subjects.list) {
        CHECK(subject.category->spec.id != "deprivation");
        CHECK(subject.category->spec.id != "asb-count"); // repeats the figures of asb
    }
    CHECK(all.subjects.list.size() == 10);
}

TEST_CASE("Figures of another period, and wards without figures, are reported", "[briefing]") {
    const auto made = make_briefing(testing::maidstone(), 1);
    const auto wording = briefing::caveats(made, briefing::entries_of(made, 5), 5);
    CHECK(briefing::common_period(made) == "January to November 2014");
    CHECK(
        holds(wording, "Of another period: Hospital admissions: assault (June 2011 to May 2012)."));
    CHECK(holds(wording, "No figures (not scored): Hospital admissions: assault "
                         "(13 of 26 wards)."));
    CHECK(holds(wording, "Withheld figures could raise the score of Fant and North Downs."));
    for (const auto& sentence : wording) {
        CHECK(sentence.ends_with('.'));
    }
}
