// SPDX-License-Identifier: MIT
#include "incidents/read_rows.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <span>

#include "base/text.h"
#include "geo/grid_reference.h"
#include "incidents/read_month.h"
#include "incidents/read_number.h"
#include "incidents/read_point.h"

namespace wardmap::incidents {
namespace {

constexpr std::size_t most_examples = 5;

using Cells = std::span<const std::string_view>;

std::string_view without_blanks(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// A hash of 64 bits: multiply and fold, eight bytes at a time.
std::uint64_t hash_of(std::string_view text) {
    constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15;
    std::uint64_t hash = text.size() * multiplier + 0x2545F4914F6CDD1D;
    const auto take = [&](const char* from, std::size_t bytes) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, bytes);
        hash = (hash ^ word) * multiplier;
        hash ^= hash >> 29;
    };
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        take(text.data() + at, 8);
    }
    if (at < text.size()) take(text.data() + at, text.size() - at);
    hash *= 0xBF58476D1CE4E5B9;
    return hash ^ (hash >> 32);
}

/// Numbers texts in order of appearance.
class TextNumbers {
public:
    std::uint32_t number_of(std::string_view text) {
        if (m_last != npos && m_texts[m_last] == text) return m_last;
        const auto hash = hash_of(text);
        auto [at, end] = m_numbers.equal_range(hash);
        for (; at != end; ++at) {
            if (m_texts[at->second] == text) return m_last = at->second;
        }
        m_last = static_cast<std::uint32_t>(m_texts.size());
        m_texts.emplace_back(text);
        m_numbers.emplace(hash, m_last);
        return m_last;
    }

    [[nodiscard]] const std::vector<std::string>& texts() const { return m_texts; }

private:
    static constexpr std::uint32_t npos = 0xFFFFFFFF;
    std::uint32_t m_last = npos;
    std::vector<std::string> m_texts;
    std::unordered_multimap<std::uint64_t, std::uint32_t> m_numbers;
};

class PartReader {
public:
    explicit PartReader(const FilePlan& plan) : m_plan(plan), m_columns(plan.columns) {}

    void take(Cells cells, std::size_t line, bool may_be_cut) {
        if (is_blank(cells)) {
            ++m_part.blank_lines;
            return;
        }
        RowRecord row;
        row.fate = fate_of(cells, may_be_cut, row);
        if (row.fate != Fate::counted) note_example(row.fate, line);
        m_part.rows.push_back(row);
        m_lines.push_back(line);
        if (m_plan.columns.force && row.fate != Fate::malformed && row.fate != Fate::heading) {
            note_force(without_blanks(cells[*m_columns.force]));
        }
    }

    [[nodiscard]] PartRows finish() {
        locate();
        for (const auto& text : m_types.texts()) {
            m_part.types.push_back(text);
        }
        for (const auto& [key, rows] : m_force_rows) {
            m_part.forces[{m_forces.texts()[key.first], key.second}] += rows;
        }
        return std::move(m_part);
    }

private:
    [[nodiscard]] static bool is_blank(Cells cells) {
        return std::all_of(cells.begin(), cells.end(),
                           [](std::string_view cell) { return without_blanks(cell).empty(); });
    }

    Fate fate_of(Cells cells, bool may_be_cut, RowRecord& row) {
        m_month = no_month;
        const auto width = m_columns.names.size();
        if (cells.size() <= m_columns.last() || (may_be_cut && cells.size() < width)) {
            return Fate::malformed;
        }
        if (cells.size() > width && !is_blank(cells.subspan(width))) return Fate::malformed;
        if (without_blanks(cells[m_columns.x]) == m_columns.names[m_columns.x] &&
            without_blanks(cells[m_columns.y]) == m_columns.names[m_columns.y]) {
            return Fate::heading;
        }
        const auto date = read_date(cells);
        row.slot = slot_of(m_columns.type ? without_blanks(cells[*m_columns.type]) : "");
        if (!is_wanted_type(m_part.slots[row.slot].type)) return Fate::other_type;
        if (date != Fate::counted) return date;
        return read_place(cells, row);
    }

    Fate read_date(Cells cells) {
        const auto& request = *m_plan.request;
        if (m_columns.date) {
            const auto text = without_blanks(cells[*m_columns.date]);
            if (text != m_date_text || m_date_text.empty()) {
                m_date_text = text;
                m_date = read_month(text, m_columns.day_order);
            }
            m_month = m_date.month;
            if (m_date.could_be_either) ++m_part.either_order;
            if (m_date.against_order) ++m_part.against_order;
        }
        const bool needed =
            request.from || request.to || (request.by_month && m_columns.date.has_value());
        if (m_month == no_month) return needed ? Fate::unreadable_date : Fate::counted;
        if (request.from && m_month < *request.from) return Fate::other_period;
        if (request.to && m_month > *request.to) return Fate::other_period;
        return Fate::counted;
    }

