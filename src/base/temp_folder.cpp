// SPDX-License-Identifier: MIT
#include "base/temp_folder.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <unistd.h>

#include "base/error.h"

namespace wardmap {

TempFolder::TempFolder() {
    std::error_code error;
    const auto among = std::filesystem::temp_directory_path(error);
    std::string pattern = (among / "wardmap-XXXXXX").string();
    if (error || ::mkdtemp(pattern.data()) == nullptr) {
        throw OutputError("error: " + among.string() + ": no temporary folder can be made: " +
                          (error ? error.message() : std::strerror(errno)) +
                          "\n  help: name a folder that can be written, TMPDIR=/some/folder");
    }
    m_path = pattern;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace wardmap
