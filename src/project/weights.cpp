// SPDX-License-Identifier: MIT
#include "project/weights.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"
#include "project/keys.h"
#include "project/toml_reader.h"

namespace wardmap::project {
namespace {

std::string content_of(const FilePath& file) {
    std::ifstream in(file.resolved, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (in.is_open() && !in.bad() && std::filesystem::is_regular_file(file.resolved)) {
        return content;
    }
    throw InputError(Finding{Severity::error,
                             {file.written},
                             "the file of weights cannot be read",
                             "title, date and a table [weights]",
                             "",
                             ""});
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

} // namespace

Weights read_weights(const FilePath& file) {
    TomlReader reader(content_of(file), file.written);
    const auto table = reader.parse();
    reader.refuse_unknown(table, ProjectKeys().weights, "a file of weights");
    Weights weights;
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
                reader.fault(
                    node,
                    fmt::format("the weight of {} is no number above 0", text::quoted(name.str())),
                    "violence = 10");
            }
        }
    }
    reader.stop_on_faults();
    return weights;
}

void weigh(Category& category, const Weights& weights) {
    std::vector<std::string> names;
    for (const auto& [name, weight] : weights.of) {
        names.push_back(name);
    }
    Findings faults;
    for (auto& part : category.parts) {
        const auto& name = part.weighed_as.empty() ? part.category : part.weighed_as;
        const auto found = weights.of.find(name);
        if (found != weights.of.end()) {
            part.weight = found->second;
        } else {
            faults.push_back({Severity::error,
                              {category.weights.written},
                              fmt::format("there is no weight for {}", text::quoted(name)),
                              "one of " + text::list(names, "or"),
                              fmt::format("{{ category = \"{}\", as = \"...\" }} in parts{}",
                                          part.category, did_you_mean(name, names)),
                              ""});
        }
    }
    stop_on_errors(faults);
    category.weights_source = fmt::format("{}, {}", weights.title, weights.date);
    if (!weights.source.empty()) category.weights_source += " (" + weights.source + ")";
}

} // namespace wardmap::project
