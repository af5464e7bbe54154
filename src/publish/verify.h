// SPDX-License-Identifier: MIT
// Whether an output folder is what its manifest says, and what the project gives today.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "publish/manifest.h"
#include "publish/options.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::publish {

/// A file of the folder against its manifest, or against a run that was made again.
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

/// An input of today's run against that of the manifest.
enum class InputState {
    same,
    changed,
    redacted, // the manifest keeps no hash, for its figures are withheld
    not_read, // the manifest names it, today's run does not read it
    added,    // the other way round
};

struct InputCheck {
    std::string path;
    InputState state = InputState::same;
};

/// A version in the manifest that is not the one that runs.
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

    /// Files of others in the folder are no fault: draw leaves them where they are.
    [[nodiscard]] bool is_same() const;
};

/// Hashes every file of the folder. Throws InputError if one cannot be read.
[[nodiscard]] std::vector<FileCheck> check_files(const std::string& folder,
                                                 const Manifest& manifest);

/// Publishes the study into a temporary folder and compares it with `folder`, the manifest too.
/// Precondition: the study has the categories of the manifest.
[[nodiscard]] Rerun run_again(const std::string& folder, const Manifest& manifest,
                              const Study& study, const style::Style& style, Options options);

[[nodiscard]] std::string verification_text(const Verification& verification);
[[nodiscard]] std::string verification_json(const Verification& verification);

} // namespace wardmap::publish
