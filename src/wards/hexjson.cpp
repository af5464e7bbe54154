// SPDX-License-Identifier: MIT
#include "wards/hexjson.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"
#include "tables/cell.h"

namespace wardmap::wards {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 3;                // the file, its hexes, a hex, a hex's properties
constexpr double farthest = 100'000;      // columns and rows
constexpr std::size_t most_reported = 10; // errors in hexes

const char* const help_on_format =
    R"({"layout": "odd-r", "hexes": {"E05004996": {"n": "High Street", "q": 0, "r": 0}}})";

Finding fault(const std::string& shown_as, std::string found, std::string expected = "",
              std::string help = "") {
    return {.severity = Severity::error,
            .place = {shown_as},
            .found = std::move(found),
            .expected = std::move(expected),
            .help = std::move(help)};
}

/// nlohmann's reason without its error number, position and last token.
std::string reason_of(const Json::exception& error) {
    std::string reason = error.what();
    reason.erase(0, reason.find("] ") + 2);
    if (const auto at = reason.find(": "); reason.starts_with("parse error") && at != reason.npos) {
        reason.erase(0, at + 2);
    }
    return reason.substr(0, std::min(reason.find("; last read"), std::size_t{200}));
}

/// Parses, and records duplicate keys, which a JSON object cannot represent.
class Parsing {
public:
    Parsing(const std::string& json, const std::string& shown_as) {
        try {
            m_json = Json::parse(json, [this](int depth, Json::parse_event_t event, Json& part) {
                return take(depth, event, part);
            });
        } catch (const Json::parse_error& error) {
            auto finding = not_json(error, shown_as);
            const auto end = json.begin() + static_cast<std::ptrdiff_t>(
                                                std::min<std::size_t>(error.byte, json.size()));
            finding.place.line = 1 + static_cast<std::size_t>(std::count(json.begin(), end, '\n'));
            throw InputError(std::move(finding));
        } catch (const Json::exception& error) {
            throw InputError(not_json(error, shown_as));
        }
    }

    [[nodiscard]] const Json& json() const { return m_json; }
    [[nodiscard]] const std::vector<std::string>& twice() const { return m_twice; }

private:
    static Finding not_json(const Json::exception& error, const std::string& shown_as) {
        return fault(shown_as, "this is not JSON: " + reason_of(error), "a HexJSON file",
                     help_on_format);
    }

    /// False for anything nested deeper than HexJSON: it is omitted.
    bool take(int depth, Json::parse_event_t event, const Json& part) {
        using Event = Json::parse_event_t;
        if (event == Event::object_start || event == Event::array_start) return depth <= deepest;
        if (event == Event::key && (depth == 1 || (depth == 2 && m_within == "hexes"))) {
            auto key = part.get<std::string>();
            if (!m_keys.emplace(depth, key).second) m_twice.push_back(key);
            if (depth == 1) m_within = std::move(key);
        }
        return true;
    }

