// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>

#include <fmt/format.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/suggest.h"
#include "base/text.h"
#include "base/version.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/streams.h"
#include "gdal/versions.h"
#include "geo/versions.h"
#include "paint/versions.h"
#include "workbook/workbook.h"

namespace wardmap::cli {
namespace {

void print_help() {
    fmt::print("Wardmap: ward boundaries and ward tables in, hotspot maps out.\n\n"
               "Usage: wardmap COMMAND [OPTIONS]\n\nCommands:\n");
    for (const auto& entry : commands()) {
        fmt::print("  {:<8} {}\n", entry.name, entry.purpose);
    }
    fmt::print("\n  wardmap COMMAND --help   what a command does, with examples\n"
               "  wardmap --version        this version and those of its libraries\n\n"
               "Examples:\n  wardmap draw maidstone.toml\n  wardmap check maidstone.toml\n"
               "  wardmap bands maidstone.toml --category asb\n");
}

void print_version() {
    const auto from = commit();
    fmt::print("wardmap {} ({})\n", version(),
               from.empty() ? "commit unknown: built without git" : "commit " + from);
    for (const auto& versions : {gdal::library_versions(), geo::library_versions(),
                                 paint::library_versions(), workbook::library_versions()}) {
        for (const auto& [name, number] : versions) {
            fmt::print("{} {}\n", name, number);
        }
    }
}

int run_command(const std::vector<std::string>& words) {
    if (words.empty() || words.front() == "--help" || words.front() == "-h" ||
        words.front() == "help") {
        print_help();
        return words.empty() ? 2 : 0;
    }
    if (words.front() == "--version") {
        print_version();
        return 0;
    }
    std::vector<std::string> names;
    for (const auto& entry : commands()) {
        if (entry.name == words.front()) {
            const auto command = entry.make();
            return command->setup({words.begin() + 1, words.end()}) ? command->run() : 0;
        }
        names.push_back(entry.name);
    }
    const auto near = did_you_mean(words.front(), names);
    throw UsageError(fmt::format("error: there is no command {}\n  expected: one of {}\n  help: {}",
                                 text::quoted(words.front()), text::list(names, "or"),
                                 near.empty() ? "wardmap --help" : near));
}

int report_output_failed() {
    print_error(fmt::format("error: standard output cannot be written: {}\n  help: files that the "
                            "command wrote are complete; send its text elsewhere",
                            std::strerror(errno)));
    return 1;
}

} // namespace

const std::vector<CommandEntry>& commands() {
    static const std::vector<CommandEntry> all = {
        {"draw", "build all products of a project: maps, data, audit, manifest", make_draw},
        {"check", "read, join and audit a project; draw nothing", make_check},
        {"explain", "print every figure behind the reading of one ward", make_explain},
        {"bands", "compare band schemes for one category, or freeze its bands", make_bands},
        {"backtest", "report how well past lists found the next period's events", make_backtest},
        {"count", "count incidents into wards: a table, and an account of every row", make_count},
        {"new", "write a first project file for boundaries and tables", make_new},
        {"palettes", "draw every palette on one page", make_palettes},
        {"site", "report the ward that a site is in, and its figures", make_site},
        {"verify", "check an output folder against its manifest, or draw it again to compare",
         make_verify},
    };
    return all;
}

int run_program(const std::vector<std::string>& words) {
    open_standard_streams();
    std::signal(SIGPIPE, SIG_DFL); // end quietly if the reader closes the pipe
    note_interrupts();
    try {
        const int code = run_command(words);
        return std::fflush(stdout) == 0 ? code : report_output_failed();
    } catch (const Error& error) {
        print_error(error.what());
        return error.exit_code();
    } catch (const std::bad_alloc&) {
        print_error("error: not enough memory for these inputs");
    } catch (const std::filesystem::filesystem_error& error) {
        print_error(fmt::format("error: {}: {}\n  help: check that the path can be read, or name "
                                "another",
                                error.path1().string(), error.code().message()));
    } catch (const std::system_error& error) {
        if (std::ferror(stdout) != 0) return report_output_failed();
        print_error(fmt::format("error: the operating system reported: {}\n  help: check memory, "
                                "open files and processes (ulimit -a)",
                                error.code().message()));
    } catch (const std::exception& error) {
        print_error(
            fmt::format("error: internal error: {}\n"
                        "  help: this is a defect of Wardmap, not of your files; please report it "
                        "with the project file and the output of wardmap --version",
                        error.what()));
    }
    return 1;
}

} // namespace wardmap::cli
