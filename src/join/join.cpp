// SPDX-License-Identifier: MIT
#include "join/join.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "join/dates.h"
#include "join/double_counting.h"
#include "join/figure.h"
#include "join/fold_name.h"
#include "join/key_columns.h"
#include "join/larger_areas.h"
#include "join/other_rows.h"
#include "join/strangers.h"
#include "join/totals.h"
#include "join/uneven_periods.h"
#include "join/vintage.h"
#include "join/ward_index.h"
#include "join/where.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

constexpr double sliver = 0.01; // a share that may be due to an inaccurate boundary

class Joiner {
public:
    Joiner(const tables::Table& table, const WardSet& wards, const Request& request)
        : m_table(table), m_wards(wards), m_request(request),
          m_index(wards.wards, request.aliases, request.lookup), m_reader(table, request) {
        if (request.around != nullptr) m_around.emplace(*request.around, request.aliases, nullptr);
    }

    JoinResult run(std::size_t other_rows) {
        m_columns = find_key_columns(m_table, m_index, m_wards, m_request, m_result.findings);
        m_larger.emplace(m_table, m_columns, m_index, m_wards);
        m_sums.resize(m_wards.wards.size());
        m_result.sources.resize(m_wards.wards.size());
        start_account();
        m_result.account.other_rows = other_rows;
        for (const auto& row : m_table.rows) {
            take(row);
        }
        append(m_faults, m_reader.faults());
        judge_strangers();
        judge_other_codes();
        judge_added_rows();
        stop_on_errors(m_faults, m_result.findings);
        append(m_result.findings, m_reader.notes());
        finish_account();
        return std::move(m_result);
    }

private:
    void start_account() {
        auto& account = m_result.account;
        account.file = m_table.file;
        account.sheet = m_table.sheet;
        account.encoding = m_table.encoding;
        account.header_line = m_table.header_line;
        account.asides = m_table.asides;
        account.value_columns = m_request.values;
        account.key_columns.push_back(m_table.columns[m_columns.key]);
        for (const auto check : m_columns.checks) {
            account.key_columns.push_back(m_table.columns[check]);
        }
    }

    /// The key's cell, or another column's if that is blank.
    [[nodiscard]] std::string key_of(const tables::Row& row) const {
        if (!row.cells[m_columns.key].empty()) return row.cells[m_columns.key];
        for (const auto check : m_columns.checks) {
            if (!row.cells[check].empty()) return row.cells[check];
        }
        return {};
    }

    /// The ward of a row; a name applies within its district, if the table has one.
    [[nodiscard]] std::optional<Match> ward_of(const tables::Row& row, const std::string& key) {
        const auto match = m_index.find(key);
        if (!m_columns.district || (match && match->by != Matched::name)) return match;
        const auto& district = row.cells[*m_columns.district];
        if (!match) return m_index.find_in(district, key);
        const auto& ward = m_wards.wards[match->ward];
        if (district.empty() || m_index.is_in_district(match->ward, district)) return match;
        m_faults.push_back(
            {.severity = Severity::error,
             .place = m_table.at(row.line, *m_columns.district),
             .found = fmt::format("{} is a {} of {} in the boundaries, not of {}", ward.name,
                                  m_wards.noun.singular, text::list(ward.district, "or"),
                                  text::quoted(district)),
             .expected = "the same district on both sides",
             .help = fmt::format("where = {{ {} = \"...\" }} selects the rows of one district",
                                 text::quoted(m_table.columns[*m_columns.district])),
             .kind = "rows have a different district from the boundaries"});
        return match;
    }

