// SPDX-License-Identifier: MIT
#include "project/read_category.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/suggest.h"
#include "base/text.h"
#include "paint/palette.h"
#include "project/keys.h"
#include "project/read_bands.h"
#include "project/read_disclosure.h"
#include "project/read_hotspots.h"
#include "project/read_parts.h"
#include "project/words.h"

namespace wardmap::project {
namespace {

/// Why an id cannot name files on every system; "" where it can.
std::string id_fault(const std::string& id) {
    constexpr std::size_t longest = 64;
    if (id.size() > longest) return "is longer than 64 characters";
    const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
    if (!plain) return "has characters that cannot stand in a file name";
    const auto folded = text::fold_case(id);
    const bool device =
        folded == "con" || folded == "prn" || folded == "aux" || folded == "nul" ||
        (folded.size() == 4 && (folded.starts_with("com") || folded.starts_with("lpt")) &&
         folded[3] >= '1' && folded[3] <= '9');
    return device ? "is a device's name on Windows" : "";
}

std::vector<MarkSpec> read_marks(TomlReader& reader, const toml::table& table) {
    std::vector<MarkSpec> marks;
    const auto* const suppression = reader.table(table, "suppression");
    if (suppression == nullptr) return marks;
    const auto* const list = reader.table(*suppression, "marks");
    if (list == nullptr) return marks;
    for (const auto& [key, node] : *list) {
        const std::string mark(key.str());
        const auto interval = reader.numbers(*list, mark);
        if (!interval) continue;
        if (interval->size() != 2 || interval->front() > interval->back()) {
            reader.fault(
                node,
                fmt::format("the mark {} needs two numbers, low and high", text::quoted(mark)),
                fmt::format("\"{}\" = [0, 4]", mark));
            continue;
        }
        marks.push_back({mark, interval->front(), interval->back()});
    }
    return marks;
}

void read_measure(TomlReader& reader, const toml::table& table, Category& category) {
    if (const auto at = reader.word(table, "measure", measure_words())) {
        category.measure = static_cast<MeasureKind>(*at);
    }
    if (!table.contains("measure") && table.contains("denominator")) {
        category.measure = MeasureKind::rate;
    }
}

void check_denominator(TomlReader& reader, const toml::table& table, const Category& category,
                       const Project& project) {
    const bool needs =
        category.measure == MeasureKind::rate || category.measure == MeasureKind::index;
    const bool may = needs || category.measure == MeasureKind::share;
    std::vector<std::string> ids;
    for (const auto& denominator : project.denominators) {
        ids.push_back(denominator.id);
    }
    if (category.denominator.empty()) {
        if (needs) {
            reader.fault(table,
                         fmt::format("category {} is a {} without a denominator",
                                     text::quoted(category.id),
                                     category.measure == MeasureKind::rate ? "rate" : "index"),
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
                     ids.empty() ? "a [denominator.residents]" : "one of " + text::list(ids, "or"),
                     did_you_mean(category.denominator, ids));
    }
}

void read_measure_options(TomlReader& reader, const toml::table& table, Category& category) {
    if (const auto per = reader.number(table, "per")) {
        category.per = *per;
        if (category.measure != MeasureKind::rate) {
            reader.fault(*table.get("per"), "per is given, but the measure is no rate",
                         "measure = \"rate\"");
        } else if (*per <= 0) {
            reader.fault(*table.get("per"), "per is not above 0", "per = 1000");
        }
    }
    category.of = reader.number(table, "of");
    reader.read(table, "rank_meaning", category.rank_meaning);
    const bool is_rank = category.measure == MeasureKind::rank;
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

/// Ranks are no quantities: the mean of neighbours' ranks says nothing.
void check_hotspots(TomlReader& reader, const toml::table& table, Category& category) {
    using Of = HotspotSpec::Of;
    if (category.measure == MeasureKind::rank) {
        const auto* const node = table.get("hotspots");
        if (node != nullptr && category.hotspots.on) {
            reader.fault(*node, "ranks have no hotspots: they are not quantities",
                         "hotspots = false");
        }
        category.hotspots.on = false;
    }
    const bool has_rate = category.measure == MeasureKind::rate ||
                          (category.measure == MeasureKind::share && !category.denominator.empty());
    if (!has_rate && category.hotspots.of != Of::measure) category.hotspots.of = Of::measure;
}

/// Ranks, and bands by rank, have a first place that may mean something.
void check_rank_meaning(TomlReader& reader, const toml::table& table, const Category& category) {
    const bool by_rank = category.measure == MeasureKind::rank || is_by_rank(category.bands.scheme);
    if (by_rank || !table.contains("rank_meaning")) return;
    reader.fault(*table.get("rank_meaning"), "rank_meaning belongs to a rank",
                 "measure = \"rank\", or bands by deciles or quintiles");
}

} // namespace

Figures read_figures(TomlReader& reader, const toml::table& table, const std::string& in,
                     const Project& project) {
    Figures figures;
    figures.table =
        resolve(project, reader.required(table, "table", in, "table = \"tables/figures.csv\""));
    if (auto key = reader.text(table, "key")) figures.keys = {std::move(*key)};
    if (auto keys = reader.texts(table, "keys")) {
        if (table.contains("key")) {
            reader.fault(*table.get("keys"), "both key and keys are given", "one of them");
        }
        figures.keys = std::move(*keys);
    }
    if (!table.contains("value")) {
        reader.fault(table, in + " has no value",
                     "value = \"name of the column with the figures\"");
    } else if (auto values = reader.texts(table, "value", true)) {
        if (values->empty()) {
            reader.fault(*table.get("value"), "value is empty", "value = \"a column\"");
        }
        figures.values = std::move(*values);
    }
    reader.read(table, "encoding", figures.encoding);
    reader.read(table, "delimiter", figures.delimiter);
    if (figures.delimiter.size() > 1) {
        reader.fault(*table.get("delimiter"), "the delimiter is not one character",
                     "delimiter = \";\"");
    }
    figures.marks = read_marks(reader, table);
    if (const auto absent = reader.word(table, "absent", {"missing", "zero"})) {
        figures.absent_is_zero = *absent == 1;
    }
    return figures;
}

Category read_category(TomlReader& reader, const toml::table& table, const Project& project) {
    Category category;
    category.line = table.source().begin.line;
    reader.refuse_unknown(table, ProjectKeys().category, "[[category]]");
    category.id = reader.required(table, "id", "[[category]]", "id = \"asb\"");
    const auto fault = id_fault(category.id);
    if (!fault.empty()) {
        reader.fault(*table.get("id"),
                     fmt::format("the id {} {}", text::quoted(category.id), fault),
                     "letters, digits, - and _, at most 64 of them (the id names the files)");
    }
    category.title = category.id;
    reader.read(table, "title", category.title);
    reader.read(table, "group", category.group);
    reader.read(table, "period", category.period);
    reader.read(table, "source", category.source);
    reader.read(table, "note", category.note);
    const auto palettes = paint::palette_names();
    if (const auto at = reader.word(table, "palette", palettes)) category.palette = palettes[*at];
    reader.read(table, "denominator", category.denominator);
    read_measure(reader, table, category);
    if (is_made_of_others(table, category)) {
        read_parts(reader, table, category);
    } else {
        category.figures = read_figures(reader, table, "[[category]]", project);
        category.require_coverage = read_coverage(reader, table, project.require_coverage);
    }
    category.disclosure = read_disclosure(reader, table, category, project);
    category.unit = category.measure >= MeasureKind::change ? ""
                    : category.figures.values.size() == 1   ? category.figures.values.front()
                                                            : "cases";
    reader.read(table, "unit", category.unit);
    reader.read(table, "part_of", category.part_of);
    category.days = reader.number(table, "days");
    if (category.days && *category.days <= 0) {
        reader.fault(*table.get("days"), "a period of no days", "days = 365");
    }
    check_denominator(reader, table, category, project);
    read_measure_options(reader, table, category);
    category.bands = read_bands(reader, table, category, project);
    check_rank_meaning(reader, table, category);
    category.hotspots = read_hotspots(reader, table, project.hotspots);
    check_hotspots(reader, table, category);
    return category;
}

} // namespace wardmap::project
