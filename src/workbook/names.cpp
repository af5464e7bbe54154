// SPDX-License-Identifier: MIT
// Names as Excel allows them.
#include <cctype>

#include "base/text.h"
#include "workbook/workbook.h"

namespace wardmap::workbook {
namespace {

constexpr std::size_t longest_sheet_name = 31;
constexpr std::size_t longest_table_name = 60;

/// The first `most` code points, without half a character at the end.
std::string cut(const std::string& s, std::size_t most) {
    std::size_t bytes = 0;
    for (std::size_t points = 0; bytes < s.size() && points < most; ++points) {
        ++bytes;
        while (bytes < s.size() && (static_cast<unsigned char>(s[bytes]) & 0xC0) == 0x80) {
            ++bytes;
        }
    }
    return s.substr(0, bytes);
}

/// Excel ignores case in names.
std::string other_than(std::set<std::string>& taken, const std::string& name, std::size_t most) {
    std::string found = cut(name, most);
    for (int n = 2; !taken.insert(text::fold_case(found)).second; ++n) {
        const auto number = "_" + std::to_string(n);
        found = cut(name, most - number.size()) + number;
    }
    return found;
}

} // namespace

std::string sheet_name(const std::string& wanted, std::set<std::string>& taken) {
    std::string name;
    for (const char c : wanted) {
        const bool refused = std::string_view("[]:*?/\\'").find(c) != std::string_view::npos;
        name += refused || static_cast<unsigned char>(c) < ' ' ? '_' : c;
    }
    taken.insert("history"); // reserved by Excel
    return other_than(taken, name.empty() ? "sheet" : name, longest_sheet_name);
}

std::string table_name(const std::string& wanted, std::set<std::string>& taken) {
    std::string name = "table_";
    for (const char c : wanted) {
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return other_than(taken, name, longest_table_name);
}

} // namespace wardmap::workbook
