// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "site/site.h"

namespace wardmap::cli {
namespace {

class SiteCommand : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Says which ward a site lies in and what the study says of it.", "site");
        add_study_options(app, m_words);
        app.add_option("--at", m_at, "Grid reference, easting,northing or lat,lon")
            ->type_name("REF");
        app.add_option("--site", m_file, "File with the red line as a polygon")->type_name("FILE");
        app.add_option("--within", m_within, "Metres from the site's edge for wards nearby")
            ->check(CLI::NonNegativeNumber);
        app.footer("Examples:\n  wardmap site maidstone.toml --at \"TQ 760 556\"\n"
                   "  wardmap site maidstone.toml --site redline.geojson --json");
        if (!parse(app, words)) return false;
        if (m_at.empty() == m_file.empty()) {
            throw UsageError("error: one of --at and --site is needed\n"
                             "  help: wardmap site PROJECT --at \"TQ 760 556\"");
        }
        return true;
    }

    int run() override {
        auto words = m_words;
        words.quiet = true; // `wardmap check` tells the findings
        const auto study = study_of(words);
        const auto place = m_at.empty() ? site::site_in(m_file, study.wards.crs)
                                        : site::site_at(m_at, study.wards.crs);
        const auto location = site::locate(study, place);
        fmt::print("{}", m_words.json ? site::profile_json(study, place, location, m_within)
                                      : site::profile_text(study, place, location, m_within));
        return 0;
    }

private:
    StudyWords m_words;
    std::string m_at;
    std::string m_file;
    double m_within = 2000;
};

} // namespace

std::unique_ptr<Command> make_site() {
    return std::make_unique<SiteCommand>();
}

} // namespace wardmap::cli