    Json m_json;
    std::string m_within; // key of the file whose value is being read
    std::set<std::pair<int, std::string>> m_keys;
    std::vector<std::string> m_twice;
};

struct Layout {
    bool rows = true; // rows are shifted, with a corner up; else columns, with a side up
    bool odd = true;  // odd ones are shifted; else the even ones
};

Layout layout_of(const Json& json, const std::string& shown_as) {
    static const std::vector<std::string> words = {"odd-r", "even-r", "odd-q", "even-q"};
    const auto at = json.find("layout");
    if (at == json.end()) {
        throw InputError(fault(shown_as, "the file does not state its layout",
                               "\"layout\": " + text::list(words, "or"), help_on_format));
    }
    const auto word = at->is_string() ? at->get<std::string>() : at->dump();
    if (std::find(words.begin(), words.end(), word) == words.end()) {
        throw InputError(fault(shown_as, "there is no layout " + text::quoted(word),
                               text::list(words, "or"), did_you_mean(word, words)));
    }
    return {word.ends_with("-r"), word.starts_with("odd")};
}

struct Cell {
    int q = 0;
    int r = 0;
};

std::optional<int> whole(const Json& hex, const char* key) {
    const auto at = hex.find(key);
    if (at == hex.end() || !at->is_number()) return std::nullopt;
    const auto value = at->get<double>();
    if (!(std::abs(value) <= farthest) || value != std::floor(value)) return std::nullopt;
    return static_cast<int>(value);
}

/// Corners are counted in half widths and half sides, so that neighbours have the same.
geo::MultiPolygon hexagon(Cell cell, Layout layout) {
    // From a centre to its corners, a corner up: in half widths to the east, half sides north.
    constexpr std::array<std::pair<int, int>, 6> corners = {
        {{0, 2}, {1, 1}, {1, -1}, {0, -2}, {-1, -1}, {-1, 1}}};
    const double half_width = std::sqrt(3.0) / 2;
    const double half_side = 0.5;
    const int along = layout.rows ? cell.q : cell.r; // within a row (column)
    const int line = layout.rows ? cell.r : cell.q;  // which row (column)
    const bool shifted = (line % 2 != 0) == layout.odd;
    geo::Ring ring;
    for (const auto& [across, up] : corners) {
        const double x = (2 * along + (shifted ? 1 : 0) + across) * half_width;
        const double y = (3 * line + up) * half_side;
        ring.push_back(layout.rows ? geo::Point{x, y} : geo::Point{y, x});
    }
    return {{geo::Polygon{std::move(ring), {}}}};
}

std::string written(const Json& hex, const char* key) {
    const auto at = hex.find(key);
    return at == hex.end() ? "absent" : at->dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Reads the hexes one by one, with their errors.
class Hexes {
public:
    Hexes(const Json& hexes, Layout layout, const std::string& shown_as)
        : m_layout(layout), m_shown_as(shown_as) {
        for (const auto& [code, hex] : hexes.items()) {
            add(code, hex);
        }
    }

    void report_duplicates(const std::vector<std::string>& codes) {
        for (const auto& code : codes) {
            report(fmt::format("{} appears twice", text::quoted(code)), "one tile for each code");
        }
    }

    [[nodiscard]] std::vector<Tile> tiles() {
        if (m_faults.size() > most_reported) {
            const auto more = m_faults.size() - most_reported;
            m_faults.resize(most_reported);
            report(
                fmt::format("{} are also wrong", text::with_count(more, "more hex", "more hexes")),
                "");
        }
        stop_on_errors(m_faults);
        return std::move(m_tiles);
    }

private:
    void report(std::string found, std::string expected) {
        m_faults.push_back(fault(m_shown_as, std::move(found), std::move(expected)));
    }

    void add(const std::string& code, const Json& hex) {
        const auto hex_name = "hex " + text::quoted(code);
        if (!hex.is_object()) {
            report(hex_name + " is not an object", "{\"q\": 0, \"r\": 0}");
            return;
        }
        const auto q = whole(hex, "q");
        const auto r = whole(hex, "r");
        for (const auto& [key, value] : {std::pair("q", q), std::pair("r", r)}) {
            if (value) continue;
            const auto found = written(hex, key);
            report(fmt::format("{}: {} is {}", hex_name, key,
                               found == "absent" ? found : text::quoted(found)),
                   "a whole number, at most 100,000 from 0");
        }
        if (!q || !r) return;
        const auto [at, is_new] = m_codes.try_emplace(std::pair(*q, *r), code);
        if (!is_new) {
            report(fmt::format("hexes {} and {} are both at q {}, r {}", text::quoted(at->second),
                               text::quoted(code), *q, *r),
                   "one tile in each place");
            return;
        }
        m_tiles.push_back({std::string(text::trimmed(code)), hexagon({*q, *r}, m_layout)});
    }

    Layout m_layout;
    const std::string& m_shown_as;
    std::map<std::pair<int, int>, std::string> m_codes; // by column and row
    std::vector<Tile> m_tiles;
    Findings m_faults;
};

} // namespace

std::vector<Tile> parse_hexjson(const std::string& json, const std::string& shown_as) {
    const Parsing parsed(json, shown_as);
    const auto& file = parsed.json();
    const auto at = file.is_object() ? file.find("hexes") : file.end();
    if (!file.is_object() || at == file.end() || !at->is_object() || at->empty()) {
        throw InputError(fault(shown_as, "the file has no hexes", "a HexJSON file with \"hexes\"",
                               help_on_format));
    }
    Hexes hexes(*at, layout_of(file, shown_as), shown_as);
    hexes.report_duplicates(parsed.twice());
    return hexes.tiles();
}

} // namespace wardmap::wards
