// SPDX-License-Identifier: MIT
// Cells, bands and the legend guarantee, for tests of bands.
#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "bands/make_bands.h"
#include "base/text.h"
#include "support/catch.h"
#include "support/files.h"
#include "tables/cell.h"

namespace wardmap::testing {

inline std::vector<Cell> known(const std::vector<double>& values) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value));
    }
    return cells;
}

inline project::BandSpec spec(project::Scheme scheme, int count) {
    project::BandSpec s;
    s.scheme = scheme;
    s.count = count;
    return s;
}

inline std::vector<std::string> ranges(const bands::Banding& banding) {
    std::vector<std::string> texts;
    for (const auto& band : banding.bands) {
        texts.push_back(band.range);
    }
    return texts;
}

/// Reads a printed number by hand: independent of the code under test.
inline double read_printed(std::string printed) {
    std::string plain;
    for (std::size_t i = 0; i < printed.size(); ++i) {
        if (printed.compare(i, 3, "\xE2\x88\x92") == 0) {
            plain += '-';
            i += 2;
        } else if (printed[i] != ',') {
            plain += printed[i];
        }
    }
    return std::stod(plain);
}

inline void check_guarantee(const std::vector<Cell>& cells, const bands::Banding& banding) {
    std::vector<std::pair<double, double>> ends;
    for (const auto& band : banding.bands) {
        auto at = band.range.find(" to ");
        std::size_t width = 4;
        if (at == std::string::npos) {
            at = band.range.find("\xE2\x80\x93");
            width = 3;
        }
        const auto from = read_printed(band.range.substr(0, at));
        ends.emplace_back(
            from, at == std::string::npos ? from : read_printed(band.range.substr(at + width)));
        if (ends.size() > 1) REQUIRE(ends[ends.size() - 2].second < ends.back().first);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known()) continue;
        const double printed = read_printed(text::number(cells[i].value(), banding.decimals));
        for (std::size_t k = 0; k < ends.size(); ++k) {
            const bool within = printed >= ends[k].first && printed <= ends[k].second;
            REQUIRE(within == (banding.band_of[i] == k));
        }
    }
}

/// Rows of a small CSV file without its header, cells without their quotation marks.
inline std::vector<std::vector<std::string>> rows_of(const std::string& file) {
    std::istringstream in(read_file(file));
    std::string line;
    std::getline(in, line);
    std::vector<std::vector<std::string>> rows;
    while (std::getline(in, line)) {
        std::erase(line, '"');
        std::erase(line, '\r');
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) {
            rows.back().push_back(cell);
        }
    }
    return rows;
}

/// Numbers separated by blanks; infinite ones are omitted.
inline std::vector<double> numbers_in(const std::string& text) {
    std::istringstream in(text);
    std::vector<double> numbers;
    for (std::string word; in >> word;) {
        if (word.find("Inf") == std::string::npos) numbers.push_back(std::stod(word));
    }
    return numbers;
}

inline std::vector<double> column(const std::string& file, const std::string& name) {
    std::istringstream in(read_file(file));
    std::string line;
    std::vector<double> values;
    std::size_t at = std::string::npos;
    while (std::getline(in, line)) {
        std::vector<std::string> cells;
        std::string cell;
        bool quoted = false;
        for (const char c : line) {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                cells.push_back(std::exchange(cell, ""));
            else if (c != '\r')
                cell += c;
        }
        cells.push_back(cell);
        if (at == std::string::npos) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (cells[i] == name) at = i;
            }
            REQUIRE(at != std::string::npos);
        } else {
            values.push_back(std::stod(cells.at(at)));
        }
    }
    return values;
}

} // namespace wardmap::testing
