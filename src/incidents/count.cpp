// SPDX-License-Identifier: MIT
#include "incidents/count.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/parallel.h"
#include "base/shown.h"
#include "base/text.h"
#include "gdal/vector_source.h"
#include "incidents/byte_stream.h"
#include "incidents/csv_rows.h"
#include "incidents/plan_file.h"
#include "incidents/source_files.h"
#include "incidents/tally.h"
#include "tables/read_table.h"
#include "wards/ward.h"

namespace wardmap::incidents {
namespace {

using Sample = std::vector<std::vector<std::string>>;

constexpr std::size_t sample_rows = 1'000;
constexpr std::size_t rows_of_part = 10'000; // of tables that are read as a whole
/// Columns with the points of a layer, after its fields.
constexpr const char* x_of_geometry = "x of the geometry";
constexpr const char* y_of_geometry = "y of the geometry";

class Counting {
public:
    Counting(const Request& request, const WardSet& wards)
        : m_request(request), m_ground(request, wards), m_tally(request, wards.wards.size()) {}

    Count run() {
        const auto files = source_files(m_request.source.files, m_count.findings);
        Findings faults;
        for (std::size_t i = 0; i < files.size(); ++i) {
            report(m_request.progress, static_cast<double>(i) / static_cast<double>(files.size()),
                   "counting incidents");
            m_count.files.emplace_back().file = files[i].shown_as;
            read(files[i], m_count.files.back());
        }
        report(m_request.progress, 1, "counting incidents");
        m_tally.finish(m_count);
        m_count.transform_difference_m = m_ground.transform_difference_m();
        for (const auto& [type, rows] : m_count.types) {
            for (std::size_t fate = 0; fate < fates; ++fate) {
                m_count.rows[fate] += rows[fate];
            }
        }
        for (const auto& file : m_count.files) { // rows that have no type
            at(m_count.rows, Fate::malformed) += at(file.rows, Fate::malformed);
            at(m_count.rows, Fate::heading) += at(file.rows, Fate::heading);
        }
        refuse_unknown_types();
        return std::move(m_count);
    }

private:
    void read(const SourceFile& file, FileAccount& account) {
        switch (file.kind) {
        case FileKind::text:
            return read_text(file, account);
        case FileKind::workbook:
            return read_workbook(file, account);
        case FileKind::vector:
            return read_layer(file, account);
        }
    }

    void read_text(const SourceFile& file, FileAccount& account) {
        CsvRows rows(open_bytes(file.path, file.member, file.shown_as), file.shown_as);
        refuse_other_formats(rows.sample(), file);
        const auto format = guess_format(rows.sample());
        rows.set_format(format);
        const auto sample = sample_of(rows.sample(), format);
        auto plan = make_plan(sample, m_request.source.columns, file, "", account);
        plan.delimiter = format.delimiter;
        auto above = lines_above(rows.sample(), plan.columns.first_row, format);
        for (auto pieces = rows.next(); !pieces.empty(); pieces = rows.next()) {
            pieces.front().text.remove_prefix(above.bytes);
            pieces.front().line += above.lines;
            above = {};
            std::vector<PartRows> parts(pieces.size());
            parallel_for(pieces.size(), m_request.threads, [&](std::size_t i) {
                parts[i] = read_piece(plan, pieces[i], format.line_end);
            });
            m_tally.add(parts, plan, account);
        }
        refuse_no_rows(account, file);
    }

    /// The lines above the first row of data: the header, and titles above it.
    struct Above {
        std::size_t bytes = 0;
        std::size_t lines = 0;
    };

    static Above lines_above(std::string_view text, std::size_t rows, const CsvFormat& format) {
        Above above;
        while (rows > 0 && above.bytes < text.size()) {
            const auto end = std::min(end_of_row(text, above.bytes, format), text.size());
            const auto row = text.substr(above.bytes, end - above.bytes);
            if (!without_line_end(row).empty()) --rows; // the sample omits blank lines
            above.lines +=
                static_cast<std::size_t>(std::count(row.begin(), row.end(), format.line_end));
            above.bytes = end;
        }
        return above;
    }

