// SPDX-License-Identifier: MIT
#include "spreadsheet/archive.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <zip.h>

#include "base/refuse.h"
#include "base/text.h"

namespace wardmap::spreadsheet {
namespace {

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string folded(std::string_view name) {
    std::string result(name);
    for (auto& c : result) {
        if (c == '\\') c = '/';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return result;
}

std::string megabytes(std::uint64_t bytes) {
    return text::number(static_cast<double>(bytes >> 20), 0) + " MB";
}

} // namespace

void refuse_size(Place place, const std::string& what) {
    refuse(std::move(place), "the workbook has " + what, "a workbook with a table of areas",
           "save the sheet with the table as CSV, or copy it into a separate workbook");
}

void refuse_damage(Place place, const std::string& found) {
    refuse(std::move(place), found, "a whole workbook",
           "open it in its own program and save it again, or save it as CSV");
}

void Archive::Close::operator()(struct zip* archive) const {
    zip_discard(archive);
}

Archive::Archive(const std::string& path, Place place, const Limits& limits)
    : m_place(std::move(place)), m_limits(limits) {
    int code = 0;
    m_zip.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (!m_zip) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const auto why =
            fmt::format("the workbook cannot be opened: {}", zip_error_strerror(&error));
        zip_error_fini(&error);
        refuse_damage(m_place, why);
    }
    const auto count = zip_get_num_entries(m_zip.get(), 0);
    if (count > static_cast<zip_int64_t>(m_limits.parts)) {
        refuse_size(m_place, fmt::format("{} parts", count));
    }
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* const name = zip_get_name(m_zip.get(), index, ZIP_FL_ENC_GUESS);
        if (name != nullptr) m_parts.emplace(folded(name), index);
    }
}

bool Archive::has(std::string_view part) const {
    return m_parts.contains(folded(part));
}

void Archive::read(std::string_view part, const std::function<void(std::string_view)>& take) {
    const auto at = m_parts.find(folded(part));
    if (at == m_parts.end()) {
        refuse_damage(m_place, fmt::format("the workbook has no part {}", text::quoted(part)));
    }
    zip_stat_t about;
    zip_stat_init(&about);
    zip_stat_index(m_zip.get(), at->second, 0, &about);
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
        refuse(m_place, "the workbook has a password", "a workbook that opens without one",
               "save it without a password");
    }
    const auto refuse_large = [&](std::uint64_t size) {
        refuse_size(m_place, fmt::format("a part {} of {}", text::quoted(part), megabytes(size)));
    };
    if (about.size > m_limits.part_bytes) refuse_large(about.size);
    if (about.size > m_limits.packing_floor && about.size / m_limits.packing > about.comp_size) {
        refuse_large(about.size);
    }
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(m_zip.get(), at->second, 0));
    const auto damaged = [&](const char* why) {
        refuse_damage(m_place, fmt::format("part {} of the workbook is damaged: {}",
                                           text::quoted(part), why));
    };
    if (!file) damaged(zip_strerror(m_zip.get()));
    std::array<char, 1 << 16> piece{};
    std::uint64_t size = 0;
    while (true) {
        const auto got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0) damaged(zip_file_strerror(file.get()));
        if (got == 0) return;
        size += static_cast<std::uint64_t>(got);
        m_read += static_cast<std::uint64_t>(got);
        if (size > m_limits.part_bytes || m_read > m_limits.total_bytes) refuse_large(size);
        take({piece.data(), static_cast<std::size_t>(got)});
    }
}

} // namespace wardmap::spreadsheet
