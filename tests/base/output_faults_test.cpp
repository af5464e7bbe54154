// SPDX-License-Identifier: MIT
// Every step of writing an output folder fails once, and kills the process once: either the former
// or the new output is complete, the user's files are kept, and the next run writes as usual.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "support/catch.h"
#include "support/files.h"

using wardmap::testing::read_file;
using wardmap::testing::TempFolder;
namespace fs = std::filesystem;

namespace {

/// Path -> kind, rights and content; for the user's files also the time.
using Picture = std::map<std::string, std::string>;

bool is_ours(const std::string& path) {
    return path == "list.txt" || path.starts_with("only-") || path == "maps" ||
           (path.starts_with("maps/") && path.ends_with(".txt"));
}

std::string describe(const fs::path& path, bool own) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    // Setting a new folder's group is best effort: that step may fail by itself.
    const auto mode = own ? status.st_mode : status.st_mode & ~unsigned{S_ISGID};
    std::string text = std::to_string(mode) + " ";
    if (S_ISLNK(status.st_mode)) return text + fs::read_symlink(path).string();
    if (S_ISREG(status.st_mode)) text += read_file(path);
    return own ? text + " of " + std::to_string(status.st_mtime) : text;
}

Picture picture_of(const fs::path& folder, bool own) {
    Picture picture;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto path = entry.path().lexically_relative(folder).string();
        if (is_ours(path) != own) picture[path] = describe(entry.path(), own);
    }
    return picture;
}

Picture ours_of(const std::string& word) {
    const auto file = std::to_string(S_IFREG | 0644) + " ";
    const auto folder = std::to_string(S_IFDIR | 0755) + " ";
    return {{"maps", std::to_string(S_IFDIR | 0750) + " "},
            {"maps/" + word + ".txt", file + word},
            {"list.txt", file + word},
            {"only-" + word, folder},
            {"only-" + word + "/x.txt", file + word}};
}

