// SPDX-License-Identifier: MIT
// Expands folders, patterns and archives to files. Private to incidents/.
#pragma once

#include <string>
#include <vector>

#include "base/file_path.h"
#include "base/finding.h"

namespace wardmap::incidents {

enum class FileKind { text, workbook, vector };

struct SourceFile {
    std::string path;
    std::string member;   // within a zip archive; empty: the file itself
    std::string shown_as; // "police.zip/2014-01-kent-street.csv"
    FileKind kind = FileKind::text;
};

/// In the order of the sources, and within each by name. Of a folder or an archive that holds
/// street files of data.police.uk only these are read; what else is a table is named in a note.
/// Throws InputError if something is not there, or holds no table.
[[nodiscard]] std::vector<SourceFile> source_files(const std::vector<FilePath>& sources,
                                                   Findings& findings);

} // namespace wardmap::incidents
