// SPDX-License-Identifier: MIT
#include <filesystem>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/named_values.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "incidents/caveats.h"
#include "incidents/count.h"
#include "incidents/count_audit.h"
#include "incidents/count_table.h"
#include "incidents/periods.h"
#include "incidents/read_lookup.h"
#include "wards/read_wards.h"

namespace wardmap::cli {
namespace {

namespace fs = std::filesystem;

class CountIncidents : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Counts incidents into wards: a table of wards, types and periods, and an "
                     "account of every row.",
                     "count");
        app.add_option("INCIDENTS", m_incidents,
                       "Files (CSV, workbook, GeoPackage, shapefile, GeoJSON), folders or zip "
                       "archives of incidents")
            ->required();
        app.add_option("--boundaries", m_boundaries.file.resolved, "The boundaries")
            ->type_name("FILE")
            ->required();
        app.add_option("--layer", m_boundaries.layer, "Layer of the boundaries")->type_name("NAME");
        app.add_option("--where", m_boundaries.where, "Only boundaries that match this filter")
            ->type_name("FILTER");
        app.add_option("--boundaries-crs", m_boundaries.crs,
                       "CRS of boundaries that do not state it")
            ->type_name("CRS");
        add_row_options(app);
        add_column_options(app);
        app.add_option("-o,--out", m_out,
                       "The table to write (default: incidents.csv); its audit "
                       "is written beside it")
            ->type_name("FILE");
        app.add_flag("--force", m_force, "Overwrite existing files");
        app.add_flag("--strict", m_strict, "Treat warnings as errors");
        app.add_option("--threads", m_request.threads, "How many cores to use (default: all)")
            ->type_name("N")
            ->check(CLI::Range(1, 1024));
        app.add_flag("--quiet", m_quiet, "No progress, no summary");
        app.add_flag("--json", m_json, "The audit as JSON on standard output");
        app.footer(
            "Examples:\n  wardmap count 2014-01-kent-street.csv --boundaries wards.shp\n"
            "  wardmap count police.zip --boundaries wards.gpkg --by quarter --type Burglary\n"
            "  wardmap count calls.csv --boundaries wards.shp --x Easting --y Northing "
            "--date Received");
        if (!parse(app, words)) return false;
        take_words();
        return true;
    }

    int run() override {
        refuse_overwriting();
        m_boundaries.file.written = m_boundaries.file.resolved;
        const auto wards = wards::read_wards(m_boundaries, "");
        if (!m_lookup.empty()) m_request.ward_of_area = incidents::read_lookup(m_lookup, wards);
        m_request.progress = progress_bar(m_quiet);
        const auto count = incidents::count_incidents(m_request, wards);
        const auto table = incidents::count_table(count, wards, m_step);
        auto findings = wards.findings;
        append(findings, count.findings);
        append(findings, incidents::caveats(count, wards, m_step));
        if (m_strict) stop_on_warnings(findings);
        const auto audit = incidents::audit_text(count, table, wards, findings);
        const auto existing = m_force || is_stream() ? Existing::replace : Existing::keep;
        write_file_atomically(m_out, incidents::to_csv(table, wards), existing);
        if (!is_stream()) write_file_atomically(audit_path(), audit, existing);
        if (m_json) {
            fmt::print("{}", incidents::audit_json(count, table, wards, findings));
        } else if (!m_quiet && !is_stream()) {
            fmt::print("{}\nTable: {}\nAudit: {}\n", audit, m_out, audit_path());
        }
        return 0;
    }