/// An output of "old" with all kinds of user's files in it.
void prepare(const TempFolder& temp) {
    const auto out = temp.path() / "out";
    fs::remove_all(temp.path() / "out");
    temp.write("outside.txt", "outside");
    temp.write("out/maps/old.txt", "old");
    temp.write("out/list.txt", "old");
    temp.write("out/only-old/x.txt", "old");
    temp.write("out/mine.txt", "mine");
    temp.write("out/maps/mine.csv", "mine");
    temp.write("out/notes/deep/mine.txt", "mine");
    fs::create_directory(out / "empty");
    fs::create_symlink("mine.txt", out / "link");
    fs::create_directory_symlink("/etc", out / "notes/outside");
    fs::create_symlink("nowhere", out / "dangling");
    REQUIRE(::mkfifo((out / "pipe").c_str(), 0600) == 0);
    REQUIRE(::chmod((out / "notes").c_str(), 0700) == 0);
    REQUIRE(::chmod((out / "maps").c_str(), 0750) == 0);
    REQUIRE(::chmod((out / "mine.txt").c_str(), 0640) == 0);
    REQUIRE(::chmod((out / "only-old").c_str(), 02755) == 0);
    REQUIRE(::chmod(out.c_str(), 02755) == 0);
    const timespec then[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
    for (const char* const path : {"mine.txt", "notes/deep", "notes", "empty"}) {
        REQUIRE(::utimensat(AT_FDCWD, (out / path).c_str(), then, 0) == 0);
    }
}

/// Writes "WORD" into the output as the program does; the exit code, 137 of a killed process.
int write_output(const TempFolder& temp, const std::string& word, const std::string& faults) {
    const std::string former = word.empty() ? ""
                                            : " maps/old.txt list.txt only-old/x.txt maps/new.txt "
                                              "only-new/x.txt ../outside.txt";
    const auto command = "umask 022; export LD_PRELOAD='" FAULTY_FILES "' " + faults +
                         "; exec '" WRITE_OUTPUT "' '" + (temp.path() / "out").string() + "' " +
                         word + former + " 2>'" + (temp.path() / "err").string() + "'";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string under(const TempFolder& temp) {
    return "FAULT_UNDER='" + temp.path().string() + "' ";
}

void check_old_or_new(const TempFolder& temp) {
    const auto found = picture_of(temp.path() / "out", false);
    const bool is_old = found == ours_of("old");
    const bool is_new = found == ours_of("new");
    CHECK((is_old || is_new));
}

/// After one or two faults, the next runs restore and write as usual.
void check_next_runs(const TempFolder& temp, const Picture& own) {
    CHECK(write_output(temp, "", "") == 0); // restores
    check_old_or_new(temp);
    CHECK(picture_of(temp.path() / "out", true) == own);
    CHECK(write_output(temp, "third", "") == 0);
    CHECK(picture_of(temp.path() / "out", false) == ours_of("third"));
    CHECK(picture_of(temp.path() / "out", true) == own);
    CHECK(read_file(temp.path() / "outside.txt") == "outside");
    fs::remove(temp.path() / "err");
    CHECK(std::distance(fs::directory_iterator(temp.path()), {}) == 2); // no lock, no stage
}

std::string fault_at(const std::string& way, const std::string& fault, int step) {
    return way + " " + fault + " FAULT_AT=" + std::to_string(step);
}

/// One fault at a step.
void check_fault(const std::string& way, const std::string& fault, int step, bool is_at_once) {
    const TempFolder temp;
    prepare(temp);
    const auto own = picture_of(temp.path() / "out", true);
    const auto faults = under(temp) + fault_at(way, fault, step);
    const int code = write_output(temp, "new", faults);
    INFO(faults << ": exit " << code << ", " << read_file(temp.path() / "err"));
    CHECK((code == 0 || code == 1 || code == 137));
    CHECK(picture_of(temp.path() / "out", true) == own);
    if (is_at_once) check_old_or_new(temp);
    if (code == 0) CHECK(picture_of(temp.path() / "out", false) == ours_of("new"));
    check_next_runs(temp, own);
}

/// Number of steps of a run; `word` as for `write_output`.
int steps_of(const TempFolder& temp, const std::string& word, const std::string& way) {
    const TempFolder beside;
    const auto count = (beside.path() / "count").string();
    REQUIRE(write_output(temp, word, under(temp) + way + " FAULT_COUNT='" + count + "'") == 0);
    return std::stoi(read_file(count));
}

/// A run is killed at a step, and the next one fails at each step while it restores.
void check_faults_of_next_run(const std::string& way, int killed_at, const std::string& fault) {
    const auto kill = fault_at(way, "", killed_at);
    int steps = 1;
    for (int step = 1; step <= steps; ++step) {
        const TempFolder temp;
        prepare(temp);
        auto own = picture_of(temp.path() / "out", true);
        CHECK(write_output(temp, "new", under(temp) + kill) == 137);
        if (step == 1) {
            steps = steps_of(temp, "", way);
            fs::remove_all(temp.path() / "out");
            prepare(temp);
            own = picture_of(temp.path() / "out", true);
            CHECK(write_output(temp, "new", under(temp) + kill) == 137);
        }
        const auto faults = fault_at(way, fault, step);
        const int code = write_output(temp, "", under(temp) + faults);
        INFO("after " << kill << ", " << faults << ": exit " << code);
        CHECK(picture_of(temp.path() / "out", true) == own);
        check_next_runs(temp, own);
    }
}

void check_all_faults(const std::string& way, const std::string& fault, bool is_at_once) {
    const TempFolder temp;
    prepare(temp);
    const int steps = steps_of(temp, "new", way);
    REQUIRE(steps > 30);
    for (int step = 1; step <= steps; ++step) {
        check_fault(way, fault, step, is_at_once);
    }
}

} // namespace

TEST_CASE("Killed at any step of an exchange, the former or the new output is complete",
          "[faults]") {
    check_all_faults("", "", true);
}

TEST_CASE("Any step of an exchange may fail", "[faults]") {
    check_all_faults("", "FAULT_ERROR=5", true);
    check_all_faults("", "FAULT_ERROR=28 FAULT_FROM=1", false); // a disk that stays full
}

TEST_CASE("Killed at any step without exchange, the next run restores what it finds", "[faults]") {
    check_all_faults("NO_EXCHANGE=1", "", false);
}

TEST_CASE("Any step without exchange may fail", "[faults]") {
    check_all_faults("NO_EXCHANGE=1", "FAULT_ERROR=5", true);
    check_all_faults("NO_EXCHANGE=1", "FAULT_ERROR=13", true);
}

TEST_CASE("If files cannot be linked they are replaced one by one", "[faults]") {
    check_all_faults("NO_EXCHANGE=2", "", false);
}

TEST_CASE("A run that restores may fail or be killed at any step", "[faults]") {
    constexpr int tries = 8; // moments of the first kill, among the last steps
    const std::string way = "NO_EXCHANGE=1";
    const TempFolder temp;
    prepare(temp);
    const int steps = steps_of(temp, "new", way);
    for (int i = 0; i < tries; ++i) {
        check_faults_of_next_run(way, steps - 40 + 5 * i, "");
        check_faults_of_next_run(way, steps - 40 + 5 * i, "FAULT_ERROR=5");
    }
}
