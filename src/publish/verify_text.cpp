// SPDX-License-Identifier: MIT
// The result of a verification, as text and as data.
#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/json_text.h"
#include "base/text.h"
#include "publish/verify.h"

namespace wardmap::publish {
namespace {

using Json = nlohmann::ordered_json;

std::size_t count_of(const std::vector<FileCheck>& files, FileState state) {
    return static_cast<std::size_t>(
        std::ranges::count_if(files, [&](const FileCheck& file) { return file.state == state; }));
}

std::string lines_of(const std::vector<FileCheck>& files, FileState state,
                     const std::string& words) {
    std::string lines;
    for (const auto& file : files) {
        if (file.state == state) lines += "  " + words + ": " + file.path + "\n";
    }
    return lines;
}

std::string manifest_words(const Verification& found) {
    const auto extra = count_of(found.files, FileState::extra);
    const auto all = found.files.size() - extra;
    const auto same = count_of(found.files, FileState::same);
    auto text = found.folder + ": ";
    text += same == all ? fmt::format("{} as in the manifest\n",
                                      text::with_count(all, "file is", "files are"))
                        : fmt::format("{} of {} as in the manifest\n", same,
                                      text::with_count(all, "file is", "files are"));
    return text + lines_of(found.files, FileState::changed, "changed") +
           lines_of(found.files, FileState::missing, "missing") +
           lines_of(found.files, FileState::extra, "not in the manifest");
}

std::string input_words(InputState state) {
    switch (state) {
    case InputState::same:
        return "same";
    case InputState::changed:
        return "changed";
    case InputState::redacted:
        return "not comparable";
    case InputState::not_read:
        return "no longer read";
    case InputState::added:
        return "not read then";
    }
    return {};
}

std::string rerun_words(const Verification& found) {
    const auto& rerun = *found.rerun;
    const auto same = count_of(rerun.files, FileState::same);
    const auto all = rerun.files.size();
    auto text = fmt::format("Drawn again from {}: ", rerun.project);
    if (same == all) {
        text += fmt::format("{} the same, byte for byte\n",
                            text::with_count(all, "file is", "files are"));
    } else {
        text +=
            fmt::format("{} of {} the same\n", same, text::with_count(all, "file is", "files are"));
    }
    text += lines_of(rerun.files, FileState::changed, "differs") +
            lines_of(rerun.files, FileState::missing, "only when drawn again") +
            lines_of(rerun.files, FileState::extra, "not made when drawn again");
    for (const auto& input : rerun.inputs) {
        if (input.state == InputState::same) continue;
        text += fmt::format("  input {}: {}{}\n", input_words(input.state), input.path,
                            input.state == InputState::redacted
                                ? " (figures are withheld, so the manifest keeps no hash)"
                                : "");
    }
    for (const auto& change : rerun.versions) {
        text +=
            fmt::format("  made with {} {}, here is {}\n", change.name, change.then, change.now);
    }
    return text;
}

std::string file_word(FileState state) {
    switch (state) {
    case FileState::same:
        return "same";
    case FileState::changed:
        return "changed";
    case FileState::missing:
        return "missing";
    case FileState::extra:
        return "extra";
    }
    return {};
}

Json files_json(const std::vector<FileCheck>& files) {
    auto list = Json::array();
    for (const auto& file : files) {
        list.push_back({{"path", file.path}, {"state", file_word(file.state)}});
    }
    return list;
}

Json rerun_json(const Rerun& rerun) {
    Json json{{"project", rerun.project}, {"files", files_json(rerun.files)}};
    json["inputs"] = Json::array();
    for (const auto& input : rerun.inputs) {
        json["inputs"].push_back({{"path", input.path}, {"state", input_words(input.state)}});
    }
    json["versions"] = Json::array();
    for (const auto& change : rerun.versions) {
        json["versions"].push_back(
            {{"name", change.name}, {"then", change.then}, {"now", change.now}});
    }
    return json;
}

Json range_json(const disclosure::Range& range) {
    const auto end = [](double value) { return std::isfinite(value) ? Json(value) : Json(); };
    return {{"low", end(range.low)}, {"high", end(range.high)}};
}

std::string state_word(ComparedCategory::State state) {
    switch (state) {
    case ComparedCategory::State::compared:
        return "compared";
    case ComparedCategory::State::not_there:
        return "not there";
    case ComparedCategory::State::other_period:
        return "other period, measure or unit";
    case ComparedCategory::State::other_figures:
        return "revised";
    }
    return {};
}

Json comparison_json(const Comparison& comparison) {
    Json json{{"folder", comparison.there}, {"narrowed", comparison.narrowed()}};
    json["categories"] = Json::array();
    for (const auto& category : comparison.categories) {
        auto figures = Json::array();
        for (const auto& figure : category.figures) {
            figures.push_back({{"ward_code", figure.code},
                               {"ward_name", figure.name},
                               {"here", range_json(figure.here)},
                               {"there", range_json(figure.there)},
                               {"together", range_json(figure.together)}});
        }
        json["categories"].push_back({{"id", category.id},
                                      {"state", state_word(category.state)},
                                      {"figures", std::move(figures)}});
    }
    return json;
}

} // namespace

std::string verification_text(const Verification& verification) {
    return manifest_words(verification) +
           (verification.rerun ? rerun_words(verification) : std::string()) +
           (verification.against ? comparison_text(*verification.against) : std::string());
}

std::string verification_json(const Verification& verification) {
    return json_rows_text(
        {{"folder", verification.folder},
         {"same", verification.is_same()},
         {"files", files_json(verification.files)},
         {"rerun", verification.rerun ? rerun_json(*verification.rerun) : Json()},
         {"against", verification.against ? comparison_json(*verification.against) : Json()}});
}

} // namespace wardmap::publish
