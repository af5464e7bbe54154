// SPDX-License-Identifier: MIT
#include "incidents/source_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <fnmatch.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/refuse.h"
#include "base/shown.h"
#include "base/text.h"
#include "gdal/zip_stream.h"
#include "incidents/source.h"

namespace wardmap::incidents {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 100'000; // of one folder

std::string ending_of(const std::string& name) {
    std::string ending = fs::path(name).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return ending;
}

bool is_text(const std::string& name) {
    const auto ending = ending_of(name);
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

FileKind kind_of(const std::string& name) {
    const auto ending = ending_of(name);
    for (const char* const workbook : {".xlsx", ".xlsm", ".ods", ".xls", ".dbf"}) {
        if (ending == workbook) return FileKind::workbook;
    }
    for (const char* const vector :
         {".gpkg", ".shp", ".geojson", ".json", ".gml", ".kml", ".fgb", ".tab", ".sqlite"}) {
        if (ending == vector) return FileKind::vector;
    }
    return FileKind::text;
}

/// Street files of data.police.uk, if there are any; else all.
std::vector<std::string> tables_among(const std::vector<std::string>& names, const FilePath& source,
                                      Findings& findings) {
    std::vector<std::string> texts;
    std::vector<std::string> streets;
    for (const auto& name : names) {
        if (!is_text(name)) continue;
        texts.push_back(name);
        if (fs::path(name).filename().string().ends_with("-street.csv")) streets.push_back(name);
    }
    if (streets.empty() || streets.size() == texts.size()) return texts;
    std::vector<std::string> others;
    std::set_difference(texts.begin(), texts.end(), streets.begin(), streets.end(),
                        std::back_inserter(others));
    findings.push_back(
        Finding{.severity = Severity::note,
                .place = {source.written},
                .found = fmt::format(
                    "{} of street-level incidents {} read; {} left out: {}",
                    text::with_count(streets.size(), "file"), streets.size() == 1 ? "is" : "are",
                    others.size() == 1 ? "this one is" : "these are", text::some(others))});
    return streets;
}

std::vector<std::string> names_below(const FilePath& source) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::recursive_directory_iterator at(source.resolved, error), end; !error && at != end;
         at.increment(error)) {
        stop_if_interrupted();
        if (!at->is_regular_file(error)) continue;
        names.push_back(fs::relative(at->path(), source.resolved, error).generic_string());
        if (names.size() > most_files) {
            refuse({source.written}, fmt::format("the folder holds more than {} files", most_files),
                   "a folder of incidents");
        }
    }
    if (error) refuse({source.written}, "the folder cannot be read: " + error.message(), "");
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<SourceFile> of_folder(const FilePath& source, Findings& findings) {
    std::vector<SourceFile> files;
    for (const auto& name : tables_among(names_below(source), source, findings)) {
        files.push_back({(fs::path(source.resolved) / name).string(), "",
                         (fs::path(source.written) / name).generic_string(), FileKind::text});
    }
    if (files.empty()) {
        refuse({source.written}, "the folder holds no CSV file", "incidents as CSV",
               "name the files themselves");
    }
    return files;
}

std::vector<SourceFile> of_archive(const FilePath& source, Findings& findings) {
    const auto members = gdal::zip_members(source.resolved, source.written);
    std::vector<SourceFile> files;
    for (const auto& name : tables_among(members, source, findings)) {
        files.push_back({source.resolved, name, source.written + "/" + name, FileKind::text});
    }
    if (!files.empty()) return files;
    const bool has_layer = std::any_of(members.begin(), members.end(), [](const auto& name) {
        return kind_of(name) == FileKind::vector;
    });
    if (has_layer) return {{source.resolved, "", source.written, FileKind::vector}};
    refuse({source.written}, "the archive holds no CSV file",
           "incidents as CSV, or a zipped shapefile");
}

bool has_pattern(const FilePath& source) {
    std::error_code error;
    return source.resolved.find_first_of("*?[") != std::string::npos &&
           !fs::exists(source.resolved, error);
}

/// Files that match the pattern in the last part of the path.
std::vector<SourceFile> of_pattern(const FilePath& source) {
    const fs::path path(source.resolved);
    const auto folder = path.parent_path().empty() ? fs::path(".") : path.parent_path();
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const auto name = at->path().filename().string();
        if (::fnmatch(path.filename().c_str(), name.c_str(), FNM_PERIOD) == 0) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    if (names.empty()) {
        refuse({source.written}, "no file matches this name", "files of incidents",
               "* and ? may be used in the last part of the path only");
    }
    std::vector<SourceFile> files;
    for (const auto& name : names) {
        const auto written = (fs::path(source.written).parent_path() / name).generic_string();
        files.push_back({(folder / name).string(), "", written, kind_of(name)});
    }
    return files;
}

} // namespace

std::string shown_sources(const std::vector<FilePath>& files) {
    if (files.empty()) return "";
    const auto& first = files.front().written;
    return files.size() == 1 ? first : fmt::format("{} and {} more", first, files.size() - 1);
}

std::vector<FilePath> files_of(const Source& source) {
    Findings ignored;
    std::vector<FilePath> files;
    for (const auto& file : source_files(source.files, ignored)) {
        // A member's name follows that of its archive.
        const auto length =
            file.shown_as.size() - (file.member.empty() ? 0 : file.member.size() + 1);
        const FilePath path{file.shown_as.substr(0, length), file.path};
        const bool is_new = std::none_of(files.begin(), files.end(), [&](const FilePath& known) {
            return known.resolved == path.resolved;
        });
        if (is_new) files.push_back(path);
    }
    return files;
}

std::vector<SourceFile> source_files(const std::vector<FilePath>& sources, Findings& findings) {
    std::vector<SourceFile> files;
    for (const auto& source : sources) {
        std::error_code error;
        std::vector<SourceFile> found;
        if (fs::is_directory(source.resolved, error)) {
            found = of_folder(source, findings);
        } else if (has_pattern(source)) {
            found = of_pattern(source);
        } else if (ending_of(source.resolved) == ".zip") {
            found = of_archive(source, findings);
        } else {
            found = {{source.resolved, "", source.written, kind_of(source.resolved)}};
        }
        files.insert(files.end(), found.begin(), found.end());
    }
    std::vector<std::string> seen;
    for (const auto& file : files) {
        seen.push_back(file.path + "\n" + file.member);
    }
    std::sort(seen.begin(), seen.end());
    if (std::adjacent_find(seen.begin(), seen.end()) != seen.end()) {
        refuse({sources.front().written}, "a file is named twice", "each file once",
               "remove one of them: its rows would be counted twice");
    }
    return files;
}

} // namespace wardmap::incidents
