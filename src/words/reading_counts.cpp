// SPDX-License-Identifier: MIT
#include "words/reading_counts.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/hotspots.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "words/compared_to.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

using hotspots::Around;
using hotspots::Evidence;
using hotspots::Level;
using hotspots::Side;
using hotspots::Verdict;

constexpr std::array level_order = {Level::much_higher, Level::higher,    Level::risen,
                                    Level::similar,     Level::unchanged, Level::lower,
                                    Level::much_lower,  Level::fallen,    Level::uncertain,
                                    Level::not_tested,  Level::no_figure};
constexpr std::array around_order = {Around::high, Around::neither, Around::not_tested, Around::low,
                                     Around::uncertain};
constexpr std::array side_order = {Side::above, Side::either, Side::below};

std::string level_words(const StudyArea& study, const CategoryResult& category, Level level) {
    auto wording = hotspots::words(level, label_words(study, category));
    if (level != Level::not_tested) return wording;
    const auto why = why_not_tested(*category.hotspots);
    return wording + ": " + (why.empty() ? "no denominator" : why);
}

bool has_tests(const CategoryResult& category) {
    if (!category.hotspots) return false;
    const auto& wards = category.hotspots->wards;
    const bool any_figure = std::ranges::any_of(
        wards, [](const auto& ward) { return ward.reading.level != Level::no_figure; });
    return any_figure && category.hotspots->own_tests + category.hotspots->around_tests > 0;
}

std::size_t count_if(const CategoryResult& category, auto condition) {
    return static_cast<std::size_t>(std::ranges::count_if(category.hotspots->wards, condition));
}

std::string outline_words(const char* solid, const char* dashed, bool firm, bool tentative,
                          const std::string& meaning) {
    if (!firm && !tentative) return {};
    const char* const line = firm ? solid : dashed;
    auto wording = fmt::format("{}: {}", line, meaning);
    if (firm && tentative) return fmt::format("{} ({} if tentative)", wording, "dashed");
    return tentative ? wording + " (tentative)" : wording;
}

} // namespace

std::vector<ReadingCount> level_counts(const StudyArea& study, const CategoryResult& category) {
    std::vector<ReadingCount> rows;
    if (!has_tests(category)) return rows;
    for (const auto level : level_order) {
        const auto n =
            count_if(category, [&](const auto& ward) { return ward.reading.level == level; });
        if (n > 0) rows.push_back({{level, {}, {}}, level_words(study, category, level), n});
    }
    return rows;
}

std::vector<ReadingCount> label_counts(const StudyArea& study, const CategoryResult& category) {
    std::vector<ReadingCount> rows;
    if (!has_tests(category)) return rows;
    const auto names = label_words(study, category);
    for (const auto level : level_order) {
        for (const auto around : around_order) {
            for (const auto side : side_order) {
                const hotspots::Reading reading{level, around, side};
                const auto n =
                    count_if(category, [&](const auto& ward) { return ward.reading == reading; });
                if (n == 0) continue;
                auto wording = hotspots::words(reading, names);
                // Sides with the same label share a row.
                if (!rows.empty() && rows.back().words == wording) {
                    rows.back().wards += n;
                } else {
                    rows.push_back({reading, std::move(wording), n});
                }
            }
        }
    }
    return rows;
}

std::string readings_title(const StudyArea& study, const CategoryResult& category) {
    if (!category.changes.empty()) return "Evidence of change";
    if (!category.hotspots || category.hotspots->own_tests == 0) return "Hotspot reading";
    return "Compared with " + compared_to(study, category);
}

std::string outline_note(const StudyArea& study, const CategoryResult& category) {
    if (!category.hotspots) return {};
    const auto has = [&](Evidence evidence) {
        return std::ranges::any_of(category.hotspots->wards,
                                   [&](const auto& ward) { return outlined(ward) == evidence; });
    };
    const auto many = area_noun(study, 2);
    std::vector<std::string> notes;
    const auto add = [&](std::string note) {
        if (!note.empty()) notes.push_back(std::move(note));
    };
    add(outline_words("Outline", "Dashed outline", has(Evidence::firm), has(Evidence::tentative),
                      category.changes.empty() ? "exceptional even among these " + many
                                               : std::string("more than chance explains")));
    const auto lines = cluster_lines(*category.hotspots);
    const auto any = [&](Evidence evidence) {
        return std::ranges::find(lines, evidence) != lines.end();
    };
    add(outline_words("Double line", "Dashed double line", any(Evidence::firm),
                      any(Evidence::tentative), "cluster of high " + many));
    return text::join(notes, ". ");
}

hotspots::Evidence outlined(const hotspots::WardHotspot& ward) {
    for (const auto* const test : {&ward.exceptional, &ward.change}) {
        if (*test && ((*test)->verdict == Verdict::high || (*test)->verdict == Verdict::low)) {
            return (*test)->evidence;
        }
    }
    return Evidence::none;
}

std::vector<hotspots::Evidence> cluster_lines(const hotspots::Hotspots& found) {
    std::map<std::size_t, Evidence> clusters;
    for (const auto& ward : found.wards) {
        if (ward.cluster == 0) continue;
        auto& line = clusters.try_emplace(ward.cluster, Evidence::tentative).first->second;
        if (ward.neighbours && ward.neighbours->evidence == Evidence::firm) line = Evidence::firm;
    }
    std::vector<Evidence> lines;
    for (const auto& ward : found.wards) {
        lines.push_back(ward.cluster == 0 ? Evidence::none : clusters.at(ward.cluster));
    }
    return lines;
}

bool marks_higher_only(const CategoryResult& category) {
    constexpr std::size_t most_wards = 60;
    return category.values.size() > most_wards;
}

bool is_marked(Level level) {
    return hotspots::is_higher(level) || hotspots::is_lower(level) || level == Level::uncertain ||
           level == Level::risen || level == Level::fallen;
}

} // namespace wardmap::words
