// SPDX-License-Identifier: MIT
#include "project/weights.h"

#include <cmath>
#include <sstream>

#include <fmt/format.h>

#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "project/category.h"
#include "project/keys.h"
#include "project/toml_reader.h"

namespace wardmap::project {
namespace {

std::string content_of(const FilePath& file) {
    return read_utf8_file({file.resolved, file.written, "title, date and a table [weights]",
                           limits::toml_bytes, "", ""});
}

/// A date, or a text such as "May 2020".
std::string date_of(TomlReader& reader, const toml::table& table) {
    const auto* const node = table.get("date");
    if (node != nullptr && node->is_date()) {
        std::ostringstream date;
        date << *node->as_date();
        return date.str();
    }
    return reader.required(table, "date", "a file of weights", "date = 2020-05-01");
}

void apply(const WeightFile& file, std::vector<Part>& parts, Weights& weights) {
    std::vector<std::string> names;
    for (const auto& [name, weight] : file.of) {
        names.push_back(name);
    }
    Findings faults;
    for (auto& part : parts) {
        const auto& name = part.weighed_as.empty() ? part.category : part.weighed_as;
        const auto found = file.of.find(name);
        if (found != file.of.end()) {
            part.weight = found->second;
        } else {
            faults.push_back(
                {.severity = Severity::error,
                 .place = {weights.file.written},
                 .found = fmt::format("there is no weight for {}", text::quoted(name)),
                 .expected = "one of " + text::some(names, "or"),
                 .help = fmt::format("{{ category = \"{}\", as = \"...\" }} in parts{}",
                                     part.category, did_you_mean(name, names))});
        }
    }
    stop_on_errors(faults);
    weights.source = fmt::format("{}, {}", file.title, file.date);
    if (!file.source.empty()) weights.source += " (" + file.source + ")";
}

} // namespace

WeightFile read_weights(const FilePath& file) {
    TomlReader reader(content_of(file), file.written);
    const auto table = reader.parse();
    reader.refuse_unknown(table, ProjectKeys().weights, "a file of weights");
    WeightFile weights;
    weights.title = reader.required(table, "title", "a file of weights",
                                    "title = \"Cambridge Crime Harm Index\"");
    weights.date = date_of(reader, table);
    reader.read(table, "source", weights.source);
    const auto* const list = reader.table(table, "weights");
    if (list == nullptr && !table.contains("weights")) {
        reader.fault_at(1, 0, "the file has no [weights]", "[weights] with violence = 10");
    }
    if (list != nullptr) {
        for (const auto& [name, node] : *list) {
            const auto weight = node.value<double>();
            if (weight && *weight > 0 && std::isfinite(*weight)) {
                weights.of[std::string(name.str())] = *weight;
            } else {
                reader.fault(node,
                             fmt::format("the weight of {} is not a number above 0",
                                         text::quoted(name.str())),
                             "violence = 10");
            }
        }
    }
    reader.stop_on_faults();
    return weights;
}

void weigh(Category& category, const WeightFile& file) {
    if (auto* const sum = std::get_if<WeightedSum>(&category.origin)) {
        apply(file, sum->parts, sum->weights);
    } else if (auto* const composite = std::get_if<Composite>(&category.origin)) {
        apply(file, composite->parts, composite->weights);
    }
}

} // namespace wardmap::project
