// SPDX-License-Identifier: MIT
#include "publish/compare_publications.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/refuse.h"
#include "base/shown.h"
#include "base/text.h"

namespace wardmap::publish {
namespace {

using disclosure::Range;
using Json = nlohmann::ordered_json;

constexpr int known_format = 2; // of study.json

struct PublishedFigure {
    std::string name;
    Range range;
    bool withheld = false;
};

struct PublishedCategory {
    std::string measure;
    std::string unit;
    std::string period;
    std::optional<Range> total; // of a count
    std::map<std::string, PublishedFigure> wards;
};

struct Publication {
    std::map<std::string, std::string> names;
    std::vector<std::pair<std::string, PublishedCategory>> categories; // by id, in their order
};

[[noreturn]] void refuse_folder(const std::string& path, std::string found, std::string help) {
    refuse({path}, std::move(found), "a folder that wardmap draw has written, with data",
           std::move(help));
}

[[noreturn]] void refuse_damaged(const std::string& path, const char* what) {
    refuse_folder(path, std::string("the file is damaged: ") + what, "draw the folder again");
}

std::string text_or_empty(const Json& json) {
    return json.is_string() ? json.get<std::string>() : std::string();
}

double number_or(const Json& json, double otherwise) {
    return json.is_number() ? json.get<double>() : otherwise;
}

[[noreturn]] void refuse_number(const std::string& what) {
    throw std::invalid_argument(what);
}

/// The counts that are published as this one.
Range range_of(double count, const disclosure::Rule& rule) {
    if (count < 0 && rule.round_to > 0) refuse_number("a rounded count below 0");
    return disclosure::shown_alike(count, {0, rule.round_to});
}

/// The two ends of a withheld figure.
Range ends_of(const Json& json) {
    const Range range{number_or(json.at("low"), 0),
                      number_or(json.at("high"), std::numeric_limits<double>::infinity())};
    if (range.low > range.high) refuse_number("a range that ends before it begins");
    return range;
}

/// The counts that the row allows; nothing for a missing figure.
std::optional<PublishedFigure> figure_of(const Json& row, const disclosure::Rule& rule) {
    const auto state = text_or_empty(row.at("state"));
    if (state == "known" && row.at("figure").is_number()) {
        return PublishedFigure{{}, range_of(row.at("figure").get<double>(), rule), false};
    }
    if (state != "suppressed") return std::nullopt;
    return PublishedFigure{{}, ends_of(row), true};
}

std::optional<Range> total_of(const Json& value, const disclosure::Rule& rule) {
    if (!value.is_object()) return std::nullopt;
    if (value.contains("value")) {
        if (!value.at("value").is_number()) return std::nullopt;
        return range_of(value.at("value").get<double>(), rule);
    }
    return ends_of(value);
}

PublishedCategory category_of(const Json& json, const std::map<std::string, std::string>& names) {
    PublishedCategory category;
    category.measure = text_or_empty(json.at("measure"));
    category.unit = text_or_empty(json.at("figure_unit"));
    category.period = text_or_empty(json.at("period"));
    disclosure::Rule rule;
    const auto& stated = json.at("disclosure");
    if (stated.is_object()) rule.round_to = number_or(stated.at("round_to"), 0);
    if (rule.round_to < 0) refuse_number("figures rounded to less than 0");
    if (category.measure == "count") category.total = total_of(json.at("whole_area_value"), rule);
    for (const auto& row : json.at("wards")) {
        const auto code = row.at("ward_code").get<std::string>();
        auto figure = figure_of(row, rule);
        if (!figure) continue;
        const auto name = names.find(code);
        figure->name = name == names.end() ? code : name->second;
        category.wards.emplace(code, *std::move(figure));
    }
    return category;
}

/// Throws nlohmann's exceptions, or std::invalid_argument, if something is not as it was written.
Publication publication_of(const Json& json) {
    Publication publication;
    for (const auto& ward : json.at("wards")) {
        publication.names.emplace(ward.at("ward_code").get<std::string>(),
                                  text_or_empty(ward.at("ward_name")));
    }
    for (const auto& category : json.at("categories")) {
        publication.categories.emplace_back(category.at("id").get<std::string>(),
                                            category_of(category, publication.names));
    }
    return publication;
}

Publication read_publication(const std::string& folder) {
    const auto path = std::filesystem::path(folder) / "data" / "study.json";
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        refuse_folder(folder, "there is no data/study.json", "wardmap draw PROJECT --only data");
    }
    std::ifstream in(path, std::ios::binary);
    try {
        const auto json = Json::parse(std::string{std::istreambuf_iterator<char>(in), {}});
        const auto format = json.at("format").get<int>();
        if (format != known_format) {
            refuse_folder(
                path.string(),
                fmt::format("format {} of study.json, which this version does not read", format),
                fmt::format("draw the folder again for format {}", known_format));
        }
        return publication_of(json);
    } catch (const Json::exception& damaged) {
        refuse_damaged(path.string(), damaged.what());
    } catch (const std::invalid_argument& damaged) {
        refuse_damaged(path.string(), damaged.what());
    }
}

Range common(const Range& a, const Range& b) {
    return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

bool contradict(const Range& a, const Range& b) {
    const auto both = common(a, b);
    return both.low > both.high;
}

bool is_narrower(const Range& a, const Range& b) {
    return a.low > b.low || a.high < b.high;
}

/// A ward in both publications.
struct Pair {
    std::string code;
    const PublishedFigure* here;
    const PublishedFigure* there;
    Range together;
};

std::vector<Pair> pairs_of(const PublishedCategory& here, const PublishedCategory& there) {
    std::vector<Pair> pairs;
    for (const auto& [code, figure] : here.wards) {
        const auto found = there.wards.find(code);
        if (found == there.wards.end()) continue;
        pairs.push_back({code, &figure, &found->second, common(figure.range, found->second.range)});
    }
    return pairs;
}

/// Bounds each ward by the total less the ends of the others.
void apply_total(std::vector<Pair>& pairs, const Range& total) {
    double lows = 0;
    double highs = 0; // of the bounded ones
    std::size_t unbounded = 0;
    for (const auto& pair : pairs) {
        lows += pair.together.low;
        if (std::isfinite(pair.together.high)) {
            highs += pair.together.high;
        } else {
            ++unbounded;
        }
    }
    for (auto& pair : pairs) {
        const auto& own = pair.together;
        const bool is_bounded = std::isfinite(own.high);
        const bool others_are_bounded = unbounded == (is_bounded ? 0 : 1);
        const double others_high = others_are_bounded ? highs - (is_bounded ? own.high : 0)
                                                      : std::numeric_limits<double>::infinity();
        pair.together = common(own, {total.low - others_high, total.high - (lows - own.low)});
    }
}

/// The total of all wards, as far as both publications narrow it down; nothing where they do not
/// have the same wards.
std::optional<Range> common_total(const PublishedCategory& here, const PublishedCategory& there,
                                  std::size_t pairs) {
    if (pairs != here.wards.size() || pairs != there.wards.size()) return std::nullopt;
    if (!here.total || !there.total || contradict(*here.total, *there.total)) return std::nullopt;
    return common(*here.total, *there.total);
}

bool is_news(const Pair& pair) {
    const auto narrows = [&](const PublishedFigure& figure) {
        return !figure.withheld || is_narrower(pair.together, figure.range);
    };
    return (pair.here->withheld || pair.there->withheld) && narrows(*pair.here) &&
           narrows(*pair.there);
}

ComparedCategory compare(const std::string& id, const PublishedCategory& here,
                         const PublishedCategory& there) {
    using State = ComparedCategory::State;
    ComparedCategory compared{id, State::compared, 0, {}};
    if (here.measure != there.measure || here.unit != there.unit || here.period != there.period) {
        compared.state = State::other_period;
        return compared;
    }
    auto pairs = pairs_of(here, there);
    if (pairs.empty()) {
        compared.state = State::not_there;
        return compared;
    }
    compared.revised = static_cast<std::size_t>(std::ranges::count_if(
        pairs, [](const Pair& pair) { return contradict(pair.here->range, pair.there->range); }));
    if (compared.revised > 0) {
        compared.state = State::other_figures;
        return compared;
    }
    if (const auto total = common_total(here, there, pairs.size())) apply_total(pairs, *total);
    for (const auto& pair : pairs) {
        if (!is_news(pair)) continue;
        compared.figures.push_back(
            {pair.code, pair.here->name, pair.here->range, pair.there->range, pair.together});
    }
    return compared;
}

std::string range_words(const Range& range) {
    auto low = text::number(range.low, 0);
    if (range.is_point()) return low;
    if (range.high == std::numeric_limits<double>::infinity()) return low + " or more";
    return fmt::format("{} to {}", low, text::number(range.high, 0));
}

std::string state_words(const ComparedCategory& category, const std::string& there) {
    switch (category.state) {
    case ComparedCategory::State::compared:
        return {};
    case ComparedCategory::State::not_there:
        return "is not in " + there;
    case ComparedCategory::State::other_period:
        return fmt::format("has another period, measure or unit in {}", there);
    case ComparedCategory::State::other_figures:
        return fmt::format("was revised: {} published figures that exclude each other",
                           text::with_count(category.revised, "ward has", "wards have"));
    }
    return {};
}

} // namespace

std::size_t Comparison::narrowed() const {
    std::size_t all = 0;
    for (const auto& category : categories) {
        all += category.figures.size();
    }
    return all;
}

Comparison compare_publications(const std::string& here, const std::string& there) {
    const auto now = read_publication(here);
    const auto former = read_publication(there);
    Comparison comparison{here, there, {}};
    for (const auto& [id, category] : now.categories) {
        const auto found =
            std::ranges::find(former.categories, id, [](const auto& entry) { return entry.first; });
        if (found == former.categories.end()) {
            comparison.categories.push_back({id, ComparedCategory::State::not_there, 0, {}});
        } else {
            comparison.categories.push_back(compare(id, category, found->second));
        }
    }
    return comparison;
}

std::string comparison_text(const Comparison& comparison) {
    constexpr std::size_t most_shown = 5; // of a category
    const auto& [here, there, categories] = comparison;
    const auto compared = static_cast<std::size_t>(std::ranges::count(
        categories, ComparedCategory::State::compared, &ComparedCategory::state));
    auto text = fmt::format("Beside {}, {} compared: ", there,
                            text::with_count(compared, "category is", "categories are"));
    const auto narrowed = comparison.narrowed();
    text += narrowed == 0
                ? "no withheld figure is narrower with both than with one of them\n"
                : fmt::format("both together narrow down {}\n",
                              text::with_count(narrowed, "withheld figure", "withheld figures"));
    for (const auto& category : categories) {
        std::size_t shown_figures = 0;
        for (const auto& figure : category.figures) {
            if (shown_figures++ == most_shown) break;
            text += fmt::format("  {}: {} ({}) is {}: {} here, {} there\n", category.id,
                                text::shown(figure.name), figure.code, range_words(figure.together),
                                range_words(figure.here), range_words(figure.there));
        }
        if (category.figures.size() > most_shown) {
            text +=
                fmt::format("  {}: {} more\n", category.id, category.figures.size() - most_shown);
        }
        if (category.state == ComparedCategory::State::compared) continue;
        text +=
            fmt::format("  {} is not compared: it {}\n", category.id, state_words(category, there));
    }
    return text;
}

} // namespace wardmap::publish
