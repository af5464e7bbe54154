// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/json_text.h"
#include "base/shown.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "draft/draft_project.h"
#include "draft/heap.h"
#include "draft/lookup_table.h"
#include "gdal/attribute_table.h"
#include "incidents/recognise.h"
#include "join/ward_index.h"
#include "project/read_project.h"
#include "tables/read_table.h"
#include "wards/district_filter.h"
#include "wards/proposed_crs.h"
#include "wards/read_wards.h"

namespace wardmap::cli {
namespace {

namespace fs = std::filesystem;

/// Boundaries that were read, with the detected settings.
struct Map {
    wards::BoundarySource source;
    WardSet wards;
    bool crs_assumed = false;
    bool where_found = false;
};

class New : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app(
            "Writes a first project file: detects boundaries, tables and the meaning of their "
            "columns, with reasons.",
            "new");
        app.add_option("BOUNDARIES", m_inputs,
                       "The boundaries and the tables, or a folder that holds them")
            ->required();
        app.add_option("-o,--out", m_out, "The project file to write (default: project.toml)")
            ->type_name("FILE");
        app.add_option("--layer", m_source.layer, "Layer of the boundaries")->type_name("NAME");
        app.add_option("--code", m_source.code, "Field of the boundaries with the codes")
            ->type_name("FIELD");
        app.add_option("--name", m_source.name, "Field of the boundaries with the names")
            ->type_name("FIELD");
        app.add_option("--where", m_source.where, "Only boundaries that match this filter")
            ->type_name("FILTER");
        app.add_option("--crs", m_source.crs, "CRS of boundaries that do not state it")
            ->type_name("CRS");
        app.add_flag("--json", m_json,
                     "Print the role of every column, with the evidence, as JSON");
        app.add_flag("--force", m_force, "Overwrite an existing file");
        app.footer("Examples:\n  wardmap new downloads\n"
                   "  wardmap new wards.shp asb.csv population.csv\n"
                   "  wardmap new wards.gpkg crime.xlsx --out maidstone.toml --where "
                   "\"LAD13CD = 'E07000110'\"");
        return parse(app, words);
    }

    int run() override {
        sort_inputs();
        refuse_overwriting();
        find_incidents();
        auto map = m_layers.size() == 1 ? read_map(m_layers.front()) : choose_map();
        auto inputs = read_tables(map.wards);
        if (inputs.empty() && m_incidents.empty()) refuse_without_tables(map);
        narrow(map, inputs);
        const auto lookup = find_lookup(map.wards, inputs);
        const auto draft = draft::draft_project(map.wards,
                                                {written(map.source.file.resolved),
                                                 map.source.layer, map.source.where, map.source.crs,
                                                 map.where_found, map.crs_assumed},
                                                inputs, lookup ? &*lookup : nullptr, m_incidents);
        (void)project::parse_project(draft.toml, m_out); // checks that the result can be read
        write_file_atomically(m_out, draft.toml,
                              m_force || is_stream() ? Existing::replace : Existing::keep);
        m_json ? print_json(draft, map) : print_choices(draft, map);
        return 0;
    }

private:
    /// A pipe or a device, such as /dev/stdout: written to directly, since nothing would be
    /// overwritten.
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

    /// A path as it will be written in the project file.
    [[nodiscard]] std::string written(const std::string& path) const {
        if (gdal::is_connection(path) || path.starts_with("/vsi")) return path;
        std::error_code error;
        const auto folder = fs::absolute(m_out).parent_path();
        const auto relative = fs::relative(path, folder, error).generic_string();
        return relative.empty() ? path : relative;
    }

