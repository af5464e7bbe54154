// SPDX-License-Identifier: MIT
#include "project/read_bands.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/named_values.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "project/keys.h"
#include "project/project.h"
#include "project/read_category.h"
#include "project/read_table_keys.h"

namespace wardmap::project {
namespace {

void check_breaks(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    const auto* const node = table.get("breaks");
    if (bands.scheme != Scheme::fixed) {
        reader.fault(*node, "breaks are given, but the scheme computes its own",
                     "scheme = \"fixed\", or no breaks");
        return;
    }
    const bool rising =
        std::adjacent_find(bands.breaks.begin(), bands.breaks.end(),
                           [](double a, double b) { return a >= b; }) == bands.breaks.end();
    if (!rising) reader.fault(*node, "the breaks do not rise", "each break above the one before");
    if (bands.breaks.size() < 3 || bands.breaks.size() > 10) {
        reader.fault(*node, fmt::format("{} breaks do not give 2 to 9 bands", bands.breaks.size()),
                     "one break more than bands: breaks = [0, 10, 20]");
    }
}

void read_scheme(TomlReader& reader, const toml::table& table, bool is_rank, BandSpec& bands) {
    const auto breaks = reader.numbers(table, "breaks");
    if (breaks && !table.contains("scheme")) bands.scheme = Scheme::fixed;
    if (const auto scheme = reader.value(table, "scheme", scheme_names)) bands.scheme = *scheme;
    if (is_rank && !only_orders(bands.scheme)) {
        const auto word = name_of(scheme_names, bands.scheme);
        reader.fault(
            table, fmt::format("ranks are not quantities: {} bands are meaningless for them", word),
            "scheme = \"quantile\", \"percentile\", \"deciles\" or \"quintiles\", or "
            "fixed breaks");
    }
    if (breaks) {
        bands.breaks = *breaks;
        check_breaks(reader, table, bands);
        bands.count = static_cast<int>(bands.breaks.size()) - 1;
    } else if (bands.scheme == Scheme::fixed && !table.contains("breaks")) {
        reader.fault(table, "fixed bands without breaks", "breaks = [0, 10, 20]");
    }
    if (const auto own = own_count(bands.scheme)) bands.count = *own;
}

void read_zero(TomlReader& reader, const toml::table& table, bool is_rank, BandSpec& bands) {
    const auto zero = reader.word(table, "zero", {"together", "apart"});
    if (zero != 1) return;
    if (is_rank || is_by_rank(bands.scheme)) {
        reader.fault(*table.get("zero"), "bands by rank cannot have a separate band for 0",
                     "zero = \"together\", or another scheme");
        return;
    }
    bands.zero_apart = true;
    if (!takes_count(bands.scheme)) ++bands.count;
}

void read_count(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    const auto count = reader.whole(table, "count");
    if (!count) return;
    const auto& node = *table.get("count");
    if (*count < 2 || *count > 9) {
        reader.fault(node, fmt::format("{} bands", *count), "2 to 9 bands");
    } else if (bands.scheme == Scheme::fixed) {
        if (*count == bands.count) return;
        reader.fault(node,
                     fmt::format("count = {}, but the breaks make {} bands", *count, bands.count),
                     "leave count out");
    } else if (!takes_count(bands.scheme)) {
        const auto word = name_of(scheme_names, bands.scheme);
        reader.fault(node, fmt::format("scheme {} has its own number of bands", text::quoted(word)),
                     "leave count out");
    } else {
        bands.count = *count;
    }
}

void read_hinge(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    const auto hinge = reader.number(table, "hinge");
    if (!hinge) return;
    if (bands.scheme != Scheme::box) {
        reader.fault(*table.get("hinge"), "hinge is given, but the scheme is not a box map",
                     "scheme = \"box\", or no hinge");
    } else if (*hinge != 1.5 && *hinge != 3) {
        reader.fault(*table.get("hinge"), fmt::format("a hinge of {}", text::shortest(*hinge)),
                     "hinge = 1.5 or 3.0");
    } else {
        bands.hinge = *hinge;
    }
}

void read_labels(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    auto labels = reader.texts(table, "labels");
    if (!labels) return;
    const auto& node = *table.get("labels");
    if (bands.scheme == Scheme::head_tail || bands.scheme == Scheme::pretty) {
        reader.fault(node, "labels are given, but the figures decide how many bands there are",
                     "no labels, or a scheme with a count");
    } else if (labels->size() != static_cast<std::size_t>(bands.count)) {
        reader.fault(
            node,
            fmt::format("{} for {} bands", text::with_count(labels->size(), "label"), bands.count),
            bands.zero_apart ? "one label for each band, that of 0 first, then lowest first"
                             : "one label for each band, lowest first");
    }
    bands.labels = std::move(*labels);
}

/// Existing bands exclude all other keys.
void refuse_beside(TomlReader& reader, const toml::table& table, const std::string& key) {
    for (const auto& [other, node] : table) {
        if (other.str() == key) continue;
        reader.fault(node, fmt::format("{} is given together with {}", other.str(), key),
                     fmt::format("nothing but {}, which uses existing bands", key));
    }
}

/// Reads bands from another map or a file; returns whether there are any.
bool read_borrowed(TomlReader& reader, const toml::table& table, const Project& project,
                   BandSpec& bands) {
    for (const auto* const key : {"same_as", "frozen"}) {
        if (!table.contains(key)) continue;
        refuse_beside(reader, table, key);
        const auto word = reader.required(table, key, "bands",
                                          std::string(key) == "frozen" ? "frozen = \"bands.toml\""
                                                                       : "same_as = \"asb\"");
        if (std::string(key) == "frozen") {
            bands.frozen = resolve(project, word);
        } else {
            bands.same_as = word;
        }
        return true;
    }
    return false;
}

void read_pool(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    auto pool = reader.texts(table, "pooled_with", true);
    if (!pool) return;
    const auto& node = *table.get("pooled_with");
    if (bands.scheme == Scheme::fixed || is_by_rank(bands.scheme)) {
        reader.fault(node, "fixed bands and bands by rank do not depend on other figures",
                     "another scheme, or no pooled_with");
    }
    if (pool->empty()) reader.fault(node, "pooled_with is empty", "pooled_with = [\"theft\"]");
    bands.pooled_with = std::move(*pool);
}

const Category* find_category(const Project& project, const std::string& id) {
    for (const auto& category : project.categories) {
        if (category.id == id) return &category;
    }
    return nullptr;
}

/// Checks one id with which bands are shared; `node` is its position.
void check_partner(TomlReader& reader, const toml::node& node, const Category& category,
                   const std::string& id, const Project& project) {
    std::vector<std::string> others;
    for (const auto& other : project.categories) {
        if (other.id != category.id) others.push_back(other.id);
    }
    const auto* const partner = id == category.id ? nullptr : find_category(project, id);
    if (partner == nullptr) {
        reader.fault(node,
                     id == category.id ? "a category cannot share bands with itself"
                                       : fmt::format("there is no category {}", text::quoted(id)),
                     others.empty() ? "a second [[category]]"
                                    : "one of " + text::some(others, "or"),
                     did_you_mean(id, others));
        return;
    }
    const bool same_scale = measure_name(*partner) == measure_name(category) &&
                            (!category.is(MeasureKind::rate) || partner->per == category.per) &&
                            partner->of == category.of;
    if (!same_scale) {
        reader.fault(node,
                     fmt::format("{} is not the same measure as {}", text::quoted(id),
                                 text::quoted(category.id)),
                     "categories of one measure (and one per, one of)");
    }
}

/// Default bands of a change: symmetric about no change.
void around_no_change(BandSpec& bands) {
    bands.scheme = Scheme::fixed;
    bands.breaks = {-100, -30, -10, 10, 30, 100};
    bands.count = 5;
    bands.labels = {"large fall", "fall", "little change", "rise", "large rise"};
    bands.open_ended = true;
}

} // namespace

BandSpec read_bands(TomlReader& reader, const toml::table& table, const Category& category,
                    const Project& project) {
    BandSpec bands;
    const bool is_rank = category.is(MeasureKind::rank);
    if (is_rank) bands.scheme = Scheme::quantile;
    if (const auto* const overlap = category.made_as<Overlap>()) {
        bands.count = static_cast<int>(std::clamp<std::size_t>(overlap->parts.size() + 1, 2, 9));
    }
    bands.rank_total = category.of;
    bands.rank_one_means = category.rank_meaning;
    const auto* const own = reader.table(table, "bands");
    if (own == nullptr) {
        if (category.made_as<Change>() != nullptr) around_no_change(bands);
        return bands;
    }
    reader.refuse_unknown(*own, ProjectKeys().bands, "bands");
    if (read_borrowed(reader, *own, project, bands)) return bands;
    read_scheme(reader, *own, is_rank, bands);
    read_zero(reader, *own, is_rank, bands);
    read_count(reader, *own, bands);
    read_hinge(reader, *own, bands);
    read_labels(reader, *own, bands);
    read_pool(reader, *own, bands);
    return bands;
}

void check_sharing(TomlReader& reader, const toml::table& table, const Category& category,
                   const Project& project) {
    const auto* const own = table.get_as<toml::table>("bands");
    if (own == nullptr) return;
    for (const auto& id : category.bands.pooled_with) {
        check_partner(reader, *own->get("pooled_with"), category, id, project);
    }
    const auto& id = category.bands.same_as;
    if (id.empty()) return;
    const auto& node = *own->get("same_as");
    check_partner(reader, node, category, id, project);
    const auto* const partner = find_category(project, id);
    if (partner == nullptr || partner == &category) return;
    if (!partner->bands.same_as.empty()) {
        reader.fault(node, fmt::format("{} has no bands of its own either", text::quoted(id)),
                     "a category with its own bands",
                     fmt::format("same_as = \"{}\"", partner->bands.same_as));
    } else if (is_by_rank(partner->bands.scheme) && !partner->of) {
        reader.fault(node, fmt::format("{} is banded by rank on its own map", text::quoted(id)),
                     "a category with breaks that mean the same on another map");
    }
}

} // namespace wardmap::project
