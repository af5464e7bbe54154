// SPDX-License-Identifier: MIT
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "hotspots/reading.h"
#include "site/words.h"
#include "study/study.h"
#include "tables/cell.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::site {
namespace {

using Json = nlohmann::ordered_json;

/// {"state": "known", "value": 88.03} or {"state": "withheld", "low": 0, "high": 4}.
Json json_of(const Cell& cell) {
    const auto plain = [](double x) { return text::rounded(x, 10); };
    switch (cell.state()) {
    case Cell::State::known:
        return {{"state", "known"}, {"value", plain(cell.value())}};
    case Cell::State::suppressed:
        return {{"state", "withheld"}, {"low", plain(cell.low())}, {"high", plain(cell.high())}};
    case Cell::State::missing:
        return {{"state", "missing"}};
    case Cell::State::not_calculable:
        return {{"state", "not calculable"}};
    }
    return {};
}

class Writer {
public:
    explicit Writer(const Profile& profile) : m_profile(profile), m_study(profile.study) {}

    [[nodiscard]] Json all() const {
        const auto& [study, site, location, within] = m_profile;
        Json json{
            {"site", site.name},
            {"note", site.note},
            {"x", text::rounded(site.at.x, 1)},
            {"y", text::rounded(site.at.y, 1)},
            {"crs", study.wards.crs},
            {"area_m2", site.is_point() ? Json() : Json(text::rounded(geo::area(site.shape), 1))},
            {"within_m", within},
            {"outside_share", text::rounded(location.outside, 6)}};
        json["wards"] = json["on_border"] = json["around"] = json["categories"] = Json::array();
        for (const auto& [ward, share] : location.wards) {
            auto item = named(ward);
            item["share"] = text::rounded(share, 6);
            json["wards"].push_back(std::move(item));
        }
        for (const auto ward : location.on_border) {
            json["on_border"].push_back(named(ward));
        }
        for (const auto& other : location.others) {
            if (!other.neighbour && other.distance_m > within) continue;
            auto item = near(other);
            item["high_in"] = high_in(study, other.ward);
            json["around"].push_back(std::move(item));
        }
        for (const auto& category : study.categories) {
            json["categories"].push_back(category_json(category));
        }
        const auto n = location.wards.size();
        json["words"] = {{"where", where_sentences(m_profile)},
                         {"readings", reading_sentences(m_profile, n)},
                         {"deprivation", deprivation_sentences(m_profile, n)},
                         {"change", trend_sentences(m_profile, n)},
                         {"limits", limit_sentences(m_profile)},
                         {"sources", source_sentences(m_profile)}};
        return json;
    }

private:
    [[nodiscard]] Json named(std::size_t ward) const {
        return {{"code", m_study.wards.wards[ward].code}, {"name", m_study.wards.wards[ward].name}};
    }

    [[nodiscard]] Json near(const Near& other) const {
        auto item = named(other.ward);
        item["distance_m"] = text::rounded(other.distance_m, 0);
        item["neighbour"] = other.neighbour;
        return item;
    }

    [[nodiscard]] Json band_json(const CategoryResult& category, std::size_t ward) const {
        const auto& band = category.banding.band_of[ward];
        if (!band) return {};
        const auto& found = category.banding.bands[*band];
        return {{"number", *band + 1},
                {"of", category.banding.bands.size()},
                {"range", found.range},
                {"word", found.word}};
    }

    [[nodiscard]] Json ward_json(const CategoryResult& category, std::size_t ward) const {
        auto row = named(ward);
        row["figure"] = json_of(category.figures[ward]);
        row["value"] = json_of(category.values[ward]);
        row["printed"] = words::printed(category, ward);
        row["limits_95"] = words::limits_text(category, ward);
        row["band"] = band_json(category, ward);
        row["rank"] = Json();
        if (const auto& standing = category.standings[ward]) {
            row["rank"] = {
                {"rank", standing->rank}, {"of", standing->of}, {"tied", standing->tied}};
        }
        row["reading"] = Json();
        if (category.hotspots) {
            const auto& reading = category.hotspots->wards[ward].reading;
            row["reading"] = {{"compared", hotspots::name(reading.level)},
                              {"neighbours", hotspots::name(reading.around)},
                              {"label", words::reading_text(m_study, category, ward)}};
        }
        row["sentence"] = words::ward_sentence(m_study, category, ward);
        for (const auto& step : category.steps) {
            row["periods"].push_back(
                {{"period", step.label}, {"figure", json_of(step.figures[ward])}});
        }
        return row;
    }

    [[nodiscard]] Json category_json(const CategoryResult& category) const {
        Json item{{"id", category.spec.id},         {"title", category.spec.title},
                  {"unit", category.unit.title()},  {"period", category.spec.period},
                  {"source", category.spec.source}, {"area", json_of(category.area_value)}};
        item["wards"] = item["high_within"] = Json::array();
        for (const auto& [ward, share] : m_profile.location.wards) {
            item["wards"].push_back(ward_json(category, ward));
        }
        const auto high = high_near(m_profile, category);
        for (const auto& other : high.within) {
            item["high_within"].push_back(near(other));
        }
        item["nearest_high"] = high.nearest ? near(*high.nearest) : Json();
        return item;
    }

    const Profile& m_profile;
    const Study& m_study;
};

} // namespace

std::string profile_json(const Profile& profile) {
    return Writer(profile).all().dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
           "\n";
}

} // namespace wardmap::site