    /// Sorts arguments: boundaries first, then tables, or folders with both.
    void sort_inputs() {
        std::error_code error;
        const bool several = m_inputs.size() > 1;
        for (std::size_t i = 0; i < m_inputs.size(); ++i) {
            const auto& input = m_inputs[i];
            const bool boundaries = i == 0 && several;
            if (fs::is_directory(input, error) && !(boundaries && holds_shapefiles_alone(input))) {
                auto heap = draft::files_of(input);
                m_heap = true;
                append(m_layers, std::move(heap.layers));
                append(m_tables, std::move(heap.tables));
                append(m_unused, std::move(heap.unused));
            } else if (boundaries || (i == 0 && draft::may_be_layer(input)) ||
                       (m_layers.empty() && draft::may_be_layer(input))) {
                m_layers.push_back(input);
            } else {
                m_tables.push_back(input);
            }
        }
        if (m_layers.empty()) {
            throw InputError(
                Finding{.severity = Severity::error,
                        .place = {m_inputs.front()},
                        .found = "no boundaries are among these files",
                        .expected = "a shapefile, GeoPackage, GeoJSON or another vector file",
                        .help = "wardmap new wards.shp table.csv"});
        }
        if (m_tables.empty() && !m_heap) {
            throw UsageError("error: no table is given\n  help: wardmap new " + m_inputs.front() +
                             " table.csv");
        }
    }

    static void append(std::vector<std::string>& all, std::vector<std::string> more) {
        all.insert(all.end(), more.begin(), more.end());
    }

    /// Tables with a row for each incident are not of wards.
    void find_incidents() {
        std::vector<std::string> tables;
        for (const auto& path : m_tables) {
            if (const auto found = incidents::recognise(path)) {
                m_incidents.push_back({written(path), path, found->is_police_uk});
            } else {
                tables.push_back(path);
            }
        }
        m_tables = std::move(tables);
    }

    /// A folder that GDAL opens as one set of layers.
    [[nodiscard]] static bool holds_shapefiles_alone(const std::string& folder) {
        const auto heap = draft::files_of(folder);
        return heap.tables.empty() && heap.layers.size() == 1;
    }

    [[nodiscard]] Map read_map(const std::string& path) const {
        Map map;
        map.source = m_source;
        map.source.file = {path, path};
        const auto proposed = wards::proposed_crs(map.source);
        if (!proposed.empty()) {
            map.source.crs = proposed;
            map.crs_assumed = true;
        }
        map.wards = wards::read_wards(map.source, "");
        return map;
    }

    /// From several layers, chooses the one whose areas match the tables best.
    [[nodiscard]] Map choose_map() {
        std::optional<Map> best;
        double most = -1;
        std::vector<std::string> reasons;
        for (const auto& path : m_layers) {
            try {
                auto map = read_map(path);
                const double share = share_named(map.wards);
                reasons.push_back(
                    fmt::format("{}: boundaries of {}; the tables name {}% of them", path,
                                text::with_count(map.wards.wards.size(), map.wards.noun.singular,
                                                 map.wards.noun.plural),
                                text::number(100 * share, 0)));
                if (share <= most) continue;
                most = share;
                best = std::move(map);
            } catch (const InputError& error) {
                reasons.push_back(path + ": " + error.findings().front().found);
            }
        }
        if (!best) {
            throw InputError(Finding{.severity = Severity::error,
                                     .place = {m_inputs.front()},
                                     .found = "none of these files can be read as boundaries: " +
                                              text::join(reasons, "; "),
                                     .expected = "polygons with a code or a name"});
        }
        for (auto& reason : reasons) {
            if (!reason.starts_with(best->source.file.resolved + ": ")) {
                m_unused.push_back(std::move(reason));
            }
        }
        return *std::move(best);
    }

    /// The share of the areas that the tables name, at best.
    [[nodiscard]] double share_named(const WardSet& wards) {
        const join::WardIndex index(wards.wards, {}, nullptr);
        double best = 0;
        for (const auto& input : read_tables(wards)) {
            for (std::size_t c = 0; c < input.table.columns.size(); ++c) {
                std::set<std::size_t> named;
                for (const auto& row : input.table.rows) {
                    if (const auto match = index.find(row.cells[c])) named.insert(match->ward);
                }
                best = std::max(best, static_cast<double>(named.size()) /
                                          static_cast<double>(wards.wards.size()));
            }
        }
        return best;
    }