    std::uint32_t slot_of(std::string_view type) {
        const auto number = m_types.number_of(type);
        const auto key = std::uint64_t{number} << 32 | static_cast<std::uint32_t>(m_month);
        if (key == m_last_key && !m_part.slots.empty()) return m_last_slot;
        const auto [at, is_new] =
            m_slots.try_emplace(key, static_cast<std::uint32_t>(m_part.slots.size()));
        if (is_new) m_part.slots.push_back({number, m_month});
        m_last_key = key;
        return m_last_slot = at->second;
    }

    bool is_wanted_type(std::uint32_t type) {
        if (m_plan.types.empty()) return true;
        if (type >= m_wanted.size()) {
            m_wanted.push_back(static_cast<char>(std::find(m_plan.types.begin(), m_plan.types.end(),
                                                           fold_type(m_types.texts()[type])) !=
                                                 m_plan.types.end()));
        }
        return m_wanted[type] != 0;
    }

    Fate read_place(Cells cells, RowRecord& row) {
        const auto x_text = without_blanks(cells[m_columns.x]);
        const auto y_text = without_blanks(cells[m_columns.y]);
        if (x_text.empty() && y_text.empty()) return Fate::without_place;
        if (m_columns.place == PlaceKind::area_code) {
            const auto ward = m_plan.areas->find(std::string(x_text));
            if (ward == m_plan.areas->end()) return Fate::unknown_area;
            row.ward = ward->second;
            m_unplaced.push_back(m_part.rows.size());
            m_ids.push_back(id_of(cells));
            return Fate::counted;
        }
        auto at = point_of(x_text, y_text);
        if (!at) return Fate::unreadable_place;
        if (at->x == 0 && at->y == 0) return Fate::without_place;
        if (m_plan.axes_swapped) std::swap(at->x, at->y);
        m_points.push_back(*at);
        m_point_rows.push_back(m_part.rows.size());
        m_ids.push_back(id_of(cells));
        return Fate::counted; // unless it is outside
    }

    [[nodiscard]] std::optional<geo::Point> point_of(std::string_view x, std::string_view y) const {
        switch (m_columns.place) {
        case PlaceKind::grid_reference:
            if (const auto square = geo::grid_square(x)) return square->centre;
            return std::nullopt;
        case PlaceKind::point:
            if (const auto point = read_point(x)) return point->at;
            return std::nullopt;
        case PlaceKind::x_and_y:
        case PlaceKind::area_code:
            break;
        }
        const auto at_x = read_number(x, m_columns.comma);
        const auto at_y = read_number(y, m_columns.comma);
        if (!at_x || !at_y) return std::nullopt;
        return geo::Point{*at_x, *at_y};
    }

    [[nodiscard]] std::optional<std::uint64_t> id_of(Cells cells) const {
        if (!m_columns.id) return std::nullopt;
        const auto id = without_blanks(cells[*m_columns.id]);
        if (id.empty()) return std::nullopt;
        return hash_of(id);
    }

    void locate() {
        if (m_columns.place == PlaceKind::area_code) {
            for (std::size_t i = 0; i < m_unplaced.size(); ++i) {
                keep_id(m_part.rows[m_unplaced[i]], m_ids[i]);
            }
            return;
        }
        auto points = m_points;
        std::vector<char> reached;
        (*m_plan.transform)(points, reached);
        for (std::size_t i = 0; i < points.size(); ++i) {
            auto& row = m_part.rows[m_point_rows[i]];
            if (reached[i] == 0) {
                row.fate = Fate::outside;
            } else {
                locate(points[i], row);
            }
            if (row.fate == Fate::outside) {
                note_example(Fate::outside, m_lines[m_point_rows[i]]);
                continue;
            }
            keep_id(row, m_ids[i]);
            const auto hash = hash_of_point(m_points[i]);
            m_part.places[hash % place_parts].push_back({m_points[i], row.ward});
        }
    }

    void locate(geo::Point p, RowRecord& row) {
        const auto location = m_plan.locator->locate(p);
        if (location.ward == Location::nowhere) {
            row.fate = Fate::outside;
            const double distance = m_plan.locator->border_distance(p, near_ward_m);
            if (distance <= near_border_m) {
                ++m_part.outside_within_50_m;
            } else if (distance <= near_ward_m) {
                ++m_part.outside_within_1_km;
            }
            return;
        }
        row.ward = location.ward;
        if (location.on_border) ++m_part.on_border;
        if (location.in_several) ++m_part.in_several;
        const double distance =
            m_plan.locator->border_distance(p, std::max(near_border_m, m_plan.precision_m));
        row.near_border = distance <= near_border_m;
        if (distance <= m_plan.precision_m) ++m_part.within_precision;
    }

