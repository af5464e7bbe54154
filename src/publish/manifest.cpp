// SPDX-License-Identifier: MIT
#include "publish/manifest.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "audit/audience.h"
#include "base/json_text.h"
#include "base/named_values.h"
#include "base/refuse.h"
#include "base/text.h"
#include "base/version.h"
#include "gdal/versions.h"
#include "geo/versions.h"
#include "paint/picture_format.h"
#include "paint/versions.h"
#include "study/study.h"
#include "style/style.h"
#include "workbook/workbook.h"

namespace wardmap::publish {

using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string_view> names_of(const std::vector<paint::PictureFormat>& formats) {
    std::vector<std::string_view> names;
    for (const auto format : formats) {
        names.push_back(name_of(paint::picture_format_names, format));
    }
    return names;
}

} // namespace

std::string manifest_json(const Study& study, const style::Style& style,
                          const std::vector<std::string>& products,
                          const std::vector<Written>& files) {
    const auto& r = study.wards.reprojection;
    Json json;
    json["wardmap"] = version();
    for (const auto& versions : {gdal::library_versions(), geo::library_versions(),
                                 paint::library_versions(), workbook::library_versions()}) {
        for (const auto& [name, number] : versions) {
            json["libraries"][name] = number;
        }
    }
    json["project"] = audit::public_path(study.project.file.written);
    Json categories = Json::array();
    for (const auto& category : study.categories) {
        categories.push_back(category.spec.id);
    }
    json["settings"] = {{"products", products},
                        {"style", style.name},
                        {"formats", names_of(style.formats)},
                        {"dpi", style.dpi},
                        {"page_mm", {style.page_width_mm, style.page_height_mm}},
                        {"categories", categories}};
    if (!study.bivariates.empty()) {
        auto& bivariates = json["settings"]["bivariates"];
        for (const auto& bivariate : study.bivariates) {
            bivariates.push_back(bivariate.spec.id);
        }
    }
    json["transformation"] = {{"from", r.source_crs},
                              {"to", r.target_crs},
                              {"operation", r.operation},
                              {"accuracy_m", r.accuracy_m ? Json(*r.accuracy_m) : Json()}};
    json["inputs"] = Json::array();
    for (const auto& input : study.inputs) {
        json["inputs"].push_back({{"path", audit::public_path(input.path)},
                                  {"sha256", input.secret ? Json() : Json(input.sha256)}});
    }
    json["outputs"] = Json::array();
    for (const auto& file : files) {
        json["outputs"].push_back(
            {{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    }
    return json_text(json);
}

namespace {

[[noreturn]] void refuse(const std::string& folder, const std::string& found,
                         const std::string& help) {
    wardmap::refuse({folder}, found,
                    "a folder that wardmap draw or wardmap site --sites has written", help);
}

/// Whether a path is below the folder, so that nothing else is read.
bool stays_inside(const std::string& path) {
    const std::filesystem::path parts(path);
    return !path.empty() && parts.is_relative() &&
           std::none_of(parts.begin(), parts.end(), [](const auto& part) { return part == ".."; });
}

/// Throws nlohmann's exceptions if something is not as written.
Manifest manifest_of(const Json& json) {
    Manifest manifest;
    manifest.version = json.at("wardmap");
    for (const auto& [name, number] : json.at("libraries").items()) {
        manifest.libraries.emplace_back(name, number.get<std::string>());
    }
    const auto& settings = json.at("settings");
    manifest.products = settings.at("products");
    manifest.style = settings.at("style");
    manifest.categories = settings.at("categories");
    for (const auto& input : json.at("inputs")) {
        const auto& hash = input.at("sha256");
        manifest.inputs.push_back(
            {input.at("path"), hash.is_null() ? "" : hash.get<std::string>(), hash.is_null()});
    }
    for (const auto& output : json.at("outputs")) {
        manifest.outputs.push_back(
            {output.at("path"), output.at("sha256"), output.at("bytes").get<std::size_t>()});
    }
    return manifest;
}

} // namespace

Manifest read_manifest(const std::string& folder) {
    const auto path = std::filesystem::path(folder) / manifest_name;
    if (!std::filesystem::is_regular_file(path)) {
        refuse(folder, "there is no manifest.json", "wardmap draw PROJECT --out " + folder);
    }
    std::ifstream in(path, std::ios::binary);
    Manifest manifest;
    try {
        manifest = manifest_of(Json::parse(std::string{std::istreambuf_iterator<char>(in), {}}));
    } catch (const Json::exception& error) {
        refuse(path.string(), std::string("the manifest is damaged: ") + error.what(),
               "draw the folder again");
    }
    for (const auto& output : manifest.outputs) {
        if (stays_inside(output.path)) continue;
        refuse(path.string(),
               "the manifest names a file outside its folder: " + text::quoted(output.path),
               "draw the folder again");
    }
    return manifest;
}

std::vector<std::string> formerly_written(const std::string& folder) {
    std::ifstream in(std::filesystem::path(folder) / manifest_name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("wardmap") || !json.contains("outputs")) return {};
    std::vector<std::string> files{manifest_name};
    for (const auto& output : json["outputs"]) {
        if (output.is_object() && output.contains("path") && output["path"].is_string()) {
            files.push_back(output["path"].get<std::string>());
        }
    }
    return files;
}

} // namespace wardmap::publish