    /// Restricts boundaries of many districts to the one that the tables are about.
    void narrow(Map& map, std::vector<draft::Input>& inputs) {
        if (!m_source.where.empty() || inputs.empty()) return;
        const auto district = draft::district_of_tables(map.wards, inputs);
        if (district.empty()) return;
        auto source = map.source;
        source.where = wards::district_filter(source, district);
        if (source.where.empty()) return;
        map.wards = wards::read_wards(source, "");
        map.source = std::move(source);
        map.where_found = true;
        inputs = read_tables(map.wards);
    }

    /// A lookup among the tables, if others have its codes; these are then read with it.
    std::optional<draft::FoundLookup> find_lookup(const WardSet& wards,
                                                  std::vector<draft::Input>& inputs) {
        auto found = draft::find_lookup(inputs, join::WardIndex(wards.wards, {}, nullptr));
        if (!found) return std::nullopt;
        const auto has_its_codes = [&](const draft::Input& input) {
            const bool itself = input.written == found->written && input.sheet == found->sheet;
            return !itself && std::ranges::any_of(input.table.rows, [&](const tables::Row& row) {
                return std::ranges::any_of(row.cells, [&](const std::string& cell) {
                    return found->codes.contains(cell);
                });
            });
        };
        auto with = read_tables(wards, &found->lookup);
        if (std::ranges::none_of(with, has_its_codes)) {
            inputs = read_tables(wards);
            return std::nullopt;
        }
        inputs = std::move(with);
        return found;
    }

    [[nodiscard]] std::vector<draft::Input> read_tables(const WardSet& wards,
                                                        const join::Lookup* lookup = nullptr) {
        const join::WardIndex index(wards.wards, {}, lookup);
        std::vector<draft::Input> inputs;
        m_unread.clear();
        m_points.clear();
        for (const auto& table : m_tables) {
            try {
                read_table(table, index, inputs);
            } catch (const InputError& error) {
                if (draft::holds_points(table)) {
                    m_points.push_back(table);
                    continue;
                }
                if (m_tables.size() == 1 && m_incidents.empty()) throw;
                m_unread.push_back(table + ": " + error.findings().front().found);
            }
        }
        return inputs;
    }

