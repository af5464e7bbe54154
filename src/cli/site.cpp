// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/error.h"
#include "base/output_folder.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "project/read_project.h"
#include "publish/site_profiles.h"
#include "site/profile.h"
#include "study/study.h"
#include "style/read_style.h"

namespace wardmap::cli {
namespace {

class SiteCommand : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Reports the ward that a site is in and its figures.", "site");
        add_study_options(app, m_words);
        app.add_option("--at", m_at,
                       "The site: a grid reference, easting,northing on the boundaries' grid, or "
                       "lat,lon")
            ->type_name("REF");
        app.add_option("--site", m_file,
                       "The site: a file with its red line as a polygon (GeoJSON, shapefile, "
                       "GeoPackage)")
            ->type_name("FILE");
        app.add_option("--sites", m_list,
                       "Several sites: a CSV with a column at, or easting and northing, or lat and "
                       "lon, or file, and optionally a name")
            ->type_name("CSV");
        app.add_option("--name", m_name, "Name of the site in the profile")->type_name("NAME");
        app.add_option("--within", m_within,
                       "Search radius in metres around the site (default: 2000)")
            ->check(CLI::Range(0.0, 1e6))
            ->type_name("METRES");
        app.add_option("-o,--out", m_out,
                       "A PDF of two pages; with --sites a folder for a PDF and a JSON of each, "
                       "and index.csv. Default: text, or with --json data, on standard output")
            ->type_name("FILE");
        app.add_option("--style", m_style, "Style of the map (default: the project's own)")
            ->type_name("NAME");
        app.footer("Examples:\n  wardmap site maidstone.toml --at \"TQ 760 556\"\n"
                   "  wardmap site maidstone.toml --at 51.272,0.529 --within 3000 --json\n"
                   "  wardmap site maidstone.toml --site redline.geojson --name \"24/01234/OUT\" "
                   "--out reply.pdf\n"
                   "  wardmap site maidstone.toml --sites sites.csv --out profiles");
        if (!parse(app, words)) return false;
        check_words();
        return true;
    }

    int run() override {
        auto words = m_words;
        words.reports_itself = true; // `wardmap check` reports the findings
        if (!m_list.empty() && !m_out.empty()) OutputFolder::check(m_out);
        InputWatch watch;
        watch.note(words.project, words.project);
        const auto project = project::read_project(words.project);
        const auto study = study_of(words, project, watch);
        if (!m_list.empty()) return several(study, project.style, watch);
        auto place = site::named(m_at.empty() ? site::site_in(m_file, study.wards.crs)
                                              : site::site_at(m_at, study.wards.crs),
                                 m_name);
        auto location = site::locate(study, place);
        site::stop_if_outside(study, place, location);
        const site::Profile profile{study, std::move(place), std::move(location), m_within};
        if (!m_out.empty()) publish::write_profile(profile, style_or(project.style), m_out);
        if (m_words.json) {
            fmt::print("{}", site::profile_json(profile));
        } else if (m_out.empty()) {
            fmt::print("{}", site::profile_text(profile));
        } else if (!m_words.quiet) {
            fmt::print("{}\n", m_out);
        }
        return 0;
    }

private:
    void check_words() const {
        const auto given = static_cast<int>(!m_at.empty()) + static_cast<int>(!m_file.empty()) +
                           static_cast<int>(!m_list.empty());
        if (given != 1) {
            throw UsageError(fmt::format("error: wardmap site: {} --at, --site and --sites is "
                                         "needed\n  help: wardmap site PROJECT --at \"TQ 760 556\"",
                                         given == 0 ? "one of" : "only one of"));
        }
        if (!m_list.empty() && !m_name.empty()) {
            throw UsageError("error: wardmap site: --name is for one site\n  help: put the names "
                             "into the column name of the list");
        }
        if (m_list.empty() && !m_out.empty() && !m_out.ends_with(".pdf")) {
            throw UsageError("error: wardmap site: --out for one site is a PDF\n  help: --out "
                             "profile.pdf, or --json > profile.json for data");
        }
        if (!m_list.empty() && m_out.ends_with(".pdf")) {
            throw UsageError("error: wardmap site: --out for several sites is a folder\n  help: "
                             "--out profiles");
        }
    }

    [[nodiscard]] style::Style style_or(const std::string& style_of_project) const {
        auto style = style::read_style(m_style.empty() ? style_of_project : m_style);
        if (m_words.strict) stop_on_warnings(style.findings);
        return style;
    }

    [[nodiscard]] int several(const Study& study, const std::string& style_of_project,
                              const InputWatch& watch) const {
        const auto sites = publish::read_sites(m_list, study, m_within);
        Findings findings;
        for (const auto& listed : sites) {
            if (!listed.is_inside()) findings.push_back(publish::outside_finding(study, listed));
        }
        if (m_words.strict) stop_on_warnings(findings);
        if (!m_words.quiet) print_findings(findings);
        if (!m_out.empty()) {
            publish::write_profiles(sites, style_or(style_of_project),
                                    {m_list, m_out, m_words.threads, print_error, &watch});
            if (!m_words.quiet && !m_words.json) {
                fmt::print("{}\n", publish::account_of(sites, m_out));
            }
        }
        if (m_words.json) {
            fmt::print("{}", publish::profiles_json(sites));
        } else if (m_out.empty()) {
            fmt::print("{}", publish::profiles_text(sites));
        }
        return 0;
    }

    StudyOptions m_words;
    std::string m_at;
    std::string m_file;
    std::string m_name;
    std::string m_list;
    double m_within = 2000;
    std::string m_out;
    std::string m_style;
};

} // namespace

std::unique_ptr<Command> make_site() {
    return std::make_unique<SiteCommand>();
}

} // namespace wardmap::cli
