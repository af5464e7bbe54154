// SPDX-License-Identifier: MIT
#include "join/strangers.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "join/figure.h"
#include "join/fold_name.h"
#include "join/parent_column.h"
#include "join/vintage.h"
#include "tables/area_code.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

constexpr std::size_t most_examples = 5;

class Judge {
public:
    explicit Judge(const JoinedSoFar& joined)
        : m_joined(joined), m_table(joined.table), m_wards(joined.wards),
          m_parent(find_parent_column(joined.table, joined.columns, joined.request, joined.rows)) {
        std::vector<std::string_view> codes;
        for (const auto& ward : joined.wards.wards) {
            codes.emplace_back(ward.code);
        }
        m_level = tables::level_of_most(codes);
        for (std::size_t i = 0; i < joined.figures.size(); ++i) {
            const auto& figure = joined.figures[i];
            if (!figure) m_without_row.push_back(i);
            if (!figure || figure->is_missing()) m_uncovered.push_back(i);
        }
    }

    Judgement judge(const std::vector<Stranger>& strangers) {
        for (const auto& stranger : strangers) {
            sort(stranger);
        }
        judge_codes();
        judge_names();
        judge_nameless();
        report_left_out();
        report_outside();
        return std::move(m_result);
    }

private:
    /// The column with the row's code: the key, another that names wards, or one with codes of
    /// their kind.
    [[nodiscard]] std::optional<std::size_t> code_column(const tables::Row& row) const {
        const auto& columns = m_joined.columns;
        if (looks_like_code(row.cells[columns.key])) return columns.key;
        for (const auto check : columns.checks) {
            if (looks_like_code(row.cells[check])) return check;
        }
        for (std::size_t c = 0; m_level && c < row.cells.size(); ++c) {
            if (tables::level_of(row.cells[c]) == m_level) return c;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string code_of(const tables::Row& row) const {
        const auto column = code_column(row);
        return column ? row.cells[*column] : "";
    }

    void sort(const Stranger& stranger) {
        if (stranger.key.empty()) {
            m_nameless.push_back(&stranger);
        } else if (m_joined.index.is_ambiguous(stranger.key) || stranger.is_sum_of_others ||
                   !what_it_looks_like(stranger.key, m_wards).empty()) {
            add_fault(stranger);
        } else if (!code_of(*stranger.row).empty()) {
            m_codes.push_back(&stranger);
        } else {
            m_names.push_back(&stranger);
        }
    }

    /// Adds one error for all rows of a key.
    void add_fault(const Stranger& stranger) {
        if (m_reported.insert(stranger.key).second || stranger.key.empty()) {
            m_result.faults.push_back(fault_of(stranger));
        }
    }

    [[nodiscard]] Finding fault_of(const Stranger& stranger) const {
        const auto& noun = m_wards.noun;
        Finding fault{.severity = Severity::error,
                      .place = m_table.at(stranger.row->line),
                      .found = fmt::format("{} is not a {} of {}", text::quoted(stranger.key),
                                           noun.singular, m_wards.source),
                      .expected = "a code or name of the boundaries",
                      .kind = fmt::format("rows name no {} of the boundaries", noun.singular)};
        const auto kind = what_it_looks_like(stranger.key, m_wards);
        const auto near = misspelt(stranger);
        if (stranger.key.empty()) {
            fault.found = "the row names no " + noun.singular;
            fault.help = "name the " + noun.singular + ", or delete the row";
        } else if (m_joined.index.is_ambiguous(stranger.key)) {
            fault.found = fmt::format("{} is the name of several {}", text::quoted(stranger.key),
                                      noun.plural);
            fault.expected = "a code, or a column with the district as the boundaries have it";
            fault.help = "key = \"...\" with the column of codes, or [boundaries] "
                         "where = \"...\" "
                         "that leaves one district";
        } else if (stranger.is_sum_of_others) {
            fault.found += "; its figure is the sum of all others, so it looks like a total";
            fault.help = fmt::format("[project] area = \"{}\" declares it as one", stranger.key);
        } else if (!kind.empty()) {
            fault.found += "; " + kind;
        } else if (near) {
            fault.help = fmt::format("did you mean {}? then: [aliases] \"{}\" = \"{}\"",
                                     text::quoted(*near), stranger.key, *near);
            fault.alias = {stranger.key, *near};
        } else if (!code_of(*stranger.row).empty()) {
            fault.help = fmt::format("outside = \"leave_out\" leaves out other {}", noun.plural);
        } else {
            fault.help = fmt::format("[aliases] \"{}\" = \"name in the boundaries\", or delete the "
                                     "row",
                                     stranger.key);
        }
        return fault;
    }

    /// The ward without a row whose name is nearly the same; only for a row without a code.
    [[nodiscard]] std::optional<std::string> misspelt(const Stranger& stranger) const {
        if (stranger.key.empty() || !code_of(*stranger.row).empty()) return std::nullopt;
        std::vector<std::string> names;
        names.reserve(m_without_row.size());
        for (const auto ward : m_without_row) {
            names.push_back(m_wards.wards[ward].name);
        }
        return nearest(stranger.key, names);
    }

    [[nodiscard]] bool is_strict() const { return m_joined.request.outside == Outside::error; }

    /// Whether a row's parent is one of the wards' own; nothing if that is not known.
    [[nodiscard]] std::optional<bool> has_own_parent(const Stranger& stranger) const {
        if (!m_parent) return std::nullopt;
        const auto& parent = stranger.row->cells[m_parent->column];
        if (parent.empty()) return std::nullopt;
        return m_parent->own.contains(fold_district(parent));
    }

    /// Whether another column of the row names a ward without a figure.
    [[nodiscard]] bool has_uncovered_name(const Stranger& stranger) const {
        return std::any_of(
            stranger.row->cells.begin(), stranger.row->cells.end(), [&](const std::string& cell) {
                if (cell.empty() || looks_like_code(cell)) return false;
                const auto match = m_joined.index.find(cell);
                return match && match->by == Matched::name &&
                       std::binary_search(m_uncovered.begin(), m_uncovered.end(), match->ward);
            });
    }

    void judge_codes() {
        if (is_strict()) {
            refuse_codes();
            return;
        }
        std::vector<const Stranger*> suspects;
        for (const auto* const stranger : m_codes) {
            const bool own = has_own_parent(*stranger).value_or(!m_parent);
            if (!m_uncovered.empty() && (own || has_uncovered_name(*stranger))) {
                suspects.push_back(stranger);
            } else {
                leave_outside(*stranger);
            }
        }
        constexpr std::size_t few = 3; // for each ward without a figure
        const bool known = m_parent.has_value() ||
                           std::any_of(suspects.begin(), suspects.end(), [&](const auto* suspect) {
                               return has_uncovered_name(*suspect);
                           });
        if (!suspects.empty() && !is_covered()) {
            m_result.faults.push_back(vintage_of(suspects, Severity::error));
        } else if (!suspects.empty() && (known || suspects.size() <= few * m_uncovered.size())) {
            m_result.findings.push_back(vintage_of(suspects, Severity::warning));
        } else {
            for (const auto* const suspect : suspects) {
                leave_outside(*suspect);
            }
        }
    }

    /// Whether enough wards have a figure to draw the map.
    [[nodiscard]] bool is_covered() const {
        const auto all = static_cast<double>(m_wards.wards.size());
        const auto covered = all - static_cast<double>(m_uncovered.size());
        constexpr double rounding = 1e-9;
        return covered >= m_joined.request.least_coverage * all - rounding;
    }

    void refuse_codes() {
        constexpr std::size_t most_single = 2;
        if (m_codes.size() > most_single) {
            m_result.faults.push_back(vintage_of(m_codes, Severity::error));
            return;
        }
        for (const auto* const stranger : m_codes) {
            add_fault(*stranger);
        }
    }

    [[nodiscard]] Finding vintage_of(const std::vector<const Stranger*>& strangers,
                                     Severity severity) const {
        OtherCodes other;
        other.column = code_column(*strangers.front()->row).value_or(m_joined.columns.key);
        other.uncovered = m_uncovered;
        for (const auto* const stranger : strangers) {
            other.codes.push_back(code_of(*stranger->row));
        }
        for (const auto& row : m_table.rows) {
            if (looks_like_code(row.cells[other.column])) ++other.all;
        }
        auto finding = other_vintage(m_table, other, m_wards, severity);
        if (severity == Severity::error && !is_strict()) {
            finding.help += fmt::format("; [project] require_coverage = {} draws what matches",
                                        text::shortest(covered_share()));
        }
        return finding;
    }

    /// The share of wards with a figure, rounded down to a hundredth.
    [[nodiscard]] double covered_share() const {
        const std::size_t all = m_wards.wards.size();
        const std::size_t hundredths = 100 * (all - m_uncovered.size()) / all;
        return static_cast<double>(hundredths) / 100;
    }

    enum class Verdict { fault, outside, left_out };

    [[nodiscard]] Verdict verdict_on(const Stranger& stranger, bool is_wider) const {
        if (is_strict()) return Verdict::fault;
        const auto own = has_own_parent(stranger);
        if (own.has_value() && !*own) return Verdict::outside;
        if (misspelt(stranger)) return Verdict::fault;
        if (is_wider && !own.has_value()) return Verdict::outside;
        return m_without_row.empty() ? Verdict::left_out : Verdict::fault;
    }

    void judge_names() {
        const bool is_wider = m_names.size() > m_joined.rows.size();
        for (const auto* const stranger : m_names) {
            switch (verdict_on(*stranger, is_wider)) {
            case Verdict::fault:
                add_fault(*stranger);
                break;
            case Verdict::outside:
                leave_outside(*stranger);
                break;
            case Verdict::left_out:
                m_left_out.push_back(stranger);
                break;
            }
        }
    }

    /// Whether a row has words in a column that is neither key nor figure.
    [[nodiscard]] bool has_words(const Stranger& stranger) const {
        const auto& request = m_joined.request;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            const auto& cell = stranger.row->cells[c];
            const bool is_value =
                std::any_of(request.values.begin(), request.values.end(),
                            [&](const auto& value) { return m_table.column(value) == c; });
            if (!is_value && !cell.empty() && !text::parse_number(cell)) return true;
        }
        return false;
    }

    void judge_nameless() {
        for (const auto* const stranger : m_nameless) {
            if (has_words(*stranger) || m_without_row.empty()) {
                m_left_out.push_back(stranger);
            } else {
                add_fault(*stranger);
            }
        }
    }

    void leave_outside(const Stranger& stranger) {
        ++m_result.outside;
        if (m_result.outside_examples.size() < most_examples) {
            m_result.outside_examples.push_back(stranger.key);
        }
    }

    [[nodiscard]] std::string words_of(const Stranger& stranger) const {
        if (!stranger.key.empty()) return stranger.key;
        const auto at =
            std::find_if(stranger.row->cells.begin(), stranger.row->cells.end(),
                         [](const std::string& c) { return !c.empty() && !text::parse_number(c); });
        return at == stranger.row->cells.end() ? "no name" : *at;
    }

    void report_left_out() {
        if (m_left_out.empty()) return;
        std::vector<std::string> places;
        std::set<std::string> seen;
        double sum = 0;
        for (const auto* const stranger : m_left_out) {
            const auto words = words_of(*stranger);
            const auto place =
                fmt::format("{} (line {})", text::quoted(words), stranger->row->line);
            if (seen.insert(fold_name(words)).second) places.push_back(place);
            sum += known_figure(m_table, *stranger->row, m_joined.request).value_or(0);
            m_result.left_out.push_back({RowFate::Kind::other_area, stranger->row->line, words,
                                         std::nullopt,
                                         "it names no " + m_wards.noun.singular + " of the map"});
        }
        const bool one = m_left_out.size() == 1;
        m_result.findings.push_back(
            {.severity = Severity::warning,
             .place = m_table.at(m_left_out.front()->row->line),
             .found = fmt::format("{} {} no {} of the map, and {} left out: {}{}",
                                  text::with_count(m_left_out.size(), "row"),
                                  one ? "names" : "name", m_wards.noun.singular, one ? "is" : "are",
                                  text::some(places), sum_text(sum)),
             .reveals_figures = true});
    }

    [[nodiscard]] std::string sum_text(double sum) const {
        if (!m_joined.request.additive) return {};
        return fmt::format("; {} figures add up to {}", m_left_out.size() == 1 ? "its" : "their",
                           text::shortest(sum));
    }

    void report_outside() {
        if (m_result.outside == 0) return;
        const bool one = m_result.outside == 1;
        std::string selection;
        if (m_parent && m_parent->own_texts.size() == 1) {
            selection = fmt::format("; where = {{ {} = \"{}\" }} selects those of the map",
                                    text::quoted(m_table.columns[m_parent->column]),
                                    m_parent->own_texts.front());
        }
        m_result.findings.push_back(
            {.severity = Severity::note,
             .place = m_table.at(m_table.header_line),
             .found = fmt::format(
                 "{} {} of other {} than those of the map, and {} left out ({}{}){}",
                 text::with_count(m_result.outside, "row"), one ? "is" : "are", m_wards.noun.plural,
                 one ? "is" : "are", text::join(m_result.outside_examples, ", "),
                 m_result.outside > m_result.outside_examples.size() ? ", ..." : "", selection)});
    }

    const JoinedSoFar& m_joined;
    const tables::Table& m_table;
    const WardSet& m_wards;
    std::optional<ParentColumn> m_parent;
    std::optional<tables::AreaLevel> m_level; // of the wards
    std::vector<std::size_t> m_without_row;
    std::vector<std::size_t> m_uncovered; // wards without a figure, in order
    std::vector<const Stranger*> m_codes;
    std::vector<const Stranger*> m_names;
    std::vector<const Stranger*> m_nameless;
    std::vector<const Stranger*> m_left_out;
    std::set<std::string> m_reported; // keys with a fault
    Judgement m_result;
};

} // namespace

Judgement judge(const std::vector<Stranger>& strangers, const JoinedSoFar& joined) {
    if (strangers.empty()) return {};
    return Judge(joined).judge(strangers);
}

} // namespace wardmap::join