    /// Reads every sheet that names areas; for a single sheet, reports errors.
    void read_table(const std::string& path, const join::WardIndex& index,
                    std::vector<draft::Input>& inputs) {
        tables::TableSource source;
        source.file.resolved = path;
        source.file.written = path;
        const auto names_ward = [&index](const std::string& cell) {
            return !cell.empty() && (index.find(cell).has_value() || index.is_ambiguous(cell) ||
                                     index.carried(cell) != nullptr);
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
                m_unread.push_back(
                    fmt::format("{}, {}: {}", path, sheet, error.findings().front().found));
            }
        }
    }

    [[noreturn]] void refuse_without_tables(const Map& map) const {
        const auto boundaries = map.source.file.written;
        std::string found = fmt::format("{} holds boundaries of {}, and no table names one of them",
                                        boundaries, areas_of(map.wards));
        if (!m_unread.empty()) found += ": " + text::some(m_unread);
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {m_inputs.front()},
                    .found = std::move(found),
                    .expected = "a table with a column of codes or names, and one of figures",
                    .help = m_points.empty() ? "" : way_to_count(map.source)});
    }

    [[nodiscard]] std::string way_to_count(const wards::BoundarySource& boundaries) const {
        const bool heap = m_heap && m_inputs.size() == 1 && m_points.size() == m_tables.size();
        const auto where =
            boundaries.where.empty() ? "" : fmt::format(" --where \"{}\"", boundaries.where);
        return fmt::format(
            "{}: coordinates; if they are incidents: wardmap count {} --boundaries {}{}",
            text::some(m_points), heap ? m_inputs.front() : text::join(m_points, " "),
            boundaries.file.written, where);
    }

    [[nodiscard]] static std::string areas_of(const WardSet& wards) {
        return text::with_count(wards.wards.size(), wards.noun.singular, wards.noun.plural);
    }

    /// At most `most` of the lines, and the number of others.
    static void print_some(const char* heading, const std::vector<std::string>& lines,
                           std::size_t most) {
        if (lines.empty()) return;
        fmt::print("{}:\n", heading);
        for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) {
            fmt::print("  {}\n", text::shown(lines[i], 200));
        }
        if (lines.size() > most) fmt::print("  and {} more: --json has all\n", lines.size() - most);
    }

    void print_choices(const draft::Draft& draft, const Map& map) const {
        constexpr std::size_t most_choices = 22;
        constexpr std::size_t most_unused = 10;
        fmt::print("{}: {}, {}\n", m_out, areas_of(map.wards),
                   text::with_count(draft.categories, "category", "categories"));
        auto choices = draft.choices;
        choices.insert(choices.begin(),
                       fmt::format("{}: codes are in {}, names in {}", map.source.file.written,
                                   map.wards.code_field, map.wards.name_field));
        if (map.where_found) {
            choices.insert(choices.begin() + 1,
                           fmt::format("{}: only {}, which the tables are about",
                                       map.source.file.written, map.source.where));
        }
        if (map.crs_assumed) {
            choices.insert(choices.begin() + 1,
                           fmt::format("{}: does not state its coordinate system; its coordinates "
                                       "look like {}",
                                       map.source.file.written, map.source.crs));
        }
        if (map.wards.crs != "EPSG:27700") {
            choices.insert(choices.begin() + 1,
                           "maps are drawn in " + map.wards.reprojection.target_crs);
        }
        print_some("Found", choices, most_choices);
        auto unused = draft.left_out;
        unused.insert(unused.end(), m_unused.begin(), m_unused.end());
        unused.insert(unused.end(), m_unread.begin(), m_unread.end());
        if (!m_points.empty()) unused.push_back(way_to_count(map.source));
        print_some("Not used", unused, most_unused);
        fmt::print("Next: wardmap draw {}\n", m_out);
    }

    void print_json(const draft::Draft& draft, const Map& map) const {
        nlohmann::ordered_json columns = nlohmann::ordered_json::array();
        for (const auto& one : draft.evidence) {
            columns.push_back({{"file", one.file},
                               {"sheet", one.sheet},
                               {"column", one.column},
                               {"role", one.role},
                               {"evidence", one.evidence}});
        }
        auto unused = draft.left_out;
        unused.insert(unused.end(), m_unused.begin(), m_unused.end());
        unused.insert(unused.end(), m_unread.begin(), m_unread.end());
        if (!m_points.empty()) unused.push_back(way_to_count(map.source));
        fmt::print("{}",
                   json_text({{"project", m_out},
                              {"categories", draft.categories},
                              {"boundaries",
                               {{"source", map.source.file.written},
                                {"areas", map.wards.wards.size()},
                                {"area_nouns", {map.wards.noun.singular, map.wards.noun.plural}},
                                {"code", map.wards.code_field},
                                {"name", map.wards.name_field},
                                {"where", map.source.where},
                                {"crs", map.wards.reprojection.source_crs},
                                {"crs_assumed", map.crs_assumed},
                                {"map_crs", map.wards.crs}}},
                              {"columns", columns},
                              {"choices", draft.choices},
                              {"not_used", unused}}));
    }

    std::vector<std::string> m_inputs;
    std::vector<std::string> m_layers;
    std::vector<std::string> m_tables;
    std::vector<std::string> m_unused; // files, and why
    std::vector<std::string> m_unread; // tables and sheets, and why
    std::vector<std::string> m_points; // files with coordinates that are no incidents for sure
    std::vector<draft::IncidentFile> m_incidents;
    std::string m_out = "project.toml";
    wards::BoundarySource m_source; // options
    bool m_heap = false;
    bool m_json = false;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> make_new() {
    return std::make_unique<New>();
}

} // namespace wardmap::cli