    /// Non-empty rows.
    static Sample sample_of(std::string_view text, const CsvFormat& format) {
        Sample sample;
        std::vector<std::string_view> cells;
        std::vector<std::string> unescaped;
        for (std::size_t begin = 0; begin < text.size() && sample.size() < sample_rows;) {
            const auto end = std::min(end_of_row(text, begin, format), text.size());
            const auto row = without_line_end(text.substr(begin, end - begin));
            begin = end;
            if (row.empty()) continue;
            split_row(row, format.delimiter, cells, unescaped);
            sample.emplace_back(cells.begin(), cells.end());
        }
        return sample;
    }

    static void refuse_other_formats(std::string_view text, const SourceFile& file) {
        const auto refuse = [&](const char* found, const char* help) {
            throw InputError(Finding{.severity = Severity::error,
                                     .place = {file.shown_as},
                                     .found = found,
                                     .expected = "a table as CSV",
                                     .help = help});
        };
        if (text.starts_with("%PDF")) refuse("this is a PDF", "ask for the table as CSV");
        if (text.starts_with("PK\3\4")) {
            refuse("this is a zip archive or a workbook", "give it the extension .zip or .xlsx");
        }
        const auto start = text::trimmed(text.substr(0, 200));
        if (start.starts_with("<!") || start.starts_with("<html") || start.starts_with("<HTML")) {
            refuse("this is a web page", "fetch the file itself; the page may say why it failed");
        }
        if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
            refuse("the text is in UTF-16", "save it as CSV in UTF-8");
        }
        if (text.substr(0, 4096).find('\0') != std::string_view::npos) {
            refuse("this is not text", "export it as CSV");
        }
    }

    void read_workbook(const SourceFile& file, FileAccount& account) {
        tables::TableSource source;
        source.file.resolved = file.path;
        source.file.written = file.shown_as;
        source.sheet = m_request.source.sheet;
        const auto table = tables::read_table(source);
        Sample rows = {table.columns};
        std::vector<std::size_t> lines = {table.header_line};
        for (const auto& row : table.rows) {
            rows.push_back(row.cells);
            lines.push_back(row.line);
        }
        add_cells(rows, lines, m_request.source.columns, file, "", account);
    }

    void read_layer(const SourceFile& file, FileAccount& account) {
        const auto layer = gdal::read_layer(
            {file.path, file.shown_as, m_request.source.sheet, "", "", "the incidents:"});
        Sample rows = {layer.fields};
        rows.front().emplace_back(x_of_geometry);
        rows.front().emplace_back(y_of_geometry);
        bool has_points = false;
        std::vector<std::size_t> lines = {0};
        for (const auto& feature : layer.features) {
            stop_if_interrupted();
            auto& cells = rows.emplace_back();
            for (const auto& text : feature.texts) {
                cells.push_back(text.value_or(""));
            }
            refuse_other_shapes(feature, file);
            const bool has_point = !feature.points.empty();
            has_points = has_points || has_point;
            cells.push_back(has_point ? text::shortest(feature.points.front().x) : "");
            cells.push_back(has_point ? text::shortest(feature.points.front().y) : "");
            lines.push_back(static_cast<std::size_t>(std::max(0LL, feature.id)));
        }
        auto wanted = m_request.source.columns;
        if (has_points) {
            wanted.x = x_of_geometry;
            wanted.y = y_of_geometry;
        }
        add_cells(rows, lines, wanted, file, layer.crs, account);
    }

    static void refuse_other_shapes(const gdal::Feature& feature, const SourceFile& file) {
        const bool is_other = !feature.shape.empty() || !feature.lines.empty();
        if (!is_other && feature.points.size() <= 1) return;
        throw InputError(Finding{
            .severity = Severity::error,
            .place = {file.shown_as},
            .found = fmt::format("feature {} is {}", feature.id,
                                 is_other ? "no point" : "of several points"),
            .expected = "one point for each incident",
            .help = "name the layer of incidents; the wards' layer belongs to --boundaries"});
    }

