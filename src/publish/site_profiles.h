// SPDX-License-Identifier: MIT
// Site profiles as files: one PDF, or a folder for a list of sites.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/file_lock.h"
#include "base/finding.h"
#include "base/input_watch.h"
#include "site/profile.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::publish {

/// One row of a list of sites.
struct ListedSite {
    std::size_t line = 0; // of the list
    std::string list;     // the list's file
    std::string name;
    std::string place; // as in the list
    site::Profile profile;

    [[nodiscard]] bool is_inside() const { return !profile.location.wards.empty(); }
};

/// Reads a list: its first line names the columns. A place is in the column `at`, in `easting`
/// and `northing`, in `lat` and `lon`, or in `file` (a red line; the path is relative to the list);
/// `name` is optional. Throws InputError with every row that cannot be read.
[[nodiscard]] std::vector<ListedSite> read_sites(const std::string& list, const Study& study,
                                                 double within_m);

/// The warning for a site that is not in any ward.
[[nodiscard]] Finding outside_finding(const Study& study, const ListedSite& listed);

struct ProfileFiles {
    std::string list; // of sites
    std::string folder;
    int threads = 0;
    Notice notice;                     // called when a run waits for another
    const InputWatch* watch = nullptr; // of the inputs of the study
};

/// NN-name.pdf and .json for each site in a ward, index.csv with every row of the list,
/// manifest.json. Throws OutputError, also if the folder holds the output of another command, which
/// is then unchanged.
void write_profiles(const std::vector<ListedSite>& sites, const style::Style& style,
                    const ProfileFiles& files);

/// "3 of 4 sites in profiles; 1 outside the boundaries (see index.csv)".
[[nodiscard]] std::string account_of(const std::vector<ListedSite>& sites,
                                     const std::string& folder);

/// All profiles in turn; sites outside with the reason.
[[nodiscard]] std::string profiles_text(const std::vector<ListedSite>& sites);
[[nodiscard]] std::string profiles_json(const std::vector<ListedSite>& sites);

/// One PDF, written beside its place and renamed.
void write_profile(const site::Profile& profile, const style::Style& style,
                   const std::string& path);

} // namespace wardmap::publish
