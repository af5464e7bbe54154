// SPDX-License-Identifier: MIT
#include "spreadsheet/ods_cell.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "spreadsheet/iso_date.h"

namespace wardmap::spreadsheet {
namespace {

bool is_text_space(std::string_view space) {
    return space.find(":text:") != std::string_view::npos;
}

/// "PT13H30M15S" in days; nothing if it is not such a duration.
std::optional<double> days_of_period(std::string_view period) {
    const bool minus = period.starts_with('-');
    if (minus) period.remove_prefix(1);
    const auto start = period.find('T');
    if (!period.starts_with('P') || start == std::string_view::npos) return std::nullopt;
    double seconds = 0;
    std::string number;
    for (const char c : period.substr(1)) {
        const double unit = c == 'D' ? 86400 : c == 'H' ? 3600 : c == 'M' ? 60 : c == 'S' ? 1 : 0;
        if ((c >= '0' && c <= '9') || c == '.') {
            number += c;
        } else if (unit > 0) {
            seconds += text::parse_number(number).value_or(0) * unit;
            number.clear();
        } else if (c != 'T') {
            return std::nullopt;
        }
    }
    return (minus ? -seconds : seconds) / 86400;
}

std::string default_format(std::string_view kind, std::string_view value) {
    if (kind == "percentage") return "0.00%";
    if (kind == "date") return value.size() > 10 ? "yyyy\\-mm\\-dd hh:mm:ss" : "yyyy\\-mm\\-dd";
    if (kind == "time") return "[h]:mm:ss";
    return "General";
}

} // namespace

void OdsCell::open(const XmlName& name, const XmlAttributes& attributes) {
    m_style = attributes.find("style-name", ":table:").value_or("");
    m_kind = attributes.find("value-type", ":office:").value_or("");
    const bool error = attributes.find("value-type", "calcext").value_or("") == "error";
    const auto value_name = m_kind == "date"      ? "date-value"
                            : m_kind == "time"    ? "time-value"
                            : m_kind == "boolean" ? "boolean-value"
                            : m_kind == "string"  ? "string-value"
                                                  : "value";
    m_value = attributes.get(value_name);
    if (error) m_kind = "error";
    m_covered = name.local == "covered-table-cell";
    const auto count = [&](const char* of) {
        return std::clamp<std::uint64_t>(attributes.number(of, 1), 1, last_row);
    };
    m_repeats = count("number-columns-repeated");
    m_columns = count("number-columns-spanned");
    m_rows = count("number-rows-spanned");
    m_in_note = m_has_text = false;
    m_paragraphs = m_skipped = 0;
    m_raised.clear();
    m_text.clear();
    m_note.clear();
}

void OdsCell::start(const XmlName& name, const XmlAttributes& attributes) {
    if (name.local == "annotation" && m_skipped == 0) {
        m_in_note = true;
        return;
    }
    if (m_skipped > 0 || !is_text_space(name.space)) {
        ++m_skipped;
        return;
    }
    if (name.local == "p" || name.local == "h") {
        if (m_paragraphs++ == 0 && !target().is_empty()) target().add("\n", false);
        if (!m_in_note) m_has_text = true;
    }
    if (name.local == "span") {
        const bool outer = !m_raised.empty() && m_raised.back();
        m_raised.push_back(outer || m_styles.is_raised(attributes.get("style-name")));
    }
    if (name.local == "s") {
        add(std::string(std::min<std::uint64_t>(attributes.number("c", 1), m_limits.text_bytes),
                        ' '));
    }
    if (name.local == "tab") add("\t");
    if (name.local == "line-break") add("\n");
}

void OdsCell::end(const XmlName& name) {
    if (m_skipped > 0) {
        --m_skipped;
        return;
    }
    if (name.local == "annotation") m_in_note = false;
    if (name.local == "span" && !m_raised.empty()) m_raised.pop_back();
    if (name.local == "p" || name.local == "h") --m_paragraphs;
}

bool OdsCell::text(std::string_view piece) {
    if (m_skipped == 0 && m_paragraphs > 0) add(piece);
    return target().size() <= m_limits.text_bytes;
}

void OdsCell::add(std::string_view piece) {
    if (target().size() <= m_limits.text_bytes) {
        target().add(piece, !m_raised.empty() && m_raised.back());
    }
}

Cell OdsCell::make(Reading& reading, std::string_view style) const {
    const auto own_format = m_styles.format_of(style);
    Cell cell;
    if (m_kind == "error") {
        cell.type = CellType::error;
        cell.text = reading.text(m_text.plain());
    } else if (m_kind == "boolean") {
        cell.type = CellType::boolean;
        cell.number = m_value == "true" ? 1 : 0;
    } else if (!m_kind.empty() && m_kind != "string" && m_kind != "void") {
        return make_number(reading, own_format);
    } else {
        cell.text = m_has_text ? reading.text(m_text.runs()) : reading.text(m_value);
        cell.type = cell.text == 0 ? CellType::empty : CellType::text;
    }
    cell.format = reading.format("General"); // the text is stored as shown
    return cell;
}

Cell OdsCell::make_number(Reading& reading, const std::string& own_format) const {
    const bool date = m_kind == "date" || m_kind == "time";
    const auto number = m_kind == "date"   ? days_of(m_value)
                        : m_kind == "time" ? days_of_period(m_value)
                                           : text::parse_number(m_value);
    Cell cell;
    cell.text = m_has_text ? reading.text(m_text.runs()) : 0;
    cell.format = reading.format(own_format.empty() ? default_format(m_kind, m_value) : own_format);
    if (!number) { // shown nevertheless
        cell.type = cell.text == 0 ? CellType::empty : CellType::text;
        return cell;
    }
    cell.type = date ? CellType::date : CellType::number;
    cell.number = *number;
    return cell;
}

} // namespace wardmap::spreadsheet