    static std::uint64_t hash_of_point(geo::Point p) {
        std::array<char, 16> bytes{};
        std::memcpy(bytes.data(), &p.x, 8);
        std::memcpy(bytes.data() + 8, &p.y, 8);
        return hash_of({bytes.data(), bytes.size()});
    }

    void keep_id(const RowRecord& row, const std::optional<std::uint64_t>& hash) {
        if (hash) m_part.ids[*hash % id_parts].push_back({*hash, row.slot, row.ward});
    }

    void note_example(Fate fate, std::size_t line) {
        auto& lines = m_part.examples[fate];
        if (lines.size() < most_examples) lines.push_back(line);
    }

    void note_force(std::string_view force) {
        const auto number = m_forces.number_of(force);
        if (number != m_last_force || m_month != m_last_month || m_force_count == nullptr) {
            m_last_force = number;
            m_last_month = m_month;
            m_force_count = &m_force_rows[{number, m_month}];
        }
        ++*m_force_count;
    }

    const FilePlan& m_plan;
    const Columns& m_columns;
    PartRows m_part;
    std::vector<std::size_t> m_lines; // of m_part.rows
    TextNumbers m_types;
    TextNumbers m_forces;
    std::vector<char> m_wanted; // by type
    std::unordered_map<std::uint64_t, std::uint32_t> m_slots;
    std::uint64_t m_last_key = 0;
    std::uint32_t m_last_slot = 0;
    std::string m_date_text;
    MonthReading m_date;
    Month m_month = no_month; // of the current row
    std::map<std::pair<std::uint32_t, Month>, std::uint64_t> m_force_rows;
    std::uint64_t* m_force_count = nullptr;
    std::uint32_t m_last_force = 0;
    Month m_last_month = no_month;
    std::vector<geo::Point> m_points;                // of rows that have one, as in the file
    std::vector<std::size_t> m_point_rows;           // which rows these are
    std::vector<std::size_t> m_unplaced;             // rows with the code of an area
    std::vector<std::optional<std::uint64_t>> m_ids; // of both
};

/// The position after the end of a line; npos if the text ends first.
std::size_t behind_line(std::string_view text, std::size_t at, char line_end) {
    const void* const found = std::memchr(text.data() + at, line_end, text.size() - at);
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1;
}

/// Splits a row without quotes into cells.
void split_plain_row(std::string_view row, char delimiter, std::vector<std::string_view>& cells) {
    cells.clear();
    const char* at = row.data();
    const char* const end = row.data() + row.size();
    for (;;) {
        const auto left = static_cast<std::size_t>(end - at);
        const void* const found = left == 0 ? nullptr : std::memchr(at, delimiter, left);
        const char* const stop = found == nullptr ? end : static_cast<const char*>(found);
        cells.emplace_back(at, static_cast<std::size_t>(stop - at));
        if (found == nullptr) return;
        at = stop + 1;
    }
}

} // namespace

std::string fold_type(std::string_view type) {
    const auto plain = without_blanks(type);
    if (text::is_utf8(plain)) return text::fold_case(plain);
    return text::fold_case(text::to_utf8(plain, "WINDOWS-1252").value_or(""));
}

PartRows read_piece(const FilePlan& plan, const Piece& piece, char line_end) {
    PartReader reader(plan);
    std::vector<std::string_view> cells;
    std::vector<std::string> unescaped;
    const CsvFormat format{plan.delimiter, line_end};
    std::size_t line = piece.line + 1;
    for (std::size_t at = 0; at < piece.text.size();) {
        const bool by_line = !piece.has_quotes;
        auto end =
            by_line ? behind_line(piece.text, at, line_end) : end_of_row(piece.text, at, format);
        const bool cut = end == std::string_view::npos;
        if (cut) end = piece.text.size();
        const auto row = piece.text.substr(at, end - at);
        const bool has_quotes =
            piece.has_quotes && std::memchr(row.data(), '"', row.size()) != nullptr;
        if (has_quotes) {
            split_row(without_line_end(row), plan.delimiter, cells, unescaped);
        } else {
            split_plain_row(without_line_end(row), plan.delimiter, cells);
        }
        reader.take(cells, line, cut);
        line +=
            has_quotes ? static_cast<std::size_t>(std::count(row.begin(), row.end(), line_end)) : 1;
        at = end;
    }
    return reader.finish();
}

PartRows read_cells(const FilePlan& plan, const std::vector<std::vector<std::string>>& rows,
                    const std::vector<std::size_t>& lines) {
    PartReader reader(plan);
    std::vector<std::string_view> cells;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        cells.assign(rows[i].begin(), rows[i].end());
        reader.take(cells, lines[i], false);
    }
    return reader.finish();
}

} // namespace wardmap::incidents
