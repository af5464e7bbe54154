// SPDX-License-Identifier: MIT
#include "incidents/recognise.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "incidents/byte_stream.h"
#include "incidents/columns.h"
#include "incidents/csv_rows.h"
#include "incidents/read_number.h"

namespace wardmap::incidents {
namespace {

using Sample = std::vector<std::vector<std::string>>;

Sample sample_of(const std::string& path) {
    const CsvRows rows(open_bytes(path, "", path), path);
    return first_rows(rows.sample(), guess_format(rows.sample()));
}

/// Numbers in a column that says nothing of the place, the time or the row itself.
bool has_figures(const Sample& sample, const Columns& columns) {
    for (std::size_t c = 0; c < columns.names.size(); ++c) {
        if (c == columns.x || c == columns.y || c == columns.id || c == columns.date) continue;
        std::size_t filled = 0;
        std::size_t numbers = 0;
        for (std::size_t row = columns.first_row; row < sample.size(); ++row) {
            if (c >= sample[row].size() || text::trimmed(sample[row][c]).empty()) continue;
            ++filled;
            if (read_number(sample[row][c], Comma::none)) ++numbers;
        }
        if (filled > 0 && numbers * 10 >= filled * 9) return true;
    }
    return false;
}

/// What became of crimes, of which each has several rows.
bool holds_outcomes(const Columns& columns) {
    return std::any_of(columns.names.begin(), columns.names.end(), [](const std::string& name) {
        return text::fold_case(name) == "outcome type";
    });
}

} // namespace

std::optional<Recognised> recognise(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    try {
        const auto sample = sample_of(path);
        const auto columns = find_columns(sample, {}, path);
        if (columns.place == PlaceKind::area_code || !columns.date || !columns.type ||
            holds_outcomes(columns)) {
            return std::nullopt;
        }
        if (!columns.id && has_figures(sample, columns)) return std::nullopt;
        return Recognised{columns.is_police_uk};
    } catch (const InputError&) {
        return std::nullopt;
    }
}

} // namespace wardmap::incidents
