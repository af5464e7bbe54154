// SPDX-License-Identifier: MIT
#include "base/input_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/suggest.h"
#include "base/text.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const FileToRead& file, std::string found, std::string help = "") {
    throw InputError(Finding{.severity = Severity::error,
                             .place = {file.shown_as},
                             .found = std::move(found),
                             .expected = file.expected,
                             .help = std::move(help)});
}

std::string near_name(const FileToRead& file) {
    std::error_code error;
    const fs::path path(file.path);
    std::vector<std::string> beside;
    const auto folder = path.parent_path().empty() ? fs::path(".") : path.parent_path();
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
        beside.push_back(at->path().filename().string());
    }
    std::sort(beside.begin(), beside.end());
    return did_you_mean(path.filename().string(), beside);
}

} // namespace

void check_input_file(const FileToRead& file) {
    std::error_code error;
    const auto status = fs::status(file.path, error);
    if (status.type() == fs::file_type::none && error == std::errc::permission_denied) {
        refuse(file, "the file cannot be read: " + error.message());
    }
    if (!fs::exists(status)) {
        const auto help = near_name(file);
        refuse(file, "there is no such file", help.empty() ? file.help_if_absent : help);
    }
    if (fs::is_directory(status)) refuse(file, "this is a folder", "name the file in it");
    if (!fs::is_regular_file(status)) {
        refuse(file, "this is not a regular file", "save it as a file first");
    }
    const auto bytes = fs::file_size(file.path, error);
    if (!error && bytes == 0) refuse(file, "the file is empty", "fetch or export it again");
    if (!error && bytes > file.most_bytes) {
        refuse(
            file,
            fmt::format("the file has {} MiB, more than the {} MiB that are read",
                        text::number(static_cast<double>(bytes / limits::mebibyte), 0),
                        text::number(static_cast<double>(file.most_bytes / limits::mebibyte), 0)),
            file.help_if_large);
    }
}

std::string read_input_file(const FileToRead& file) {
    check_input_file(file);
    std::ifstream in(file.path, std::ios::binary);
    std::error_code error;
    std::string bytes(fs::file_size(file.path, error), '\0');
    if (!in.is_open() || error) refuse(file, "the file cannot be read");
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad()) refuse(file, "the file cannot be read");
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

std::string read_utf8_file(const FileToRead& file) {
    auto bytes = read_input_file(file);
    if (!text::is_utf8(bytes)) refuse(file, "the file is not UTF-8 text", "save it as UTF-8");
    return bytes;
}

} // namespace wardmap