    /// `rows` starts with the column names.
    void add_cells(const Sample& rows, const std::vector<std::size_t>& lines,
                   const ColumnNames& wanted, const SourceFile& file, const std::string& crs,
                   FileAccount& account) {
        const Sample sample(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                             rows.size(), sample_rows + 1)));
        const auto plan = make_plan(sample, wanted, file, crs, account);
        const auto first = plan.columns.first_row;
        const auto count = rows.size() - std::min(first, rows.size());
        std::vector<PartRows> parts((count + rows_of_part - 1) / rows_of_part);
        parallel_for(parts.size(), m_request.threads, [&](std::size_t i) {
            const auto from = static_cast<std::ptrdiff_t>(first + i * rows_of_part);
            const auto to =
                static_cast<std::ptrdiff_t>(std::min(first + (i + 1) * rows_of_part, rows.size()));
            parts[i] = read_cells(plan, {rows.begin() + from, rows.begin() + to},
                                  {lines.begin() + from, lines.begin() + to});
        });
        m_tally.add(parts, plan, account);
        refuse_no_rows(account, file);
    }

    FilePlan make_plan(const Sample& sample, const ColumnNames& wanted, const SourceFile& file,
                       const std::string& crs, FileAccount& account) {
        auto plan = m_ground.plan(sample, wanted, file.shown_as, crs, account, m_count.findings);
        const bool is_first = m_count.files.size() == 1;
        m_count.is_police_uk = plan.columns.is_police_uk && (is_first || m_count.is_police_uk);
        if (!is_first && m_request.by_month && plan.columns.date.has_value() != m_count.has_dates) {
            throw InputError(Finding{.severity = Severity::error,
                                     .place = {file.shown_as},
                                     .found = m_count.has_dates
                                                  ? "this file has no dates, and others have"
                                                  : "this file has dates, and others do not",
                                     .expected = "files that can be counted by month together",
                                     .help = "--date with the column of dates, or --by all"});
        }
        m_count.has_points = m_count.has_points || plan.columns.place != PlaceKind::area_code;
        m_count.has_dates = m_count.has_dates || plan.columns.date.has_value();
        m_count.has_types = m_count.has_types || plan.columns.type.has_value();
        m_count.has_ids = m_count.has_ids || plan.columns.id.has_value();
        if (!plan.columns.date && (m_request.from || m_request.to)) {
            throw InputError(
                Finding{.severity = Severity::error,
                        .place = {file.shown_as},
                        .found = "no column has dates, but months are requested",
                        .expected = "one of " + text::some(plan.columns.names, "or"),
                        .help = "--date with the column of dates (in a project: date = \"...\")"});
        }
        return plan;
    }

    static void refuse_no_rows(const FileAccount& account, const SourceFile& file) {
        if (sum(account.rows) > 0) return;
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {file.shown_as},
                                 .found = "the table has a header but no rows",
                                 .expected = "one row per incident",
                                 .help = "fetch or export it again"});
    }

    /// A type that is in no row is probably misspelt.
    void refuse_unknown_types() const {
        std::vector<std::string> folded;
        std::vector<std::string> names;
        for (const auto& [type, rows] : m_count.types) {
            folded.push_back(fold_type(type));
            if (!type.empty()) names.push_back(type);
        }
        Findings faults;
        for (const auto& type : m_request.types) {
            if (std::find(folded.begin(), folded.end(), fold_type(type)) != folded.end()) continue;
            faults.push_back(Finding{.severity = Severity::error,
                                     .place = {m_request.source.files.front().written},
                                     .found = "no row is of the type " + text::quoted(type),
                                     .expected = "one of " + text::some(names, "or")});
        }
        stop_on_errors(faults);
    }

    const Request& m_request;
    Ground m_ground;
    Tally m_tally;
    Count m_count;
};

} // namespace

std::uint64_t sum(const Fates& rows) {
    return std::accumulate(rows.begin(), rows.end(), std::uint64_t{0});
}

std::vector<std::uint64_t> Count::ward_totals() const {
    std::vector<std::uint64_t> totals(wards.size(), 0);
    for (const auto& figure : figures) {
        for (std::size_t i = 0; i < totals.size(); ++i) {
            totals[i] += figure.wards[i];
        }
    }
    return totals;
}

Count count_incidents(const Request& request, const WardSet& wards) {
    return Counting(request, wards).run();
}

} // namespace wardmap::incidents
