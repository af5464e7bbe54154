// SPDX-License-Identifier: MIT
// Checks an output folder against its manifest, and against a new run of the project.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "publish/compare_publications.h"
#include "publish/manifest.h"
#include "publish/options.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::publish {

/// A file of the folder compared with its manifest, or with a new run.
enum class FileState {
    same,
    changed,
    missing, // from the folder
    extra,   // in the folder only
};

struct FileCheck {
    std::string path;
    FileState state = FileState::same;
};

/// An input of the new run compared with that in the manifest.
enum class InputState {
    same,
    changed,
    redacted, // the manifest has no hash, because figures are suppressed
    not_read, // in the manifest, but not read by the new run
    added,    // read by the new run, but not in the manifest
};

struct InputCheck {
    std::string path;
    InputState state = InputState::same;
};

/// A version in the manifest that differs from the present one.
struct VersionChange {
    std::string name;
    std::string then;
    std::string now;
};

struct Rerun {
    std::string project; // as given
    std::vector<FileCheck> files;
    std::vector<InputCheck> inputs;
    std::vector<VersionChange> versions;
};

struct Verification {
    std::string folder;
    std::vector<FileCheck> files; // of the manifest, then extra ones; each ordered by path
    std::optional<Rerun> rerun;
    std::optional<Comparison> against; // an earlier publication

    /// Other files in the folder are not an error: draw keeps them.
    [[nodiscard]] bool is_same() const;
};

/// Hashes every file of the folder. Throws InputError if one cannot be read.
[[nodiscard]] std::vector<FileCheck> check_files(const std::string& folder,
                                                 const Manifest& manifest);

/// Publishes the study into a temporary folder and compares it with `folder`, including the
/// manifest. Precondition: the study has the categories of the manifest.
[[nodiscard]] Rerun run_again(const std::string& folder, const Manifest& manifest,
                              const Study& study, const style::Style& style, Options options);

[[nodiscard]] std::string verification_text(const Verification& verification);
[[nodiscard]] std::string verification_json(const Verification& verification);

} // namespace wardmap::publish
