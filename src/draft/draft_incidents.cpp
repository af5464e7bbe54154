// SPDX-License-Identifier: MIT
#include "draft/draft_incidents.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/file_path.h"
#include "base/shown.h"
#include "base/text.h"
#include "draft/guess_words.h"
#include "incidents/count.h"
#include "incidents/periods.h"
#include "incidents/source.h"
#include "project/write_toml.h"

namespace wardmap::draft {
namespace {

using project::toml_key;
using project::toml_list;
using project::toml_text;

namespace fs = std::filesystem;

constexpr std::uint64_t fewest_incidents = 20; // of a common type, and 2% of all
constexpr std::uint64_t smallest_share = 50;

struct Group {
    std::string id;
    std::vector<IncidentFile> files;
};

std::vector<Group> groups_of(const std::vector<IncidentFile>& files) {
    std::vector<Group> groups;
    std::set<std::string> ids = {"police"};
    const auto street = [](const IncidentFile& file) { return file.is_police_uk; };
    if (std::any_of(files.begin(), files.end(), street)) groups.push_back({"police", {}});
    for (const auto& file : files) {
        if (file.is_police_uk) {
            groups.front().files.push_back(file);
            continue;
        }
        const auto name = fs::path(file.resolved).stem().string();
        groups.push_back({unique_id(slug(name), ids), {file}});
    }
    return groups;
}

/// The folder that holds these files and no others that would be read with them; else "".
std::string folder_of(const Group& group) {
    auto written = fs::path(group.files.front().written).parent_path();
    auto resolved = fs::path(group.files.front().resolved).parent_path();
    std::set<std::string> own;
    for (const auto& file : group.files) {
        own.insert(fs::path(file.resolved).lexically_normal().string());
    }
    for (; !written.empty() && written.filename() != ".."; written = written.parent_path()) {
        incidents::Source source;
        source.files = {{written.generic_string(), resolved.string()}};
        std::set<std::string> all;
        try {
            for (const auto& file : incidents::files_of(source)) {
                all.insert(fs::path(file.resolved).lexically_normal().string());
            }
        } catch (const InputError&) {
            return {};
        }
        if (all == own) return written.generic_string();
        if (all.size() > own.size()) return {};
        resolved = resolved.parent_path();
    }
    return {};
}

class IncidentsDrafter {
public:
    IncidentsDrafter(const WardSet& wards, bool residents)
        : m_wards(wards), m_residents(residents) {}

    void add(const Group& group) {
        try {
            count(group);
        } catch (const InputError& error) {
            m_draft.left_out.push_back(group.files.front().written + ": " +
                                       error.findings().front().found);
        }
    }

    IncidentsDraft take() { return std::move(m_draft); }

private:
    void count(const Group& group) {
        incidents::Request request;
        for (const auto& file : group.files) {
            request.source.files.push_back({file.written, file.resolved});
        }
        const auto count = incidents::count_incidents(request, m_wards);
        const auto counted = incidents::at(count.rows, incidents::Fate::counted);
        const auto shown = incidents::shown_sources(request.source.files);
        if (counted == 0) {
            m_draft.left_out.push_back(fmt::format("{}: none of its incidents is in the {} of "
                                                   "the map",
                                                   shown, m_wards.noun.plural));
            return;
        }
        m_draft.choices.push_back(
            fmt::format("{}: {} incidents, {} of them in the {} of the map", shown,
                        text::number(static_cast<double>(incidents::sum(count.rows)), 0),
                        text::number(static_cast<double>(counted), 0), m_wards.noun.plural));
        m_draft.toml +=
            fmt::format("\n[incidents.{}]\nsource = {}\n", toml_key(group.id), source_of(group));
        categories(group, count, shown);
    }

    [[nodiscard]] static std::string source_of(const Group& group) {
        if (group.files.size() == 1) return toml_text(group.files.front().written);
        const auto folder = folder_of(group);
        if (!folder.empty()) return toml_text(folder);
        std::vector<std::string> names;
        for (const auto& file : group.files) {
            names.push_back(file.written);
        }
        return toml_list(names);
    }

    void categories(const Group& group, const incidents::Count& count, const std::string& shown) {
        std::set<incidents::Month> months;
        for (const auto& figures : count.figures) {
            if (figures.month != incidents::no_month) months.insert(figures.month);
        }
        const auto counted = incidents::at(count.rows, incidents::Fate::counted);
        std::vector<std::string> rare;
        for (const auto& [type, rows] : count.types) {
            const auto own = incidents::at(rows, incidents::Fate::counted);
            if (type.empty() || own == 0) continue;
            if (own < fewest_incidents || own * smallest_share < counted) {
                rare.push_back(fmt::format("{} ({})", type, own));
                continue;
            }
            m_draft.toml += category(group, type, months);
            ++m_draft.categories;
        }
        if (rare.empty()) return;
        m_draft.left_out.push_back(
            fmt::format("{}: types with few incidents: {}", shown, text::some(rare)));
    }

    [[nodiscard]] std::string category(const Group& group, const std::string& type,
                                       const std::set<incidents::Month>& months) {
        const auto id = unique_id(group.id + "-" + slug(type), m_ids);
        auto toml =
            fmt::format("\n[[category]]\nid = {}\ntitle = {}\nincidents = {}\n"
                        "where = {{ type = {} }}\n",
                        toml_text(id), toml_text(type), toml_text(group.id), toml_text(type));
        if (months.size() > 1) toml += "steps = \"month\"\n";
        if (!months.empty()) {
            const auto first = incidents::month_label(*months.begin());
            const auto last = incidents::month_label(*months.rbegin());
            toml += fmt::format("period = {}\n",
                                toml_text(first == last ? first : first + " to " + last));
        }
        return toml + (m_residents ? "measure = \"rate\" # guessed\ndenominator = \"residents\"\n"
                                   : "measure = \"count\"\n");
    }

    const WardSet& m_wards;
    bool m_residents;
    std::set<std::string> m_ids;
    IncidentsDraft m_draft;
};

} // namespace

IncidentsDraft draft_incidents(const WardSet& wards, const std::vector<IncidentFile>& files,
                               bool residents) {
    IncidentsDrafter drafter(wards, residents);
    for (const auto& group : groups_of(files)) {
        drafter.add(group);
    }
    return drafter.take();
}

} // namespace wardmap::draft
