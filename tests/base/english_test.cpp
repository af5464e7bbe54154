// SPDX-License-Identifier: MIT
// Words that names, comments, messages and documents avoid, as CONTRIBUTING.md explains.
#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.h"
#include "support/files.h"

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 33> avoided = {
    "told",         "untold",       "tell",           "tells",         "telling",
    "stand",        "stands",       "stood",          "heed",          "heeds",
    "heeded",       "lie",          "lies",           "lying",         "lest",
    "nought",       "whereof",      "thereof",        "found out",     "for want of",
    "leads one to", "such as has",  "such as have",   "are no count",  "are no counts",
    "looked over",  "looks over",   "brought across", "hang together", "hangs together",
    "is mended",    "of one's own", "per cent"};

/// Where one of the words is right: the file, and the text around it.
const std::vector<std::pair<std::string, std::string>> exceptions = {
    {"src/draft/guess_words.cpp", "percent|per cent|proportion"}, // headings of tables
    {"src/draft/guess_words.cpp", "s?|per cent|proportion"},
    {"src/publish/site_profiles.cpp", "may_also_lie_in"}, // a published column
    {"docs/site.md", "may_also_lie_in"},
};

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// Lower case, with the line ends and comment marks of wrapped text as single blanks.
std::string running_text(const std::string& content) {
    std::string text;
    std::istringstream lines(content);
    std::string line;
    while (std::getline(lines, line)) {
        const auto start = line.find_first_not_of(" \t/#*");
        if (start != std::string::npos) text += line.substr(start);
        text += ' ';
    }
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Text around each occurrence of a whole word or phrase; "_" separates words, too.
std::vector<std::string> occurrences(const std::string& text, std::string_view word) {
    std::vector<std::string> found;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at > 0 && is_letter(text[at - 1])) || (end < text.size() && is_letter(text[end]))) {
            continue;
        }
        const auto from = at > 40 ? at - 40 : 0;
        found.push_back(text.substr(from, end + 40 - from));
    }
    return found;
}

bool is_excepted(const std::string& file, const std::string& around) {
    return std::ranges::any_of(exceptions, [&](const auto& exception) {
        return file == exception.first && around.find(exception.second) != std::string::npos;
    });
}

/// Sources, documents, styles and scripts of the project, by path from its root.
std::vector<std::string> written_files() {
    static const std::set<std::string> endings = {".h",   ".cpp",   ".md", ".toml", ".js",  ".py",
                                                  ".css", ".cmake", ".1",  ".bash", ".html"};
    const fs::path root = wardmap::testing::source_file(".");
    std::vector<std::string> files = {"README.md", "CHANGELOG.md"};
    for (const char* const folder :
         {"src", "tests", "bench", "docs", "styles", "cmake", "geodata", "scripts"}) {
        for (fs::recursive_directory_iterator at(root / folder), end; at != end; ++at) {
            const auto name = at->path().filename().string();
            if (name == "node_modules" || name == "seeds" || name == "__pycache__") {
                at.disable_recursion_pending();
                continue;
            }
            const bool is_script = std::string_view(folder) == "scripts";
            if (!at->is_regular_file() ||
                (!is_script && !endings.contains(at->path().extension().string()))) {
                continue;
            }
            files.push_back(fs::relative(at->path(), root).generic_string());
        }
    }
    return files;
}

} // namespace

TEST_CASE("Names, comments, messages and documents are in standard English", "[base]") {
    const auto files = written_files();
    REQUIRE(files.size() > 1000);
    for (const auto& file : files) {
        if (file == "tests/base/english_test.cpp") continue;
        const auto text =
            running_text(wardmap::testing::read_file(wardmap::testing::source_file(file)));
        for (const auto word : avoided) {
            for (const auto& around : occurrences(text, word)) {
                INFO(file << ": \"" << word << "\" in \"" << around << '"');
                CHECK(is_excepted(file, around));
            }
        }
    }
}

TEST_CASE("Percentages in documents are written without a space", "[base]") {
    for (const auto& file : written_files()) {
        if (!file.ends_with(".md")) continue;
        const auto text = wardmap::testing::read_file(wardmap::testing::source_file(file));
        for (auto at = text.find(" %"); at != std::string::npos; at = text.find(" %", at + 1)) {
            INFO(file << ": " << text.substr(at > 20 ? at - 20 : 0, 40));
            CHECK((at == 0 || std::isdigit(static_cast<unsigned char>(text[at - 1])) == 0));
        }
    }
}

TEST_CASE("An avoided word is found across lines and in names, but not within words", "[base]") {
    CHECK(occurrences(running_text("/// It was found\n    /// out later"), "found out").size() ==
          1);
    CHECK(occurrences(running_text("bool is_told;"), "told").size() == 1);
    CHECK(occurrences(running_text("Belief and standing"), "stand").empty());
    CHECK(occurrences(running_text("What Lies below"), "lies").size() == 1);
}
