// SPDX-License-Identifier: MIT
#include "gdal/archive_limits.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/text.h"

namespace wardmap::gdal {
namespace {

constexpr std::string_view directory_end_mark = "PK\5\6";
constexpr std::string_view member_mark = "PK\1\2";
constexpr std::size_t directory_end_bytes = 22;
constexpr std::size_t member_bytes = 46;
constexpr std::size_t longest_comment = 65535;
constexpr std::uint64_t see_extra = 0xFFFFFFFF; // sizes of more than 4 GiB are in the extra field

/// A little-endian number of `bytes` bytes; 0 beyond the end.
std::uint64_t number_at(std::string_view s, std::size_t at, std::size_t bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = bytes; i-- > 0 && at + bytes <= s.size();) {
        number = number << 8 | static_cast<unsigned char>(s[at + i]);
    }
    return number;
}

std::string bytes_of(std::ifstream& in, std::uint64_t from, std::uint64_t bytes) {
    std::string result(bytes, '\0');
    in.clear();
    in.seekg(static_cast<std::streamoff>(from));
    in.read(result.data(), static_cast<std::streamsize>(bytes));
    result.resize(static_cast<std::size_t>(in.gcount()));
    return result;
}

/// The central directory of an archive whose file has `size` bytes.
std::string directory_of(std::ifstream& in, std::uint64_t size) {
    const auto tail = std::min<std::uint64_t>(size, directory_end_bytes + longest_comment);
    const auto end = bytes_of(in, size - tail, tail);
    const auto at = end.rfind(directory_end_mark);
    if (at == std::string::npos) return {};
    const auto bytes = number_at(end, at + 12, 4);
    const auto from = number_at(end, at + 16, 4);
    if (bytes != see_extra && from + bytes <= size) return bytes_of(in, from, bytes);
    constexpr std::uint64_t most = 64 * limits::mebibyte; // an archive of over 4 GiB
    const auto before = size - tail + at;
    return bytes_of(in, before - std::min(before, most), std::min(before, most));
}

/// Sizes that a directory entry stores in its extra field (APPNOTE 4.5.3).
void take_large_sizes(std::string_view extra, ArchiveMember& member) {
    while (extra.size() >= 4) {
        const auto length = static_cast<std::size_t>(number_at(extra, 2, 2));
        if (number_at(extra, 0, 2) == 1) {
            std::size_t at = 4;
            for (auto* const size : {&member.unpacked, &member.packed}) {
                if (*size != see_extra) continue;
                *size = number_at(extra, at, 8);
                at += 8;
            }
        }
        extra.remove_prefix(std::min(extra.size(), 4 + length));
    }
}

[[noreturn]] void refuse_archive(const std::string& shown_as, const std::string& expected,
                                 std::string found) {
    throw InputError(Finding{.severity = Severity::error,
                             .place = {shown_as},
                             .found = std::move(found),
                             .expected = expected,
                             .help = "unpack it and check what it contains; save it again"});
}

std::string mebibytes(std::uint64_t bytes) {
    return text::number(static_cast<double>(bytes / limits::mebibyte), 0) + " MiB";
}

} // namespace

std::vector<ArchiveMember> archive_members(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream in(path, std::ios::binary);
    if (error || !in || size < directory_end_bytes) return {};
    const auto directory = directory_of(in, size);
    const std::string_view all = directory;
    std::vector<ArchiveMember> members;
    for (auto at = all.find(member_mark);
         at != std::string_view::npos && members.size() <= limits::zip_members;
         at = all.find(member_mark, at)) {
        ArchiveMember member{"", number_at(all, at + 20, 4), number_at(all, at + 24, 4)};
        const auto name = static_cast<std::size_t>(number_at(all, at + 28, 2));
        const auto extra = static_cast<std::size_t>(number_at(all, at + 30, 2));
        if (at + member_bytes + name + extra > all.size()) break;
        member.name = all.substr(at + member_bytes, name);
        take_large_sizes(all.substr(at + member_bytes + name, extra), member);
        members.push_back(std::move(member));
        at += member_bytes + name + extra;
    }
    return members;
}

void check_archive(const std::string& path, const std::string& shown_as,
                   const std::string& expected, std::uintmax_t most_bytes) {
    const auto members = archive_members(path);
    if (members.size() > limits::zip_members) {
        refuse_archive(shown_as, expected,
                       fmt::format("the archive has more than {} members",
                                   text::number(limits::zip_members, 0)));
    }
    std::uint64_t total = 0;
    for (const auto& member : members) {
        total += std::min<std::uint64_t>(member.unpacked, 1ull << 50);
        const bool small = member.unpacked <= limits::small_member_bytes;
        if (!small &&
            member.unpacked / std::max<std::uint64_t>(member.packed, 1) > limits::zip_ratio) {
            refuse_archive(shown_as, expected,
                           fmt::format("its part {} unpacks to {}, over {} times its size",
                                       text::quoted(member.name), mebibytes(member.unpacked),
                                       text::number(limits::zip_ratio, 0)));
        }
    }
    if (total > most_bytes) {
        refuse_archive(shown_as, expected,
                       fmt::format("the archive unpacks to {}, more than the {} that are read",
                                   mebibytes(total), mebibytes(most_bytes)));
    }
}

} // namespace wardmap::gdal
