// SPDX-License-Identifier: MIT
// UTF-8 text: trimming, splitting, encodings, and numbers as printed. Nothing here depends on the
// locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardmap::text {

/// Without blanks at both ends; no-break and zero-width spaces and a byte-order mark count as
/// blank.
[[nodiscard]] std::string_view trimmed(std::string_view s);

[[nodiscard]] std::vector<std::string> split(std::string_view s, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);

/// "A, B and C".
[[nodiscard]] std::string list(const std::vector<std::string>& parts,
                               std::string_view last = "and");

/// Unicode case folding (not only ASCII). Precondition: valid UTF-8.
[[nodiscard]] std::string fold_case(std::string_view s);

/// Composed form (NFC), so that two encodings of "â" compare equal.
[[nodiscard]] std::string nfc(std::string_view s);

[[nodiscard]] bool is_utf8(std::string_view s);

/// Bytes of a named encoding ("WINDOWS-1252", "UTF-16LE", "CP850") as UTF-8; nothing if the bytes
/// are invalid in that encoding or it is unknown.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes,
                                                 const std::string& encoding);

/// Number of code points of UTF-8 text.
[[nodiscard]] std::size_t length(std::string_view s);

/// `s` as a decimal number ("12", "-0.5", "1.2e3"); nothing if any of it is not part of the number.
/// No blanks, no thousands separators, no NaN, no infinity.
[[nodiscard]] std::optional<double> parse_number(std::string_view s);

/// 1234567.891 with 1 decimal as "1,234,567.9"; a true minus sign (U+2212) before negatives;
/// rounds half away from zero on the decimal digits of the shortest form, so 0.45 gives "0.5".
[[nodiscard]] std::string number(double value, int decimals);

/// `value` rounded as `number` prints it.
[[nodiscard]] double rounded(double value, int decimals);

/// The shortest decimal text that reads back as the same double: for data files.
[[nodiscard]] std::string shortest(double value);

/// "1 ward", "2 wards"; give `many` if adding s is not enough.
[[nodiscard]] std::string with_count(std::size_t n, std::string_view one,
                                     std::string_view many = {});

/// `s` within double quotation marks, made safe by `shown` (base/shown.h): for quoting user text in
/// a message.
[[nodiscard]] std::string quoted(std::string_view s);

/// `s` as the text of an SVG or HTML element or attribute: & < > " and ' escaped.
[[nodiscard]] std::string as_markup(std::string_view s);

} // namespace wardmap::text
