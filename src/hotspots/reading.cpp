// SPDX-License-Identifier: MIT
#include "hotspots/reading.h"

#include <array>

#include <fmt/format.h>

namespace wardmap::hotspots {
namespace {

const std::array<std::string, levels>& level_names() {
    static const std::array<std::string, levels> names = {
        "much higher", "higher",    "similar", "lower",  "much lower", "uncertain",
        "not tested",  "no figure", "risen",   "fallen", "unchanged"};
    return names;
}

std::string capital(std::string s) {
    s.front() = static_cast<char>(s.front() - 'a' + 'A');
    return s;
}

std::string among(const Reading& reading, const LabelWords& names) {
    const auto level = capital(name(reading.level));
    switch (reading.around) {
    case Around::not_tested:
        return level;
    case Around::neither:
        return level + ", by itself";
    case Around::uncertain:
        return level + ", neighbours uncertain";
    case Around::high:
        return fmt::format("{}, {} high {}", level,
                           is_higher(reading.level) ? "in a cluster of" : "next to", names.areas);
    case Around::low:
        return fmt::format("{}, {} low {}", level,
                           is_higher(reading.level) ? "among" : "in a cluster of", names.areas);
    }
    return level;
}

std::string of_similar(const Reading& reading, const LabelWords& names) {
    switch (reading.around) {
    case Around::not_tested:
    case Around::neither:
        return "Similar to " + names.compared_to;
    case Around::uncertain:
        return "Similar, neighbours uncertain";
    case Around::high:
        if (reading.side == Side::either) return "Similar, among high " + names.areas;
        return reading.side == Side::above
                   ? fmt::format("In a cluster of high {}, not itself higher", names.areas)
                   : "Next to high " + names.areas;
    case Around::low:
        return (reading.side == Side::below ? "Next to low " : "Similar, among low ") + names.areas;
    }
    return {};
}

std::string of_change(const Reading& reading, const LabelWords& names) {
    const auto level = words(reading.level, names);
    switch (reading.around) {
    case Around::not_tested:
        return level;
    case Around::neither:
        return fmt::format("{}, in line with {}", level, names.compared_to);
    case Around::high:
        return fmt::format("{}, above the change of {}", level, names.compared_to);
    case Around::low:
        return fmt::format("{}, below the change of {}", level, names.compared_to);
    case Around::uncertain:
        return fmt::format("{}, against {} uncertain", level, names.compared_to);
    }
    return level;
}

std::string of_untested(Around around) {
    constexpr const char* self = "Not tested by itself";
    switch (around) {
    case Around::not_tested:
        return self;
    case Around::neither:
        return fmt::format("{}; neighbours not unusual", self);
    case Around::high:
        return fmt::format("{}; neighbours high", self);
    case Around::low:
        return fmt::format("{}; neighbours low", self);
    case Around::uncertain:
        return fmt::format("{}; neighbours uncertain", self);
    }
    return self;
}

} // namespace

std::string words(Level level, const LabelWords& names) {
    switch (level) {
    case Level::much_higher:
    case Level::higher:
    case Level::lower:
    case Level::much_lower:
        return fmt::format("{} than {}", capital(name(level)), names.compared_to);
    case Level::similar:
        return "Similar to " + names.compared_to;
    case Level::uncertain:
        return "Uncertain (withheld figures decide)";
    case Level::not_tested:
        return "Not tested by itself";
    case Level::unchanged:
        return "Within what chance explains";
    case Level::no_figure:
    case Level::risen:
    case Level::fallen:
        return capital(name(level));
    }
    return {};
}

std::string words(const Reading& reading, const LabelWords& names) {
    if (is_higher(reading.level) || is_lower(reading.level)) return among(reading, names);
    if (reading.level == Level::similar) return of_similar(reading, names);
    if (reading.level == Level::not_tested) return of_untested(reading.around);
    const bool is_change = reading.level == Level::risen || reading.level == Level::fallen ||
                           reading.level == Level::unchanged;
    return is_change ? of_change(reading, names) : words(reading.level, names);
}

const std::string& name(Level level) {
    return level_names().at(static_cast<std::size_t>(level));
}

const std::string& name(Around around) {
    static const std::array<std::string, 5> names = {"not tested", "neither", "high", "low",
                                                     "uncertain"};
    return names.at(static_cast<std::size_t>(around));
}

} // namespace wardmap::hotspots