private:
    void add_row_options(CLI::App& app) {
        app.add_option("--type", m_request.types, "Only this type; may be given several times")
            ->type_name("TYPE")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        app.add_option("--from", m_from, "First month, such as 2014-01")->type_name("MONTH");
        app.add_option("--to", m_to, "Last month")->type_name("MONTH");
        app.add_option("--by", m_by, "Periods of the table (default: month)")
            ->type_name("PERIOD")
            ->check(CLI::IsMember(all_names(incidents::step_names)));
        app.add_option("--repeats", m_repeats,
                       "Rows with the id of an earlier row: counted (default) or left-out")
            ->type_name("WHAT")
            ->check(CLI::IsMember({"counted", "left-out"}));
        app.add_option("--lookup", m_lookup,
                       "Table with the ward of each small area, for incidents with "
                       "area codes (LSOA) and no points")
            ->type_name("FILE");
    }

    void add_column_options(CLI::App& app) {
        auto& columns = m_request.source.columns;
        app.add_option("--sheet", m_request.source.sheet, "Sheet or layer of the incidents")
            ->type_name("NAME");
        app.add_option("--crs", m_request.source.crs, "CRS of the incidents (default: detected)")
            ->type_name("CRS");
        for (const auto& [name, value, what] :
             {std::tuple("--x", &columns.x, "longitude or easting"),
              std::tuple("--y", &columns.y, "latitude or northing"),
              std::tuple("--reference", &columns.reference, "grid reference"),
              std::tuple("--point", &columns.point, "point as WKT or WKB"),
              std::tuple("--date", &columns.date, "date"),
              std::tuple("--type-column", &columns.type, "type"),
              std::tuple("--id", &columns.id, "id"),
              std::tuple("--area", &columns.area, "code of a small area (LSOA)")}) {
            app.add_option(name, *value,
                           fmt::format("Column with the {} (default: detected)", what))
                ->type_name("COLUMN");
        }
    }

    static std::optional<incidents::Month> month(const char* option, const std::string& word) {
        if (word.empty()) return std::nullopt;
        const auto month = incidents::month_labelled(word);
        if (month) return month;
        throw UsageError(
            fmt::format("error: wardmap count: {} {} is not a month\n  help: write it as "
                        "2014-01",
                        option, text::quoted(word)));
    }

    void take_words() {
        for (const auto& path : m_incidents) {
            m_request.source.files.push_back({path, path});
        }
        m_request.from = month("--from", m_from);
        m_request.to = month("--to", m_to);
        if (m_request.from && m_request.to && *m_request.from > *m_request.to) {
            throw UsageError("error: wardmap count: --from is after --to\n  help: give the earlier "
                             "month first");
        }
        const auto& columns = m_request.source.columns;
        if (columns.x.empty() != columns.y.empty()) {
            throw UsageError("error: wardmap count: --x and --y go together\n  help: give both");
        }
        m_step = *value_named(incidents::step_names, m_by);
        m_request.by_month = m_step != incidents::Step::all;
        m_request.repeats =
            m_repeats == "left-out" ? incidents::Repeats::left_out : incidents::Repeats::counted;
        if (is_stream() && m_json) {
            throw UsageError("error: wardmap count: the table and --json cannot both go to a "
                             "stream\n  help: give --out a file");
        }
    }

    /// A pipe or a device, such as /dev/stdout.
    [[nodiscard]] bool is_stream() const {
        std::error_code error;
        const auto type = fs::status(m_out, error).type();
        return type == fs::file_type::fifo || type == fs::file_type::character ||
               type == fs::file_type::socket;
    }

    [[nodiscard]] std::string audit_path() const {
        return fs::path(m_out).replace_extension(".audit.txt").string();
    }

    void refuse_overwriting() const {
        if (m_force || is_stream()) return;
        for (const auto& path : {m_out, audit_path()}) {
            std::error_code error;
            if (!fs::exists(path, error)) continue;
            throw OutputError(fmt::format("error: {}: the file already exists\n  help: choose "
                                          "another with --out, or --force to overwrite it",
                                          path));
        }
    }

    std::vector<std::string> m_incidents;
    wards::BoundarySource m_boundaries;
    incidents::Request m_request;
    std::string m_from;
    std::string m_to;
    std::string m_by = "month";
    std::string m_repeats = "counted";
    std::string m_lookup;
    incidents::Step m_step = incidents::Step::month;
    std::string m_out = "incidents.csv";
    bool m_force = false;
    bool m_strict = false;
    bool m_quiet = false;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> make_count() {
    return std::make_unique<CountIncidents>();
}

} // namespace wardmap::cli
