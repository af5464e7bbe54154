// SPDX-License-Identifier: MIT
#include "data/csv_metadata.h"

#include <set>

#include "base/json_text.h"
#include "study/study.h"

namespace wardmap::data {
namespace {

using Json = nlohmann::ordered_json;

/// Names are used as variables in URI templates: letters, digits and underscores.
std::string variable_name(const std::string& name) {
    std::string safe;
    for (const char c : name) {
        safe += c == '-' ? "%2D" : std::string(1, c);
    }
    return safe;
}

const char* datatype_of(Column::Type type) {
    switch (type) {
    case Column::Type::text:
        return "string";
    case Column::Type::integer:
        return "integer";
    case Column::Type::real:
        return "double";
    }
    return "string";
}

Json column_json(const Study& study, const Column& column) {
    Json json{{"name", variable_name(column.name)},
              {"titles", column.name},
              {"datatype", datatype_of(column.type)},
              {"dc:description", column.meaning}};
    if (column.category.empty()) {
        if (column.name != "legacy_code") json["required"] = true;
        return json;
    }
    for (const auto& category : study.categories) {
        const auto& id = category.spec.id;
        if (column.name == id + "_figure" || column.name == id + "_value") {
            json["null"] = {"", "[c]", "[x]", "[z]"};
        }
    }
    for (const auto& bivariate : study.bivariates) {
        if (column.name == bivariate.spec.id + "_class") json["null"] = {"", "[c]", "[x]", "[z]"};
    }
    return json;
}

std::set<std::string> sources_of(const Study& study) {
    std::set<std::string> sources;
    for (const auto& category : study.categories) {
        sources.insert(category.spec.source);
    }
    for (const auto& denominator : study.denominators) {
        sources.insert(denominator.spec.source);
    }
    sources.erase("");
    return sources;
}

} // namespace

std::string csv_metadata(const Study& study, const std::vector<Column>& columns) {
    const auto& project = study.project;
    Json json;
    json["@context"] = Json::array({"http://www.w3.org/ns/csvw", {{"@language", "en"}}});
    json["url"] = "wards.csv";
    if (!project.title.empty()) json["dc:title"] = project.title;
    json["dc:description"] = "Figures, measures, bands, ranks and readings, a row for each " +
                             project.boundaries.noun.singular +
                             (project.area.empty() ? std::string() : " of " + project.area) +
                             ". [c]: withheld, [x]: not supplied, [z]: not calculable; the state "
                             "columns name it in words.";
    if (!project.contact.empty()) json["dc:publisher"] = project.contact;
    const auto sources = sources_of(study);
    if (!sources.empty()) json["dc:source"] = sources;
    if (!project.boundaries.attribution.empty()) json["dc:rights"] = project.boundaries.attribution;
    json["dialect"] = {{"encoding", "utf-8"}, {"header", true}, {"lineTerminators", {"\r\n"}}};
    auto& schema = json["tableSchema"];
    schema["columns"] = Json::array();
    for (const auto& column : columns) {
        schema["columns"].push_back(column_json(study, column));
    }
    schema["primaryKey"] = "ward_code";
    schema["rowTitles"] = {"ward_name"};
    return json_text(json);
}

} // namespace wardmap::data
