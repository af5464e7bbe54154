// SPDX-License-Identifier: MIT
#include "draft/heap.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "base/text.h"

namespace wardmap::draft {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 3;

std::string extension_of(const fs::path& path) {
    return text::fold_case(path.extension().string());
}

template <std::size_t N>
bool is_one_of(const std::string& extension, const std::array<std::string_view, N>& list) {
    return std::ranges::find(list, extension) != list.end();
}

/// Whether it is a part of a shapefile beside it.
bool is_part(const fs::path& path) {
    constexpr std::array<std::string_view, 10> parts = {".shx", ".prj", ".cpg", ".qpj", ".sbn",
                                                        ".sbx", ".qix", ".xml", ".qmd", ".dbf"};
    const auto extension = extension_of(path);
    if (!is_one_of(extension, parts)) return false;
    if (extension != ".dbf") return true;
    std::error_code error;
    for (const char* const shape : {".shp", ".SHP"}) {
        if (fs::exists(fs::path(path).replace_extension(shape), error)) return true;
    }
    return false;
}

void take(const fs::path& path, const std::string& shown, Heap& heap) {
    constexpr std::array<std::string_view, 8> tables = {".csv", ".tsv",  ".txt", ".xlsx",
                                                        ".xls", ".xlsm", ".ods", ".dbf"};
    const auto extension = extension_of(path);
    const auto name = path.filename().string();
    if (name.starts_with('.') || name.starts_with("~$") || is_part(path) || extension == ".toml") {
        return;
    }
    if (may_be_layer(path.string())) heap.layers.push_back(path.string());
    if (is_one_of(extension, tables)) {
        heap.tables.push_back(path.string());
    } else if (!may_be_layer(path.string())) {
        heap.unused.push_back(shown + ": neither a table nor boundaries by its name");
    }
}

void walk(const fs::path& folder, const fs::path& top, int depth, Heap& heap) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        entries.push_back(at->path());
    }
    std::ranges::sort(entries);
    for (const auto& entry : entries) {
        const auto name = entry.filename().string();
        if (fs::is_directory(entry, error)) {
            const bool open = !name.starts_with('.') && name != "__MACOSX" && depth < deepest;
            if (extension_of(entry) == ".gdb") {
                heap.layers.push_back(entry.string());
            } else if (open) {
                walk(entry, top, depth + 1, heap);
            }
        } else if (fs::is_regular_file(entry, error)) {
            take(entry, entry.lexically_relative(top).generic_string(), heap);
        }
    }
}

} // namespace

bool may_be_layer(const std::string& path) {
    constexpr std::array<std::string_view, 14> layers = {
        ".shp", ".geojson", ".json", ".topojson", ".gpkg", ".kml", ".kmz",
        ".gml", ".tab",     ".mif",  ".zip",      ".fgb",  ".shz", ".geojsonl"};
    return is_one_of(extension_of(path), layers);
}

bool holds_points(const std::string& path) {
    constexpr std::array<std::string_view, 3> texts = {".csv", ".tsv", ".txt"};
    constexpr std::size_t longest = 4096;
    if (!is_one_of(extension_of(path), texts)) return false;
    std::ifstream file(path, std::ios::binary);
    std::string line(longest, '\0');
    file.read(line.data(), static_cast<std::streamsize>(longest));
    line.resize(static_cast<std::size_t>(file.gcount()));
    line = text::fold_case(line.substr(0, line.find_first_of("\r\n")));
    const auto names = [&line](const char* word) { return line.find(word) != std::string::npos; };
    return (names("longitude") && names("latitude")) || (names("easting") && names("northing"));
}

Heap files_of(const std::string& folder) {
    Heap heap;
    walk(folder, folder, 0, heap);
    return heap;
}

} // namespace wardmap::draft
