// SPDX-License-Identifier: MIT
#include "project/read_category.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/named_values.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "paint/palette.h"
#include "project/keys.h"
#include "project/project.h"
#include "project/read_bands.h"
#include "project/read_disclosure.h"
#include "project/read_hotspots.h"
#include "project/read_parts.h"
#include "project/read_rows.h"
#include "project/read_table_keys.h"

namespace wardmap::project {
namespace {

/// Why an id is not a valid file name on every system; "" if it is.
std::string id_fault(const std::string& id) {
    constexpr std::size_t longest = 64;
    if (id.size() > longest) return "is longer than 64 characters";
    const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
    if (!plain) return "has characters that are not allowed in a file name";
    const auto folded = text::fold_case(id);
    const bool device =
        folded == "con" || folded == "prn" || folded == "aux" || folded == "nul" ||
        (folded.size() == 4 && (folded.starts_with("com") || folded.starts_with("lpt")) &&
         folded[3] >= '1' && folded[3] <= '9');
    return device ? "is a device's name on Windows" : "";
}

void read_measure(TomlReader& reader, const toml::table& table, Category& category) {
    const auto& names = category_measure_names();
    if (const auto at = reader.word(table, "measure", names)) {
        const auto& name = names[*at];
        if (const auto kind = value_named(measure_names, name)) category.measure = *kind;
        if (name == "change") category.origin = Change{};
        if (name == "composite") category.origin = Composite{};
        if (name == "overlap") category.origin = Overlap{};
        if (name == "quotient") category.origin = Quotient{};
    }
    if (table.contains("parts") && category.tables() != nullptr) category.origin = WeightedSum{};
    if (!table.contains("measure") && table.contains("denominator")) {
        category.measure = MeasureKind::rate;
    }
}

void check_denominator(TomlReader& reader, const toml::table& table, const Category& category,
                       const Project& project) {
    const bool needs = category.is(MeasureKind::rate) || category.is(MeasureKind::index);
    const bool may = needs || category.is(MeasureKind::share);
    std::vector<std::string> ids;
    for (const auto& denominator : project.denominators) {
        ids.push_back(denominator.id);
    }
    if (category.denominator.empty()) {
        if (needs) {
            reader.fault(table,
                         fmt::format("category {} is a {} without a denominator",
                                     text::quoted(category.id),
                                     category.is(MeasureKind::rate) ? "rate" : "index"),
                         ids.empty() ? "a [denominator.residents] and denominator = \"residents\""
                                     : fmt::format("denominator = \"{}\"", ids.front()));
        }
        return;
    }
    const auto& node = *table.get("denominator");
    if (!may) {
        reader.fault(node, "this measure has no denominator",
                     "measure = \"rate\", \"share\" or \"index\", or no denominator");
    } else if (std::find(ids.begin(), ids.end(), category.denominator) == ids.end()) {
        reader.fault(node, fmt::format("there is no [denominator.{}]", category.denominator),
                     ids.empty() ? "a [denominator.residents]" : "one of " + text::some(ids, "or"),
                     did_you_mean(category.denominator, ids));
    }
}

void read_measure_options(TomlReader& reader, const toml::table& table, Category& category) {
    if (const auto per = reader.number(table, "per")) {
        category.per = *per;
        if (!category.is(MeasureKind::rate)) {
            reader.fault(*table.get("per"), "per is given, but the measure is not a rate",
                         "measure = \"rate\"");
        } else if (*per <= 0) {
            reader.fault(*table.get("per"), "per is not above 0", "per = 1000");
        }
    }
    category.of = reader.number(table, "of");
    reader.read(table, "rank_meaning", category.rank_meaning);
    const bool is_rank = category.is(MeasureKind::rank);
    if (is_rank && !category.of) {
        reader.fault(table,
                     fmt::format("category {} is a rank of how many?", text::quoted(category.id)),
                     "of = 326");
    }
    if (!is_rank && category.of) {
        reader.fault(*table.get("of"), "of belongs to a rank", "measure = \"rank\"");
    }
    if (const auto decimals = reader.whole(table, "decimals")) {
        if (*decimals < 0 || *decimals > 6) {
            reader.fault(*table.get("decimals"), fmt::format("{} decimals", *decimals), "0 to 6");
        }
        category.decimals = *decimals;
    }
}

void read_map(TomlReader& reader, const toml::table& table, Category& category) {
    const auto kind = reader.value(table, "map", map_names);
    if (!kind) return;
    category.map = *kind;
    if (category.map == MapKind::circles && !category.is(MeasureKind::count)) {
        reader.fault(*table.get("map"), "circles show counts, and this measure is not a count",
                     "map = \"shaded\" or \"tiles\", or measure = \"count\"");
    }
}

/// Ranks are not quantities: the mean of neighbours' ranks is meaningless.
void check_hotspots(TomlReader& reader, const toml::table& table, Category& category) {
    using Of = HotspotSpec::Of;
    if (category.is(MeasureKind::rank)) {
        const auto* const node = table.get("hotspots");
        if (node != nullptr && category.hotspots.on) {
            reader.fault(*node, "ranks have no hotspots: they are not quantities",
                         "hotspots = false");
        }
        category.hotspots.on = false;
    }
    const bool has_rate = category.is(MeasureKind::rate) ||
                          (category.is(MeasureKind::share) && !category.denominator.empty());
    if (!has_rate) category.hotspots.of = Of::measure;
}

/// rank_meaning applies to ranks and to bands by rank.
void check_rank_meaning(TomlReader& reader, const toml::table& table, const Category& category) {
    const bool by_rank = category.is(MeasureKind::rank) || is_by_rank(category.bands.scheme);
    if (by_rank || !table.contains("rank_meaning")) return;
    reader.fault(*table.get("rank_meaning"), "rank_meaning belongs to a rank",
                 "measure = \"rank\", or bands by deciles or quintiles");
}

/// A word as part of an id: "2009/10" gives "2009-10".
std::string slug(const std::string& word) {
    std::string result;
    for (const char c : text::fold_case(word)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    while (!result.empty() && result.back() == '-') {
        result.pop_back();
    }
    return result;
}

void put_in(std::string& text, const std::string& word) {
    for (auto at = text.find("{}"); at != std::string::npos; at = text.find("{}", at + word.size()))
        text.replace(at, 2, word);
}

void put_in(Figures& figures, const std::string& word) {
    for (auto& value : figures.values) {
        put_in(value, word);
    }
    for (auto& filter : figures.where) {
        for (auto& value : filter.values) {
            put_in(value, word);
        }
    }
}

/// The category that a block with `each` makes for one of its words.
CategorySpec made_for(const CategorySpec& block, const std::string& word) {
    auto category = block;
    if (category.id.find("{}") == std::string::npos) category.id += "-{}";
    put_in(category.id, slug(word));
    if (category.title.find("{}") == std::string::npos) category.title += ", {}";
    for (auto* const text : {&category.title, &category.group, &category.unit, &category.period,
                             &category.source, &category.note, &category.headline.text}) {
        put_in(*text, word);
    }
    if (!category.figures.empty() && category.figures.front().values.empty()) {
        category.figures.front().values = {"{}"};
    }
    for (auto& figures : category.figures) {
        put_in(figures, word);
    }
    return category;
}

/// plus = [{ table = "b.csv", value = "n" }]: read like the category's own table.
void read_plus(TomlReader& reader, const toml::table& table, const Project& project,
               CategorySpec& category) {
    const auto* const node = table.get("plus");
    if (node == nullptr) return;
    const auto* const list = node->as_array();
    if (list == nullptr || list->empty()) {
        reader.fault(*node, "plus is not a list of tables",
                     "plus = [{ table = \"b.csv\", value = \"n\" }]");
        return;
    }
    for (const auto& item : *list) {
        if (const auto* const other = item.as_table()) {
            reader.refuse_unknown(*other, ProjectKeys().table, "plus");
            category.figures.push_back(read_figures(reader, *other, "plus", project));
        } else {
            reader.fault(item, "plus holds something that is not a table",
                         "plus = [{ table = \"b.csv\", value = \"n\" }]");
        }
    }
    const bool adds = !category.is(MeasureKind::mean) && !category.is(MeasureKind::index) &&
                      !category.is(MeasureKind::rank);
    if (!adds) {
        reader.fault(*node, "means, indices and ranks do not add up",
                     "plus for counts, rates, shares and densities only");
    }
}

void read_headline(TomlReader& reader, const toml::table& table, Category& category) {
    const auto* const node = table.get("headline");
    if (node == nullptr) return;
    if (node->is_boolean()) {
        reader.read(table, "headline", category.headline.wanted);
    } else {
        reader.read(table, "headline", category.headline.text);
    }
}

/// Sequential for most; diverging for changes; either for bands about a mean or a median.
void read_palette(TomlReader& reader, const toml::table& table, Category& category) {
    const bool change = category.made_as<Change>() != nullptr;
    const bool either =
        category.bands.scheme == Scheme::deviation || category.bands.scheme == Scheme::box;
    auto palettes = change ? paint::diverging_names() : paint::palette_names();
    if (either && !change) {
        for (auto& name : paint::diverging_names()) {
            palettes.push_back(std::move(name));
        }
    }
    if (const auto at = reader.word(table, "palette", palettes)) category.palette = palettes[*at];
}

/// `several`: the block is one for each of several words.
void read_tables(TomlReader& reader, const toml::table& table, const Project& project, bool several,
                 CategorySpec& category) {
    refuse_part_keys(reader, table);
    category.figures = {read_figures(reader, table, "[[category]]", project, !several)};
    read_plus(reader, table, project, category);
    const bool adds_up = !category.is(MeasureKind::mean) && !category.is(MeasureKind::index) &&
                         !category.is(MeasureKind::rank);
    if (!adds_up && category.figures.front().duplicates == join::Duplicates::sum) {
        reader.fault(*table.get("duplicates"), "means, indices and ranks do not add up",
                     "one row for each area: where = { ... }, or combine for a "
                     "weighted mean");
    }
    FromTables origin;
    origin.require_coverage = read_coverage(reader, table, project.require_coverage);
    reader.read(table, "steps", origin.steps);
    category.origin = origin;
}

/// The column's name if there is one column; empty if the measure is not a count of anything.
std::string default_unit(const CategorySpec& category) {
    if (!category.has_measure()) return "";
    const bool one_column =
        !category.figures.empty() && category.figures.front().values.size() == 1;
    return one_column ? category.figures.front().values.front() : "cases";
}

CategorySpec read_block(TomlReader& reader, const toml::table& table, const Project& project,
                        bool several) {
    CategorySpec category;
    category.line = table.source().begin.line;
    reader.refuse_unknown(table, ProjectKeys().category, "[[category]]");
    category.id = reader.required(table, "id", "[[category]]", "id = \"asb\"");
    auto plain_id = category.id;
    if (several) put_in(plain_id, "");
    check_id(reader, table, category.id, plain_id);
    category.title = category.id;
    reader.read(table, "title", category.title);
    read_headline(reader, table, category);
    reader.read(table, "group", category.group);
    reader.read(table, "period", category.period);
    reader.read(table, "source", category.source);
    reader.read(table, "note", category.note);
    reader.read(table, "denominator", category.denominator);
    read_measure(reader, table, category);
    if (category.tables() == nullptr) {
        read_parts(reader, table, project, category);
    } else {
        read_tables(reader, table, project, several, category);
    }
    category.disclosure = read_disclosure(reader, table, category, project);
    category.unit = default_unit(category);
    reader.read(table, "unit", category.unit);
    reader.read(table, "part_of", category.part_of);
    category.days = reader.number(table, "days");
    if (category.days && *category.days <= 0) {
        reader.fault(*table.get("days"), "a period of no days", "days = 365");
    }
    check_denominator(reader, table, category, project);
    read_map(reader, table, category);
    read_measure_options(reader, table, category);
    category.bands = read_bands(reader, table, category, project);
    check_rank_meaning(reader, table, category);
    read_palette(reader, table, category);
    category.hotspots = read_hotspots(reader, table, project.hotspots);
    check_hotspots(reader, table, category);
    return category;
}

} // namespace

void check_id(TomlReader& reader, const toml::table& table, const std::string& id,
              const std::string& plain_id) {
    const auto fault = id_fault(plain_id);
    if (!fault.empty()) {
        reader.fault(*table.get("id"), fmt::format("the id {} {}", text::quoted(id), fault),
                     "letters, digits, - and _, at most 64 of them (the id names the files)");
    }
    const auto folded = text::fold_case(id);
    if (folded == "contact" || folded.starts_with("contact-")) {
        reader.fault(*table.get("id"),
                     fmt::format("the id {} is kept for the contact sheet", text::quoted(id)),
                     "another id");
    }
}

std::vector<CategorySpec> read_category(TomlReader& reader, const toml::table& table,
                                        const Project& project) {
    const auto words = reader.texts(table, "each");
    const auto block = read_block(reader, table, project, words.has_value());
    if (!words) return {block};
    if (words->empty())
        reader.fault(*table.get("each"), "each is empty", "each = [\"2013\", \"2014\"]");
    std::vector<CategorySpec> categories;
    categories.reserve(words->size());
    for (const auto& word : *words) {
        categories.push_back(made_for(block, word));
    }
    return categories;
}

} // namespace wardmap::project
