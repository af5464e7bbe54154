// SPDX-License-Identifier: MIT
// The built program, run as users run it. Needs WARDMAP_PROGRAM.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include <sys/wait.h>

#include "support/files.h"

namespace wardmap::testing {

struct Run {
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs `wardmap WORDS` in a folder through a shell, with `before` (such as "TZ=Asia/Tokyo") before
/// it.
inline Run run(const std::filesystem::path& folder, const std::string& words,
               const std::string& before = "") {
    const TempFolder temp;
    const auto out = (temp.path() / "out").string();
    const auto err = (temp.path() / "err").string();
    const std::string command = "cd '" + folder.string() + "' && { " + before +
                                " '" WARDMAP_PROGRAM "' " + words + "; } >'" + out + "' 2>'" + err +
                                "' </dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(out),
            read_file(err)};
}

/// Whether a text holds a part.
inline bool says(const std::string& text, const std::string& part) {
    INFO(text);
    INFO(part);
    return text.find(part) != std::string::npos;
}

} // namespace wardmap::testing
