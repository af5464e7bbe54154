// SPDX-License-Identifier: MIT
#include <filesystem>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "draft/draft_project.h"
#include "gdal/attribute_table.h"
#include "join/ward_index.h"
#include "project/read_project.h"
#include "tables/read_table.h"
#include "wards/read_wards.h"

namespace wardmap::cli {
namespace {

namespace fs = std::filesystem;

class New : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app(
            "Writes a first project file: guesses keys, columns and totals, and marks the guesses.",
            "new");
        app.add_option("BOUNDARIES", m_boundaries, "The boundaries")->required();
        app.add_option("TABLE", m_tables, "The tables")->required();
        app.add_option("-o,--out", m_out, "The project file to write (default: project.toml)")
            ->type_name("FILE");
        app.add_option("--layer", m_layer, "Layer of the boundaries")->type_name("NAME");
        app.add_option("--where", m_where, "Only boundaries that match this filter")
            ->type_name("FILTER");
        app.add_option("--crs", m_crs, "CRS of boundaries that do not state it")->type_name("CRS");
        app.add_flag("--force", m_force, "Overwrite an existing file");
        app.footer("Examples:\n  wardmap new wards.shp asb.csv population.csv\n"
                   "  wardmap new wards.gpkg crime.xlsx --out maidstone.toml --where "
                   "\"LAD13CD = 'E07000110'\"");
        return parse(app, words);
    }

    int run() override {
        refuse_overwriting();
        wards::BoundarySource source;
        source.file.resolved = m_boundaries;
        source.file.written = m_boundaries;
        source.layer = m_layer;
        source.where = m_where;
        source.crs = m_crs;
        const auto wards = wards::read_wards(source);
        const join::WardIndex index(wards.wards, {}, nullptr);
        std::vector<draft::Input> inputs;
        for (const auto& table : m_tables) {
            read(table, index, inputs);
        }
        const auto draft =
            draft::draft_project(wards, {written(m_boundaries), m_layer, m_where, m_crs}, inputs);
        (void)project::parse_project(draft.toml, m_out); // what is written can be read
        write_file_atomically(m_out, draft.toml,
                              m_force || is_stream() ? Existing::replace : Existing::keep);
        print_findings(draft, wards);
        return 0;
    }

private:
    /// A pipe or a device, such as /dev/stdout: written to, and nothing is lost.
    [[nodiscard]] bool is_stream() const {
        std::error_code error;
        const auto type = fs::status(m_out, error).type();
        return type == fs::file_type::fifo || type == fs::file_type::character ||
               type == fs::file_type::socket;
    }

    void refuse_overwriting() const {
        std::error_code error;
        if (m_force || is_stream() || !fs::exists(m_out, error)) return;
        throw OutputError(fmt::format("error: {}: the file already exists\n  help: choose another "
                                      "with --out, or --force to overwrite it",
                                      m_out));
    }

    /// A path as the project file is to name it.
    [[nodiscard]] std::string written(const std::string& path) const {
        if (gdal::is_connection(path) || path.starts_with("/vsi")) return path;
        std::error_code error;
        const auto folder = fs::absolute(m_out).parent_path();
        const auto relative = fs::relative(path, folder, error).generic_string();
        return relative.empty() ? path : relative;
    }

    /// Every sheet that names wards; of one sheet alone also what is wrong with it.
    void read(const std::string& path, const join::WardIndex& index,
              std::vector<draft::Input>& inputs) {
        tables::TableSource source;
        source.file.resolved = path;
        source.file.written = path;
        const auto names_ward = [&index](const std::string& cell) {
            return !cell.empty() && index.find(cell).has_value();
        };
        std::error_code ignored;
        const auto sheets = fs::is_regular_file(path, ignored) ? tables::sheet_names(source.file)
                                                               : std::vector<std::string>();
        if (sheets.size() < 2) {
            inputs.push_back({tables::read_unknown_table(source, names_ward), written(path), ""});
            return;
        }
        for (const auto& sheet : sheets) {
            source.sheet = sheet;
            try {
                inputs.push_back(
                    {tables::read_unknown_table(source, names_ward), written(path), sheet});
            } catch (const InputError& error) {
                m_left_out.push_back(fmt::format("{}, {}: left out: {}", path, sheet,
                                                 error.findings().front().found));
            }
        }
    }

    void print_findings(const draft::Draft& draft, const WardSet& wards) const {
        fmt::print("{}: {}, {}\n", m_out, text::with_count(wards.wards.size(), "ward"),
                   text::with_count(draft.categories, "category", "categories"));
        fmt::print("Guessed:\n  codes are in {}, names in {} of {}\n", wards.code_field,
                   wards.name_field, m_boundaries);
        for (const auto* const list : {&draft.guesses, &m_left_out}) {
            for (const auto& guess : *list) {
                fmt::print("  {}\n", guess);
            }
        }
        fmt::print("Next: wardmap check {}\n", m_out);
    }

    std::string m_boundaries;
    std::vector<std::string> m_tables;
    std::string m_out = "project.toml";
    std::string m_layer;
    std::string m_where;
    std::string m_crs;
    bool m_force = false;
    std::vector<std::string> m_left_out;
};

} // namespace

std::unique_ptr<Command> make_new() {
    return std::make_unique<New>();
}

} // namespace wardmap::cli
