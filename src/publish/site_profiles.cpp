// SPDX-License-Identifier: MIT
#include "publish/site_profiles.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/interrupt.h"
#include "base/json_text.h"
#include "base/output_folder.h"
#include "base/parallel.h"
#include "base/staged_files.h"
#include "base/text.h"
#include "data/csv.h"
#include "maps/ground/base_map.h"
#include "paint/canvas.h"
#include "publish/manifest.h"
#include "site/words.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::publish {
namespace {

constexpr const char* index_name = "index.csv";

std::string pdf_of(const site::Profile& profile, const style::Style& style,
                   const maps::BaseMap& ground) {
    const paint::TextMetrics metrics;
    const auto pages = site::lay_out_profile(profile, style, metrics, ground);
    return paint::to_pdf(pages, site::profile_title(profile));
}

/// "03-land-at-high-street": the row's number in the list, and its name in plain letters.
std::string file_stem(std::size_t number, std::size_t of, const std::string& name) {
    constexpr std::size_t longest = 60;
    std::string plain;
    for (const char c : text::fold_case(name)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) plain += c;
        if (!kept && !plain.empty() && plain.back() != '-') plain += '-';
        if (plain.size() >= longest) break;
    }
    while (plain.ends_with('-')) {
        plain.pop_back();
    }
    const auto width = std::max<std::size_t>(2, std::to_string(of).size());
    const auto stem = fmt::format("{:0{}}", number, width);
    return plain.empty() ? stem : stem + "-" + plain;
}

/// One row of the index.
struct IndexRow {
    std::string wards;
    std::string codes;
    std::string shares;
    std::string border;
    std::size_t high = 0; // categories in which one of its wards is higher than the area
};

IndexRow index_row(const site::Profile& profile) {
    IndexRow row;
    const auto& wards = profile.study.wards.wards;
    std::set<std::string> high;
    const auto add = [](std::string& list, const std::string& s) {
        list += (list.empty() ? "" : "; ") + s;
    };
    for (const auto& [ward, share] : profile.location.wards) {
        add(row.wards, wards[ward].name);
        add(row.codes, wards[ward].code);
        add(row.shares, text::shortest(text::rounded(share, 4)));
        for (auto& title : site::high_in(profile.study, ward)) {
            high.insert(std::move(title));
        }
    }
    for (const auto ward : profile.location.on_border) {
        add(row.border, wards[ward].name);
    }
    row.high = high.size();
    return row;
}

std::string index_of(const std::vector<ListedSite>& sites, const std::vector<std::string>& stems) {
    std::string csv = "\xEF\xBB\xBFline,name,place,state,wards,codes,shares,may_also_lie_in,"
                      "categories_high,pdf,json,note\r\n";
    for (std::size_t i = 0; i < sites.size(); ++i) {
        const auto& listed = sites[i];
        const auto row = index_row(listed.profile);
        const bool inside = listed.is_inside();
        const auto note = inside
                              ? text::join(site::where_sentences(listed.profile), " ")
                              : site::outside_words(listed.profile.study, listed.profile.location);
        std::vector<std::string> cells = {std::to_string(listed.line),
                                          data::csv_cell(listed.name),
                                          data::csv_cell(listed.place),
                                          inside ? "profiled" : "outside",
                                          data::csv_cell(row.wards),
                                          data::csv_cell(row.codes),
                                          row.shares,
                                          data::csv_cell(row.border),
                                          inside ? std::to_string(row.high) : "",
                                          inside ? stems[i] + ".pdf" : "",
                                          inside ? stems[i] + ".json" : "",
                                          data::csv_cell(note)};
        csv += text::join(cells, ",") + "\r\n";
    }
    return csv;
}

/// The files that a former run of this command wrote there. Throws if another command wrote there,
/// because its files would be lost.
std::vector<std::string> former_profiles(const std::string& folder) {
    auto former = formerly_written(folder);
    if (!former.empty() && std::ranges::find(former, index_name) == former.end()) {
        throw OutputError(
            fmt::format("error: {} holds the products of wardmap draw, which would be lost\n"
                        "  expected: a separate folder for profiles\n  help: --out {}/sites",
                        folder, folder));
    }
    return former;
}

} // namespace

Finding outside_finding(const Study& study, const ListedSite& listed) {
    return {.severity = Severity::warning,
            .place = {listed.list, listed.line},
            .found = fmt::format("{}: {}", listed.name,
                                 site::outside_words(study, listed.profile.location)),
            .help = "check the row; it is in the index without a profile",
            .kind = "sites are outside the boundaries"};
}

void write_profile(const site::Profile& profile, const style::Style& style,
                   const std::string& path) {
    const maps::BaseMap ground(profile.study, maps::BaseMap::Islands::in_place);
    const auto pdf = pdf_of(profile, style, ground);
    stop_if_interrupted();
    write_file_atomically(path, pdf);
}

void write_profiles(const std::vector<ListedSite>& sites, const style::Style& style,
                    const ProfileFiles& wanted) {
    if (sites.empty()) return;
    const auto& study = sites.front().profile.study;
    OutputFolder folder(wanted.folder, wanted.notice);
    const auto former = former_profiles(wanted.folder);
    StagedFiles files(folder);
    std::vector<std::string> stems;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        stems.push_back(file_stem(i + 1, sites.size(), sites[i].name));
    }
    const maps::BaseMap ground(study, maps::BaseMap::Islands::in_place);
    parallel_for(sites.size(), wanted.threads, [&](std::size_t i) {
        if (!sites[i].is_inside()) return;
        files.add(stems[i] + ".pdf", pdf_of(sites[i].profile, style, ground));
        files.add(stems[i] + ".json", site::profile_json(sites[i].profile));
    });
    files.add(index_name, index_of(sites, stems));
    files.add(manifest_name, manifest_json(study, style, {"site"}, files.written()));
    if (wanted.watch != nullptr) wanted.watch->stop_if_changed();
    stop_if_interrupted();
    folder.commit(former);
}

std::string account_of(const std::vector<ListedSite>& sites, const std::string& folder) {
    const auto inside =
        static_cast<std::size_t>(std::ranges::count_if(sites, &ListedSite::is_inside));
    auto wording =
        fmt::format("{} of {} in {}", inside, text::with_count(sites.size(), "site"), folder);
    if (inside < sites.size()) {
        wording +=
            fmt::format("; {} outside the boundaries (see index.csv)", sites.size() - inside);
    }
    return wording;
}

std::string profiles_text(const std::vector<ListedSite>& sites) {
    std::string all;
    for (const auto& listed : sites) {
        if (!all.empty()) all += "\n" + std::string(72, '-') + "\n\n";
        all +=
            listed.is_inside()
                ? site::profile_text(listed.profile)
                : fmt::format("{}\n{}.\n", site::profile_title(listed.profile),
                              site::outside_words(listed.profile.study, listed.profile.location));
    }
    return all;
}

std::string profiles_json(const std::vector<ListedSite>& sites) {
    auto all = nlohmann::ordered_json::array();
    for (const auto& listed : sites) {
        nlohmann::ordered_json item{{"line", listed.line},
                                    {"name", listed.name},
                                    {"place", listed.place},
                                    {"state", listed.is_inside() ? "profiled" : "outside"}};
        if (listed.is_inside()) {
            item["profile"] = nlohmann::ordered_json::parse(site::profile_json(listed.profile));
        } else {
            item["reason"] = site::outside_words(listed.profile.study, listed.profile.location);
        }
        all.push_back(std::move(item));
    }
    return json_text(all);
}

} // namespace wardmap::publish