    void take(const tables::Row& row) {
        const auto key = key_of(row);
        const auto match = ward_of(row, key);
        const auto* const shares = m_index.carried(key);
        if (shares != nullptr && !(match && is_code(match->by))) {
            apportion(row, key, *shares);
        } else if (match) {
            check_agreement(row, *match);
            join(row, key, *match);
        } else if (names_total(row)) {
            take_total(row, key);
        } else if (const auto kind = m_larger->kind_of(row); kind != LargerAreas::Kind::none) {
            kind == LargerAreas::Kind::total ? take_total(row, key) : take_larger(row, key);
        } else if (m_around && m_around->find(key)) {
            exclude(row, key, RowFate::Kind::around,
                    "a " + m_wards.noun.singular + " of the ring around the area");
        } else if (is_other_area(key)) {
            exclude(row, key, RowFate::Kind::other_area,
                    fmt::format("a place that is not a {} of the map", m_wards.noun.singular));
            warn(row.line, fmt::format("rows are not of a {} of the map", m_wards.noun.singular),
                 fmt::format("{} is not a {} of the map: its figure {} is left out",
                             text::quoted(key), m_wards.noun.singular,
                             figure_text(m_table, row, m_request)),
                 true);
        } else if (is_part_total(key)) {
            take_total(row, key);
        } else if (is_heading(row, key)) {
            exclude(row, key, RowFate::Kind::heading, "a heading: it has no figure");
        } else {
            m_strangers.push_back({&row, key, is_sum_of_others(row)});
        }
    }

    [[nodiscard]] bool names_total(const tables::Row& row) const {
        return is_total(row.cells[m_columns.key], m_request.area) ||
               std::any_of(m_columns.checks.begin(), m_columns.checks.end(),
                           [&](std::size_t c) { return is_total(row.cells[c], m_request.area); });
    }

    [[nodiscard]] bool is_heading(const tables::Row& row, const std::string& key) const {
        return !key.empty() && has_no_figure(m_table, row, m_request) && !looks_like_code(key) &&
               !m_index.is_ambiguous(key) && !is_nearly_ward(key);
    }

    [[nodiscard]] bool is_nearly_ward(const std::string& key) const {
        std::vector<std::string> names;
        names.reserve(m_wards.wards.size());
        for (const auto& ward : m_wards.wards) {
            names.push_back(ward.name);
        }
        return nearest(key, names).has_value();
    }

    /// A larger area's figure, kept for comparison.
    void take_larger(const tables::Row& row, const std::string& key) {
        keep_comparator(row);
        const auto& last = m_result.comparators.back();
        exclude(row, key.empty() ? last.name : key, RowFate::Kind::larger_area,
                "a larger area, kept for comparison");
    }

