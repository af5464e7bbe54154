// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "hotspots/reading.h"
#include "maps/sentences.h"
#include "maps/words.h"
#include "site/site.h"

namespace wardmap::site {
namespace {

std::string band_of(const CategoryResult& category, std::size_t ward) {
    const auto& banding = category.banding;
    if (ward >= banding.band_of.size() || !banding.band_of[ward]) return "none";
    const auto k = *banding.band_of[ward];
    return fmt::format("{} ({} of {} from the lowest)", banding.bands[k].range, k + 1,
                       banding.bands.size());
}

std::vector<Near> high_near(const CategoryResult& category, const Location& location,
                            double within_m) {
    std::vector<Near> high;
    if (!category.hotspots) return high;
    for (const auto& other : location.others) {
        if (other.distance_m <= within_m &&
            hotspots::is_high(category.hotspots->wards[other.ward].joint.reading))
            high.push_back(other);
    }
    return high;
}

std::vector<std::string> limits(const Study& study) {
    std::vector<std::string> lines = {
        fmt::format("These are figures of whole {}. An average does not describe a site.",
                    study.wards.many),
        "Recorded incidents are not all incidents."};
    for (auto& line : maps::boundary_lines(study))
        lines.push_back(std::move(line));
    return lines;
}

} // namespace

std::string profile_text(const Study& study, const Site& site, const Location& location,
                         double within_m) {
    const auto name = [&](std::size_t ward) { return study.wards.wards[ward].name; };
    std::string out = fmt::format("Site profile: {}\n{}\n\n", site.name, site.note);
    for (const auto& [ward, share] : location.wards) {
        out += site.shape.empty()
                   ? fmt::format("In {}\n", name(ward))
                   : fmt::format("{} % in {}\n", text::number(share * 100, 1), name(ward));
    }
    if (location.outside > 0)
        out += fmt::format("{} % outside the boundaries: nothing is said of that part\n",
                           text::number(location.outside * 100, 1));
    for (const auto ward : location.on_border)
        out += fmt::format("Within {} m of the border with {}: it may lie there as well\n",
                           text::number(site.tolerance_m, 0), name(ward));
    out += fmt::format("\nOther {} within {} m of the site\n", study.wards.many,
                       text::number(within_m, 0));
    for (const auto& other : location.others) {
        if (other.distance_m <= within_m)
            out +=
                fmt::format("  {} ({} m)\n", name(other.ward), text::number(other.distance_m, 0));
    }
    for (const auto& category : study.categories) {
        out += fmt::format("\n{}\n", category.spec.title);
        for (const auto& [ward, share] : location.wards) {
            out += fmt::format("  {}\n  Band: {}\n", maps::ward_sentence(study, category, ward),
                               band_of(category, ward));
        }
        const auto area = maps::area_line(study, category);
        if (!area.empty()) out += "  " + area + "\n";
        if (!category.hotspots) continue;
        std::vector<std::string> high;
        for (const auto& other : high_near(category, location, within_m))
            high.push_back(
                fmt::format("{} ({} m)", name(other.ward), text::number(other.distance_m, 0)));
        out += fmt::format("  High {} within {} m: {}\n", study.wards.many,
                           text::number(within_m, 0), high.empty() ? "none" : text::list(high));
    }
    out += "\nWhat these figures cannot say\n";
    for (const auto& line : limits(study))
        out += "  " + line + "\n";
    return out;
}

std::string profile_json(const Study& study, const Site& site, const Location& location,
                         double within_m) {
    using Json = nlohmann::ordered_json;
    const auto named = [&](std::size_t ward) {
        return Json{{"code", study.wards.wards[ward].code}, {"name", study.wards.wards[ward].name}};
    };
    const auto near = [&](const Near& other) {
        auto item = named(other.ward);
        item["distance_m"] = text::rounded(other.distance_m, 0);
        return item;
    };
    Json json{{"site", site.name},
              {"note", site.note},
              {"x", site.at.x},
              {"y", site.at.y},
              {"crs", study.wards.crs},
              {"within_m", within_m},
              {"outside_share", location.outside}};
    json["wards"] = json["on_border"] = json["near"] = json["categories"] = Json::array();
    for (const auto& [ward, share] : location.wards) {
        auto item = named(ward);
        item["share"] = share;
        json["wards"].push_back(item);
    }
    for (const auto ward : location.on_border)
        json["on_border"].push_back(named(ward));
    for (const auto& other : location.others)
        if (other.distance_m <= within_m) json["near"].push_back(near(other));
    for (const auto& category : study.categories) {
        Json item{{"id", category.spec.id},
                  {"title", category.spec.title},
                  {"unit", category.unit},
                  {"area", maps::area_line(study, category)}};
        item["wards"] = item["high_near"] = Json::array();
        for (const auto& [ward, share] : location.wards) {
            auto row = named(ward);
            row["value"] = maps::printed(category, ward);
            row["band"] = band_of(category, ward);
            row["sentence"] = maps::ward_sentence(study, category, ward);
            item["wards"].push_back(row);
        }
        for (const auto& other : high_near(category, location, within_m))
            item["high_near"].push_back(near(other));
        json["categories"].push_back(item);
    }
    json["limits"] = limits(study);
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace wardmap::site
