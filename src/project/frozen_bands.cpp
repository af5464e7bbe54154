// SPDX-License-Identifier: MIT
#include "project/frozen_bands.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/named_values.h"
#include "base/text.h"
#include "project/category.h"
#include "project/keys.h"
#include "project/measure_kind.h"
#include "project/toml_reader.h"

namespace wardmap::project {
namespace {

std::string content_of(const FilePath& file) {
    return read_utf8_file(
        {file.resolved, file.written, "a file with frozen bands", limits::toml_bytes,
         "wardmap bands PROJECT --category ID --scheme natural --freeze FILE writes it", ""});
}

void read_breaks(TomlReader& reader, const toml::table& table, FrozenBands& bands) {
    const auto breaks = reader.numbers(table, "breaks");
    if (!breaks) {
        if (!table.contains("breaks")) {
            reader.fault_at(1, 0, "the file has no breaks", "breaks = [0, 10, 20]");
        }
        return;
    }
    bands.breaks = *breaks;
    const auto& node = *table.get("breaks");
    const auto fall = std::adjacent_find(breaks->begin(), breaks->end(), std::greater_equal<>());
    // The highest band may hold a single figure.
    const bool only_last = fall != breaks->end() && breaks->end() - fall == 2 &&
                           breaks->size() > 2 && *fall == breaks->back();
    if (fall != breaks->end() && !only_last) {
        reader.fault(node, "the breaks do not rise", "each break above the one before");
    }
    constexpr std::size_t most = 11; // of ten bands
    if (breaks->size() < 2 || breaks->size() > most) {
        reader.fault(node, fmt::format("{} breaks do not give 1 to 10 bands", breaks->size()),
                     "one break more than bands");
    }
}

toml::array array_of(const std::vector<std::string>& texts) {
    toml::array list;
    for (const auto& text : texts) {
        list.push_back(text);
    }
    return list;
}

toml::array array_of(const std::vector<double>& numbers) {
    toml::array list;
    for (const double number : numbers) {
        list.push_back(number);
    }
    return list;
}

} // namespace

FrozenBands read_frozen_bands(const FilePath& file) {
    TomlReader reader(content_of(file), file.written);
    const auto table = reader.parse();
    reader.refuse_unknown(table, ProjectKeys().frozen, "a file of frozen bands");
    FrozenBands bands;
    const auto& measures = category_measure_names();
    if (const auto at = reader.word(table, "measure", measures)) {
        bands.measure = measures[*at];
    } else if (!table.contains("measure")) {
        reader.fault_at(1, 0, "the file does not name the measure of the bands",
                        "measure = \"rate\"");
    }
    reader.read(table, "per", bands.per);
    reader.read(table, "method", bands.method);
    bands.zero_apart = reader.word(table, "zero", {"together", "apart"}) == 1;
    read_breaks(reader, table, bands);
    if (auto labels = reader.texts(table, "labels")) bands.labels = std::move(*labels);
    reader.stop_on_faults();
    return bands;
}

std::string frozen_text(const FrozenBands& bands, const std::string& about) {
    std::string comment;
    for (const char c : about) {
        comment +=
            static_cast<unsigned char>(c) < 0x20 ? ' ' : c; // a comment must stay on one line
    }
    toml::table table;
    table.insert("measure", bands.measure);
    if (bands.measure == name_of(measure_names, MeasureKind::rate)) table.insert("per", bands.per);
    table.insert("method", bands.method);
    table.insert("breaks", array_of(bands.breaks));
    if (bands.zero_apart) table.insert("zero", "apart");
    if (!bands.labels.empty()) table.insert("labels", array_of(bands.labels));
    std::ostringstream out;
    out << "# Bands of " << comment << ", written by wardmap bands --freeze.\n"
        << "# A category uses them with bands = { frozen = \"...this file\" }.\n"
        << table << "\n";
    return out.str();
}

} // namespace wardmap::project