    /// With other rows of the same area, if rows are added up.
    void keep_comparator(const tables::Row& row) {
        const auto figure = quiet_figure(m_table, row, m_request);
        auto comparator = m_larger->read(row, figure);
        auto& kept = m_result.comparators;
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const Comparator& other) {
            return other.code == comparator.code && other.name == comparator.name;
        });
        if (same != kept.end() && m_request.duplicates == Duplicates::sum) {
            same->figure = added(same->figure, figure);
        } else {
            kept.push_back(std::move(comparator));
        }
    }

    void judge_strangers() {
        const JoinedSoFar joined{m_table,   m_wards,       m_request,       m_index,
                                 m_columns, m_joined_rows, figures_so_far()};
        auto judged = judge(m_strangers, joined);
        append(m_faults, std::move(judged.faults));
        append(m_result.findings, std::move(judged.findings));
        auto& account = m_result.account;
        account.outside_rows = judged.outside;
        account.outside_examples = std::move(judged.outside_examples);
        for (auto& fate : judged.left_out) {
            account.rows.push_back(std::move(fate));
        }
    }

    [[nodiscard]] std::vector<std::optional<Cell>> figures_so_far() const {
        auto figures = m_sums;
        for (const auto& [ward, parts] : m_parts) {
            figures[ward] = parts.cell(m_request.combine);
        }
        return figures;
    }

    /// Reports rows that joined by name, with codes of other wards.
    void judge_other_codes() {
        if (m_other_codes.codes.empty()) return;
        const auto severity = m_request.keys.empty() ? Severity::error : Severity::warning;
        auto finding = same_names(m_table, m_other_codes, m_other_names,
                                  m_table.columns[m_columns.key], m_wards, severity);
        (severity == Severity::error ? m_faults : m_result.findings).push_back(std::move(finding));
    }

    /// Checks rows that are added up.
    void judge_added_rows() {
        if (m_request.duplicates != Duplicates::sum || m_added.size() == joined_wards()) return;
        std::vector<std::size_t> taken = m_columns.checks;
        taken.push_back(m_columns.key);
        for (const auto& value : m_request.values) {
            taken.push_back(*m_table.column(value));
        }
        if (auto fault = double_counting(m_added, m_table, taken)) {
            m_faults.push_back(std::move(*fault));
        }
        if (m_request.if_row_missing == MissingRow::zero) return;
        for (auto& finding : uneven_periods(m_added, m_table, m_wards, taken)) {
            const bool is_fault = finding.severity == Severity::error;
            (is_fault ? m_faults : m_result.findings).push_back(std::move(finding));
        }
    }

    [[nodiscard]] std::size_t joined_wards() const {
        return static_cast<std::size_t>(std::count_if(
            m_sums.begin(), m_sums.end(), [](const auto& sum) { return sum.has_value(); }));
    }

    void check_agreement(const tables::Row& row, const Match& match) {
        const auto& ward = m_wards.wards[match.ward];
        const bool by_code = is_code(match.by);
        if (m_columns.codes && !by_code) compare_code(row, ward);
        for (const auto column : m_columns.checks) {
            const auto& other = row.cells[column];
            const auto also = m_index.find(other);
            if (other.empty() || (also && also->ward == match.ward)) continue;
            if (m_index.carried(other) != nullptr) continue;
            if (by_code && !also && !m_index.is_ambiguous(other)) {
                if (!m_renamed.insert({match.ward, other}).second) continue;
                warn(row.line, "names differ from those of the boundaries",
                     fmt::format("{} has the name {} in the boundaries; the code {} is the same",
                                 text::quoted(other), text::quoted(ward.name), ward.code));
                continue;
            }
            if (m_index.is_ambiguous(other)) continue; // the code decides
            std::string wording =
                fmt::format("{} {} does not agree with {} {}", m_table.columns[m_columns.key],
                            text::quoted(row.cells[m_columns.key]), m_table.columns[column],
                            text::quoted(other));
            if (also) {
                wording += fmt::format(", which is {}", m_wards.wards[also->ward].name);
            }
            const auto& right = ward.legacy_code.empty() ? ward.code : ward.legacy_code;
            if (by_code) {
                m_faults.push_back(
                    {.severity = Severity::error,
                     .place = m_table.at(row.line),
                     .found = std::move(wording),
                     .expected = fmt::format("{} ({})", ward.name, ward.code),
                     .help = fmt::format("correct the table, or join it by name: key = \"{}\"",
                                         m_table.columns[column]),
                     .kind = "rows have a code and a name that do not match"});
            } else {
                warn(row.line, "rows have a code and a name that do not match",
                     wording +
                         fmt::format("; joined by name (the code of {} is {})", ward.name, right));
            }
        }
    }

    /// A code of the wards' kind, but of no ward, beside a ward's name.
    void compare_code(const tables::Row& row, const Ward& ward) {
        const auto& code = row.cells[*m_columns.codes];
        if (!looks_like_code(code)) return;
        m_other_codes.column = *m_columns.codes;
        ++m_other_codes.all;
        if (m_index.find(code) || m_index.carried(code) != nullptr) return;
        m_other_codes.codes.push_back(code);
        m_other_names.push_back(ward.name);
    }

    void join(const tables::Row& row, const std::string& key, const Match& match) {
        m_joined_rows.push_back(&row);
        if (match.by == Matched::decimal_code) {
            ++m_decimal_codes;
            if (m_decimal_codes == 1) m_first_decimal = {row.line, key, match.ward};
        }
        if (match.by == Matched::short_code) {
            warn(row.line, "codes are read with the leading zeros that a spreadsheet removed",
                 fmt::format("{} is read as {}: a spreadsheet removed its leading zeros",
                             text::quoted(key), m_wards.wards[match.ward].code));
        }
        if (m_request.combine.by != Combine::By::none) {
            combine(row, key, match);
            return;
        }
        const auto& name = m_wards.wards[match.ward].name;
        if (!is_first(row, key, "ward " + std::to_string(match.ward), name)) return;
        const auto cell = m_reader.read(row);
        if (!cell) return;
        add(match.ward, *cell, {row.line, 1});
        if (m_request.duplicates == Duplicates::sum) m_added.push_back({&row, match.ward, *cell});
        if (cell->is_known()) m_result.account.sum_before += cell->value();
        m_result.account.rows.push_back({RowFate::Kind::joined, row.line, key, match.ward,
                                         match.by == Matched::alias ? "by alias" : ""});
    }

    void combine(const tables::Row& row, const std::string& key, const Match& match) {
        const auto cell = m_reader.read(row);
        const auto column = *m_table.column(m_request.combine.weight);
        const auto reading = tables::read_cell(row.cells[column], {}, tables::FigureKind::number);
        const auto* const weight = std::get_if<Cell>(&reading);
        if (weight == nullptr || !weight->is_known() || weight->value() < 0) {
            m_faults.push_back({.severity = Severity::error,
                                .place = m_table.at(row.line),
                                .found = fmt::format("the weight {} is not a number of 0 or more",
                                                     text::quoted(row.cells[column])),
                                .expected = "a number of people or households",
                                .kind = "weights cannot be used"});
            return;
        }
        if (!cell) return;
        if (cell->is_known()) m_result.account.sum_before += cell->value();
        m_parts[match.ward].add(*cell, weight->value(), m_request.combine);
        m_result.sources[match.ward].push_back({row.line, 1});
        m_result.account.rows.push_back({RowFate::Kind::joined, row.line, key, match.ward, ""});
    }

    /// Whether a row's figure is used: it is its ward's first, or rows are added up.
    bool is_first(const tables::Row& row, const std::string& key, const std::string& place,
                  const std::string& name) {
        const auto [at, is_new] = m_first.try_emplace(place, &row);
        if (is_new || m_request.duplicates == Duplicates::sum) return true;
        const bool same =
            figure_text(m_table, *at->second, m_request) == figure_text(m_table, row, m_request);
        if (same && m_request.duplicates == Duplicates::identical) {
            exclude(row, key, RowFate::Kind::excluded,
                    fmt::format("the same as line {}", at->second->line));
            return false;
        }
        m_faults.push_back(
            {.severity = Severity::error,
             .place = m_table.at(row.line),
             .found = fmt::format("{} is here and on line {}, with {}", name, at->second->line,
                                  same ? "the same figure" : "another figure"),
             .expected = fmt::format("each {} once", m_wards.noun.singular),
             .help = same ? "delete one of the rows" : "add the rows up, or delete the wrong one",
             .kind = fmt::format("rows repeat a {} of another row", m_wards.noun.singular)});
        return false;
    }

    void add(std::size_t ward, const Cell& cell, const SourceRow& source) {
        m_result.sources[ward].push_back(source);
        m_sums[ward] = m_sums[ward] ? added(*m_sums[ward], cell) : cell;
    }

    /// Apportions an old ward's figure to its successors.
    void apportion(const tables::Row& row, const std::string& key,
                   const std::vector<Lookup::Share>& shares) {
        if (!is_first(row, key, "old " + fold_name(key), key)) return;
        const auto cell = m_reader.read(row);
        if (!cell) return;
        std::vector<std::string> parts;
        for (const auto& share : shares) {
            const auto to = m_index.find(share.to);
            const auto part = part_of(*cell, share.weight);
            parts.push_back(fmt::format("{} to {}", text::shortest(share.weight), share.to));
            if (to) {
                add(to->ward, part, {row.line, share.weight});
            } else {
                parts.back() += " (outside the boundaries)";
                if (part.is_known()) m_result.account.sum_outside += part.value();
            }
        }
        if (!m_request.additive && shares.size() > 1) {
            m_faults.push_back(
                {.severity = Severity::error,
                 .place = m_table.at(row.line),
                 .found = fmt::format("{} became {} {}, and its figure is not a count that "
                                      "can be split",
                                      text::quoted(key), shares.size(), m_wards.noun.plural),
                 .expected = "figures of the " + m_wards.noun.plural + " of the boundaries",
                 .kind = "figures cannot be split"});
        }
        if (cell->is_known()) m_result.account.sum_before += cell->value();
        m_result.account.rows.push_back(
            {RowFate::Kind::apportioned, row.line, key, std::nullopt, text::list(parts)});
    }

    void take_total(const tables::Row& row, const std::string& key) {
        const auto cell = m_reader.read(row, FigureReader::Of::total);
        const std::size_t place = m_result.account.rows.size();
        if (names_total(row) || m_larger->kind_of(row) == LargerAreas::Kind::total) {
            keep_comparator(row);
        }
        exclude(row, key, RowFate::Kind::total,
                (names_total(row) ? "a total of the " : "a total of some ") + m_wards.noun.plural);
        if (!cell || !cell->is_known() || !m_request.additive) return;
        const auto same = std::find_if(m_stated.begin(), m_stated.end(), [&](const auto& total) {
            return fold_name(total.key) == fold_name(key);
        });
        if (m_request.duplicates == Duplicates::sum && same != m_stated.end()) {
            same->stated += cell->value();
        } else {
            m_stated.push_back({row.line, key, cell->value(), place});
        }
    }

    void exclude(const tables::Row& row, const std::string& key, RowFate::Kind kind,
                 std::string reason) {
        m_result.account.rows.push_back({kind, row.line, key, std::nullopt, std::move(reason)});
    }

    void note_decimal_codes() {
        if (m_decimal_codes == 0) return;
        const auto& [line, key, ward] = m_first_decimal;
        m_result.findings.push_back(
            {.severity = Severity::note,
             .place = m_table.at(line),
             .found = fmt::format("{} written with decimals of zeros {} read as whole: {} is {}",
                                  text::with_count(m_decimal_codes, "code"),
                                  m_decimal_codes == 1 ? "is" : "are", text::quoted(key),
                                  m_wards.wards[ward].code)});
    }

    void warn(std::size_t line, std::string kind, std::string found, bool reveals_figures = false) {
        m_result.findings.push_back({.severity = Severity::warning,
                                     .place = m_table.at(line),
                                     .found = std::move(found),
                                     .kind = std::move(kind),
                                     .reveals_figures = reveals_figures});
    }

    [[nodiscard]] bool is_sum_of_others(const tables::Row& row) const {
        double known = 0;
        for (const auto& sum : m_sums) {
            if (!sum || !sum->is_known()) return false;
            known += sum->value();
        }
        const auto reading = tables::read_cell(row.cells[*m_table.column(m_request.values.front())],
                                               m_request.marks, m_request.kind);
        const auto* const cell = std::get_if<Cell>(&reading);
        return m_request.values.size() == 1 && cell != nullptr && cell->is_known() && known > 0 &&
               cell->value() == known;
    }

    /// Whether the table had a row for an old ward.
    [[nodiscard]] bool was_given(const std::string& old_ward) const {
        const auto match = m_index.find(old_ward);
        return m_first.contains("old " + old_ward) ||
               (match && m_first.contains("ward " + std::to_string(match->ward)));
    }

    /// A ward has no figure if the row of one of its old parts is missing.
    void drop_incomplete() {
        if (m_request.lookup == nullptr || m_request.if_row_missing == MissingRow::zero) return;
        std::set<std::string> names;
        for (const auto& [old_ward, shares] : m_request.lookup->shares) {
            for (const auto& share : shares) {
                const auto to = share.weight < sliver ? std::nullopt : m_index.find(share.to);
                if (!to || !m_sums[to->ward] || was_given(old_ward)) continue;
                m_sums[to->ward] = Cell::missing();
                names.insert(m_wards.wards[to->ward].name);
            }
        }
        if (names.empty()) return;
        warn(0, "",
             fmt::format("shown as missing, because the table lacks old {} that are part of "
                         "them: {}",
                         m_wards.noun.plural, text::some({names.begin(), names.end()})));
    }

    void finish_account() {
        drop_incomplete();
        auto& account = m_result.account;
        for (const auto& [ward, parts] : m_parts) {
            m_sums[ward] = parts.cell(m_request.combine);
        }
        for (std::size_t i = 0; i < m_sums.size(); ++i) {
            m_sums[i] ? void(++account.wards_joined) : account.wards_without_row.push_back(i);
            if (m_sums[i] && m_sums[i]->is_missing()) account.wards_without_figure.push_back(i);
            const auto none =
                m_request.if_row_missing == MissingRow::zero ? Cell::known(0) : Cell::missing();
            const auto cell = m_sums[i].value_or(none);
            if (cell.is_known()) account.sum_after += cell.value();
            if (cell.is_suppressed()) ++account.wards_suppressed;
            m_result.cells.push_back(cell);
        }
        reconcile_totals(m_stated, m_table, m_wards, m_request, m_result);
        report_apportioned();
        if (m_request.kind == tables::FigureKind::count) {
            append(m_result.findings, doubtful_dates(m_result, m_table, m_wards));
        }
        note_decimal_codes();
        report_absent();
        report_blank();
    }

    void report_apportioned() {
        std::size_t rows = 0;
        for (const auto& row : m_result.account.rows) {
            if (row.kind == RowFate::Kind::apportioned) ++rows;
        }
        if (rows == 0) return;
        warn(0, "",
             fmt::format("{} converted to current {} using {}; {} of {} fell outside",
                         text::with_count(rows, "old " + m_wards.noun.singular + " was",
                                          "old " + m_wards.noun.plural + " were"),
                         m_wards.noun.plural, m_request.lookup->file,
                         text::number(m_result.account.sum_outside, 0),
                         text::number(m_result.account.sum_before, 0)),
             true);
    }

    void report_absent() {
        const auto& absent = m_result.account.wards_without_row;
        if (absent.empty()) return;
        std::vector<std::string> names;
        for (const auto i : absent) {
            names.push_back(m_wards.wards[i].name);
        }
        warn(0, "",
             fmt::format(
                 "{} of {} {} {} not in the table and {}: {}", absent.size(), m_wards.wards.size(),
                 m_wards.noun.plural, absent.size() == 1 ? "is" : "are",
                 m_request.if_row_missing == MissingRow::zero ? "counted as 0" : "shown as missing",
                 text::some(names)));
    }

    void report_blank() {
        const auto& blank = m_result.account.wards_without_figure;
        if (blank.empty()) return;
        std::vector<std::string> names;
        for (const auto i : blank) {
            names.push_back(m_wards.wards[i].name);
        }
        warn(0, "",
             fmt::format("{} of {} {} {} a row and no figure: {}", blank.size(),
                         m_wards.wards.size(), m_wards.noun.plural,
                         blank.size() == 1 ? "has" : "have", text::some(names)));
    }

    const tables::Table& m_table;
    const WardSet& m_wards;
    const Request& m_request;
    WardIndex m_index;
    std::optional<WardIndex> m_around;
    FigureReader m_reader;
    KeyColumns m_columns;
    JoinResult m_result;
    std::vector<std::optional<Cell>> m_sums;           // per ward; nothing if no row names it
    std::map<std::size_t, Parts> m_parts;              // for rows that are combined
    std::map<std::string, const tables::Row*> m_first; // by ward or old ward
    std::set<std::pair<std::size_t, std::string>>
        m_renamed; // wards with a different name, already reported
    std::optional<LargerAreas> m_larger;
    std::vector<Stranger> m_strangers;
    std::vector<const tables::Row*> m_joined_rows;
    std::vector<AddedRow> m_added; // rows of wards whose rows are added up
    OtherCodes m_other_codes;      // of rows that joined by name
    std::vector<std::string> m_other_names;
    std::size_t m_decimal_codes = 0;
    struct DecimalCode {
        std::size_t line = 0;
        std::string key;
        std::size_t ward = 0;
    } m_first_decimal;
    std::vector<StatedTotal> m_stated;
    Findings m_faults;
};

} // namespace

JoinResult join_table(const tables::Table& table, const WardSet& wards, const Request& request) {
    if (request.where.empty()) return Joiner(table, wards, request).run(0);
    const auto part = rows_where(table, request.where);
    return Joiner(part, wards, request).run(table.rows.size() - part.rows.size());
}

} // namespace wardmap::join
