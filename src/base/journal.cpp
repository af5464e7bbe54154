// SPDX-License-Identifier: MIT
#include "base/journal.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

#include <unistd.h>

#include "base/file_operations.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

constexpr const char* last_field = "end";

/// Fields end with a zero byte, which no path contains.
std::string text_of(const Journal& journal) {
    std::string text;
    const auto put = [&text](const std::string& field) { text += field + '\0'; };
    put(journal.method == Journal::Method::exchange ? "exchange" : "replace");
    put(std::to_string(journal.stage_inode));
    const auto put_all = [&](char kind, const std::vector<std::string>& paths) {
        for (const auto& path : paths) {
            put(kind + path);
        }
    };
    put_all('F', journal.former);
    put_all('A', journal.added);
    put_all('D', journal.folders);
    put(last_field);
    return text;
}

std::vector<std::string> fields_of(const std::string& text) {
    std::vector<std::string> fields;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\0', at), text.size());
        fields.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return fields;
}

} // namespace

bool WorkFolder::is_ours() const {
    static const std::set<std::string> names = {"new", "former", "journal", "journal.part",
                                                "emptied"};
    struct stat status {};
    if (!find_status(path, status) || !S_ISDIR(status.st_mode)) return false;
    std::error_code error;
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (!names.contains(entry->path().filename().string())) return false;
    }
    if (error) {
        fail_output(path, "the remains of a killed run cannot be read: " + error.message(),
                    "ask its owner to run wardmap first, or choose another folder "
                    "with --out");
    }
    return true;
}

void write_journal(const WorkFolder& work, const Journal& journal) {
    const auto part = work.path / "journal.part";
    write_file(part, text_of(journal), work.journal());
    if (::rename(part.c_str(), work.journal().c_str()) != 0)
        fail_output(work.journal(), "cannot be written: " + system_reason());
    sync_folder(work.path);
}

std::optional<Journal> read_journal(const WorkFolder& work) {
    const auto file = work.journal();
    struct stat status {};
    if (!find_status(file, status) && errno == ENOENT) return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    if (!in.is_open()) fail_output(file, "the journal of a run cannot be read: " + system_reason());
    const auto fields = fields_of({std::istreambuf_iterator<char>(in), {}});
    if (fields.size() < 3 || fields.back() != last_field) {
        fail_output(file, "the journal of a run that was killed is damaged",
                    "move " + work.path.string() + " away, and check it for your own files");
    }
    Journal journal;
    journal.method = fields[0] == "exchange" ? Journal::Method::exchange : Journal::Method::replace;
    journal.stage_inode = std::strtoull(fields[1].c_str(), nullptr, 10);
    for (auto field = fields.begin() + 2; field != fields.end() - 1; ++field) {
        auto& paths = field->front() == 'F'   ? journal.former
                      : field->front() == 'A' ? journal.added
                                              : journal.folders;
        paths.push_back(field->substr(1));
    }
    return journal;
}

void settle_journal(const WorkFolder& work) {
    if (::unlink(work.journal().c_str()) != 0)
        fail_output(work.journal(), "cannot be removed: " + system_reason());
    sync_folder(work.path);
}

} // namespace wardmap
