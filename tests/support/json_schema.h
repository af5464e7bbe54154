// SPDX-License-Identifier: MIT
// The subset of JSON Schema used by the project's schemas; any other keyword fails.
#pragma once

#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "support/catch.h"

namespace wardmap::testing {

class JsonSchema {
public:
    using Json = nlohmann::json;

    explicit JsonSchema(Json schema) : m_schema(std::move(schema)) {}

    /// "" if the document conforms, else the first place that does not.
    [[nodiscard]] std::string fault(const Json& document) const {
        return fault(document, m_schema, "");
    }

private:
    static bool is_of(const Json& value, const std::string& type) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "integer") return value.is_number_integer();
        if (type == "number") return value.is_number();
        if (type == "boolean") return value.is_boolean();
        REQUIRE(type == "null");
        return value.is_null();
    }

    static bool is_of_any(const Json& value, const Json& types) {
        if (types.is_string()) return is_of(value, types);
        return std::any_of(types.begin(), types.end(),
                           [&](const Json& type) { return is_of(value, type); });
    }

    [[nodiscard]] std::string object_fault(const Json& value, const Json& schema,
                                           const std::string& at) const {
        for (const auto& name : schema.value("required", Json::array())) {
            if (!value.contains(name)) return at + ": lacks " + name.get<std::string>();
        }
        for (const auto& [name, part] : value.items()) {
            if (!schema["properties"].contains(name)) return at + ": " + name + " is not described";
            const auto found = fault(part, schema["properties"][name], at + "/" + name);
            if (!found.empty()) return found;
        }
        return {};
    }

    [[nodiscard]] std::string fault(const Json& value, const Json& schema,
                                    const std::string& at) const {
        static const std::set<std::string> known = {"$schema",     "$defs",
                                                    "$ref",        "title",
                                                    "description", "type",
                                                    "properties",  "enum",
                                                    "const",       "required",
                                                    "items",       "minimum",
                                                    "maximum",     "additionalProperties",
                                                    "oneOf",       "pattern",
                                                    "minItems",    "maxItems"};
        for (const auto& [word, meaning] : schema.items()) {
            INFO("word of the schema: " << word);
            REQUIRE(known.contains(word));
        }
        if (schema.contains("$ref")) {
            const auto pointer = schema["$ref"].get<std::string>().substr(1);
            return fault(value, m_schema.at(Json::json_pointer(pointer)), at);
        }
        if (schema.contains("oneOf")) {
            std::string all;
            std::size_t fits = 0;
            for (const auto& choice : schema["oneOf"]) {
                const auto found = fault(value, choice, at);
                found.empty() ? void(++fits) : void(all += found + "; ");
            }
            return fits == 1 ? "" : at + ": fits " + std::to_string(fits) + " of oneOf: " + all;
        }
        const auto text = at + ": " + value.dump().substr(0, 80);
        if (schema.contains("type") && !is_of_any(value, schema["type"])) return text + " (type)";
        if (schema.contains("const") && value != schema["const"]) return text + " (const)";
        if (schema.contains("enum") &&
            std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
            return text + " (enum)";
        if (value.is_number() && value < schema.value("minimum", value)) return text + " (minimum)";
        if (value.is_number() && value > schema.value("maximum", value)) return text + " (maximum)";
        if (value.is_string() && schema.contains("pattern") &&
            !std::regex_search(value.get<std::string>(),
                               std::regex(schema["pattern"].get<std::string>())))
            return text + " (pattern)";
        if (value.is_object()) return object_fault(value, schema, at);
        for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
            const auto found = fault(value[i], schema["items"], at + "/" + std::to_string(i));
            if (!found.empty()) return found;
        }
        return {};
    }

    Json m_schema;
};

} // namespace wardmap::testing
