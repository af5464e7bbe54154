// SPDX-License-Identifier: MIT
#include "publish/manifest.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/version.h"
#include "geo/versions.h"
#include "paint/versions.h"
#include "publish/json_text.h"
#include "publish/readers.h"

namespace wardmap::publish {

using Json = nlohmann::ordered_json;

std::string manifest_json(const Study& study, const project::Style& style,
                          const std::vector<std::string>& products,
                          const std::vector<Written>& files) {
    const auto& r = study.wards.reprojection;
    Json json;
    json["wardmap"] = version();
    for (const auto& versions : {geo::library_versions(), paint::library_versions()}) {
        for (const auto& [name, number] : versions) {
            json["libraries"][name] = number;
        }
    }
    json["project"] = study.project.file.written;
    Json categories = Json::array();
    for (const auto& category : study.categories) {
        categories.push_back(category.spec.id);
    }
    json["settings"] = {{"products", products},
                        {"style", style.name},
                        {"formats", style.formats},
                        {"dpi", style.dpi},
                        {"page_mm", {style.page_width_mm, style.page_height_mm}},
                        {"categories", categories}};
    json["transformation"] = {{"from", r.source_crs},
                              {"to", r.target_crs},
                              {"operation", r.operation},
                              {"accuracy_m", r.accuracy_m ? Json(*r.accuracy_m) : Json()}};
    json["inputs"] = Json::array();
    for (const auto& input : study.inputs) {
        json["inputs"].push_back({{"path", public_path(input.path)},
                                  {"sha256", input.secret ? Json() : Json(input.sha256)}});
    }
    json["outputs"] = Json::array();
    for (const auto& file : files) {
        json["outputs"].push_back(
            {{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    }
    return json_text(json);
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
